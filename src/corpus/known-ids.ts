import { joinHashes } from '../text/minhash.ts';
import type { IndexStore } from './index-store.ts';

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const SECOND_PRIME = 0x85ebca6b;
const EMPTY = -1;
const FULLEST = 0.6;

/**
 * Which ids an index may hold: a set of 53-bit hashes, 13 to 27 bytes an id. A fresh collection is added without a look at the
 * tables; what may be known is asked of them.
 */
export class KnownIds {
  private keys = new Float64Array(1 << 12).fill(EMPTY);
  private count = 0;

  static async load({ engine }: IndexStore): Promise<KnownIds> {
    const known = new KnownIds();
    for await (const [ids = []] of engine.chunks('SELECT id FROM documents'))
      for (const id of ids) known.add(String(id));
    return known;
  }

  mayHold(id: string): boolean {
    return this.keys[this.find(keyOf(id))] !== EMPTY;
  }

  add(id: string): void {
    if (this.count >= FULLEST * this.keys.length) this.grow();
    const key = keyOf(id);
    const slot = this.find(key);
    if (this.keys[slot] !== EMPTY) return;
    this.keys[slot] = key;
    this.count += 1;
  }

  private find(key: number): number {
    const { keys } = this;
    let slot = key % keys.length;
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = slot + 1 === keys.length ? 0 : slot + 1;
    return slot;
  }

  private grow(): void {
    const old = this.keys;
    this.keys = new Float64Array(2 * old.length).fill(EMPTY);
    for (const key of old) if (key !== EMPTY) this.keys[this.find(key)] = key;
  }
}

function keyOf(id: string): number {
  let low = FNV_OFFSET;
  let high = FNV_OFFSET;
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    low = Math.imul(low ^ unit, FNV_PRIME);
    high = Math.imul(high ^ unit, SECOND_PRIME);
    high ^= high >>> 13;
  }
  return joinHashes(high, low);
}
