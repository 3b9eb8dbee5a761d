import { expect, test } from 'vitest';
import { createAuditor } from '../../src/audit/index.ts';
import { PROFILES } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { applyProfile } from '../../src/settings/apply-profile.ts';

const rules = loadRules('rules').filter(({ family }) => family === 'chatter');
const OFFER = 'The mill is open.\n\nIf you like, I can also turn this route into a printable packing list.';
const TOKEN = 'The mill was built in 1890 :contentReference[oaicite:3]{index=3} and burnt down in 1920.';

function countFindings(profile: (typeof PROFILES)[number], text: string): number {
  return createAuditor({ rules: applyProfile(rules, profile) }).audit({ id: 'a', text, format: 'text' }).findings
    .length;
}

test('an offer is natural in a mail and in a transcript, not in an article', () => {
  expect(countFindings('article', OFFER)).toBe(1);
  expect(countFindings('mail', OFFER)).toBe(0);
  expect(countFindings('transcript', OFFER)).toBe(0);
});

test('residue of machines is residue in every kind of document', () => {
  for (const profile of PROFILES) expect(countFindings(profile, TOKEN)).toBe(1);
});

test('the rules of an article are the rules as they ship', () => {
  expect(applyProfile(rules, 'article')).toBe(rules);
});
