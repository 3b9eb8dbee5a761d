import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.ts';

const parseText = (text: string) => parse({ id: 'a.txt', text, format: 'text' });
const pieces = (text: string) => parseText(text).blocks.map((block) => text.slice(block.start, block.end));
const containers = (text: string) => parseText(text).blocks.map((block) => block.container);
const kinds = (text: string) => parseText(text).blocks.map((block) => block.kind);

describe('blocks of plain text', () => {
  test('a line is a block, trimmed, whatever ends it', () => {
    expect(pieces('\uFEFFOne.\r\n\u00a0 Two. \rThree.\n\n\u3000Four.\t')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
    expect(parseText('One.\r\nTwo.\r\n\r\nThree.').blocks.map((block) => block.spaced)).toEqual([true, false, true]);
  });

  test('blank text has no blocks', () => {
    expect(pieces('')).toEqual([]);
    expect(pieces(' \n\t\r\n')).toEqual([]);
  });

  test('hard-wrapped paragraphs are one block each', () => {
    const first =
      'The harbour of the little town had been dredged twice before the war,\nand the old men who mended nets along the quay could still say to the\nyear when the last of the tall ships had come in under its own canvas\nto unload timber.';
    const second =
      'Nobody had thought to write any of it down until the school burned and\nthe registers went with it; then a teacher began to go from house to\nhouse with a notebook.';
    expect(pieces(`${first}\n\n${second}\n`)).toEqual([first, second]);
  });

  test('short wrapped paragraphs and items join where the rest of the text is wrapped', () => {
    const first =
      'The harbour of the little town had been dredged twice before the war,\nand the old men who mended nets along the quay could still say to the\nyear when the last of the tall ships had come in under its own canvas\nto unload timber for the yard behind the church, where it was left to\ndry.';
    const second = 'Nobody had thought to write any of it down until the school burned and\nthe registers went.';
    const item = '* the first of the points is long enough to be carried over to the next\n  line';
    expect(pieces(`${first}\n\n${second}\n\n${item}\n* the other`)).toEqual([first, second, item, '* the other']);
  });

  test('lines of ideographs are joined when they are as long as one another', () => {
    const paragraph = `${'港口的老人还记得'.repeat(4)}\n${'最后一艘帆船进港'.repeat(4)}\n${'那年学校失火以后'.repeat(4)}\n没有人写下来。`;
    expect(pieces(paragraph)).toEqual([paragraph]);
  });

  test('a table in columns is not joined', () => {
    const rows = [
      'Name              Rides out in the morning    Harbour',
      'Ole Berg          yes, every day              Oldport',
      'Karin Lund        on Mondays                  Newhaven',
      'Per Dahl          never, since the storm      Oldport',
    ];
    expect(pieces(rows.join('\n'))).toEqual(rows);
    expect(kinds(rows.join('\n'))).toEqual(Array(4).fill('table-row'));
  });

  test('separate lines of similar length stay separate', () => {
    const lines = [
      'The council met on Monday to discuss the new bridge over the river.',
      'Residents of the eastern quarter asked for a crossing with a ramp.',
      'A decision is expected in spring once the survey has been paid for.',
    ];
    expect(pieces(lines.join('\n'))).toEqual(lines);
  });

  test('a verse is not joined', () => {
    const lines = [
      'The lamps along the water tell',
      'what every evening knew before,',
      'that someone rang the ferry bell',
      'and no one waited on the shore.',
    ];
    expect(pieces(lines.join('\n'))).toEqual(lines);
  });
});

describe('kinds', () => {
  test('by their own marks', () => {
    expect(
      kinds(
        '## Results\n\n• first of the points\n\n> said once\n\n| a | b |\n\nBy Jane Doe\n\nPhoto: Ann Poe / Agency\n\n```\nx = 1\n```',
      ),
    ).toEqual(['heading', 'list-item', 'quote', 'table-row', 'byline', 'caption', 'code', 'code', 'code']);
  });

  test('a program, without fences', () => {
    expect(kinds('def main(names):\n    for name in names:\n        print(name.upper())\n    return 0')).toEqual(
      Array(4).fill('code'),
    );
    expect(kinds('Mix the flour and the eggs;\n  leave to rest;\n  bake until golden;\nserve.')).not.toContain('code');
  });

  test('by their neighbours', () => {
    const prose =
      'The ferry was late again because the wind had turned in the night and the crew would not risk the narrows.';
    expect(kinds(`A late ferry\n${prose}\n\nHome\nNews\nSport\nContact us`)).toEqual([
      'heading',
      'paragraph',
      'menu-entry',
      'menu-entry',
      'menu-entry',
      'menu-entry',
    ]);
  });
});

describe('containers', () => {
  test('verse: short lines that run on', () => {
    const poem =
      'The lamps along the water tell\nwhat every evening knew before,\nthat someone rang the ferry bell\nand no one waited on the shore.';
    expect(containers(poem)).toEqual(['verse', 'verse', 'verse', 'verse']);
    expect(containers('Home\nLatest News, Sport\nContact Us\nAbout the Site')).not.toContain('verse');
    expect(containers('200 g flour, sifted\n3 eggs, beaten\na pinch of salt\n1 lemon, grated')).not.toContain('verse');
  });

  test('dialogue: labelled turns', () => {
    const talk =
      'Anna Berg: Where did you begin?\nOle: In the harbour.\nAnna Berg: And then?\nOle: We rowed.\n\nThe rest is known.';
    expect(containers(talk)).toEqual(['dialogue', 'dialogue', 'dialogue', 'dialogue', 'prose']);
    expect(containers('Q: Who pays?\nA: We do.\nQ: When?\nA: In May.')).toEqual(Array(4).fill('dialogue'));
    expect(containers('Note: one.\nTip: two.\nNote: three.\nPrice: four.')).not.toContain('dialogue');
  });

  test('dialogue: lines of direct speech among narration', () => {
    const story =
      '“Come in,” she said.\n\nHe wiped his boots for a long while.\n\n“Thank you.”\n\n— Sit down, said the old man.';
    expect(containers(story)).toEqual(['dialogue', 'prose', 'dialogue', 'dialogue']);
  });
});

describe('inlines', () => {
  test('paired quotation marks', () => {
    const text = 'He said “no” and "maybe" and «si» and „ja“; the 5" pipe `ran`.';
    expect(parseText(text).inlines.map(({ start, end }) => text.slice(start, end))).toEqual([
      '“no”',
      '"maybe"',
      '«si»',
      '„ja“',
      '`ran`',
    ]);
  });

  test('never across blocks', () => {
    expect(parseText('“One\ntwo”').inlines).toEqual([]);
  });
});
