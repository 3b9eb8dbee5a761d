export { resolve } from './resolve.ts';
export { judge } from './score.ts';
export { DEFAULT_SCORING, type Scoring } from './weights.ts';
