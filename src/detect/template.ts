import type { Mechanism } from './detector.ts';

/** Rules about several documents: they find nothing in one alone, `createComparison` applies them. */
export const template: Mechanism<'template'> = { kind: 'template', compile: () => () => [] };
