/** A worker that dies of some texts, never ends or fills its memory with others, and refuses to start for some settings. */
import { workerData } from 'node:worker_threads';

export async function prepare() {
  return answer([]);
}

export async function work({ batch }) {
  const answered = await answer(batch.items);
  return 'problem' in answered ? answered : { result: batch.items.map((item) => ({ item })) };
}

export async function judge(source) {
  return answer([{ result: source }], `judged ${source.id}`);
}

async function answer(items, result) {
  if (workerData[1].cwd === '/nonsense') return { problem: 'the settings make no sense' };
  for (const { result: source } of items) {
    if (source.text === 'endless') for (;;);
    if (source.text === 'bottomless') for (const held = []; ;) held.push(Array(1e6).fill(held.length));
    if (source.text === 'deadly') {
      setImmediate(() => {
        throw new Error('out of breath');
      });
      await new Promise(() => {});
    }
  }
  return { result };
}
