/** Something about the index that the user can put right; the message says where, what and what to do. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/** What the engine says, and what it means. */
const MEANINGS: readonly (readonly [pattern: RegExp, meaning: (path: string) => string])[] = [
  [
    /could not set lock|conflicting lock|already (?:open|attached)|being used by another process/i,
    (path) => `${path} is in use by another process; wait for it to end, or use another index`,
  ],
  [
    /no space left|not enough space|disk full|could not write|write error|ENOSPC|file too large|failed to extend/i,
    (path) =>
      `${path} cannot grow: the disk is full or the file may not become larger; make room and run the same command again, what was added so far is kept`,
  ],
  [
    /database does not exist/i,
    (path) => `there is no index ${path}; "dross corpus add" makes one, --index names another`,
  ],
  [
    /permission denied|read-only file system|cannot open file|EACCES|EROFS/i,
    (path) => `${path} cannot be opened; check that the folder exists and that it may be read and written`,
  ],
  [
    /not a valid duckdb database|serialization|deserial|corrupt|checksum|failure while replaying wal|magic bytes|could not read enough bytes/i,
    (path) => `${path} is not an index of dross, or it is damaged; move it away and add the documents anew`,
  ],
  [
    /database file.*(?:newer|older|version)|storage version|version number/i,
    (path) =>
      `${path} was written by another version of the engine; add the documents anew, or use the version of dross that wrote it`,
  ],
];

/** Turns an error of the engine into one that says what to do; others are passed on with the path named. */
export function explainEngineError(error: unknown, path: string): CorpusError {
  if (error instanceof CorpusError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const [, meaning] = MEANINGS.find(([pattern]) => pattern.test(said)) ?? [];
  const explained = new CorpusError(meaning?.(path) ?? `${path}: the index engine failed: ${said}`);
  explained.cause = error;
  return explained;
}
