/**
 * Which hashes may be among some: a bit for each, chosen by its low bits, so that most of those that are not are turned away at one
 * look. Bits and not bytes, because every document meets dozens of these tables, and together they must stay in the processor's cache.
 */
export type HashFilter = Int32Array;

const BITS_A_UNIT = 5;

/** @param bits how many of a hash are looked at: the filter takes 2^(bits - 3) bytes */
export function createHashFilter(bits = 16): HashFilter {
  return new Int32Array(2 ** (bits - BITS_A_UNIT));
}

export function addHash(filter: HashFilter, hash: number): void {
  const unit = (hash >>> BITS_A_UNIT) & (filter.length - 1);
  filter[unit] = (filter[unit] as number) | (1 << hash);
}

/** False only for hashes that were never added. */
export function mayHold(filter: HashFilter, hash: number): boolean {
  return (((filter[(hash >>> BITS_A_UNIT) & (filter.length - 1)] as number) >>> hash) & 1) === 1;
}
