export { builtinRules } from './builtin.ts';
export { compilePlan, type Plan } from './plan.ts';
