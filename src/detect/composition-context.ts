import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { countClass, matchClasses, type ClassTable } from './composition-classes.ts';

/** What surrounds the words of a form, 0 or 1 (counts where named so): most false alarms are mistakes of container. */
export type ContextFeatures = Readonly<Record<string, number>>;

export interface Place extends Span {
  readonly block: Block;
  /** Word range of the segment. */
  readonly from: number;
  readonly to: number;
  /** Start of the words that matched, and their end. */
  readonly at: number;
  readonly until: number;
}

const NEAR_WORDS = 40;
const BEFORE = 80;
const TEMPLATE_REACH = 1500;
const LAST_SHARE = 0.9;
const TOPIC_MANY = 3;

/** Classes that the surroundings are asked for, whatever the rules compose. */
export const CONTEXT_CLASSES = ['we', 'mention', 'said', 'signed', 'lived', 'dear', 'topic'] as const;

/** Looks around a place; `whole` holds what is the same for the whole document. */
export function describePlace(analysis: Analysis, place: Place, whole: WholeFeatures): ContextFeatures {
  const line = lineAround(analysis.document.text, place.at);
  return {
    ...containersOf(analysis, place),
    ...(COMMENT.test(line.text) ? {} : codeAround(analysis, place, { line, whole })),
    ...neighbourhood(analysis, place, whole),
    ...positionOf(analysis, place),
    table: flag(place.block.container === 'table' || line.text.startsWith('|')),
    markup: flag(MARKUP.test(line.text)),
    topic: flag(whole.topic >= TOPIC_MANY),
    letter: flag(whole.letter),
  };
}

function flag(yes: boolean): number {
  return yes ? 1 : 0;
}

/** A quotation shorter than this is a word that an assistant names: type "continue". */
const LONGEST_QUOTED_WORD = 16;

function containersOf(analysis: Analysis, place: Place): Record<string, number> {
  const { text, inlines } = analysis.document;
  const { container } = place.block;
  const covering = inlines.filter((inline) => inline.start <= place.at && inline.end > place.at);
  const ends = inlines.some(
    ({ kind, start, end }) =>
      kind === 'quotation' && start < place.until && end >= place.until && end - start >= LONGEST_QUOTED_WORD,
  );
  return {
    quoted: flag(covering.some(({ kind }) => kind === 'quotation') || ends || endsInsideQuotation(text, place)),
    inlineCode: flag(covering.some(({ kind }) => kind === 'code')),
    blockquote: flag(container === 'quotation'),
    dialogue: flag(
      container === 'dialogue' || SPOKEN.test(text.slice(place.start, place.start + 3)) || isLabelled(analysis, place),
    ),
  };
}

/** What makes the words part of a program; nobody asks it of a comment. */
function codeAround({ document }: Analysis, place: Place, { line, whole }: CodeContext): Record<string, number> {
  const alone = line.text.trim() === document.text.slice(place.at, place.end);
  return {
    fence: flag(place.block.container === 'code' && !alone),
    string: flag(insideString(document.text, line, place)),
    codeLine: flag(!alone && CODE_LINE.test(line.text)),
    codeDocument: flag(whole.code),
  };
}

interface CodeContext {
  readonly line: Line;
  readonly whole: WholeFeatures;
}

function positionOf({ document: { text }, blocks }: Analysis, place: Place): Record<string, number> {
  const { start, end, block } = place;
  return {
    colon: flag(/[:：][*_\s]*$/.test(text.slice(Math.max(start, end - 4), end))),
    first: flag(block.index === 0),
    last: flag(end >= LAST_SHARE * text.length || block.index === blocks.length - 1),
    whole: flag((end - start) * 2 >= text.length),
    title: flag(
      start === block.start && end === block.end && !/[.!?。！？…:：]\W{0,3}$/.test(text.slice(end - 4, end)),
    ),
  };
}

export interface WholeFeatures {
  readonly table: ClassTable;
  readonly code: boolean;
  /** Words about language models in the document. */
  readonly topic: number;
  /** It begins with a greeting and ends with a name. */
  readonly letter: boolean;
}

const COMMENT = /^\s*(?:\/\/|\/\*|\*(?!\*)|#(?!#)|--|\{\/\*|<!--|;;|%)/;
const CODE_LINE =
  /[;{}]\s*$|=>|\w\(["'`\w]|<\/?\w+[ >/]|^\s*(?:const|let|var|return|def|print|elif|else|case|set|echo)\b.*[=({:]|^\s*["']?\w+["']?\s*[:=]\s*["'`[{]|["']\s*[,)\]]\s*;?$|^\s*["'`].*["'`],?$/;
const MARKUP = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>/i;

interface Line {
  readonly start: number;
  readonly text: string;
}

const LONGEST_LINE = 600;

function lineAround(text: string, at: number): Line {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LONGEST_LINE);
  const found = text.indexOf('\n', at);
  return { start, text: text.slice(start, Math.min(found < 0 ? text.length : found, at + LONGEST_LINE)) };
}

/** A closing mark that nothing in the block opened: the quotation began further up. */
function endsInsideQuotation(text: string, { start, end, block }: Place): boolean {
  const tail = text.slice(start, Math.min(block.end, end + 2));
  return /[”»」]\W{0,2}$/.test(tail) && !/[“«「„]/.test(text.slice(block.start, end));
}

/** A dash opens a turn of speech in Spanish, French, Russian and other fiction. */
const SPOKEN = /^[—–―]\s?\S/;

const LABEL =
  /(?:^|[\n>|*_→-])\s*[*_]{0,3}(?:user|assistant|ai|bot|chatbot|chatgpt|gpt|claude|gemini|agent|model|response|prompt|answer|question|reply|human|customer|system|developer|interviewer|me|q|a|before|after|input|output|example|bad|good|wrong|usuario|usuário|persona|ia|respuesta|resposta|risposta|antwort|réponse|cevap \w|ответ|пользователь|回答|用户|用戶|助手|問|答|النموذج)[*_]{0,3}\s*(?:\([^)\n]{0,20}\))?\s*[:：>][*_]{0,3}[\s"'“«*_]*$/iu;

/** A speaker's label or "Before:" right in front of the words, in the same block or as the block before. */
function isLabelled({ document: { text, blocks } }: Analysis, { at, block }: Place): boolean {
  const before = text.slice(Math.max(block.start, at - BEFORE), at);
  if (LABEL.test(before)) return true;
  const previous = blocks[block.index - 1];
  if (previous === undefined || at - block.start > 2 || previous.end - previous.start > BEFORE) return false;
  return (
    LABEL.test(text.slice(previous.start, previous.end)) ||
    SPEAKER_HEADING.test(text.slice(previous.start, previous.end))
  );
}

const SPEAKER_HEADING = /^\W*(?:developer|agent|assistant|user|human|claude|chatgpt|response|thinking)\W*$/i;

/** An open quotation mark of code stands before the words on their line, or an open template literal further up. */
function insideString(text: string, line: Line, { at }: Place): boolean {
  const before = line.text.slice(0, at - line.start);
  if (/(?:[=(:,[{>+\s]|^|\b[frub]{1,2})(["'`])(?:(?!\1)[^\\]|\\.)*$/.test(before)) return true;
  const above = text.slice(Math.max(0, at - TEMPLATE_REACH), at);
  return isOdd(above, /(?<![`\w])`(?!`)/g) && /[=(:+]\s*`[^`]*$/.test(above) ? true : isOdd(above, /"""/g);
}

function isOdd(text: string, mark: RegExp): boolean {
  return (text.match(mark)?.length ?? 0) % 2 === 1;
}

/** Classes of words in the segment and around it. */
function neighbourhood(analysis: Analysis, place: Place, { table }: WholeFeatures): Record<string, number> {
  const { words, document } = analysis;
  const context = { text: document.text, words };
  const has = (from: number, to: number, name: string): number =>
    countClass(table, context, { from: Math.max(0, from), to: Math.min(words.count, to), name }) > 0 ? 1 : 0;
  const { from, to } = place;
  return {
    company: has(from, to, 'we'),
    mention: has(from - NEAR_WORDS, from, 'mention') + has(to, to + NEAR_WORDS / 2, 'mention'),
    said: Math.max(has(to, to + 4, 'said'), has(from - 8, from, 'said'), isInterrupted(analysis, place, table)),
    signed: has(from, to + NEAR_WORDS, 'signed'),
    lived: has(from - NEAR_WORDS, to + NEAR_WORDS, 'lived'),
    asked: asksBefore(analysis, place) ? 1 : 0,
  };
}

/** "I'm sorry, it said, but …": a verb of saying between commas. */
function isInterrupted({ document: { text }, words }: Analysis, { from, to }: Place, table: ClassTable): number {
  const id = table.names.get('said');
  if (countClass(table, { text, words }, { from, to, name: 'said' }) === 0) return 0;
  const groups = matchClasses(table, { text, words }, { from, to, all: true });
  return flag(
    groups.some(({ matches }) =>
      matches.some(({ name, start, end }) => {
        if (name !== id || start === from) return false;
        const clause = text.slice(words.ends[Math.max(from, start - 3)], (words.ends[end - 1] as number) + 1);
        return /,[^,]+,$/.test(clause);
      }),
    ),
  );
}

/** The sentence or block with words before this one is a question: an answer in a list of questions. */
function asksBefore({ document: { text, blocks }, blocks: features }: Analysis, { start, block }: Place): boolean {
  const inBlock = text.slice(Math.max(block.start, start - BEFORE), start).trimEnd();
  if (inBlock !== '') return /[?？؟][*_\])]*(?:\([^)]*\))?\W{0,8}(?:\S{1,12}\W{0,5}[:：]\W{0,4})?$/.test(inBlock);
  for (let at = block.index - 1; at >= Math.max(0, block.index - 2); at -= 1) {
    const before = blocks[at] as Block;
    if ((features[at]?.wordEnd ?? 0) > (features[at]?.wordStart ?? 0))
      return /[?？؟]\W{0,4}$/.test(text.slice(before.start, before.end));
  }
  return false;
}

const CODE_SHAPE =
  /[;{}]\s*$|^\s*(?:\/\/|\/\*|\*\s|#include|import |from \w+ import|def |class |const |let |var |return|<\/?\w+|@\w+)|\)\s*:?$|=>/;
const CODE_SHARE = 0.34;
const CODE_SAMPLE = 60;

/** Whether a text is source code, by the shape of its first lines. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split('\n', CODE_SAMPLE).filter((line) => line.trim() !== '');
  const code = lines.filter((line) => CODE_SHAPE.test(line) && !/^\s*(?:[-*•]|\d+[.)])\s/.test(line)).length;
  return code >= CODE_SHARE * lines.length;
}
