import { canonicalCharset } from './declared-charset.ts';

const CONTEXT_BEFORE = 1024;
const SAMPLE_LENGTH = 64 * 1024;

/** The likeliest charset of bytes that are not UTF-8, as its WHATWG name; judged by a sample round the first byte that is not ASCII. */
export async function detectCharset(bytes: Uint8Array): Promise<string | undefined> {
  const { analyse } = await import('chardet');
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b),
  );
  const start = Math.max(0, first - CONTEXT_BEFORE);
  for (const match of analyse(bytes.subarray(start, start + SAMPLE_LENGTH))) {
    const charset = canonicalCharset(match.name);
    if (charset !== undefined && !charset.startsWith('utf-') && match.confidence > 0) return charset;
  }
  return undefined;
}
