/** How a hover is written. Whatever comes from a filing passes through `filing` or `quote`, so that it stays words. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  /** Our own words, never a filing's, set off. */
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

/** What begins or ends something in Markdown, a bare address too, wherever it stands. */
const SPECIAL = /[\\`*_[\]<>|~&@]|:(?=\/\/)|(?<=www)\./gi;
/** What makes a list, a heading or a rule at the beginning of a line. */
const AT_START = /^(\d{0,9})([-+#=.)])/;

const escape = (words: string): string => tame(words).replace(SPECIAL, '\\$&').trim().replace(AT_START, '$1\\$2');

export const MARKDOWN: Markup = {
  kind: 'markdown',
  strong: (words) => `**${words.replaceAll('*', '\\*')}**`,
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
