import type { Analysis } from '../model/analysis.ts';
import { countClass, type ClassTable, type WordContext } from './composition-classes.ts';
import { looksLikeCode, type WholeFeatures } from './composition-context.ts';

const TOPIC_SAMPLE = 3000;
const TOPIC_STEP = 60;
const TOPIC_ENOUGH = 3;

/** What is the same for all places of a document. */
export function describeWhole(table: ClassTable, analysis: Analysis): WholeFeatures {
  return {
    table,
    code: looksLikeCode(analysis.document.text),
    topic: countTopic(table, analysis),
    letter: isLetter(table, analysis),
  };
}

/** Words about language models, up to as many as matter. */
function countTopic(table: ClassTable, analysis: Analysis): number {
  const words = Math.min(analysis.words.count, TOPIC_SAMPLE);
  const context = contextOf(analysis);
  let topic = 0;
  for (let from = 0; from < words && topic < TOPIC_ENOUGH; from += TOPIC_STEP)
    topic += countClass(table, context, { name: 'topic', from, to: Math.min(words, from + TOPIC_STEP) });
  return topic;
}

const LONGEST_GREETING = 6;
const LONGEST_NAME = 6;
const LAST_WORDS = 12;

/** A short first line that greets, a short last line that is no sentence or words that close a letter. */
function isLetter(table: ClassTable, analysis: Analysis): boolean {
  const { document, blocks, words } = analysis;
  const context = contextOf(analysis);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined || document.blocks.length < 2) return false;
  const head = { from: first.wordStart, to: Math.min(first.wordEnd, first.wordStart + LONGEST_GREETING) };
  const greets = first.wordEnd === head.to || /[,!:，：]\s*\n/.test(document.text.slice(0, LONGEST_GREETING_TEXT));
  if (!greets || countClass(table, context, { ...head, name: 'dear' }) === 0) return false;
  const ending = document.text.slice(document.blocks.at(-1)?.start);
  const isName = last.wordEnd - last.wordStart <= LONGEST_NAME && !/[.?。？:：]\s*$/.test(ending);
  const close = { name: 'signed', from: Math.max(0, words.count - LAST_WORDS), to: words.count };
  return isName || countClass(table, context, close) > 0;
}

const LONGEST_GREETING_TEXT = 60;

function contextOf({ document: { text }, words }: Analysis): WordContext {
  return { text, words };
}
