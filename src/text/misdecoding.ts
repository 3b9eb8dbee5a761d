import { once } from './once.ts';

/** A stretch of text that is UTF-8 read in another encoding. */
export interface Misdecoded {
  readonly start: number;
  readonly end: number;
  /** The text as it was meant. */
  readonly repaired: string;
  /** Characters of the repaired text. */
  readonly units: number;
  /** No honest text of any language reads like this stretch. */
  readonly strong: boolean;
  /** How often the text was read wrongly. */
  readonly times: number;
}

/** Encodings that UTF-8 is commonly mistaken for, as `TextDecoder` names them. */
export const MISTAKEN_ENCODINGS = ['windows-1252', 'windows-1251', 'windows-1250', 'macintosh'] as const;
export type MistakenEncoding = (typeof MISTAKEN_ENCODINGS)[number];

const FIRST_HIGH_BYTE = 0x80;
const LAST_C1_CONTROL = 0x9f;
const CODE_UNITS = 0x10000;

/** The byte that each code unit stands for in an encoding, 0 where it has none or is ASCII. */
const bytesOf = {
  'windows-1252': once(() => invert('windows-1252')),
  'windows-1251': once(() => invert('windows-1251')),
  'windows-1250': once(() => invert('windows-1250')),
  macintosh: once(() => invert('macintosh')),
} as const;

/** Bytes 80–9F; the rest is ISO-8859-1. Written out because some versions of Node decode these as ISO-8859-1 too. */
const WINDOWS_1252_SPECIALS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const FIRST_LATIN_1 = 0xa0;

function invert(encoding: MistakenEncoding): Uint8Array {
  const table = new Uint8Array(CODE_UNITS);
  const high = Uint8Array.from({ length: 0x100 - FIRST_HIGH_BYTE }, (_, index) => FIRST_HIGH_BYTE + index);
  // ISO-8859-1 and lenient decoders leave the bytes 80–9F as they are.
  for (let unit = FIRST_HIGH_BYTE; unit <= LAST_C1_CONTROL; unit += 1) table[unit] = unit;
  const text = encoding === 'windows-1252' ? readAsWindows1252(high) : new TextDecoder(encoding).decode(high);
  for (let at = 0; at < text.length; at += 1) table[text.charCodeAt(at)] = FIRST_HIGH_BYTE + at;
  return table;
}

function readAsWindows1252(high: Uint8Array): string {
  const units = Array.from(high, (byte) =>
    byte < FIRST_LATIN_1 ? WINDOWS_1252_SPECIALS.charAt(byte - FIRST_HIGH_BYTE) : String.fromCharCode(byte),
  );
  return units.join('');
}

/** Marks that may follow an accented capital in honest text, as in `CAFÉ”`. */
const TYPOGRAPHIC = new Set('‘’‚“”„–—…«»‹›•·\u00a0');
const MOST_ROUNDS = 3;

/**
 * All stretches of a text whose characters, taken as bytes of the encoding, are well-formed UTF-8 of likely characters.
 * Text that was read wrongly several times is undone as often.
 */
export function findMisdecoded(text: string, encoding: MistakenEncoding): Misdecoded[] {
  const bytes = bytesOf[encoding]();
  const found: Misdecoded[] = [];
  for (const { index, 0: stretch } of text.matchAll(NOT_ASCII)) {
    const end = index + stretch.length;
    for (let at = index; at < end;) {
      const run = readUnit(text, at, bytes) === undefined ? undefined : readRun(text, at, { bytes, encoding });
      if (run !== undefined) found.push(run);
      at = run?.end ?? at + 1;
    }
  }
  return found;
}

/** A sequence has at least two bytes, each a character here. */
const NOT_ASCII = /[\u0080-\uffff]{2,}/g;

interface Unit {
  readonly point: number;
  readonly length: number;
}

const LEAST_CYRILLIC_UNITS = 3;

function readRun(text: string, start: number, by: { bytes: Uint8Array; encoding: MistakenEncoding }): Misdecoded {
  let end = start;
  let units = 0;
  let telling = 0;
  let long = 0;
  let repaired = '';
  for (let unit = readUnit(text, end, by.bytes); unit !== undefined; unit = readUnit(text, end, by.bytes)) {
    repaired += String.fromCodePoint(unit.point);
    units += 1;
    if (!isTypographic(text, end + 1, end + unit.length)) {
      telling += 1;
      if (unit.length > 2) long += 1;
    }
    end += unit.length;
  }
  // Honest Cyrillic has such pairs of letters now and then, but no chains of them.
  const strong = by.encoding === 'windows-1251' ? units >= LEAST_CYRILLIC_UNITS || long > 0 : telling > 0 || units > 2;
  return { start, end, units, strong, ...undoAgain(repaired, by.bytes) };
}

function isTypographic(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!TYPOGRAPHIC.has(text.charAt(at))) return false;
  return true;
}

function undoAgain(once: string, bytes: Uint8Array): { repaired: string; times: number } {
  let repaired = once;
  let times = 1;
  while (times < MOST_ROUNDS) {
    const next = undo(repaired, bytes);
    if (next === repaired) break;
    repaired = next;
    times += 1;
  }
  return { repaired, times };
}

function undo(text: string, bytes: Uint8Array): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const unit = readUnit(text, at, bytes);
    out += unit === undefined ? text.charAt(at) : String.fromCodePoint(unit.point);
    at += unit === undefined ? 1 : unit.length;
  }
  return out;
}

/** One UTF-8 sequence of two to four bytes that decodes to a likely character. */
function readUnit(text: string, at: number, bytes: Uint8Array): Unit | undefined {
  const lead = bytes[text.charCodeAt(at)] ?? 0;
  const length = sequenceLength(lead);
  if (length === 0 || at + length > text.length) return undefined;
  let point = lead & (0x7f >> length);
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[text.charCodeAt(next)] as number;
    if ((byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  return isLikely(point, length) ? { point, length } : undefined;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Ranges of characters that texts are made of, by length of their UTF-8 sequence: Latin, Greek, Cyrillic, Hebrew, Arabic … */
const LIKELY: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  2: [
    [0x80, 0x17f],
    [0x386, 0x45f],
    [0x490, 0x491],
    [0x5d0, 0x5ea],
    [0x60c, 0x66a],
  ],
  3: [
    [0x900, 0x97f],
    [0xe01, 0xe5b],
    [0x1e00, 0x1fff],
    [0x2002, 0x2063],
    [0x20a0, 0x20bf],
    [0x2100, 0x27bf],
    [0x3000, 0x30ff],
    [0x4e00, 0x9fff],
    [0xac00, 0xd7a3],
    [0xfb00, 0xfb06],
    [0xfe0f, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xff01, 0xff5e],
    [0xfffd, 0xfffd],
  ],
  4: [[0x1f000, 0x1faff]],
};

function isLikely(point: number, length: number): boolean {
  return LIKELY[length]?.some(([first, last]) => point >= first && point <= last) === true;
}
