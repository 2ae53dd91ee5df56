/** Pieces of Markdown that pages share. */
import { visible } from '../text/visible';

/** A text of the filing inside Markdown: on one line, and nothing in it is markup. */
export const plain = (text: string): string =>
  visible(text.replace(/\s+/g, ' ').trim()).replace(/[\\`*_[\]<>|#~&!$]/g, '\\$&');

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const counted = (n: number, one: string): string => `${n} ${n === 1 ? one : one + 's'}`;

/** A rule's id, which leads to its page where `rules` says what stands before `<id>.md` in its address. */
export const ruleLink = (id: string, rules: string | undefined): string =>
  rules === undefined ? id : `[${id}](${rules}${id}.md)`;
