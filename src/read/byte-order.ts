export interface ByteOrder {
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Length of the byte order mark; 0 when the order was inferred from where the zero bytes stand. */
  readonly mark: number;
}

const PAIRS_LOOKED_AT = 4096;
/** Text of the Latin script in UTF-16 has a zero in nearly every pair; Greek or Cyrillic still has its spaces. */
const ZERO_SHARE = 0.1;

/** Recognises Unicode by its byte order mark or, for UTF-16 without one, by zero bytes in one half of the pairs only. */
export function findByteOrder(head: Uint8Array): ByteOrder | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { charset: 'utf-8', mark: 3 };
  if (head[0] === 0xfe && head[1] === 0xff) return { charset: 'utf-16be', mark: 2 };
  if (head[0] === 0xff && head[1] === 0xfe && !isUtf32(head)) return { charset: 'utf-16le', mark: 2 };
  return inferUtf16(head);
}

/** `FF FE 00 00` is UTF-32, which no decoder of the platform knows. */
function isUtf32(head: Uint8Array): boolean {
  return head.length >= 4 && head[2] === 0 && head[3] === 0;
}

function inferUtf16(head: Uint8Array): ByteOrder | undefined {
  if (!head.includes(0)) return undefined;
  const pairs = Math.min(head.length >> 1, PAIRS_LOOKED_AT);
  const high = countZeroPartners(head, pairs, 0);
  const low = countZeroPartners(head, pairs, 1);
  const enough = Math.max(2, pairs * ZERO_SHARE);
  if (high.zeros === 0 && low.zeros >= enough && low.controls === 0) return { charset: 'utf-16le', mark: 0 };
  if (low.zeros === 0 && high.zeros >= enough && high.controls === 0) return { charset: 'utf-16be', mark: 0 };
  return undefined;
}

/** Zero bytes in one half of the pairs, and how many of them stand beside something that is not a printable character. */
function countZeroPartners(head: Uint8Array, pairs: number, half: 0 | 1): { zeros: number; controls: number } {
  let zeros = 0;
  let controls = 0;
  for (let index = half; index < pairs * 2; index += 2) {
    if (head[index] !== 0) continue;
    zeros++;
    const partner = head[index ^ 1] ?? 0;
    if (partner < 0x20 && !(partner >= 0x08 && partner <= 0x0d)) controls++;
  }
  return { zeros, controls };
}
