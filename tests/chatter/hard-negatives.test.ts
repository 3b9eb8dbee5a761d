import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAuditor } from '../../src/audit/index.ts';
import { readHardNegatives } from './read-hard-negatives.ts';

/** Texts by people that look like an assistant's: each begins with a line `⁂ language kind`. */
const texts = readHardNegatives(readFileSync('tests/chatter/hard-negatives.txt', 'utf8'));
const MOST_FLAGGED = 0.05;

describe('texts that only look as if an assistant had left words in them', () => {
  test('are many, and in many languages', () => {
    expect(texts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8);
  });

  test('stay silent, but for one in twenty', () => {
    const auditor = createAuditor();
    const flagged = texts.flatMap(({ id, text, format }) =>
      auditor
        .audit({ id, text, format })
        .findings.filter(({ family }) => family === 'chatter')
        .map(({ ruleId, message }) => `${id}: ${ruleId} ${message}`),
    );
    const documents = new Set(flagged.map((line) => line.split(':')[0]));
    expect(documents.size / texts.length, flagged.join('\n')).toBeLessThanOrEqual(MOST_FLAGGED);
  });
});
