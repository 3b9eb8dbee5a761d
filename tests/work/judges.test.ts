import { expect, onTestFinished, test } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import { READ_DEFAULTS } from '../../src/read/index.ts';
import { settle } from '../../src/settings/settle.ts';
import { startJudges, TooSlow, type Judges } from '../../src/work/judges.ts';

async function start({ cwd = '/', count = 2 } = {}): Promise<Judges> {
  const setup = { settings: settle({}, cwd), cwd, comparedFor: 'frames' as const, options: READ_DEFAULTS };
  const entry = new URL('dying-worker.mjs', import.meta.url);
  const judges = await startJudges({ count, setup, entry, limitMilliseconds: 300 });
  onTestFinished(() => judges.stop());
  return judges;
}

function source(id: number, text = 'calm'): Source {
  return { id: `${id}`, text, format: 'text' };
}

test('a document that takes too long is given up, those around it are judged', async () => {
  const judges = await start();
  const answers = Array.from({ length: 40 }, (_, id) => judges.judge(source(id, id === 7 ? 'endless' : 'calm')));
  const settled = await Promise.allSettled(answers);
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).toEqual(
    settled.map((_, id) => (id === 7 ? expect.any(TooSlow) : `judged ${id}`)),
  );
});

test('the time of waiting does not count', async () => {
  const judges = await start({ count: 1 });
  const slow = [1, 2].map((id) => judges.judge(source(id, 'endless')));
  const last = judges.judge(source(3));
  for (const one of slow) await expect(one).rejects.toThrow('longer than 0.3 seconds');
  expect(await last).toBe('judged 3');
});

test('a document that a worker dies of is nobody else’s business', async () => {
  const judges = await start({ count: 1 });
  const deadly = judges.judge(source(1, 'deadly'));
  const next = judges.judge(source(2));
  await expect(deadly).rejects.toThrow('out of breath');
  expect(await next).toBe('judged 2');
});

test('says when so much waits that no more should come', async () => {
  const judges = await start();
  expect(judges.busy).toBe(false);
  const answers = Array.from({ length: 1_100 }, (_, id) => judges.judge(source(id)));
  expect(judges.busy).toBe(true);
  expect(await Promise.all(answers)).toHaveLength(1_100);
  expect(judges.busy).toBe(false);
});

test('settings that make no sense are told at the start', async () => {
  await expect(start({ cwd: '/nonsense' })).rejects.toThrow('the settings make no sense');
});
