export { builtinRules } from './builtin.ts';
export { rulePage, rulesPage } from './page.ts';
export { compilePlan, type Plan } from './plan.ts';
