import { z } from 'zod';
import { FAMILIES, PROFILES, SEVERITIES } from '../model/rule.ts';

const ruleLevel = z.enum(['off', ...SEVERITIES]);
const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const globs = z.array(z.string().min(1));
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as "2027-01-31", in quotes');

const ruleSetting = z.union([
  ruleLevel,
  z
    .strictObject({
      severity: ruleLevel.optional(),
      confidence: share.optional().describe('How often such a finding is right, 0 to 1'),
      options: z
        .record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]))
        .optional()
        .describe('Values for the keys under "detect" of the rule'),
    })
    .describe('Severity, confidence and options of a rule'),
]);

const rules = z
  .record(z.string(), ruleSetting)
  .describe('Rule id, or family/* for all rules of a family, and what shall become of it');

const override = z.strictObject({
  files: globs.min(1).describe('Globs of the document ids this applies to'),
  rules: rules.optional(),
  language: z.string().optional(),
  profile: z.enum(PROFILES).optional(),
});

const allowed = z
  .strictObject({
    rule: z.string().min(1).describe('Rule id, family/* or *'),
    text: z.string().min(1).optional().describe('The finding holds this text'),
    pattern: z.string().min(1).optional().describe('A regular expression the finding matches'),
    files: globs.optional(),
    reason: z.string().optional(),
    until: day.optional().describe('Last day on which this applies, YYYY-MM-DD'),
  })
  .refine((entry) => entry.text !== undefined || entry.pattern !== undefined || entry.files !== undefined, {
    message: 'says what is allowed with "text", "pattern" or "files"; to switch a rule off use "rules"',
  });

/** The configuration file, `dross.config.yaml`. Every key is optional; unknown keys are errors. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where the schema of this file lies, for editors'),
    rules: rules.optional(),
    ruleFolders: z.array(z.string().min(1)).optional().describe('Folders of further rules, relative to this file'),
    families: z.array(z.enum(FAMILIES)).min(1).optional().describe('Only these families are looked for'),
    ignore: globs.optional().describe('Paths that are not read, in the notation of .gitignore'),
    overrides: z.array(override).optional().describe('Other settings for some documents; later entries win'),
    allow: z.array(allowed).optional().describe('Findings that are right but wanted'),
    thresholds: z
      .strictObject({
        fail: points.optional().describe('A score below this fails'),
        review: points.optional().describe('A score below this asks for a look'),
      })
      .optional(),
    filters: z.array(z.string()).optional().describe('Published corpus filters to measure texts with, or all'),
    failUnder: points.optional().describe('The same as thresholds.fail'),
    strict: z.boolean().optional().describe('Documents that ask for a look count as failed in the exit status'),
    format: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('Report format, or format=file'),
    minSeverity: z.enum(SEVERITIES).optional().describe('Findings below this severity are not shown'),
    maxFindings: z.number().int().min(0).optional().describe('Most findings shown of a document'),
    language: z.string().min(2).optional().describe('BCP 47 language of all documents; detected when absent'),
    profile: z
      .enum(PROFILES)
      .optional()
      .describe('Kind of the documents: how natural an assistant-like voice is in them'),
    inputFormat: z.enum(['auto', 'text', 'markdown', 'html', 'jsonl']).optional(),
    weights: z.string().min(1).optional().describe('File of learned weights made by "dross fit"'),
    baseline: z.string().min(1).optional().describe('File of known findings, which do not count'),
    corpus: z.boolean().optional().describe('Compare documents with one another as well'),
    cache: z
      .union([z.boolean(), z.string().min(1)])
      .optional()
      .describe('Remember what was found in a document until it, the rules or the version change; a folder, or true'),
    jobs: z
      .number()
      .int()
      .min(1)
      .max(256)
      .optional()
      .describe('Worker threads; by default long runs use all processors'),
    jsonl: z
      .strictObject({
        textField: z.string().min(1).optional(),
        idField: z.string().min(1).optional(),
        contentFormat: z.enum(['text', 'markdown', 'html']).optional(),
      })
      .optional()
      .describe('How records of a JSONL file are read'),
  })
  .describe('Configuration of dross');

export type Config = z.infer<typeof configSchema>;
export type RuleSetting = z.infer<typeof ruleSetting>;
export type Override = z.infer<typeof override>;
export type Allowed = z.infer<typeof allowed>;

/** The JSON Schema (2020-12) of the configuration file, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  return { $id: 'https://unpkg.com/dross/dist/config.schema.json', title: 'dross', ...z.toJSONSchema(configSchema) };
}
