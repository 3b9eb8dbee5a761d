import type { Block } from '../model/document.ts';

/** A turn: a name of at most three words, perhaps a time or a remark in brackets, a colon. */
const LABEL =
  /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+)?([\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*){0,2})(?: ?\([^)]{1,20}\))? ?[:：]\s/u;
const QUESTION_LABELS = new Set(['Q', 'A', 'Question', 'Answer', 'Frage', 'Antwort', 'F', 'P', 'R', 'В', 'О']);
const LONGEST_LABEL = 48;
const LEAST_TURNS = 4;
const LEAST_SPEAKERS = 2;
/** Blocks that may lie between two turns and belong to the first. */
const MOST_BETWEEN = 3;

const SPEECH_MARKS = '—―“"„«»「『‘';
const LEAST_SPEECHES = 3;
/** Narration between two lines of speech. */
const MOST_NARRATION = 2;

/** Indexes of the blocks that are turns of a conversation or lines of direct speech. */
export function findDialogue(text: string, blocks: readonly Block[]): Set<number> {
  const dialogue = new Set<number>();
  for (const turns of stretches(labelledTurns(text, blocks), MOST_BETWEEN + 1, LEAST_TURNS)) {
    for (let index = turns[0] ?? 0; index <= (turns.at(-1) ?? -1); index += 1) dialogue.add(index);
  }
  const speeches = blocks.flatMap((block) => (opensSpeech(text, block) ? [block.index] : []));
  for (const index of stretches(speeches, MOST_NARRATION + 1, LEAST_SPEECHES).flat()) dialogue.add(index);
  return dialogue;
}

/** Blocks with a label that at least two speakers use in turn. */
function labelledTurns(text: string, blocks: readonly Block[]): number[] {
  const labels = blocks.map((block) => labelOf(text, block));
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  const speakers = new Set([...counts].filter(([, count]) => count >= LEAST_SPEAKERS).map(([label]) => label));
  const questions = [...counts.keys()].filter((label) => QUESTION_LABELS.has(label));
  if (questions.length >= LEAST_SPEAKERS) for (const label of questions) speakers.add(label);
  if (speakers.size < LEAST_SPEAKERS) return [];
  return labels.flatMap((label, index) => (label !== undefined && speakers.has(label) ? [index] : []));
}

function labelOf(text: string, block: Block): string | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL));
  return head.includes(':') || head.includes('：') ? LABEL.exec(head)?.[1] : undefined;
}

function opensSpeech(text: string, block: Block): boolean {
  return block.kind === 'paragraph' && SPEECH_MARKS.includes(text.charAt(block.start));
}

/** Rising indexes cut where a step is too large; stretches with too few members are left out. */
function stretches(indexes: readonly number[], step: number, least: number): number[][] {
  const found: number[][] = [];
  let from = 0;
  for (let at = 1; at <= indexes.length; at += 1) {
    if (at < indexes.length && (indexes[at] ?? 0) - (indexes[at - 1] ?? 0) <= step) continue;
    if (at - from >= least) found.push(indexes.slice(from, at));
    from = at;
  }
  return found;
}
