import type { CompositionWeighting, RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { once } from '../text/once.ts';
import { compileClasses, numberClasses, type ClassRow, type ClassTable } from './composition-classes.ts';
import { CONTEXT_CLASSES, type ContextFeatures, type Place } from './composition-context.ts';
import { classesOf, parseForm, readAnchor, type Form } from './composition-forms.ts';
import { compileMarks, type MarkIndex } from './composition-marks.ts';
import { STRENGTHS, type Strength } from './composition-weights.ts';

export type CompositionRule = RuleOf<'composition'>;

interface RuleForm {
  readonly rule: CompositionRule;
  readonly strength: Strength;
  readonly form: Form;
  readonly source: string;
}

export interface CompositionPlan {
  readonly table: () => ClassTable;
  readonly forms: readonly RuleForm[];
  /** Indexes of the forms that a class may begin, by its id. */
  readonly formsOfClass: readonly (readonly number[])[];
  readonly marks: MarkIndex<{ rule: CompositionRule; strength: Strength }>;
  readonly weights: CompositionWeighting;
}

/** Words that may have been left behind, with what surrounds them. */
export interface Candidate extends Place {
  readonly rule: CompositionRule;
  readonly strength: Strength;
  readonly by: 'form' | 'mark';
  /** The form that matched, as the rule writes it. */
  readonly form?: string;
  /** See `Hit.source`. */
  readonly source?: Span;
  readonly features: ContextFeatures;
}

/** A candidate with its confidence. */
export interface Judged extends Candidate {
  readonly confidence: number;
  /** For the label of an answer: the block that closes it. */
  readonly closing?: number;
}

const NO_WEIGHTS: CompositionWeighting = { least: 0, sure: 0, head: 0, tail: 0, form: {}, mark: {} };

/** Classes and weights are those of all rules together; the table is made when the first document comes. */
export function compileRules(rules: readonly CompositionRule[]): CompositionPlan {
  const sources = rules.flatMap((rule) =>
    STRENGTHS.flatMap((strength) =>
      (rule.detect.forms?.[strength] ?? []).map((source) => ({ rule, strength, source })),
    ),
  );
  const tables = new Map(rules.map(({ detect: { classes } }) => [`${classes.length} ${classes[0]?.join()}`, classes]));
  const rows = [...tables.values()].flat();
  const names = numberClasses(rows);
  const forms = sources.map((one) => ({ ...one, form: parseForm(one.source, names) }));
  const table = once(() => compileTable(rows, sources, names));
  const marks = compileMarks(
    rules.flatMap((rule) =>
      (rule.detect.marks ?? []).map((mark) => ({ owner: { rule, strength: mark.strength ?? 'strong' }, mark })),
    ),
  );
  return {
    table,
    formsOfClass: indexForms(forms, names.size),
    forms,
    marks,
    weights: rules[0]?.detect.weights ?? NO_WEIGHTS,
  };
}

function indexForms(forms: readonly RuleForm[], classes: number): number[][] {
  const index = Array.from({ length: classes }, (): number[] => []);
  for (const [at, { form }] of forms.entries()) for (const name of form.steps[0]?.names ?? []) index[name]?.push(at);
  return index;
}

interface FormSource {
  readonly rule: CompositionRule;
  readonly strength: Strength;
  readonly source: string;
}

/** Weak forms are looked for behind other sentences only, so that their classes need not anchor; labels stand alone. */
function compileTable(
  rows: readonly ClassRow[],
  forms: readonly FormSource[],
  names: ReadonlyMap<string, number>,
): ClassTable {
  const anchors = forms
    .filter(({ rule, strength }) => strength !== 'weak' || rule.detect.stretch !== undefined)
    .map(({ source }) => readAnchor(source));
  const namesOf = (first: boolean): Set<string> =>
    new Set(anchors.flatMap((anchor) => (anchor.first === first ? anchor.names : [])));
  const asked = new Set<string>([...forms.flatMap(({ source }) => classesOf(source)), ...CONTEXT_CLASSES]);
  const wanted = new Map([...names].filter(([name]) => asked.has(name)));
  return compileClasses(rows, wanted, {
    anywhere: namesOf(false),
    first: namesOf(true),
    alone: CONTEXT_CLASSES,
  });
}
