import { NUMBERS } from '../../facts/limits';
import type { Column, NumberCell, Row } from '../../filing/model';
import { compare, digitsOf, grouped, parseDecimal, type Decimal } from '../../text/decimal';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';
import { quote, writtenLike } from '../words';

const TABLE_I: readonly Column[] = ['transactionShares', 'transactionPricePerShare', 'sharesOwnedFollowingTransaction'];
const TABLE_II: readonly Column[] = [
  'conversionOrExercisePrice',
  'acquired',
  'disposed',
  'underlyingSecurityShares',
  'transactionPricePerShare',
  'sharesOwnedFollowingTransaction',
];

const PRICES: ReadonlySet<Column> = new Set(['conversionOrExercisePrice', 'transactionPricePerShare']);

/** A number that EDGAR cannot take: it knows digits and one point, at most four decimals, nothing below zero. */
export const numberFormat: Rule = {
  id: 'number-format',
  family: 'limits',
  severity: 'error',
  suspends: true,
  summary: 'A number with letters, a sign, bad grouping or too many decimals',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    numbersOf(row).forEach((cell, at) => {
      const wrong = wrongWith(cell);
      if (wrong === undefined) return;
      const column = (row.table === 'nonDerivativeTable' ? TABLE_I : TABLE_II)[at]!;
      context.report({
        row,
        cell,
        span: cell.span,
        severity: schemaSeverity(context),
        message: `Expected ${wrong} in ${columnName(row, column)}; found ${quote(cell.raw)}.`,
        fixes: () => repairs(cell, PRICES.has(column)),
      });
    });
  },
};

/** The numbers of a row, in the order of the columns above. */
function numbersOf(row: Row): readonly NumberCell[] {
  const { transactionShares, transactionPricePerShare: price, sharesOwnedFollowingTransaction: total } = row;
  if (row.table === 'nonDerivativeTable') return [transactionShares, price, total];
  return [row.conversionOrExercisePrice, row.acquired, row.disposed, row.underlyingSecurityShares, price, total];
}

/** Only so many digits, wherever their point stands, can be more than a field takes. */
const MANY = 999_999_999_999;

/** What is expected and not there, in words; undefined where the number is well formed. */
function wrongWith({ raw, value, problem }: NumberCell): string | undefined {
  if (problem === 'bad-grouping')
    return raw.includes(',')
      ? 'a number with its commas before groups of three digits'
      : 'a number with one point at most';
  if (problem === 'negative') return 'a number without a minus sign (EDGAR takes none below zero)';
  if (problem !== undefined) return 'a number';
  if (!value) return undefined;
  if (value.scale > NUMBERS.decimals) return 'a number with at most four decimals';
  return value.digits > MANY && compare(value, NUMBERS.largest) > 0
    ? `a number of at most ${grouped(NUMBERS.largest)}`
    : undefined;
}

/**
 * What the digits may say. Only a number that stands there whole, with a word or a point too many, and one with too many
 * decimals are beyond doubt; where the commas are wrong a digit may be lost, and below zero nothing says which number is
 * meant.
 */
function repairs(cell: NumberCell, isPrice: boolean): Fix[] {
  const set = (value: Decimal, preferred = false): Fix => {
    const newText = writtenLike(cell, value);
    return { title: `Write ${newText.replace('\\', '')}`, edits: [{ span: cell.span, newText }], preferred };
  };
  if (cell.value) return cell.value.scale > NUMBERS.decimals ? [set(rounded(cell.value), true)] : [];
  if (cell.problem === 'negative' || (cell.problem === 'not-a-number' && !isNumberWithUnit(cell.raw))) return [];
  // A full stop or comma at the end is no part of the number.
  const core = (/\d[\d,.]*/.exec(cell.raw)?.[0] ?? '').replace(/[.,]$/, '');
  const points = core.split('.').length - 1;
  const digits = parseDecimal(core.replace(points > 1 ? /[.,]/g : /,/g, ''));
  const grouping = digits ? [set(digits, WHOLE.test(core) && !cell.raw.endsWith(','))] : [];
  const comma = /^\d+,\d{1,2}$/.test(core) ? parseDecimal(core.replace(',', '.')) : undefined;
  if (!comma) return grouping;
  // One digit behind a comma is a decimal or what is left of a group; two are rather cents where it is a price.
  if (/,\d$/.test(core)) return [set(comma)];
  return isPrice ? [set(comma), ...grouping] : [...grouping, set(comma)];
}

/** A number as it should be. */
const WHOLE = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** `USD 43.16`, `693 shares`: a number and what the form does not want beside it. */
function isNumberWithUnit(raw: string): boolean {
  return /^(?:USD? ?)?\\?\$? ?\d[\d,.]*(?: (?:shares|units|USD))?$/i.test(raw);
}

/** To four decimals, half up. */
function rounded(value: Decimal): Decimal {
  const tail = 10n ** BigInt(value.scale - NUMBERS.decimals);
  const text = ((digitsOf(value) + tail / 2n) / tail).toString().padStart(NUMBERS.decimals + 1, '0');
  return parseDecimal(`${text.slice(0, -NUMBERS.decimals)}.${text.slice(-NUMBERS.decimals)}`)!;
}
