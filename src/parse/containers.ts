import type { Block, Container } from '../model/document.ts';
import { findDialogue } from './dialogue.ts';
import { isByline, isCaption } from './labels.ts';
import { makeBlock } from './make-block.ts';
import { findVerse, type LineBreaks } from './verse.ts';

/** Marks verse and dialogue among the blocks of prose: containers that no markup tells, only shape and neighbours do. */
export function markContainers(text: string, blocks: readonly Block[], breaks: LineBreaks): readonly Block[] {
  const verse = findVerse(text, blocks, breaks);
  const dialogue = findDialogue(text, blocks);
  if (verse.size === 0 && dialogue.size === 0) return blocks;
  return blocks.map((block) => {
    if (block.container !== 'prose') return block;
    if (verse.has(block.index)) return contained(block, 'verse');
    return dialogue.has(block.index) ? contained(block, 'dialogue') : block;
  });
}

/** Paragraphs of markup that are bylines and captions by their wording, as lines of plain text would be. */
export function nameLabels(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.container !== 'prose' || block.end - block.start > MOST_LABEL) return block;
    const words = text.slice(block.start, block.end);
    const kind = isByline(words) ? 'byline' : isCaption(words) ? 'caption' : undefined;
    return kind === undefined ? block : makeBlock({ kind, container: 'prose' }, block, block.element);
  });
}

/** Longer paragraphs are no label of anything. */
const MOST_LABEL = 300;

/** A line among short ones is no menu entry after all. */
function contained(block: Block, container: Container): Block {
  const { level } = block;
  const kind = block.kind === 'menu-entry' ? 'paragraph' : block.kind;
  return makeBlock(level === undefined ? { kind, container } : { kind, container, level }, block, block.element);
}
