import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { SaladDetect } from '../model/degeneration-detect.ts';

/** Low enough to end any run. */
const BREAK = -1e6;

/** What each word adds to the salad score. Code and blocks in another language end every run. */
export function scoreSteps(analysis: Analysis, detect: SaladDetect, fillers: ReadonlySet<number>): Float32Array {
  const { document, blocks, words } = analysis;
  const steps = new Float32Array(words.count);
  for (const block of document.blocks) {
    const features = blocks[block.index];
    if (features === undefined || features.wordEnd === features.wordStart) continue;
    if (isForeign(block, features, analysis.language)) {
      steps[features.wordStart] = BREAK;
      continue;
    }
    scoreBlock(analysis, features, { detect, fillers, steps });
    steps[features.wordStart] =
      (steps[features.wordStart] as number) - (block.spaced ? detect.cost.blankLine : detect.cost.line);
  }
  return steps;
}

function isForeign(block: Block, features: BlockFeatures, language: string): boolean {
  return block.kind === 'code' || block.container === 'code' || features.language !== language;
}

interface Scoring {
  readonly detect: SaladDetect;
  readonly fillers: ReadonlySet<number>;
  readonly steps: Float32Array;
}

function scoreBlock(
  { words }: Analysis,
  { wordStart, wordEnd }: BlockFeatures,
  { detect, fillers, steps }: Scoring,
): void {
  const { cost } = detect;
  const rewarding = wordEnd - wordStart >= detect.blockWords;
  let content = false;
  for (let word = wordStart; word < wordEnd; word += 1) {
    const flags = words.flags[word] as number;
    let step = 0;
    if (word > wordStart && flags & WORD.afterLine) step -= cost.line;
    if (flags & WORD.afterPunctuation) {
      step -= cost.punctuation;
      content = false;
    }
    if (flags & WORD.functional || fillers.has(words.hashes[word] as number)) {
      step -= cost.functional;
      content = false;
    } else if (flags & WORD.digit) {
      step -= cost.digit;
      content = false;
    } else {
      if (content && rewarding)
        step += rewardOf(flags, (words.ends[word] as number) - (words.starts[word] as number), detect);
      content = true;
    }
    steps[word] = step;
  }
}

function rewardOf(flags: number, length: number, { reward, longest }: SaladDetect): number {
  if (flags & WORD.capital) return reward.capital;
  if (length <= longest.short) return reward.short;
  return length <= longest.middle ? reward.middle : reward.long;
}
