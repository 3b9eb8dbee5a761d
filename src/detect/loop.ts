import type { Analysis, Words } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { LoopDetect } from '../model/degeneration-detect.ts';
import { once } from '../text/once.ts';
import { findCharacterLoops, findCycles, findStutters, type Cycle } from './cycles.ts';
import { measureDuplicateGrams } from './duplicate-grams.ts';
import type { Mechanism } from './detector.ts';
import { measureRecurrence, RUN, type Recurrence } from './recurrence.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/** Words and phrases that come again and again: what a generator writes when it can no longer leave a state. */
export const loop: Mechanism<'loop'> = {
  kind: 'loop',
  compile: (rules) => {
    const ordered = ORDER.flatMap((of) => rules.filter(({ detect }) => detect.of === of)).map((rule) => ({
      rule,
      reach: JSON.stringify([rule.scope, rule.languages]),
    }));
    return (analysis) => {
      const known = new Map<string, Spoken>();
      const hits: Hit[] = [];
      for (const { rule, reach } of ordered) {
        if (!inDocumentScope(rule, analysis)) continue;
        let spoken = known.get(reach);
        if (spoken === undefined) known.set(reach, (spoken = spokenWords(rule, analysis)));
        hits.push(...findLoops(rule, analysis, spoken).filter((hit) => !hits.some((other) => overlaps(hit, other))));
      }
      return hits;
    };
  },
};

const ORDER: readonly LoopDetect['of'][] = ['words', 'stutter', 'characters', 'grams'];

/** The words of all blocks that a rule looks at, one after another: a loop may cross blocks. */
interface Spoken {
  readonly hashes: Int32Array;
  /** The number of each in the document. */
  readonly indexes: Uint32Array;
  readonly recurrence: () => Recurrence;
}

function findLoops(rule: Rule<LoopDetect>, analysis: Analysis, spoken: Spoken): Hit[] {
  const { document, words } = analysis;
  if (rule.detect.of === 'characters')
    return findCharacterLoops(document.text, rule.detect)
      .filter(({ start, end }) => !document.text.slice(start, end).includes(BYTE_255))
      .map((span) => ({ rule, ...span }));
  if (!mayLoop(rule.detect, spoken.recurrence())) return [];
  if (rule.detect.of === 'grams') return findGrams(rule, analysis, spoken);
  const find = rule.detect.of === 'words' ? findCycles : findStutters;
  return find(spoken.hashes, rule.detect)
    .filter((cycle) => isProse(analysis, spoken.indexes, cycle))
    .map((cycle) => report(rule, words, { ...cycle, indexes: spoken.indexes, text: document.text }));
}

/** Whether there is enough that recurs to make a loop of the kind; hardly any sound text has. */
function mayLoop({ of, period, cycles, least }: LoopDetect, { longest, countFrequent }: Recurrence): boolean {
  // all runs of a loop behind its first cycle stood before
  if (of === 'words') return longest >= least * (1 - 1 / cycles) - (RUN - 1);
  // half of a stutter's least words end a phrase that comes so often
  if (of === 'stutter') return 2 * countFrequent(cycles) >= least;
  return longest >= period - (RUN - 1);
}

/** One finding for the document, from the first repeated run to the last. */
function findGrams(rule: Rule<LoopDetect>, { document, words }: Analysis, { hashes, indexes }: Spoken): Hit[] {
  const { period, least, share = 1 } = rule.detect;
  if (hashes.length < least) return [];
  const startOf = (at: number) => words.starts[indexes[at] as number] as number;
  const endOf = (at: number) => words.ends[indexes[at] as number] as number;
  const measured = measureDuplicateGrams(hashes, period, (from, to) => endOf(to - 1) - startOf(from));
  if (measured.share < share) return [];
  const [start, end] = [startOf(measured.from), endOf(measured.to - 1)];
  const values = { share: `${Math.round(100 * measured.share)} %`, found: document.text.slice(start, end) };
  return [{ rule, start, end, values }];
}

/** The byte 0xFF read as Latin-1: padding of a binary file, which no generator wrote. */
const BYTE_255 = 'ÿ';

function spokenWords(rule: Rule<LoopDetect>, analysis: Analysis): Spoken {
  const indexes = new Uint32Array(analysis.words.count);
  let count = 0;
  analysis.document.blocks.forEach((block, index) => {
    const features = analysis.blocks[index];
    if (features === undefined || !inBlockScope(rule, analysis, block)) return;
    for (let word = features.wordStart; word < features.wordEnd; word += 1) indexes[count++] = word;
  });
  const used = indexes.subarray(0, count);
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at += 1) hashes[at] = analysis.words.hashes[used[at] as number] as number;
  return { hashes, indexes: used, recurrence: once(() => measureRecurrence(hashes)) };
}

const LETTER = /\p{L}{2}/u;
const CODE = /[{}()[\]<>=;_]/g;
/** Characters of code in a hundred beyond which a text is source code, whose lines resemble one another by right. */
const CODE_SHARE = 0.035;

/** Not even code says the same so many times on end. */
const CYCLES_OF_NO_CODE = 6;

/** Numbers in columns repeat without being a loop: one cycle must hold words. So do lines of code, a few times. */
function isProse({ document, words }: Analysis, indexes: Uint32Array, { from, to, period }: Cycle): boolean {
  const start = words.starts[indexes[from] as number] as number;
  const text = document.text.slice(start, words.ends[indexes[Math.min(from + period, to) - 1] as number]);
  if (!LETTER.test(text)) return false;
  return to - from >= CYCLES_OF_NO_CODE * period || (text.match(CODE)?.length ?? 0) <= CODE_SHARE * text.length;
}

const MOST_SHOWN = 60;

function report(
  rule: Rule<LoopDetect>,
  words: Words,
  { from, to, period, indexes, text }: Cycle & { readonly indexes: Uint32Array; readonly text: string },
): Hit {
  const start = words.starts[indexes[from] as number] as number;
  const end = words.ends[indexes[to - 1] as number] as number;
  const cycle = text.slice(start, words.ends[indexes[Math.min(from + period, to) - 1] as number]).replace(/\s+/g, ' ');
  return {
    rule,
    start,
    end,
    values: {
      cycle: cycle.length > MOST_SHOWN ? `${cycle.slice(0, MOST_SHOWN)}…` : cycle,
      times: String(Math.floor((to - from) / period)),
    },
  };
}

function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}
