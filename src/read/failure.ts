import type { Unreadable } from '../model/source.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it vanished before it was read',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** The report on a document that the file system or a decompressor would not give. */
export function failureOf(id: string, error: unknown): Unreadable {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''] ?? message ?? String(error);
  return { id, error: { code: 'unreadable', message: `${id} cannot be read: ${reason}.` } };
}

/** The report on a document longer than the reader takes. */
export function tooLarge(id: string, maxBytes: number): Unreadable {
  const limit = maxBytes >= 1e6 ? `${Math.floor(maxBytes / 1e6)} MB` : `${maxBytes} bytes`;
  const message = `${id} is longer than ${limit}, the most that is read as one document; split it.`;
  return { id, error: { code: 'too-large', message } };
}
