import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { capitalWords } from '../text/capital-words.ts';
import { englishWords } from '../text/english-words.ts';
import { once } from '../text/once.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type GluedRule = RuleOf<'glued'>;

/** Two words run together, the second with its capital (`yesterdayThe`): both are known words, the whole is no known name. */
export const glued: Mechanism<'glued'> = {
  kind: 'glued',
  compile(rules) {
    const compiled = rules.map((rule) => ({ rule, names: new Set(rule.detect.names) }));
    return (analysis) =>
      compiled.flatMap(({ rule, names }) => (inDocumentScope(rule, analysis) ? findGlued(rule, analysis, names) : []));
  },
};

const FEWEST_LETTERS = 6;
const MOST_OCCURRENCES = 2;

function findGlued(rule: GluedRule, analysis: Analysis, names: ReadonlySet<string>): Hit[] {
  const { document } = analysis;
  const judge = { names, openers: new Set(rule.detect.openers), isCode: once(() => CODE.test(document.text)) };
  const hits = document.blocks.flatMap((block) => {
    const features = analysis.blocks[block.index] as BlockFeatures;
    if (!features.language.startsWith('en') || !mayHoldSeam(document.text, block)) return [];
    return inBlockScope(rule, analysis, block) ? findInBlock(rule, analysis, { features, judge }) : [];
  });
  const counts = new Map<string, number>();
  for (const { fix } of hits) counts.set(fix, (counts.get(fix) ?? 0) + 1);
  return hits.filter(({ fix }) => (counts.get(fix) ?? 0) <= MOST_OCCURRENCES);
}

interface Judge {
  readonly openers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly isCode: () => boolean;
}

function findInBlock(
  rule: GluedRule,
  { document, words }: Analysis,
  { features, judge }: { features: BlockFeatures; judge: Judge },
): (Hit & { readonly fix: string })[] {
  const hits: (Hit & { readonly fix: string })[] = [];
  for (let word = features.wordStart; word < features.wordEnd; word += 1) {
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    if (end - start < FEWEST_LETTERS || ((words.flags[word] as number) & (WORD.digit | WORD.upper)) !== 0) continue;
    const found = document.text.slice(start, end);
    const seam = judge.names.has(found.toLowerCase()) ? 0 : seamOf(found, judge);
    if (seam === 0 || !isApart(document.text, start, end)) continue;
    const fix = `${found.slice(0, seam)} ${found.slice(seam)}`;
    hits.push({ rule, start, end, fix, values: { found, expected: fix } });
  }
  return hits;
}

/** In a text with code such words are names of variables. */
const CODE = /[{}]|\(\s?\)|=>|\b(?:code|schema|variable|function|API)s?\b/;
const CAMEL_INSIDE = /[a-z]{3}[A-Z][a-z]/;
const CAPITAL_INSIDE = /[a-z\u0080-\uffff][A-Z\u0080-\uffff][a-z\u0080-\uffff]/;

/** The second expression is exact and slow, the first lets nearly nothing through to it. */
function mayHoldSeam(text: string, { start, end }: Span): boolean {
  const part = text.slice(start, end);
  return CAPITAL_INSIDE.test(part) && CAMEL_INSIDE.test(part);
}
const CAMEL = /^(\p{L}\p{Ll}{2,})(\p{Lu}\p{Ll}+(?:['’]\p{Ll}{1,2})?)$/u;

/**
 * Where the second word begins; 0 when they are not two known words. `SoftBank` has the shape of a brand: with a capital in front
 * only the first word of a sentence gives the seam away.
 */
function seamOf(word: string, judge: Judge): number {
  const [, first = '', second = ''] = CAMEL.exec(word) ?? [];
  if (first === '' || !isKnown(first)) return 0;
  const base = second.replace(/['’]\p{Ll}{1,2}$/u, '');
  if (judge.openers.has(base.toLowerCase())) return first.length;
  const mayBeName = /^\p{Lu}/u.test(first) || judge.isCode();
  return !mayBeName && isKnown(base) ? first.length : 0;
}

const COMMON = 50;

function isKnown(word: string): boolean {
  const hash = hashWord(word);
  const size = englishWords().sizeOf(hash);
  return (size > 0 && size <= COMMON) || capitalWords().nameOf(hash) !== undefined;
}

function isApart(text: string, start: number, end: number): boolean {
  return (
    !/[-_/@#.&\\$:=]/.test(text.charAt(start - 1)) &&
    !/^(?:[-_/@\\=(]|[.:][\p{L}\p{N}]| ?[(:={<])/u.test(text.slice(end, end + 2))
  );
}
