import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openSegmentStore } from '../../src/work/segment-store.ts';

let folder = '';

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'dross-store-'));
  folder = made;
  onTestFinished(() => rmSync(made, { recursive: true }));
});

const key = (number: number): string => number.toString(16).padStart(32, '0');
const valueOf = (number: number): Buffer => Buffer.from(`value ${number} `.repeat(20));

function fill(from: number, to: number): void {
  const store = openSegmentStore(folder);
  for (let number = from; number < to; number += 1) store.put(key(number), valueOf(number));
  store.close();
}

function segments(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.drafts'));
}

test('a value is there at once, and in the next run', () => {
  const store = openSegmentStore(folder);
  store.put(key(1), valueOf(1));
  expect(store.get(key(1))).toEqual(valueOf(1));
  expect(store.get(key(2))).toBeUndefined();
  store.close();
  const next = openSegmentStore(folder);
  expect(next.get(key(1))).toEqual(valueOf(1));
  expect(next.damaged).toBe(false);
  next.close();
});

test('runs side by side lose nothing of one another', () => {
  const first = openSegmentStore(folder);
  const second = openSegmentStore(folder);
  first.put(key(1), valueOf(1));
  second.put(key(2), valueOf(2));
  first.close();
  second.close();
  const next = openSegmentStore(folder);
  expect([next.get(key(1)), next.get(key(2))]).toEqual([valueOf(1), valueOf(2)]);
  next.close();
});

test('a run that is killed leaves what it has written', () => {
  const killed = openSegmentStore(folder);
  for (let number = 0; number < 2_000; number += 1) killed.put(key(number), valueOf(number));
  const next = openSegmentStore(folder);
  expect(next.damaged).toBe(false);
  expect(next.get(key(1_000))).toEqual(valueOf(1_000));
  next.close();
  killed.close();
});

test('a record that was cut short is noticed, those before it are used, and the next run is sound again', () => {
  fill(0, 10);
  const path = join(folder, segments()[0] as string);
  truncateSync(path, statSync(path).size - 5);
  const store = openSegmentStore(folder);
  expect(store.damaged).toBe(true);
  expect(store.get(key(8))).toEqual(valueOf(8));
  expect(store.get(key(9))).toBeUndefined();
  store.close();
  const next = openSegmentStore(folder);
  expect(next.damaged).toBe(false);
  expect(next.get(key(8))).toEqual(valueOf(8));
  next.close();
});

test('a value with a wrong byte is never given out', () => {
  fill(0, 3);
  const path = join(folder, segments()[0] as string);
  const bytes = readFileSync(path);
  bytes[bytes.length - 3] = 0;
  writeFileSync(path, bytes);
  appendFileSync(path, 'what is this?');
  const store = openSegmentStore(folder);
  expect(store.get(key(2))).toBeUndefined();
  expect(store.get(key(1))).toEqual(valueOf(1));
  expect(store.damaged).toBe(true);
  store.close();
});

test('a file that holds something else is passed over', () => {
  writeFileSync(join(folder, 'a.drafts'), 'not of ours');
  fill(0, 3);
  const next = openSegmentStore(folder);
  expect(next.get(key(2))).toEqual(valueOf(2));
  next.close();
});

test('many files become one', () => {
  for (let run = 0; run < 20; run += 1) fill(run, run + 1);
  expect(segments().length).toBeLessThanOrEqual(16);
  const next = openSegmentStore(folder);
  for (let number = 0; number < 20; number += 1) expect(next.get(key(number))).toEqual(valueOf(number));
  next.close();
});

test('of too many values those stay that were asked for last', () => {
  fill(0, 100);
  const most = 40 * valueOf(50).length;
  const store = openSegmentStore(folder, { bytes: most, segments: 16 });
  for (let number = 0; number < 10; number += 1) store.get(key(number));
  store.put(key(100), valueOf(100));
  store.close();
  expect(segments().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(most);
  const next = openSegmentStore(folder);
  for (const number of [0, 9, 99, 100]) expect(next.get(key(number))).toEqual(valueOf(number));
  expect(next.get(key(20))).toBeUndefined();
  next.close();
});
