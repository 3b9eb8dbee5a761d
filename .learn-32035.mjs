// src/model/analysis.ts
var WORD = {
  /** The first letter is upper case. */
  capital: 1,
  /** Two or more letters, all upper case. */
  upper: 2,
  /** Holds a digit. */
  digit: 4,
  /** A function word of the document's language. */
  functional: 8,
  /** Punctuation other than hyphens and apostrophes stands between the previous word and this one. */
  afterPunctuation: 16,
  /** A line break stands between the previous word and this one. */
  afterLine: 32,
  /** A sentence begins with this word. */
  sentenceStart: 64,
  /** One character of a script written without spaces. */
  ideograph: 128
};

// src/model/document.ts
var BLOCK_KINDS = [
  "heading",
  "paragraph",
  "list-item",
  "table-row",
  "menu-entry",
  "byline",
  "caption",
  "quote",
  "code",
  "control"
];
var CONTAINERS = [
  "prose",
  "heading",
  "list",
  "quotation",
  "code",
  "table",
  "dialogue",
  "verse",
  "navigation",
  "form",
  "front-matter"
];

// src/detect/block-model/datedness.ts
var NOTHING = { date: 0, time: 0, year: 0, address: 0 };
var MOST_CHARACTERS = 160;
var MONTHS = "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|set|oct|okt|out|nov|dec|dez|dic|dis|f\xE9v|avr|jui|ao\xFB|d\xE9c|ene|abr|ago|gen|mag|giu|lug|ott|mrt|mei|sty|lut|kwi|cze|lip|sie|wrz|pa\u017A|lis|gru|\u044F\u043D\u0432|\u0444\u0435\u0432|\u043C\u0430\u0440|\u0430\u043F\u0440|\u043C\u0430\u044F|\u043C\u0430\u0439|\u0438\u044E\u043D|\u0438\u044E\u043B|\u0430\u0432\u0433|\u0441\u0435\u043D|\u043E\u043A\u0442|\u043D\u043E\u044F|\u0434\u0435\u043A|\u0441\u0456\u0447|\u043B\u044E\u0442|\u0431\u0435\u0440|\u043A\u0432\u0456|\u0442\u0440\u0430|\u0447\u0435\u0440|\u043B\u0438\u043F|\u0441\u0435\u0440|\u0432\u0435\u0440|\u0436\u043E\u0432|\u043B\u0438\u0441|\u0433\u0440\u0443|oca|\u015Fub|nis|haz|tem|a\u011Fu|eyl|eki|kas|ara|\u03B9\u03B1\u03BD|\u03C6\u03B5\u03B2|\u03BC\u03B1\u03C1|\u03B1\u03C0\u03C1|\u03BC\u03B1\u0390|\u03B9\u03BF\u03C5|\u03B1\u03C5\u03B3|\u03C3\u03B5\u03C0|\u03BF\u03BA\u03C4|\u03BD\u03BF\u03B5|\u03B4\u03B5\u03BA|tam|hel|maa|huh|tou|kes|hei|elo|syy|lok|mar|jou|maj|\u064A\u0646\u0627\u064A\u0631|\u0641\u0628\u0631\u0627\u064A\u0631|\u0645\u0627\u0631\u0633|\u0623\u0628\u0631\u064A\u0644|\u0645\u0627\u064A\u0648|\u064A\u0648\u0646\u064A\u0648|\u064A\u0648\u0644\u064A\u0648|\u0623\u063A\u0633\u0637\u0633|\u0633\u0628\u062A\u0645\u0628\u0631|\u0623\u0643\u062A\u0648\u0628\u0631|\u0646\u0648\u0641\u0645\u0628\u0631|\u062F\u064A\u0633\u0645\u0628\u0631|\u091C\u0928|\u092B\u093C\u0930|\u092E\u093E\u0930\u094D\u091A|\u0905\u092A\u094D\u0930\u0948\u0932|\u092E\u0908|\u091C\u0942\u0928|\u091C\u0941\u0932|\u0905\u0917|\u0938\u093F\u0924|\u0905\u0915\u094D|\u0928\u0935|\u0926\u093F\u0938|th\xE1ng";
var DATE = new RegExp(
  String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|º|\.)?,? (?:de )?(?:${MONTHS})|(?:${MONTHS})\p{L}{0,8}\.? \d{1,2}\b|\d{4}[年년]|\d{1,2}[月월]`,
  "iu"
);
var TIME = /\b\d{1,2}[:.h]\d{2}(?!\d)|\b\d{1,2} ?[ap]\.?m\b/iu;
var YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
var ADDRESS = /https?:|www\.|\w@\w|\w\.(?:com|org|net|de|fr|ru|pl|co)\b/iu;
var DIGIT = /\d/u;
function datedness(text, { start, end }) {
  if (end - start > MOST_CHARACTERS) return NOTHING;
  const words = text.slice(start, end);
  const address = ADDRESS.test(words) ? 1 : 0;
  if (!DIGIT.test(words)) return { ...NOTHING, address };
  return { date: DATE.test(words) ? 1 : 0, time: TIME.test(words) ? 1 : 0, year: YEAR.test(words) ? 1 : 0, address };
}

// src/detect/block-model/echo.ts
var SLOTS = 1 << 14;
var LEAST_LETTERS = 4;
var MOST_WORDS = 40;
var UNKNOWN = -1;
function measureEcho(analysis, prose) {
  const slots = new Uint8Array(SLOTS);
  analysis.blocks.forEach((block, index) => {
    if (prose[index] > 0) remember(analysis, block, slots);
  });
  return Float32Array.from(analysis.blocks, (block, index) => {
    const own = prose[index];
    if (own > 0 || block.wordEnd - block.wordStart > MOST_WORDS) return UNKNOWN;
    return echoOf(analysis, block, slots);
  });
}
function remember({ words }, { wordStart, wordEnd }, slots) {
  for (let word = wordStart; word < wordEnd; word += 1) {
    const slot = slotOf(words, word, wordEnd);
    if (slot >= 0) slots[slot] = 1;
  }
}
function echoOf({ words }, { wordStart, wordEnd }, slots) {
  let telling = 0;
  let known = 0;
  for (let word = wordStart; word < wordEnd; word += 1) {
    const slot = slotOf(words, word, wordEnd);
    if (slot < 0) continue;
    telling += 1;
    known += slots[slot];
  }
  return telling === 0 ? UNKNOWN : known / telling;
}
function slotOf({ hashes, flags, starts, ends }, word, end) {
  const flag = flags[word];
  if ((flag & WORD.functional) !== 0) return -1;
  const hash = hashes[word];
  if ((flag & WORD.ideograph) === 0) {
    return ends[word] - starts[word] < LEAST_LETTERS ? -1 : (hash ^ hash >>> 15) & SLOTS - 1;
  }
  if (word + 1 >= end || starts[word + 1] !== ends[word]) return -1;
  const pair = Math.imul(hash, 31) ^ hashes[word + 1];
  return (pair ^ pair >>> 15) & SLOTS - 1;
}

// src/text/once.ts
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}

// src/detect/block-model/scan-marks.ts
var MARK = {
  none: 0,
  sentenceEnd: 1,
  comma: 2,
  colon: 3,
  separator: 4,
  slash: 5,
  currency: 6,
  address: 7,
  quote: 8,
  bracket: 9,
  copyright: 10,
  digit: 11,
  ellipsis: 12,
  space: 13
};
var MARK_COUNT = 14;
var CHARACTERS = [
  [MARK.sentenceEnd, ".!?\u3002\uFF01\uFF1F\uFF0E\uFF61\u061F\u06D4\u0964\u0965\u0589\u0DF4\u1362"],
  [MARK.comma, ",;\uFF0C\u3001\uFF1B\u060C\u061B"],
  [MARK.colon, ":\uFF1A"],
  [MARK.separator, "|\u203A\xBB\u2022\xB7\u25B8\u25B6\u25BA\u2192\u2190\u2039\xAB>\u2193\u2191\u2197+\u2715\xD7\u2713\u2605\u2606\u25CF\u25A0\u25AA\u2026"],
  [MARK.slash, "/\\"],
  [MARK.currency, "$\u20AC\xA3\xA5\u20B9\u20BD\u20A9\u20BA\u20B4\u0E3F%"],
  [MARK.address, "@#"],
  [MARK.quote, '"\u201C\u201D\u201E\u201F\u2018\u2019\u300C\u300D\u300E\u300F'],
  [MARK.bracket, "()[]{}\uFF08\uFF09\u3010\u3011"],
  [MARK.copyright, "\xA9\xAE\u2122"],
  [MARK.digit, "0123456789"],
  [MARK.ellipsis, "\u2026"],
  [MARK.space, " 	\xA0\n\r\u3000"]
];
var CODE_UNITS = 65536;
var markTable = once(() => {
  const table = new Uint8Array(CODE_UNITS);
  for (const [mark, characters] of CHARACTERS) for (const one of characters) table[one.charCodeAt(0)] = mark;
  return table;
});
function markOf(unit) {
  return markTable()[unit];
}
var MOST_SCANNED = 1200;
function countMarks(text, span, counts) {
  const table = markTable();
  const end = Math.min(span.end, span.start + MOST_SCANNED);
  counts.fill(0);
  for (let at = span.start; at < end; at += 1) {
    const mark = table[text.charCodeAt(at)];
    counts[mark] = counts[mark] + 1;
  }
}
var END = {
  word: 0,
  sentence: 1,
  question: 2,
  exclamation: 3,
  colon: 4,
  comma: 5,
  ellipsis: 6,
  close: 7,
  other: 8,
  digit: 9
};
function closesSentence(end) {
  return end === END.sentence || end === END.question || end === END.exclamation;
}
var CLOSERS = `"\u201D\u2019'\xBB)]\uFF09\u300D\u300F`;
function endOf(text, start, end) {
  let at = end - 1;
  while (at > start && CLOSERS.includes(text.charAt(at))) at -= 1;
  const last = text.charAt(at);
  const mark = markOf(last.charCodeAt(0));
  if (last === "\u2026" || text.startsWith("...", at - 2)) return END.ellipsis;
  if (mark === MARK.sentenceEnd) return endOfSentence(last);
  if (at < end - 1) return END.close;
  return endOfOther(mark);
}
function endOfSentence(last) {
  if ("?\uFF1F\u061F".includes(last)) return END.question;
  return "!\uFF01".includes(last) ? END.exclamation : END.sentence;
}
function endOfOther(mark) {
  if (mark === MARK.colon) return END.colon;
  if (mark === MARK.comma) return END.comma;
  if (mark === MARK.digit) return END.digit;
  return mark === MARK.none || mark === MARK.quote ? END.word : END.other;
}
var BEGIN = { lower: 0, capital: 1, digit: 2, symbol: 3, caseless: 4 };
function beginOf(text, start) {
  let at = start;
  if (markOf(text.charCodeAt(at)) === MARK.quote) at += 1;
  const first = text.charAt(at);
  const mark = markOf(first.charCodeAt(0));
  if (mark === MARK.digit) return BEGIN.digit;
  if (mark !== MARK.none) return BEGIN.symbol;
  if (first.toLowerCase() !== first) return BEGIN.capital;
  if (first.toUpperCase() !== first) return BEGIN.lower;
  return first > "\xFF" ? BEGIN.caseless : BEGIN.symbol;
}

// src/detect/block-model/block-measures.ts
var BLOCK_MEASURES = [
  "words",
  "characters",
  "word length",
  "sentences",
  "longest sentence",
  "end",
  "begin",
  "function word share",
  "function words",
  "capital share",
  "upper case share",
  "digit share",
  "sentence marks",
  "commas",
  "comma share",
  "colons",
  "separators",
  "slashes",
  "currency",
  "addresses",
  "quotes",
  "brackets",
  "copyright",
  "kind",
  "container",
  "copies",
  "first copy",
  "date",
  "time",
  "year",
  "link text",
  "prose",
  "echo"
];
var WIDTH = BLOCK_MEASURES.length;
var ECHO = BLOCK_MEASURES.indexOf("echo");
function measureColumn(name) {
  return BLOCK_MEASURES.indexOf(name);
}
var UNKNOWN2 = -1;
function measureBlocks(analysis) {
  const count3 = analysis.blocks.length;
  const values = new Float32Array(count3 * WIDTH);
  const words = new Float32Array(count3);
  const prose = new Float32Array(count3);
  const measured = { count: count3, values, words, prose };
  const scratch = { marks: new Uint16Array(MARK_COUNT), copies: countCopies(analysis), seen: /* @__PURE__ */ new Set() };
  for (let index = 0; index < count3; index += 1) measureBlock(analysis, index, { measured, ...scratch });
  measureEcho(analysis, prose).forEach((echo, index) => {
    values[index * WIDTH + ECHO] = echo;
  });
  return measured;
}
function measureBlock(analysis, index, scratch) {
  const block = analysis.document.blocks[index];
  const features = analysis.blocks[index];
  const { text } = analysis.document;
  const { marks, measured } = scratch;
  countMarks(text, block, marks);
  const tally = tallyWords(analysis, features);
  const end = endOf(text, block.start, block.end);
  const functionShare = shareOfFunctionWords(analysis, tally);
  const prose = proseWords({
    words: tally.words,
    end,
    functionShare,
    sentences: features.sentenceEnd - features.sentenceStart,
    marks
  });
  measured.words[index] = tally.words;
  measured.prose[index] = prose;
  const row2 = measured.values.subarray(index * WIDTH, (index + 1) * WIDTH);
  let at = writeShape(row2, { block, features, tally, end, begin: beginOf(text, block.start), functionShare });
  at = writeMarks(row2, at, { marks, block, words: tally.words });
  writePlace(row2, at, { analysis, index, scratch, prose });
}
var IDEOGRAPH_WEIGHT = 0.5;
function tallyWords({ words }, { wordStart, wordEnd }) {
  const tally = { words: 0, letters: 0, capitals: 0, upper: 0, digits: 0, functional: 0, longest: 0 };
  let run = 0;
  for (let word = wordStart; word < wordEnd; word += 1) {
    const flags = words.flags[word];
    const weight = flags & WORD.ideograph ? IDEOGRAPH_WEIGHT : 1;
    tally.words += weight;
    tally.letters += words.ends[word] - words.starts[word];
    if (flags & WORD.capital) tally.capitals += 1;
    if (flags & WORD.upper) tally.upper += 1;
    if (flags & WORD.digit) tally.digits += 1;
    if (flags & WORD.functional) tally.functional += weight;
    run = flags & WORD.sentenceStart ? weight : run + weight;
    if (run > tally.longest) tally.longest = run;
  }
  return tally;
}
function shareOfFunctionWords(analysis, tally) {
  if (analysis.language === "und" || analysis.measures["functionless"] === 1) return UNKNOWN2;
  return tally.words === 0 ? 0 : tally.functional / tally.words;
}
var FEWEST_PROSE_WORDS = 8;
var SURE_PROSE_WORDS = 30;
var LEAST_FUNCTION_SHARE = 0.12;
function proseWords({ words, end, functionShare, sentences, marks }) {
  if (words < FEWEST_PROSE_WORDS) return 0;
  if (functionShare !== UNKNOWN2 && functionShare < LEAST_FUNCTION_SHARE && words < SURE_PROSE_WORDS) return 0;
  if (closesSentence(end) || sentences > 1 && marks[MARK.sentenceEnd] > 1) return words;
  return words >= SURE_PROSE_WORDS ? words / 2 : 0;
}
function writeShape(row2, signs) {
  const { block, features, tally, functionShare } = signs;
  const tokens = Math.max(1, features.wordEnd - features.wordStart);
  const columns = [
    Math.log2(1 + tally.words),
    Math.log2(1 + block.end - block.start),
    tally.letters / tokens,
    features.sentenceEnd - features.sentenceStart,
    tally.longest,
    signs.end,
    signs.begin,
    functionShare,
    functionShare === UNKNOWN2 ? UNKNOWN2 : tally.functional,
    tally.capitals / tokens,
    tally.upper / tokens,
    tally.digits / tokens
  ];
  row2.set(columns);
  return columns.length;
}
var COUNTED = [
  MARK.colon,
  MARK.separator,
  MARK.slash,
  MARK.currency,
  MARK.address,
  MARK.quote,
  MARK.bracket,
  MARK.copyright
];
function writeMarks(row2, from, { marks, block, words }) {
  let at = from;
  row2[at++] = marks[MARK.sentenceEnd];
  row2[at++] = marks[MARK.comma];
  row2[at++] = marks[MARK.comma] / Math.max(1, words);
  for (const mark of COUNTED) row2[at++] = marks[mark];
  row2[at++] = BLOCK_KINDS.indexOf(block.kind);
  row2[at++] = CONTAINERS.indexOf(block.container);
  return at;
}
var MOST_COPIES = 8;
function writePlace(row2, at, { analysis, index, scratch, prose }) {
  const key = scratch.copies.keys[index];
  const { text } = analysis.document;
  const block = analysis.document.blocks[index];
  row2[at] = Math.min(MOST_COPIES, scratch.copies.counts.get(key) ?? 1);
  row2[at + 1] = scratch.seen.has(key) ? 0 : 1;
  scratch.seen.add(key);
  const dated = datedness(text, block);
  row2[at + 2] = dated.date;
  row2[at + 3] = dated.time;
  row2[at + 4] = dated.year;
  row2[at + 5] = dated.address;
  row2[at + 6] = Math.log2(1 + prose);
}
var HASH_PRIME = 16777619;
function countCopies({ blocks, words }) {
  const keys = new Int32Array(blocks.length);
  const counts = /* @__PURE__ */ new Map();
  blocks.forEach(({ wordStart, wordEnd }, index) => {
    let key = wordEnd - wordStart;
    for (let word = wordStart; word < wordEnd; word += 1)
      key = Math.imul(key ^ words.hashes[word], HASH_PRIME);
    keys[index] = key;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return { keys, counts };
}

// src/detect/block-model/best-stretch.ts
function bestStretch(count3, gain) {
  let best = { first: 0, last: -1 };
  let most = 0;
  let sum = 0;
  let first = 0;
  for (let index = 0; index < count3; index += 1) {
    sum += gain(index);
    if (sum <= 0) {
      sum = 0;
      first = index + 1;
    } else if (sum > most) {
      most = sum;
      best = { first, last: index };
    }
  }
  return best;
}

// src/detect/block-model/context-measures.ts
var NEIGHBOUR_MEASURES = [
  "words",
  "end",
  "begin",
  "function word share",
  "capital share",
  "prose",
  "kind",
  "echo"
];
var OFFSETS = [-3, -2, -1, 1, 2, 3];
var WINDOWS = [3, 8, 20];
var STRETCH_COSTS = [3, 8, 20];
var SHORT_WORDS = 8;
var OUTSIDE = -2;
var CONTEXT_MEASURES = [
  "place",
  "place from start",
  "place from end",
  "words before",
  "short run",
  "place in short run",
  "blocks since prose",
  "blocks to prose",
  "words of prose above",
  "words of prose below",
  "from first prose",
  "to last prose",
  "likeness above",
  "likeness below",
  ...WINDOWS.flatMap(
    (size) => ["prose before", "prose after", "words before", "words after"].map((name) => `${name} in ${size}`)
  ),
  ...STRETCH_COSTS.flatMap((cost) => [`in stretch ${cost}`, `from stretch ${cost}`]),
  "blocks",
  "words in all",
  "prose share",
  "short share",
  "ended share",
  "capitals in all",
  "function words in all",
  "median words",
  ...OFFSETS.flatMap((offset) => NEIGHBOUR_MEASURES.map((name) => `${name} at ${offset}`))
];
var OWN = BLOCK_MEASURES.length;
var END_COLUMN = measureColumn("end");
var BEGIN_COLUMN = measureColumn("begin");
var CAPITALS = measureColumn("capital share");
var FUNCTIONS = measureColumn("function word share");
var NEIGHBOUR_COLUMNS = NEIGHBOUR_MEASURES.map(measureColumn);
var LINE_COLUMNS = [...BLOCK_MEASURES, ...CONTEXT_MEASURES];
function describeContext(measured) {
  const width = LINE_COLUMNS.length;
  const rows = new Float32Array(measured.count * width);
  const surroundings = survey(measured);
  for (let index = 0; index < measured.count; index += 1) {
    const row2 = rows.subarray(index * width, (index + 1) * width);
    row2.set(measured.values.subarray(index * OWN, (index + 1) * OWN));
    let at = writePlace2(row2, { measured, surroundings, index });
    at = writeWindows(row2, at, { measured, surroundings, index });
    row2.set(surroundings.document, at);
    writeNeighbours(row2, at + surroundings.document.length, { measured, index });
  }
  return rows;
}
var LEAST_PROSE = 12;
function survey(measured) {
  const { prose, words, count: count3 } = measured;
  const above = new Int32Array(count3);
  const below = new Int32Array(count3);
  let last = -1;
  for (let index = 0; index < count3; index += 1) {
    above[index] = last;
    if (prose[index] >= LEAST_PROSE) last = index;
  }
  let first = count3;
  for (let index = count3 - 1; index >= 0; index -= 1) {
    below[index] = first;
    if (prose[index] >= LEAST_PROSE) first = index;
  }
  const stretches2 = STRETCH_COSTS.map((cost) => bestStretch(count3, (index) => prose[index] || -cost));
  return {
    ...shortRuns(words),
    wordSums: sumsOf(words),
    proseSums: sumsOf(prose),
    above,
    below,
    stretches: stretches2,
    firstProse: first,
    lastProse: last,
    document: describeDocument(measured)
  };
}
function sumsOf(values) {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1)
    sums[index + 1] = sums[index] + values[index];
  return sums;
}
function shortRuns(words) {
  const runs = new Int32Array(words.length);
  const runPlaces = new Int32Array(words.length);
  let first = 0;
  for (let index = 0; index <= words.length; index += 1) {
    if (index < words.length && words[index] < SHORT_WORDS) {
      runPlaces[index] = index - first + 1;
      continue;
    }
    runs.fill(index - first, first, index);
    first = index + 1;
  }
  return { runs, runPlaces };
}
function describeDocument({ count: count3, values, words, prose }) {
  let all = 0;
  let running = 0;
  let short = 0;
  let ended = 0;
  let capitals = 0;
  let functions = 0;
  for (let index = 0; index < count3; index += 1) {
    const own = words[index];
    const row2 = index * OWN;
    all += own;
    running += prose[index];
    if (own < SHORT_WORDS) short += 1;
    const end = values[row2 + END_COLUMN];
    if (end >= 1 && end <= 3) ended += 1;
    capitals += values[row2 + CAPITALS] * own;
    functions += values[row2 + FUNCTIONS] * own;
  }
  const weight = Math.max(1, all);
  const blocks = Math.max(1, count3);
  const median = Float32Array.from(words).sort()[count3 >> 1] ?? 0;
  return [
    Math.log2(1 + count3),
    Math.log2(1 + all),
    running / weight,
    short / blocks,
    ended / blocks,
    capitals / weight,
    functions / weight,
    Math.log2(1 + median)
  ];
}
function writePlace2(row2, { measured, surroundings, index }) {
  const { count: count3, prose } = measured;
  const { above, below, wordSums, firstProse, lastProse, runs, runPlaces } = surroundings;
  const up = above[index];
  const down = below[index];
  const columns = [
    count3 > 1 ? index / (count3 - 1) : 0,
    Math.log2(1 + index),
    Math.log2(count3 - index),
    wordSums[index] / Math.max(1, wordSums[count3]),
    runs[index],
    runPlaces[index],
    up < 0 ? OUTSIDE : Math.log2(index - up),
    down >= count3 ? OUTSIDE : Math.log2(down - index),
    up < 0 ? OUTSIDE : Math.log2(prose[up]),
    down >= count3 ? OUTSIDE : Math.log2(prose[down]),
    compress(index - firstProse),
    compress(lastProse - index),
    likeness(measured, index, index - 1),
    likeness(measured, index, index + 1)
  ];
  row2.set(columns, OWN);
  return OWN + columns.length;
}
function compress(distance) {
  return Math.sign(distance) * Math.log2(1 + Math.abs(distance));
}
function likeness({ values, count: count3, words }, index, other) {
  if (other < 0 || other >= count3) return OUTSIDE;
  const a = index * OWN;
  const b = other * OWN;
  const same = [END_COLUMN, BEGIN_COLUMN].filter((column) => values[a + column] === values[b + column]).length;
  const capitals = Math.abs(values[a + CAPITALS] - values[b + CAPITALS]);
  return same - capitals - Math.abs(Math.log2(1 + words[index]) - Math.log2(1 + words[other]));
}
function writeWindows(row2, from, { measured, surroundings, index }) {
  const { wordSums, proseSums } = surroundings;
  const { count: count3 } = measured;
  let at = from;
  const sum = (sums, first, last) => Math.log2(1 + sums[Math.min(count3, last)] - sums[Math.max(0, first)]);
  for (const size of WINDOWS) {
    row2[at++] = sum(proseSums, index - size, index);
    row2[at++] = sum(proseSums, index + 1, index + 1 + size);
    row2[at++] = sum(wordSums, index - size, index);
    row2[at++] = sum(wordSums, index + 1, index + 1 + size);
  }
  for (const { first, last } of surroundings.stretches) {
    row2[at++] = index >= first && index <= last ? 1 : 0;
    row2[at++] = index < first ? compress(index - first) : index > last ? compress(index - last) : 0;
  }
  return at;
}
function writeNeighbours(row2, from, { measured, index }) {
  let at = from;
  for (const offset of OFFSETS) {
    const other = index + offset;
    const inside = other >= 0 && other < measured.count;
    for (const column of NEIGHBOUR_COLUMNS)
      row2[at++] = inside ? measured.values[other * OWN + column] : OUTSIDE;
  }
}

// src/detect/block-model/article-root.ts
var ASIDE = /* @__PURE__ */ new Set(["nav", "footer", "aside", "form"]);
var ASIDE_WEIGHT = 0.3;
function findRoot(blocks, parents) {
  const seen = /* @__PURE__ */ new Set();
  let best;
  let most = 0;
  for (const { element } of blocks) {
    if (element === void 0 || seen.has(element.parent)) continue;
    seen.add(element.parent);
    const sums = parents.get(element.parent);
    if (sums === void 0) continue;
    const aside = element.path.some((name) => ASIDE.has(name)) ? ASIDE_WEIGHT : 1;
    const gain = sums.prose * aside * (1 - sums.linked / Math.max(1, sums.characters));
    if (gain <= most) continue;
    most = gain;
    best = { parent: element.parent, path: element.path, names: element.names };
  }
  return best;
}

// src/text/characters.ts
var CHARACTER = {
  unknown: 0,
  /** White space, punctuation, symbols: stands between words. */
  separator: 1,
  letter: 2,
  digit: 3,
  /** A character of a script written without spaces: a word of its own. */
  ideograph: 4,
  /** Zero-width and private-use characters: part of no word, ends no word. */
  invisible: 5,
  /** Apostrophes: inside a word only between letters. */
  joiner: 6,
  surrogate: 7
};
var CODE_UNITS2 = 65536;
var ASCII_UNITS = 128;
var characterTable = once(() => {
  const classes = new Uint8Array(CODE_UNITS2);
  const folded = new Uint16Array(CODE_UNITS2);
  const classify = (unit) => {
    const kind = classOf(unit);
    classes[unit] = kind;
    folded[unit] = foldUnit(unit);
    return kind;
  };
  for (let unit = 0; unit < ASCII_UNITS; unit += 1) classify(unit);
  return { classes, folded, classify };
});
var WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
var INVISIBLE = new RegExp("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\uE000-\\uF8FF]|\\p{Variation_Selector}", "u");
var LETTER = /[\p{L}\p{M}]/u;
var DIGIT2 = new RegExp("\\p{N}", "u");
var APOSTROPHE = 39;
var APOSTROPHES = /* @__PURE__ */ new Set([APOSTROPHE, 8217, 700, 65287]);
var FULL_WIDTH_FIRST = 65281;
var FULL_WIDTH_LAST = 65374;
var FULL_WIDTH_SHIFT = 65248;
function classOf(unit) {
  if (unit >= 55296 && unit <= 57343) return CHARACTER.surrogate;
  if (APOSTROPHES.has(unit)) return CHARACTER.joiner;
  const character = String.fromCharCode(unit);
  if (INVISIBLE.test(character)) return CHARACTER.invisible;
  if (LETTER.test(character)) return WITHOUT_SPACES.test(character) ? CHARACTER.ideograph : CHARACTER.letter;
  return DIGIT2.test(character) ? CHARACTER.digit : CHARACTER.separator;
}
function foldUnit(unit) {
  if (APOSTROPHES.has(unit)) return APOSTROPHE;
  const narrow = unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST ? unit - FULL_WIDTH_SHIFT : unit;
  const lower = String.fromCharCode(narrow).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
}

// src/text/words.ts
var FNV_OFFSET = 2166136261 | 0;
var FNV_PRIME = 16777619;
function splitWords(text) {
  return new WordReader(text).read();
}
function hashWord(word) {
  const folded = foldWord(word);
  let hash = FNV_OFFSET;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), FNV_PRIME);
  return hash;
}
function foldWord(word) {
  const { classes, folded, classify } = characterTable();
  let out = "";
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    const kind = classes[unit] || classify(unit);
    if (kind !== CHARACTER.invisible) out += String.fromCharCode(folded[unit]);
  }
  return out;
}
var WordReader = class {
  text;
  classes;
  folded;
  classify;
  count = 0;
  capacity;
  starts;
  ends;
  hashes;
  flags;
  constructor(text) {
    const table = characterTable();
    this.text = text;
    this.classes = table.classes;
    this.folded = table.folded;
    this.classify = table.classify;
    this.capacity = 64 + (text.length >> 2);
    this.starts = new Uint32Array(this.capacity);
    this.ends = new Uint32Array(this.capacity);
    this.hashes = new Int32Array(this.capacity);
    this.flags = new Uint8Array(this.capacity);
  }
  read() {
    const { text, classes } = this;
    let gap = 0;
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      const kind = classes[unit] || this.classify(unit);
      if (kind === CHARACTER.letter || kind === CHARACTER.digit || kind === CHARACTER.surrogate && isAstralLetter(text, at)) {
        at = this.readWord(at, gap);
        gap = 0;
      } else if (kind === CHARACTER.ideograph) {
        at = this.readIdeograph(at, gap);
        gap = 0;
      } else {
        gap |= gapFlags(unit, kind);
        at += 1;
      }
    }
    return this.finish();
  }
  /** Returns the offset behind the word. The first loop is all that most words need. */
  readWord(start, gap) {
    const { text, classes, folded } = this;
    const { length } = text;
    const first = text.charCodeAt(start);
    let flags = gap;
    let hash = FNV_OFFSET;
    let capitals = 0;
    let at = start;
    for (; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (classes[unit] !== CHARACTER.letter) break;
      const lower = folded[unit];
      if (lower !== unit) capitals += 1;
      hash = Math.imul(hash ^ lower, FNV_PRIME);
    }
    if (capitals > 0) {
      if (folded[first] !== first) flags |= WORD.capital;
      if (capitals > 1 && capitals === at - start) flags |= WORD.upper;
    }
    this.add(start, at, hash, flags);
    return at < length && classes[text.charCodeAt(at)] !== CHARACTER.separator ? this.readRest(at) : at;
  }
  /** Goes on with the last word where something other than a known letter or a separator follows. */
  readRest(from) {
    const { text, folded } = this;
    const last = this.count - 1;
    let hash = this.hashes[last];
    let digits = false;
    let at = from;
    for (; at < text.length; at += 1) {
      const kind = this.kindAt(at);
      if (kind === CHARACTER.invisible) continue;
      if (kind === CHARACTER.digit) digits = true;
      else if (kind === CHARACTER.surrogate && isAstralLetter(text, at)) {
        this.kindAt(at + 1);
        hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
        at += 1;
      } else if (kind !== CHARACTER.letter && (kind !== CHARACTER.joiner || this.kindAt(at + 1) !== CHARACTER.letter))
        break;
      hash = Math.imul(hash ^ folded[text.charCodeAt(at)], FNV_PRIME);
      this.ends[last] = at + 1;
    }
    this.hashes[last] = hash;
    this.flags[last] = this.restFlags(last, digits);
    return at;
  }
  restFlags(index, digits) {
    const start = this.starts[index];
    const word = this.text.slice(start, this.ends[index]);
    const capital = this.folded[word.charCodeAt(0)] !== word.charCodeAt(0) ? WORD.capital : 0;
    const upper = capital && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() ? WORD.upper : 0;
    return this.flags[index] & ~WORD.upper | capital | upper | (digits ? WORD.digit : 0);
  }
  readIdeograph(at, gap) {
    const lower = this.folded[this.text.charCodeAt(at)];
    this.add(at, at + 1, Math.imul(FNV_OFFSET ^ lower, FNV_PRIME), gap | WORD.ideograph);
    return at + 1;
  }
  kindAt(at) {
    if (at >= this.text.length) return CHARACTER.separator;
    const unit = this.text.charCodeAt(at);
    return this.classes[unit] || this.classify(unit);
  }
  // oxlint-disable-next-line max-params -- the hot path: an object a word would cost a third of the speed
  add(start, end, hash, flags) {
    const { count: count3 } = this;
    if (count3 === this.capacity) this.grow();
    this.starts[count3] = start;
    this.ends[count3] = end;
    this.hashes[count3] = hash;
    this.flags[count3] = flags;
    this.count = count3 + 1;
  }
  grow() {
    this.capacity *= 2;
    const { starts, ends, hashes, flags } = this;
    (this.starts = new Uint32Array(this.capacity)).set(starts);
    (this.ends = new Uint32Array(this.capacity)).set(ends);
    (this.hashes = new Int32Array(this.capacity)).set(hashes);
    (this.flags = new Uint8Array(this.capacity)).set(flags);
  }
  finish() {
    const { count: count3 } = this;
    return {
      count: count3,
      starts: this.starts.subarray(0, count3),
      ends: this.ends.subarray(0, count3),
      hashes: this.hashes.subarray(0, count3),
      flags: this.flags.subarray(0, count3)
    };
  }
};
var ASTRAL_LETTER = new RegExp("\\p{L}", "u");
function isAstralLetter(text, at) {
  const point = text.codePointAt(at);
  return point !== void 0 && point > 65535 && ASTRAL_LETTER.test(String.fromCodePoint(point));
}
var BLANKS = " 	\xA0";
var LINE_BREAKS = "\n\r";
var HYPHENS = "-\u2010\u2011";
function gapFlags(unit, kind) {
  if (unit === SPACE || kind === CHARACTER.joiner || kind === CHARACTER.invisible) return 0;
  const character = String.fromCharCode(unit);
  if (LINE_BREAKS.includes(character)) return WORD.afterLine;
  return BLANKS.includes(character) || HYPHENS.includes(character) ? 0 : WORD.afterPunctuation;
}
var SPACE = 32;

// src/detect/block-model/head-likeness.ts
var LONGEST_TITLE = 40;
var LONGEST_READ = 60;
function readHeadLikeness({ document, blocks, words }) {
  const titleWords = hashesOf(document.head?.headline ?? document.head?.title ?? "");
  const bodyWords = hashesOf(document.head?.articleBody ?? "");
  const title = new Float32Array(blocks.length);
  const body = new Float32Array(blocks.length);
  blocks.forEach(({ wordStart, wordEnd }, index) => {
    const count3 = wordEnd - wordStart;
    if (count3 === 0) return;
    const last = Math.min(wordEnd, wordStart + LONGEST_READ);
    let inTitle = 0;
    let inBody = 0;
    for (let word = wordStart; word < last; word += 1) {
      const hash = words.hashes[word];
      if (titleWords.has(hash)) inTitle += 1;
      if (bodyWords.has(hash)) inBody += 1;
    }
    body[index] = inBody / (last - wordStart);
    if (count3 <= LONGEST_TITLE) title[index] = inTitle / Math.max(count3, titleWords.size, 1);
  });
  return { title, body, hasBody: Math.min(1, bodyWords.size) };
}
function hashesOf(text) {
  const { hashes, count: count3 } = splitWords(text);
  return new Set(hashes.subarray(0, count3));
}

// src/detect/block-model/name-scores.ts
var TENTHS = 10;
var NEAREST = 4;
var DECAY = 0.85;
function measureNames(blocks, scores) {
  const known = /* @__PURE__ */ new Map();
  const table = new Map(Object.entries(scores));
  const columns = [0, 1, 2, 3].map(() => new Float32Array(blocks.length));
  blocks.forEach((block, index) => {
    const names = block.element?.names ?? [];
    let found = known.get(names);
    if (found === void 0) {
      found = weighNames(names, table);
      known.set(names, found);
    }
    found.forEach((value, column) => {
      columns[column][index] = value;
    });
  });
  const [least, most, nearest, sum] = columns;
  return { least, most, nearest, sum };
}
function weighNames(names, table) {
  let least = 0;
  let most = 0;
  let nearest = 0;
  let sum = 0;
  let weight = 1;
  names.forEach((name, place) => {
    const score = (table.get(name) ?? 0) / TENTHS;
    if (score < least) least = score;
    if (score > most) most = score;
    if (place < NEAREST) nearest += score;
    sum += score * weight;
    weight *= DECAY;
  });
  return [least, most, nearest, sum];
}

// src/detect/block-model/element-measures.ts
var REGIONS = [
  "nav",
  "header",
  "footer",
  "aside",
  "main",
  "article",
  "section",
  "form",
  "figure",
  "table",
  "ul",
  "li",
  "blockquote",
  "button",
  "a",
  "p",
  "td",
  "dl"
];
var ROLES = ["navigation", "banner", "contentinfo", "complementary", "main", "article", "dialog", "search"];
var INNER = [
  "p",
  "li",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "td",
  "th",
  "button",
  "figcaption",
  "blockquote",
  "pre",
  "dt",
  "dd",
  "label",
  "option",
  "section",
  "article",
  "footer",
  "header",
  "nav",
  "aside",
  "body",
  "main",
  "form"
];
var ELEMENT_MEASURES = [
  "depth",
  "innermost element",
  "linked share",
  "hidden",
  "alike",
  "blocks of parent",
  "prose of parent",
  "linked share of parent",
  "prose share of parent",
  "at root",
  "path shared with root",
  "names shared with root",
  "depth from root",
  "name least",
  "name most",
  "name nearest",
  "name sum",
  "like title",
  "in article body",
  "has article body",
  ...REGIONS.map((name) => `inside <${name}>`),
  ...ROLES.map((name) => `role ${name}`),
  ...[-2, -1, 1, 2].flatMap((offset) => [
    `linked share at ${offset}`,
    `name sum at ${offset}`,
    `name nearest at ${offset}`
  ])
];
var OFFSETS2 = [-2, -1, 1, 2];
var OUTSIDE2 = -2;
var BITS = new Map(REGIONS.map((name, bit) => [name, 1 << bit]));
function describeElements(analysis, measured, names) {
  const { blocks } = analysis.document;
  const width = ELEMENT_MEASURES.length;
  const rows = new Float32Array(blocks.length * width);
  const survey2 = surveyElements(analysis, measured, names);
  blocks.forEach((block, index) => {
    const row2 = rows.subarray(index * width, (index + 1) * width);
    let at = writeOwn(row2, block, survey2);
    at = writeRegions(row2, at, block.element);
    writeNeighbours2(row2, at, { index, survey: survey2, count: blocks.length });
  });
  return rows;
}
function surveyElements(analysis, measured, names) {
  const { blocks } = analysis.document;
  const parents = /* @__PURE__ */ new Map();
  const linked = new Float32Array(blocks.length);
  let allProse = 0;
  blocks.forEach((block, index) => {
    const prose = measured.prose[index];
    const length = block.end - block.start;
    linked[index] = (block.element?.linked ?? 0) / Math.max(1, length);
    allProse += prose;
    addToParent(parents, block, prose);
  });
  return {
    parents,
    root: findRoot(blocks, parents),
    allProse,
    linked,
    names: measureNames(blocks, names),
    head: readHeadLikeness(analysis)
  };
}
function addToParent(parents, block, prose) {
  const parent = block.element?.parent ?? -1;
  let sums = parents.get(parent);
  if (sums === void 0) {
    sums = { blocks: 0, characters: 0, linked: 0, prose: 0 };
    parents.set(parent, sums);
  }
  sums.blocks += 1;
  sums.characters += block.end - block.start;
  sums.linked += block.element?.linked ?? 0;
  sums.prose += prose;
}
function pathOf(element) {
  return element?.path ?? [];
}
var NO_PARENT = { blocks: 1, characters: 1, linked: 0, prose: 0 };
function writeOwn(row2, block, { parents, root, allProse, linked, names, head }) {
  const { element, index } = block;
  const parent = parents.get(element?.parent ?? -1) ?? NO_PARENT;
  const path = pathOf(element);
  const columns = [
    path.length,
    INNER.indexOf(path.at(-1) ?? ""),
    linked[index],
    Number(element?.hidden ?? false),
    Math.log2(element?.alike ?? 1),
    Math.log2(parent.blocks),
    Math.log2(1 + parent.prose),
    parent.linked / Math.max(1, parent.characters),
    parent.prose / Math.max(1, allProse),
    ...relateToRoot(element, root),
    names.least[index],
    names.most[index],
    names.nearest[index],
    names.sum[index],
    head.title[index],
    head.body[index],
    head.hasBody
  ];
  row2.set(columns);
  return columns.length;
}
function relateToRoot(element, root) {
  if (element === void 0 || root === void 0) return [0, OUTSIDE2, OUTSIDE2, OUTSIDE2];
  const path = sharedBegin(element.path, root.path);
  const names = sharedEnd(element.names, root.names);
  return [
    element.parent === root.parent ? 1 : 0,
    path / Math.max(1, root.path.length),
    names / Math.max(1, root.names.length),
    element.path.length - root.path.length
  ];
}
function sharedBegin(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
function sharedEnd(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}
function writeRegions(row2, from, element) {
  let at = from;
  let bits = 0;
  for (const name of pathOf(element)) bits |= BITS.get(name) ?? 0;
  for (let bit = 0; bit < REGIONS.length; bit += 1) row2[at++] = bits >> bit & 1;
  for (const role of ROLES) row2[at++] = element?.roles.includes(role) === true ? 1 : 0;
  return at;
}
function writeNeighbours2(row2, from, { index, survey: survey2, count: count3 }) {
  let at = from;
  for (const offset of OFFSETS2) {
    const other = index + offset;
    const inside = other >= 0 && other < count3;
    row2[at++] = inside ? survey2.linked[other] : OUTSIDE2;
    row2[at++] = inside ? survey2.names.sum[other] : OUTSIDE2;
    row2[at++] = inside ? survey2.names.nearest[other] : OUTSIDE2;
  }
}

// src/detect/block-model/forest.ts
function loadForest(data, columns) {
  const places = data.columns.map((name) => columns.indexOf(name));
  const missing = data.columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    throw new Error(
      `The weights ask for measures that this version does not have: ${missing.join(", ")}. Fit them anew.`
    );
  }
  const nodes = {
    width: columns.length,
    base: data.base,
    roots: Uint32Array.from(data.roots),
    feature: Int16Array.from(data.feature, (feature) => feature < 0 ? feature : places[feature]),
    skip: Uint16Array.from(data.skip),
    value: Float32Array.from(data.value)
  };
  return { ...nodes, middle: middleOfNodes(nodes) };
}
function middleOfNodes({ feature, skip, value }) {
  const middles = new Float32Array(value.length);
  for (let node = value.length - 1; node >= 0; node -= 1) {
    middles[node] = feature[node] < 0 ? value[node] : (middles[node + 1] + middles[node + skip[node]]) / 2;
  }
  return middles;
}
function sumTrees(forest, rows, row2) {
  const { feature, skip, value, roots } = forest;
  const offset = row2 * forest.width;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree];
    let column = feature[node];
    while (column >= 0) {
      node += rows[offset + column] < value[node] ? 1 : skip[node];
      column = feature[node];
    }
    sum += value[node];
  }
  return sum;
}

// src/detect/block-model/stack-measures.ts
var OFFSETS3 = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
var WINDOWS2 = [2, 5, 12, 30];
var OUTSIDE3 = 0;
var SHARPNESS = 1;
var STACK_MEASURES = [
  ...OFFSETS3.map((offset) => `first score at ${offset}`),
  ...WINDOWS2.flatMap((size) => [`first score before in ${size}`, `first score after in ${size}`]),
  "first score of all before",
  "first score of all after",
  "first score of the document",
  "content words share",
  "in content stretch",
  "from content stretch",
  "in block stretch",
  "from block stretch",
  "rank of first score"
];
function describeStack(scores, words) {
  const count3 = scores.length;
  const width = STACK_MEASURES.length;
  const rows = new Float32Array(count3 * width);
  const sums = prefixSums(scores);
  const document = describeWhole(scores, words);
  const ranks = ranksOf(scores);
  for (let index = 0; index < count3; index += 1) {
    let at = index * width;
    for (const offset of OFFSETS3) {
      const other = index + offset;
      rows[at++] = other >= 0 && other < count3 ? scores[other] : OUTSIDE3;
    }
    for (const size of WINDOWS2) {
      rows[at++] = mean(sums, index - size, index);
      rows[at++] = mean(sums, index + 1, index + 1 + size);
    }
    rows[at++] = mean(sums, 0, index);
    rows[at++] = mean(sums, index + 1, count3);
    rows[at++] = document.mean;
    rows[at++] = document.contentShare;
    for (const stretch of document.stretches) {
      rows[at++] = index >= stretch.first && index <= stretch.last ? 1 : 0;
      rows[at++] = distanceTo(stretch, index);
    }
    rows[at++] = ranks[index];
  }
  return rows;
}
function prefixSums(scores) {
  const sums = new Float64Array(scores.length + 1);
  for (let index = 0; index < scores.length; index += 1)
    sums[index + 1] = sums[index] + scores[index];
  return sums;
}
function mean(sums, first, last) {
  const from = Math.max(0, first);
  const to = Math.min(sums.length - 1, last);
  return to <= from ? OUTSIDE3 : (sums[to] - sums[from]) / (to - from);
}
function describeWhole(scores, words) {
  const count3 = scores.length;
  let content = 0;
  let all = 0;
  let sum = 0;
  const liking = new Float32Array(count3);
  for (let index = 0; index < count3; index += 1) {
    const own = words[index];
    liking[index] = -Math.tanh(scores[index] / (2 * SHARPNESS));
    sum += scores[index];
    all += own;
    content += own * (1 + liking[index]) / 2;
  }
  return {
    mean: count3 === 0 ? 0 : sum / count3,
    contentShare: all === 0 ? 0 : content / all,
    stretches: [
      bestStretch(count3, (index) => liking[index] * (2 + words[index])),
      bestStretch(count3, (index) => liking[index])
    ]
  };
}
function distanceTo({ first, last }, index) {
  if (index < first) return -Math.log2(1 + first - index);
  return index > last ? Math.log2(1 + index - last) : 0;
}
function ranksOf(scores) {
  const sorted = Float32Array.from(scores).sort();
  return scores.map((score) => firstAtLeast(sorted, score) / Math.max(1, scores.length));
}
function firstAtLeast(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/detect/block-model/model.ts
var TEXT_COLUMNS = LINE_COLUMNS;
var HTML_COLUMNS = [...LINE_COLUMNS, ...ELEMENT_MEASURES];
function stackColumns(columns) {
  return [...columns, ...STACK_MEASURES];
}
function describeBlocks(analysis, names) {
  const measured = measureBlocks(analysis);
  const context = describeContext(measured);
  if (names === void 0) return { rows: context, measured };
  return { rows: joinRows(context, describeElements(analysis, measured, names), measured.count), measured };
}
function scoreRows(forest, rows, count3) {
  const scores = new Float32Array(count3);
  for (let row2 = 0; row2 < count3; row2 += 1) scores[row2] = sumTrees(forest, rows, row2);
  return scores;
}
function joinRows(left, right, count3) {
  const leftWidth = count3 === 0 ? 0 : left.length / count3;
  const rightWidth = count3 === 0 ? 0 : right.length / count3;
  const joined = new Float32Array(left.length + right.length);
  for (let row2 = 0; row2 < count3; row2 += 1) {
    const at = row2 * (leftWidth + rightWidth);
    joined.set(left.subarray(row2 * leftWidth, (row2 + 1) * leftWidth), at);
    joined.set(right.subarray(row2 * rightWidth, (row2 + 1) * rightWidth), at + leftWidth);
  }
  return joined;
}

// src/learn/grow-tree.ts
var BINS = 64;
function growTree(sample, options) {
  const root = { leaf: makeLeaf(sample, options, { rows: sample.rows, sums: countSums(sample, sample.rows) }) };
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves += 1) {
    const node = takeBest(open);
    if (node === void 0) break;
    const split = node.leaf.split;
    const [left, right] = divide(sample, options, node.leaf);
    node.below = { split, left: { leaf: left }, right: { leaf: right } };
    open.push(node.below.left, node.below.right);
  }
  return flatten(root, sample, options);
}
function takeBest(open) {
  let best = -1;
  open.forEach(({ leaf: leaf2 }, index) => {
    const gain = leaf2.split?.gain ?? 0;
    if (gain > (open[best]?.leaf.split?.gain ?? 0)) best = index;
  });
  return best < 0 ? void 0 : open.splice(best, 1)[0];
}
function countSums({ quantised, gradients, curvatures, columns }, rows) {
  const sums = new Float64Array(columns.length * BINS * 2);
  columns.forEach((column, at) => {
    const bins = quantised.bins[column];
    const from = at * BINS * 2;
    for (let index = 0; index < rows.length; index += 1) {
      const row2 = rows[index];
      const slot = from + 2 * bins[row2];
      sums[slot] = sums[slot] + gradients[row2];
      sums[slot + 1] = sums[slot + 1] + curvatures[row2];
    }
  });
  return sums;
}
function makeLeaf(sample, options, { rows, sums }) {
  let gradient = 0;
  let curvature = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    gradient += sums[2 * bin];
    curvature += sums[2 * bin + 1];
  }
  const bare = { rows, sums, gradient, curvature, split: void 0 };
  return { ...bare, split: findSplit(sample, options, bare) };
}
function findSplit(sample, options, leaf2) {
  let best;
  sample.columns.forEach((column, at) => {
    const steps = sample.quantised.cuts[column].length;
    const found = splitColumn(leaf2, { from: at * BINS * 2, steps }, options);
    if (found.gain > (best?.gain ?? 0)) best = { ...found, column };
  });
  return best;
}
function splitColumn(leaf2, { from, steps }, options) {
  const { penalty, leastCurvature } = options;
  const whole = leaf2.gradient * leaf2.gradient / (leaf2.curvature + penalty);
  let gradient = 0;
  let curvature = 0;
  let gain = 0;
  let bin = -1;
  for (let step = 0; step < steps; step += 1) {
    gradient += leaf2.sums[from + 2 * step];
    curvature += leaf2.sums[from + 2 * step + 1];
    const rest = leaf2.curvature - curvature;
    if (curvature < leastCurvature) continue;
    if (rest < leastCurvature) break;
    const other = leaf2.gradient - gradient;
    const found = gradient * gradient / (curvature + penalty) + other * other / (rest + penalty) - whole;
    if (found > gain) {
      gain = found;
      bin = step;
    }
  }
  return { gain, bin };
}
function divide(sample, options, leaf2) {
  const { column, bin } = leaf2.split;
  const bins = sample.quantised.bins[column];
  const left = leaf2.rows.filter((row2) => bins[row2] <= bin);
  const right = leaf2.rows.filter((row2) => bins[row2] > bin);
  const small = left.length < right.length ? left : right;
  const sums = countSums(sample, small);
  const others = leaf2.sums;
  for (let at = 0; at < others.length; at += 1) others[at] = others[at] - sums[at];
  const [leftSums, rightSums] = small === left ? [sums, others] : [others, sums];
  return [
    makeLeaf(sample, options, { rows: left, sums: leftSums }),
    makeLeaf(sample, options, { rows: right, sums: rightSums })
  ];
}
function flatten(root, { quantised }, options) {
  const tree = { feature: [], skip: [], value: [], bin: [] };
  const visit = ({ leaf: leaf2, below }) => {
    const at = tree.feature.length;
    tree.feature.push(below?.split.column ?? -1);
    tree.bin.push(below?.split.bin ?? 0);
    tree.skip.push(0);
    if (below === void 0) {
      tree.value.push(-options.rate * leaf2.gradient / (leaf2.curvature + options.penalty));
      return;
    }
    tree.value.push(quantised.cuts[below.split.column][below.split.bin]);
    visit(below.left);
    tree.skip[at] = tree.feature.length - at;
    visit(below.right);
  };
  visit(root);
  return tree;
}

// src/learn/quantise.ts
var MOST_BINS = 64;
var SAMPLED = 6e4;
var CUT_DIGITS = 5;
function quantise(table, width) {
  const rows = table.length / width;
  const bins = [];
  const cuts = [];
  for (let column = 0; column < width; column += 1) {
    const limits = findCuts(table, { width, column, rows });
    cuts.push(limits);
    bins.push(assign(table, { width, column, rows }, limits));
  }
  return { rows, bins, cuts };
}
function findCuts(table, { width, column, rows }) {
  const step = Math.max(1, Math.ceil(rows / SAMPLED));
  const sample = new Float32Array(Math.ceil(rows / step));
  for (let at = 0; at < sample.length; at += 1) sample[at] = table[at * step * width + column];
  sample.sort();
  const cuts = /* @__PURE__ */ new Set();
  let last = 0;
  const distinct = countDistinct(sample);
  for (let at = 1; at < sample.length; at += 1) {
    const low = sample[at - 1];
    const high = sample[at];
    if (low === high) continue;
    if (distinct > MOST_BINS && at - last < sample.length / MOST_BINS) continue;
    last = at;
    cuts.add(roundCut(low, high));
  }
  return Float32Array.from(cuts).sort().slice(0, MOST_BINS - 1);
}
function countDistinct(sorted) {
  let count3 = 1;
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] !== sorted[at - 1]) count3 += 1;
  return count3;
}
function roundCut(low, high) {
  const middle = (low + high) / 2;
  for (let digits = 1; digits < CUT_DIGITS; digits += 1) {
    const rounded = Math.fround(Number(middle.toPrecision(digits)));
    if (rounded > low && rounded <= high) return rounded;
  }
  return Math.fround(Number(middle.toPrecision(CUT_DIGITS)));
}
function assign(table, { width, column, rows }, cuts) {
  const bins = new Uint8Array(rows);
  for (let row2 = 0; row2 < rows; row2 += 1) bins[row2] = binOf(table[row2 * width + column], cuts);
  return bins;
}
function binOf(value, cuts) {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (value < cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

// src/learn/random.ts
function createRandom(seed) {
  let state = seed | 0;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
function partOf(id, parts) {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  hash ^= hash >>> 15;
  return Math.abs(Math.imul(hash, 739982445) % parts);
}

// src/learn/boost.ts
var VALUE_DIGITS = 4;
function boost({ columns, table, labels, weights }, options) {
  const quantised = quantise(table, columns.length);
  const random = createRandom(options.seed);
  const base = round(priorLogOdds(labels, weights));
  const scores = new Float64Array(quantised.rows).fill(base);
  const gradients = new Float32Array(quantised.rows);
  const curvatures = new Float32Array(quantised.rows);
  const forest = {
    columns,
    base,
    roots: [],
    feature: [],
    skip: [],
    value: []
  };
  const usable = rowsWithWeight(weights);
  for (let tree = 0; tree < options.trees; tree += 1) {
    differentiate({ labels, weights, scores }, gradients, curvatures);
    const rows = usable.filter(() => random() < options.rowShare);
    const chosen = chooseColumns(columns.length, options.columnShare, random);
    const grown = growTree({ quantised, gradients, curvatures, rows, columns: chosen }, options);
    forest.roots.push(forest.feature.length);
    forest.feature.push(...grown.feature);
    forest.skip.push(...grown.skip);
    forest.value.push(...grown.value.map(round));
    addTree(grown, { quantised, scores });
  }
  return forest;
}
function round(value) {
  return Number(value.toPrecision(VALUE_DIGITS));
}
function priorLogOdds(labels, weights) {
  let positive = 0;
  let all = 0;
  for (let row2 = 0; row2 < labels.length; row2 += 1) {
    all += weights[row2];
    positive += weights[row2] * labels[row2];
  }
  return Math.log((positive + 1) / (all - positive + 1));
}
function rowsWithWeight(weights) {
  const rows = [];
  for (let row2 = 0; row2 < weights.length; row2 += 1) if (weights[row2] > 0) rows.push(row2);
  return Uint32Array.from(rows);
}
function differentiate({ labels, weights, scores }, gradients, curvatures) {
  for (let row2 = 0; row2 < scores.length; row2 += 1) {
    const weight = weights[row2];
    if (weight === 0) continue;
    const probability = 1 / (1 + Math.exp(-scores[row2]));
    gradients[row2] = weight * (probability - labels[row2]);
    curvatures[row2] = weight * probability * (1 - probability);
  }
}
function chooseColumns(count3, share2, random) {
  const chosen = [];
  for (let column = 0; column < count3; column += 1) if (random() < share2) chosen.push(column);
  return chosen.length > 0 ? chosen : [0];
}
function addTree(tree, { quantised, scores }) {
  const leaves = tree.value.map(round);
  for (let row2 = 0; row2 < scores.length; row2 += 1) {
    let node = 0;
    while (tree.feature[node] >= 0) {
      const bins = quantised.bins[tree.feature[node]];
      node += bins[row2] <= tree.bin[node] ? 1 : tree.skip[node];
    }
    scores[row2] = scores[row2] + leaves[node];
  }
}

// src/learn/fit-calibration.ts
var STEPS = 40;
var DIGITS = 3;
function fitCalibration(points) {
  const sorted = [...points].sort((a, b) => a.score - b.score);
  const size = Math.max(1, Math.ceil(sorted.length / STEPS));
  const pools = [];
  for (let from = 0; from < sorted.length; from += size) {
    pools.push(poolOf(sorted.slice(from, from + size)));
    mergeViolators(pools);
  }
  return {
    odds: pools.map(({ odds, weight }) => round2(odds / weight)),
    probability: pools.map(({ positive, weight }) => round2(positive / weight))
  };
}
function poolOf(points) {
  let odds = 0;
  let positive = 0;
  let all = 0;
  for (const { score, label, weight } of points) {
    odds += score * weight;
    positive += label * weight;
    all += weight;
  }
  return { odds, positive, weight: all };
}
function mergeViolators(pools) {
  while (pools.length > 1) {
    const last = pools[pools.length - 1];
    const before = pools[pools.length - 2];
    if (last.positive / last.weight > before.positive / before.weight) return;
    pools.splice(-2, 2, {
      odds: last.odds + before.odds,
      positive: last.positive + before.positive,
      weight: last.weight + before.weight
    });
  }
}
function round2(value) {
  return Number(value.toFixed(DIGITS));
}

// src/text/function-words.ts
var LISTS = {
  en: `a about above across after again against all along already also although always am among an and another any anybody
    anyone anything are aren't around as at away be because been before behind being below beneath beside besides between
    beyond both but by can can't cannot could couldn't despite did didn't do does doesn't doing don't done down during each
    either else enough even ever every everybody everyone everything except few for from further had hadn't has hasn't have
    haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in inside
    instead into is isn't it it's its itself just least less let like many may me might mine more most much must mustn't my
    myself near neither never no nobody none nor not nothing now of off often on once one only onto or other others
    otherwise ought our ours ourselves out outside over own per perhaps quite rather same several shall shan't she she'd
    she'll she's should shouldn't since so some somebody someone something sometimes still such than that that's the their
    theirs them themselves then there there's therefore these they they'd they'll they're they've this those though
    through throughout thus till to together too toward towards under unless until up upon us very via was wasn't we we'd
    we'll we're we've well were weren't what what's whatever when whenever where whereas wherever whether which whichever
    while who who's whoever whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've
    your yours yourself yourselves`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird werden wurde
    wurden hat haben hatte hatten sein seine seiner seinem ihre ihrer ihrem ich du er sie es wir ihr mich mir sich uns euch
    ihm ihn ihnen in im an am auf aus bei mit nach von vom zu zum zur \xFCber unter vor f\xFCr gegen durch ohne um bis seit
    w\xE4hrend wegen als wie wenn weil dass ob auch noch nur schon sehr mehr kann k\xF6nnen muss m\xFCssen soll sollen will wollen
    dies diese dieser dieses diesem jeder jede alle man was wer wo so dann da doch zwischen keine kein keinen`,
  fr: `le la les l'un un une des du de d'un et ou mais ne pas est sont \xE9tait \xE9taient \xE9t\xE9 \xEAtre a ont avait avoir il elle ils
    elles je tu nous vous on se sa son ses leur leurs mon ma mes ce cette ces cet qui que qu'il dont o\xF9 dans en sur sous
    avec sans pour par au aux chez entre vers depuis pendant comme si plus moins tr\xE8s aussi m\xEAme tout tous toute toutes
    y lui eux c'est n'est d'une qu'elle car donc alors apr\xE8s avant peut fait`,
  es: `el la los las un una unos unas de del al a y e o u pero no es son era eran fue fueron ser est\xE1 est\xE1n ha han hab\xEDa
    haber se su sus mi mis tu lo le les me te nos yo \xE9l ella ellos ellas usted que quien cual cuyo donde cuando como en
    con sin por para sobre entre hasta desde hacia seg\xFAn m\xE1s menos muy tambi\xE9n ya si porque este esta estos estas ese esa
    eso todo todos toda todas hay ni sino`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos \xE0 \xE0s e ou mas n\xE3o \xE9 s\xE3o era eram foi foram ser
    est\xE1 est\xE3o tem t\xEAm tinha ter se seu sua seus suas meu minha lhe me te n\xF3s eu ele ela eles elas voc\xEA que quem qual
    cujo onde quando como com sem por pelo pela pelos pelas para sobre entre at\xE9 desde mais menos muito tamb\xE9m j\xE1 porque
    este esta isso isto esse essa todo todos toda h\xE1 nem`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel
    nella nei nelle con su sul sulla per tra fra e ed o ma non \xE8 sono era erano fu essere stato ha hanno aveva avere si
    suo sua suoi sue mio lui lei loro noi voi io che chi cui dove quando come pi\xF9 meno molto anche gi\xE0 se perch\xE9 questo
    questa questi queste quello quella tutto tutti ci ne n\xE8 anche`,
  nl: `de het een en of maar niet is zijn was waren wordt worden werd werden heeft hebben had hadden ik jij je hij zij ze
    wij we jullie u mij hem haar ons hun hen zich mijn jouw in op aan van voor met naar bij uit over onder tegen door
    zonder om tot sinds als dan dat die dit deze wat wie waar wanneer hoe ook nog al zeer meer kan kunnen moet moeten zal
    zullen er te geen omdat tussen na`,
  pl: `i w we z ze na do od za o u po przy przez dla pod nad przed bez mi\u0119dzy a ale lub albo nie jest s\u0105 by\u0142 by\u0142a by\u0142o byli
    by\u0142y by\u0107 si\u0119 to ten ta te tego tej tych tym tymi \u017Ce kt\xF3ry kt\xF3ra kt\xF3re kt\xF3rych jak co kto gdzie kiedy czy ju\u017C tylko
    te\u017C tak\u017Ce jego jej ich mu go mnie ja ty on ona oni my wy mo\u017Ce mo\u017Cna oraz wi\u0119c jeszcze bardzo`,
  ru: `\u0438 \u0432 \u0432\u043E \u043D\u0435 \u043D\u0430 \u044F \u0431\u044B\u0442\u044C \u043E\u043D \u0441 \u0441\u043E \u0447\u0442\u043E \u0430 \u043F\u043E \u044D\u0442\u043E \u044D\u0442\u043E\u0442 \u044D\u0442\u0430 \u044D\u0442\u0438 \u043E\u043D\u0430 \u043A \u043A\u043E \u043D\u043E \u043E\u043D\u0438 \u043C\u044B \u0432\u0435\u0441\u044C \u0432\u0441\u0435 \u0443 \u0438\u0437 \u0437\u0430 \u043E\u0442 \u043E \u043E\u0431 \u0434\u043B\u044F \u0434\u043E \u043F\u0440\u0438 \u0431\u0435\u0437
    \u043F\u043E\u0434 \u043D\u0430\u0434 \u0447\u0435\u0440\u0435\u0437 \u043C\u0435\u0436\u0434\u0443 \u0442\u0430\u043A \u0436\u0435 \u0442\u043E\u0436\u0435 \u0432\u044B \u0442\u044B \u0435\u0433\u043E \u0435\u0451 \u0435\u0435 \u0438\u0445 \u0435\u043C\u0443 \u0435\u0439 \u0438\u043C \u043C\u0435\u043D\u044F \u043C\u043D\u0435 \u043D\u0430\u0441 \u0432\u0430\u0441 \u043A\u0430\u043A \u043A\u043E\u0442\u043E\u0440\u044B\u0439 \u043A\u043E\u0442\u043E\u0440\u0430\u044F \u043A\u043E\u0442\u043E\u0440\u044B\u0435 \u043A\u043E\u0442\u043E\u0440\u044B\u0445 \u0433\u0434\u0435
    \u043A\u043E\u0433\u0434\u0430 \u0435\u0441\u043B\u0438 \u0438\u043B\u0438 \u043B\u0438 \u0431\u044B \u0431\u044B\u043B \u0431\u044B\u043B\u0430 \u0431\u044B\u043B\u043E \u0431\u044B\u043B\u0438 \u0435\u0441\u0442\u044C \u043D\u0435\u0442 \u0443\u0436\u0435 \u0442\u043E\u043B\u044C\u043A\u043E \u0435\u0449\u0451 \u0435\u0449\u0435 \u043E\u0447\u0435\u043D\u044C \u043C\u043E\u0436\u043D\u043E \u043F\u043E\u0441\u043B\u0435 \u0442\u0430\u043A\u0436\u0435 \u0447\u0442\u043E\u0431\u044B`,
  uk: `\u0456 \u0439 \u0442\u0430 \u0432 \u0443 \u043D\u0435 \u043D\u0430 \u044F \u0431\u0443\u0442\u0438 \u0432\u0456\u043D \u0437 \u0456\u0437 \u0437\u0456 \u0449\u043E \u0430 \u043F\u043E \u0446\u0435 \u0446\u0435\u0439 \u0446\u044F \u0446\u0456 \u0432\u043E\u043D\u0430 \u0434\u043E \u0430\u043B\u0435 \u0432\u043E\u043D\u0438 \u043C\u0438 \u0432\u0441\u0435 \u0432\u0441\u0456 \u0437\u0430 \u0432\u0456\u0434 \u043E \u043E\u0431 \u0434\u043B\u044F \u043F\u0440\u0438 \u0431\u0435\u0437 \u043F\u0456\u0434
    \u043D\u0430\u0434 \u0447\u0435\u0440\u0435\u0437 \u043C\u0456\u0436 \u0442\u0430\u043A \u0436 \u0442\u0435\u0436 \u0432\u0438 \u0442\u0438 \u0439\u043E\u0433\u043E \u0457\u0457 \u0457\u0445 \u0439\u043E\u043C\u0443 \u0457\u0439 \u0457\u043C \u043C\u0435\u043D\u0435 \u043C\u0435\u043D\u0456 \u043D\u0430\u0441 \u0432\u0430\u0441 \u044F\u043A \u044F\u043A\u0438\u0439 \u044F\u043A\u0430 \u044F\u043A\u0456 \u044F\u043A\u0438\u0445 \u0434\u0435 \u043A\u043E\u043B\u0438 \u044F\u043A\u0449\u043E \u0430\u0431\u043E \u0447\u0438 \u0431\u0438 \u0431\u0443\u0432
    \u0431\u0443\u043B\u0430 \u0431\u0443\u043B\u043E \u0431\u0443\u043B\u0438 \u0454 \u043D\u0435\u043C\u0430\u0454 \u0432\u0436\u0435 \u0442\u0456\u043B\u044C\u043A\u0438 \u0449\u0435 \u0434\u0443\u0436\u0435 \u043C\u043E\u0436\u043D\u0430 \u043F\u0456\u0441\u043B\u044F \u0442\u0430\u043A\u043E\u0436 \u0449\u043E\u0431`,
  tr: `ve bir bu \u015Fu o da de ki mi m\u0131 mu m\xFC i\xE7in ile gibi kadar daha \xE7ok en ama fakat veya ya ne her hi\xE7 ben sen biz siz
    onlar onun bunun olan olarak oldu oldu\u011Fu oldu\u011Funu de\u011Fil var yok sonra \xF6nce g\xF6re ise hem \xE7\xFCnk\xFC ancak taraf\u0131ndan
    \xFCzerine aras\u0131nda kendi nas\u0131l neden`,
  ar: `\u0641\u064A \u0645\u0646 \u0639\u0644\u0649 \u0625\u0644\u0649 \u0639\u0646 \u0645\u0639 \u0647\u0630\u0627 \u0647\u0630\u0647 \u0630\u0644\u0643 \u062A\u0644\u0643 \u0627\u0644\u062A\u064A \u0627\u0644\u0630\u064A \u0627\u0644\u0630\u064A\u0646 \u0645\u0627 \u0644\u0627 \u0644\u0645 \u0644\u0646 \u0623\u0646 \u0625\u0646 \u0643\u0627\u0646 \u0643\u0627\u0646\u062A \u0647\u0648 \u0647\u064A \u0647\u0645 \u0646\u062D\u0646 \u0623\u0646\u0627 \u0623\u0648 \u0648 \u062B\u0645 \u0628\u0639\u062F \u0642\u0628\u0644 \u0639\u0646\u062F
    \u0643\u0644 \u0628\u064A\u0646 \u062D\u062A\u0649 \u0625\u0630\u0627 \u0642\u062F \u0643\u0645\u0627 \u0644\u0643\u0646 \u063A\u064A\u0631 \u0645\u0646\u0630 \u062D\u064A\u062B \u0623\u064A \u0623\u0646\u0647 \u0623\u0646\u0647\u0627 \u0648\u0642\u062F \u0648\u0644\u0627 \u0648\u0645\u0646 \u0648\u0641\u064A \u0628\u0647 \u0644\u0647 \u0644\u0647\u0627 \u0641\u064A\u0647\u0627 \u0641\u064A\u0647`,
  zh: "\u7684 \u662F \u5728 \u4E86 \u4E0D \u548C \u6709 \u6211 \u4ED6 \u5979 \u5B83 \u4EEC \u8FD9 \u90A3 \u4E2A \u4E5F \u5C31 \u90FD \u800C \u53CA \u4E0E \u6216 \u4F46 \u7740 \u8FC7 \u628A \u88AB \u5BF9 \u4ECE \u5230 \u7531 \u4E8E \u4EE5 \u4E3A \u4E4B \u5176 \u5417 \u5462 \u5427 \u5F88 \u66F4 \u6700 \u53C8 \u518D \u624D",
  ja: "\u306E \u306B \u306F \u3092 \u304C \u3068 \u3067 \u3082 \u305F \u3060 \u3057 \u3066 \u3044 \u308B \u308C \u306A \u3089 \u308A \u304B \u3055 \u305B \u307E \u3059 \u3088 \u306D \u3078 \u3084 \u3053 \u305D",
  ko: `\uC740 \uB294 \uC774 \uAC00 \uC744 \uB97C \uC758 \uC5D0 \uC640 \uACFC \uB3C4 \uB85C \uC73C\uB85C \uC5D0\uC11C \uD558\uACE0 \uADF8 \uC774\uB294 \uC788\uB2E4 \uC5C6\uB2E4 \uC788\uB294 \uD558\uB294 \uD55C \uD560 \uAC83 \uC218 \uB4F1 \uBC0F \uB354 \uB610 \uB610\uB294 \uADF8\uB9AC\uACE0 \uD558\uC9C0\uB9CC
    \uADF8\uB7EC\uB098 \uB54C\uBB38\uC5D0 \uB300\uD55C \uC704\uD574 \uD1B5\uD574 \uB530\uB77C \uC774\uBC88 \uC9C0\uB09C \uBAA8\uB4E0 \uC6B0\uB9AC \uC800\uB294 \uC81C\uAC00`,
  id: `yang dan di ke dari untuk dengan pada dalam ini itu adalah tidak akan atau juga oleh sebagai ada telah sudah saya
    anda kami kita mereka dia ia bisa dapat lebih karena jika saat seperti hanya agar namun tetapi bagi para tersebut
    menjadi secara antara setelah belum masih serta`,
  vi: `v\xE0 c\u1EE7a l\xE0 c\xF3 kh\xF4ng \u0111\u01B0\u1EE3c cho trong v\u1EDBi c\xE1c nh\u1EEFng m\u1ED9t n\xE0y \u0111\xF3 \u0111\xE3 s\u1EBD \u0111ang t\u1EEB \u0111\u1EBFn v\u1EC1 t\u1EA1i khi nh\u01B0 \u0111\u1EC3 b\u1EDFi v\xEC n\u1EBFu th\xEC m\xE0
    c\u0169ng r\u1EA5t h\u01A1n nhi\u1EC1u t\xF4i b\u1EA1n anh ch\u1ECB h\u1ECD ch\xFAng ta nh\u01B0ng ho\u1EB7c hay v\xE0o ra tr\xEAn d\u01B0\u1EDBi sau tr\u01B0\u1EDBc gi\u1EEFa theo do b\u1ECB`,
  hi: `\u0915\u093E \u0915\u0947 \u0915\u0940 \u0939\u0948 \u0939\u0948\u0902 \u092E\u0947\u0902 \u0938\u0947 \u0915\u094B \u092A\u0930 \u0914\u0930 \u092F\u0939 \u0935\u0939 \u0928\u0947 \u092D\u0940 \u0928\u0939\u0940\u0902 \u0924\u094B \u0939\u0940 \u0915\u093F \u091C\u094B \u090F\u0915 \u0925\u093E \u0925\u0940 \u0925\u0947 \u0939\u094B \u0915\u0930 \u0932\u093F\u090F \u0907\u0938 \u0909\u0938 \u092F\u093E \u0905\u092A\u0928\u0947 \u0924\u0915 \u0938\u093E\u0925 \u092C\u093E\u0926 \u0907\u0928
    \u0909\u0928 \u0915\u0941\u091B \u0915\u094B\u0908 \u0939\u094B\u0924\u093E \u0939\u094B\u0924\u0940 \u0939\u094B\u0924\u0947 \u0917\u092F\u093E \u0917\u0908 \u0915\u0930\u0928\u0947`,
  sv: `och att det som en ett den de i p\xE5 av f\xF6r med till fr\xE5n om \xE4r var har hade inte jag du han hon vi ni dem sig sin
    sitt sina men eller s\xE5 n\xE4r d\xE4r h\xE4r hur vad vem kan ska skulle vill m\xE5 ocks\xE5 bara mycket mer efter under \xF6ver mellan
    vid utan dessa detta denna alla`,
  fi: `ja on ei se ett\xE4 oli h\xE4n ovat olla mutta tai kun niin kuin joka jotka mit\xE4 mik\xE4 t\xE4m\xE4 t\xE4ss\xE4 t\xE4m\xE4n sen ne he min\xE4 sin\xE4
    me te ole my\xF6s vain jos sek\xE4 mukaan kanssa j\xE4lkeen ennen sit\xE4 siit\xE4 h\xE4nen heid\xE4n ollut voi jo viel\xE4 nyt sitten siis
    koska`,
  el: `\u03BA\u03B1\u03B9 \u03C4\u03BF \u03B7 \u03BF \u03C4\u03B1 \u03BF\u03B9 \u03C4\u03BF\u03BD \u03C4\u03B7\u03BD \u03C4\u03BF\u03C5 \u03C4\u03B7\u03C2 \u03C4\u03C9\u03BD \u03C3\u03C4\u03BF \u03C3\u03C4\u03B7 \u03C3\u03C4\u03B7\u03BD \u03C3\u03C4\u03BF\u03BD \u03C3\u03C4\u03B1 \u03C3\u03C4\u03B9\u03C2 \u03B1\u03C0\u03CC \u03BC\u03B5 \u03B3\u03B9\u03B1 \u03BD\u03B1 \u03C0\u03BF\u03C5 \u03B4\u03B5\u03BD \u03B8\u03B1 \u03B5\u03AF\u03BD\u03B1\u03B9 \u03AE\u03C4\u03B1\u03BD \u03AD\u03C7\u03B5\u03B9 \u03AD\u03C7\u03BF\u03C5\u03BD \u03AD\u03BD\u03B1
    \u03BC\u03B9\u03B1 \u03BC\u03AF\u03B1 \u03AD\u03BD\u03B1\u03C2 \u03C3\u03B5 \u03C9\u03C2 \u03B1\u03BB\u03BB\u03AC \u03AE \u03B1\u03BD \u03CC\u03C0\u03C9\u03C2 \u03C0\u03C9\u03C2 \u03CC\u03C4\u03B9 \u03B1\u03C5\u03C4\u03CC \u03B1\u03C5\u03C4\u03AE \u03B1\u03C5\u03C4\u03CC\u03C2 \u03B1\u03C5\u03C4\u03AC \u03BC\u03B1\u03C2 \u03C3\u03B1\u03C2 \u03C4\u03BF\u03C5\u03C2 \u03BA\u03B1\u03C4\u03AC \u03BC\u03B5\u03C4\u03AC \u03C0\u03C1\u03B9\u03BD \u03C7\u03C9\u03C1\u03AF\u03C2 \u03BC\u03CC\u03BD\u03BF \u03C0\u03BF\u03BB\u03CD \u03C0\u03B9\u03BF \u03BC\u03AD\u03C7\u03C1\u03B9
    \u03B5\u03C0\u03AF\u03C3\u03B7\u03C2`,
  cs: `a i v ve na s se z ze do od za o u po p\u0159i p\u0159es pro pod nad p\u0159ed bez mezi ale nebo ne nen\xED je jsou byl byla bylo byli
    b\xFDt to ten ta ty toho t\xE9to t\u011Bch \u017Ee kter\xFD kter\xE1 kter\xE9 kter\xFDch jak co kdo kde kdy u\u017E jen tak\xE9 jeho jej\xED jejich mu ho m\u011B
    j\xE1 ty on ona oni my vy m\u016F\u017Ee aby kdy\u017E podle`,
  da: `og at det som en et den de i p\xE5 af for med til fra om er var har havde ikke jeg du han hun vi dem sig sin sit sine
    men eller s\xE5 n\xE5r hvor her hvordan hvad hvem kan skal skulle vil m\xE5 ogs\xE5 kun meget mere efter under over mellem ved
    uden disse dette denne alle blev bliver`,
  ro: `\u0219i de la \xEEn cu pe din pentru nu este sunt era au a fost fi un o unei unui al ai ale care ce c\u0103 se s\u0103 sau dar mai
    prin dup\u0103 p\xE2n\u0103 \xEEntre f\u0103r\u0103 despre lui ei lor noi voi eu el ea ei este acest aceast\u0103 aceste acestei c\xE2nd unde cum foarte
    doar`,
  hu: `a az \xE9s hogy nem is egy ez azt ezt de van volt lesz meg csak m\xE1r m\xE9g mint vagy ha mert aki ami amely minden k\xF6z\xF6tt
    ut\xE1n el\u0151tt alatt szerint \xE1ltal nagyon t\xF6bb neki \u0151t \u0151k mi ti \xE9n te \u0151 itt ott \xEDgy \xFAgy el ki be fel le`
};
var MOST_LANGUAGES = 31;
var functionWords = once(() => {
  const languages = Object.keys(LISTS).slice(0, MOST_LANGUAGES);
  const masks = /* @__PURE__ */ new Map();
  languages.forEach((language, bit) => {
    for (const word of functionWordsOf(language)) {
      const hash = hashWord(word);
      masks.set(hash, (masks.get(hash) ?? 0) | 1 << bit);
    }
  });
  return { languages, maskOf: createProbe(masks) };
});
function functionWordsOf(language) {
  return (LISTS[language] ?? "").split(/\s+/).filter((word) => word !== "");
}
function createProbe(entries) {
  const size = 2 ** Math.ceil(Math.log2(entries.size * 4));
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  for (const [hash, mask] of entries) {
    let slot = hash & size - 1;
    while (values[slot] !== 0) slot = slot + 1 & size - 1;
    keys[slot] = hash;
    values[slot] = mask;
  }
  return (hash) => {
    let slot = hash & size - 1;
    while (values[slot] !== 0) {
      if (keys[slot] === hash) return values[slot];
      slot = slot + 1 & size - 1;
    }
    return 0;
  };
}

// src/text/language-library.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
var ENTRY = "eld/src/entries/static.extrasmall.js";
var library = once(() => {
  const require2 = createRequire(import.meta.url);
  const folder = require2.resolve.paths("eld")?.find((path) => existsSync(join(path, ENTRY)));
  if (folder === void 0) throw new Error('The package "eld" is not installed; run npm install.');
  return require2(join(folder, ENTRY)).eld;
});
function detectWithLibrary(sample) {
  const answer = library().detect(sample);
  return answer.language !== "" && answer.isReliable() ? answer.language : void 0;
}

// src/text/language.ts
var UNDETERMINED = "und";
var FEWEST_FUNCTION_WORDS = 8;
var LEAST_LEAD = 1.3;
var SAMPLE_CHARACTERS = 2e3;
var FEWEST_SAMPLE_CHARACTERS = 24;
function detectLanguage(text, profile) {
  const byWords = leadingLanguage(profile, FEWEST_FUNCTION_WORDS);
  if (byWords !== void 0) return byWords;
  const sample = text.slice(0, SAMPLE_CHARACTERS).trim();
  if (sample.length < FEWEST_SAMPLE_CHARACTERS) return UNDETERMINED;
  return detectWithLibrary(sample) ?? UNDETERMINED;
}
function leadingLanguage(profile, fewest) {
  let best = 0;
  let second = 0;
  let bestAt = -1;
  for (let bit = 0; bit < profile.length; bit += 1) {
    const count3 = profile[bit];
    if (count3 > best) {
      second = best;
      best = count3;
      bestAt = bit;
    } else if (count3 > second) second = count3;
  }
  return best >= fewest && best >= LEAST_LEAD * second ? functionWords().languages[bestAt] : void 0;
}
function addToProfile(profile, masks, range) {
  for (let word = range.from; word < range.to; word += 1) {
    let mask = masks[word];
    while (mask !== 0) {
      const bit = 31 - Math.clz32(mask & -mask);
      profile[bit] = profile[bit] + 1;
      mask &= mask - 1;
    }
  }
}
function languageMasks(words) {
  const { maskOf } = functionWords();
  const masks = new Int32Array(words.count);
  for (let word = 0; word < words.count; word += 1) masks[word] = maskOf(words.hashes[word]);
  return masks;
}

// src/text/word-count.ts
var segmenter = once(() => new Intl.Segmenter("zh", { granularity: "word" }));
var SAMPLE_CHARACTERS2 = 2e3;
var PIECE_CHARACTERS = 500;
function countWords(text, words) {
  let spaced = 0;
  let characters = 0;
  let sample = "";
  for (let word = 0; word < words.count; word += 1) {
    if ((words.flags[word] & WORD.ideograph) === 0) {
      spaced += 1;
      continue;
    }
    characters += 1;
    if (characters > SAMPLE_CHARACTERS2) continue;
    const joined = word > 0 && words.starts[word] === words.ends[word - 1];
    sample += `${joined ? "" : " "}${text.charAt(words.starts[word])}`;
  }
  if (characters === 0) return spaced;
  return spaced + Math.round(countSegments(sample) / Math.min(characters, SAMPLE_CHARACTERS2) * characters);
}
function countSegments(text) {
  let count3 = 0;
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    for (const segment of segmenter().segment(text.slice(at, at + PIECE_CHARACTERS)))
      if (segment.isWordLike) count3 += 1;
  }
  return count3;
}

// src/text/sentences.ts
var ENDS = /* @__PURE__ */ new Set([46, 33, 63, 8230, 12290, 65281, 65311, 2404, 1567, 1748]);
var FULL_ENDS = /* @__PURE__ */ new Set([12290, 65281, 65311]);
var CLOSERS2 = /* @__PURE__ */ new Set([34, 39, 41, 93, 187, 8217, 8221, 12301, 12303, 65289]);
var FULL_STOP = 46;
var LONGEST_ABBREVIATION = 12;
var ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st sr jr vs etc inc ltd co corp gen col lt sgt capt sen rep gov rev hon no nos vol vols fig figs eq
  p pp ch sec art ed eds al approx est dept univ assn bros ph.d m.d b.a m.a d.c u.s u.k u.n e.u a.m p.m i.e e.g cf ca
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun bzw usw z.b d.h u.a nr str hr fr bd s
  m mme mlle av bd p.ex sra srta ud uds sig dott ing \u0433 \u0441\u0442\u0440 \u0443\u043B \u0434\u0440 \u0442.\u0435 \u0442.\u0434 \u0442.\u043F`.split(/\s+/)
);
function createEndMarks(text) {
  const marks = Array.from(ENDS, (unit) => String.fromCharCode(unit));
  const places = marks.map(() => -1);
  return {
    text,
    next(from) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let mark = 0; mark < marks.length; mark += 1) {
        let place = places[mark];
        if (place < from) {
          const found = text.indexOf(marks[mark], from);
          place = found < 0 ? Number.POSITIVE_INFINITY : found;
          places[mark] = place;
        }
        if (place < nearest) nearest = place;
      }
      return nearest;
    }
  };
}
function splitSentences(marks, { start, end }, add) {
  const { text } = marks;
  let from = skipSpace(text, start, end);
  for (let mark = marks.next(from); mark < end; ) {
    const close = skipClosers(text, mark + 1, end);
    if (isBoundary(text, { mark, close, end, from })) {
      add(from, close);
      from = skipSpace(text, close, end);
    }
    mark = marks.next(close);
  }
  if (from < end) add(from, end);
}
function isBoundary(text, { mark, close, end, from }) {
  if (close >= end || FULL_ENDS.has(text.charCodeAt(mark))) return true;
  if (!isSpace(text.charCodeAt(close))) return false;
  const next = skipOpeners(text, skipSpace(text, close, end), end);
  if (next < end && isLowerCase(text, next)) return false;
  return text.charCodeAt(mark) !== FULL_STOP || !isAbbreviation(text, from, mark);
}
function isAbbreviation(text, from, mark) {
  let start = mark;
  while (start > from && mark - start < LONGEST_ABBREVIATION && !isSpace(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== 40)
    start -= 1;
  const word = text.slice(start, mark);
  if (word.length === 1) return new RegExp("\\p{Lu}", "u").test(word);
  return ABBREVIATIONS.has(word.toLowerCase());
}
function isLowerCase(text, at) {
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase();
}
function skipClosers(text, from, end) {
  let at = from;
  while (at < end && (CLOSERS2.has(text.charCodeAt(at)) || ENDS.has(text.charCodeAt(at)))) at += 1;
  return at;
}
var OPENERS = /* @__PURE__ */ new Set([34, 39, 40, 91, 171, 8216, 8220, 8222, 96]);
function skipOpeners(text, from, end) {
  let at = from;
  while (at < end && OPENERS.has(text.charCodeAt(at))) at += 1;
  return at;
}
function skipSpace(text, from, end) {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
function isSpace(unit) {
  return unit === 32 || unit >= 9 && unit <= 13 || unit === 160 || unit === 12288 || unit === 8232 || unit === 8233;
}

// src/analyze/find-sentences.ts
function findSentences(document, words) {
  const starts = [];
  const ends = [];
  const firstWords = [];
  const endWords = [];
  let word = 0;
  const add = (start, end) => {
    while (word < words.count && words.starts[word] < start) word += 1;
    const first = word;
    while (word < words.count && words.starts[word] < end) word += 1;
    starts.push(start);
    ends.push(end);
    firstWords.push(first);
    endWords.push(word);
    if (word > first) words.flags[first] = words.flags[first] | WORD.sentenceStart;
  };
  const marks = createEndMarks(document.text);
  const ranges = document.blocks.map((block) => {
    const sentenceStart = starts.length;
    splitBlock(marks, block, add);
    const wordStart = firstWords[sentenceStart] ?? word;
    return { wordStart, wordEnd: word, sentenceStart, sentenceEnd: starts.length };
  });
  const sentences = {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    wordStart: Uint32Array.from(firstWords),
    wordEnd: Uint32Array.from(endWords)
  };
  return { sentences, ranges };
}
function splitBlock(marks, block, add) {
  if (block.kind === "code") add(block.start, block.end);
  else splitSentences(marks, block, add);
}

// src/analyze/analyze.ts
var FEWEST_WORDS_TO_SWITCH = 12;
var FOREIGN_SHARE = 0.12;
var FEWEST_FUNCTION_WORDS_TO_SWITCH = 5;
function analyze(document, options = {}) {
  const words = splitWords(document.text);
  const masks = languageMasks(words);
  const profile = new Uint32Array(functionWords().languages.length);
  addToProfile(profile, masks, { from: 0, to: words.count });
  const language = options.language ?? document.declaredLanguage ?? detectLanguage(document.text, profile);
  markFunctionWords(words, masks, language);
  const { sentences, ranges } = findSentences(document, words);
  const blocks = document.blocks.map(
    (block, index) => describeBlock(block, { words, masks, language, range: ranges[index] })
  );
  return {
    document,
    language,
    words,
    sentences,
    blocks,
    measures: {
      characters: document.source.text.length,
      words: countWords(document.text, words),
      sentences: sentences.count
    }
  };
}
function markFunctionWords(words, masks, language) {
  const bit = bitOf(language);
  if (bit === 0) return;
  for (let word = 0; word < words.count; word += 1) {
    if ((masks[word] & bit) !== 0) words.flags[word] = words.flags[word] | WORD.functional;
  }
}
function bitOf(language) {
  const at = functionWords().languages.indexOf(language.split("-")[0]);
  return at < 0 ? 0 : 1 << at;
}
function describeBlock(_block, { words, masks, language, range }) {
  let functional = 0;
  let capitals = 0;
  let digits = 0;
  for (let word = range.wordStart; word < range.wordEnd; word += 1) {
    const flags = words.flags[word];
    if (flags & WORD.functional) functional += 1;
    if (flags & WORD.capital) capitals += 1;
    if (flags & WORD.digit) digits += 1;
  }
  const foreign = blockLanguage(masks, range, functional);
  return {
    wordStart: range.wordStart,
    wordEnd: range.wordEnd,
    sentenceStart: range.sentenceStart,
    sentenceEnd: range.sentenceEnd,
    language: foreign ?? language,
    functional,
    capitals,
    digits
  };
}
function blockLanguage(masks, { wordStart, wordEnd }, functional) {
  const count3 = wordEnd - wordStart;
  if (count3 < FEWEST_WORDS_TO_SWITCH || functional >= FOREIGN_SHARE * count3) return void 0;
  const profile = new Uint32Array(functionWords().languages.length);
  addToProfile(profile, masks, { from: wordStart, to: wordEnd });
  return leadingLanguage(profile, Math.max(FEWEST_FUNCTION_WORDS_TO_SWITCH, 2 * functional));
}

// src/parse/allowances.ts
var COMMENT = /^\s*dross-(disable-next-line|disable|enable)(?=\s|:|$):?([^]{0,2000}?)(?:--|$)/;
var EVERY_RULE = "*";
function createDirectives() {
  const directives = [];
  return {
    read(comment2, at) {
      if (!comment2.includes("dross-")) return;
      const match = COMMENT.exec(comment2);
      if (match === null) return;
      const ruleIds = (match[2] ?? "").split(/[\s,]+/).filter((id) => id !== "");
      directives.push({
        word: match[1],
        ruleIds: ruleIds.length > 0 ? ruleIds : [EVERY_RULE],
        at
      });
    },
    settle(blocks, length) {
      const allowances = [];
      const open = /* @__PURE__ */ new Map();
      for (const directive of directives) {
        if (directive.word === "disable-next-line") allowNext(allowances, directive, blocks);
        else if (directive.word === "disable") openAll(open, directive);
        else closeAll(allowances, open, directive);
      }
      for (const [ruleId, start] of open) allowances.push({ ruleId, start, end: length });
      return allowances.filter(({ start, end }) => end > start).sort((one, other) => one.start - other.start);
    }
  };
}
function allowNext(allowances, { ruleIds, at }, blocks) {
  const block = blocks[firstBlockFrom(blocks, at)];
  if (block === void 0) return;
  for (const ruleId of ruleIds) allowances.push({ ruleId, start: block.start, end: block.end });
}
function openAll(open, { ruleIds, at }) {
  for (const ruleId of ruleIds) if (!open.has(ruleId)) open.set(ruleId, at);
}
function closeAll(allowances, open, { ruleIds, at }) {
  const closed = ruleIds.includes(EVERY_RULE) ? [...open.keys()] : ruleIds;
  for (const ruleId of closed) {
    const start = open.get(ruleId);
    if (start !== void 0) allowances.push({ ruleId, start, end: at });
    open.delete(ruleId);
  }
}
function firstBlockFrom(blocks, at) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((blocks[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/parse/dialogue.ts
var LABEL = /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+)?([\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*){0,2})(?: ?\([^)]{1,20}\))? ?[:：]\s/u;
var QUESTION_LABELS = /* @__PURE__ */ new Set(["Q", "A", "Question", "Answer", "Frage", "Antwort", "F", "P", "R", "\u0412", "\u041E"]);
var LONGEST_LABEL = 48;
var LEAST_TURNS = 4;
var LEAST_SPEAKERS = 2;
var MOST_BETWEEN = 3;
var SPEECH_MARKS = '\u2014\u2015\u201C"\u201E\xAB\xBB\u300C\u300E\u2018';
var LEAST_SPEECHES = 3;
var MOST_NARRATION = 2;
function findDialogue(text, blocks) {
  const dialogue = /* @__PURE__ */ new Set();
  for (const turns of stretches(labelledTurns(text, blocks), MOST_BETWEEN + 1, LEAST_TURNS)) {
    for (let index = turns[0] ?? 0; index <= (turns.at(-1) ?? -1); index += 1) dialogue.add(index);
  }
  const speeches = blocks.flatMap((block) => opensSpeech(text, block) ? [block.index] : []);
  for (const index of stretches(speeches, MOST_NARRATION + 1, LEAST_SPEECHES).flat()) dialogue.add(index);
  return dialogue;
}
function labelledTurns(text, blocks) {
  const labels = blocks.map((block) => labelOf(text, block));
  const counts = /* @__PURE__ */ new Map();
  for (const label of labels) if (label !== void 0) counts.set(label, (counts.get(label) ?? 0) + 1);
  const speakers = new Set([...counts].filter(([, count3]) => count3 >= LEAST_SPEAKERS).map(([label]) => label));
  const questions = [...counts.keys()].filter((label) => QUESTION_LABELS.has(label));
  if (questions.length >= LEAST_SPEAKERS) for (const label of questions) speakers.add(label);
  if (speakers.size < LEAST_SPEAKERS) return [];
  return labels.flatMap((label, index) => label !== void 0 && speakers.has(label) ? [index] : []);
}
function labelOf(text, block) {
  if (block.kind !== "paragraph") return void 0;
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL));
  return head.includes(":") || head.includes("\uFF1A") ? LABEL.exec(head)?.[1] : void 0;
}
function opensSpeech(text, block) {
  return block.kind === "paragraph" && SPEECH_MARKS.includes(text.charAt(block.start));
}
function stretches(indexes, step, least) {
  const found = [];
  let from = 0;
  for (let at = 1; at <= indexes.length; at += 1) {
    if (at < indexes.length && (indexes[at] ?? 0) - (indexes[at - 1] ?? 0) <= step) continue;
    if (at - from >= least) found.push(indexes.slice(from, at));
    from = at;
  }
  return found;
}

// src/parse/labels.ts
var MOST_BYLINE = 100;
var MOST_CAPTION = 300;
var NAME = String.raw`\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|la|le|bin|al))*`;
var OPENING = String.raw`(?:[Bb]y|BY|(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ss]tory|[Tt]ext|[Ww]ords) by|Von|Par|Por|Autor:?|Auteur ?:|Автор:?|Auteurs ?:)`;
var AND = String.raw`(?:,| and| &| und| et| y| e| i| и)`;
var CLOSING = String.raw`(?:$|\s*[,|•·/(–—\d-]|\s+(?:on|for|in|at|w|vom|am|le)\b|\s*(?:Updated|Published|Posted))`;
var BYLINE = new RegExp(`^${OPENING} ${NAME}(?:${AND} ${NAME})*${CLOSING}`, "u");
var OFFICE = new RegExp(
  `^${NAME}, (?:staff writer|contributor|correspondent|reporter|(?:[a-z]+ )?editor|columnist)s?\\b`,
  "u"
);
function isByline(text) {
  return text.length <= MOST_BYLINE && !/[.!?…。]$/.test(text) && (BYLINE.test(text) || OFFICE.test(text));
}
var PICTURE = String.raw`(?:photo(?:graph)?s?|image|picture|pic|video|illustration|figure|graphic|file photo)`;
var CREDIT = String.raw`(?:credits?|foto(?:s|graf\p{L}*)?|bild(?:quelle|nachweis)?|crédits?(?: photos?)?|photographie|fot\.|zdjęcie|immagine|imagen|фото|φωτογραφία|图|图片|摄影|写真)`;
var MAKER = String.raw`(?:photo(?:graph)?|image|picture|illustration|foto)s? (?:by|courtesy of|via|von|de|di) \p{Lu}`;
var AGENCY = String.raw`(?:©|\(c\)) ?(?:Getty|Reuters|AFP|AP|EPA|dpa|Shutterstock|iStock)\b`;
var CAPTION = new RegExp(
  String.raw`^[([]?(?:(?:${PICTURE}(?: (?:by|credit|courtesy|source|via))?|${CREDIT})\s?[:：/©|]|${MAKER}|${AGENCY})`,
  "iu"
);
function isCaption(text) {
  return text.length <= MOST_CAPTION && CAPTION.test(text);
}

// src/parse/make-block.ts
function makeBlock(kind, place, element) {
  const block = {
    kind: kind.kind,
    container: kind.container,
    index: place.index,
    start: place.start,
    end: place.end,
    spaced: place.spaced
  };
  if (kind.level !== void 0) block.level = kind.level;
  if (element !== void 0) block.element = element;
  return block;
}

// src/parse/text-shape.ts
var SHAPE_REACH = 120;
var ESTIMATED_WORD = 8;
var WIDE_LETTERS_A_WORD = 2;
var KIND = { other: 1, space: 2, tab: 3, lower: 4, upper: 5, digit: 6, symbol: 7, pipe: 8, comma: 9, wide: 10 };
var BYTE = 8;
var LETTERS = [0, 0, 0, 0, 1, 1 + (1 << BYTE), 1 << 2 * BYTE, 1 << 3 * BYTE, 0, 0, 1];
var MARKS = [0, 0, 0, 1, 0, 0, 0, 0, 1 << BYTE, 1 << 2 * BYTE, 1 << 3 * BYTE];
function measureShape(text, start, end) {
  const { kinds, classify } = kindTable();
  const reach = Math.min(end, start + SHAPE_REACH);
  let letters = 0;
  let marks = 0;
  let words = 0;
  let capitals = 0;
  let gaps = 0;
  let spaces = 1;
  for (let at = start; at < reach; at += 1) {
    const code2 = text.charCodeAt(at);
    const kind = kinds[code2] || classify(code2);
    letters += LETTERS[kind];
    marks += MARKS[kind];
    if (kind === KIND.space) spaces += 1;
    else if (kind === KIND.tab) spaces += 2;
    else if (spaces > 0) {
      words += 1;
      if (kind === KIND.upper) capitals += 1;
      if (spaces > 1) gaps += 1;
      spaces = 0;
    }
  }
  const wide = counter(marks, 3);
  const last = lastOf(text, start, end);
  return {
    words: words + (wide / WIDE_LETTERS_A_WORD + (end - reach) / ESTIMATED_WORD | 0),
    capitals,
    letters: counter(letters, 0),
    upper: counter(letters, 1),
    digits: counter(letters, 2),
    symbols: counter(letters, 3),
    gaps,
    tabs: counter(marks, 0),
    pipes: counter(marks, 1),
    commas: counter(marks, 2),
    last,
    closed: SENTENCE_ENDS.includes(last)
  };
}
function counter(packed, index) {
  return packed >>> index * BYTE & 255;
}
var SYMBOLS = "{}[]<>=;_\\/&$#@^~`+*%";
var CLOSERS3 = `"'\u201D\u2019\xBB)]}*_\u203A\u300D\u300F\uFF09\u3011`;
var SENTENCE_ENDS = ".!?\u2026\u3002\uFF01\uFF1F\uFF61\u0964\u061F\u0589";
var CODE_UNITS3 = 65536;
var FIRST_WIDE = 11904;
var FIRST_SURROGATE = 55296;
var DIGIT3 = /\d/;
var kindTable = once(() => {
  const kinds = new Uint8Array(CODE_UNITS3);
  const classify = (code2) => {
    const kind = classifyUnit(String.fromCharCode(code2), code2);
    kinds[code2] = kind;
    return kind;
  };
  return { kinds, classify };
});
var MARK_KINDS = /* @__PURE__ */ new Map([
  [" ", KIND.space],
  ["\xA0", KIND.space],
  ["\u3000", KIND.space],
  ["	", KIND.tab],
  ["|", KIND.pipe],
  [",", KIND.comma]
]);
function classifyUnit(unit, code2) {
  const mark = MARK_KINDS.get(unit);
  if (mark !== void 0) return mark;
  if (DIGIT3.test(unit)) return KIND.digit;
  if (SYMBOLS.includes(unit)) return KIND.symbol;
  if (code2 >= FIRST_WIDE && code2 < FIRST_SURROGATE) return KIND.wide;
  if (unit !== unit.toLowerCase()) return KIND.upper;
  return new RegExp("\\p{L}", "u").test(unit) ? KIND.lower : KIND.other;
}
function lastOf(text, start, end) {
  let at = end - 1;
  while (at > start && CLOSERS3.includes(text.charAt(at))) at -= 1;
  return text.charAt(at);
}
function endsSentence(shape) {
  return shape.closed;
}

// src/parse/verse.ts
var LEAST_LINES = 4;
var LEAST_STANZA = 2;
var LONGEST_LINE = 65;
var LEAST_WORDS_A_LINE = 3;
var MOST_WORDS_A_LINE = 11;
var MOST_CAPITALS = 0.5;
var MOST_WITH_DIGITS = 0.15;
var MOST_CLOSED = 0.6;
var LEAST_ENJAMBED = 0.2;
var RUNNING_ON = ",;:\u2014\u2013";
function findVerse(text, blocks, breaks) {
  const verse = /* @__PURE__ */ new Set();
  let pending = [];
  const settle2 = () => {
    if (pending.reduce((sum, { lines }) => sum + lines, 0) >= LEAST_LINES) {
      for (const { first, last } of pending) for (let index = first; index < last; index += 1) verse.add(index);
    }
    pending = [];
  };
  for (let first = 0; first < blocks.length; ) {
    const last = stanzaEnd(blocks, first);
    const lines = isPlain(blocks[first]) ? measureStanza(text, blocks.slice(first, last), breaks) : 0;
    if (lines >= LEAST_STANZA) pending.push({ first, last, lines });
    else settle2();
    first = last;
  }
  settle2();
  return verse;
}
function isPlain(block) {
  return block !== void 0 && block.container === "prose" && (block.kind === "paragraph" || block.kind === "menu-entry");
}
function stanzaEnd(blocks, first) {
  let last = first + 1;
  while (isPlain(blocks[first]) && isPlain(blocks[last]) && blocks[last]?.spaced === false) last += 1;
  return last;
}
function measureStanza(text, blocks, breaks) {
  const measure = { lines: 0, words: 0, capitals: 0, digits: 0, closed: 0, enjambed: 0 };
  for (const block of blocks) {
    const before = measure.lines;
    if (!measureLines(text, block, measure)) return 0;
    if (breaks === "wrapped" && measure.lines > before + 1) return 0;
  }
  return looksLikeVerse(measure) ? measure.lines : 0;
}
function measureLines(text, block, measure) {
  let start = block.start;
  while (start < block.end) {
    const head = text.slice(start, Math.min(block.end, start + LONGEST_LINE + 1));
    const stop = head.indexOf("\n");
    const length = stop < 0 ? head.length : stop;
    if (length > LONGEST_LINE) return false;
    addLine(text, { start, end: start + length }, measure);
    start += length + 1;
  }
  return true;
}
function addLine(text, { start, end }, measure) {
  const shape = measureShape(text, start, end);
  measure.lines += 1;
  measure.words += shape.words;
  measure.capitals += shape.capitals;
  if (shape.digits > 0) measure.digits += 1;
  if (shape.closed) measure.closed += 1;
  if (RUNNING_ON.includes(shape.last)) measure.enjambed += 1;
}
function looksLikeVerse({ lines, words, capitals, digits, closed, enjambed }) {
  if (words < lines * LEAST_WORDS_A_LINE || words > lines * MOST_WORDS_A_LINE) return false;
  if (capitals > words * MOST_CAPITALS || digits > lines * MOST_WITH_DIGITS) return false;
  return closed <= lines * MOST_CLOSED && enjambed >= lines * LEAST_ENJAMBED;
}

// src/parse/containers.ts
function markContainers(text, blocks, breaks) {
  const verse = findVerse(text, blocks, breaks);
  const dialogue = findDialogue(text, blocks);
  if (verse.size === 0 && dialogue.size === 0) return blocks;
  return blocks.map((block) => {
    if (block.container !== "prose") return block;
    if (verse.has(block.index)) return contained(block, "verse");
    return dialogue.has(block.index) ? contained(block, "dialogue") : block;
  });
}
function nameLabels(text, blocks) {
  return blocks.map((block) => {
    if (block.kind !== "paragraph" || block.container !== "prose" || block.end - block.start > MOST_LABEL) return block;
    const words = text.slice(block.start, block.end);
    const kind = isByline(words) ? "byline" : isCaption(words) ? "caption" : void 0;
    return kind === void 0 ? block : makeBlock({ kind, container: "prose" }, block, block.element);
  });
}
var MOST_LABEL = 300;
function contained(block, container) {
  const { level } = block;
  const kind = block.kind === "menu-entry" ? "paragraph" : block.kind;
  return makeBlock(level === void 0 ? { kind, container } : { kind, container, level }, block, block.element);
}

// src/parse/offset-map.ts
function toSource(document, span) {
  const { map } = document;
  if (map === void 0) return { start: span.start, end: span.end };
  if (map.plain.length === 0) return { start: 0, end: 0 };
  const start = sourceOfStart(map, span.start);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: Math.max(start, sourceOfEnd(map, span.end)) };
}
function sourceOfStart(map, offset) {
  const index = segmentAt(map, offset);
  return insideSegment(map, index, { offset, replacement: "start" });
}
function sourceOfEnd(map, offset) {
  const index = segmentAt(map, offset - 1);
  return insideSegment(map, index, { offset, replacement: "end" });
}
function insideSegment(map, index, at) {
  const plain = map.plain[index] ?? 0;
  const start = map.sourceStart[index] ?? 0;
  const end = map.sourceEnd[index] ?? start;
  const next = map.plain[index + 1];
  const length = (next ?? Number.POSITIVE_INFINITY) - plain;
  const verbatim = next === void 0 || length === end - start;
  if (verbatim) return Math.min(end, start + Math.max(0, at.offset - plain));
  return at.replacement === "start" ? start : end;
}
function segmentAt(map, offset) {
  const { plain } = map;
  let low = 0;
  let high = plain.length - 1;
  while (low < high) {
    const middle = low + high + 1 >>> 1;
    if ((plain[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
var FIRST_CAPACITY = 256;
function createTextBuilder(source) {
  const segments = createSegments();
  const parts = [];
  let length = 0;
  let sourceEnd = 0;
  let pending = "";
  const append = (text, start, end) => {
    if (pending !== "") {
      segments.add(length, { start: sourceEnd, end: Math.max(sourceEnd, start) });
      parts.push(pending);
      length += pending.length;
      pending = "";
    }
    segments.add(length, { start, end }, text.length === end - start);
    parts.push(text);
    length += text.length;
    sourceEnd = end;
  };
  return {
    get length() {
      return length;
    },
    get position() {
      return length + pending.length;
    },
    verbatim(start, end) {
      if (end > start) append(source.slice(start, end), start, end);
    },
    replace(text, start, end) {
      if (text !== "") append(text, start, end);
    },
    separate(text) {
      if (length > 0) pending = text;
    },
    finish() {
      segments.add(length, { start: sourceEnd, end: sourceEnd });
      return { text: parts.join(""), map: segments.finish() };
    }
  };
}
function createSegments() {
  let columns = [0, 1, 2].map(() => new Uint32Array(FIRST_CAPACITY));
  let count3 = 0;
  let verbatimEnd = -1;
  return {
    add(plain, { start, end }, verbatim = false) {
      if (verbatim && verbatimEnd === start) {
        columns[2][count3 - 1] = end;
        verbatimEnd = end;
        return;
      }
      if (count3 === columns[0].length) columns = columns.map(doubled);
      columns[0][count3] = plain;
      columns[1][count3] = start;
      columns[2][count3] = end;
      count3 += 1;
      verbatimEnd = verbatim ? end : -1;
    },
    finish() {
      const [plain, sourceStart, sourceEnd] = columns.map((column) => column.slice(0, count3));
      return { plain, sourceStart, sourceEnd };
    }
  };
}
function doubled(column) {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}

// src/parse/space.ts
var TAB = 9;
var CARRIAGE_RETURN = 13;
var SPACE2 = 32;
function isSpace2(code2) {
  if (code2 <= SPACE2) return code2 === SPACE2 || code2 >= TAB && code2 <= CARRIAGE_RETURN;
  return code2 >= 160 && isWideSpace(code2);
}
function isWideSpace(code2) {
  if (code2 === 160 || code2 === 65279) return true;
  if (code2 < 5760 || code2 > 12288) return false;
  return code2 >= 8192 && code2 <= 8202 || OTHER_SPACES.includes(code2);
}
var OTHER_SPACES = [5760, 8232, 8233, 8239, 8287, 12288];
function trimSpan(text, start, end) {
  let first = start;
  let last = end;
  while (first < last && isSpace2(text.charCodeAt(first))) first += 1;
  while (last > first && isSpace2(text.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
function isBlank(text, start, end) {
  for (let at = start; at < end; at += 1) if (!isSpace2(text.charCodeAt(at))) return false;
  return true;
}

// src/parse/settle-blocks.ts
function trimBlocks(text, blocks) {
  const kept = [];
  for (const block of blocks) {
    const { start, end } = trimSpan(text, block.start, block.end);
    if (start >= end) continue;
    kept.push(makeBlock(block, { index: kept.length, start, end, spaced: block.spaced }, block.element));
  }
  return kept;
}
function clipInlines(blocks, inlines) {
  const sorted = inlines.toSorted(inOrder);
  const clipped = [];
  let first = 0;
  for (const inline2 of sorted) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= inline2.start) first += 1;
    for (let index = first; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (block === void 0 || block.start >= inline2.end) break;
      const start = Math.max(block.start, inline2.start);
      const end = Math.min(block.end, inline2.end);
      if (start < end) clipped.push(clipInline(inline2, start, end));
    }
  }
  return clipped.sort(inOrder);
}
function inOrder(one, other) {
  return one.start - other.start || other.end - one.end;
}
function mergeInlines(some, others) {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...some, ...others].sort(inOrder);
}
function countLinked(blocks, inlines) {
  let at = 0;
  return blocks.map((block) => {
    if (block.element === void 0) return block;
    let linked = 0;
    for (; at < inlines.length && (inlines[at]?.start ?? 0) < block.end; at += 1) {
      const inline2 = inlines[at];
      if (inline2?.kind === "link" && inline2.start >= block.start) linked += inline2.end - inline2.start;
    }
    return linked === 0 ? block : makeBlock(block, block, withLinked(block.element, linked));
  });
}
function withLinked(element, linked) {
  const { path, names, roles, hidden, alike, parent } = element;
  return { path, names, roles, linked, hidden, alike, parent };
}
function clipInline(inline2, start, end) {
  if (inline2.start === start && inline2.end === end) return inline2;
  const { kind, href } = inline2;
  return href === void 0 ? { kind, start, end } : { kind, start, end, href };
}

// src/parse/quotations.ts
var QUOTATION_MARKS = '"\u201C\u201D\u201E\xAB\xBB\u300C\u300D\u300E\u300F';
var TEXT_MARKS = `${QUOTATION_MARKS}\``;
var MOST_QUOTATION = 1e3;
var CLOSERS4 = {
  '"': '"',
  "\u201C": "\u201D",
  "\u201D": "\u201D",
  "\u201E": '\u201C\u201D"',
  "\xAB": "\xBB",
  "\xBB": "\xAB",
  "\u300C": "\u300D",
  "\u300E": "\u300F",
  "`": "`"
};
function findQuotations(text, blocks, marks = TEXT_MARKS) {
  const inlines = [];
  const pattern = new RegExp(`[${marks}]`, "g");
  let block = 0;
  let open = -1;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index;
    block = blockAt(blocks, block, at);
    const start = blocks[block]?.start;
    if (start === void 0) break;
    if (at < start) continue;
    if (open < Math.max(start, at - MOST_QUOTATION)) open = -1;
    if (closes(text, open, at)) {
      inlines.push({ kind: match[0] === "`" ? "code" : "quotation", start: open, end: at + 1 });
      open = -1;
    } else if (opens(text, open, at)) open = at;
  }
  return inlines;
}
function blockAt(blocks, from, at) {
  let block = from;
  while (block < blocks.length && (blocks[block]?.end ?? 0) <= at) block += 1;
  return block;
}
function closes(text, open, at) {
  const mark = text.charAt(at);
  if (open < 0 || at - open < 2 || CLOSERS4[text.charAt(open)]?.includes(mark) !== true) return false;
  return mark !== '"' || text.charCodeAt(at - 1) > 32;
}
function opens(text, open, at) {
  const mark = text.charAt(at);
  if (open >= 0) return text.charAt(open) === mark;
  if (mark === "\u300D" || mark === "\u300F") return false;
  return !'"`\u201D\xBB'.includes(mark) || opensAmbiguously(text, at);
}
function opensAmbiguously(text, at) {
  const next = text.charCodeAt(at + 1);
  return next > 32 && next !== 160 && (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)));
}

// src/parse/assembly.ts
var NOT_BEGUN = -1;
var SPACED_JOINT = "\n\n";
var JOINT = "\n";
var Assembly = class {
  source;
  builder;
  directives = createDirectives();
  blocks = [];
  inlines = [];
  draft;
  start = NOT_BEGUN;
  spaced = false;
  pending;
  tabs = 0;
  constructor(source) {
    this.source = source;
    this.builder = createTextBuilder(source.text);
  }
  /** Where the next piece of text will stand. */
  get position() {
    if (this.begun) return this.builder.length + (this.tabs > 0 ? this.tabs : this.pending?.text.length ?? 0);
    if (this.builder.length === 0) return 0;
    return this.builder.length + this.joint.length;
  }
  /** End of what has been written. */
  get written() {
    return this.builder.length;
  }
  /** A block is open and has text. */
  get begun() {
    return this.start !== NOT_BEGUN;
  }
  /** Closes the block that is open, if any, and begins another; it comes to be with its first text. */
  open(draft) {
    this.close();
    this.draft = draft;
    this.spaced ||= draft.spaced;
  }
  /** Ends the open block; `element` is what the DOM says about it. */
  close(element) {
    const { draft, start } = this;
    if (draft !== void 0 && start !== NOT_BEGUN) {
      const spaced = this.spaced || this.blocks.length === 0;
      const place = { index: this.blocks.length, start, end: this.builder.length, spaced };
      this.blocks.push(makeBlock(draft, place, element));
      this.spaced = false;
    }
    this.pending = void 0;
    this.tabs = 0;
    this.draft = void 0;
    this.start = NOT_BEGUN;
  }
  verbatim(start, end) {
    if (end <= start || this.draft === void 0) return;
    if (!this.begun && isBlank(this.source.text, start, end)) return;
    this.begin();
    this.builder.verbatim(start, end);
  }
  replace(text, start, end) {
    if (text === "" || this.draft === void 0 || !this.begun && text.trim() === "") return;
    this.begin();
    this.builder.replace(text, start, end);
  }
  /** White space inside the block that is only written when text of the same block follows; a line break wins. */
  pause(text, start, end) {
    if (!this.begun || this.tabs > 0 || this.pending !== void 0 && this.pending.text !== " ") return;
    this.pending = { text, start, end };
  }
  /** The border between two cells of a table row; like a pause, but each one counts. */
  tab() {
    if (this.begun) this.tabs += 1;
  }
  /** A range that is set apart; empty ones are ignored. */
  inline(kind, span, href) {
    const { start, end } = span;
    if (end > start) this.inlines.push(href === void 0 ? { kind, start, end } : { kind, start, end, href });
  }
  /** Reads a comment of the source for `dross-disable` and its kin. */
  comment(text) {
    this.directives.read(text, this.builder.length);
  }
  finish(extra) {
    this.close();
    const { text, map } = this.builder.finish();
    const trimmed = trimBlocks(text, this.blocks);
    const marked = clipInlines(trimmed, this.inlines);
    const breaks = this.source.format === "html" ? "meant" : "wrapped";
    const blocks = nameLabels(text, markContainers(text, countLinked(trimmed, marked), breaks));
    const prose = blocks.filter(({ kind }) => kind !== "code");
    const inlines = mergeInlines(marked, findQuotations(text, prose, QUOTATION_MARKS));
    const allowances = this.directives.settle(blocks, text.length);
    return { ...extra, source: this.source, text, map, blocks, inlines, allowances };
  }
  get joint() {
    return this.spaced ? SPACED_JOINT : JOINT;
  }
  begin() {
    const { pending } = this;
    if (!this.begun) {
      this.builder.separate(this.joint);
      this.start = this.builder.position;
    } else if (this.tabs > 0) this.builder.separate("	".repeat(this.tabs));
    else if (pending !== void 0) this.builder.replace(pending.text, pending.start, pending.end);
    this.pending = void 0;
    this.tabs = 0;
  }
};

// src/parse/html-dom.ts
import { createRequire as createRequire2 } from "node:module";
function readHtml(text, offset = 0) {
  const { load } = cheerio();
  const options = { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true };
  const root = load(text, { xml: options }).root()[0];
  if (offset > 0) walkHtml(root, { enter: (node) => shift(node, offset), leave() {
  } });
  return root;
}
function shift(node, offset) {
  if (node.startIndex !== null) node.startIndex += offset;
  if (node.endIndex !== null) node.endIndex += offset;
  return true;
}
function walkHtml(root, visitor) {
  let node = firstChild(root);
  while (node !== null) {
    const wanted = visitor.enter(node);
    const child = wanted ? firstChild(node) : null;
    if (wanted && child === null) visitor.leave(node);
    node = child ?? following(node, root, visitor);
  }
}
function following(node, root, visitor) {
  let at = node;
  while (at.next === null) {
    if (at.parent === null || at.parent === root) return null;
    at = at.parent;
    visitor.leave(at);
  }
  return at.next;
}
function firstChild(node) {
  return node.children?.[0] ?? null;
}
var cheerio = once(() => {
  const require2 = createRequire2(import.meta.url);
  return require2("cheerio/slim");
});

// src/parse/html-elements.ts
var ELEMENT = {
  /** Begins and ends blocks. */
  block: 1,
  /** Stands apart from its neighbours as paragraphs do. */
  spaced: 2,
  /** Holds no text of the page. */
  skipped: 4,
  /** Keeps its white space. */
  verbatim: 8,
  /** A list, whose items lie one deeper. */
  list: 16,
  cell: 32
};
var NAMES = [
  [
    ELEMENT.block,
    "address article aside body center details dialog div fieldset figure footer form header hgroup html"
  ],
  [
    ELEMENT.block,
    "main nav search section summary thead tbody tfoot tr figcaption caption legend optgroup option button"
  ],
  [ELEMENT.block, "label select textarea li dt dd noframes frameset"],
  [ELEMENT.block | ELEMENT.cell, "td th"],
  [ELEMENT.block | ELEMENT.spaced, "p h1 h2 h3 h4 h5 h6 blockquote hr table"],
  [ELEMENT.block | ELEMENT.spaced | ELEMENT.verbatim, "pre listing xmp plaintext"],
  [ELEMENT.block | ELEMENT.spaced | ELEMENT.list, "ul ol dl dir menu"],
  [ELEMENT.skipped, "script style template svg math title iframe canvas audio video object datalist"]
];
var elementTable = once(() => listElements(ELEMENT.skipped));
var elementTableWithNoscript = once(() => listElements(ELEMENT.block));
function listElements(noscript) {
  const entries = NAMES.flatMap(([bits, names]) => names.split(" ").map((name) => [name, bits]));
  return new Map([...entries, ["noscript", noscript]]);
}
var INLINE_KINDS = /* @__PURE__ */ new Map([
  ["a", "link"],
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["strong", "strong"],
  ["b", "strong"],
  ["code", "code"],
  ["kbd", "code"],
  ["samp", "code"],
  ["tt", "code"],
  ["q", "quotation"]
]);
var BLOCK_KINDS_OF = /* @__PURE__ */ new Map([
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["pre", "code"],
  ["listing", "code"],
  ["xmp", "code"],
  ["li", "list-item"],
  ["dt", "list-item"],
  ["dd", "list-item"],
  ["blockquote", "quote"],
  ["figcaption", "caption"],
  ["caption", "caption"],
  ["button", "control"],
  ["option", "control"],
  ["label", "control"],
  ["select", "control"],
  ["textarea", "control"]
]);

// src/parse/html-evidence.ts
var MOST_NAMES = 40;
var MOST_LEVELS = 3;
var NO_WORDS = [];
var EvidenceReader = class {
  words = /* @__PURE__ */ new Map();
  parents = 0;
  /** For the innermost element that holds a whole block. */
  read(frame) {
    return {
      path: pathOf2(frame),
      names: this.namesOf(frame),
      roles: rolesOf(frame),
      linked: 0,
      hidden: frame.hidden,
      alike: this.countAlike(frame.block),
      parent: this.identify(frame.block.parent?.block ?? frame.block)
    };
  }
  identify(frame) {
    return frame.memo.id ??= this.parents++;
  }
  namesOf(frame) {
    if (frame.memo.names !== void 0) return frame.memo.names;
    const outer = frame.parent === void 0 ? NO_WORDS : this.namesOf(frame.parent);
    const own = this.wordsOf(frame.node);
    const names = own.length === 0 ? outer : own.concat(outer).slice(0, MOST_NAMES);
    frame.memo.names = names;
    return names;
  }
  wordsOf({ attribs }) {
    const classes = attribs?.["class"] ?? "";
    const id = attribs?.["id"] ?? "";
    if (classes === "" && id === "") return NO_WORDS;
    const named = `${classes} ${id}`;
    const known = this.words.get(named);
    if (known !== void 0) return known;
    const words = splitNames(named);
    this.words.set(named, words);
    return words;
  }
  countAlike(block) {
    return block.memo.alike ??= this.searchAlike(block);
  }
  searchAlike(block) {
    let frame = block;
    for (let level = 0; level <= MOST_LEVELS && frame?.parent !== void 0; level += 1) {
      const alike = siblingsOf(frame.parent).get(keyOf(frame.node)) ?? 1;
      if (alike > 1) return alike;
      frame = frame.parent;
    }
    return 1;
  }
};
var HAS_CAPITAL = /[A-Z]/;
var NAME_WORDS = /[a-z\d]+/g;
function splitNames(named) {
  const parted = HAS_CAPITAL.test(named) ? named.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase() : named;
  return [...new Set(parted.match(NAME_WORDS))];
}
function pathOf2(frame) {
  if (frame.memo.path !== void 0) return frame.memo.path;
  const path = frame.parent === void 0 ? NO_WORDS : sharedPath(frame.parent, frame.name);
  frame.memo.path = path;
  return path;
}
function sharedPath(parent, name) {
  const paths = parent.memo.paths ??= /* @__PURE__ */ new Map();
  let path = paths.get(name);
  if (path === void 0) {
    path = [...pathOf2(parent), name];
    paths.set(name, path);
  }
  return path;
}
function rolesOf(frame) {
  if (frame.memo.roles !== void 0) return frame.memo.roles;
  const outer = frame.parent === void 0 ? NO_WORDS : rolesOf(frame.parent);
  const own = frame.node.attribs?.["role"]?.trim().toLowerCase();
  const roles = own === void 0 || own === "" ? outer : [own, ...outer];
  frame.memo.roles = roles;
  return roles;
}
function siblingsOf(parent) {
  if (parent.memo.siblings !== void 0) return parent.memo.siblings;
  const counts = /* @__PURE__ */ new Map();
  for (const child of parent.node.children ?? []) {
    if (child.name === void 0) continue;
    const key = keyOf(child);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  parent.memo.siblings = counts;
  return counts;
}
function keyOf(node) {
  const classes = node.attribs?.["class"];
  const name = node.name ?? "";
  return classes === void 0 || classes === "" ? name : `${name} ${classes}`;
}

// src/parse/entities.ts
import { createRequire as createRequire3 } from "node:module";
var MOST_REFERENCE = 40;
var REPLACEMENT = "\uFFFD";
function decodeReference(source, at) {
  const { decodeTree, EntityDecoder, DecodingMode } = decoding();
  let text = "";
  const decoder = new EntityDecoder(decodeTree, (code2) => {
    text += isCodePoint(code2) ? String.fromCodePoint(code2) : REPLACEMENT;
  });
  decoder.startEntity(DecodingMode.Legacy);
  const candidate = source.slice(at + 1, at + MOST_REFERENCE);
  let length = decoder.write(candidate, 0);
  if (length < 0) length = decoder.end();
  return length > 0 && text !== "" ? { text, length } : void 0;
}
function decodeReferences(text) {
  let decoded = "";
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const reference = at < from ? void 0 : decodeReference(text, at);
    if (reference === void 0) continue;
    decoded += text.slice(from, at) + reference.text;
    from = at + reference.length;
  }
  return decoded + text.slice(from);
}
function isCodePoint(code2) {
  return code2 >= 0 && code2 <= 1114111;
}
var decoding = once(() => {
  const require2 = createRequire3(import.meta.url);
  const { htmlDecodeTree, EntityDecoder, DecodingMode } = require2("entities/lib/decode.js");
  return { decodeTree: htmlDecodeTree, EntityDecoder, DecodingMode };
});

// src/parse/html-head.ts
var READERS = /* @__PURE__ */ new Map([
  ["html", readLanguage],
  ["title", readTitle],
  ["meta", readMeta],
  ["link", readLink],
  ["script", readScript]
]);
var MOST_JSON = 4e6;
function readHead(root) {
  const head = {};
  walkHtml(root, {
    enter(node) {
      if (node.name === void 0) return false;
      READERS.get(node.name)?.(head, node);
      return true;
    },
    leave() {
    }
  });
  return head;
}
function readLanguage(head, { attribs }) {
  const language = (attribs?.["lang"] ?? attribs?.["xml:lang"])?.trim();
  if (language !== void 0 && language !== "") head.language ??= language;
}
function readTitle(head, node) {
  const title = clean(textOf(node.children));
  if (title !== void 0 && node.parent?.name !== "svg") head.title ??= title;
}
function readMeta(head, { attribs }) {
  if ((attribs?.["property"] ?? attribs?.["name"]) !== "og:title") return;
  const headline = clean(attribs?.["content"]);
  if (headline !== void 0) head.headline ??= headline;
}
function readLink(head, { attribs }) {
  if (attribs?.["rel"]?.toLowerCase() !== "canonical") return;
  const canonical = clean(attribs["href"]);
  if (canonical !== void 0) head.canonical ??= canonical;
}
function readScript(head, { attribs, children }) {
  if (attribs?.["type"]?.toLowerCase() !== "application/ld+json") return;
  const json = textOf(children);
  if (json.length > MOST_JSON || !json.includes("articleBody")) return;
  const body = findArticleBody(json);
  if (body !== void 0 && body.length > (head.articleBody?.length ?? 0)) head.articleBody = body;
}
function textOf(children) {
  return (children ?? []).map((child) => child.data ?? "").join("");
}
function findArticleBody(json) {
  let longest;
  try {
    JSON.parse(json, (key, value) => {
      if (key === "articleBody" && typeof value === "string" && value.length > (longest?.length ?? 0)) longest = value;
      return value;
    });
  } catch {
    return void 0;
  }
  return longest;
}
function clean(raw) {
  if (raw === void 0) return void 0;
  const text = decodeReferences(raw).replaceAll(/\s+/g, " ").trim();
  return text === "" ? void 0 : text;
}

// src/parse/html-depth.ts
var MOST_DEPTH = 400;
var UNCOUNTED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot".split(
    " "
  )
);
var TAG = /<(\/?)([a-zA-Z][^\s/<>]{0,40})[^<>]*>/g;
function limitDepth(text) {
  if (!mayBeDeep(text)) return text;
  let depth = 0;
  return text.replace(TAG, (tag2, slash, name) => {
    if (UNCOUNTED.has(name.toLowerCase())) return depth > MOST_DEPTH ? blank(tag2) : tag2;
    if (slash === "") depth += 1;
    const kept = depth <= MOST_DEPTH;
    if (slash !== "") depth = Math.max(0, depth - 1);
    return kept ? tag2 : blank(tag2);
  });
}
function blank(tag2) {
  return " ".repeat(tag2.length);
}
function mayBeDeep(text) {
  let depth = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const code2 = text.charCodeAt(at + 1);
    if (code2 === SLASH) depth = Math.max(0, depth - 1);
    else if ((code2 | LOWER) >= FIRST_LETTER && (code2 | LOWER) <= LAST_LETTER) depth += 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}
var SLASH = 47;
var LOWER = 32;
var FIRST_LETTER = 97;
var LAST_LETTER = 122;

// src/parse/html-readable.ts
var RAW_TAG = /<(\/?)(title|textarea|style|script|xmp|iframe|noframes)\b/gi;
function makeReadable(text) {
  return limitDepth(hideEndless(text));
}
function hideEndless(text) {
  const open = /* @__PURE__ */ new Map();
  for (const { 1: slash, 2: name = "", index } of text.matchAll(RAW_TAG)) {
    if (slash === "") open.set(name.toLowerCase(), index);
    else open.delete(name.toLowerCase());
  }
  let readable = text;
  for (const start of open.values()) {
    const end = readable.indexOf(">", start) + 1;
    if (end > 0) readable = readable.slice(0, start) + " ".repeat(end - start) + readable.slice(end);
  }
  return readable;
}

// src/parse/html-tables.ts
var BLOCKS = new Set("p div ul ol dl h1 h2 h3 h4 h5 h6 form section article blockquote pre hr center".split(" "));
var WRAPPERS = /* @__PURE__ */ new Set(["p", "div", "center"]);
var MOST_CELL_TEXT = 600;
function findDataTables(root) {
  const data = /* @__PURE__ */ new Set();
  const open = [];
  walkHtml(root, {
    enter(node) {
      const table = open.at(-1);
      if (node.name === "table") {
        if (table !== void 0) table.layout = true;
        open.push(countOf(node));
      } else if (table !== void 0) count(table, node);
      return true;
    },
    leave(node) {
      if (node.name !== "table") return;
      const table = open.pop();
      if (table !== void 0 && isData(table)) data.add(node);
    }
  });
  return data;
}
function countOf(node) {
  const role = node.attribs?.["role"];
  const layout = role === "presentation" || role === "none";
  return { node, rows: 0, cells: 0, mostCells: 0, headed: false, layout, blocks: 0, text: 0 };
}
function count(table, node) {
  const { name } = node;
  if (name === void 0) addText(table, node);
  else if (name === "tr") enterRow(table);
  else if (name === "td" || name === "th") enterCell(table, name);
  else if (name === "caption" || name === "thead") table.headed = true;
  else if (BLOCKS.has(name)) addBlock(table, name);
}
function enterRow(table) {
  table.rows += 1;
  table.cells = 0;
}
function enterCell(table, name) {
  table.cells += 1;
  table.mostCells = Math.max(table.mostCells, table.cells);
  table.blocks = 0;
  table.text = 0;
  if (name === "th") table.headed = true;
}
function addText(table, node) {
  if (node.type === "text") table.text += node.data?.trim().length ?? 0;
  if (table.text > MOST_CELL_TEXT) table.layout = true;
}
function addBlock(table, name) {
  table.blocks += 1;
  if (!WRAPPERS.has(name) || table.blocks > 1 && !table.headed) table.layout = true;
}
function isData({ rows, mostCells, headed, layout }) {
  return !layout && mostCells >= 2 && (rows >= 2 || headed);
}

// src/parse/html-frame.ts
var Frame = class {
  node;
  name;
  parent;
  depth;
  /** Bits of `ELEMENT`. */
  bits;
  kind;
  container;
  headingLevel;
  listDepth;
  verbatim;
  hidden;
  /** The nearest block-level frame, itself included. */
  block;
  /** The list item it stands in. */
  item;
  /** The row of a data table it stands in; a row is one block whatever its cells hold. */
  row;
  /** A list item whose first block has been opened. */
  used = false;
  /** Cells of a row entered so far. */
  cells = 0;
  /** Where the text of a cell or of an inline element begins. */
  start = 0;
  /** Evidence already worked out for this element; most elements are never asked. */
  remembered = void 0;
  constructor(node, parent, setting) {
    const name = node.name ?? "";
    const own = BLOCK_KINDS_OF.get(name);
    const outer = parent ?? ROOT;
    this.node = node;
    this.name = name;
    this.parent = parent;
    this.bits = bitsOf(name, parent, setting);
    this.depth = outer.depth + 1;
    this.hidden = outer.hidden || isHidden(node);
    this.verbatim = outer.verbatim || (this.bits & ELEMENT.verbatim) !== 0;
    this.listDepth = outer.listDepth + Number((this.bits & ELEMENT.list) !== 0);
    this.headingLevel = own === "heading" ? Number(name.charAt(1)) : outer.headingLevel;
    this.block = this.nearestBlock();
    this.item = own === "list-item" ? this : outer.item;
    this.row = outer.row ?? this.asRow(setting);
    this.kind = this.row === this ? "table-row" : kindIn(outer.kind, own);
    this.container = containerIn(outer.container, node, this.row === this ? "table-row" : own);
  }
  get memo() {
    return this.remembered ??= {
      path: void 0,
      paths: void 0,
      names: void 0,
      roles: void 0,
      alike: void 0,
      siblings: void 0,
      id: void 0
    };
  }
  nearestBlock() {
    return (this.bits & ELEMENT.block) === 0 ? this.parent?.block ?? this : this;
  }
  asRow(setting) {
    return this.name === "tr" && standsInDataTable(this.node, setting) ? this : void 0;
  }
};
function bitsOf(name, parent, setting) {
  return parent === void 0 ? ELEMENT.block : setting.elements.get(name) ?? 0;
}
var ROOT = {
  depth: -1,
  hidden: false,
  verbatim: false,
  listDepth: 0,
  headingLevel: 0,
  item: void 0,
  row: void 0,
  kind: "paragraph",
  container: "prose"
};
function kindIn(outer, own) {
  if (outer === "control" || outer === "code") return outer;
  return own ?? outer;
}
var STRONG = [
  ["form", "control"],
  ["code", "code"],
  ["quotation", "quote"]
];
var WEAK = { "table-row": "table", heading: "heading", "list-item": "list" };
function containerIn(outer, node, own) {
  if (outer === "navigation" || isNavigation(node)) return "navigation";
  for (const [container, kind] of STRONG) if (own === kind || outer === container) return container;
  return (own === void 0 ? void 0 : WEAK[own]) ?? outer;
}
function standsInDataTable(node, setting) {
  if (setting.dataTables.size === 0) return false;
  let table = node.parent;
  while (table !== null && table.name !== "table") table = table.parent;
  return table !== null && setting.dataTables.has(table);
}
function isNavigation(node) {
  return node.name === "nav" || node.attribs?.["role"] === "navigation";
}
var HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
function isHidden({ attribs }) {
  if (attribs === void 0) return false;
  if (attribs["hidden"] !== void 0 || attribs["aria-hidden"] === "true") return true;
  const style = attribs["style"];
  return style !== void 0 && HIDING_STYLE.test(style);
}

// src/parse/source-lines.ts
var LINE_FEED = 10;
var CARRIAGE_RETURN2 = 13;
function lineEnd(source, from, to) {
  let end = from;
  while (end < to && !isLineBreak(source.charCodeAt(end))) end += 1;
  if (end === to) return { end, next: end };
  const pair = source.charCodeAt(end) === CARRIAGE_RETURN2 && source.charCodeAt(end + 1) === LINE_FEED && end + 2 <= to;
  return { end, next: end + (pair ? 2 : 1) };
}
function isLineBreak(code2) {
  return code2 === LINE_FEED || code2 === CARRIAGE_RETURN2;
}
function hasBlankLine(source, from, to) {
  let line = lineEnd(source, from, to);
  while (line.next > line.end) {
    const { next } = line;
    line = lineEnd(source, next, to);
    if (line.next > line.end && isMargin(source, next, line.end)) return true;
  }
  return false;
}
function isMargin(source, from, to) {
  for (let at = from; at < to; at += 1) if (!" 	>".includes(source.charAt(at))) return false;
  return true;
}
function contentEnd(source, from, to) {
  let end = to;
  while (end > from && " 	".includes(source.charAt(end - 1))) end -= 1;
  return end === to && source.charAt(end - 1) === "\\" ? Math.max(from, end - 1) : end;
}
function findWithin(source, sought, range) {
  const found = source.slice(range.start, range.end).indexOf(sought);
  return found < 0 ? -1 : range.start + found;
}

// src/parse/html-text.ts
var AMPERSAND = 38;
var SPACE3 = 32;
var HtmlText = class {
  source;
  assembly;
  /** Called before each piece of visible text. */
  prepare;
  constructor(source, assembly, prepare) {
    this.source = source;
    this.assembly = assembly;
    this.prepare = prepare;
  }
  write(node, verbatim) {
    const start = node.startIndex ?? 0;
    const end = (node.endIndex ?? start - 1) + 1;
    const put = verbatim ? this.writeLines : this.writeFlow;
    if (node.data?.length === end - start) put.call(this, start, end);
    else this.writeAround(start, end, put);
  }
  /** End tags that close nothing lie inside the text node they were left out of. */
  writeAround(start, end, put) {
    let from = start;
    for (let tag2 = this.find("</", from, end); tag2 >= 0; tag2 = this.find("</", from, end)) {
      put.call(this, from, tag2);
      const close = this.find(">", tag2, end);
      from = close < 0 ? end : Math.min(end, close + 1);
    }
    put.call(this, from, end);
  }
  writeFlow(start, end) {
    const { source } = this;
    let piece = start;
    let at = start;
    while (at < end) {
      const code2 = source.charCodeAt(at);
      if (code2 > SPACE3 && code2 !== AMPERSAND) at += 1;
      else if (code2 === AMPERSAND) {
        this.put(piece, at);
        at = this.reference(at, end);
        piece = at;
      } else {
        const next = spaceEnd(source, at, end);
        if (code2 === SPACE3 && next === at + 1 && at > piece && next < end && source.charCodeAt(next) !== AMPERSAND)
          at = next;
        else {
          this.put(piece, at);
          this.assembly.pause(" ", at, next);
          at = next;
          piece = at;
        }
      }
    }
    this.put(piece, end);
  }
  writeLines(start, end) {
    let at = start;
    while (at < end) {
      const line = lineEnd(this.source, at, end);
      this.writeLine(at, line.end);
      if (line.next > line.end) this.assembly.replace("\n", line.end, line.next);
      at = line.next;
    }
  }
  writeLine(start, end) {
    let piece = start;
    for (let at = this.find("&", start, end); at >= 0; at = this.find("&", piece, end)) {
      this.put(piece, at);
      piece = this.reference(at, end);
    }
    this.put(piece, end);
  }
  /** Writes what the `&` at an offset stands for, itself if need be; returns the offset behind it. */
  reference(at, end) {
    const reference = decodeReference(this.source, at);
    if (reference === void 0 || at + reference.length > end) {
      this.put(at, at + 1);
      return at + 1;
    }
    this.prepare();
    this.assembly.replace(reference.text, at, at + reference.length);
    return at + reference.length;
  }
  find(sought, start, end) {
    return findWithin(this.source, sought, { start, end });
  }
  put(start, end) {
    if (end <= start) return;
    this.prepare();
    this.assembly.verbatim(start, end);
  }
};
function spaceEnd(source, from, end) {
  let at = from;
  while (at < end && source.charCodeAt(at) <= SPACE3) at += 1;
  return at;
}

// src/parse/html-writer.ts
var PARTING_BREAKS = 2;
var HtmlWriter = class {
  assembly;
  setting;
  evidence;
  text;
  frame;
  /** The innermost element that holds all text of the open block; none when no block is open. */
  holder;
  spaced = true;
  breaks = 0;
  /** Open inline elements of each kind; only the outermost counts. */
  depths = /* @__PURE__ */ new Map();
  constructor(root, tools) {
    this.assembly = tools.assembly;
    this.setting = tools.setting;
    this.evidence = tools.evidence;
    this.text = new HtmlText(tools.readable, tools.assembly, () => this.openBlock());
    this.frame = new Frame(root, void 0, tools.setting);
  }
  enter(node) {
    if (node.name === void 0) this.enterText(node);
    else if (node.name === "br") this.enterBreak(node);
    else if (((this.setting.elements.get(node.name) ?? 0) & ELEMENT.skipped) === 0) return this.enterElement(node);
    return false;
  }
  leave() {
    const { frame } = this;
    if ((frame.bits & ELEMENT.block) !== 0) this.leaveBlock(frame);
    else this.leaveInline(frame);
    if (frame.parent !== void 0) this.frame = frame.parent;
  }
  finish() {
    this.closeBlock();
  }
  enterElement(node) {
    const frame = new Frame(node, this.frame, this.setting);
    if ((frame.bits & ELEMENT.block) === 0) this.enterInline(frame);
    else if (frame.row === void 0 || frame.row === frame) this.part(frame);
    else if ((frame.bits & ELEMENT.cell) !== 0) this.enterCell(frame, frame.row);
    else this.assembly.pause(" ", node.startIndex ?? 0, node.startIndex ?? 0);
    this.frame = frame;
    return true;
  }
  leaveBlock(frame) {
    if (frame.row === void 0 || frame.row === frame) this.part(frame);
    else if ((frame.bits & ELEMENT.cell) !== 0) {
      this.assembly.inline("cell", { start: frame.start, end: this.assembly.written });
    }
  }
  /** Ends the open block at the border of a block-level element. */
  part(frame) {
    this.closeBlock();
    this.spaced ||= standsApart(frame);
  }
  enterCell(frame, row2) {
    if (row2.cells > 0) this.assembly.tab();
    row2.cells += 1;
    frame.start = this.assembly.position;
  }
  enterInline(frame) {
    const kind = INLINE_KINDS.get(frame.name);
    if (kind === void 0) return;
    const depth = this.depths.get(kind) ?? 0;
    if (depth === 0) frame.start = this.assembly.position;
    this.depths.set(kind, depth + 1);
  }
  leaveInline(frame) {
    const kind = INLINE_KINDS.get(frame.name);
    if (kind === void 0) return;
    const depth = (this.depths.get(kind) ?? 1) - 1;
    this.depths.set(kind, depth);
    if (depth > 0 || frame.verbatim) return;
    const href = frame.node.attribs?.["href"];
    const span = { start: frame.start, end: this.assembly.written };
    this.assembly.inline(kind, span, kind === "link" && href !== void 0 ? decodeReferences(href) : void 0);
  }
  enterBreak(node) {
    const start = node.startIndex ?? 0;
    const { row: row2 } = this.frame;
    this.breaks += 1;
    if (row2 !== void 0) this.assembly.pause(" ", start, (node.endIndex ?? start) + 1);
    else if (this.breaks < PARTING_BREAKS) this.assembly.pause("\n", start, (node.endIndex ?? start) + 1);
    else {
      this.closeBlock();
      this.spaced = true;
    }
  }
  enterText(node) {
    if (node.type === "comment") this.assembly.comment(node.data ?? "");
    else if (node.type === "text") this.text.write(node, this.frame.verbatim);
  }
  /** Called before each piece of visible text. */
  openBlock() {
    this.breaks = 0;
    if (this.holder !== void 0) {
      this.holder = commonFrame(this.holder, this.frame);
      return;
    }
    this.holder = this.frame;
    this.assembly.open(this.draftFor(this.frame.row ?? this.frame.block));
    this.spaced = false;
  }
  closeBlock() {
    if (this.holder !== void 0) this.assembly.close(this.evidence?.read(this.holder));
    this.holder = void 0;
    this.breaks = 0;
  }
  draftFor(block) {
    const { spaced } = this;
    const { kind, container } = block;
    if (kind === "heading") return { kind, container, spaced, level: block.headingLevel };
    if (kind !== "list-item") return { kind, container, spaced };
    const first = block.item?.used === false;
    if (block.item !== void 0) block.item.used = true;
    const level = Math.max(1, block.listDepth);
    if (container === "navigation") return { kind: "menu-entry", container, spaced, level };
    return { kind: first ? "list-item" : "paragraph", container, spaced, level };
  }
};
function standsApart({ bits, listDepth }) {
  return (bits & ELEMENT.spaced) !== 0 && ((bits & ELEMENT.list) === 0 || listDepth === 1);
}
function commonFrame(one, other) {
  let left = one;
  let right = other;
  while (left.depth > right.depth && left.parent !== void 0) left = left.parent;
  while (right.depth > left.depth && right.parent !== void 0) right = right.parent;
  while (left !== right && left.parent !== void 0 && right.parent !== void 0) {
    left = left.parent;
    right = right.parent;
  }
  return left;
}

// src/parse/html.ts
function parseHtml(source) {
  const readable = makeReadable(source.text);
  const root = readHtml(readable);
  const page = { source, readable, root };
  const document = writePage(page, "without");
  return document.blocks.length > 0 ? document : writePage(page, "with");
}
function writePage({ source, readable, root }, noscript) {
  const assembly = new Assembly(source);
  const elements = noscript === "without" ? elementTable() : elementTableWithNoscript();
  const dataTables = findDataTables(root);
  const evidence = new EvidenceReader();
  const writer = new HtmlWriter(root, { assembly, setting: { elements, dataTables }, evidence, readable });
  walkHtml(root, writer);
  writer.finish();
  const head = readHead(root);
  const language = head.language === void 0 ? {} : { declaredLanguage: head.language };
  return assembly.finish(Object.keys(head).length > 0 ? { ...language, head } : language);
}

// src/parse/front-matter.ts
var OPENING2 = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;
var MOST_FRONT_MATTER = 2e4;
var ENTRY2 = /^[ \t]*[\w.-]+[ \t]*[:=]/m;
function findFrontMatter(text) {
  const opening = OPENING2.exec(text);
  if (opening === null) return void 0;
  const first = opening[0].length;
  const head = text.slice(first, first + MOST_FRONT_MATTER);
  const closing = opening[1] === "---" ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m;
  const match = closing.exec(head.replaceAll("\r", "\n"));
  if (match === null) return void 0;
  const body = head.slice(0, match.index);
  if (!ENTRY2.test(body)) return void 0;
  const title = valueOf(body, "title");
  const language = valueOf(body, "lang(?:uage)?");
  return {
    outer: { start: 0, end: first + match.index + match[0].length },
    inner: { start: first, end: first + match.index },
    ...title === void 0 ? {} : { title },
    ...language === void 0 ? {} : { language }
  };
}
function valueOf(body, key) {
  const match = new RegExp(`^${key}[ \\t]*[:=][ \\t]*(.+)$`, "m").exec(body);
  const value = match?.[1]?.trim().replace(/^(["'])(.*)\1$/, "$2");
  return value === "" ? void 0 : value;
}

// src/parse/markdown-limits.ts
var MOST_BRACKETS = 500;
var MOST_DELIMITERS = 1e3;
var MOST_NESTING = 60;
var BRACKETS = /\[/g;
var DELIMITERS = /[*_~]/g;
var NESTED = new RegExp(String.raw`^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){${MOST_NESTING},}`, "gm");
var PARAGRAPH_ENDS = /(\n[ \t]*\n)/;
var PLAIN = "x";
function limitMarks(text) {
  const flat = text.replace(NESTED, (marks) => marks.replaceAll(/\S/g, PLAIN));
  if (!exceeds(flat, BRACKETS, MOST_BRACKETS) && !exceeds(flat, DELIMITERS, MOST_DELIMITERS)) return flat;
  return flat.split(PARAGRAPH_ENDS).map(limitParagraph).join("");
}
function limitParagraph(text) {
  const tamed = exceeds(text, BRACKETS, MOST_BRACKETS) ? text.replaceAll(BRACKETS, PLAIN) : text;
  return exceeds(tamed, DELIMITERS, MOST_DELIMITERS) ? tamed.replaceAll(DELIMITERS, PLAIN) : tamed;
}
function exceeds(text, mark, most) {
  if (text.length <= most) return false;
  let count3 = 0;
  for (const _ of text.matchAll(mark)) {
    count3 += 1;
    if (count3 > most) return true;
  }
  return false;
}

// src/parse/markdown-links.ts
function readReferences(text, walk) {
  const references = /* @__PURE__ */ new Map();
  if (!text.includes("]:")) return references;
  walk(
    (node) => {
      if (node.name !== "LinkReference") return true;
      const label = node.children("LinkLabel")[0];
      const url = node.children("URL")[0];
      if (label === void 0) return false;
      const key = normalizeLabel(text.slice(label.from + 1, label.to - 1));
      if (!references.has(key)) references.set(key, url === void 0 ? "" : bareUrl(text.slice(url.from, url.to)));
      return false;
    },
    () => {
    }
  );
  return references;
}
function normalizeLabel(label) {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase().toUpperCase();
}
function bareUrl(url) {
  return url.startsWith("<") && url.endsWith(">") ? url.slice(1, -1) : url;
}
function resolveLink(text, node, references) {
  const marks = node.children("LinkMark");
  const opening = marks[0];
  const closing = marks[1];
  if (opening === void 0 || closing === void 0) return void 0;
  const url = node.children("URL")[0];
  if (url !== void 0) return { closing: closing.from, href: bareUrl(text.slice(url.from, url.to)) };
  if (marks.length > 2) return { closing: closing.from, href: "" };
  const label = node.children("LinkLabel")[0];
  const named = label === void 0 ? "" : text.slice(label.from + 1, label.to - 1);
  const key = named.trim() === "" ? text.slice(opening.to, closing.from) : named;
  const href = references.get(normalizeLabel(key));
  return href === void 0 ? void 0 : { closing: closing.from, href };
}

// src/parse/markdown-nodes.ts
var heading = (writer, node) => writer.enterHeading(node);
var inline = (writer, node) => writer.enterInline(node);
var link = (writer, node) => writer.enterLink(node);
var list = (writer) => writer.enterList();
var code = (writer, node) => writer.enterCode(node);
var paragraph = (writer, node) => writer.enterParagraph(node);
var tag = (writer, node) => writer.enterTag(node);
var comment = (writer, node) => writer.enterComment(node);
var row = (writer, node) => writer.enterRow(node);
var nothing = () => false;
var ENTER = {
  ATXHeading1: heading,
  ATXHeading2: heading,
  ATXHeading3: heading,
  ATXHeading4: heading,
  ATXHeading5: heading,
  ATXHeading6: heading,
  SetextHeading1: heading,
  SetextHeading2: heading,
  Paragraph: paragraph,
  Task: paragraph,
  Blockquote: (writer) => writer.enterQuote(),
  BulletList: list,
  OrderedList: list,
  ListItem: (writer) => writer.enterItem(),
  FencedCode: code,
  CodeBlock: code,
  CodeText: (writer, node) => writer.enterCodeText(node),
  Table: (writer) => writer.enterTable(),
  TableHeader: row,
  TableRow: row,
  TableDelimiter: (writer, node) => writer.enterPipe(node),
  TableCell: (writer, node) => writer.enterCell(node),
  Emphasis: inline,
  StrongEmphasis: inline,
  InlineCode: inline,
  Link: link,
  Image: link,
  URL: (writer, node) => writer.enterUrl(node),
  Escape: (writer, node) => writer.enterEscape(node),
  Entity: (writer, node) => writer.enterEntity(node),
  HardBreak: (writer, node) => writer.enterBreak(node),
  HTMLTag: tag,
  ProcessingInstruction: tag,
  Comment: comment,
  CommentBlock: comment,
  HTMLBlock: (writer, node) => writer.enterHtml(node),
  ProcessingInstructionBlock: nothing,
  LinkReference: nothing,
  HorizontalRule: nothing
};
var leaf = (writer, node) => writer.leaveLeaf(node);
var leaveInline = (writer, node) => writer.leaveInline(node);
var leaveCode = (writer, node) => writer.leaveCode(node);
var leaveRow = (writer, node) => writer.leaveRow(node);
var leaveList = (writer) => writer.leaveList();
var LEAVE = {
  ATXHeading1: leaf,
  ATXHeading2: leaf,
  ATXHeading3: leaf,
  ATXHeading4: leaf,
  ATXHeading5: leaf,
  ATXHeading6: leaf,
  SetextHeading1: leaf,
  SetextHeading2: leaf,
  Paragraph: leaf,
  Task: leaf,
  Blockquote: (writer) => writer.leaveQuote(),
  BulletList: leaveList,
  OrderedList: leaveList,
  FencedCode: leaveCode,
  CodeBlock: leaveCode,
  TableHeader: leaveRow,
  TableRow: leaveRow,
  TableCell: (writer, node) => writer.leaveCell(node),
  Emphasis: leaveInline,
  StrongEmphasis: leaveInline,
  InlineCode: leaveInline,
  Link: leaveInline,
  Image: leaveInline
};
function enterNode(writer, node) {
  const enter = ENTER[node.name];
  return enter === void 0 ? writer.enterOther(node) : enter(writer, node);
}
function leaveNode(writer, node) {
  LEAVE[node.name]?.(writer, node);
}

// src/parse/markdown-tree.ts
import { createRequire as createRequire4 } from "node:module";
function readMarkdown(text) {
  const tree = markdownParser().parse(text);
  return (enter, leave) => {
    tree.iterate({ enter: (node) => enter(viewOf(node)), leave: (node) => leave(viewOf(node)) });
  };
}
function viewOf(node) {
  const { name, from, to } = node;
  return { name, from, to, children: (child) => node.node.getChildren(child) };
}
var markdownParser = once(() => {
  const require2 = createRequire4(import.meta.url);
  const { parser, GFM } = require2("@lezer/markdown");
  return parser.configure(GFM);
});

// src/parse/html-fragment.ts
function writeFragment(assembly, source, { start, end }) {
  const fragment = source.slice(start, end);
  const tame = makeReadable(fragment);
  const readable = tame === fragment ? source : source.slice(0, start) + tame + source.slice(end);
  const root = readHtml(tame, start);
  const setting = { elements: elementTable(), dataTables: findDataTables(root) };
  const writer = new HtmlWriter(root, { assembly, setting, readable });
  walkHtml(root, writer);
  writer.finish();
}

// src/parse/markdown-pieces.ts
function writeCell(assembly, source, { start, end }) {
  let at = start;
  for (let pipe = findPipe(source, at, end); pipe >= 0; pipe = findPipe(source, at, end)) {
    assembly.verbatim(at, pipe);
    assembly.replace("|", pipe, pipe + 2);
    at = pipe + 2;
  }
  assembly.verbatim(at, end);
}
function findPipe(source, start, end) {
  return findWithin(source, "\\|", { start, end });
}
function writeLines(assembly, source, { start, end }) {
  let at = start;
  while (at < end) {
    const line = lineEnd(source, at, end);
    assembly.verbatim(at, line.end);
    if (line.next > line.end) assembly.replace("\n", line.end, line.next);
    at = line.next;
  }
}

// src/parse/markdown-writer.ts
var INLINES = {
  Emphasis: "emphasis",
  StrongEmphasis: "strong",
  InlineCode: "code"
};
var MarkdownWriter = class {
  source;
  assembly;
  references;
  at = 0;
  /** Inside a leaf block, where text is text. */
  flowing = false;
  lineStart = false;
  quotes = 0;
  lists = 0;
  freshItem = false;
  freshGroup = false;
  blockEnd = 0;
  row;
  /** Where reading goes on after a mark that begins at the key, when not at its end. */
  resume = /* @__PURE__ */ new Map();
  open = [];
  constructor(source, assembly, references) {
    this.source = source;
    this.assembly = assembly;
    this.references = references;
  }
  /** Marks leave no text; whatever has no name here is text. */
  enterOther(node) {
    if (node.name.endsWith("Mark") || node.name === "TaskMarker") this.skipMark(node);
    return true;
  }
  enterQuote() {
    this.quotes += 1;
    return true;
  }
  leaveQuote() {
    this.quotes -= 1;
  }
  enterList() {
    if (this.lists === 0) this.freshGroup = true;
    this.lists += 1;
    return true;
  }
  leaveList() {
    this.lists -= 1;
  }
  enterItem() {
    this.freshItem = true;
    return true;
  }
  enterTable() {
    this.freshGroup = true;
    return true;
  }
  enterParagraph(node) {
    const item = this.freshItem && this.lists > 0;
    const kind = item ? "list-item" : this.quotes > 0 ? "quote" : "paragraph";
    this.openBlock(node, kind, this.containerOf(this.lists > 0 ? "list" : "prose"));
    this.flowing = true;
    this.lineStart = true;
    return true;
  }
  enterHeading(node) {
    this.openBlock(node, "heading", this.containerOf("heading"));
    this.flowing = true;
    this.lineStart = true;
    return true;
  }
  leaveLeaf(node) {
    this.emit(node.to);
    this.flowing = false;
    this.closeBlock(node);
  }
  enterRow(node) {
    this.openBlock(node, "table-row", "table");
    this.row = { from: node.from, to: node.from + this.source.slice(node.from, node.to).trimEnd().length };
    return true;
  }
  leaveRow(node) {
    this.row = void 0;
    this.closeBlock(node);
  }
  enterPipe(node) {
    const { row: row2 } = this;
    if (row2 !== void 0 && node.from > row2.from && node.to < row2.to) {
      this.assembly.replace("	", node.from, node.to);
    }
    this.at = Math.max(this.at, node.to);
    return false;
  }
  enterCell(node) {
    this.at = node.from;
    this.flowing = true;
    this.lineStart = true;
    this.open.push({ start: this.assembly.position, kind: "cell" });
    return true;
  }
  leaveCell(node) {
    this.leaveInline(node);
    this.flowing = false;
  }
  enterCode(node) {
    this.openBlock(node, "code", "code");
    return true;
  }
  enterCodeText(node) {
    writeLines(this.assembly, this.source, { start: node.from, end: node.to });
    this.at = node.to;
    return false;
  }
  leaveCode(node) {
    this.closeBlock(node);
  }
  enterInline(node) {
    this.emit(node.from);
    const kind = INLINES[node.name];
    this.open.push(kind === void 0 ? { start: this.assembly.position } : { start: this.assembly.position, kind });
    return true;
  }
  leaveInline(node) {
    this.emit(node.to);
    const inline2 = this.open.pop();
    if (inline2?.kind === void 0) return;
    this.assembly.inline(inline2.kind, { start: inline2.start, end: this.assembly.written }, inline2.href);
  }
  /** `[text](target)`: the text alone. A link whose label is not defined is text, brackets and all. */
  enterLink(node) {
    this.emit(node.from);
    const parts = resolveLink(this.source, node, this.references);
    const start = this.assembly.position;
    if (parts === void 0) for (const mark of node.children("LinkMark")) this.resume.set(mark.from, mark.from);
    else this.resume.set(parts.closing, node.to);
    const kind = node.name === "Image" ? "image" : "link";
    this.open.push(parts === void 0 ? { start } : { start, kind, href: parts.href });
    return true;
  }
  enterUrl(node) {
    if (node.from < this.at || !this.flowing) return false;
    this.emit(node.from);
    const start = this.assembly.position;
    this.emit(node.to);
    const href = this.source.slice(node.from, node.to);
    this.assembly.inline("link", { start, end: this.assembly.written }, href);
    return false;
  }
  enterEscape(node) {
    this.replace(node, this.source.slice(node.from + 1, node.to));
    return false;
  }
  enterEntity(node) {
    const reference = decodeReference(this.source, node.from);
    if (reference?.length === node.to - node.from) this.replace(node, reference.text);
    return false;
  }
  enterBreak(node) {
    if (node.from < this.at) return false;
    this.emit(node.from);
    this.assembly.pause("\n", node.from, node.to);
    this.at = node.to;
    this.lineStart = true;
    return false;
  }
  enterTag(node) {
    if (/^<br\b/i.test(this.source.slice(node.from, node.from + 4))) return this.enterBreak(node);
    this.emit(node.from);
    this.at = Math.max(this.at, node.to);
    return false;
  }
  enterComment(node) {
    this.assembly.comment(
      this.source.slice(node.from, node.to).replace(/^<!--/, "").replace(/-->\s*$/, "")
    );
    return this.enterTag(node);
  }
  enterHtml(node) {
    writeFragment(this.assembly, this.source, { start: node.from, end: node.to });
    this.blockEnd = node.to;
    this.at = Math.max(this.at, node.to);
    return false;
  }
  replace(node, text) {
    if (node.from < this.at) return;
    this.emit(node.from);
    if (this.flowing) this.assembly.replace(text, node.from, node.to);
    this.at = node.to;
    this.lineStart = false;
  }
  skipMark(node) {
    if (node.from < this.at) return;
    this.emit(node.from);
    this.at = Math.max(this.at, this.resume.get(node.from) ?? node.to);
    if (/^(?:Quote|Header|Task)/.test(node.name)) this.lineStart = true;
  }
  openBlock(node, kind, container) {
    const level = kind === "heading" ? Number(node.name.at(-1)) : this.lists;
    const tight = (kind === "list-item" || kind === "table-row") && !this.freshGroup;
    const spaced = !tight || hasBlankLine(this.source, this.blockEnd, node.from);
    this.assembly.open(level > 0 ? { kind, container, spaced, level } : { kind, container, spaced });
    this.at = node.from;
    this.freshItem = false;
    this.freshGroup = false;
  }
  closeBlock(node) {
    this.assembly.close();
    this.blockEnd = node.to;
    this.at = Math.max(this.at, node.to);
  }
  containerOf(container) {
    return this.quotes > 0 ? "quotation" : container;
  }
  /** Writes the source from the place reached to an offset, line by line, without the lines' margins. */
  emit(to) {
    const { source } = this;
    while (this.flowing && this.at < to) {
      while (this.lineStart && this.at < to && " 	".includes(source.charAt(this.at))) this.at += 1;
      const line = lineEnd(source, this.at, to);
      const broken = line.next > line.end;
      this.writePiece(this.at, broken ? contentEnd(source, this.at, line.end) : line.end);
      if (line.next > this.at) this.lineStart = broken;
      if (broken) this.assembly.pause("\n", line.end, line.next);
      this.at = line.next;
    }
    this.at = Math.max(this.at, to);
  }
  writePiece(from, end) {
    if (this.row === void 0) this.assembly.verbatim(from, end);
    else writeCell(this.assembly, this.source, { start: from, end });
  }
};

// src/parse/markdown.ts
function parseMarkdown(source) {
  const { text } = source;
  const assembly = new Assembly(source);
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== void 0) writeFrontMatter(assembly, frontMatter);
  const readable = limitMarks(plainLineEnds(hideFrontMatter(text, frontMatter)));
  const walk = readMarkdown(readable);
  const writer = new MarkdownWriter(text, assembly, readReferences(readable, walk));
  walk(
    (node) => enterNode(writer, node),
    (node) => leaveNode(writer, node)
  );
  return assembly.finish(declaredBy(frontMatter));
}
function writeFrontMatter(assembly, { inner }) {
  assembly.open({ kind: "code", container: "front-matter", spaced: true });
  assembly.verbatim(inner.start, inner.end);
  assembly.close();
}
function declaredBy(frontMatter) {
  if (frontMatter === void 0) return {};
  const { title, language } = frontMatter;
  return {
    ...language === void 0 ? {} : { declaredLanguage: language },
    ...title === void 0 ? {} : { head: { title } }
  };
}
function hideFrontMatter(text, frontMatter) {
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  const end = frontMatter?.outer.end ?? first;
  return end === 0 ? text : "\n".repeat(end) + text.slice(end);
}
function plainLineEnds(text) {
  return text.includes("\r") ? text.replaceAll("\r\n", " \n").replaceAll("\r", "\n") : text;
}

// src/parse/text-marks.ts
var BULLETS = "\u2022\u2023\u25AA\u25E6\u25CF\u25CB\u25A0\u25A1\u25BA\u25B8\xB7\u2043\u2219\u2013-*+\u2713\u2714\u27A4\u27A2\xBB";
var MOST_MARKER = 6;
function markerLength(text, line) {
  const first = text.charAt(line.start);
  if (BULLETS.includes(first)) return text.charCodeAt(line.start + 1) <= 32 || "\u2022\u25CF\u25AA\u25E6".includes(first) ? 2 : 0;
  if (!/[(\d\p{L}]/u.test(first)) return 0;
  const match = NUMBERED.exec(text.slice(line.start, line.start + MOST_MARKER + 1));
  return match === null ? 0 : match[0].length;
}
var NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([A-Za-z]\)|\(?[ivx]{1,4}[.)])(?=[ \t\u00a0])/;
function opensItem(text, line) {
  return markerLength(text, line) > 0;
}

// src/parse/text-line-kind.ts
var MOST_LABEL2 = 300;
var CODE_INDENT = 4;
var CODE_SYMBOLS = 0.12;
function judgeLine(text, line, above) {
  const first = text.charAt(line.start);
  if (first === "#") return hashHeading(text, line);
  if (first === ">" && text.charCodeAt(line.start + 1) <= 32) return { kind: "quote", container: "quotation" };
  if (isTableRow(text, line)) return { kind: "table-row", container: "table" };
  if (isCode(text, line, above)) return { kind: "code", container: "code" };
  if (markerLength(text, line) > 0) return { kind: "list-item", container: "list", level: 1 };
  return judgeWords(text, line);
}
function hashHeading(text, line) {
  let level = 1;
  while (text.charAt(line.start + level) === "#") level += 1;
  if (level > 6 || text.charCodeAt(line.start + level) !== 32) return void 0;
  return { kind: "heading", container: "heading", level };
}
function isTableRow(text, { start, shape }) {
  if (text.charAt(start) === "|" && shape.pipes >= 2) return true;
  return shape.tabs > 0 || shape.gaps >= 2 ? !endsSentence(shape) || shape.tabs > 1 : false;
}
function isCode(text, line, above) {
  const { shape } = line;
  const dense = shape.symbols >= 2 && shape.symbols > Math.min(line.end - line.start, SHAPE_REACH) * CODE_SYMBOLS;
  if (line.indent >= CODE_INDENT && (line.spaced || above !== void 0 && above.indent >= CODE_INDENT)) {
    return dense || shape.symbols > 0 && "{};".includes(shape.last);
  }
  return dense && "{};>".includes(text.charAt(line.end - 1)) && !/^(?:\[|https?:)/.test(text.slice(line.start, line.start + 6));
}
function judgeWords(text, line) {
  if (line.end - line.start > MOST_LABEL2) return void 0;
  const words = text.slice(line.start, line.end);
  if (isByline(words)) return { kind: "byline", container: "prose" };
  return isCaption(words) ? { kind: "caption", container: "prose" } : void 0;
}

// src/parse/text-fences.ts
var FENCE = /^(?:`{3,}|~{3,})[^`]*$/;
var CODE = { kind: "code", container: "code" };
function fencedLines(text, lines) {
  const fenced = [];
  let open = -1;
  lines.forEach((line, index) => {
    const first = text.charAt(line.start);
    if (first !== "`" && first !== "~" || !FENCE.test(text.slice(line.start, line.end))) return;
    if (open < 0) {
      open = index;
      return;
    }
    for (let inside = open; inside <= index; inside += 1) fenced[inside] = CODE;
    open = -1;
  });
  return fenced;
}

// src/parse/text-kinds.ts
var PARAGRAPH = { kind: "paragraph", container: "prose" };
var HEADING = { kind: "heading", container: "heading" };
var MENU = { kind: "menu-entry", container: "prose" };
var LEAST_MENU = 3;
var MOST_MENU_WORDS = 6;
var MOST_HEADING_WORDS = 14;
var LEAST_PROSE_WORDS = 15;
function guessKinds(grouped) {
  const { text, lines, groups } = grouped;
  const fenced = fencedLines(text, lines);
  const guesses = groups.map((group) => {
    if (fenced[group.first] !== void 0) return fenced[group.first];
    const line = lines[group.first];
    return line === void 0 ? void 0 : judgeLine(text, line, lines[group.first - 1]);
  });
  markMenus(grouped, guesses);
  return guesses.map((guess, index) => settle(grouped, guesses, index) ?? guess ?? PARAGRAPH);
}
function markMenus({ lines, groups }, guesses) {
  let first = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    const line = single(lines, groups[index]);
    if (line !== void 0 && guesses[index] === void 0 && isMenuShape(line)) continue;
    if (index - first >= LEAST_MENU) for (let entry = first; entry < index; entry += 1) guesses[entry] = MENU;
    first = index + 1;
  }
}
function isMenuShape(line) {
  return line.shape.words <= MOST_MENU_WORDS && !endsSentence(line.shape) && !",;:".includes(line.shape.last);
}
function settle(grouped, guesses, index) {
  const line = single(grouped.lines, grouped.groups[index]);
  if (line === void 0 || !isHeadingShape(line) || guesses[index + 1] !== void 0) return void 0;
  const guess = guesses[index];
  if (guess === void 0) return standsOverProse(grouped, index, line.spaced) ? HEADING : void 0;
  return mayBeHeading(guess, line) && standsOverProse(grouped, index, false) ? HEADING : void 0;
}
function mayBeHeading(guess, line) {
  return guess === MENU ? line.spaced : guess.kind === "list-item" && line.shape.digits > 0;
}
function standsOverProse({ lines, groups }, index, apart) {
  const next = groups[index + 1];
  const below = next === void 0 ? void 0 : lines[next.first];
  if (next === void 0 || below === void 0) return false;
  if (next.last - next.first > 1 || below.shape.words >= LEAST_PROSE_WORDS) return true;
  return apart && below.spaced && endsSentence(below.shape);
}
function isHeadingShape({ shape }) {
  if (shape.words > MOST_HEADING_WORDS || shape.letters === 0) return false;
  return endsSentence(shape) ? shape.last === "?" : !",;:".includes(shape.last);
}
function single(lines, group) {
  return group !== void 0 && group.last - group.first === 1 ? lines[group.first] : void 0;
}

// src/parse/text-lines.ts
var LINE_FEED2 = 10;
var CARRIAGE_RETURN3 = 13;
var TAB2 = 9;
var TAB_COLUMNS = 4;
function scanLines(text) {
  const lines = [];
  const findEnd = text.includes("\r") ? findAnyEnd : findLineFeed;
  let spaced = true;
  let begin = 0;
  while (begin < text.length) {
    const stop = findEnd(text, begin);
    const line = trimLine(text, { begin, stop, spaced });
    spaced = line === void 0;
    if (line !== void 0) lines.push(line);
    begin = stop + 1;
  }
  return lines;
}
function findLineFeed(text, begin) {
  const stop = text.indexOf("\n", begin);
  return stop < 0 ? text.length : stop;
}
function findAnyEnd(text, begin) {
  for (let at = begin; at < text.length; at += 1) {
    const code2 = text.charCodeAt(at);
    if (code2 === LINE_FEED2) return at;
    if (code2 === CARRIAGE_RETURN3 && text.charCodeAt(at + 1) !== LINE_FEED2) return at;
  }
  return text.length;
}
function trimLine(text, range) {
  const { begin, stop, spaced } = range;
  let start = begin;
  let indent = 0;
  while (start < stop && isSpace2(text.charCodeAt(start))) {
    indent += text.charCodeAt(start) === TAB2 ? TAB_COLUMNS : 1;
    start += 1;
  }
  if (start === stop) return void 0;
  let end = stop;
  while (isSpace2(text.charCodeAt(end - 1))) end -= 1;
  return { start, end, indent, spaced, shape: measureShape(text, start, end) };
}

// src/parse/text-wrap.ts
var LEAST_WIDTH = 50;
var MOST_WIDTH = 100;
var LEAST_FULL = 0.8;
var MOST_SENTENCE_ENDS = 0.4;
var LEAST_LINES2 = 3;
var EVIDENCE_LINES = 8;
var SLACK = 3;
function groupLines(text, lines) {
  const runs = runsOf(lines);
  const judged = runs.map((run) => judgeRun(lines, run, { text }));
  const evidence = judged.reduce((sum, { full, wrapped }) => wrapped ? sum + full : sum, 0);
  const width = judged.reduce((most, { width: width2, wrapped }) => wrapped ? Math.max(most, width2) : most, 0);
  const groups = [];
  runs.forEach((run, index) => {
    const verdict = judged[index];
    const short = evidence >= EVIDENCE_LINES && run.last - run.first < LEAST_LINES2;
    if (verdict?.wrapped === true) splitParagraphs(lines, run, { groups, text, width: verdict.width });
    else if (short && judgeRun(lines, run, { text, known: width }).wrapped)
      splitParagraphs(lines, run, { groups, text, width });
    else for (let line = run.first; line < run.last; line += 1) groups.push({ first: line, last: line + 1 });
  });
  return groups;
}
function runsOf(lines) {
  const runs = [];
  let first = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    if (index < lines.length && lines[index]?.spaced !== true) continue;
    runs.push({ first, last: index });
    first = index;
  }
  return lines.length === 0 ? [] : runs;
}
function judgeRun(lines, run, context) {
  const { text, known } = context;
  const least = known === void 0 ? LEAST_LINES2 : 2;
  const width = Math.max(known ?? 0, widest(lines, run));
  if (run.last - run.first < least || width < LEAST_WIDTH || width > (known ?? MOST_WIDTH)) return REFUSED;
  const { joints, full, ends } = countJoints(lines, run, { text, width });
  const wrapped = full >= joints * LEAST_FULL && ends <= joints * MOST_SENTENCE_ENDS;
  return { wrapped: wrapped && joints >= least - 1, full, width };
}
var REFUSED = { wrapped: false, full: 0, width: 0 };
function countJoints(lines, run, { text, width }) {
  const counts = { joints: 0, full: 0, ends: 0 };
  for (let index = run.first + 1; index < run.last; index += 1) {
    const pair = pairAt(lines, index);
    if (pair === void 0 || startsParagraph(text, pair)) continue;
    counts.joints += 1;
    if (isFull(text, pair, width)) counts.full += 1;
    if (endsSentence(pair.line.shape)) counts.ends += 1;
  }
  return counts;
}
function pairAt(lines, index) {
  const line = lines[index - 1];
  const next = lines[index];
  return line === void 0 || next === void 0 ? void 0 : { line, next };
}
function widest(lines, run) {
  let width = 0;
  for (let index = run.first; index < run.last; index += 1) {
    const line = lines[index];
    if (line !== void 0) width = Math.max(width, line.indent + line.end - line.start);
  }
  return width;
}
function startsParagraph(text, { line, next }) {
  return opensItem(text, next) || next.indent > line.indent && endsSentence(line.shape);
}
function isFull(text, { line, next }, width) {
  let word = next.start;
  while (word < next.end && text.charCodeAt(word) > 32) word += 1;
  return line.indent + line.end - line.start + 1 + (word - next.start) > width - SLACK;
}
function splitParagraphs(lines, run, into) {
  let first = run.first;
  for (let index = run.first + 1; index <= run.last; index += 1) {
    const pair = index < run.last ? pairAt(lines, index) : void 0;
    if (pair !== void 0 && goesOn(pair, into)) continue;
    into.groups.push({ first, last: index });
    first = index;
  }
}
function goesOn(pair, { text, width }) {
  if (startsParagraph(text, pair)) return false;
  return !endsSentence(pair.line.shape) || isFull(text, pair, width);
}

// src/parse/text.ts
function parseText(source) {
  const { text } = source;
  const lines = scanLines(text);
  const groups = groupLines(text, lines);
  const guesses = guessKinds({ text, lines, groups });
  const blocks = [];
  groups.forEach((group, index) => {
    const first = lines[group.first];
    const last = lines[group.last - 1];
    const guess = guesses[index];
    if (first === void 0 || last === void 0 || guess === void 0) return;
    blocks.push(makeBlock(guess, { index, start: first.start, end: last.end, spaced: first.spaced }));
  });
  return {
    source,
    text,
    blocks: markContainers(text, blocks, "wrapped"),
    inlines: findQuotations(text, blocks),
    allowances: []
  };
}

// src/parse/parse.ts
var PARSERS = {
  text: parseText,
  markdown: parseMarkdown,
  html: parseHtml
};
function parse(source) {
  return PARSERS[source.format](source);
}

// src/learn/labelled-lines.ts
var UNLABELLED = 255;
function describePage(page, options) {
  const text = page.lines.map(({ t }) => t).join("\n");
  const document = parse({ id: page.id, text, format: "text" });
  const analysis = analyze(document, options.functionless === true ? { language: "und" } : {});
  const { rows, measured } = describeBlocks(analysis);
  return {
    id: page.id,
    rows,
    words: measured.words,
    ...labelBlocks(document.blocks, placeLines(page.lines), options.weight),
    starts: Uint32Array.from(document.blocks, ({ start }) => start),
    ends: Uint32Array.from(document.blocks, ({ end }) => end)
  };
}
function labelBlocks(blocks, pieces, pageWeight) {
  const weights = new Float32Array(blocks.length);
  const labels = new Uint8Array(blocks.length);
  let first = 0;
  blocks.forEach((block, index) => {
    while (first < pieces.length && pieces[first].end <= block.start) first += 1;
    let last = first;
    while (last < pieces.length && pieces[last].start < block.end) last += 1;
    const own = pieces.slice(first, last);
    labels[index] = labelOf2(own, block);
    weights[index] = pageWeight * Math.max(...own.map(({ weight }) => weight ?? 1), 0);
  });
  return { labels, weights };
}
function placeLines(lines) {
  let start = 0;
  return lines.map((line) => {
    const placed = { ...line, start, end: start + line.t.length };
    start = placed.end + 1;
    return placed;
  });
}
function labelOf2(pieces, block) {
  const counts = [0, 0];
  for (const { y, start, end } of pieces) {
    if (y === null) continue;
    counts[y] = counts[y] + Math.min(end, block.end) - Math.max(start, block.start);
  }
  const [clutter = 0, content = 0] = counts;
  if (clutter + content === 0) return UNLABELLED;
  return clutter > content ? 1 : 0;
}

// src/learn/fit-blocks.ts
function fitBlocks(pages, options) {
  const { columns } = options;
  const stacked = stackColumns(columns);
  const firstScores = crossScore(pages, { options, columns, name: "first", tableOf: ({ rows }) => rows });
  const tableOf = (page) => joinRows(page.rows, describeStack(firstScores.get(page), page.words), page.labels.length);
  const unseen = crossScore(pages, { options, columns: stacked, name: "second", tableOf });
  const first = boost(
    collect(pages, columns, ({ rows }) => rows),
    options.boost
  );
  options.onProgress?.("first forest");
  const second = boost(collect(pages, stacked, tableOf), options.boost);
  options.onProgress?.("second forest");
  return { weights: { first, second, calibration: calibrateOn(pages, unseen) }, unseen };
}
function crossScore(pages, { options, columns, name, tableOf }) {
  const scores = /* @__PURE__ */ new Map();
  for (let fold = 0; fold < options.folds; fold += 1) {
    const isOut = ({ id }) => partOf(id, options.folds) === fold;
    const data = boost(
      collect(
        pages.filter((page) => !isOut(page)),
        columns,
        tableOf
      ),
      options.boost
    );
    const forest = loadForest(data, columns);
    for (const page of pages.filter(isOut)) scores.set(page, scoreRows(forest, tableOf(page), page.labels.length));
    options.onProgress?.(`${name} forest without fold ${fold + 1} of ${options.folds}`);
  }
  return scores;
}
var SAMPLE_SEED = 11;
function collect(pages, columns, tableOf) {
  const random = createRandom(SAMPLE_SEED);
  const chosen = pages.map((page) => chooseRows(page, random));
  const count3 = chosen.reduce((sum, { length }) => sum + length, 0);
  const width = columns.length;
  const examples = {
    columns,
    table: new Float32Array(count3 * width),
    labels: new Uint8Array(count3),
    weights: new Float32Array(count3)
  };
  let at = 0;
  pages.forEach((page, index) => {
    const table = tableOf(page);
    for (const row2 of chosen[index]) {
      examples.table.set(table.subarray(row2 * width, (row2 + 1) * width), at * width);
      examples.labels[at] = page.labels[row2];
      examples.weights[at] = Math.max(1, page.weights[row2]);
      at += 1;
    }
  });
  return examples;
}
function chooseRows({ labels, weights }, random) {
  const rows = [];
  labels.forEach((label, row2) => {
    const drawn = random() < weights[row2];
    if (label !== UNLABELLED && drawn) rows.push(row2);
  });
  return rows;
}
function calibrateOn(pages, unseen) {
  const points = pages.flatMap((page) => {
    const scores = unseen.get(page);
    return Array.from(scores, (score, row2) => ({
      score,
      label: page.labels[row2],
      weight: page.weights[row2]
    }));
  });
  return fitCalibration(points.filter(({ label }) => label !== UNLABELLED));
}

// src/learn/disguise.ts
var ARTICLES = ["the", "a", "an"];
var DISGUISES = [
  { language: "ru", kept: 0.6, dropped: [...ARTICLES, "is", "are", "am"], alphabet: "\u0430\u0432\u0441\u0434\u0435\u0444\u0433\u0447\u0438\u0439\u043A\u043B\u043C\u043D\u043E\u0440\u043F\u0440\u0442\u044E\u0436\u0448\u044B\u044F\u0437" },
  { language: "pl", kept: 0.6, dropped: ARTICLES, alphabet: "abcdefghijkl\u0142nopr\u015Btuwzy\u017C\u0105" },
  { language: "el", kept: 0.7, dropped: [], alphabet: "\u03B1\u03B2\u03B3\u03B4\u03B5\u03C6\u03C7\u03B7\u03B9\u03BA\u03BB\u03BC\u03BD\u03BF\u03C0\u03C1\u03C3\u03C4\u03B1\u03C5\u03C9\u03BE\u03C5\u03B6\u03B8" },
  {
    language: "fi",
    kept: 0.3,
    dropped: [...ARTICLES, "of", "in", "to", "on", "at"],
    alphabet: "apdteshjiklmno\xF6ursty\xE4vkyi"
  },
  { language: "de", kept: 0.9, dropped: [], alphabet: "abcdefghijklmnopqrstuvwxyz" },
  { language: "und", kept: 0, dropped: [], alphabet: "\u0627\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u0643\u0644\u0645\u0646" },
  { language: "und", kept: 0, dropped: ARTICLES, alphabet: "\u0915\u0916\u0917\u0918\u091A\u091B\u091C\u091D\u091F\u0920\u0921\u0922\u0923\u0924\u0925\u0926\u0927\u0928\u092A\u092B\u092C\u092D\u092E\u092F" },
  {
    language: "zh",
    kept: 0.55,
    dropped: [...ARTICLES, "of", "to", "for", "was", "were", "has", "had", "have", "that", "which"],
    alphabet: ""
  }
];
var WORD2 = /[\p{L}\p{M}'’]+/gu;
var HAN_FIRST = 19968;
var HAN_COUNT = 3e3;
var LETTERS_A_CHARACTER = 2.6;
var GRAINS = 1e3;
function disguise(line, as) {
  const english = new Set(functionWordsOf("en"));
  const foreign = functionWordsOf(as.language);
  const replaced = line.replace(WORD2, (word) => {
    const lower = word.toLowerCase();
    if (english.has(lower)) return replaceFunctionWord(word, as, foreign);
    return as.alphabet === "" ? toHan(lower) : encipher(word, as.alphabet);
  });
  return (as.alphabet === "" ? closeUp(replaced) : replaced.replace(/ {2,}/g, " ")).trim() || line;
}
function replaceFunctionWord(word, as, foreign) {
  const lower = word.toLowerCase();
  if (as.dropped.includes(lower)) return "";
  const grain = partOf(`${as.language} ${lower}`, GRAINS);
  if (foreign.length === 0 || grain / GRAINS >= as.kept)
    return as.alphabet === "" ? toHan(lower) : encipher(word, as.alphabet);
  const found = foreign[grain % foreign.length];
  return word === lower ? found : found.charAt(0).toUpperCase() + found.slice(1);
}
function encipher(word, alphabet) {
  let out = "";
  for (const letter of word) {
    const lower = letter.toLowerCase();
    const place = lower.charCodeAt(0) - 97;
    const found = place >= 0 && place < 26 ? alphabet.charAt(place % alphabet.length) : letter;
    out += lower === letter ? found : found.toUpperCase();
  }
  return out;
}
function toHan(word) {
  const length = Math.max(1, Math.round(word.length / LETTERS_A_CHARACTER));
  let out = "";
  for (let at = 0; at < length; at += 1) out += String.fromCharCode(HAN_FIRST + partOf(`${at}${word}`, HAN_COUNT));
  return out;
}
var MARKS2 = { ".": "\u3002", ",": "\uFF0C", "?": "\uFF1F", "!": "\uFF01", ":": "\uFF1A" };
function closeUp(line) {
  return line.replace(/ +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +/gu, "").replace(/(?<=[\u4e00-\u9fff])[.,?!:](?=$|\s|["'”’]|[\u4e00-\u9fff])/gu, (mark) => MARKS2[mark] ?? mark);
}

// src/learn/page-variants.ts
var WEIGHTS = { disguised: 0.7, clean: 0.25, excerpt: 1, few: 0.5, clutter: 0.6 };
var DISGUISED_SHARE = 0.4;
var UNKNOWN_SHARE = 0.15;
var SEEDS = 1e6;
function varyPage(original, weight) {
  const random = createRandom(partOf(original.id, SEEDS));
  const page = keepHead(original);
  const variants = [{ page, weight, functionless: random() < UNKNOWN_SHARE }];
  const add = (kind, lines, always = false) => {
    const form = dress({ ...page, lines }, { random, always, dashes: kind !== "disguised" });
    variants.push({ page: form, weight: weight * WEIGHTS[kind], functionless: random() < UNKNOWN_SHARE });
  };
  add("disguised", page.lines, true);
  const clutter = original.lines.filter(({ y }) => y === 0);
  if (clutter.length > FEWEST_CLUTTER) add("clutter", takeStretch(clutter, random));
  const content = page.lines.filter(({ y }) => y !== 0);
  if (content.filter(({ y }) => y === 1).length < FEWEST_CONTENT) return variants;
  add("clean", content);
  add("excerpt", takeExcerpt(content, random));
  add("few", dropMost(page.lines, random));
  return variants;
}
var FEWEST_CLUTTER = 10;
var FEWEST_CONTENT = 2;
var LONGEST_STRETCH = 60;
function takeStretch(lines, random) {
  const first = Math.floor(random() * lines.length / 2);
  return lines.slice(first, first + FEWEST_CLUTTER + Math.floor(random() * LONGEST_STRETCH));
}
var LONGEST_EXCERPT = 12;
function takeExcerpt(lines, random) {
  const first = random() < 0.5 ? 0 : Math.floor(random() * lines.length);
  return lines.slice(first, first + 1 + Math.floor(random() * LONGEST_EXCERPT));
}
var LEFT_OVER_SHARES = [0.12, 0.5];
var LONGEST_LEFT_OVER = 3;
function dropMost(lines, random) {
  const share2 = random() * (random() < 0.5 ? LEFT_OVER_SHARES[0] : LEFT_OVER_SHARES[1]);
  let left = 0;
  return lines.filter(({ y }) => {
    if (y !== 0) return true;
    if (left === 0 && random() < share2 / LONGEST_LEFT_OVER) left = 1 + Math.floor(random() * LONGEST_LEFT_OVER);
    left -= left > 0 ? 1 : 0;
    return left > 0;
  });
}
var LEAST_KEPT = 0.6;
var KEPT_RANGE = 0.6;
function dress(page, { random, always, dashes }) {
  const as = always || random() < DISGUISED_SHARE ? chooseDisguise(random) : void 0;
  const dashed = dashes && random() < 0.5;
  const lines = page.lines.map((line) => {
    const t = as === void 0 ? line.t : disguise(line.t, as);
    return { ...line, t: dashed && line.tag === "li" ? `- ${t}` : t };
  });
  return { ...page, lines };
}
function chooseDisguise(random) {
  const last = DISGUISES.length - 1;
  const chosen = DISGUISES[Math.min(last, Math.floor(random() * (DISGUISES.length + 2)))];
  return { ...chosen, kept: chosen.kept * (LEAST_KEPT + random() * KEPT_RANGE) };
}
var DATE_OR_BYLINE = /\b(?:19|20)\d\d\b|\d{1,2}:\d\d|^(?:by|posted|published|written|updated|last updated|story by)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|correspondent|staff writer|reporter/i;
var LONGEST_HEAD = 25;
var NEAR_HEAD = 4;
var LONGEST_HEAD_LINE = 100;
var HEAD_WEIGHT = 4;
function keepHead(page) {
  const first = page.lines.findIndex(({ y }) => y === 1);
  if (first < 0) return page;
  const title = page.lines.findLastIndex(
    ({ k }, index) => index < first && first - index < LONGEST_HEAD && k === "title"
  );
  const from = title >= 0 ? title : first - NEAR_HEAD;
  const lines = page.lines.map((line, index) => {
    if (index === title) return { ...line, y: 1, weight: HEAD_WEIGHT };
    if (line.y !== 0 || index <= from || index >= first || line.t.length > LONGEST_HEAD_LINE) return line;
    if (DATE_OR_BYLINE.test(line.t)) return { ...line, y: 1, weight: HEAD_WEIGHT / 2 };
    return title >= 0 && first - title <= NEAR_HEAD ? { ...line, y: null } : line;
  });
  return { ...page, lines };
}

// src/learn/learn-clutter.ts
var WRITTEN = "written";
var FOLDS = 3;
var SEED = 7;
var BOOST = { trees: 140, leaves: 28, rate: 0.1, penalty: 2, leastCurvature: 3, rowShare: 0.5, columnShare: 0.3 };
function learnClutter(labelled, options = {}) {
  const pages = /* @__PURE__ */ new Map();
  const rows = [];
  for (const page of labelled) {
    const weight = weigh(page);
    const variants = isSparse(page) ? [{ page, weight, functionless: false }] : varyPage(page, weight);
    const described = variants.map(({ page: page2, weight: weight2, functionless }) => describePage(page2, { weight: weight2, functionless }));
    pages.set(page, described[0]);
    rows.push(...described);
  }
  options.onProgress?.(`${rows.length} forms of ${labelled.length} pages`);
  const boost2 = { ...BOOST, trees: options.trees ?? BOOST.trees, seed: options.seed ?? SEED };
  const fitted = fitBlocks(rows, {
    columns: TEXT_COLUMNS,
    folds: options.folds ?? FOLDS,
    boost: boost2,
    ...options.onProgress && { onProgress: options.onProgress }
  });
  return { ...fitted, pages };
}
var LONG_PAGE = 400;
var ARTICLE_WEIGHT = 1;
var OTHER_WEIGHT = 0.5;
var NEWS_WEIGHT = 2;
var SPARSE_WEIGHT = 3;
var WRITTEN_WEIGHT = 4;
function weigh(page) {
  if (isSparse(page)) return SPARSE_WEIGHT;
  if (page.set === WRITTEN) return WRITTEN_WEIGHT;
  const kind = page.page_type === void 0 ? NEWS_WEIGHT : page.page_type === "article" ? ARTICLE_WEIGHT : OTHER_WEIGHT;
  return kind * Math.min(1, Math.sqrt(LONG_PAGE / Math.max(1, page.lines.length)));
}
var SPARSE_SHARE = 0.5;
function isSparse({ lines }) {
  return lines.filter(({ y, k }) => y === null && k === void 0).length > SPARSE_SHARE * lines.length;
}

// src/learn/measure-unseen.ts
var DIGITS2 = 3;
function measureUnseen({ pages, unseen }) {
  const tallies = /* @__PURE__ */ new Map();
  for (const [page, rows] of pages) {
    const tally = tallies.get(nameSet(page)) ?? { pages: 0, hit: 0, missed: 0, wrong: 0, right: 0 };
    tallies.set(nameSet(page), tally);
    tally.pages += 1;
    unseen.get(rows).forEach((score, block) => count2(tally, rows.labels[block], score > 0));
  }
  return [...tallies].map(([set, tally]) => figuresOf(set, tally));
}
function nameSet({ set = "html", page_type }) {
  return page_type === void 0 ? set : `${set} ${page_type}`;
}
function count2(tally, label, flagged) {
  if (label === UNLABELLED) return;
  if (label === 1) tally[flagged ? "hit" : "missed"] += 1;
  else tally[flagged ? "wrong" : "right"] += 1;
}
function figuresOf(set, { pages, hit, missed, wrong, right }) {
  return {
    set,
    pages,
    precision: share(hit, hit + wrong),
    recall: share(hit, hit + missed),
    f1: share(2 * hit, 2 * hit + wrong + missed),
    contentFlagged: share(wrong, wrong + right)
  };
}
function share(part, all) {
  return all === 0 ? 0 : Number((part / all).toFixed(DIGITS2));
}

// src/learn/labelled-html.ts
function readLabelledHtml(page, weight) {
  const analysis = analyze(parse({ id: page.id, text: page.html, format: "html" }));
  const places = analysis.document.blocks.map((block) => toSource(analysis.document, block));
  const pieces = page.spans.map(({ o: [start, end], y }) => ({ start, end, y }));
  return { page, analysis, ...labelBlocks(places, pieces, weight) };
}
function stripMarkup(read, weight) {
  const { analysis } = read;
  const blocks = analysis.document.blocks.map((block) => {
    if (block.element === void 0) return block;
    const path = block.element.path.map((name) => MEANINGFUL.has(name) ? "div" : name);
    return { ...block, element: { ...block.element, path, names: [], roles: [] } };
  });
  const stripped = { ...analysis, document: { ...analysis.document, blocks } };
  return { ...read, analysis: stripped, weights: read.weights.map((own) => own * weight) };
}
var MEANINGFUL = /* @__PURE__ */ new Set(["nav", "header", "footer", "aside", "main", "article", "section", "figure", "p"]);
function describeHtml({ page, analysis, labels, weights }, names) {
  const { rows, measured } = describeBlocks(analysis, names);
  const { blocks } = analysis.document;
  return {
    id: page.id,
    rows,
    words: measured.words,
    labels,
    weights,
    starts: Uint32Array.from(blocks, ({ start }) => start),
    ends: Uint32Array.from(blocks, ({ end }) => end)
  };
}
var LEAST_PAGES = 8;
var MOST_NAMES2 = 900;
var TENTHS2 = 10;
var SMOOTHING = 2;
var LARGEST = 4;
function fitNames(pages) {
  const tallies = /* @__PURE__ */ new Map();
  let clutter = 0;
  let all = 0;
  for (const page of pages) {
    for (const [name, { clutter: against, content }] of countNames(page)) {
      const tally = tallies.get(name) ?? { pages: 0, clutter: 0 };
      tallies.set(name, tally);
      tally.pages += 1;
      tally.clutter += against / (against + content);
      clutter += against / (against + content);
      all += 1;
    }
  }
  const prior = clutter / Math.max(1, all);
  const scores = [...tallies].filter(([, tally]) => tally.pages >= LEAST_PAGES).sort(([a, one], [b, other]) => other.pages - one.pages || (a < b ? -1 : 1)).slice(0, MOST_NAMES2).map(([name, tally]) => [name, scoreOf(tally, prior)]);
  return Object.fromEntries(scores.filter(([, score]) => score !== 0));
}
function countNames({ analysis, labels }) {
  const counts = /* @__PURE__ */ new Map();
  analysis.document.blocks.forEach(({ element, start, end }, index) => {
    if (labels[index] === UNLABELLED) return;
    const length = Math.sqrt(end - start);
    for (const name of element?.names ?? []) {
      const count3 = counts.get(name) ?? { clutter: 0, content: 0 };
      counts.set(name, count3);
      count3[labels[index] === 1 ? "clutter" : "content"] += length;
    }
  });
  return counts;
}
function scoreOf({ pages, clutter }, prior) {
  const odds = (clutter + SMOOTHING * prior) / (pages - clutter + SMOOTHING * (1 - prior));
  const base = prior / (1 - prior);
  return Math.round(TENTHS2 * Math.max(-LARGEST, Math.min(LARGEST, Math.log(odds / base))));
}

// src/learn/learn-html.ts
var FOLDS2 = 3;
var SEED2 = 7;
var BOOST2 = { trees: 120, leaves: 24, rate: 0.08, penalty: 2, leastCurvature: 3, rowShare: 0.5, columnShare: 0.3 };
var LONG_PAGE2 = 300;
var STRIPPED_WEIGHT = 0.5;
function learnHtml(labelled, options = {}) {
  const folds = options.folds ?? FOLDS2;
  const read = labelled.map((page) => readLabelledHtml(page, weigh2(page)));
  options.onProgress?.(`${read.length} pages of HTML`);
  const names = namesByFold(read, folds);
  const pages = new Map(
    read.map((one) => [one.page, describeHtml(one, names[partOf(one.page.id, folds)])])
  );
  const stripped = read.map((one) => describeHtml(stripMarkup(one, STRIPPED_WEIGHT), {}));
  const fitted = fitBlocks([...pages.values(), ...stripped], {
    columns: HTML_COLUMNS,
    folds,
    boost: { ...BOOST2, trees: options.trees ?? BOOST2.trees, seed: options.seed ?? SEED2 },
    ...options.onProgress && { onProgress: options.onProgress }
  });
  return { ...fitted, weights: { ...fitted.weights, names: fitNames(read) }, pages };
}
function namesByFold(read, folds) {
  return Array.from(
    { length: folds },
    (_, fold) => fitNames(read.filter(({ page }) => partOf(page.id, folds) !== fold))
  );
}
var OTHER_WEIGHT2 = 0.9;
function weigh2({ page_type, spans }) {
  const kind = page_type === void 0 || page_type === "article" ? 1 : OTHER_WEIGHT2;
  return kind * Math.min(1, Math.sqrt(LONG_PAGE2 / Math.max(1, spans.length)));
}
export {
  describePage,
  learnClutter,
  learnHtml,
  measureUnseen
};
