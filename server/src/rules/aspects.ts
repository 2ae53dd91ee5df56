/** In what two versions of a row or of a list of footnotes differ: a rule is asked again only where it looks at that. */
import { cellOf } from '../filing/columns';
import type { Cell, Column, Footnotes, Row, Table } from '../filing/model';
import type { Decimal } from '../text/decimal';

/** What a rule can say that it looks at. */
export type Aspect =
  | Column
  /** The labels of the markers in the cells of rows. */
  | 'markers'
  /** The footnotes without their words: how many there are and how they are numbered. */
  | 'numbers'
  /** The words of footnotes. */
  | 'words';

/** What tells one holding, or one grant of Table II, from others. */
export const HOLDING_READS: readonly Aspect[] = [
  'securityTitle',
  'directOrIndirectOwnership',
  'natureOfOwnership',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'markers',
];

/** A set of aspects. */
export type Aspects = number;

const COLUMNS: readonly Column[] = [
  'securityTitle',
  'transactionDate',
  'deemedExecutionDate',
  'transactionCode',
  'transactionFormType',
  'transactionShares',
  'transactionAcquiredDisposedCode',
  'transactionPricePerShare',
  'sharesOwnedFollowingTransaction',
  'directOrIndirectOwnership',
  'natureOfOwnership',
  'conversionOrExercisePrice',
  'acquired',
  'disposed',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
];
const MARKERS: Aspects = 1 << COLUMNS.length;
export const NUMBERS: Aspects = MARKERS << 1;
export const WORDS: Aspects = NUMBERS << 1;
/** Which rows there are, and of what kind: every rule that looks at a table looks at that. */
const ROWS: Aspects = WORDS << 1;
export const ALL_ASPECTS: Aspects = (ROWS << 1) - 1;
export const OF_NOTES: Aspects = NUMBERS | WORDS;
export const OF_ROWS: Aspects = ALL_ASPECTS & ~OF_NOTES;

/** The aspects of a list; all where there is none. */
export function aspectsOf(reads: readonly Aspect[] | undefined): Aspects {
  if (!reads) return ALL_ASPECTS;
  let aspects = ROWS;
  for (const one of reads)
    aspects |=
      one === 'markers' ? MARKERS : one === 'numbers' ? NUMBERS : one === 'words' ? WORDS : 1 << COLUMNS.indexOf(one);
  return aspects;
}

/** The aspect of a cell, as far as it is one of the row's. */
export function aspectOfCell(row: Row | undefined, cell: Cell<unknown>): Aspects {
  if (row) for (let at = 0; at < COLUMNS.length; at++) if (cellOf(row, COLUMNS[at]!) === cell) return 1 << at;
  return ALL_ASPECTS;
}

/** In what a row differs from the one that stood in its place. */
export function differenceOfRows(before: Row, after: Row): Aspects {
  if (before.kind !== after.kind || before.cells.length !== after.cells.length) return OF_ROWS;
  let changed = 0;
  for (let at = 0; at < COLUMNS.length; at++) {
    const was = cellOf(before, COLUMNS[at]!);
    const is = cellOf(after, COLUMNS[at]!);
    if (was === is) continue;
    if (!was || !is) return OF_ROWS;
    if (!sameWords(was, is)) changed |= 1 << at;
    if (!sameMarkers(was, is)) changed |= (1 << at) | MARKERS;
  }
  // Cells that are under no column, or whose words are split among two.
  for (let at = 0; at < after.cells.length; at++) {
    const [was, is] = [before.cells[at]!, after.cells[at]!];
    if (!sameMarkers(was, is)) changed |= MARKERS;
    if (changed === 0 && !sameWords(was, is)) return OF_ROWS;
  }
  return changed;
}

/** Whether two versions of a table have as many rows under the same columns. */
export function haveSameShape(before: Table<Row>, after: Table<Row>): boolean {
  return (
    before.rows.length === after.rows.length &&
    before.columns === after.columns &&
    (before.title === undefined) === (after.title === undefined)
  );
}

/** In what two lists of footnotes differ. */
export function differenceOfNotes(before: Footnotes, after: Footnotes): Aspects {
  if (
    before.list.length !== after.list.length ||
    before.style !== after.style ||
    (before.heading === undefined) !== (after.heading === undefined)
  )
    return OF_NOTES;
  let changed = 0;
  for (let at = 0; at < after.list.length; at++) {
    const [was, is] = [before.list[at]!, after.list[at]!];
    if (was === is) continue;
    changed |= WORDS;
    if (was.number !== is.number || was.label !== is.label) changed |= NUMBERS;
  }
  return changed;
}

function sameWords(was: Cell<unknown>, is: Cell<unknown>): boolean {
  return was.raw === is.raw && was.problem === is.problem && sameValue(was.value, is.value);
}

function sameValue(was: unknown, is: unknown): boolean {
  if (was === is) return true;
  if (typeof was !== 'object' || typeof is !== 'object') return false;
  return (was as Decimal).digits === (is as Decimal).digits && (was as Decimal).scale === (is as Decimal).scale;
}

function sameMarkers({ markers: was }: Cell<unknown>, { markers: is }: Cell<unknown>): boolean {
  return was.length === is.length && was.every(({ label }, at) => label === is[at]!.label);
}
