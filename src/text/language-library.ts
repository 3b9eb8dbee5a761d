import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { once } from './once.ts';

interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

const ENTRY = 'eld/src/entries/static.extrasmall.js';

/** By path: the package exports its entries to `import` alone, and the core is synchronous. */
const library = once((): Detector => {
  const require = createRequire(import.meta.url);
  const folder = require.resolve.paths('eld')?.find((path) => existsSync(join(path, ENTRY)));
  if (folder === undefined) throw new Error('The package "eld" is not installed; run npm install.');
  return (require(join(folder, ENTRY)) as { eld: Detector }).eld;
});

/** The door to `eld`, loaded on first use: an ISO 639-1 code, or undefined when the library is not sure. */
export function detectWithLibrary(sample: string): string | undefined {
  const answer = library().detect(sample);
  return answer.language !== '' && answer.isReliable() ? answer.language : undefined;
}
