import { expect, test } from 'vitest';
import { createAuditor, type Auditor } from '../../src/audit/index.ts';
import type { ReadItem } from '../../src/read/index.ts';
import { createDrafter } from '../../src/work/drafter.ts';

const item = (id: string, text: string): ReadItem => ({
  result: { id, text, format: 'text' },
  origin: { path: id },
});

/** An auditor that one document is too much for, and that says how many documents it was given at once. */
function frailAuditor(asked: number[]): Auditor {
  const auditor = createAuditor();
  return {
    ...auditor,
    draft(analyses) {
      asked.push(analyses.length);
      if (analyses.some(({ document }) => document.text.includes('poison'))) throw new Error('sick');
      return auditor.draft(analyses);
    },
  };
}

const choose = (forDocument: (id: string) => Auditor) => ({
  rules: createAuditor().rules,
  forDocument,
  digestFor: String,
});

test('documents are drafted together, and as each would be by itself', () => {
  const asked: number[] = [];
  const auditor = frailAuditor(asked);
  const draft = createDrafter(
    choose(() => auditor),
    'frames',
  );
  const items = [item('a', 'Click here to subscribe to our newsletter!'), item('b', 'The ferry sank. The ferry sank.')];
  expect(draft(items, 'draft')).toEqual(items.flatMap((one) => draft([one], 'draft')));
  expect(asked).toEqual([2, 1, 1]);
});

test('only the document that goes wrong is lost, and the order stays', () => {
  const asked: number[] = [];
  const draft = createDrafter(
    choose(() => frailAuditor(asked)),
    'frames',
  );
  const gone: ReadItem = {
    result: { id: 'gone', error: { code: 'unreadable', message: 'gone' } },
    origin: { path: 'gone' },
  };
  const drafted = draft([item('a', 'A mill.'), gone, item('b', 'poison'), item('c', 'A weir.')], 'draft');
  expect(
    drafted.map(({ item: { result }, draft: own }) => ('error' in result ? result.error.message : own?.id)),
  ).toEqual(['a', 'gone', 'b could not be judged (sick); this is a defect of dross: please report it.', 'c']);
});

test('documents with other settings go to their own auditor', () => {
  const asked = { first: [] as number[], second: [] as number[] };
  const auditors = { first: frailAuditor(asked.first), second: frailAuditor(asked.second) };
  const draft = createDrafter(
    choose((id) => (id < 'b' ? auditors.first : auditors.second)),
    'frames',
  );
  const drafted = draft([item('a', 'A mill.'), item('b', 'A weir.'), item('aa', 'A dam.')], 'draft');
  expect(drafted.map(({ draft: own }) => own?.id)).toEqual(['a', 'b', 'aa']);
  expect(asked).toEqual({ first: [2], second: [1] });
});

test('for an imprint no rule is asked and no text is kept', () => {
  const asked: number[] = [];
  const draft = createDrafter(
    choose(() => frailAuditor(asked)),
    'all',
  );
  const [drafted] = draft([item('a', 'A mill.')], 'imprint');
  expect(drafted).toMatchObject({ item: { result: { id: 'a', text: '' } }, imprint: { id: 'a' } });
  expect(asked).toEqual([]);
});
