/**
 * What stands out in a row, found in one look: most rules speak of rows of some kind alone, and need not be asked about a
 * filing that has none of them.
 */
import { LIMITS, NUMBERS } from '../facts/limits';
import { transactionCode } from '../facts/transactionCodes';
import { isBlank } from '../filing/columns';
import type { Cell, CodeCell, DateCell, Filing, NumberCell, Row } from '../filing/model';
import { compare, isZero, whole } from '../text/decimal';
import { saysMore } from './codes/codeCell';

/** A set of traits. */
export type Traits = number;

/** Code P. */
export const PURCHASE = 1 << 0;
/** Code S. */
export const SALE = 1 << 1;
/** Code F. */
export const WITHHELD = 1 << 2;
/** Code M, C, O or X. */
export const EXERCISE = 1 << 3;
/** Code G. */
export const GIFT = 1 << 4;
/** Code L. */
export const SMALL = 1 << 5;
/** Code J. */
export const OTHER = 1 << 6;
/** Code E or H. */
export const EXPIRATION = 1 << 7;
/** More or less than one letter that is a code of its own; blank beside other cells of a transaction. */
export const ODD_CODE = 1 << 8;
/** Something in the column V, or a V beside the code. */
export const VOLUNTARY = 1 << 9;
/** A number that cannot be read, with more than four decimals, or a very large one. */
export const ODD_NUMBER = 1 << 10;
/** A date that cannot be read or is not written as 03/07/2023, none for the transaction, or one in a holding. */
export const ODD_DATE = 1 << 11;
/** A deemed execution date. */
export const DEEMED = 1 << 12;
/** A transaction's amount is blank or 0. */
export const NO_AMOUNT = 1 << 13;
/** A transaction's price is blank. */
export const NO_PRICE = 1 << 14;
/** The price is 0. */
export const ZERO_PRICE = 1 << 15;
/** The price is 1,000 or more. */
export const HIGH_PRICE = 1 << 16;
/** The total cannot be read, or is blank. */
export const NO_TOTAL = 1 << 17;
/** The total is less than the amount acquired. */
export const SMALL_TOTAL = 1 << 18;
/** No side or both, or one that the code does not take. */
export const ODD_SIDE = 1 << 19;
/** The ownership form is no letter of the form's, or does not agree with whether a nature is stated. */
export const ODD_OWNERSHIP = 1 << 20;
/** The title is blank. */
export const NO_TITLE = 1 << 21;
/** More words than a field takes. */
export const LONG_WORDS = 1 << 22;
/** Words that may send the reader to a footnote. */
export const NAMES_NOTE = 1 << 23;
export const HOLDING = 1 << 24;
/** A row of Table II. */
export const DERIVATIVE = 1 << 25;

const BY_CODE: Readonly<Record<string, Traits | undefined>> = {
  P: PURCHASE,
  S: SALE,
  F: WITHHELD,
  M: EXERCISE,
  C: EXERCISE,
  O: EXERCISE,
  X: EXERCISE,
  G: GIFT,
  L: SMALL,
  J: OTHER,
  E: EXPIRATION,
  H: EXPIRATION,
};
const THOUSAND = whole(1_000);
/** So many digits, wherever their point stands, may be more than a field takes. */
const MOST_DIGITS = 999_999_999_999;

/** The traits of the rows of a filing. */
export interface TraitsIn {
  /** Of each row, those of Table II behind those of Table I. */
  readonly each: Traits[];
  /** What some row or other has. */
  some: Traits;
}

export function traitsIn({ nonDerivativeTable, derivativeTable }: Filing): TraitsIn {
  const found: TraitsIn = { each: [], some: 0 };
  for (const { rows } of [nonDerivativeTable, derivativeTable])
    for (const row of rows) {
      const traits = traitsOf(row);
      found.each.push(traits);
      found.some |= traits;
    }
  return found;
}

/** The traits of a row: rather one too many than one too few, since a rule is silent without those that it needs. */
export function traitsOf(row: Row): Traits {
  const { transactionShares: amount, transactionPricePerShare: price, sharesOwnedFollowingTransaction: total } = row;
  const isTransaction = row.kind === 'transaction';
  let traits = isTransaction ? ofCode(row.transactionCode, row) : HOLDING | ofCode(row.transactionCode, row);
  if (row.transactionFormType.raw !== '') traits |= VOLUNTARY;
  if (isOddNumber(amount) || isOddNumber(price) || isOddNumber(total)) traits |= ODD_NUMBER;
  if (isOddDate(row.transactionDate) || isTransaction === (row.transactionDate.raw === '')) traits |= ODD_DATE;
  if (row.deemedExecutionDate.raw !== '') traits |= DEEMED | (isOddDate(row.deemedExecutionDate) ? ODD_DATE : 0);
  if (isTransaction) {
    if (amount.raw === '' || (amount.value && isZero(amount.value))) traits |= NO_AMOUNT;
    if (isBlank(price)) traits |= NO_PRICE;
  }
  if (price.value) {
    if (isZero(price.value)) traits |= ZERO_PRICE;
    else if (compare(price.value, THOUSAND) >= 0) traits |= HIGH_PRICE;
  }
  if (!total.value) traits |= NO_TOTAL;
  else if (amount.value && compare(total.value, amount.value) < 0) traits |= SMALL_TOTAL;
  return traits | ofSide(row) | ofWords(row) | (row.table === 'derivativeTable' ? ofTerms(row) : 0);
}

function ofCode(code: CodeCell, row: Row): Traits {
  const { raw, value } = code;
  if (raw === '') return saysMore(row) ? ODD_CODE : 0;
  const known = (value !== undefined && BY_CODE[value]) || 0;
  if (raw.length === 1 && code.suffix === undefined && transactionCode(raw)?.standsAlone) return known;
  return known | ODD_CODE | (code.voluntary ? VOLUNTARY : 0);
}

function ofSide(row: Row): Traits {
  const { value: side } = row.transactionAcquiredDisposedCode;
  const expected = transactionCode(row.transactionCode.value)?.side[row.table];
  if (expected !== undefined && expected !== side) return ODD_SIDE;
  if (row.table === 'derivativeTable')
    return (row.acquired.raw !== '') === (row.disposed.raw !== '') && row.kind === 'transaction' ? ODD_SIDE : 0;
  const { raw } = row.transactionAcquiredDisposedCode;
  return raw !== 'A' && raw !== 'D' && row.kind === 'transaction' ? ODD_SIDE : 0;
}

function ofWords(row: Row): Traits {
  const { securityTitle: title, natureOfOwnership: nature } = row;
  const form = row.directOrIndirectOwnership.value;
  let traits = 0;
  if (form !== (nature.raw === '' ? 'D' : 'I')) traits |= ODD_OWNERSHIP;
  if (title.raw === '') traits |= NO_TITLE;
  if (isLong(title, LIMITS.securityTitle.characters) || isLong(nature, LIMITS.natureOfOwnership.characters))
    traits |= LONG_WORDS;
  for (const { raw } of row.cells)
    if (raw.length >= SEE_FOOTNOTE.length && FOOT.test(raw)) {
      traits |= NAMES_NOTE;
      break;
    }
  return traits;
}

/** No shorter words send the reader to a footnote. */
const SEE_FOOTNOTE = 'see footnote';
const FOOT = /foot/i;

function ofTerms(row: Row & { table: 'derivativeTable' }): Traits {
  const { conversionOrExercisePrice: price, underlyingSecurityShares: amount, underlyingSecurityTitle: title } = row;
  let traits = DERIVATIVE;
  if (isOddNumber(price) || isOddNumber(amount) || isOddNumber(row.acquired) || isOddNumber(row.disposed))
    traits |= ODD_NUMBER;
  if (isOddDate(row.exerciseDate) || isOddDate(row.expirationDate)) traits |= ODD_DATE;
  if (isLong(title, LIMITS.underlyingSecurityTitle.characters)) traits |= LONG_WORDS;
  return traits;
}

const isLong = ({ value }: Cell<string>, characters: number): boolean =>
  value !== undefined && value.length > characters;

const isOddNumber = ({ value, problem }: NumberCell): boolean =>
  problem !== undefined || (value !== undefined && (value.scale > NUMBERS.decimals || value.digits > MOST_DIGITS));

const isOddDate = ({ raw, problem, dateForm }: DateCell): boolean =>
  raw !== '' && (problem !== undefined || dateForm !== 'month-first');
