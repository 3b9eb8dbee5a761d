/** UTF-8 read in another encoding. */
export interface MojibakeDetect {
  readonly kind: 'mojibake';
}

/** Words that are no words, one slip of the fingers away from a common one. English only. */
export interface SpellingDetect {
  readonly kind: 'spelling';
  /** Letters of the shortest word looked at. */
  readonly shortest: number;
  /** Letters of the shortest word in which a dropped or doubled letter is believed. */
  readonly shortestDropped: number;
  /** SCOWL size (10–70) of the rarest word that may have been meant. */
  readonly rarest: number;
  /** The same for words of the shortest length. */
  readonly rarestShort: number;
}

/** Letters in the wrong case. */
export interface LetterCaseDetect {
  readonly kind: 'letter-case';
  /** `name`: a name in lower case; `sentence`: a sentence that begins in lower case. */
  readonly defect: 'name' | 'sentence';
  /** Names that are always written with a capital, beside those of the word list. */
  readonly names?: readonly string[];
  /** Words of the list that are written in lower case as well. */
  readonly common?: readonly string[];
}

/** Two sentences without the mark between them. */
export interface JointDetect {
  readonly kind: 'joint';
  /** Words that, capitalised in mid-sentence, begin a sentence. */
  readonly openers: readonly string[];
  /** The same after a name. */
  readonly sureOpeners: readonly string[];
  /** Words after which a capital begins a title or a name. */
  readonly leaders: readonly string[];
}

/** A paragraph that stops before its sentence does. */
export interface TruncationDetect {
  readonly kind: 'truncation';
  /** Words a paragraph must have. */
  readonly minWords: number;
  /** Share of paragraphs without end mark up to which such a mark is expected. */
  readonly mostOpen: number;
  /** Words that no sentence ends with. */
  readonly openEnders: readonly string[];
}

/** Brackets or quotation marks without their partner. */
export interface BalanceDetect {
  readonly kind: 'balance';
  /** Each an opening and a closing mark. */
  readonly pairs: readonly string[];
}

/** Words that ran together where a space, a line break or a cell border was lost. */
export interface GluedDetect {
  readonly kind: 'glued';
  /** Names written with a capital inside, lower case. */
  readonly names: readonly string[];
  /** Words, lower case, that begin sentences but end no brand names. */
  readonly openers: readonly string[];
}

/** Two words around a mark without the space that belongs behind it. */
export interface MissingSpaceDetect {
  readonly kind: 'missing-space';
}

/** A dash between two clauses that became a hyphen. */
export interface LostDashDetect {
  readonly kind: 'lost-dash';
  /** Words that begin a clause and end no compound. */
  readonly openers: readonly string[];
  /** Words whose compounds may end so, such as `sign-in`, `pick-and`. */
  readonly firsts: readonly string[];
}

/** Fixed expressions with one word replaced by a word of like meaning. */
export interface CollocationDetect {
  readonly kind: 'collocation';
  /** Expressions with the replaceable word in square brackets, such as `play a [role]`. */
  readonly expressions: readonly string[];
  /** Rows of words that replace one another: the first for the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** Wordings that arise that way and are right all the same. */
  readonly allowed: readonly string[];
  /** With fewer hits than this for each 1,000 words the hits are only `info`. */
  readonly leastDensity?: number;
}

/** "a" before a vowel, "an" before a consonant. English only. */
export interface ArticleDetect {
  readonly kind: 'article';
  /** Beginnings of words that are spelt with a vowel and spoken with a consonant, such as `uni`. */
  readonly consonantSounds: readonly string[];
  /** The other way round, such as `hour`. */
  readonly vowelSounds: readonly string[];
  /** Beginnings before which both articles are heard. */
  readonly bothSounds: readonly string[];
}

export type DamageDetect =
  | ArticleDetect
  | MojibakeDetect
  | SpellingDetect
  | LetterCaseDetect
  | JointDetect
  | TruncationDetect
  | BalanceDetect
  | GluedDetect
  | MissingSpaceDetect
  | LostDashDetect
  | CollocationDetect;
