import { createAuditor } from '../audit/index.ts';
import { matchClasses } from '../detect/composition-classes.ts';
import { compileRules, type CompositionPlan } from '../detect/composition-plan.ts';
import type { CompositionWeighting, Rule } from '../model/rule.ts';
import { isLeakExact, isLeakFound, type ChatterRecord } from './chatter-record.ts';
import { fitChatter, isComposition, readChatterDocument, withWeights, type ChatterDocument } from './fit-chatter.ts';
import { foldByWording } from './wording.ts';

/** How good rules are on labelled texts. */
export interface ChatterFigures {
  readonly leaks: number;
  readonly recall: number;
  /** Share of the found leaks both ends of which are right, up to two code units. */
  readonly exact: number;
  readonly clean: number;
  readonly falseAlarms: number;
}

interface Outcome {
  readonly leak: boolean;
  readonly found: boolean;
  readonly exact: boolean;
}

export function measureChatter(rules: readonly Rule[], records: readonly ChatterRecord[]): ChatterFigures {
  return summarise(judgeRecords(rules, records));
}

function judgeRecords(rules: readonly Rule[], records: readonly ChatterRecord[]): Outcome[] {
  const auditor = createAuditor({ rules });
  return records.map((record) => {
    const { findings } = auditor.audit({ id: record.id, text: record.text, format: record.format });
    if (record.label === 'clean') return { leak: false, found: findings.length > 0, exact: false };
    return { leak: true, found: isLeakFound(record, findings), exact: isLeakExact(record, findings) };
  });
}

function summarise(outcomes: readonly Outcome[]): ChatterFigures {
  const leaks = outcomes.filter(({ leak }) => leak);
  const clean = outcomes.filter(({ leak }) => !leak);
  const found = leaks.filter((outcome) => outcome.found);
  return {
    leaks: leaks.length,
    recall: share(found.length, leaks.length),
    exact: share(found.filter(({ exact }) => exact).length, found.length),
    clean: clean.length,
    falseAlarms: share(clean.filter((outcome) => outcome.found).length, clean.length),
  };
}

const DIGITS = 3;

function share(part: number, all: number): number {
  return all === 0 ? 0 : Number((part / all).toFixed(DIGITS));
}

/** What cross-validation by wording is made of. */
export interface CrossValidation {
  readonly rules: readonly Rule[];
  /** Labelled texts, dealt out to the folds. */
  readonly records: readonly ChatterRecord[];
  /** The project's own, in every training part. */
  readonly own: readonly ChatterRecord[];
  /** Sentences written without a look at the labelled texts: phrases that stand in them are known independently. */
  readonly independent: readonly ChatterRecord[];
  readonly byHand: CompositionWeighting;
  readonly folds: number;
}

export interface UnseenFigures {
  /** Weights refitted without the fold. */
  readonly weights: ChatterFigures;
  /** Phrases that only leaks of the fold use are taken from the tables as well. */
  readonly phrases: ChatterFigures;
}

/** Measures each fold of wordings with weights, and with phrases, that have not seen it. */
export function measureUnseenWording(input: CrossValidation): UnseenFigures {
  const { rules, records, byHand, folds } = input;
  const fold = foldByWording(
    records.map(({ leak, text }) => leak ?? text),
    folds,
  );
  const own = input.own.map(readChatterDocument);
  const documents = records.map(readChatterDocument);
  const uses = countUses(rules, { documents, fold, independent: input.independent.map(readChatterDocument) });
  const outcomes: { weights: Outcome[]; phrases: Outcome[] } = { weights: [], phrases: [] };
  for (let part = 0; part < folds; part += 1) {
    const known = [...own, ...documents.filter((_, index) => fold[index] !== part)];
    const held = records.filter((_, index) => fold[index] === part);
    const judge = (some: readonly Rule[]): Outcome[] =>
      judgeRecords(withWeights(some, fitChatter(some, known, byHand)), held);
    outcomes.weights.push(...judge(rules));
    outcomes.phrases.push(...judge(withoutPhrases(rules, phrasesOnlyOf(part, uses))));
  }
  return { weights: summarise(outcomes.weights), phrases: summarise(outcomes.phrases) };
}

/** Folds in whose leaks a phrase stands, by the phrase's key; `-1` for sentences that are independent. */
type Uses = ReadonlyMap<string, ReadonlySet<number>>;

const INDEPENDENT = -1;

interface UseInput {
  readonly documents: readonly ChatterDocument[];
  readonly fold: readonly number[];
  readonly independent: readonly ChatterDocument[];
}

function countUses(rules: readonly Rule[], { documents, fold, independent }: UseInput): Uses {
  const plan = compileRules(rules.filter(isComposition));
  const uses = new Map<string, Set<number>>();
  const count = (document: ChatterDocument, part: number): void => {
    const { leak } = document.record;
    if (typeof leak !== 'string') return;
    for (const key of phrasesIn(plan, leak)) uses.set(key, (uses.get(key) ?? new Set()).add(part));
  };
  documents.forEach((document, index) => count(document, fold[index] as number));
  for (const document of independent) count(document, INDEPENDENT);
  return uses;
}

function phrasesIn(plan: CompositionPlan, leak: string): Set<string> {
  const { analysis } = readChatterDocument({ id: '', text: leak, format: 'text', label: 'clean' });
  const table = plan.table();
  const classNames = new Map([...table.names].map(([name, id]) => [id, name]));
  const { words, document } = analysis;
  const keys = new Set<string>();
  for (let from = 0; from < words.count; from += STRIDE) {
    const range = { from, to: Math.min(words.count, from + STRIDE + OVERLAP), all: true };
    for (const { language, matches } of matchClasses(table, { text: document.text, words }, range)) {
      for (const { name, phrase } of matches)
        keys.add(keyOf(table.languages[language] as string, classNames.get(name) as string, phrase.source));
    }
  }
  return keys;
}

/** Long leaks are looked through in parts that overlap. */
const STRIDE = 40;
const OVERLAP = 20;

function keyOf(language: string, name: string, phrase: string): string {
  return `${language}\t${name}\t${phrase}`;
}

function phrasesOnlyOf(part: number, uses: Uses): Set<string> {
  return new Set([...uses].filter(([, folds]) => folds.size === 1 && folds.has(part)).map(([key]) => key));
}

function withoutPhrases(rules: readonly Rule[], dropped: ReadonlySet<string>): Rule[] {
  return rules.map((rule) => {
    if (!isComposition(rule)) return rule;
    const classes = rule.detect.classes.map(([language, name, phrases]) => {
      const kept = phrases.split(';').filter((phrase) => !dropped.has(keyOf(language, name, phrase.trim())));
      return [language, name, kept.join(';')] as const;
    });
    return { ...rule, detect: { ...rule.detect, classes } };
  });
}
