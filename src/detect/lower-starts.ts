import type { Span } from '../model/span.ts';

/** Abbreviations that end in a full stop in mid-sentence. */
const ABBREVIATIONS = new Set(
  `abbr acct adj adv approx appt apr assn assoc asst aug ave bldg blvd bros calif capt cent chap cmdr col colo conn contd corp
  cont cpl dec def dept depts diam dir dist div doz ecol educ elec encl eng eq eqn esp esq est etc ext feb fig figs fla fol
  freq fri gal gen gov govt hist hon hosp hrs hwy ibid illus inc incl ind inst int intl intro jan jul jun lat lbs lib lieut
  long ltd maj mar max med messrs mfg mgr mil min mins misc mme mon mos mph mtn nat neg nos nov obj oct okla ont orig oz par
  pct penn perf phil pls poss prep pres prob prof prop pseud psych publ qts ques rec ref refs reg rep reps res resp rev sat sch
  sci sec secs sen sens sep sept seq ser sgt sing soc spec sq sta stat std subj sun supp suppl syn tech tel temp tenn tex
  thu thur thurs trans treas tsp tbsp tue tues univ usu var vers viz vol vols vs wed wis yds yrs`.split(/\s+/),
);

const FEWEST_BEFORE = 3;
const FEWEST_LETTERS = 2;
const LOWER = /\p{Ll}/u;
const LETTER_OR_HYPHEN = /[-\p{L}]/u;

/** First words of sentences that begin in lower case after a full stop. */
export function findLowerStarts(text: string, block: Span): Span[] {
  const found: Span[] = [];
  const part = text.slice(block.start, block.end);
  let floor = 0;
  for (let stop = part.indexOf('. '); stop >= 0; stop = part.indexOf('. ', stop + 1)) {
    const word = stop + 2;
    const end = lowerEnd(part, word);
    if (end - word < FEWEST_LETTERS || !' ,'.includes(part.charAt(end)) || end === part.length) continue;
    const before = lowerStart(part, stop, floor);
    if (stop - before < FEWEST_BEFORE) continue;
    floor = end;
    const preceding = part.charAt(before - 1);
    if (ABBREVIATIONS.has(part.slice(before, stop)) || preceding === '.' || LETTER_OR_HYPHEN.test(preceding)) continue;
    found.push({ start: block.start + word, end: block.start + end });
  }
  return found;
}

function lowerEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLower(text, at)) at += 1;
  return at;
}

/** Never before `floor`: what ended the last place does not lead to the next. */
function lowerStart(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && isLower(text, at - 1)) at -= 1;
  return at;
}

function isLower(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < FIRST_WIDE ? unit >= SMALL_A && unit <= SMALL_Z : LOWER.test(text.charAt(at));
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const FIRST_WIDE = 0x80;
