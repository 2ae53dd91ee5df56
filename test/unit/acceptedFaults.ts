/**
 * Faults as people make them, put into a filing that was read: a number copied from the row above, an old date, two cells
 * exchanged, a row left out, a list of notes numbered anew. Each is made where something else in the filing can show it.
 */
import { transactionCode } from '../../server/src/facts/transactionCodes';
import { changeOf, expectedTotal, rowBefore } from '../../server/src/filing/holdings';
import type {
  Cell,
  DateCell,
  DerivativeRow,
  Filing,
  Footnote,
  Marker,
  NumberCell,
  Row,
} from '../../server/src/filing/model';
import { rowsOf } from '../../server/src/filing/queries';
import { priceRanges } from '../../server/src/filing/priceRanges';
import type { Edit } from '../../server/src/rules/rule';
import { writtenLike } from '../../server/src/rules/words';
import { dateAs, partsOf, dayOf, weekday, type Day } from '../../server/src/text/days';
import { equals, isZero, parseDecimal, plain, type Decimal } from '../../server/src/text/decimal';
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

export const some = <T>(next: Random, from: readonly T[]): T | undefined =>
  from.length === 0 ? undefined : pick(next, from);
export const isTransaction = (row: Row): boolean => row.kind === 'transaction';
export const rowsI = (filing: Filing): Row[] => filing.nonDerivativeTable.rows.filter(isTransaction);
export const all = (filing: Filing): Row[] => rowsOf(filing).filter(isTransaction);
export const put = ({ span }: Cell<unknown>, newText: string): Edit => ({ span, newText });
export const putNumber = (cell: NumberCell, value: Decimal): Edit => put(cell, writtenLike(cell, value));
export const one = (edit: Edit | undefined): Made | undefined => edit && { edits: [edit] };
export const isDated = ({ transactionDate: { value } }: Row): boolean => value !== undefined;

/** The rows of Table I whose total follows from a row before, so that the filing itself shows what is right. */
export const proved = (filing: Filing): Row[] =>
  rowsI(filing).filter((row) => {
    const total = row.sharesOwnedFollowingTransaction.value;
    const expected = expectedTotal(filing, row);
    return total !== undefined && expected !== undefined && equals(total, expected) && !isZero(changeOf(row)!);
  });
/** The proved rows and those that they follow. */
export const chained = (filing: Filing): Row[] => {
  const rows = proved(filing);
  return rowsI(filing).filter((row) => rows.includes(row) || rows.some((other) => rowBefore(filing, other) === row));
};

export const dateText = (cell: DateCell, day: Day): string =>
  dateAs(day, /^\d{4}-/.test(cell.raw) ? 'iso' : 'month-first');
export const putDay = (cell: DateCell, day: Day): Edit => put(cell, dateText(cell, day));
/** A business day some weeks or months before. */
export const earlier = (next: Random, day: Day): Day => {
  let old = day - 20 - below(next, 80);
  while (weekday(old) === 0 || weekday(old) === 6) old--;
  return old;
};
export const yearBefore = (day: Day): Day => {
  const { year, month, dayOfMonth } = partsOf(day);
  return dayOf(year - 1, month, dayOfMonth) ?? day - 365;
};
export const signed = ({ ownerSignatures }: Filing): DateCell[] =>
  ownerSignatures.map(({ signatureDate }) => signatureDate).filter(({ value }) => value !== undefined);

/** A slip of the hand in a number: the digits of it, and what they become. */
export function slipped(next: Random, digits: string): string {
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
export function putSlip(next: Random, cell: NumberCell): Edit | undefined {
  const { value } = cell;
  if (!value || isZero(value)) return undefined;
  const [whole, rest] = plain(value).split('.');
  const text = slipped(next, whole!);
  const to = parseDecimal(rest === undefined ? text : `${text}.${rest}`);
  return to && !equals(to, value) ? putNumber(cell, to) : undefined;
}

/** The number with its decimal point elsewhere. */
export function putDecimal(next: Random, cell: NumberCell): Edit | undefined {
  const { value } = cell;
  if (!value || isZero(value)) return undefined;
  const to = next() < 0.5 ? `${plain(value)}`.replace('.', '') : plain(value).replace(/(\d)(?:\.|$)/, '.$1');
  const moved = parseDecimal(to.startsWith('.') ? `0${to}` : to);
  return moved && !equals(moved, value) && !isZero(moved) ? putNumber(cell, moved) : undefined;
}

/** The text of a row's lines with their line end: its words and markers may be wrapped. */
export function lineOf({ text }: Filing, { span, cells }: Row): Span {
  const last = Math.max(
    span.end,
    ...cells.flatMap((cell) => [cell.span, ...cell.markers.map(({ labelSpan }) => labelSpan)]).map((one) => one.end),
  );
  const start = text.lastIndexOf('\n', span.start) + 1;
  const end = text.indexOf('\n', last);
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** A marker with its brackets and tags; undefined where they are parted by the end of a line. */
export function markerSpan({ text }: Filing, { outer, span: { start, end } }: Marker): Span | undefined {
  if (text.slice(outer.start, outer.end).trim() !== '') return outer;
  if (!/^\([^\s()]+\)$/.test(text.slice(start, end))) return undefined;
  return { start: text[start - 1] === '^' ? start - 1 : start, end };
}

/** Words are taken away; in a page of columns blanks take their room, so that what stands behind them stays where it is. */
export const takeAway = ({ layout }: Filing, span: Span): Edit => ({
  span,
  newText: layout === 'columns' ? ' '.repeat(span.end - span.start) : '',
});

/** Words are put behind others; in a page of columns they take the room of the blanks there. */
export function putBehind({ layout, text }: Filing, start: number, newText: string): Edit {
  const end = start + newText.length;
  const isFree =
    layout === 'columns' && text.slice(start, end + 1).trim() === '' && !text.slice(start, end).includes('\n');
  return { span: { start, end: isFree ? end : start }, newText };
}

export const exchangeCells = ({ text }: Filing, a: Cell<unknown>, b: Cell<unknown>): Made | undefined => {
  const [x, y] = [text.slice(a.span.start, a.span.end), text.slice(b.span.start, b.span.end)];
  return x === y ? undefined : { edits: [put(a, y), put(b, x)] };
};
export const exchangeNumbers = (a: NumberCell, b: NumberCell): Made | undefined =>
  !a.value || !b.value || equals(a.value, b.value)
    ? undefined
    : { edits: [putNumber(a, b.value), putNumber(b, a.value)] };

export const priced = ({ transactionPricePerShare: { value, markers } }: Row): boolean =>
  value !== undefined && !isZero(value) && markers.length === 0;
export const kind = (name: string, make: Kind['make']): Kind => ({ name, make });

/** The rows of Table II with the one row of Table I of the same exercise. */
export function pairs(filing: Filing): [Row, DerivativeRow][] {
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

export const citing = (filing: Filing): Row[] =>
  all(filing).filter((row) => row.transactionPricePerShare.markers.some(({ number }) => number !== undefined));
export const noteOf = ({ footnotes: { list } }: Filing, number: number | undefined): Footnote | undefined =>
  list.find((note) => note.number === number);
/** The rows whose price cites one footnote that states a range. */
export const ranged = (filing: Filing): [Row, Footnote][] =>
  citing(filing).flatMap((row): [Row, Footnote][] => {
    const [marker, ...more] = row.transactionPricePerShare.markers;
    const note = noteOf(filing, marker!.number);
    return note && more.length === 0 && priceRanges(filing, note).length > 0 ? [[row, note]] : [];
  });

export const SAME_SIDE: Readonly<Record<string, readonly string[]>> = {
  S: ['F', 'D'],
  F: ['S', 'D'],
  M: ['A', 'P', 'X', 'C'],
  A: ['P', 'M'],
  P: ['A'],
  C: ['M', 'X'],
  X: ['M', 'C'],
};

export const holding = (row: Row): string =>
  `${row.securityTitle.raw}|${row.directOrIndirectOwnership.raw}|${row.natureOfOwnership.raw}`;

export function side(next: Random, filing: Filing, codes: string): Made | undefined {
  const rows = rowsI(filing).filter(
    ({ transactionCode: { raw }, transactionAcquiredDisposedCode: { raw: letter } }) =>
      codes.includes(raw[0] ?? '?') && /^[AD]$/.test(letter),
  );
  const row = some(next, rows);
  const cell = row?.transactionAcquiredDisposedCode;
  return cell && one(put(cell, cell.raw === 'A' ? 'D' : 'A'));
}

export function lineAround({ text }: Filing, { start, end }: Span): Span {
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
