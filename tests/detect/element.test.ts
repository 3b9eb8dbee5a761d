import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { loadRules } from '../../src/rules/load.ts';
import { compilePlan } from '../../src/rules/plan.ts';

const plan = compilePlan(loadRules('rules').filter(({ id }) => id === 'clutter/comment-thread'));
const commentsFound = (text: string): number =>
  plan.detect(analyze(parse({ id: 'page', text, format: 'html' }))).length;

const PARAGRAPH =
  '<p>The old ferry across the sound was taken out of service on Monday, after engineers had found cracks in its hull.</p>';
const COMMENT =
  '<p>Finally somebody looks after the old lady, she has sailed in all weathers for as long as I can think.</p>';

const page = (paragraphs: number, comments: number, kind = 'post'): string =>
  `<body class="${kind}"><article>${PARAGRAPH.repeat(paragraphs)}</article><div class="comment">${COMMENT.repeat(comments)}</div></body>`;

test('comments below a long text are found', () => {
  expect(commentsFound(page(5, 3))).toBe(3);
});

test('more comments than text are found below an article, however short', () => {
  expect(commentsFound(page(12, 40))).toBe(40);
});

test('more comments than text are the page where little stands above them, …', () => {
  expect(commentsFound(page(3, 40))).toBe(0);
});

test('… and in a forum', () => {
  expect(commentsFound(page(12, 40, 'forum'))).toBe(0);
});
