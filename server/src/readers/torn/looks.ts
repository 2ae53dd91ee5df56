/** What words in pieces look like, where nothing else says what they are. */

const NATURE = /^(?:by|see|through|held|owned|as|in|footnotes?|spouse|trusts?)\b/i;
const TITLE = /\b(?:stock|shares?|units?|options?|warrants?|common|ordinary|preferred|notes?|rights?|interests?)\b/i;

/** Words that tell the nature of an indirect ownership. */
export const looksLikeNature = (words: string): boolean => NATURE.test(words);
/** Words that name a security. */
export const looksLikeTitle = (words: string): boolean => !NATURE.test(words) && TITLE.test(words);

/** A city with its state behind it. */
export const CITY = /^[A-Z][A-Za-z .'-]{1,40},? [A-Z]{2}(?: \d{5}(?:-\d{4})?)?$/;
export const DATE = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
