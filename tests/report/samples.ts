import type { DocumentReport, ScoredFinding } from '../../src/model/report.ts';
import type { Source } from '../../src/model/source.ts';
import type { WriterContext } from '../../src/report/writer.ts';

export function sourceOf(text: string, id = 'a.txt'): Source {
  return { id, text, format: 'text' };
}

export function findingAt(start: number, end: number, changes: Partial<ScoredFinding> = {}): ScoredFinding {
  return {
    ruleId: 'clutter/menu',
    family: 'clutter',
    severity: 'warning',
    confidence: 0.9,
    message: 'a menu entry was left in',
    weighs: 'extent',
    points: 2,
    start,
    end,
    ...changes,
  };
}

export function reportOf(source: Source, findings: readonly ScoredFinding[]): DocumentReport {
  return {
    id: source.id,
    format: source.format,
    language: 'en',
    score: 100 - 2 * findings.length,
    verdict: findings.length === 0 ? 'pass' : 'fail',
    shares: findings.length === 0 ? {} : { clutter: 0.1 },
    counts: findings.length === 0 ? {} : { clutter: findings.length },
    length: source.text.length,
    measures: { characters: source.text.length, words: 10, sentences: 2 },
    findings,
  };
}

export const CONTEXT: WriterContext = { version: '1.2.3', rules: [], colours: false, width: 80, quiet: false };
