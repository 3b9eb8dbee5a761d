const MOST_BYLINE = 100;
const MOST_CAPTION = 300;

const NAME = String.raw`\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|la|le|bin|al))*`;
const OPENING = String.raw`(?:[Bb]y|BY|(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ss]tory|[Tt]ext|[Ww]ords) by|Von|Par|Por|Autor:?|Auteur ?:|Автор:?|Auteurs ?:)`;
const AND = String.raw`(?:,| and| &| und| et| y| e| i| и)`;
/** What may follow the names: nothing, a mark, a date, an office. */
const CLOSING = String.raw`(?:$|\s*[,|•·/(–—\d-]|\s+(?:on|for|in|at|w|vom|am|le)\b|\s*(?:Updated|Published|Posted))`;
const BYLINE = new RegExp(`^${OPENING} ${NAME}(?:${AND} ${NAME})*${CLOSING}`, 'u');
const OFFICE = new RegExp(
  `^${NAME}, (?:staff writer|contributor|correspondent|reporter|(?:[a-z]+ )?editor|columnist)s?\\b`,
  'u',
);

/** The text is a line that names its author, and no more than that. */
export function isByline(text: string): boolean {
  return text.length <= MOST_BYLINE && !/[.!?…。]$/.test(text) && (BYLINE.test(text) || OFFICE.test(text));
}

const PICTURE = String.raw`(?:photo(?:graph)?s?|image|picture|pic|video|illustration|figure|graphic|file photo)`;
const CREDIT = String.raw`(?:credits?|foto(?:s|graf\p{L}*)?|bild(?:quelle|nachweis)?|crédits?(?: photos?)?|photographie|fot\.|zdjęcie|immagine|imagen|фото|φωτογραφία|图|图片|摄影|写真)`;
const MAKER = String.raw`(?:photo(?:graph)?|image|picture|illustration|foto)s? (?:by|courtesy of|via|von|de|di) \p{Lu}`;
const AGENCY = String.raw`(?:©|\(c\)) ?(?:Getty|Reuters|AFP|AP|EPA|dpa|Shutterstock|iStock)\b`;
const CAPTION = new RegExp(
  String.raw`^[([]?(?:(?:${PICTURE}(?: (?:by|credit|courtesy|source|via))?|${CREDIT})\s?[:：/©|]|${MAKER}|${AGENCY})`,
  'iu',
);

/** The text stands under a picture: it begins with who made it or what it is. */
export function isCaption(text: string): boolean {
  return text.length <= MOST_CAPTION && CAPTION.test(text);
}
