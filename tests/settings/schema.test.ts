import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { configJsonSchema, configSchema } from '../../src/settings/schema.ts';

const validate = new Ajv2020({ strict: true }).compile(configJsonSchema());

const GOOD = [
  {},
  { rules: { 'clutter/*': 'off', 'spun/x': { severity: 'info', options: { minWords: 3 } } } },
  { overrides: [{ files: ['a/**'], language: 'de' }], allow: [{ rule: '*', text: 'x', until: '2030-01-01' }] },
  { format: ['json', 'pretty'], jsonl: { textField: 'body', contentFormat: 'html' }, thresholds: { fail: 10 } },
];
const BAD = [
  { rule: {} },
  { rules: { a: 'loud' } },
  { overrides: [{ rules: {} }] },
  { allow: [{ rule: '*', text: 'x', until: 'soon' }] },
  { thresholds: { fail: 101 } },
  { jsonl: { field: 'x' } },
];

test.each(GOOD)('editors and the tool accept %j', (config) => {
  expect(configSchema.safeParse(config).success).toBe(true);
  expect(validate(config)).toBe(true);
});

test.each(BAD)('editors and the tool refuse %j', (config) => {
  expect(configSchema.safeParse(config).success).toBe(false);
  expect(validate(config)).toBe(false);
});
