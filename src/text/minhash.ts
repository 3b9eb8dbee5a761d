/** How signatures are made and cut into bands. Two texts of Jaccard similarity s meet in a band with 1 − (1 − s^rows)^bands. */
export interface MinHashShape {
  readonly bands: number;
  readonly rows: number;
}

/** The parameters of datatrove: half of the pairs at similarity .72 meet, 92 % at .8. */
export const DEFAULT_SHAPE: MinHashShape = { bands: 14, rows: 8 };

/** Chance that two texts of a similarity share at least one band. */
export function chanceToMeet(similarity: number, { bands, rows }: MinHashShape): number {
  return 1 - (1 - similarity ** rows) ** bands;
}

/** Turns the shingles of a text into its signature of `slots` numbers. */
export type Sign = (shingles: Int32Array) => Uint32Array;

/** Marks a slot that no shingle fell into. Real values are below. */
const EMPTY = 0xffff_ffff;

/**
 * MinHash by one permutation: each shingle falls into one slot, the least value of each slot is kept, and a slot that stays
 * empty takes the value of another, chosen by its own number (Li, Owen, Zhang 2012; optimal densification: Shrivastava 2017).
 * The share of equal slots of two signatures estimates the Jaccard similarity of the shingle sets. No shingles: all slots
 * are empty.
 */
export function createMinHash(slots: number): Sign {
  return (shingles) => {
    const signature = new Uint32Array(slots).fill(EMPTY);
    for (const shingle of shingles) {
      const slot = slotOf(shingle, slots);
      const value = valueOf(shingle);
      if (value < (signature[slot] as number)) signature[slot] = value;
    }
    return shingles.length === 0 ? signature : fillEmpty(signature);
  };
}

/** Which slot a shingle falls into. */
export function slotOf(shingle: number, slots: number): number {
  return Math.floor((mix(shingle ^ SLOT_SEED) / 2 ** 32) * slots);
}

/** The value by which a shingle competes in its slot; never that of an empty one. */
export function valueOf(shingle: number): number {
  return Math.min(mix(Math.imul(shingle, ODD) ^ VALUE_SEED), EMPTY - 1);
}

/** The slot from which an empty one takes its value, at the given attempt. */
export function donorOf(slot: number, attempt: number, slots: number): number {
  return mix(Math.imul(slot + 1, ODD) ^ mix(attempt ^ DONOR_SEED)) % slots;
}

function fillEmpty(signature: Uint32Array): Uint32Array {
  const filled = Uint32Array.from(signature);
  for (let slot = 0; slot < signature.length; slot += 1) {
    if (signature[slot] !== EMPTY) continue;
    let attempt = 1;
    let donor = donorOf(slot, attempt, signature.length);
    while (signature[donor] === EMPTY) donor = donorOf(slot, (attempt += 1), signature.length);
    filled[slot] = signature[donor] as number;
  }
  return filled;
}

const ODD = 0x9e3779b1;
const SLOT_SEED = 0x2545f491;
const VALUE_SEED = 0x7feb352d;
const DONOR_SEED = 0x1b873593;

/** Thomas Mueller's 32-bit finaliser: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Share of equal slots: the estimated Jaccard similarity, 0–1. */
export function estimateSimilarity(first: Uint32Array, second: Uint32Array): number {
  let equal = 0;
  for (let slot = 0; slot < first.length; slot += 1) if (first[slot] === second[slot]) equal += 1;
  return first.length === 0 ? 0 : equal / first.length;
}

/** One key a band, a safe integer: texts that agree in all rows of a band have the same. Bands of one text differ. */
export function bandKeys(signature: Uint32Array, { bands, rows }: MinHashShape): Float64Array {
  const keys = new Float64Array(bands);
  for (let band = 0; band < bands; band += 1) {
    let low = mix(band ^ SLOT_SEED);
    let high = mix(band ^ VALUE_SEED);
    for (let row = band * rows; row < (band + 1) * rows; row += 1) {
      low = mix(Math.imul(low, ODD) ^ (signature[row] as number));
      high = mix(Math.imul(high, ODD) + (signature[row] as number));
    }
    keys[band] = joinHashes(high, low);
  }
  return keys;
}

const HIGH_BITS = 0x1f_ffff;

/** Two hashes as one safe integer of 53 bits. */
export function joinHashes(high: number, low: number): number {
  return (high & HIGH_BITS) * 2 ** 32 + (low >>> 0);
}
