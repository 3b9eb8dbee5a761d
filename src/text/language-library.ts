import { createRequire } from 'node:module';
import { once } from './once.ts';

interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

const library = once((): Detector => (createRequire(import.meta.url)('eld/extrasmall') as { eld: Detector }).eld);

/** The door to `eld`, loaded on first use: an ISO 639-1 code, or undefined when the library is not sure. */
export function detectWithLibrary(sample: string): string | undefined {
  const answer = library().detect(sample);
  return answer.language !== '' && answer.isReliable() ? answer.language : undefined;
}
