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

const JOINT = /(\p{Ll}{3,})\. (\p{Ll}{2,})(?=[ ,])/gu;

/** First words of sentences that begin in lower case after a full stop. */
export function findLowerStarts(text: string, block: Span): Span[] {
  const found: Span[] = [];
  const part = text.slice(block.start, block.end);
  for (const match of part.matchAll(JOINT)) {
    const [whole, before = '', word = ''] = match;
    const end = block.start + match.index + whole.length;
    const preceding = part.charAt(match.index - 1);
    if (ABBREVIATIONS.has(before) || preceding === '.' || /[-\p{L}]/u.test(preceding)) continue;
    found.push({ start: end - word.length, end });
  }
  return found;
}
