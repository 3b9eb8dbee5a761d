import { expect, test } from 'vitest';
import { failureOf, tooLarge } from '../../src/read/failure.ts';

test('failures are one sentence with the path and the reason', () => {
  const denied = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
  expect(failureOf('a.txt', denied)).toEqual({
    id: 'a.txt',
    error: { code: 'unreadable', message: 'a.txt cannot be read: permission denied.' },
  });
  expect(failureOf('a.gz', new Error('unexpected end of file')).error.message).toBe(
    'a.gz cannot be read: unexpected end of file.',
  );
});

test('a document over the limit says the limit and what to do', () => {
  expect(tooLarge('a.txt', 536_870_888).error).toEqual({
    code: 'too-large',
    message: 'a.txt is longer than 536 MB, the most that is read as one document; split it.',
  });
});
