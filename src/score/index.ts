export { resolve, settle, toFindings } from './resolve.ts';
export { leaveOut } from './leave-out.ts';
export { judge } from './score.ts';
export { DEFAULT_SCORING, type Scoring } from './weights.ts';
