/** How far into a page a declaration is looked for; the HTML standard asks for 1,024 bytes, pages are less tidy. */
const DECLARATION_LENGTH = 4096;

const META = /<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/iu;
const XML = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})["']/iu;
const COMMENT = /<!--[^]*?-->/gu;

/**
 * The charset a page declares in an XML declaration or a `meta` element, as its WHATWG name (WHATWG HTML, "prescan a byte
 * stream"). A declaration readable as ASCII cannot be UTF-16, whatever it says: it counts as UTF-8.
 */
export function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_LENGTH)).toString('latin1');
  const label = XML.exec(head)?.[1] ?? META.exec(head.replace(COMMENT, ''))?.[1];
  if (label === undefined) return undefined;
  const charset = canonicalCharset(label);
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset;
}

/** The WHATWG name of a charset label, if the platform can decode it. */
export function canonicalCharset(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
