/**
 * The corpus index at scale: `node bench/corpus/run.mjs [counts…]` (default 100000). For each number of generated documents:
 * documents a second, peak memory, size of the index; a run that is killed (SIGKILL) half way and started again must end with
 * the same clusters; and the S-curve of the parameters, as computed and as met by the documents.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/bin.js');
const generator = join(root, 'bench/corpus/generate.mjs');
const counts = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const withKill = !process.argv.includes('--no-kill');
const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'dross-bench-'));

const BANDS = 14;
const ROWS = 8;

function printCurve() {
  process.stdout.write(`similarity  chance to share one of ${BANDS} bands of ${ROWS} rows\n`);
  for (let tenth = 3; tenth <= 10; tenth += 0.5) {
    const chance = 1 - (1 - (tenth / 10) ** ROWS) ** BANDS;
    process.stdout.write(
      `${(tenth / 10).toFixed(2).padStart(10)}  ${chance.toFixed(3)} ${'▇'.repeat(Math.round(40 * chance))}\n`,
    );
  }
}

/** Adds the documents; `kill` ends the process after so many milliseconds. */
async function add(index, count, kill) {
  const source = spawn(process.execPath, [generator, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const args = [program, 'corpus', 'add', '-', '--input-format', 'jsonl', '--index', index];
  const started = performance.now();
  const tool = spawn(process.execPath, args, { stdio: [source.stdout, 'pipe', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(tool.pid));
    if (kill !== undefined && performance.now() - started > kill) tool.kill('SIGKILL');
  }, 50);
  let said = '';
  tool.stdout.on('data', (chunk) => (said += chunk));
  const status = await new Promise((done) => tool.on('close', (code, signal) => done(signal ?? code)));
  clearInterval(watch);
  source.kill('SIGKILL');
  return { status, said: said.trim(), seconds: (performance.now() - started) / 1000, peak };
}

function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

async function clusters(index) {
  const tool = spawn(process.execPath, [program, 'corpus', 'clusters', '--json', '--index', index], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const hash = createHash('sha256');
  for await (const chunk of tool.stdout) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}

const seconds = {};
try {
  printCurve();
  for (const count of counts.length === 0 ? [100_000] : counts) {
    const index = join(folder, `${count}.dross`);
    const run = await add(index, count);
    seconds[count] = run.seconds;
    process.stdout.write(
      `\n${count} documents (${run.status}): ${run.seconds.toFixed(1)} s, ${Math.round(count / run.seconds)} documents/s, `,
    );
    process.stdout.write(
      `peak ${run.peak.toFixed(0)} MB, index ${(statSync(index).size / 1e6).toFixed(0)} MB\n${run.said}\n`,
    );
    if (!withKill) continue;
    const expected = await clusters(index);
    const killed = join(folder, `${count}-killed.dross`);
    const first = await add(killed, count, run.seconds * 500);
    const second = await add(killed, count);
    process.stdout.write(
      `killed after ${first.seconds.toFixed(1)} s (${first.status}), then ${second.seconds.toFixed(1)} s: ${second.said.split('\n')[0]}\n`,
    );
    process.stdout.write(`clusters ${(await clusters(killed)) === expected ? 'are the same' : 'DIFFER'}\n`);
    rmSync(killed);
  }
  const [small, large] = [Math.min(...Object.keys(seconds)), Math.max(...Object.keys(seconds))];
  if (large > small)
    process.stdout.write(
      `\n${large / small} times the documents took ${(seconds[large] / seconds[small]).toFixed(1)} times as long\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
