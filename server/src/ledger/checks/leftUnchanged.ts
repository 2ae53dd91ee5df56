/**
 * A new filing is made from the last one, and something of it was left as it was: box 3 that no row here has, or a note with
 * the last filing's range of prices in which no price here lies.
 */
import { priceRanges } from '../../filing/priceRanges';
import { citedBy, rowsOf } from '../../filing/queries';
import type { Row } from '../../filing/model';
import { compare, type Decimal } from '../../text/decimal';
import { formDate } from '../../text/days';
import { lastOf, nameOf, type PastContext } from './check';

export function leftUnchanged(context: PastContext): void {
  if (context.entry.documentType !== '4') return;
  box3(context);
  ranges(context);
}

function box3({ filing, entry, past, report }: PastContext): void {
  const last = lastOf(past);
  const { value: period, span } = filing.periodOfReport;
  if (!last || period === undefined || last.periodOfReport !== period) return;
  const days = entry.steps.flatMap(({ transactionDate: day }) => (day === undefined ? [] : [day]));
  const deemed = rowsOf(filing).some(({ deemedExecutionDate: { value } }) => value === period);
  if (days.length === 0 || deemed || days.some((day) => day <= period)) return;
  // Filings of one day share their box 3.
  if (last.signed === entry.signed) return;
  const first = Math.min(...days.slice(0, MOST));
  report({
    rule: 'left-unchanged',
    severity: 'warning',
    message: `Box 3 says ${formDate(period)}, as the last filing ${nameOf(last)} did; the first transaction here is of ${formDate(first)}.`,
    span,
    explains: { rule: 'box-3' },
  });
}

/** More dates than a form has rows. */
const MOST = 1000;

function ranges({ filing, entry, past, report }: PastContext): void {
  const last = lastOf(past);
  if (!last || last.ranges.length === 0 || last.signed === entry.signed) return;
  const before = new Set(last.ranges);
  const cited = citedBy(filing);
  for (const note of filing.footnotes.list) {
    if (!before.has(note.text)) continue;
    const found = priceRanges(filing, note).filter(({ foreign }) => !foreign);
    const citations = cited.get(note.number ?? note.label) ?? [];
    const rows = new Set<Row>(
      citations.flatMap(({ row, column }) => (column === 'transactionPricePerShare' ? [row] : [])),
    );
    const prices = [...rows].flatMap(({ transactionPricePerShare: { value } }) => (value ? [value] : []));
    const [range] = found;
    if (!range || prices.length === 0 || prices.length < rows.size) continue;
    const lies = (price: Decimal): boolean =>
      found.some(({ low, high }) => compare(price, low) >= 0 && compare(price, high) <= 0);
    if (prices.some(lies)) continue;
    report({
      rule: 'left-unchanged',
      severity: 'warning',
      message: `This note states the last filing's range ${nameOf(last)} word for word, ${filing.text.slice(range.span.start, range.span.end)}; no price here that cites it lies in it.`,
      span: range.span,
      explains: { rule: 'average-out-of-range', rows: [...rows] },
    });
  }
}
