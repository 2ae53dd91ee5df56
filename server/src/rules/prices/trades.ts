/** What the price rules ask of rows and of the footnotes that they cite. */
import { transactionCode } from '../../facts/transactionCodes';
import { classOf } from '../../filing/holdings';
import { weightedAverage, type PriceRange } from '../../filing/priceRanges';
import type { Cell, Filing, Footnote, Row } from '../../filing/model';
import { dayOf, type Day } from '../../text/days';
import {
  compare,
  grouped,
  isNegative,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import { notesOf as notesOfFiling, numberingOf } from '../footnotes/numbering';
import type { RuleContext } from '../rule';

/** Rows whose trades may be put together in one line at their average price. */
export const isTrade = (row: Row): boolean =>
  row.kind === 'transaction' && transactionCode(row.transactionCode.value)?.averaged === true;

/** A price above zero, where one can be read. */
export function priceOf({ transactionPricePerShare: { value } }: Row): Decimal | undefined {
  return value && !isZero(value) && !isNegative(value) ? value : undefined;
}

/** A price in a message: `$43`, `$43.10`, `$43.1625`. */
export const dollars = (value: Decimal): string => `$${grouped(value)}${value.scale === 1 ? '0' : ''}`;

/** The footnotes that a cell cites. */
function notesOf(filing: Filing, { markers }: Cell<unknown>): readonly Footnote[] {
  if (markers.length === 0) return NONE;
  const notes = notesOfFiling(filing);
  const found: Footnote[] = [];
  for (const { number } of markers) {
    const note = number === undefined ? undefined : notes.get(number);
    if (note) found.push(note);
  }
  return found;
}

const NONE: readonly Footnote[] = [];

/** The footnotes that speak of the transaction: those of its price or, where it has none, of its other cells. */
export function tradeNotes(filing: Filing, row: Row): readonly Footnote[] {
  const own = notesOf(filing, row.transactionPricePerShare);
  if (own.length > 0) return own;
  const { transactionShares: amount, transactionCode: code, transactionDate: date } = row;
  if (code.markers.length === 0 && date.markers.length === 0) return notesOf(filing, amount);
  return [amount, code, date].flatMap((cell) => notesOf(filing, cell));
}

/** Rows by class of securities and day; rows without a date are left out. */
export function byClassAndDay<R extends Row>(rows: readonly R[]): R[][] {
  const groups: R[][] = [];
  const ofDays = {
    nonDerivativeTable: new Map<Day, Map<string, R[]>>(),
    derivativeTable: new Map<Day, Map<string, R[]>>(),
  };
  for (const row of rows) {
    const day = row.transactionDate.value;
    if (day === undefined) continue;
    const days = ofDays[row.table];
    let ofDay = days.get(day);
    if (!ofDay) days.set(day, (ofDay = new Map<string, R[]>()));
    const name = classOf(row);
    const group = ofDay.get(name);
    if (group) group.push(row);
    else {
      const begun = [row];
      ofDay.set(name, begun);
      groups.push(begun);
    }
  }
  return groups;
}

const DOLLAR = whole(1);
const WIDE = parseDecimal('1.02')!;

/** Trades in one line may be at most a dollar apart. */
export const isWide = ({ low, high }: PriceRange): boolean => compare(subtract(high, low), DOLLAR) > 0;

/** Wide for its price too, so that one of the two prices is likely mistyped. */
export const isMistyped = (range: PriceRange): boolean =>
  isWide(range) && compare(range.high, multiply(range.low, WIDE)) > 0;

/** Day of the SEC staff's letter to the Society of Corporate Secretaries & Governance Professionals on average prices. */
const AVERAGES = dayOf(2008, 6, 25)!;

/** True where trades were reported at average prices under the terms of that letter. */
export const underTheLetter = ({ filed }: Pick<RuleContext, 'filed'>): boolean =>
  filed === undefined || filed >= AVERAGES;

/**
 * Each footnote that says "weighted average" of a trade's price, with the first row that cites it, in the order of these
 * rows. For `once`.
 */
export function averageNotes({ filing }: Pick<RuleContext, 'filing'>): { note: Footnote; row: Row }[] {
  const { notes, cited } = numberingOf(filing);
  const found: { note: Footnote; row: Row; place: number }[] = [];
  for (const [number, note] of notes) {
    const citations = cited.get(number);
    if (!citations || !weightedAverage(filing, note)) continue;
    for (const { row } of citations) {
      const place = isTrade(row) ? tradeNotes(filing, row).indexOf(note) : -1;
      if (place < 0) continue;
      found.push({ note, row, place });
      break;
    }
  }
  return found.sort(
    (a, b) => tableNumber(a.row) - tableNumber(b.row) || a.row.index - b.row.index || a.place - b.place,
  );
}

const tableNumber = ({ table }: Row): number => (table === 'nonDerivativeTable' ? 1 : 2);
