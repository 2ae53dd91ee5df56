/** Values as spreadsheets and brokers write them. */
import { dayOf, parseDate, type Day } from '../../text/days';
import { absolute, decimal, digitsOf, isNegative, isZero, parseDecimal, type Decimal } from '../../text/decimal';
import type { Side } from '../../facts/transactionCodes';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** 7-Mar-2023, 7 March 23. */
const DAY_FIRST = /^(\d{1,2})[- ]([a-z]{3})[a-z]{0,6}\.?[- ,]{1,2}(\d{4}|\d{2})$/i;
/** Mar 7, 2023. */
const MONTH_FIRST = /^([a-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})$/i;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?: ?[AP]M)?(?: ?(?:Z|E[SD]?T|[+-]\d{2}:?\d{2}))?$/i;

/** A day, month first where both are digits; a time behind it does not count. */
export function dayIn(cell: string): Day | undefined {
  if (cell.length > 60) return undefined;
  const words = cell.replace(TIME, '');
  const plain = parseDate(words);
  if (plain) return plain.day;
  const named = DAY_FIRST.exec(words);
  if (named) return dayOf(yearOf(named[3]!), MONTHS.indexOf(named[2]!.toLowerCase()) + 1, Number(named[1]));
  const american = MONTH_FIRST.exec(words);
  if (american) return dayOf(Number(american[3]), MONTHS.indexOf(american[1]!.toLowerCase()) + 1, Number(american[2]));
  const digits = DIGITS.exec(words);
  return digits ? dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3])) : undefined;
}

const yearOf = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);

/** A number and whether it stands below zero: a minus before or behind it, or brackets around it. */
export interface Signed {
  readonly value: Decimal;
  readonly negative: boolean;
  /** A sign or a name of the US dollar stands beside it. */
  readonly dollars: boolean;
}

const NUMBER = /^(?:(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{0,20})?|(\.\d{1,20}))$/;

/** `1,234.50`, `$1,234.50`, `USD 12`, `(100)`, `-100`, `100-`, `100 shares`; undefined where it is anything else. */
export function signedIn(cell: string): Signed | undefined {
  if (cell.length > 60) return undefined;
  let words = cell.replace(/[\u2212\u2013]/g, '-').replace(/ (?:shares?|shs?\.?)$/i, '');
  let negative = false;
  let dollars = false;
  // A sign, brackets and a currency may stand around the number in any order, each once or twice.
  for (let round = 0; round < 4; round++) {
    const before = words;
    if (words.startsWith('(') && words.endsWith(')')) [words, negative] = [words.slice(1, -1), true];
    if (words.startsWith('-')) [words, negative] = [words.slice(1), true];
    else if (words.endsWith('-')) [words, negative] = [words.slice(0, -1), true];
    else if (words.startsWith('+')) words = words.slice(1);
    const bare = words
      .replace(/^(?:USD?|US\$|@)(?![a-z])/i, '')
      .replace(/^\$/, '')
      .replace(/(?:USD?|\$)$/i, '');
    if (bare !== words) dollars = true;
    words = bare.trim();
    if (words === before) break;
  }
  const match = NUMBER.exec(words);
  const value = match && parseDecimal(match[3] ?? match[1]!.replaceAll(',', '') + (match[2] ?? ''));
  return value ? { value, negative: negative && !isZero(value), dollars } : undefined;
}

const ACQUIRED = /^(?:b|bot|buy|bought|purchased?|a|acq|acquired|acquisition)\b/i;
const DISPOSED = /^(?:s|sld|sell|sold|sale|d|disp|disposed|disposition)\b/i;

/** One of these words alone is a trade in the market; `Purchase - ESPP` and `D` do not say how. */
const TRADE = /^(?:b|bot|buy|bought|purchased?|s|sld|sell|sold|sale)$/i;

/** Which side the words of a report name, and whether they speak of a trade in the market. */
export function sideIn(cell: string): { side: Side; trade: boolean } | undefined {
  const words = cell.replace(/^you /i, '').slice(0, 60);
  const side = ACQUIRED.test(words) ? 'A' : DISPOSED.test(words) ? 'D' : undefined;
  return side && { side, trade: TRADE.test(words) };
}

/** Rounded to so many decimals, half up. */
export function rounded(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const half = (digitsOf(absolute(value)) * 2n + unit) / (unit * 2n);
  return decimal(isNegative(value) ? -half : half, places);
}
