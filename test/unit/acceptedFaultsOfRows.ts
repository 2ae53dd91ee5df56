/** Faults in the rows of Table I, their dates, owners and numbers, and in the boxes. */
import { changeOf, rowBefore } from '../../server/src/filing/holdings';
import type { Row } from '../../server/src/filing/model';
import { rowsOf } from '../../server/src/filing/queries';
import type { Edit } from '../../server/src/rules/rule';
import { partsOf, dayOf } from '../../server/src/text/days';
import { equals, isNegative, parseDecimal, subtract, type Decimal } from '../../server/src/text/decimal';

import {
  type Kind,
  all,
  chained,
  earlier,
  exchangeCells,
  exchangeNumbers,
  isDated,
  kind,
  lineOf,
  one,
  priced,
  proved,
  put,
  putDay,
  putDecimal,
  putNumber,
  putSlip,
  ranged,
  rowsI,
  side,
  signed,
  some,
  yearBefore,
} from './acceptedFaults';

export const OF_ROWS: readonly Kind[] = [
  kind('date of a row old', (next, filing) => {
    const rows = all(filing).filter(isDated);
    const row = some(next, rows);
    return row && rows.length > 1
      ? one(putDay(row.transactionDate, earlier(next, row.transactionDate.value!)))
      : undefined;
  }),
  kind('date of all rows old', (next, filing) => {
    const rows = all(filing).filter(isDated);
    if (rows.length === 0) return undefined;
    const by = rows[0]!.transactionDate.value! - earlier(next, rows[0]!.transactionDate.value!);
    return { edits: rows.map(({ transactionDate }) => putDay(transactionDate, transactionDate.value! - by)) };
  }),
  kind('box 3 old', (next, { periodOfReport: cell }) =>
    cell.value === undefined ? undefined : one(putDay(cell, earlier(next, cell.value))),
  ),
  kind('box 3 year', (_, { periodOfReport: cell }) =>
    cell.value === undefined ? undefined : one(putDay(cell, yearBefore(cell.value))),
  ),
  kind('year of a row', (next, filing) => {
    const row = some(next, all(filing).filter(isDated));
    return row && one(putDay(row.transactionDate, yearBefore(row.transactionDate.value!)));
  }),
  kind('year of all rows', (_, filing) => {
    const rows = all(filing).filter(isDated);
    if (rows.length === 0) return undefined;
    return { edits: rows.map(({ transactionDate: cell }) => putDay(cell, yearBefore(cell.value!))) };
  }),
  kind('signature old', (next, filing) => {
    const [cell, ...more] = signed(filing);
    return cell && more.length === 0 ? one(putDay(cell, earlier(next, cell.value!))) : undefined;
  }),
  kind('signature year', (_, filing) => {
    const [cell, ...more] = signed(filing);
    return cell && more.length === 0 ? one(putDay(cell, yearBefore(cell.value!))) : undefined;
  }),
  kind('day of a row', (next, filing) => {
    // Two digits of the day or of the month.
    const rows = all(filing).filter(isDated);
    const row = some(next, rows);
    if (!row || rows.length < 2) return undefined;
    const { year, month, dayOfMonth } = partsOf(row.transactionDate.value!);
    const day = dayOf(year, dayOfMonth, month);
    return day === undefined || month === dayOfMonth ? undefined : one(putDay(row.transactionDate, day));
  }),
  kind('class of another row', (next, filing) => {
    const row = some(next, chained(filing));
    const titles = rowsOf(filing).filter(
      ({ table, securityTitle: { value } }) => table === row?.table && value && value !== row.securityTitle.value,
    );
    const other = some(next, titles);
    return row && other ? one(put(row.securityTitle, other.securityTitle.raw)) : undefined;
  }),
  kind('title cut short', (next, filing) => {
    const row = some(
      next,
      chained(filing).filter(({ securityTitle: { raw } }) => raw.includes(' ') && !raw.includes('<')),
    );
    return row && one(put(row.securityTitle, row.securityTitle.raw.replace(/,? \S+$/, '')));
  }),
  kind('D for I', (next, filing) => {
    const row = some(
      next,
      rowsOf(filing).filter(({ directOrIndirectOwnership: { value } }) => value === 'I'),
    );
    return row && one(put(row.directOrIndirectOwnership, 'D'));
  }),
  kind('I for D', (next, filing) => {
    const row = some(
      next,
      rowsOf(filing).filter(({ directOrIndirectOwnership: { value } }) => value === 'D'),
    );
    return row && one(put(row.directOrIndirectOwnership, 'I'));
  }),
  kind('nature of another row', (next, filing) => {
    const rows = chained(filing).filter(({ natureOfOwnership: { raw } }) => raw !== '');
    const row = some(next, rows);
    const other = some(
      next,
      rowsOf(filing).filter(
        ({ natureOfOwnership: { raw } }) => raw !== '' && row !== undefined && raw !== row.natureOfOwnership.raw,
      ),
    );
    return row && other ? one(put(row.natureOfOwnership, other.natureOfOwnership.raw)) : undefined;
  }),
  kind('side of S, F or P', (next, filing) => side(next, filing, 'SFP')),
  kind('side of M, A or C', (next, filing) => side(next, filing, 'MAC')),
  kind('price and amount exchanged', (next, filing) => {
    const row = some(next, rowsI(filing).filter(priced));
    return row && exchangeCells(filing, row.transactionShares, row.transactionPricePerShare);
  }),
  kind('price and amount exchanged, signs stay', (next, filing) => {
    const row = some(next, chained(filing).filter(priced));
    return row && exchangeNumbers(row.transactionShares, row.transactionPricePerShare);
  }),
  kind('price and total exchanged', (next, filing) => {
    const row = some(next, chained(filing).filter(priced));
    return row && exchangeNumbers(row.sharesOwnedFollowingTransaction, row.transactionPricePerShare);
  }),
  kind('amount and total exchanged', (next, filing) => {
    const row = some(next, chained(filing));
    return row && exchangeNumbers(row.transactionShares, row.sharesOwnedFollowingTransaction);
  }),
  kind('total not updated', (next, filing) => {
    const row = some(next, proved(filing));
    return (
      row &&
      one(
        putNumber(row.sharesOwnedFollowingTransaction, rowBefore(filing, row)!.sharesOwnedFollowingTransaction.value!),
      )
    );
  }),
  kind('total added for subtracted', (next, filing) => {
    const row = some(next, proved(filing));
    const to = row && subtract(rowBefore(filing, row)!.sharesOwnedFollowingTransaction.value!, changeOf(row)!);
    return row && to && !isNegative(to) ? one(putNumber(row.sharesOwnedFollowingTransaction, to)) : undefined;
  }),
  kind('total not updated from here on', (next, filing) => {
    const row = some(next, proved(filing));
    if (!row) return undefined;
    const rows = rowsI(filing);
    const edits: Edit[] = [];
    for (let at: Row | undefined = row; at; at = rows.find((other) => rowBefore(filing, other) === at)) {
      const { sharesOwnedFollowingTransaction: cell } = at;
      const to: Decimal | undefined = cell.value && subtract(cell.value, changeOf(row)!);
      if (!to || isNegative(to)) return undefined;
      edits.push(putNumber(cell, to));
    }
    return { edits };
  }),
  kind('slip in a total', (next, filing) => {
    const row = some(next, chained(filing));
    return row && one(putSlip(next, row.sharesOwnedFollowingTransaction));
  }),
  kind('slip in an amount', (next, filing) => {
    const row = some(next, proved(filing));
    return row && one(putSlip(next, row.transactionShares));
  }),
  kind('amount of the row above', (next, filing) => {
    const row = some(next, proved(filing));
    const above = row && rowBefore(filing, row)!.transactionShares.value;
    return row && above && !equals(above, row.transactionShares.value!)
      ? one(putNumber(row.transactionShares, above))
      : undefined;
  }),
  kind('decimal of a price', (next, filing) => {
    const rows = rowsI(filing).filter(
      (row) => /^[SPF]/.test(row.transactionCode.raw) && row.transactionPricePerShare.value,
    );
    const row = some(next, rows);
    return row && rows.length > 1 ? one(putDecimal(next, row.transactionPricePerShare)) : undefined;
  }),
  kind('slip in a price with a range', (next, filing) => {
    const found = some(next, ranged(filing));
    return found && one(putSlip(next, found[0].transactionPricePerShare));
  }),
  kind('price of another row with a range', (next, filing) => {
    const rows = ranged(filing);
    const found = some(next, rows);
    const other = some(
      next,
      rows.filter(([, note]) => note !== found?.[1]),
    );
    return found && other
      ? one(putNumber(found[0].transactionPricePerShare, other[0].transactionPricePerShare.value ?? parseDecimal('1')!))
      : undefined;
  }),
  kind('row left out', (next, filing) => {
    const rows = proved(filing);
    const row = some(
      next,
      rows.filter((one) => rows.some((other) => rowBefore(filing, other) === one)),
    );
    if (!row) return undefined;
    const after = rows.find((other) => rowBefore(filing, other) === row)!;
    return {
      edits: [{ span: lineOf(filing, row), newText: '' }],
      beside: [after.span, rowBefore(filing, row)!.span],
      moved: true,
    };
  }),
  kind('row twice', (next, filing) => {
    const row = some(next, rowsI(filing));
    if (!row) return undefined;
    const line = lineOf(filing, row);
    const text = filing.text.slice(line.start, line.end);
    return { edits: [{ span: { start: line.end, end: line.end }, newText: text }], beside: [row.span], moved: true };
  }),
  kind('rows exchanged', (next, filing) => {
    const row = some(next, proved(filing));
    const before = row && rowBefore(filing, row);
    if (!before || lineOf(filing, before).end !== lineOf(filing, row).start) return undefined;
    if (before.transactionDate.value !== row.transactionDate.value) return undefined;
    const [a, b] = [lineOf(filing, before), lineOf(filing, row)];
    return {
      edits: [
        { span: a, newText: filing.text.slice(b.start, b.end) },
        { span: b, newText: filing.text.slice(a.start, a.end) },
      ],
      moved: true,
    };
  }),
];
