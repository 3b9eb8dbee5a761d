import { FAMILIES, SEVERITIES } from '../model/rule.ts';
import { VERDICTS } from '../model/report.ts';
import { FORMATS } from '../model/source.ts';

const FINDING = {
  type: 'object',
  required: ['ruleId', 'family', 'severity', 'confidence', 'message', 'start', 'end', 'line', 'column', 'excerpt'],
  properties: {
    ruleId: { type: 'string' },
    family: { enum: FAMILIES },
    severity: { enum: SEVERITIES },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    message: { type: 'string' },
    start: { type: 'integer', description: 'UTF-16 code units, half-open' },
    end: { type: 'integer' },
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    endLine: { type: 'integer', minimum: 1 },
    endColumn: { type: 'integer', minimum: 1 },
    excerpt: { type: 'string' },
    points: { type: 'number' },
  },
};

const REPORT = {
  type: 'object',
  required: ['id', 'format', 'language', 'score', 'verdict', 'shares', 'counts', 'measures', 'findings'],
  properties: {
    id: { type: 'string' },
    format: { enum: FORMATS },
    language: { type: 'string' },
    score: { type: 'number', minimum: 0, maximum: 100 },
    verdict: { enum: VERDICTS },
    headline: { type: 'string' },
    shares: { type: 'object', additionalProperties: { type: 'number' } },
    counts: { type: 'object', additionalProperties: { type: 'integer' } },
    measures: { type: 'object', additionalProperties: { type: 'number' } },
    findings: { type: 'array', items: FINDING },
  },
};

const PROBLEM = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' } },
    },
  },
};

const SOURCE = {
  type: 'object',
  required: ['text'],
  properties: { id: { type: 'string' }, text: { type: 'string' }, format: { enum: FORMATS, default: 'text' } },
};

/** The OpenAPI 3.1 description of the service. */
export function openApi(version: string): object {
  const problem = (description: string): object => ({ description, content: json('Problem') });
  return {
    openapi: '3.1.0',
    info: { title: 'dross', version, description: 'Judges the quality of texts.' },
    paths: {
      '/v1/check': {
        post: {
          summary: 'Judge a document, or one a line',
          requestBody: { required: true, content: { ...json('Source'), ...lines('Source') } },
          responses: {
            '200': {
              description: 'The reports, in the order of the documents',
              content: { ...json('Report'), ...lines('Report') },
            },
            '400': problem('The body is not JSON, not UTF-8, or incomplete'),
            '413': problem('The body is too large'),
            '415': problem('The body is of another type'),
            '422': problem('The document lacks a text, a value is not on offer, or judging it takes too long'),
            '503': problem('Too many documents wait; try again'),
          },
        },
      },
      '/health': { get: { summary: 'Is the service up?', responses: { '200': { description: 'It is' } } } },
    },
    components: { schemas: { Source: SOURCE, Report: REPORT, Problem: PROBLEM } },
  };
}

function json(name: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function lines(name: string): object {
  return { 'application/x-ndjson': { schema: { $ref: `#/components/schemas/${name}` } } };
}
