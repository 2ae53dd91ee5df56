/** What the title of a security says of its kind. Titles that may be either are taken for neither. */

/** What each of the next three has: most titles have none of it. */
const MAY_BE = /option|warrant|right/i;
const RIGHT_TO_BUY = /\(right to buy\)/i;
const TO_PURCHASE = /\b(?:options?|warrants?) to (?:purchase|buy)\b/i;
/** The title ends in the word, but for something in brackets: "Stock Option (granted in 2021)". */
const OPTION_LAST = /(?:^|[ -])(?:options?|warrants?)(?: ?\([^()]{1,60}\))?\.?$/i;
/** Shares that come of options and warrants, units of both, and plans and funds that have the word in their name. */
const OF_SHARES =
  /\b(?:underl\w{2,10}|upon|from|under|exercis\w{1,6}|issu\w{1,8}|acquir\w{1,6}|received|pursuant|units?|each|consist\w{1,6}|plans?|trust|fund|subject|and|or|with|w)\b|[&+/]/i;

/** True for the title of an option or a warrant. Units of stock may stand in either table, by the company's choice. */
export function isDerivative(title: string | undefined): boolean {
  if (title === undefined || title.length > 200 || !MAY_BE.test(title)) return false;
  if (!RIGHT_TO_BUY.test(title) && !TO_PURCHASE.test(title) && !OPTION_LAST.test(title)) return false;
  return !OF_SHARES.test(title);
}

const COMMON =
  /^(?:class [a-z] |series [a-z] |voting |non-?voting )?(?:common|ordinary) (?:stock|shares?)(?:,? (?:\(?no par value\)?|\(?\$?[.\d]{1,8} par value\)?|par value \$?[.\d]{1,8}(?: per share)?))?$/i;

/** True for the title of common stock and of nothing else. */
export const isCommonStock = (title: string | undefined): boolean =>
  title !== undefined && title.length < 100 && COMMON.test(title);

/** Securities that are settled in money, or that filers describe in both columns. */
const OWN_KIND =
  /\b(?:units?|phantom|swaps?|forwards?|contracts?|notes?|rights?(?! to buy)|obligations?|interests?)\b/i;

/** True for the title of a security that always gives another one. */
export const isForAnother = (title: string): boolean => !OWN_KIND.test(title);
