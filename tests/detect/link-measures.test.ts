import { expect, test } from 'vitest';
import { describeLinks, LINK_MEASURES } from '../../src/detect/block-model/link-measures.ts';

function describeShares(shares: readonly number[]): (block: number, name: string) => number {
  const width = LINK_MEASURES.length;
  const values = new Float32Array(shares.length * width);
  describeLinks(Float32Array.from(shares), { values, width, from: 0 });
  return (block, name) => values[block * width + LINK_MEASURES.indexOf(name)] as number;
}

test('links around a block are counted on both sides, itself left out', () => {
  const read = describeShares([1, 0, 1, 0.5, 1, 1]);
  expect(read(2, 'links before in 3')).toBe(1);
  expect(read(2, 'links after in 3')).toBe(2);
  expect(read(5, 'links before in 8')).toBe(3);
  expect(read(5, 'links after in 20')).toBe(0);
});

test('the nearest links are so many blocks away, no more than 30', () => {
  const read = describeShares([0, 1, 0, 0, 1, 0]);
  expect(read(3, 'since link')).toBe(2);
  expect(read(3, 'to link')).toBe(1);
  expect(read(0, 'since link')).toBe(30);
  expect(read(5, 'to link')).toBe(30);
});

test('links with no more than three blocks between them stand in one row, with the block below the last', () => {
  const read = describeShares([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
  const links = Array.from({ length: 12 }, (_, block) => Math.round(2 ** read(block, 'links in a row') - 1));
  expect(links).toEqual([0, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 1]);
});
