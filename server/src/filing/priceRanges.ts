/** Prices that a note says a row's average is made of: "at prices ranging from $41.13 to $42.07, inclusive". */
import { perNote } from './memo';
import { compare, parseDecimal, type Decimal } from '../text/decimal';
import type { Span } from '../text/span';

const NONE: readonly PriceRange[] = [];

export interface PriceRange {
  readonly low: Decimal;
  readonly high: Decimal;
  /** In another currency than the US dollars of the form's columns. */
  readonly foreign: boolean;
  /** From the first price to the second, in whichever order they are written. */
  readonly span: Span;
}

/** `$41.13`, `\$1,041`, `US$ 41.13`, `C$41.13`, `€41.13`, and `41.13` without a sign where cents are written. */
const PRICE =
  /((?:(?:US|CA|CDN|CAD|AU|NZ|HK|\b[a-z])?\\?\$|USD|[€£¥]|(?:CAD|EUR|GBP|CHF|AUD|JPY|HKD|SEK|NOK|DKK|ILS)\b)\s{0,2})?(\d[\d,]{0,14}(?:\.\d{1,8})?)/gi;
const DOLLARS = /^(?:US)?\\?\$|^USD/i;
/** Two digits behind the point: without a sign nothing else is a price. */
const CENTS = /\.\d{2}/;
/** What may stand between the two prices of a range. */
const BETWEEN =
  /^(?:,?\s{0,20}\(?(?:per|a|each)[ -]share\)?)?,?\s{0,20}(?:(?:up )?to|and|through|thru|[-\u2013\u2014]|\\-)\s{0,20}(?:an? |the )?(?:(?:high|highest|maximum)(?: price)?(?: of)? )?$/i;
/** What stands before them. */
const BEFORE =
  /\b(?:rang(?:e|es|ed|ing)|between|low|lowest|from|vary|varied|varying|prices? of|(?:sold|bought|purchased|executed|effected) at|multiple (?:trades|transactions|sales|purchases))\b/i;
/** How far before the first price its words are looked for. */
const REACH = 90;

/** The price ranges that a note states. Amounts that are not spoken of as prices from … to … are left out. */
export const priceRanges = perNote(readRanges);

/** A sign and the blanks behind it, the longest that PRICE has: `CDN\\$  `. */
const LONGEST_SIGN = 7;
const DIGIT = /\d/g;

/**
 * The next price at or behind a place. PRICE is tried where the next digit is, and not at every letter before it: that took
 * most of the time of all rules on a filing.
 */
function nextPrice(words: string, from: number): RegExpExecArray | null {
  DIGIT.lastIndex = from;
  const digit = DIGIT.exec(words);
  if (!digit) return null;
  PRICE.lastIndex = Math.max(from, digit.index - LONGEST_SIGN);
  return PRICE.exec(words);
}

/** False of notes of which none states a range: most name no price at all, and a range takes two. */
export function mayNameRange(words: string): boolean {
  let seen = words.includes('$') ? 1 : 0;
  if (seen && words.indexOf('$') !== words.lastIndexOf('$')) return true;
  for (let at = words.indexOf('.'); at >= 0; at = words.indexOf('.', at + 1))
    if (isDigit(words.charCodeAt(at + 1)) && isDigit(words.charCodeAt(at + 2)) && ++seen > 1) return true;
  return false;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** No letter or digit stands right before or behind it. */
const standsAlone = (words: string, at: number, length: number): boolean =>
  !/\w/.test(words.charAt(at - 1)) && !/\w/.test(words.charAt(at + length));

function readRanges(words: string, start: number): readonly PriceRange[] {
  if (!mayNameRange(words)) return NONE;
  const found: PriceRange[] = [];
  let first: { value: Decimal; sign: string | undefined; start: number; end: number } | undefined;
  let at = 0;
  for (let match; (match = nextPrice(words, at));) {
    at = match.index + match[0].length;
    const [whole, sign, digits] = match as unknown as [string, string | undefined, string];
    if (sign === undefined && !(CENTS.test(digits) && standsAlone(words, match.index, whole.length))) continue;
    const value = parseDecimal(digits.replaceAll(',', ''));
    if (!value) continue;
    const price = { value, sign, start: match.index, end: match.index + whole.length };
    if (first && price.start - first.end <= 60 && BETWEEN.test(words.slice(first.end, price.start))) {
      if (BEFORE.test(words.slice(Math.max(0, first.start - REACH), first.start))) {
        const [low, high] = compare(first.value, value) > 0 ? [value, first.value] : [first.value, value];
        const foreign = [first.sign, sign].some((one) => one !== undefined && !DOLLARS.test(one));
        found.push({ low, high, foreign, span: { start: start + first.start, end: start + price.end } });
      }
      first = undefined;
    } else first = price;
  }
  return found;
}

const WEIGHTED = /\bweighted[\s-]{1,3}average\b/gi;
/** "volume-weighted average price" is a market's price over some days, not that of the row's own trades. */
const OF_THE_MARKET = /\bvolume[\s-]{0,3}$/i;

/** Where a note says that the price is a weighted average of several trades; undefined where it does not. */
export const weightedAverage = perNote(readAverage);

function readAverage(words: string, start: number): Span | undefined {
  WEIGHTED.lastIndex = 0;
  for (let match; (match = WEIGHTED.exec(words));) {
    if (OF_THE_MARKET.test(words.slice(Math.max(0, match.index - 16), match.index))) continue;
    return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}
