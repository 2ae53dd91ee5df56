/**
 * Whether a row is plain: each cell holds what nearly every row has there. Told from the columns alone, before a cell is made,
 * so that most rules need not be asked about most rows.
 */
import { LIMITS, NUMBERS } from '../facts/limits';
import { transactionCode } from '../facts/transactionCodes';
import type { TableName } from '../filing/model';
import { daysIn } from '../text/days';
import { BLANK, DATE, LETTER, NUMBER, WORDS, type CellColumns } from './cells/cellColumns';

/** Twelve digits before the point: no number of the form has more. */
const MOST_DIGITS = 12;

/** A row of Table I whose cells have the looks of their columns; `first` is its first cell. */
export function isPlainI(source: CellColumns, first: number, width: number, isHolding: boolean): boolean {
  if (!hasTitle(source, first, 'securityTitle') || !hasHolder(source, first + 9, width > 10)) return false;
  const total = amountAt(source, first + 8);
  if (!(total >= 0)) return false;
  if (isHolding) return areEmpty(source, first + 1, first + 8);
  if (!hasDay(source, first + 1) || !isEmpty(source, first + 2) || !isEmpty(source, first + 4)) return false;
  const amount = amountAt(source, first + 5);
  if (!(amount > 0) || source.look[first + 6] !== LETTER) return false;
  const acquired = unitAt(source, first + 6) === LETTER_A;
  return (
    (!acquired || total >= amount) &&
    suits(source, first + 3, 'nonDerivativeTable', acquired, priceAt(source, first + 7))
  );
}

/** The same of Table II, with item 7 in two columns. */
export function isPlainII(source: CellColumns, first: number, width: number, isHolding: boolean): boolean {
  if (!hasTitle(source, first, 'securityTitle') || !hasHolder(source, first + 14, width > 15)) return false;
  if (!hasTitle(source, first + 10, 'underlyingSecurityTitle')) return false;
  if (!isCited(source, first + 1) && !(priceAt(source, first + 1) >= 0)) return false;
  if (!isCited(source, first + 11) && !(amountAt(source, first + 11) >= 0)) return false;
  for (const date of [first + 8, first + 9]) if (!isCited(source, date) && !hasDay(source, date)) return false;
  if (isHolding)
    return (
      areEmpty(source, first + 2, first + 8) &&
      amountAt(source, first + 13) >= 0 &&
      (isEmpty(source, first + 12) || priceAt(source, first + 12) >= 0)
    );
  if (!hasDay(source, first + 2) || !isEmpty(source, first + 3) || !isEmpty(source, first + 5)) return false;
  const acquired = isEmpty(source, first + 7);
  if (!acquired && !isEmpty(source, first + 6)) return false;
  const amount = amountAt(source, first + (acquired ? 6 : 7));
  const total = amountAt(source, first + 13);
  return (
    amount > 0 &&
    (acquired ? total >= amount : total >= 0) &&
    suits(source, first + 4, 'derivativeTable', acquired, priceAt(source, first + 12))
  );
}

const [LETTER_A, LETTER_I, POINT, COMMA, DOLLAR, BACKSLASH] = [65, 73, 46, 44, 36, 92];

const unitAt = ({ text, from }: CellColumns, cell: number): number => text.charCodeAt(from[cell]!);

/** Nothing stands there, not even a marker. */
const isEmpty = ({ look, split }: CellColumns, cell: number): boolean => look[cell] === BLANK && !split.has(cell);

function areEmpty(source: CellColumns, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if (!isEmpty(source, cell)) return false;
  return true;
}

/** A marker alone, as a footnote may stand for a value. */
const isCited = ({ look, split }: CellColumns, cell: number): boolean => look[cell] === BLANK && split.has(cell);

function hasTitle({ look, from, to }: CellColumns, cell: number, field: 'securityTitle' | 'underlyingSecurityTitle') {
  return look[cell] === WORDS && to[cell]! - from[cell]! <= LIMITS[field].characters;
}

/** D and nothing behind it, or I and words that fit. */
function hasHolder(source: CellColumns, cell: number, isLong: boolean): boolean {
  const { look, from, to } = source;
  if (look[cell] !== LETTER) return false;
  if (unitAt(source, cell) !== LETTER_I) return !isLong || look[cell + 1] === BLANK;
  return isLong && look[cell + 1] === WORDS && to[cell + 1]! - from[cell + 1]! <= LIMITS.natureOfOwnership.characters;
}

function hasDay({ look, from, text }: CellColumns, cell: number): boolean {
  if (look[cell] !== DATE) return false;
  const at = from[cell]!;
  const month = twoDigits(text, at);
  const day = twoDigits(text, at + 3);
  const year = twoDigits(text, at + 6) * 100 + twoDigits(text, at + 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + (text.charCodeAt(at + 1) - 48);

/** A number of securities, written without a dollar sign; NaN where it is none, or not written as the form asks. */
const amountAt = (source: CellColumns, cell: number): number =>
  source.look[cell] === NUMBER ? valueOf(source.text, source.from[cell]!, source.to[cell]!) : NaN;

/** A price, with a dollar sign or without; Infinity where a footnote stands for it, NaN where there is none to be had. */
function priceAt(source: CellColumns, cell: number): number {
  if (source.look[cell] !== NUMBER) return isCited(source, cell) ? Infinity : NaN;
  let at = source.from[cell]!;
  if (source.text.charCodeAt(at) === BACKSLASH) at++;
  if (source.text.charCodeAt(at) === DOLLAR) at++;
  return valueOf(source.text, at, source.to[cell]!);
}

/** What digits say, to be compared with another such number; NaN where commas, the point or decimals are not in order. */
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
  return scale > 0 ? value / 10 ** scale : value;
}

/** One code, which takes the side and stands in the table, and a price as it goes with the code. */
function suits(source: CellColumns, cell: number, table: TableName, acquired: boolean, price: number): boolean {
  if (source.look[cell] !== LETTER) return false;
  const code = transactionCode(source.text.charAt(source.from[cell]!));
  if (!code?.standsAlone || (table === 'nonDerivativeTable' && code.tables === 'II')) return false;
  const side = code.side[table];
  if (side !== undefined && (side === 'A') !== acquired) return false;
  return code.averaged ? price > 0 : price >= 0;
}
