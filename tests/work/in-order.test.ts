import { expect, test } from 'vitest';
import type { Batch } from '../../src/work/batch.ts';
import type { Drafted } from '../../src/work/drafter.ts';
import { workInOrder, type Lanes } from '../../src/work/in-order.ts';

function draftedOf(id: string): Drafted {
  return { item: { result: { id, text: '', format: 'text' }, origin: { path: id } } };
}

function batchOf(id: number, bytes = 1): Batch {
  return { kind: 'items', items: [draftedOf(`${id}`).item], bytes, inputsDone: id };
}

async function* here(batch: Batch): AsyncGenerator<Drafted> {
  if (batch.kind === 'items') for (const item of batch.items) yield { item };
}

async function collect(lanes: Lanes, batches: AsyncIterable<Batch>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { drafted } of workInOrder(batches, lanes)) ids.push(drafted.item.result.id);
  return ids;
}

async function* numbered(count: number, bytes = 1): AsyncGenerator<Batch> {
  for (let id = 0; id < count; id += 1) yield batchOf(id, bytes);
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, id) => `${id}`);

/** Answers batches in the order of their last digit, and counts how many it has at a time. */
function disorderly(window: number): Lanes & { most: () => number } {
  let away = 0;
  let most = 0;
  return {
    here,
    window,
    most: () => most,
    async away(batch) {
      away += 1;
      most = Math.max(most, away);
      for (let turn = 0; turn < 10 - (batch.inputsDone % 10); turn += 1) await new Promise(setImmediate);
      away -= 1;
      return [draftedOf(`${batch.inputsDone}`)];
    },
  };
}

test('results come in the order of the batches, whoever is done first', async () => {
  const lanes = disorderly(5);
  expect(await collect(lanes, numbered(100))).toEqual(ids(100));
  expect(lanes.most()).toBe(5);
});

test('large batches are not piled up', async () => {
  const lanes = disorderly(5);
  expect(await collect(lanes, numbered(20, 30_000_000))).toEqual(ids(20));
  expect(lanes.most()).toBe(2);
});

test('work begins here and goes away when somebody is there to take it', async () => {
  const lanes = disorderly(3);
  const late: Lanes = { ...lanes, away: (batch) => (batch.inputsDone < 7 ? undefined : lanes.away(batch)) };
  expect(await collect(late, numbered(30))).toEqual(ids(30));
});

test('a result does not wait for further input', async () => {
  const never = new Promise<void>(() => {});
  async function* halting(): AsyncGenerator<Batch> {
    yield batchOf(0);
    await never;
  }
  const work = workInOrder(halting(), disorderly(3));
  expect((await work.next()).value?.drafted.item.result.id).toBe('0');
});

test('a failure comes when its turn does', async () => {
  const lanes = disorderly(5);
  const failing: Lanes = {
    ...lanes,
    away: (batch) => (batch.inputsDone === 3 ? Promise.reject(new Error('no more')) : lanes.away(batch)),
  };
  const got: string[] = [];
  await expect(async () => {
    for await (const { drafted } of workInOrder(numbered(9), failing)) got.push(drafted.item.result.id);
  }).rejects.toThrow('no more');
  expect(got).toEqual(['0', '1', '2']);
});
