import { describe, expect, test } from 'vitest';
import { createEndMarks, splitSentences } from '../../src/text/sentences.ts';

function sentencesOf(text: string): string[] {
  const found: string[] = [];
  splitSentences(createEndMarks(text), { start: 0, end: text.length }, (start, end) =>
    found.push(text.slice(start, end)),
  );
  return found;
}

describe('splitSentences', () => {
  test.each([
    [
      'end marks with closers',
      'He left. "Why?" she asked. (Nobody knew.) The end!',
      ['He left.', '"Why?" she asked.', '(Nobody knew.)', 'The end!'],
    ],
    [
      'abbreviations and initials',
      'Dr. A. Holm met Mr. Lund at 5 p.m. in St. Ives.',
      ['Dr. A. Holm met Mr. Lund at 5 p.m. in St. Ives.'],
    ],
    ['numbers', 'It cost 3.50 crowns. Version 2.0 is out.', ['It cost 3.50 crowns.', 'Version 2.0 is out.']],
    ['a lower-case letter goes on', 'He said "stop!" and went. fine', ['He said "stop!" and went. fine']],
    ['an ellipsis', 'She waited… Then she left...', ['She waited…', 'Then she left...']],
    ['scripts without spaces', '他来了。她走了！为什么？', ['他来了。', '她走了！', '为什么？']],
    ['nothing', '   ', []],
  ])('%s', (_name, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});
