import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPieces, splitPiece, type ByteLine } from '../../src/read/lines.ts';

async function* chunksOf(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield Buffer.from(text.slice(at, at + size));
    at += size;
  }
}

async function linesOf(text: string, sizes: readonly number[], maxBytes = Infinity): Promise<(string | undefined)[]> {
  const lines: ByteLine[] = [];
  for await (const piece of cutPieces(chunksOf(text, sizes), maxBytes)) lines.push(...splitPiece(piece, maxBytes));
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
  return lines.map(({ bytes }) => (bytes === undefined ? undefined : Buffer.from(bytes).toString()));
}

const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\n\n', 'x'.repeat(30), 'y\n'), { maxLength: 40 });
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

test('lines are the same wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(texts, sizes, async (words, cuts) => {
      const text = words.join('');
      const expected = text.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(await linesOf(text, cuts)).toEqual(expected);
    }),
  );
});

test('a line that is too long is passed over wherever the stream is cut, and those around it stay', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async (cuts) => {
      expect(await linesOf(`ab\n${'x'.repeat(40)}\ncd\n${'y'.repeat(11)}`, cuts, 10)).toEqual([
        'ab',
        undefined,
        'cd',
        undefined,
      ]);
    }),
  );
});

async function piecesOf(text: string, sizes: readonly number[]): Promise<{ bytes: number; lines: number }[]> {
  const pieces: { bytes: number; lines: number }[] = [];
  for await (const { bytes } of cutPieces(chunksOf(text, sizes), Infinity)) {
    const length = bytes?.length ?? 0;
    pieces.push({
      bytes: length,
      lines: Buffer.from(bytes ?? [])
        .toString()
        .trimEnd()
        .split('\n').length,
    });
  }
  return pieces;
}

test('a long stream of short lines is cut into small pieces, each of whole lines', async () => {
  const pieces = await piecesOf(`${'z'.repeat(99)}\n`.repeat(5_000), [200_050]);
  expect(pieces.length).toBeGreaterThan(6);
  expect(pieces.every(({ bytes }) => bytes > 0 && bytes <= 65_536)).toBe(true);
});

test('long lines are gathered, though not too many nor too long ones', async () => {
  const pieces = await piecesOf(`${'z'.repeat(29_999)}\n`.repeat(40), [1_200_000]);
  expect(pieces.map(({ lines }) => lines)).toEqual([16, 16, 8]);
  const long = await piecesOf(`${'z'.repeat(399_999)}\n`.repeat(4), [1_600_000]);
  expect(long.map(({ lines }) => lines)).toEqual([2, 2]);
});
