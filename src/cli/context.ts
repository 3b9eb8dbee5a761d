import type { Values } from './arguments.ts';
import type { Io } from './io.ts';

/** What a command gets. */
export interface CommandContext {
  readonly io: Io;
  readonly values: Values;
  readonly version: string;
}

/** The positional values of a name, however many. */
export function listOf(values: Values, name: string): string[] {
  return [values[name] ?? []].flat().map(String);
}
