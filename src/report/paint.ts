import { Ansis } from 'ansis';
import type { Verdict } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';

type Brush = (text: string) => string;

/** Terminal colours by meaning; without colours every brush returns its text unchanged. */
export interface Paint {
  readonly strong: Brush;
  readonly faint: Brush;
  /** The found span inside its line. */
  readonly mark: Brush;
  readonly severity: Readonly<Record<Severity, Brush>>;
  readonly verdict: Readonly<Record<Verdict, Brush>>;
}

const ALL_COLOURS = 3;

export function createPaint(colours: boolean): Paint {
  const ansis = new Ansis(colours ? ALL_COLOURS : 0);
  return {
    strong: ansis.bold,
    faint: ansis.dim,
    mark: colours ? ansis.inverse : (text) => `⟦${text}⟧`,
    severity: { error: ansis.red, warning: ansis.yellow, info: ansis.cyan },
    verdict: { pass: ansis.green, review: ansis.yellow, fail: ansis.red.bold },
  };
}
