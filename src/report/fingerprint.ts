import { createHash } from 'node:crypto';
import type { Source } from '../model/source.ts';
import type { LocatedFinding } from './locate.ts';

const LENGTH = 20;
/** Code units looked at on each side of a span. */
const NEIGHBOURHOOD = 120;

/** What identifies a finding when lines move. */
export interface Fingerprint {
  /** Of the rule, the text of the span, and which of equal ones it is: survives everything outside the span. */
  readonly span: string;
  /** Of the rule and the text around the span: survives edits inside it. */
  readonly neighbourhood: string;
}

/** Fingerprints of a document's findings, in their order. Line numbers and offsets play no part. */
export function fingerprintsOf(findings: readonly LocatedFinding[], source: Source): Fingerprint[] {
  const seen = new Map<string, number>();
  const numbered = (key: string): string => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return digest(`${key}\u0000${count}`);
  };
  return findings.map(({ ruleId, start, end }) => {
    const { text } = source;
    const around = [text.slice(Math.max(0, start - NEIGHBOURHOOD), start), text.slice(end, end + NEIGHBOURHOOD)];
    return {
      span: numbered(`span\u0000${ruleId}\u0000${fold(text.slice(start, end))}`),
      neighbourhood: numbered(
        `around\u0000${ruleId}\u0000${lastWords(around[0] ?? '')}\u0000${firstWords(around[1] ?? '')}`,
      ),
    };
  });
}

const WORDS = 6;

/** The window cuts words, so that only whole ones near the span count. */
function lastWords(text: string): string {
  return fold(text).split(' ').slice(1).slice(-WORDS).join(' ');
}

function firstWords(text: string): string {
  return fold(text).split(' ').slice(0, -1).slice(0, WORDS).join(' ');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}
