/** How a hover is written. Whatever comes from a filing passes through `filing` or `quote`, so that it stays words. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  /** Our own words, set off. */
  strong(words: string): string;
  /** Words of the filing in the middle of a line. */
  filing(words: string): string;
  /** Words on their own, quoted as they stand. */
  quote(words: string): string;
  list(items: readonly string[]): string;
}

/** Longer than any footnote that EDGAR takes. */
const LONGEST = 2000;

/** On one line, without control characters, and not without end. */
function tame(words: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what goes
  const line = words.slice(0, LONGEST).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  return words.length > LONGEST ? `${line}… (cut after ${LONGEST} characters)` : line;
}

/** Every character that can begin or end anything in Markdown, a bare link too. */
const SPECIAL = /[\\`*_{}[\]<>#+.!|~&@:/=^-]/g;
const escape = (words: string): string => tame(words).replace(SPECIAL, '\\$&');

export const MARKDOWN: Markup = {
  kind: 'markdown',
  strong: (words) => `**${escape(words)}**`,
  filing: escape,
  quote: (words) => `> ${escape(words)}`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
};

export const PLAINTEXT: Markup = {
  kind: 'plaintext',
  strong: (words) => words,
  filing: tame,
  quote: (words) => `“${tame(words)}”`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
};
