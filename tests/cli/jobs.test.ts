import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/report/formats.ts';
import { BuiltProgram, ending, type Ending } from './built-program.ts';

let program: BuiltProgram;

const SUBJECTS = ['ferry', 'depot', 'orchard', 'harbour', 'market', 'railway', 'school', 'bridge'];

/** Pages of one site: the same frame around texts of their own. */
function page(number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? '';
  const body = Array.from(
    { length: 1 + (number % 3) },
    (_, at) =>
      `In the year ${1900 + number + at} the ${subject} stood still for ${number + 2} weeks, and those who had to cross the bay took the road around the northern shore, although it was longer by ${at + 3} miles.`,
  );
  return ['Harbour News Online', 'Home of the northern coast', ...body, 'Back to the top', '© Harbour News'].join('\n');
}

const offer = 'Let me know if you would like me to expand on any of these points!';
const records = Array.from({ length: 260 }, (_, number) =>
  JSON.stringify({ id: `r${number}`, text: number % 7 === 0 ? `${page(number)}\n${offer}` : page(number) }),
);

function write(name: string, content: string | Buffer): void {
  const path = join(program.folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function toFiles(jobs: number): string[] {
  return REPORT_FORMATS.flatMap((format) => ['--format', `${format}=${format}.${jobs}`]);
}

function read(name: string): string {
  return readFileSync(join(program.folder, name), 'utf8');
}

/** A few rules are soon ready; which they are makes no difference here. */
const FEW_RULES = ['--families', 'duplicate,chatter'];

async function withJobs(argv: readonly string[], stdin?: Buffer): Promise<[Ending, Ending]> {
  const alone = await program.run([...argv, ...FEW_RULES, '--jobs', '1'], stdin);
  return [alone, await program.run([...argv, ...FEW_RULES, '--jobs', '2'], stdin)];
}

beforeAll(() => {
  program = new BuiltProgram();
  for (let number = 0; number < 40; number += 1) write(`site/${number}.txt`, page(number));
  write('site/offer.md', `# A note\n\n${page(3)}\n\n${offer}\n`);
  write('site/page.html', `<html><body><nav>Menu</nav><p>${page(5)}</p></body></html>`);
  write('site/picture.txt', Buffer.from([0, 1, 2, 0, 255, 0, 0, 3]));
  write('records.jsonl', `${records.slice(0, 200).join('\n')}\nnot a record\n\n${records.slice(200).join('\n')}`);
  write('packed.jsonl.gz', gzipSync(records.slice(0, 40).join('\n')));
  write(
    'dross.config.yaml',
    [
      'overrides:',
      '  - files: ["site/1*.txt"]',
      '    rules: { duplicate/page-frame: error }',
      '  - files: ["site/2*.txt"]',
      '    rules: { duplicate/page-frame: "off" }',
      'allow:',
      '  - { rule: duplicate/page-frame, text: "Back to the top", files: ["site/3*.txt"] }',
    ].join('\n'),
  );
});

afterAll(() => program.remove());

describe('the number of jobs changes nothing', () => {
  const inputs = ['site', 'records.jsonl', 'packed.jsonl.gz', 'missing-extension'];

  beforeAll(() => write('missing-extension', `${records.slice(10, 20).join('\n')}\n`));

  test('in a report of any format', async () => {
    for (const jobs of [1, 2]) {
      const { status, stderr } = await program.run(['check', ...inputs, '--jobs', `${jobs}`, ...toFiles(jobs)]);
      expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    }
    for (const format of REPORT_FORMATS) {
      expect(read(`${format}.1`).length).toBeGreaterThan(500);
      expect(read(`${format}.2`) === read(`${format}.1`), format).toBe(true);
    }
  });

  test('in what is found of the page frame', async () => {
    const [alone, together] = await withJobs(['check', 'site', '--format', 'csv']);
    const frames = alone.stdout.split('\r\n').filter((row) => row.includes('duplicate/page-frame'));
    expect(frames.length).toBeGreaterThan(50);
    expect(frames.some((row) => row.startsWith('site/10.txt') && row.includes('error'))).toBe(true);
    expect(frames.some((row) => row.startsWith('site/20.txt'))).toBe(false);
    expect(frames.some((row) => row.startsWith('site/30.txt') && row.includes('Back to the top'))).toBe(false);
    expect(together).toEqual(alone);
  });

  test('where documents are compared with all others', async () => {
    const [alone, together] = await withJobs(['check', ...inputs, '--corpus', '--format', 'ndjson']);
    expect(alone.stdout).toContain('duplicate/copied-document');
    expect(together).toEqual(alone);
  });

  test('where records come through a pipe', async () => {
    const lines = Buffer.from(records.join('\n'));
    for (const stdin of [lines, gzipSync(lines)]) {
      const [alone, together] = await withJobs(['check', '-', '--format', 'ndjson'], stdin);
      expect(alone.stdout.split('\n').length).toBe(records.length + 1);
      expect(together).toEqual(alone);
    }
  });

  test('for one document on standard input', async () => {
    const [alone, together] = await withJobs(['check', '-', '--format', 'json'], Buffer.from(page(1)));
    expect(alone.stdout).toContain('"id":"-"');
    expect(together).toEqual(alone);
  });

  test('where a cache knows some of the documents', async () => {
    const plain = await program.run(['check', ...inputs, '--jobs', '1', '--format', 'ndjson', ...FEW_RULES]);
    const remembering = ['check', ...inputs, '--format', 'ndjson', ...FEW_RULES, '--cache-folder'];
    await program.run(['check', 'site', ...FEW_RULES, '--cache-folder', 'memory', '--jobs', '2']);
    expect(await program.run([...remembering, 'memory', '--jobs', '2'])).toEqual(plain);
    expect(await program.run([...remembering, 'memory', '--jobs', '2'])).toEqual(plain);
  });

  test('where a baseline is taken and used', async () => {
    await program.run(['check', 'site', '--baseline', 'one.json', '--update-baseline', '--jobs', '2', ...FEW_RULES]);
    write('site/0.txt', `${page(0)}\n${offer}`);
    const [alone, together] = await withJobs(['check', 'site', '--baseline', 'one.json', '--format', 'sarif']);
    write('site/0.txt', page(0));
    expect(alone.stdout).toContain('"baselineState":"new"');
    expect(together).toEqual(alone);
  });
});

test('tells a mistake in the settings once, whoever notices it', async () => {
  write('broken/my/rules/chatter/mine.yaml', 'title: no rule');
  const [alone, together] = await withJobs(['check', 'site', '--rules', 'broken/my/rules']);
  expect(alone).toMatchObject({ status: 2, stdout: '' });
  expect(together).toEqual(alone);
});

test.skipIf(process.getuid?.() === 0)('goes on after a file that may not be read', async () => {
  write('locked/a.txt', page(1));
  write('locked/b.txt', page(2));
  chmodSync(join(program.folder, 'locked/a.txt'), 0);
  const [alone, together] = await withJobs(['check', 'locked', '--format', 'ndjson']);
  expect(alone.status).toBe(2);
  expect(together).toEqual(alone);
});

test('ends with 130 and nothing half-written on Ctrl-C, while workers work and while they wait', async () => {
  write('many.jsonl', Array.from({ length: 40 }, () => records.join('\n')).join('\n'));
  for (const path of ['many.jsonl', '-']) {
    const child = program.start([
      'check',
      path,
      '--input-format',
      'jsonl',
      '--jobs',
      '2',
      '--format',
      'json=out.json',
      '--format',
      'ndjson',
    ]);
    if (path === '-') child.stdin?.write(`${records[0]}\n`);
    child.stdout?.once('data', () => child.kill('SIGINT'));
    expect(await ending(child)).toMatchObject({ status: 130, signal: null, stderr: '' });
    expect(readdirSync(program.folder).filter((name) => name.includes('out.json'))).toEqual([]);
  }
});

test('ends quietly when the pipe it writes to is closed', async () => {
  const child = program.start(['check', 'many.jsonl', '--jobs', '2', '--format', 'ndjson']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const { status, signal, stderr } = await ending(child);
  expect({ status, signal, stderr }).toMatchObject({ signal: null, stderr: '' });
  expect(existsSync(join(program.folder, 'out.json'))).toBe(false);
});

test('answers a record before the next one comes', async () => {
  const child = program.start(['check', '-', '--input-format', 'jsonl', '--jobs', '2', '--format', 'ndjson']);
  const answers: string[] = [];
  await new Promise<void>((done) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      answers.push(chunk.toString());
      if (answers.length < 3) child.stdin?.write(`${records[answers.length]}\n`);
      else done();
    });
    child.stdin?.write(`${records[0]}\n`);
  });
  child.stdin?.end();
  expect((await ending(child)).signal).toBe(null);
  expect(answers.map((text) => (JSON.parse(text) as { id: string }).id)).toEqual(['r0', 'r1', 'r2']);
});
