import type { Block, ElementEvidence } from '../model/document.ts';

type Kind = Pick<Block, 'kind' | 'container' | 'level'>;
type Place = Pick<Block, 'index' | 'start' | 'end' | 'spaced'>;

/** A block made field by field: a spread followed by more fields is ten times as slow, and there are many blocks. */
export function makeBlock(kind: Kind, place: Place, element?: ElementEvidence): Block {
  const block: { -readonly [Key in keyof Block]: Block[Key] } = {
    kind: kind.kind,
    container: kind.container,
    index: place.index,
    start: place.start,
    end: place.end,
    spaced: place.spaced,
  };
  if (kind.level !== undefined) block.level = kind.level;
  if (element !== undefined) block.element = element;
  return block;
}
