/** The door to yargs. */
export { default as yargs } from 'yargs';
export type { Argv, Options, PositionalOptions } from 'yargs';
