import { transactionCode } from '../../facts/transactionCodes';
import type { Filing } from '../../filing/model';
import { noteReferences } from '../../filing/notes';
import { priceRanges } from '../../filing/priceRanges';
import { equals, grouped, type Decimal } from '../../text/decimal';
import type { Edit } from '../../text/edits';
import { unwritable, type Operation } from '../operation';
import { bucketsOf, type Bucket } from './buckets';
import { dollarInWords, habitsOf } from '../rows/habits';
import type { Holding } from '../rows/holding';
import { roomForNotes } from '../rows/notes';
import { BELOW, NO_TABLE_I } from './pasteRows';
import { askTrades, type Trade } from './trades';
import { gapFor } from '../rows/place';
import { putLines, withTotals, type NewTransaction } from '../rows/put';
import { rowsWritten, withWords } from '../rows/written';
import { askHoldings } from './tradeRows';

const TITLE = 'Broker fills to rows';

/** Fills of one day, one side and one holding, as the letter on average prices takes them together. */
interface Day {
  readonly trade: Trade;
  readonly holding: Holding;
  readonly buckets: readonly Bucket[];
}

/**
 * Fills that were copied from a broker’s report put together a day at a time: one row for prices at most a dollar apart,
 * at their weighted average, with the footnote that states the range and the undertaking to give the single prices.
 */
export const fillsToRows: Operation = {
  id: 'rows.fills',
  kind: 'refactor',
  run({ filing, selection, answers }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
    const gap = gapFor(filing, 'nonDerivativeTable', selection);
    if (!gap) return NO_TABLE_I;
    const read = askTrades(filing, answers, TITLE);
    if ('asks' in read || 'refused' in read) return read;
    for (const { line, price, code } of read.trades) {
      if (!price)
        return { refused: `Nothing was changed: line ${line}: expected a price; a fill without one has no average.` };
      if (!transactionCode(code)?.market)
        return {
          refused: `Nothing was changed: line ${line} has the code ${code}. Only purchases (P) and sales (S) in the market are put together at an average price.`,
        };
    }
    const held = askHoldings(filing, selection, read.trades, answers, TITLE);
    if ('asks' in held || 'refused' in held) return held;
    const days = daysOf(held.of);
    const ranged = days.flatMap(({ trade, buckets }) => buckets.filter(isRange).map((bucket) => ({ bucket, trade })));
    const room = roomForNotes(filing, gap.end, ranged.length);
    if ('refused' in room) return room;
    let note = room.first;
    const rows = days.flatMap((day) =>
      day.buckets.map((bucket) => rowOf(filing, day, bucket, isRange(bucket) ? [note++] : [])),
    );
    const put = withTotals(filing, gap, rows, answers, TITLE);
    if ('asks' in put || 'refused' in put) return put;
    const notes = ranged.map(({ bucket, trade }) => rangeNote(filing, bucket, trade.side));
    const edits: Edit[] = putLines(filing, gap, put.lines, put.replaced);
    const remarks = [...read.remarks];
    if (notes.length > 0) {
      const wider = widened(filing, room.first, notes.length);
      if (!wider)
        notes[notes.length - 1] += undertaking(
          filing,
          room.first,
          ranged.map(({ trade }) => trade.side),
        );
      edits.push(...room.write(notes), ...(wider ? [wider.edit] : []));
      if (wider) remarks.push(wider.remark);
    }
    if (days.some(({ buckets }) => buckets.some(({ exact }) => !exact)))
      remarks.push('Averages are rounded to four decimals.');
    if (put.below) remarks.push(BELOW);
    const fewer = `${read.trades.length} fills became ${rows.length === 1 ? '1 row' : `${rows.length} rows`}.`;
    return withWords(edits, rows.length < read.trades.length ? fewer : rowsWritten(rows.length), remarks);
  },
};

const isRange = ({ low, high }: Bucket): boolean => !equals(low, high);

/** Day after day; on one day in the order in which the report has sides and holdings. */
function daysOf(fills: readonly { readonly trade: Trade; readonly holding: Holding }[]): Day[] {
  const groups = new Map<string, { trade: Trade; holding: Holding }[]>();
  for (const fill of fills) {
    const key = `${fill.trade.day} ${fill.trade.code} ${fill.trade.side} ${fill.holding.key}`;
    const group = groups.get(key);
    if (group) group.push(fill);
    else groups.set(key, [fill]);
  }
  return [...groups.values()]
    .map((group) => ({
      ...group[0]!,
      buckets: bucketsOf(group.map(({ trade: { amount, price } }) => ({ amount, price: price! }))),
    }))
    .sort((a, b) => a.trade.day - b.trade.day);
}

function rowOf(filing: Filing, { trade, holding }: Day, bucket: Bucket, notes: readonly number[]): NewTransaction {
  const { date, shares, price, cited } = habitsOf(filing);
  const { day, code, side } = trade;
  const written = {
    transactionDate: date(day),
    transactionCode: code,
    transactionShares: shares(bucket.amount),
    transactionAcquiredDisposedCode: side,
    transactionPricePerShare: cited(price(bucket.average), notes),
  };
  return { holding, written, side, amount: bucket.amount };
}

/** The wording is ours; what it must say: SEC staff letter of 25 June 2008. */
function rangeNote(filing: Filing, { low, high }: Bucket, side: 'A' | 'D'): string {
  const dollar = dollarInWords(filing);
  const price = (value: Decimal): string =>
    dollar + grouped(value) + (value.scale === 0 ? '.00' : value.scale === 1 ? '0' : '');
  return `The price is the weighted average of several ${side === 'A' ? 'purchases' : 'sales'} at prices from ${price(low)} to ${price(high)}, inclusive.`;
}

function undertaking(filing: Filing, first: number, sides: readonly ('A' | 'D')[]): string {
  const traded = sides.every((side) => side === sides[0]) ? (sides[0] === 'A' ? 'purchased' : 'sold') : 'traded';
  const where =
    sides.length === 1
      ? 'range set forth in this footnote'
      : `ranges set forth in ${named(filing, first, sides.length)}`;
  return ` The reporting person undertakes to give the staff of the Securities and Exchange Commission, the issuer or any security holder of the issuer, upon request, the number of shares ${traded} at each separate price within the ${where}.`;
}

/** `footnotes (3) through (5)`; one by one where a range of prices that is there already follows. */
function named(filing: Filing, first: number, count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => `(${first + at})`);
  if (count > 2 && !isRanged(filing, first)) return `footnotes ${numbers[0]} through ${numbers[count - 1]}`;
  return `footnotes ${numbers.slice(0, -1).join(', ')} and ${numbers[count - 1]}`;
}

function isRanged(filing: Filing, number: number): boolean {
  const note = filing.footnotes.list.find((one) => one.number === number);
  return note !== undefined && priceRanges(filing, note).length > 0;
}

/** An undertaking that ends at the range just before the new ones: it goes on to the last of them. */
function widened(filing: Filing, first: number, count: number): { edit: Edit; remark: string } | undefined {
  if (!isRanged(filing, first - 1) || isRanged(filing, first)) return undefined;
  for (const { note, numbers, range, span } of noteReferences(filing)) {
    const last = numbers[numbers.length - 1]!;
    const before = filing.text.slice(Math.max(note.textSpan.start, span.start - 60), span.start);
    if (!range || last.number !== first - 1 || !/\brange/i.test(before)) continue;
    const end = first + count - 1;
    return {
      edit: { span: last.span, newText: String(end) },
      remark: `The undertaking in footnote ${note.number} now goes on to footnote ${end}.`,
    };
  }
  return undefined;
}
