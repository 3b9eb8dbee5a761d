/** Writes generated documents as JSON lines: `node generate.mjs <count> [seed]`. About one in five is a near copy of an earlier one. */
import { once } from 'node:events';

const count = Number(process.argv[2] ?? 1000);
const WORDS = 120;
const COPIED = 0.2;
const CHANGED = 0.015;
const RECENT = 20_000;
let state = Number(process.argv[3] ?? 1) >>> 0;

function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

const word = () => `w${Math.floor(40_000 * random() ** 3).toString(36)}`;
const recent = [];
for (let number = 0; number < count; number += 1) {
  const original = random() < COPIED ? recent[Math.floor(random() * recent.length)] : undefined;
  const words =
    original === undefined
      ? Array.from({ length: WORDS }, word)
      : original.map((own) => (random() < CHANGED ? word() : own));
  if (recent.length < RECENT) recent.push(words);
  else recent[Math.floor(random() * RECENT)] = words;
  if (!process.stdout.write(`{"id":"d${number}","text":"${words.join(' ')}."}\n`)) await once(process.stdout, 'drain');
}
