import { isUtf8 } from 'node:buffer';
import { findByteOrder } from './byte-order.ts';

/** How many bytes of a file are looked at to tell what it is. */
export const HEAD_LENGTH = 8192;

/** Formats whose beginning may look like text. */
const MAGIC = ['%PDF-', 'GIF8', '{\\rtf', '\x89PNG', 'PK\x03\x04', '\xff\xd8\xff', '\x7fELF'];
/** More control characters than this do not happen in texts, not even in damaged ones. */
const CONTROL_SHARE = 0.05;
/** A stray zero byte is damage and worth a report, as long as the rest is text. */
const ZERO_SHARE = 0.01;
/** A character cut at the end of the head may leave so many bytes. */
const CUT_CHARACTER = 3;

/** Tells from the first bytes whether a file is something other than text. UTF-16 is text. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_LENGTH);
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  if (MAGIC.some((magic) => start.startsWith(magic))) return true;
  const order = findByteOrder(head);
  if (order !== undefined && order.charset !== 'utf-8') return false;
  const { zeros, controls } = countControls(head);
  if (zeros > 0 && (zeros > head.length * ZERO_SHARE || !isCutUtf8(head))) return true;
  return controls > head.length * CONTROL_SHARE;
}

function countControls(head: Uint8Array): { zeros: number; controls: number } {
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at] as number;
    if (byte >= 0x20) continue;
    if (byte === 0) zeros++;
    else if (!isTextControl(byte)) controls++;
  }
  return { zeros, controls };
}

/** Backspace to carriage return, and the escape of terminals and of ISO-2022. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b;
}

function isCutUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut <= CUT_CHARACTER; cut++) {
    if (isUtf8(head.subarray(0, head.length - cut))) return true;
  }
  return false;
}
