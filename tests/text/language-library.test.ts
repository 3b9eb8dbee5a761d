import { expect, it } from 'vitest';
import { detectWithLibrary } from '../../src/text/language-library.ts';

it('loads its package on first use and knows a language by its letters', () => {
  expect(detectWithLibrary('Vlak do Brna odjíždí z prvního nástupiště, přestup je možný v Pardubicích.')).toBe('cs');
});
