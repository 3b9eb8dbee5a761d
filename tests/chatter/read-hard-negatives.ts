import type { Format } from '../../src/model/source.ts';

export interface HardNegative {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly format: Format;
}

const HEAD = /^⁂ (\S+) (.+)$/;

/** A text with Markdown marks is read as Markdown. */
export function readHardNegatives(list: string): HardNegative[] {
  return list
    .split(/\n(?=⁂ )/)
    .filter((part) => part.trim() !== '')
    .map((part, index) => {
      const [head = '', ...lines] = part.trim().split('\n');
      const [, language = '', kind = ''] = HEAD.exec(head) ?? [];
      const text = lines.join('\n');
      return {
        id: `${index + 1} ${language} ${kind}`,
        language,
        text,
        format: /^#+ /m.test(text) ? 'markdown' : 'text',
      };
    });
}
