export const FORMATS = ['text', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** One document as it was read: decoded, otherwise untouched. All reported offsets refer to `text`. */
export interface Source {
  /** A path, or the id of a JSONL record. */
  readonly id: string;
  readonly text: string;
  readonly format: Format;
  /** Remarks of the reader worth telling the user, such as the charset it had to detect. */
  readonly notes?: readonly string[];
}

/** A document that could not be read; the others go on. */
export interface Unreadable {
  readonly id: string;
  readonly error: {
    readonly code: 'unreadable' | 'binary' | 'invalid-record' | 'too-large' | 'internal';
    readonly message: string;
  };
}

export type ReadResult = Source | Unreadable;

export function isUnreadable(result: ReadResult): result is Unreadable {
  return 'error' in result;
}
