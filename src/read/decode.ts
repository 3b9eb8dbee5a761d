import { isUtf8 } from 'node:buffer';
import { findByteOrder } from './byte-order.ts';
import { findDeclaredCharset } from './declared-charset.ts';
import { detectCharset } from './detect-charset.ts';

/** Decoded text and how it came about. A byte order mark is not part of the text. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
  readonly byteOrderMark: boolean;
  /** What the user should know: anything but clean UTF-8. */
  readonly notes: readonly string[];
}

const REPLACEMENT = '\ufffd';
/** Bytes looked at for a byte order; must cover what `isBinary` saw, so that both agree. */
const ORDER_LENGTH = 8192;
/** A UTF-8 character cut at the end of the bytes leaves at most so many. */
const CUT_CHARACTER = 3;

/**
 * Decodes a whole document: byte order mark, UTF-8, UTF-16 by its zero bytes, the charset an HTML page declares, the
 * detected one, and last UTF-8 with U+FFFD for what is broken. Never rejects; anything but clean UTF-8 leaves a note.
 */
export async function decode(bytes: Uint8Array, isPage: boolean): Promise<Decoded> {
  const order = findByteOrder(bytes.subarray(0, ORDER_LENGTH));
  if (order !== undefined && order.charset !== 'utf-8') return decodeUtf16(bytes, order.charset, order.mark);
  const byteOrderMark = order !== undefined;
  const content = bytes.subarray(order?.mark ?? 0);
  if (isUtf8(content) && !hasIso2022(content)) {
    return { text: toUtf8(content), charset: 'utf-8', byteOrderMark, notes: noteWrongDeclaration(content, isPage) };
  }
  const legacy = byteOrderMark ? undefined : await decodeLegacy(content, isPage);
  return legacy ?? decodeBroken(content, byteOrderMark);
}

/** Decodes valid UTF-8 without a byte order mark. */
export function toUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function decodeUtf16(bytes: Uint8Array, charset: string, mark: number): Decoded {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(mark));
  const how = mark > 0 ? 'as its byte order mark says' : 'detected by its zero bytes';
  const notes = [`decoded as ${charset}, ${how}`, ...noteBroken(countReplacements(text), charset)];
  return { text, charset, byteOrderMark: mark > 0, notes };
}

async function decodeLegacy(bytes: Uint8Array, isPage: boolean): Promise<Decoded | undefined> {
  const declared = isPage ? decodeDeclared(bytes) : undefined;
  return declared ?? decodeDetected(bytes);
}

function decodeDeclared(bytes: Uint8Array): Decoded | undefined {
  const charset = findDeclaredCharset(bytes);
  if (charset === undefined || charset === 'utf-8') return undefined;
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return { text, charset, byteOrderMark: false, notes: [`decoded as ${charset}, as the page declares`] };
  } catch {
    return undefined;
  }
}

async function decodeDetected(bytes: Uint8Array): Promise<Decoded | undefined> {
  if (isMostlyUtf8(bytes)) return undefined;
  const charset = await detectCharset(bytes);
  if (charset === undefined) return undefined;
  const text = new TextDecoder(charset).decode(bytes);
  const notes = [
    `not UTF-8: decoded as ${charset}, the likeliest charset`,
    ...noteBroken(countReplacements(text), charset),
  ];
  return { text, charset, byteOrderMark: false, notes };
}

function decodeBroken(bytes: Uint8Array, byteOrderMark: boolean): Decoded {
  const text = toUtf8(bytes);
  const broken = countReplacements(text) - countEncodedReplacements(bytes);
  return { text, charset: 'utf-8', byteOrderMark, notes: noteBroken(broken, 'utf-8') };
}

/** Cut in its last character, or more sound multi-byte characters than broken ones: damage rather than another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  for (let cut = 1; cut <= CUT_CHARACTER; cut++) {
    if (isUtf8(bytes.subarray(0, bytes.length - cut)) && isCutCharacter(bytes.subarray(bytes.length - cut)))
      return true;
  }
  const text = toUtf8(bytes);
  let sound = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken++;
    else if (unit >= 0x80) sound++;
  }
  return sound > broken;
}

/** The first byte announces more bytes than are there, and continuation bytes follow it. */
function isCutCharacter(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const announced = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  return announced > bytes.length && bytes.subarray(1).every((byte) => byte >= 0x80 && byte < 0xc0);
}

/** ISO-2022-JP is the one charset in use whose bytes are all ASCII; `ESC $` or `ESC (` gives it away. */
function hasIso2022(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('\x1b$B') || buffer.includes('\x1b$@');
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

/** U+FFFD that the author's bytes already held. */
function countEncodedReplacements(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(REPLACEMENT); at >= 0; at = buffer.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

function noteBroken(count: number, charset: string): string[] {
  if (count <= 0) return [];
  const what = count === 1 ? '1 place that is' : `${count} places that are`;
  return [`${what} not valid ${charset} became U+FFFD`];
}

function noteWrongDeclaration(bytes: Uint8Array, isPage: boolean): string[] {
  const declared = isPage ? findDeclaredCharset(bytes) : undefined;
  if (declared === undefined || declared === 'utf-8' || bytes.every((byte) => byte < 0x80)) return [];
  return [`the page declares ${declared}, but it is valid UTF-8 and was decoded as such`];
}
