/**
 * Faults as people make them, put into a filing that was read: a number copied from the row above, an old date, two cells
 * exchanged, a row left out, a list of notes numbered anew. Each is made where something else in the filing can show it.
 */
import { transactionCode } from '../../server/src/facts/transactionCodes';
import { changeOf, expectedTotal, rowBefore } from '../../server/src/filing/holdings';
import type { Cell, DateCell, DerivativeRow, Filing, Footnote, NumberCell, Row } from '../../server/src/filing/model';
import { rowsOf } from '../../server/src/filing/queries';
import { priceRanges } from '../../server/src/filing/priceRanges';
import type { Edit } from '../../server/src/rules/rule';
import { writtenLike } from '../../server/src/rules/words';
import { dateAs, partsOf, dayOf, weekday, type Day } from '../../server/src/text/days';
import { equals, isNegative, isZero, parseDecimal, plain, subtract, type Decimal } from '../../server/src/text/decimal';
import type { Span } from '../../server/src/text/span';
import { below, pick, type Random } from './generate';

/** A fault: the edits that make it, and where it then is. */
export interface Made {
  readonly edits: readonly Edit[];
  /** Other places that the fault is as much at: the half that is left of a pair, the rows around one that is gone. */
  readonly beside?: readonly Span[];
  /** Rows are gone, added or in another order. */
  readonly moved?: boolean;
}

export interface Kind {
  readonly name: string;
  /** Undefined where the filing has no place for it. */
  readonly make: (next: Random, filing: Filing) => Made | undefined;
}

const some = <T>(next: Random, from: readonly T[]): T | undefined => (from.length === 0 ? undefined : pick(next, from));
const isTransaction = (row: Row): boolean => row.kind === 'transaction';
const rowsI = (filing: Filing): Row[] => filing.nonDerivativeTable.rows.filter(isTransaction);
const all = (filing: Filing): Row[] => rowsOf(filing).filter(isTransaction);
const put = ({ span }: Cell<unknown>, newText: string): Edit => ({ span, newText });
const putNumber = (cell: NumberCell, value: Decimal): Edit => put(cell, writtenLike(cell, value));
const one = (edit: Edit | undefined): Made | undefined => edit && { edits: [edit] };
const isDated = ({ transactionDate: { value } }: Row): boolean => value !== undefined;

/** The rows of Table I whose total follows from a row before, so that the filing itself shows what is right. */
const proved = (filing: Filing): Row[] =>
  rowsI(filing).filter((row) => {
    const total = row.sharesOwnedFollowingTransaction.value;
    const expected = expectedTotal(filing, row);
    return total !== undefined && expected !== undefined && equals(total, expected) && !isZero(changeOf(row)!);
  });
/** The proved rows and those that they follow. */
const chained = (filing: Filing): Row[] => {
  const rows = proved(filing);
  return rowsI(filing).filter((row) => rows.includes(row) || rows.some((other) => rowBefore(filing, other) === row));
};

const dateText = (cell: DateCell, day: Day): string => dateAs(day, /^\d{4}-/.test(cell.raw) ? 'iso' : 'month-first');
const putDay = (cell: DateCell, day: Day): Edit => put(cell, dateText(cell, day));
/** A business day some weeks or months before. */
const earlier = (next: Random, day: Day): Day => {
  let old = day - 20 - below(next, 80);
  while (weekday(old) === 0 || weekday(old) === 6) old--;
  return old;
};
const yearBefore = (day: Day): Day => {
  const { year, month, dayOfMonth } = partsOf(day);
  return dayOf(year - 1, month, dayOfMonth) ?? day - 365;
};
const signed = ({ ownerSignatures }: Filing): DateCell[] =>
  ownerSignatures.map(({ signatureDate }) => signatureDate).filter(({ value }) => value !== undefined);

/** A slip of the hand in a number: the digits of it, and what they become. */
function slipped(next: Random, digits: string): string {
  const at = below(next, digits.length);
  const swap = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at]! + digits.slice(at + 2);
  const ways = [
    swap,
    digits.slice(0, at) + digits.slice(at + 1),
    digits.slice(0, at) + digits[at]! + digits.slice(at),
    digits.slice(0, at) + String((Number(digits[at]) + 1 + below(next, 9)) % 10) + digits.slice(at + 1),
  ].filter((way) => way !== digits && /^[1-9]/.test(way));
  return ways.length === 0 ? digits : pick(next, ways);
}

/** The number of a cell after a slip. */
function putSlip(next: Random, cell: NumberCell): Edit | undefined {
  const { value } = cell;
  if (!value || isZero(value)) return undefined;
  const [whole, rest] = plain(value).split('.');
  const text = slipped(next, whole!);
  const to = parseDecimal(rest === undefined ? text : `${text}.${rest}`);
  return to && !equals(to, value) ? putNumber(cell, to) : undefined;
}

/** The number with its decimal point elsewhere. */
function putDecimal(next: Random, cell: NumberCell): Edit | undefined {
  const { value } = cell;
  if (!value || isZero(value)) return undefined;
  const to = next() < 0.5 ? `${plain(value)}`.replace('.', '') : plain(value).replace(/(\d)(?:\.|$)/, '.$1');
  const moved = parseDecimal(to.startsWith('.') ? `0${to}` : to);
  return moved && !equals(moved, value) && !isZero(moved) ? putNumber(cell, moved) : undefined;
}

/** The text of a row's line with its line end. */
function lineOf({ text }: Filing, { span }: Row): Span {
  const start = text.lastIndexOf('\n', span.start) + 1;
  const end = text.indexOf('\n', span.end);
  return { start, end: end < 0 ? text.length : end + 1 };
}

const exchangeCells = ({ text }: Filing, a: Cell<unknown>, b: Cell<unknown>): Made | undefined => {
  const [x, y] = [text.slice(a.span.start, a.span.end), text.slice(b.span.start, b.span.end)];
  return x === y ? undefined : { edits: [put(a, y), put(b, x)] };
};
const exchangeNumbers = (a: NumberCell, b: NumberCell): Made | undefined =>
  !a.value || !b.value || equals(a.value, b.value)
    ? undefined
    : { edits: [putNumber(a, b.value), putNumber(b, a.value)] };

const priced = ({ transactionPricePerShare: { value, markers } }: Row): boolean =>
  value !== undefined && !isZero(value) && markers.length === 0;
const kind = (name: string, make: Kind['make']): Kind => ({ name, make });

/** The rows of Table II with the one row of Table I of the same exercise. */
function pairs(filing: Filing): [Row, DerivativeRow][] {
  const found: [Row, DerivativeRow][] = [];
  for (const row of filing.derivativeTable.rows) {
    if (!transactionCode(row.transactionCode.value)?.inBothTables || !row.disposed.value) continue;
    const same = (other: Row): boolean =>
      other.transactionCode.value === row.transactionCode.value &&
      other.transactionDate.value === row.transactionDate.value;
    const [first, ...more] = rowsI(filing).filter(same);
    if (!first || more.length > 0 || filing.derivativeTable.rows.filter(same).length > 1) continue;
    const amount = first.transactionShares.value;
    if (amount && equals(amount, row.disposed.value)) found.push([first, row]);
  }
  return found;
}

const citing = (filing: Filing): Row[] =>
  all(filing).filter((row) => row.transactionPricePerShare.markers.some(({ number }) => number !== undefined));
const noteOf = ({ footnotes: { list } }: Filing, number: number | undefined): Footnote | undefined =>
  list.find((note) => note.number === number);
/** The rows whose price cites one footnote that states a range. */
const ranged = (filing: Filing): [Row, Footnote][] =>
  citing(filing).flatMap((row): [Row, Footnote][] => {
    const [marker, ...more] = row.transactionPricePerShare.markers;
    const note = noteOf(filing, marker!.number);
    return note && more.length === 0 && priceRanges(filing, note).length > 0 ? [[row, note]] : [];
  });

const SAME_SIDE: Readonly<Record<string, readonly string[]>> = {
  S: ['F', 'D'],
  F: ['S', 'D'],
  M: ['A', 'P', 'X', 'C'],
  A: ['P', 'M'],
  P: ['A'],
  C: ['M', 'X'],
  X: ['M', 'C'],
};

export const KINDS: readonly Kind[] = [
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
    if (!row || !to || !marker) return undefined;
    const { end } = to.transactionPricePerShare.span;
    const { text } = filing;
    return {
      edits: [
        { span: marker.outer, newText: '' },
        { span: { start: end, end }, newText: ` ${text.slice(marker.outer.start, marker.outer.end)}` },
      ],
      beside: [row.transactionPricePerShare.cellSpan, noteOf(filing, marker.number)?.span ?? row.span],
    };
  }),
  kind('marker lost', (next, filing) => {
    const cells = all(filing).flatMap((row) => row.cells.filter(({ markers }) => markers.length === 1));
    const once = cells.filter(
      ({ markers: [marker] }) => cells.filter((cell) => cell.markers[0]!.number === marker!.number).length === 1,
    );
    const cell = some(next, once);
    if (!cell) return undefined;
    return {
      edits: [{ span: cell.markers[0]!.outer, newText: '' }],
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

const holding = (row: Row): string =>
  `${row.securityTitle.raw}|${row.directOrIndirectOwnership.raw}|${row.natureOfOwnership.raw}`;

function side(next: Random, filing: Filing, codes: string): Made | undefined {
  const rows = rowsI(filing).filter(
    ({ transactionCode: { raw }, transactionAcquiredDisposedCode: { raw: letter } }) =>
      codes.includes(raw[0] ?? '?') && /^[AD]$/.test(letter),
  );
  const row = some(next, rows);
  const cell = row?.transactionAcquiredDisposedCode;
  return cell && one(put(cell, cell.raw === 'A' ? 'D' : 'A'));
}

function lineAround({ text }: Filing, { start, end }: Span): Span {
  const stop = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: stop < 0 ? text.length : stop + 1 };
}

/** Where each edit's words stand in the text that they make, and other places carried there. */
export function placesAfter({ edits, beside = [] }: Made): Span[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const moved = (offset: number): number => {
    let by = 0;
    for (const { span, newText } of sorted) if (span.end <= offset) by += newText.length - (span.end - span.start);
    return offset + by;
  };
  let by = 0;
  const made = sorted.map(({ span: { start, end }, newText }) => {
    const at = start + by;
    by += newText.length - (end - start);
    return { start: at, end: at + newText.length };
  });
  return [
    ...made,
    ...beside.map(({ start, end }) => ({ start: moved(start), end: Math.max(moved(start), moved(end)) })),
  ];
}
