import { expect, test } from 'vitest';
import { stemmerOf } from '../../src/text/stemmer-library.ts';

test('stems by language; a language without stemmer keeps its words', () => {
  expect(['pressing', 'pressed', 'government'].map(stemmerOf('en'))).toEqual(['press', 'press', 'govern']);
  expect(stemmerOf('en-GB')('ferries')).toBe('ferri');
  expect(stemmerOf('de')('Häuser'.toLowerCase())).not.toBe('häuser');
  expect(stemmerOf('zz')('ferries')).toBe('ferries');
});
