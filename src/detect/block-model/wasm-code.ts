/**
 * The few instructions of WebAssembly 2.0 that the forest needs, and how they are put together to a module. A code is a list of bytes
 * and codes.
 */
export type Code = readonly (number | Code)[];

const BLOCK = 0x02;
const LOOP = 0x03;
const IF = 0x04;
const ELSE = 0x05;
const END = 0x0b;
const BRANCH_IF = 0x0d;
const NOTHING = 0x40;
const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const I32_CONST = 0x41;
const VECTOR = 0xfd;

export const TYPE = { i32: I32, f32: F32, v128: V128 } as const;

export const i32 = {
  value: (number: number): Code => [I32_CONST, ...signed(number)],
  load: (address: Code, offset = 0): Code => [address, 0x28, 2, ...unsigned(offset)],
  load16: (address: Code, offset = 0): Code => [address, 0x2f, 1, ...unsigned(offset)],
  store: (address: Code, value: Code): Code => [address, value, 0x36, 2, 0],
  store16: (address: Code, value: Code): Code => [address, value, 0x3b, 1, 0],
  add: (left: Code, right: Code): Code => [left, right, 0x6a],
  times: (left: Code, right: Code): Code => [left, right, 0x6c],
  and: (left: Code, right: Code): Code => [left, right, 0x71],
  shift: (value: Code, bits: number): Code => [value, i32.value(bits), 0x74],
  shiftBack: (value: Code, bits: number): Code => [value, i32.value(bits), 0x76],
  below: (left: Code, right: Code): Code => [left, right, 0x49],
  leadingZeros: (value: Code): Code => [value, 0x67],
};

export const f32 = {
  load: (address: Code, offset = 0): Code => [address, 0x2a, 2, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [address, value, 0x38, 2, ...unsigned(offset)],
  below: (left: Code, right: Code): Code => [left, right, 0x5d],
  notBelow: (left: Code, right: Code): Code => [left, right, 0x60],
  least: (left: Code, right: Code): Code => [left, right, 0x96],
  most: (left: Code, right: Code): Code => [left, right, 0x97],
};

export const f64 = {
  load: (address: Code): Code => [address, 0x2b, 3, 0],
  store: (address: Code, value: Code): Code => [address, value, 0x39, 3, 0],
  add: (left: Code, right: Code): Code => [left, right, 0xa0],
  promote: (value: Code): Code => [value, 0xbb],
};

/** Four numbers of 32 bits, or two of 64. */
export const v128 = {
  load: (address: Code, offset = 0): Code => [address, VECTOR, 0, 4, ...unsigned(offset)],
  /** The same 32 bits four times. */
  loadSplat: (address: Code, offset = 0): Code => [address, VECTOR, 9, 2, ...unsigned(offset)],
  /** 64 bits, and zeros. */
  loadHalf: (address: Code, offset = 0): Code => [address, VECTOR, ...unsigned(93), 3, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [address, value, VECTOR, 11, 4, ...unsigned(offset)],
  splat: (value: Code): Code => [value, VECTOR, 17],
  and: (left: Code, right: Code): Code => [left, right, VECTOR, 78],
  or: (left: Code, right: Code): Code => [left, right, VECTOR, 80],
  /** All bits of each of four f32 that is below its counterpart. */
  below: (left: Code, right: Code): Code => [left, right, VECTOR, 67],
  /** The first two of four f32 as f64. */
  promote: (value: Code): Code => [value, VECTOR, ...unsigned(95)],
  addPairs: (left: Code, right: Code): Code => [left, right, VECTOR, ...unsigned(240)],
};

/** A local variable or parameter, by its number. */
export function local(index: number) {
  return {
    get: [0x20, index] as Code,
    set: (value: Code): Code => [value, 0x21, index],
    add: (step: number): Code => [i32.add([0x20, index], i32.value(step)), 0x21, index],
  };
}

export function when(condition: Code, yes: Code, no: Code = []): Code {
  return [condition, IF, NOTHING, yes, ELSE, no, END];
}

/** Repeats the body as long as the condition holds. */
export function during(condition: Code, body: Code): Code {
  const stop: Code = [condition, 0x45, BRANCH_IF, 1];
  return [BLOCK, NOTHING, LOOP, NOTHING, stop, body, 0x0c, 0, END, END];
}

export interface WasmFunction {
  readonly name: string;
  /** Parameters are all i32, and come first; then the variables, by type. */
  readonly parameters: number;
  readonly variables: readonly { readonly count: number; readonly type: number }[];
  readonly body: Code;
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const SECTION = { types: 1, functions: 3, memory: 5, exports: 7, code: 10 } as const;
const EXPORTED = { function: 0, memory: 2 } as const;
const FUNCTION_TYPE = 0x60;

/** A module of functions over a memory of its own, of so many pages of 64 KiB; all are exported, the memory as `memory`. */
export function assemble(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }): Code => [
    FUNCTION_TYPE,
    list(Array.from({ length: parameters }, (): Code => [I32])),
    0,
  ]);
  const exported = functions.map(({ name }, at): Code => [text(name), EXPORTED.function, ...unsigned(at)]);
  const bodies = functions.map(({ variables, body }): Code => {
    const own = flatten([list(variables.map(({ count, type }): Code => [...unsigned(count), type])), body, END]);
    return [...unsigned(own.length), own];
  });
  const sections = [
    section(SECTION.types, list(types)),
    section(SECTION.functions, list(functions.map((_, at): Code => unsigned(at)))),
    section(SECTION.memory, list([[0, ...unsigned(pages)]])),
    section(SECTION.exports, list([...exported, [text('memory'), EXPORTED.memory, 0]])),
    section(SECTION.code, list(bodies)),
  ];
  return Uint8Array.from(flatten([HEADER, sections]));
}

function section(id: number, content: Code): Code {
  const bytes = flatten(content);
  return [id, ...unsigned(bytes.length), bytes];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items];
}

function text(characters: string): Code {
  return list(Array.from(characters, (character): Code => [character.charCodeAt(0)]));
}

function flatten(code: Code): number[] {
  const bytes: number[] = [];
  const add = (part: Code): void => {
    for (const one of part) {
      if (typeof one === 'number') bytes.push(one);
      else add(one);
    }
  };
  add(code);
  return bytes;
}

/** LEB128. */
function unsigned(number: number): number[] {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...unsigned(number >>> 7)];
}

function signed(number: number): number[] {
  const low = number & 0x7f;
  const rest = number >> 7;
  const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return done ? [low] : [low | 0x80, ...signed(rest)];
}
