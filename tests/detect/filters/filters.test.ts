import { expect, it } from 'vitest';
import { FILTER_PROFILES, measureFilters } from '../../../src/detect/filters/index.ts';

function measure(text: string, profile: string): Readonly<Record<string, number>> {
  return measureFilters(text, [profile])[0]?.measures ?? {};
}

function verdict(text: string, profile: string): string | undefined {
  return measureFilters(text, [profile])[0]?.verdict;
}

/** 6 words of 4 letters, 29 characters; the pair `gate road` stands there three times. */
const ROAD = 'gate road gate road gate road';

it('counts the commonest n-gram with its spaces over all characters (datatrove)', () => {
  // "gate road" has 9 characters and occurs 3 times in 29.
  expect(measure(ROAD, 'gopher@datatrove')['top_2_gram_char_frac']).toBeCloseTo(27 / 29, 10);
  // "gate road gate" has 14 and occurs twice.
  expect(measure(ROAD, 'gopher@datatrove')['top_3_gram_char_frac']).toBeCloseTo(28 / 29, 10);
});

it('counts the commonest n-gram without spaces over the characters of words (dolma)', () => {
  expect(measure(ROAD, 'gopher@dolma-v1')['fraction_of_characters_in_most_common_2grams']).toBeCloseTo(24 / 24, 10);
  expect(measure(ROAD, 'gopher@dolma-v1')['fraction_of_characters_in_most_common_3grams']).toBeCloseTo(24 / 24, 10);
});

it('removes the commonest n-gram from the text (NeMo Curator)', () => {
  expect(measure(ROAD, 'gopher@nemo')['RepeatingTopNGramsFilter_2']).toBeCloseTo(27 / 29, 10);
  // Removing "gate road gate" from left to right finds it once.
  expect(measure(ROAD, 'gopher@nemo')['RepeatingTopNGramsFilter_3']).toBeCloseTo(14 / 29, 10);
});

const LINES = 'one two\nsix\none two\n\nsix\nend';

it('counts repeated lines from the second copy on, or all copies, with or without blank lines', () => {
  // Lines: "one two", "six", "one two", "six", "end": two repeat an earlier one, 7 + 3 of 28 characters.
  expect(measure(LINES, 'gopher@datatrove')).toMatchObject({ dup_line_frac: 2 / 5, dup_line_char_frac: 10 / 28 });
  // All copies count: 4 of 6 lines (one is blank, and alone), 20 of 22 characters that are not white space.
  expect(measure(LINES, 'gopher@dolma-v1')['fraction_of_duplicate_lines']).toBeCloseTo(4 / 6, 10);
  expect(measure(LINES, 'gopher@dolma-v2')['fraction_of_duplicate_lines']).toBeCloseTo(4 / 5, 10);
  expect(measure(LINES, 'gopher@dclm')['rep_line_count']).toBeCloseTo(4 / 5, 10);
  // Distinct over all: 3 of 5.
  expect(measure(LINES, 'gopher@nemo')['RepeatedLinesFilter']).toBeCloseTo(3 / 5, 10);
});

const FIVE = 'we go up to it ';

it('measures duplicate 5-grams in five ways', () => {
  // Ten words, the second five repeat the first: 10 characters of 29.
  const text = (FIVE + FIVE).trim();
  expect(measure(text, 'gopher@datatrove')['dup_5_gram_char_frac']).toBeCloseTo(10 / 29, 10);
  // All words belong to an n-gram seen twice.
  expect(measure(text, 'gopher@redpajama-v2')['rps_doc_frac_chars_dupe_5grams']).toBe(1);
  expect(measure(text, 'gopher@dclm')['rep_5']).toBe(1);
  // Two of six n-grams, all of 10 characters.
  expect(measure(text, 'gopher@dolma-v1')['fraction_of_characters_in_duplicate_5grams']).toBeCloseTo(20 / 60, 10);
  // The second copy with its four spaces.
  expect(measure(text, 'gopher@nemo')['RepeatingDuplicateNGramsFilter_5']).toBeCloseTo(14 / 29, 10);
});

it('counts code points, not code units', () => {
  expect(measure('😀😀', 'gopher@dolma-v1')['character_count']).toBe(2);
  expect(measure('😀😀 a', 'gopher@nemo')['MeanWordLengthFilter']).toBe(1.5);
});

it('gives the first rule that drops a text by the name of the implementation', () => {
  const distinct = Array.from({ length: 60 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}`);
  expect(verdict(distinct.slice(0, 40).join(' '), 'gopher@datatrove')).toBe('gopher_short_doc');
  expect(verdict(distinct.join(' '), 'gopher@datatrove')).toBe('gopher_enough_stop_words');
  expect(verdict(`${distinct.join(' ')} the of`, 'gopher@datatrove')).toBe('keep');
  expect(verdict('no end\nno end here', 'fineweb@datatrove')).toBe('line_punct_ratio');
  expect(verdict('', 'fineweb@datatrove')).toBe('empty');
  expect(verdict('short\nlines\nonly', 'c4-paragraphs@datatrove')).toBe('< 3 paragraphs');
});

it('drops pages and lines as C4 does', () => {
  const good = 'This line has five words. So has this one here. And a third one too.';
  expect(verdict(good, 'c4@tensorflow')).toBe('keep');
  expect(verdict(good, 'c4@datatrove')).toBe('too_few_sentences');
  expect(verdict(`${good}\nSome lorem ipsum dolor sit amet.`, 'c4@tensorflow')).toBe('lorem_ipsum');
  expect(verdict(`${good}\nAn object is written {} here.`, 'c4@tensorflow')).toBe('curly_bracket');
  const policy = `${good}\nPlease read our privacy policy today.\nYou need javascript for this page.\nToo short.`;
  expect(measure(policy, 'c4@tensorflow')).toEqual({ kept_lines: 1, sentences: 3 });
  expect(verdict(`${good} {}`, 'c4@dolma')).toBe('has_curly_brace');
});

it('counts words that lose their lines in RefinedWeb', () => {
  const text = 'A plain line of seven words here\nHOME NEWS SPORT\n2024\n3 likes\nSign-in';
  // 7 words stay of 7 + 3 + 1 + 2 + 2.
  expect(measure(text, 'refinedweb@dclm')['removed_words_ratio']).toBeCloseTo(8 / 15, 10);
  expect(verdict(text, 'refinedweb@dclm')).toBe('line_wise_corrections');
});

it('measures the signals of RedPajama-V2', () => {
  const measures = measure('One. Two two!\nNASA', 'gopher@redpajama-v2');
  expect(measures).toMatchObject({
    rps_doc_word_count: 4,
    rps_doc_num_sentences: 3,
    rps_doc_frac_unique_words: 3 / 4,
    rps_doc_mean_word_length: 13 / 4,
    rps_lines_ending_with_terminal_punctution_mark: 1 / 2,
  });
  // "One . Two two ! NASA": one of six is in capitals, two have no letter.
  expect(measures['rps_doc_frac_all_caps_words']).toBeCloseTo(1 / 6, 10);
  expect(measures['rps_doc_frac_no_alph_words']).toBeCloseTo(2 / 6, 10);
  expect(measures['rps_doc_unigram_entropy']).toBeCloseTo(-(2 * 0.25 * Math.log(0.25) + 0.5 * Math.log(0.5)), 10);
});

it('measures repeated characters and words as ROOTS does', () => {
  // "abcdefghijabcdefghij" has 11 n-grams of ten characters, 10 kinds, one of them twice.
  expect(measure('abcdefghijabcdefghij', 'quality@roots')['character_repetition_ratio_10']).toBeCloseTo(2 / 11, 10);
  expect(measure('a, b! (c)', 'quality@roots')['special_characters_ratio']).toBeCloseTo(6 / 9, 10);
  expect(measure('ab\nabcd', 'quality@data-juicer')).toMatchObject({ avg_line_length: 3.5, max_line_length: 4 });
});

it('names what there is when asked for another', () => {
  expect(() => measureFilters('x', ['gopher'])).toThrow(/no filter profile "gopher"; there are gopher@datatrove/);
});

it.each(FILTER_PROFILES)('measures an empty text and a text without words: %s', (profile) => {
  for (const text of ['', ' ', '\n\n', '!?']) {
    const [report] = measureFilters(text, [profile]);
    for (const value of Object.values(report?.measures ?? {})) expect(Number.isFinite(value)).toBe(true);
  }
});
