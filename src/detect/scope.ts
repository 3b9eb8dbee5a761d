import type { Analysis } from '../model/analysis.ts';
import type { Block, Container } from '../model/document.ts';
import type { Rule, Scope } from '../model/rule.ts';

const SILENT_CONTAINERS: ReadonlySet<Container> = new Set(['code', 'quotation', 'front-matter']);

/** Whether a rule speaks about a document at all. */
export function inDocumentScope(rule: Rule, analysis: Analysis): boolean {
  const { scope } = rule;
  if (scope === undefined) return true;
  const count = analysis.words.count;
  if (scope.formats !== undefined && !scope.formats.includes(analysis.document.source.format)) return false;
  return count >= (scope.minDocumentWords ?? 0) && count <= (scope.maxDocumentWords ?? Infinity);
}

/** Whether a rule looks at a block: its language, container, kind, length and place. Document limits are checked apart. */
export function inBlockScope(rule: Rule, analysis: Analysis, block: Block): boolean {
  const features = analysis.blocks[block.index];
  if (features === undefined || !speaks(rule, features.language)) return false;
  const { scope } = rule;
  if (
    scope?.containers === undefined
      ? SILENT_CONTAINERS.has(block.container)
      : !scope.containers.includes(block.container)
  ) {
    return false;
  }
  return (
    scope === undefined ||
    fitsLimits(scope, { block, blocks: analysis.blocks.length, words: features.wordEnd - features.wordStart })
  );
}

/** Undetermined text is everybody's. Only the primary subtag counts. */
export function speaks(rule: Rule, language: string): boolean {
  if (rule.languages === undefined || language === 'und' || rule.languages.includes(language)) return true;
  const hyphen = language.indexOf('-');
  return hyphen > 0 && rule.languages.includes(language.slice(0, hyphen));
}

interface Place {
  readonly block: Block;
  readonly blocks: number;
  readonly words: number;
}

function fitsLimits(scope: Scope, place: Place): boolean {
  const { kinds, minWords = 0, maxWords = Infinity } = scope;
  if (kinds !== undefined && !kinds.includes(place.block.kind)) return false;
  return place.words >= minWords && place.words <= maxWords && fitsPosition(scope, place);
}

/** Given both limits, a block may lie in either end of the document. */
function fitsPosition({ firstBlocks, lastBlocks }: Scope, { block, blocks }: Place): boolean {
  if (firstBlocks === undefined && lastBlocks === undefined) return true;
  return block.index < (firstBlocks ?? 0) || block.index >= blocks - (lastBlocks ?? 0);
}
