/** Faults in footnotes, markers, codes and Table II. */
import { transactionCode } from '../../server/src/facts/transactionCodes';
import { changeOf } from '../../server/src/filing/holdings';
import type { NumberCell } from '../../server/src/filing/model';
import { rowsOf } from '../../server/src/filing/queries';
import { priceRanges } from '../../server/src/filing/priceRanges';
import type { Edit } from '../../server/src/rules/rule';
import { writtenLike } from '../../server/src/rules/words';
import { equals, isNegative, isZero, parseDecimal, plain, subtract } from '../../server/src/text/decimal';
import { below, pick } from './generate';

import {
  type Kind,
  SAME_SIDE,
  all,
  chained,
  citing,
  earlier,
  exchangeCells,
  holding,
  isTransaction,
  kind,
  lineAround,
  lineOf,
  markerSpan,
  noteOf,
  one,
  pairs,
  priced,
  put,
  putBehind,
  putDay,
  putNumber,
  putSlip,
  ranged,
  rowsI,
  slipped,
  some,
  takeAway,
} from './acceptedFaults';

export const OF_NOTES: readonly Kind[] = [
  kind('note deleted, list renumbered', (next, filing) => {
    const { list } = filing.footnotes;
    const note = some(next, list.slice(0, -1));
    if (!note || list.some(({ number }, at) => number !== at + 1)) return undefined;
    const line = lineAround(filing, note.span);
    const edits: Edit[] = [{ span: line, newText: '' }];
    for (const { number, label, labelSpan } of list.slice(note.number))
      if (label !== '')
        edits.push({
          span: labelSpan,
          newText: filing.text.slice(labelSpan.start, labelSpan.end).replace(label, String(number! - 1)),
        });
    const later = all(filing).concat(rowsOf(filing).filter((row) => !isTransaction(row)));
    const places = later.flatMap((row) => row.cells.flatMap(({ markers }) => markers.map(({ outer }) => outer)));
    return { edits, beside: [...places, ...list.slice(note.number).map(({ span }) => span)] };
  }),
  kind('last note deleted', (_, filing) => {
    const { list } = filing.footnotes;
    const note = list[list.length - 1];
    if (!note || list.some(({ number }, at) => number !== at + 1)) return undefined;
    const places = rowsOf(filing).flatMap((row) =>
      row.cells.flatMap(({ markers }) =>
        markers.filter(({ number }) => number === note.number).map(({ outer }) => outer),
      ),
    );
    return { edits: [{ span: lineAround(filing, note.span), newText: '' }], beside: places };
  }),
  kind('markers of two rows exchanged', (next, filing) => {
    const rows = ranged(filing);
    const found = some(next, rows);
    const other = some(
      next,
      rows.filter(([, note]) => note !== found?.[1]),
    );
    if (!found || !other) return undefined;
    const [a, b] = [found, other].map(([row]) => row.transactionPricePerShare.markers[0]!);
    return {
      edits: [
        { span: a!.labelSpan, newText: b!.label },
        { span: b!.labelSpan, newText: a!.label },
      ],
      beside: [found, other].map(([row]) => row.transactionPricePerShare.span),
    };
  }),
  kind('marker of another note', (next, filing) => {
    const rows = ranged(filing);
    const found = some(next, rows);
    const other = some(
      next,
      filing.footnotes.list.filter((note) => note !== found?.[1] && note.number),
    );
    return found && other
      ? {
          edits: [{ span: found[0].transactionPricePerShare.markers[0]!.labelSpan, newText: String(other.number) }],
          beside: [found[0].transactionPricePerShare.span, found[1].span],
        }
      : undefined;
  }),
  kind('marker on the wrong row', (next, filing) => {
    const rows = citing(filing).filter(({ transactionPricePerShare: { markers } }) => markers.length === 1);
    const row = some(next, rows);
    const to = some(
      next,
      all(filing).filter(
        (other) =>
          other.table === row?.table &&
          other.transactionPricePerShare.markers.length === 0 &&
          other.transactionPricePerShare.raw !== '',
      ),
    );
    const marker = row?.transactionPricePerShare.markers[0];
    const span = marker && markerSpan(filing, marker);
    if (!row || !to || !span) return undefined;
    const { end } = to.transactionPricePerShare.span;
    const { text } = filing;
    return {
      edits: [takeAway(filing, span), putBehind(filing, end, ` ${text.slice(span.start, span.end)}`)],
      beside: [row.transactionPricePerShare.cellSpan, noteOf(filing, marker.number)?.span ?? row.span],
    };
  }),
  kind('marker lost', (next, filing) => {
    const cells = all(filing).flatMap((row) => row.cells.filter(({ markers }) => markers.length === 1));
    const once = cells.filter(
      ({ markers: [marker] }) => cells.filter((cell) => cell.markers[0]!.number === marker!.number).length === 1,
    );
    const cell = some(next, once);
    const span = cell && markerSpan(filing, cell.markers[0]!);
    if (!span) return undefined;
    return {
      edits: [takeAway(filing, span)],
      beside: [cell.cellSpan, noteOf(filing, cell.markers[0]!.number)?.span ?? cell.span],
    };
  }),
  kind('slip in the range of a note', (next, filing) => {
    const found = some(next, ranged(filing));
    const [range] = found ? priceRanges(filing, found[1]) : [];
    if (!range || !found) return undefined;
    const text = filing.text.slice(range.span.start, range.span.end);
    const [number] = /\d[\d,.]*\d/.exec(text) ?? [];
    if (!number) return undefined;
    const [whole, rest = ''] = number.split('.');
    const to = slipped(next, whole!.replaceAll(',', ''));
    if (to === whole) return undefined;
    return {
      edits: [{ span: range.span, newText: text.replace(number, rest === '' ? to : `${to}.${rest}`) }],
      beside: [found[0].transactionPricePerShare.span],
    };
  }),
  kind('code of the neighbour', (next, filing) => {
    const rows = rowsI(filing);
    const at = 1 + below(next, rows.length);
    const [a, b] = [rows[at - 1], rows[at]];
    if (!a || !b || !a.transactionCode.value || !b.transactionCode.value) return undefined;
    if (a.transactionCode.value === b.transactionCode.value) return undefined;
    return one(put(b.transactionCode, a.transactionCode.raw));
  }),
  kind('code of the same side', (next, filing) => {
    const rows = rowsI(filing).filter(({ transactionCode: { raw } }) => SAME_SIDE[raw]);
    const row = some(next, rows);
    return row && one(put(row.transactionCode, pick(next, SAME_SIDE[row.transactionCode.raw]!)));
  }),
  kind('columns 5 and 7', (next, filing) => {
    const rows = filing.derivativeTable.rows.filter(
      ({ transactionShares: { value: a }, underlyingSecurityShares: { value: b } }) => a && b && equals(a, b),
    );
    const row = some(next, rows);
    return (
      row && one(next() < 0.5 ? putSlip(next, row.underlyingSecurityShares) : putSlip(next, row.transactionShares))
    );
  }),
  kind('code of one half of an exercise', (next, filing) => {
    const found = some(next, pairs(filing));
    if (!found) return undefined;
    const row = pick(next, found);
    const to = pick(next, row.transactionCode.raw === 'M' ? ['A', 'X', 'C'] : ['M', 'A']);
    return { edits: [put(row.transactionCode, to)], beside: found.map(({ transactionCode: { span } }) => span) };
  }),
  kind('date of one half of an exercise', (next, filing) => {
    const found = some(next, pairs(filing));
    if (!found) return undefined;
    const row = pick(next, found);
    const { value } = row.transactionDate;
    return value === undefined
      ? undefined
      : {
          edits: [putDay(row.transactionDate, earlier(next, value))],
          beside: found.map(({ transactionDate: { span } }) => span),
        };
  }),
  kind('amount of one half of an exercise', (next, filing) => {
    const found = some(next, pairs(filing));
    const row = found && pick(next, found);
    const edit = row && putSlip(next, row.transactionShares);
    return edit && { edits: [edit], beside: found.map(({ transactionShares: { span } }) => span) };
  }),
  kind('exercise price', (next, filing) => {
    const rows = pairs(filing).filter(([a, b]) => {
      const [paid, price] = [a.transactionPricePerShare.value, b.conversionOrExercisePrice.value];
      return paid && price && !isZero(price) && equals(paid, price);
    });
    const found = some(next, rows);
    const cell = found && (next() < 0.5 ? found[0].transactionPricePerShare : found[1].conversionOrExercisePrice);
    const edit = cell && putSlip(next, cell);
    return (
      edit && {
        edits: [edit],
        beside: [found[0].transactionPricePerShare.span, found[1].conversionOrExercisePrice.span],
      }
    );
  }),
  kind('exercisable and expiration exchanged', (next, filing) => {
    const rows = filing.derivativeTable.rows.filter(
      ({ exerciseDate: a, expirationDate: b }) => a.value && b.value && a.value !== b.value,
    );
    const row = some(next, rows);
    return row && exchangeCells(filing, row.exerciseDate, row.expirationDate);
  }),
  kind('side in Table II', (next, filing) => {
    const rows = filing.derivativeTable.rows.filter(
      (row) =>
        row.transactionShares.value &&
        row.acquired.markers.length + row.disposed.markers.length === 0 &&
        transactionCode(row.transactionCode.value)?.sideKept.derivativeTable,
    );
    const row = some(next, rows);
    return row && exchangeCells(filing, row.acquired, row.disposed);
  }),
  kind('column 8 has the exercise price', (next, filing) => {
    const rows = filing.derivativeTable.rows.filter(
      (row) =>
        /^[MXC]/.test(row.transactionCode.raw) &&
        row.transactionPricePerShare.value &&
        isZero(row.transactionPricePerShare.value) &&
        row.conversionOrExercisePrice.value &&
        !isZero(row.conversionOrExercisePrice.value),
    );
    const row = some(next, rows);
    return row && one(putNumber(row.transactionPricePerShare, row.conversionOrExercisePrice.value!));
  }),
  kind('price is the value of the trade', (next, filing) => {
    const row = some(next, rowsI(filing).filter(priced));
    const {
      transactionShares: { value: amount },
      transactionPricePerShare: price,
    } = row ?? { transactionShares: {} as NumberCell, transactionPricePerShare: {} as NumberCell };
    if (!amount || !price.value || isZero(amount)) return undefined;
    const value = parseDecimal((Number(plain(amount)) * Number(plain(price.value))).toFixed(2));
    return value && !equals(value, price.value) ? one(putNumber(price, value)) : undefined;
  }),
  kind('holding as a transaction left', (next, filing) => {
    // The holding of a row is written down once more, with the total of the last filing.
    const row = some(next, chained(filing));
    if (!row) return undefined;
    const last = rowsI(filing)
      .filter((other) => holding(other) === holding(row))
      .pop()!;
    const { value } = last.sharesOwnedFollowingTransaction;
    const opening = value && subtract(value, changeOf(last)!);
    if (!opening || isNegative(opening) || filing.text.slice(last.span.start, last.span.end).split('\t').length < 10)
      return undefined;
    const line = lineOf(filing, last);
    const cells = filing.text.slice(last.span.start, last.span.end).split('\t');
    for (const at of [1, 2, 3, 4, 5, 6, 7]) cells[at] = '';
    cells[8] = writtenLike(last.sharesOwnedFollowingTransaction, opening);
    const edit = { span: { start: line.end, end: line.end }, newText: `${cells.join('\t')}\n` };
    return { edits: [edit], beside: [last.span], moved: true };
  }),
];
