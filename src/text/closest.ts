import { distance } from 'fastest-levenshtein';

const LARGEST_SHARE_OF_EDITS = 0.4;
/** From this length on two letters may have changed places. */
const ROOM_FOR_A_SWAP = 4;

/** The door to `fastest-levenshtein`: the known word a mistyped one was probably meant to be, if any is near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(word.length < ROOM_FOR_A_SWAP ? 1 : 2, Math.floor(word.length * LARGEST_SHARE_OF_EDITS)) + 1;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** ` (did you mean "x"?)`, or nothing when no known word is near and none begins or ends with what was typed. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = closest(word, known) ?? known.find((entry) => entry.startsWith(word) || entry.endsWith(`/${word}`));
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
