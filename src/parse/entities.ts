import { createRequire } from 'node:module';
import type * as EntitiesModule from 'entities/lib/decode.js';
import { once } from '../text/once.ts';

/** One character reference of HTML: what it stands for and how long it is. */
export interface CharacterReference {
  readonly text: string;
  readonly length: number;
}

/** Longer references are no references; it also bounds the look ahead. */
const MOST_REFERENCE = 40;
const REPLACEMENT = '\uFFFD';

/**
 * Decodes the character reference that begins with the `&` at an offset, by the rules of HTML for text (a semicolon may
 * be missing where HTML lets it). Nothing when it is none.
 */
export function decodeReference(source: string, at: number): CharacterReference | undefined {
  const { decodeTree, EntityDecoder, DecodingMode } = decoding();
  let text = '';
  const decoder = new EntityDecoder(decodeTree, (code) => {
    text += isCodePoint(code) ? String.fromCodePoint(code) : REPLACEMENT;
  });
  decoder.startEntity(DecodingMode.Legacy);
  const candidate = source.slice(at + 1, at + MOST_REFERENCE);
  let length = decoder.write(candidate, 0);
  if (length < 0) length = decoder.end();
  return length > 0 && text !== '' ? { text, length } : undefined;
}

/** Decodes every reference of an attribute's value or the like. */
export function decodeReferences(text: string): string {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const reference = at < from ? undefined : decodeReference(text, at);
    if (reference === undefined) continue;
    decoded += text.slice(from, at) + reference.text;
    from = at + reference.length;
  }
  return decoded + text.slice(from);
}

function isCodePoint(code: number): boolean {
  return code >= 0 && code <= 0x10ffff;
}

const decoding = once(() => {
  const require = createRequire(import.meta.url);
  const { htmlDecodeTree, EntityDecoder, DecodingMode } = require('entities/lib/decode.js') as typeof EntitiesModule;
  return { decodeTree: htmlDecodeTree, EntityDecoder, DecodingMode };
});
