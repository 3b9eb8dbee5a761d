import { assemble, type WasmFunction } from './wasm-code.ts';

/** The part of the standard interface that is used; Node's own types leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const PAGE = 1 << 16;
/** A line of the processor's cache. */
const LINE = 64;

/** Gives out places in a memory that is not there yet. */
export class MemoryPlan {
  private used = 0;

  /** Address of the next so many bytes, at the beginning of a cache line. */
  take(bytes: number): number {
    const address = this.used;
    this.used = Math.ceil((address + bytes) / LINE) * LINE;
    return address;
  }

  /** The functions, run over a memory of all that was taken; it is all zeros. */
  start(functions: readonly WasmFunction[]): Started {
    const module = new WebAssembly.Module(assemble(functions, Math.ceil(this.used / PAGE)));
    const { exports } = new WebAssembly.Instance(module);
    return { memory: (exports['memory'] as { buffer: ArrayBuffer }).buffer, run: exports as Started['run'] };
  }
}

export interface Started {
  readonly memory: ArrayBuffer;
  /** By name. */
  readonly run: Readonly<Record<string, (...numbers: number[]) => void>>;
}
