/** Lines that draw and tag, and say nothing. */

/** Past this a page has no column. */
export const WIDEST = 400;

const RULE = /^[-_=|+\s]{5,}$/;
const TAG = /^\s{0,9}<\/?(?:TABLE|CAPTION|PAGE|TEXT|PRE|FN|DOCUMENT)>/i;

/** A line drawn across the page, whole or in part: `____`, `- ----|`. */
export function isRule(words: string): boolean {
  return RULE.test(words.slice(0, WIDEST)) && /[-_=]{3}/.test(words.slice(0, WIDEST));
}

export function isTag(words: string): boolean {
  return TAG.test(words.slice(0, 40));
}
