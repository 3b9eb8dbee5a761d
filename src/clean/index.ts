export { clean, cutSource } from './clean.ts';
export type { CleanForm } from './clean.ts';
export { restore } from './cut.ts';
export type { Cut, Removal } from './cut.ts';
