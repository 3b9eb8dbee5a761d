/** A worker that dies of some texts and refuses to start for some settings. */
import { workerData } from 'node:worker_threads';

export async function work({ batch }) {
  if (workerData[1].cwd === '/nonsense') return { problem: 'the settings make no sense' };
  const items = batch?.items ?? [];
  if (items.some(({ result }) => result.text === 'deadly')) {
    setImmediate(() => {
      throw new Error('out of breath');
    });
    await new Promise(() => {});
  }
  return { drafted: items.map((item) => ({ item })) };
}
