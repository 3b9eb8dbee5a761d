/** Kinds of text that are judged with different patience. */
export const PROFILES = ['auto', 'article', 'readme', 'mail', 'transcript', 'code'] as const;
export type Profile = (typeof PROFILES)[number];
