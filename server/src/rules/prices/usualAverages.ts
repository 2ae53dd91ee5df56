/** A look at average prices and their notes, which spares most filings the rules of them. */
import { transactionCode } from '../../facts/transactionCodes';
import type { Filing, Footnote } from '../../filing/model';
import { priceRanges, weightedAverage } from '../../filing/priceRanges';
import { CITES, CODE, ONE, PLACES, PRICE, type RowNumbers } from '../../filing/rowNumbers';
import type { Decimal } from '../../text/decimal';
import { UNDERTAKING } from './averageUndertaking';
import { isWide } from './trades';

/** Prices are rounded: a cent beyond the range is within it. */
const CENT = ONE / 100;

/**
 * True where each note on an average price is cited by the price of a trade, states its narrow range in dollars, and
 * undertakes to give the single prices; and where each price that cites a range is within it. Notes and markers must be
 * in good order.
 */
export function areAveragesUsual(filing: Filing, tables: readonly RowNumbers[]): boolean {
  const { list } = filing.footnotes;
  let isAny = false;
  for (const note of list) {
    const ranges = priceRanges(filing, note);
    const isAverage = weightedAverage(filing, note) !== undefined;
    if (!isAverage && ranges.length === 0) continue;
    isAny = true;
    if (ranges.some((range) => range.foreign || isWide(range))) return false;
    if (isAverage && (ranges.length === 0 || !UNDERTAKING.test(note.text) || !isOfTrade(note, tables))) return false;
  }
  return !isAny || tables.every((table) => areWithin(filing, list, table));
}

/** True where some note is on an average price. */
export const speaksOfAverages = (filing: Filing): boolean =>
  filing.footnotes.list.some(
    (note) => weightedAverage(filing, note) !== undefined || priceRanges(filing, note).length > 0,
  );

const isTrade = (unit: number): boolean => unit !== 0 && transactionCode(String.fromCharCode(unit))!.averaged;

function isOfTrade({ number }: Footnote, tables: readonly RowNumbers[]): boolean {
  for (const { values } of tables)
    for (let at = 0; at < values.length; at += PLACES)
      if (values[at + CITES] === number && isTrade(values[at + CODE]!)) return true;
  return false;
}

function areWithin(filing: Filing, list: readonly Footnote[], { values }: RowNumbers): boolean {
  for (let at = 0; at < values.length; at += PLACES) {
    const cites = values[at + CITES]!;
    if (cites === 0 || !isTrade(values[at + CODE]!)) continue;
    const note = list[cites - 1];
    if (!note) return false;
    const price = values[at + PRICE]!;
    const ranges = price === Infinity ? [] : priceRanges(filing, note);
    const isWithin = ranges.some(({ low, high }) => price >= inUnits(low) - CENT && price <= inUnits(high) + CENT);
    if (ranges.length > 0 && !isWithin) return false;
  }
  return true;
}

/** A price in the unit of the numbers of rows; NaN where it has more decimals. */
const inUnits = ({ digits, scale }: Decimal): number =>
  typeof digits === 'number' && scale <= 4 ? (digits * ONE) / 10 ** scale : NaN;
