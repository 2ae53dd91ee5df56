/**
 * Whether a row is plain: each cell holds what nearly every row has there. Told from the columns alone, before a cell is made;
 * what the row says is then a few numbers (filing/rowNumbers), by which most rules need not be asked at all. So is what a row
 * says that is odd, where each of its cells can be read: it has a code on the other side, a deemed date, a V.
 */
import { LIMITS, NUMBERS } from '../facts/limits';
import { transactionCode, type TransactionCode } from '../facts/transactionCodes';
import type { TableName } from '../filing/model';
import {
  ACQUIRED,
  AMOUNT,
  CODE,
  DAY,
  EXERCISABLE,
  EXERCISE_PRICE,
  EXPIRES,
  ONE,
  OWNERSHIP,
  PLACES,
  PRICE,
  TOTAL,
  UNDERLYING,
} from '../filing/rowNumbers';
import { dayOf } from '../text/days';
import { BLANK, DATE, LETTER, NUMBER, WORDS, type CellColumns } from './cells/cellColumns';

/** Twelve digits before the point: no number of the form has more. */
const MOST_DIGITS = 12;
/** From here on shares with a fraction look like a price, and the price like their number. */
const DEAR = 1_000 * ONE;
/** Takes what a row says where only whether it is plain is asked. */
export const ASIDE = new Array<number>(PLACES).fill(0);
/** What a row is: none that numbers stand for, odd, or plain. */
export const [OTHER, ODD, PLAIN] = [0, 1, 2];
/** The first cell of a holder, and how many cells a row has at most. */
const [HOLDER_I, WIDTH_I, HOLDER_II, WIDTH_II] = [9, 11, 14, 16];

/**
 * What a row of Table I is, by the looks of its cells; `first` is its first cell.
 * @param into takes what it says from `at` on, in the order of filing/rowNumbers, where the row is plain or odd
 */
export function kindOfI(source: CellColumns, first: number, width: number, into: number[], at: number): number {
  if (width <= HOLDER_I || width > WIDTH_I) return OTHER;
  const holder = holderAt(source, first + HOLDER_I, width === WIDTH_I);
  if (holder === 0 || !hasTitle(source, first, LIMITS.securityTitle.characters)) return OTHER;
  const total = amountAt(source, first + 8);
  if (!(total >= 0)) return OTHER;
  if (areEmpty(source, first + 1, first + 8)) {
    write(into, at, NaN, 0, false, 0, NaN, total, holder);
    return PLAIN;
  }
  const day = dayAt(source, first + 1);
  const amount = amountAt(source, first + 5);
  const side = letterAt(source, first + 6);
  if (!(day > 0) || !(amount > 0) || (side !== LETTER_A && side !== LETTER_D)) return OTHER;
  const acquired = side === LETTER_A;
  const price = priceAt(source, first + 7);
  if (price >= DEAR && amount % ONE !== 0) return OTHER;
  const code = codeAt(source, first + 3, 'nonDerivativeTable');
  if (code === undefined || !(price >= 0)) return OTHER;
  const kind = kindOf(source, first + 2, first + 4, isSuitable(code, 'nonDerivativeTable', acquired, price));
  if (kind === OTHER) return OTHER;
  write(into, at, day, code.code.charCodeAt(0), acquired, amount, price, total, holder);
  return acquired && total < amount ? ODD : kind;
}

/** The same of Table II, with item 7 in two columns. */
export function kindOfII(source: CellColumns, first: number, width: number, into: number[], at: number): number {
  if (width <= HOLDER_II || width > WIDTH_II) return OTHER;
  const holder = holderAt(source, first + HOLDER_II, width === WIDTH_II);
  if (holder === 0 || !hasTitle(source, first, LIMITS.securityTitle.characters)) return OTHER;
  if (!hasTitle(source, first + 10, LIMITS.underlyingSecurityTitle.characters)) return OTHER;
  const exercisePrice = priceAt(source, first + 1);
  const exercisable = dayAt(source, first + 8);
  const expires = dayAt(source, first + 9);
  const underlying = amountAt(source, first + 11);
  const total = amountAt(source, first + 13);
  const price = priceAt(source, first + 12);
  if (!(exercisePrice >= 0 && total >= 0)) return OTHER;
  if (!(underlying >= 0 || isCited(source, first + 11))) return OTHER;
  if (!(exercisable > 0 || isCited(source, first + 8)) || !(expires > 0 || isCited(source, first + 9))) return OTHER;
  const own = exercisePrice === Infinity ? NaN : exercisePrice;
  if (areEmpty(source, first + 2, first + 8)) {
    if (!(price >= 0) && !isEmpty(source, first + 12)) return OTHER;
    write(into, at, NaN, 0, false, 0, price, total, holder);
    writeTerms(into, at, own, exercisable, expires, underlying);
    return PLAIN;
  }
  const day = dayAt(source, first + 2);
  const acquired = isEmpty(source, first + 7);
  if (!(day > 0) || (!acquired && !isEmpty(source, first + 6))) return OTHER;
  const amount = amountAt(source, first + (acquired ? 6 : 7));
  const code = codeAt(source, first + 4, 'derivativeTable');
  if (code === undefined || !(amount > 0) || !(price >= 0)) return OTHER;
  const kind = kindOf(source, first + 3, first + 5, isSuitable(code, 'derivativeTable', acquired, price));
  if (kind === OTHER) return OTHER;
  write(into, at, day, code.code.charCodeAt(0), acquired, amount, price, total, holder);
  writeTerms(into, at, own, exercisable, expires, underlying);
  return acquired && total < amount ? ODD : kind;
}

/** What a transaction is by its deemed date and its V, which few have. */
function kindOf(source: CellColumns, deemed: number, early: number, isUsual: boolean): number {
  const [hasDay, hasLetter] = [!isEmpty(source, deemed), !isEmpty(source, early)];
  if (hasDay && !(dayAt(source, deemed) > 0)) return OTHER;
  if (hasLetter && letterAt(source, early) !== LETTER_V) return OTHER;
  return isUsual && !hasDay && !hasLetter ? PLAIN : ODD;
}

function write(
  into: number[],
  at: number,
  day: number,
  code: number,
  acquired: boolean,
  amount: number,
  price: number,
  total: number,
  holder: number,
): void {
  into[at + DAY] = day;
  into[at + CODE] = code;
  into[at + ACQUIRED] = acquired ? 1 : 0;
  into[at + AMOUNT] = amount;
  into[at + PRICE] = price;
  into[at + TOTAL] = total;
  into[at + OWNERSHIP] = holder;
  writeTerms(into, at, NaN, NaN, NaN, NaN);
}

function writeTerms(
  into: number[],
  at: number,
  exercisePrice: number,
  exercisable: number,
  expires: number,
  underlying: number,
): void {
  into[at + EXERCISE_PRICE] = exercisePrice;
  into[at + EXERCISABLE] = exercisable;
  into[at + EXPIRES] = expires;
  into[at + UNDERLYING] = underlying;
}

const [LETTER_A, LETTER_D, LETTER_I, LETTER_V, POINT, COMMA, DOLLAR, BACKSLASH] = [65, 68, 73, 86, 46, 44, 36, 92];

/** The unit of a cell of one letter; 0 where it holds anything else. */
const letterAt = (source: CellColumns, cell: number): number =>
  source.look(cell) === LETTER ? source.text.charCodeAt(source.from(cell)) : 0;

/** Nothing stands there, not even a marker. */
const isEmpty = (source: CellColumns, cell: number): boolean => source.look(cell) === BLANK && !source.split.has(cell);

function areEmpty(source: CellColumns, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if (!isEmpty(source, cell)) return false;
  return true;
}

/** A marker alone, as a footnote may stand for a value. */
const isCited = (source: CellColumns, cell: number): boolean => source.look(cell) === BLANK && source.split.has(cell);

const hasTitle = (source: CellColumns, cell: number, most: number): boolean =>
  source.look(cell) === WORDS && source.to(cell) - source.from(cell) <= most;

/** D and nothing behind it, or I and words that fit; 0 for anything else. */
function holderAt(source: CellColumns, cell: number, isLong: boolean): number {
  const letter = letterAt(source, cell);
  if (letter === LETTER_D) return !isLong || source.look(cell + 1) === BLANK ? letter : 0;
  const isWhole = letter === LETTER_I && isLong && hasTitle(source, cell + 1, LIMITS.natureOfOwnership.characters);
  return isWhole ? letter : 0;
}

/** The first year of the Exchange Act: nothing was to be reported before. */
const FIRST_YEAR = 1935;

/** A day of the calendar as it is printed, counted from 1970 and so above zero as all days of electronic forms; else NaN. */
function dayAt(source: CellColumns, cell: number): number {
  if (source.look(cell) !== DATE) return NaN;
  const { text } = source;
  const at = source.from(cell);
  const year = twoDigits(text, at + 6) * 100 + twoDigits(text, at + 8);
  return year < FIRST_YEAR ? NaN : (dayOf(year, twoDigits(text, at), twoDigits(text, at + 3)) ?? NaN);
}

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + (text.charCodeAt(at + 1) - 48);

/** A number of securities, written without a dollar sign; NaN where it is none, or not written as the form asks. */
const amountAt = (source: CellColumns, cell: number): number =>
  source.look(cell) === NUMBER ? valueOf(source.text, source.from(cell), source.to(cell)) : NaN;

/** A price, with a dollar sign or without; Infinity where a footnote stands for it, NaN where there is none to be had. */
function priceAt(source: CellColumns, cell: number): number {
  if (source.look(cell) !== NUMBER) return isCited(source, cell) ? Infinity : NaN;
  let at = source.from(cell);
  if (source.text.charCodeAt(at) === BACKSLASH) at++;
  if (source.text.charCodeAt(at) === DOLLAR) at++;
  return valueOf(source.text, at, source.to(cell));
}

/** What digits say in ten-thousandths; NaN where commas, the point or decimals are not in order. */
function valueOf(text: string, from: number, to: number): number {
  let value = 0;
  let scale = -1;
  let group = -1;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) {
      value = value * 10 + unit - 48;
      if (scale >= 0) scale++;
      else if (group >= 0) group++;
    } else if (unit === POINT && scale < 0) scale = 0;
    else if (unit === COMMA && scale < 0 && (group < 0 ? at - from <= 3 && at > from : group === 3)) group = 0;
    else return NaN;
  }
  if ((group >= 0 && group !== 3) || to - from > MOST_DIGITS || scale > NUMBERS.decimals) return NaN;
  for (let places = scale < 0 ? 0 : scale; places < NUMBERS.decimals; places++) value *= 10;
  return value <= Number.MAX_SAFE_INTEGER ? value : NaN;
}

/** A code that may stand alone and in the table; undefined where there is none. */
function codeAt(source: CellColumns, cell: number, table: TableName): TransactionCode | undefined {
  const code = letterAt(source, cell) === 0 ? undefined : transactionCode(source.text.charAt(source.from(cell)));
  return code?.standsAlone && (table === 'derivativeTable' || code.tables !== 'II') ? code : undefined;
}

/** True where a code takes the side, with a price as it goes with it. */
function isSuitable(code: TransactionCode, table: TableName, acquired: boolean, price: number): boolean {
  const side = code.side[table];
  return (side === undefined || (side === 'A') === acquired) && (code.averaged ? price > 0 : price >= 0);
}
