import type { Values } from './arguments.ts';
import type { Engine } from './engine.ts';
import type { Io } from './io.ts';

/** What a command gets. */
export interface CommandContext {
  readonly io: Io;
  readonly values: Values;
  readonly paths: readonly string[];
  readonly version: string;
  /** Loaded when first asked for. */
  engine(): Promise<Engine>;
}
