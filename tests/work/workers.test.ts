import { expect, onTestFinished, test } from 'vitest';
import { READ_DEFAULTS } from '../../src/read/index.ts';
import { settle } from '../../src/settings/settle.ts';
import type { Batch } from '../../src/work/batch.ts';
import type { Drafted } from '../../src/work/drafter.ts';
import { startWorkers, type Workers } from '../../src/work/workers.ts';

async function* draftHere(batch: Batch): AsyncGenerator<Drafted> {
  if (batch.kind !== 'items') return;
  for (const { result } of batch.items) yield { item: { result: { ...result, id: 'here' }, origin: { path: '' } } };
}

async function start(cwd = '/'): Promise<Workers> {
  const setup = { settings: settle({}, cwd), cwd, comparedFor: 'frames' as const, options: READ_DEFAULTS };
  const entry = new URL('dying-worker.mjs', import.meta.url);
  const workers = await startWorkers({ count: 2, setup, entry, draftHere });
  onTestFinished(() => workers.stop());
  return workers;
}

function batchOf(...texts: string[]): Batch {
  const items = texts.map((text, at) => ({
    result: { id: `${at}`, text, format: 'text' as const },
    origin: { path: `${at}` },
  }));
  return { kind: 'items', items, bytes: 1, inputsDone: 1 };
}

test('a document that a worker dies of is reported, the others come back', async () => {
  const workers = await start();
  const [first, second] = await Promise.all([
    workers.draft(batchOf('calm', 'deadly', 'calm'), 'draft'),
    workers.draft(batchOf('calm', 'calm'), 'draft'),
  ]);
  expect(first?.map(({ item }) => item.result)).toMatchObject([
    { id: '0', text: 'calm' },
    { id: '1', error: { code: 'internal', message: expect.stringContaining('1 could not be judged (out of breath)') } },
    { id: '2', text: 'calm' },
  ]);
  expect(second?.map(({ item }) => item.result.id)).toEqual(['0', '1']);
  expect(await workers.draft(batchOf('calm'), 'draft')).toHaveLength(1);
});

test('a document that does not fit into the memory of a worker is drafted in the main thread', async () => {
  const workers = await start();
  const drafted = await workers.draft(batchOf('calm', 'bottomless', 'calm'), 'draft');
  expect(drafted.map(({ item }) => item.result.id)).toEqual(['0', 'here', '2']);
});

test('settings that make no sense are no fault of the document', async () => {
  const workers = await start('/nonsense');
  await expect(workers.ready).rejects.toThrow('the settings make no sense');
  await expect(workers.draft(batchOf('calm'), 'draft')).rejects.toThrow('the settings make no sense');
});
