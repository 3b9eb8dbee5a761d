import { describe, expect, test } from 'vitest';
import { createAuditor } from '../../src/audit/index.ts';
import { isStamp } from '../../src/detect/stamp.ts';
import { loadRules } from '../../src/rules/load.ts';

const shape = { verbs: new Set(['posted', 'wrote']), fillers: new Set(['by', 'at', 'on', 'uhr']), nameWords: 4 };

describe('stamps', () => {
  test.each([
    'Posted by: Anna | Jan 14, 2019 4:38:12 PM',
    'harbour rat - 12/1/2012 13:20',
    '~Stanisława - 02.03.2012 (16:39)',
    'Крест 5 января, 16:04',
    'Jürgen, vor 3 Stunden',
    'Anna · 2 hours ago',
    '船长 2012年1月5日 12:30',
    'Anna wrote on 3 May 2011',
  ])('%s', (line) => expect(isStamp(line, shape)).toBe(true));

  test.each([
    'Anna, 14 January 2019',
    'Jan 14, 2019 4:38 PM',
    'The ferry left at 4:38 PM',
    'On January 14, 2019 at 4:38 PM the old ferry left the quay for the last time',
    'Kick-off 15:30',
    'Anna',
    '',
  ])('not: %s', (line) => expect(isStamp(line, shape)).toBe(false));
});

const auditor = createAuditor({ rules: loadRules('rules').filter(({ id }) => id === 'clutter/comment-run') });
const check = (lines: readonly string[]): string[] => {
  const text = lines.join('\n\n');
  return auditor.audit({ id: 'a', text, format: 'text' }).findings.map(({ start, end }) => text.slice(start, end));
};

const sentence = 'The ferry was late again because the wind had turned in the night and the crew would not risk it.';
const article = Array.from({ length: 9 }, () => sentence);
const stamps = ['Anna, 3 May 2011 12:01', 'Piet, 3 May 2011 12:44', 'Otto, 4 May 2011 08:10'];

function countInside(name: string): number {
  const posts = stamps.map((stamp) => `<div class="${name}"><p>${stamp}</p><p>I have seen it, too.</p></div>`);
  const text = [...article.map((line) => `<p>${line}</p>`), ...posts].join('\n');
  return auditor.audit({ id: 'a', text, format: 'html' }).findings.length;
}

describe('threads of posts', () => {
  test('stamps above the posts take the last post with them', () => {
    const posts = stamps.flatMap((stamp, index) => [stamp, `I have seen it ${index} times.`]);
    expect(check([...article, ...posts, 'Home', 'Contact'])).toEqual(posts);
  });

  test('stamps below the posts take the first post with them', () => {
    const posts = stamps.flatMap((stamp, index) => [`I have seen it ${index} times.`, stamp]);
    expect(check([...article, ...posts, 'Home', 'Contact'])).toEqual(posts);
  });

  test('stamps in the last lines of the posts', () => {
    const paragraphs = stamps.map((stamp, index) => `<p>I have seen it ${index} times.<br>${stamp}<br>Reply</p>`);
    const text = [...article.map((line) => `<p>${line}</p>`), ...paragraphs, '<p>Home</p>'].join('\n');
    const { findings } = auditor.audit({ id: 'a', text, format: 'html' });
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(
      paragraphs.map((paragraph) => paragraph.slice(3, -4)),
    );
  });

  test('posts in elements of a forum are the page', () => {
    expect([countInside('postbody'), countInside('postbody comment'), countInside('entry')]).toEqual([0, 6, 6]);
  });

  test('two posts, a list of stamps, a forum and a thread in the middle of a text are none', () => {
    const posts = stamps.flatMap((stamp, index) => [stamp, `I have seen it ${index} times.`]);
    expect(check([...article, ...posts.slice(0, 4)])).toEqual([]);
    expect(check([...article, ...stamps])).toEqual([]);
    expect(check(posts)).toEqual([]);
    expect(check([...article, ...posts, ...article, sentence])).toEqual([]);
  });
});
