import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyMemory } from '../../src/detect/key-memory.ts';

const span = { start: 1, end: 2 };
const document = (ordinal: number) => ({ ordinal, id: `d${ordinal}` });

describe('memory of keys', () => {
  test('knows the first document and how many there were, as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(300), { maxLength: 40 }), { maxLength: 40 }), (documents) => {
        const memory = new KeyMemory();
        const known = new Map<number, { first: number; in: Set<number> }>();
        documents.forEach((keys, ordinal) => {
          for (const key of keys) {
            memory.add(key, document(ordinal), span);
            const entry = known.get(key) ?? { first: ordinal, in: new Set() };
            entry.in.add(ordinal);
            known.set(key, entry);
          }
        });
        for (let key = 0; key <= 300; key += 1) {
          const entry = known.get(key);
          const expected = entry && { id: `d${entry.first}`, document: entry.first, documents: entry.in.size, ...span };
          expect(memory.get(key)).toEqual(expected);
        }
      }),
    );
  });

  test('with a limit, forgets what was not seen for long and keeps what comes again', () => {
    const memory = new KeyMemory(100);
    memory.add(7, document(0), span);
    for (let ordinal = 1; ordinal <= 10; ordinal += 1) {
      for (let key = 0; key < 50; key += 1) memory.add(1000 * ordinal + key, document(ordinal), span);
      memory.add(7, document(ordinal), span);
    }
    expect(memory.get(7)).toMatchObject({ id: 'd0', documents: 11 });
    expect(memory.get(1001)).toBeUndefined();
    expect(memory.get(10_001)).toBeDefined();
  });
});
