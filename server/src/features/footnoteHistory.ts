/** Footnotes and markers as they once agreed, and what has come apart since: a note moved by hand, a marker lost. */
import { MOST_NOTES } from '../facts/limits';
import { cellsOf } from '../filing/columns';
import type { Cell, Column, Columns, Filing, Footnote, Marker, Row, Table, TableName } from '../filing/model';
import { mayName, namedIn, otherReferences } from '../filing/notes';
import { endsLikeMarker, hasMarkers, rowsOf, tableOf } from '../filing/queries';
import { numberingOf } from '../rules/footnotes/numbering';
import type { Span } from '../text/span';

/** What does not depend on where it stands, and outlives the filing that it was made from. */
export interface FootnoteState {
  readonly notes: readonly NoteState[];
  /** Rows with markers, in the order of the text. */
  readonly rows: readonly RowState[];
  /** What remarks and cells say of footnotes. */
  readonly others: string;
}

class NoteState {
  #key: string | undefined;

  constructor(
    readonly number: number,
    /** The words as they stand in the source. */
    readonly words: string,
  ) {}

  /** The words, whatever numbers they name. */
  get key(): string {
    return (this.#key ??= keyOfWords(this.words));
  }
}

interface Cite {
  readonly column: Column;
  readonly numbers: readonly number[];
}

class RowState {
  #cites: readonly Cite[] | undefined;

  constructor(
    private readonly row: Row,
    readonly columns: Columns,
  ) {}

  get key(): string {
    return keyOf(this.row);
  }

  get cites(): readonly Cite[] {
    return (this.#cites ??= cellsOf(this.row, this).flatMap(({ column, cell }) => {
      const numbers = numbersIn(cell);
      return numbers.length > 0 ? [{ column, numbers }] : [];
    }));
  }
}

/** A marker that nobody touched, while its note has another number now. */
export interface Stale {
  readonly row: Row;
  readonly cell: Cell<unknown>;
  readonly marker: Marker;
  /** The note that it cited. */
  readonly note: NoteState;
  /** That note's number now; undefined where it is gone. */
  readonly to: number | undefined;
}

/** A cell that cited a note and does not any more. */
export interface Lost {
  readonly cell: Cell<unknown>;
  /** The note's number now. */
  readonly number: number;
}

export interface Since {
  /** The number that each note has now, by the number that it had; undefined where it is gone. */
  readonly now: ReadonlyMap<number, number | undefined>;
  readonly stale: readonly Stale[];
  readonly lost: readonly Lost[];
}

/** What a filing says of its footnotes; undefined where markers and notes do not agree. */
export function stateOf(filing: Filing): FootnoteState | undefined {
  const { list } = filing.footnotes;
  if (list.length > MOST_NOTES) return undefined;
  const { undefinedMarkers, oddMarkers, uncited, duplicates } = numberingOf(filing);
  if (undefinedMarkers.length + oddMarkers.length + uncited.length + duplicates.length > 0) return undefined;
  if (!filing.hasMarkers || list.some(({ number }) => number === undefined)) return undefined;
  return {
    notes: list.map((note) => noteState(filing, note)),
    rows: rowsOf(filing)
      .filter((row) => hasMarkers(row))
      .map((row) => new RowState(row, tableOf(filing, row).columns)),
    others: othersOf(filing),
  };
}

const noteState = (filing: Filing, note: Footnote): NoteState => new NoteState(note.number!, wordsIn(filing, note));

/** The words of a note as they stand in the source. */
const wordsIn = ({ text }: Filing, { textSpan }: Footnote): string => text.slice(textSpan.start, textSpan.end);

/**
 * True where a filing differs from another by the words of one note or of one row that cites at the most, while all markers
 * and numbers are what they were: so nothing has come apart. False where more has changed, or may have.
 */
export function isTyping(seen: Filing, filing: Filing): boolean {
  const { footnotes, nonDerivativeTable, derivativeTable } = filing;
  const isSame = (was: Footnote, is: Footnote): boolean =>
    was.number === is.number && wordsIn(seen, was) === wordsIn(filing, is);
  const note = otherIn(seen.footnotes.list, footnotes.list, isSame);
  const isReadAlike = seen.layout === filing.layout && seen.text.includes(SUP) === filing.text.includes(SUP);
  const first = otherRow(seen, filing, 'nonDerivativeTable', isReadAlike);
  const second = otherRow(seen, filing, 'derivativeTable', isReadAlike);
  if (note === MORE || first === MORE || second === MORE) return false;
  const others = [note, first, second].filter((at) => at !== NONE).length;
  if (others !== 1) return others === 0;
  if (note !== NONE) return footnotes.list[note]!.number === seen.footnotes.list[note]!.number;
  const [before, after] =
    first !== NONE ? [seen.nonDerivativeTable, nonDerivativeTable] : [seen.derivativeTable, derivativeTable];
  const at = first !== NONE ? first : second;
  const [was, is] = [before.rows[at]!, after.rows[at]!];
  if (namesNotes(was) || namesNotes(is)) return false;
  return citeAlike(was, is) || cited(new RowState(was, before.columns)) === cited(new RowState(is, after.columns));
}

/**
 * The place of the one row in which two tables differ. Where nothing was typed in a table its rows need not be made, nor
 * those of it that stand as they stood.
 * @param isReadAlike whether the same words are read as the same in both texts
 */
function otherRow(seen: Filing, filing: Filing, name: TableName, isReadAlike: boolean): number {
  const isAsItWas = (was: Span, is: Span): boolean =>
    isReadAlike && seen.text.slice(was.start, was.end) === filing.text.slice(is.start, is.end);
  const before: Table<Row> = seen[name];
  const after: Table<Row> = filing[name];
  if (before.columns === after.columns && isAsItWas(before.span, after.span)) return NONE;
  return otherIn(before.rows, after.rows, (was, is) => isAsItWas(was.span, is.span) || saysTheSame(was, is));
}

/** By its presence a text says how it marks what cites. */
const SUP = '<sup';

const namesNotes = (row: Row): boolean => row.cells.some(mayName);

/** What is typed in a row without markers, amid other typing, says nothing of footnotes. */
const speakOfNotes = (before: Row, after: Row): boolean =>
  hasMarkers(before) || hasMarkers(after) || namesNotes(before) || namesNotes(after);

/** A quick look at the cells as they stand: true where their markers, if any, are the same, and are all the row has. */
function citeAlike({ cells: before }: Row, { cells: after }: Row): boolean {
  if (before.length !== after.length) return false;
  for (let at = 0; at < after.length; at++) {
    const was = before[at]!;
    const is = after[at]!;
    if (was.markers.length !== is.markers.length) return false;
    if (was.raw !== is.raw && (endsLikeMarker(was.raw) || endsLikeMarker(is.raw))) return false;
    for (let which = 0; which < is.markers.length; which++)
      if (was.markers[which]!.number !== is.markers[which]!.number) return false;
  }
  return true;
}

const NONE = -1;
const MORE = -2;

/** Of rows that do not speak of footnotes it says nothing whether they are the same. */
const saysTheSame = (before: Row, after: Row): boolean =>
  (citeAlike(before, after) && (isWrittenAlike(before, after) || keyOf(before) === keyOf(after))) ||
  !speakOfNotes(before, after);

const isWrittenAlike = ({ cells: before }: Row, { cells: after }: Row): boolean =>
  before.every(({ raw }, at) => raw === after[at]!.raw);

/** The place of the one element in which two lists differ. */
function otherIn<T>(before: readonly T[], after: readonly T[], same: (before: T, after: T) => boolean): number {
  if (before.length !== after.length) return MORE;
  let other = NONE;
  for (let at = 0; at < after.length; at++) {
    if (same(before[at]!, after[at]!)) continue;
    if (other !== NONE) return MORE;
    other = at;
  }
  return other;
}

const cited = ({ cites }: RowState): string => JSON.stringify(cites);

/** What remarks and cells say of footnotes, in the order of the text. */
export const othersOf = (filing: Filing): string =>
  otherReferences(filing)
    .map(({ span: { start, end } }) => filing.text.slice(start, end))
    .join('\n');

/** What has come apart since. Rows and notes are known again by their words: what was changed otherwise is not judged. */
export function since({ notes, rows }: FootnoteState, filing: Filing): Since {
  const { now, known } = whereNow(notes, filing);
  const stale: Stale[] = [];
  const lost: Lost[] = [];
  const waiting = new Map<string, RowState[]>();
  for (const row of [...rows].reverse()) push(waiting, row.key, row);
  if (waiting.size === 0) return { now, stale, lost };
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  const defined = new Set(filing.footnotes.list.map(({ number }) => number));
  for (const row of rowsOf(filing)) {
    const before = waiting.get(keyOf(row))?.pop();
    if (!before) continue;
    const cells = cellsOf(row, tableOf(filing, row));
    for (const { column, numbers } of before.cites) {
      const cell = cells.find((one) => one.column === column)?.cell;
      if (!cell) continue;
      const current = numbersIn(cell);
      const wanted = numbers.map((number) => now.get(number)).filter((number) => number !== undefined);
      if (wanted.length > 0 && wanted.every((number) => current.includes(number))) continue;
      for (const number of numbers) {
        const to = now.get(number);
        const marker = cell.markers.find((one) => one.number === number);
        if (!marker) {
          if (to !== undefined && !current.includes(to)) lost.push({ cell, number: to });
        } else if (to !== number && (to !== undefined || known.has(number) || !defined.has(number)))
          stale.push({ row, cell, marker, note: byNumber.get(number)!, to });
      }
    }
  }
  // Where every note stands where it stood, a marker that leads nowhere is spoken of as such.
  const moved = stale.some(({ to, marker }) => to !== undefined || known.has(marker.number!));
  return { now, stale: moved ? stale : [], lost };
}

/** Where each note is now, and the numbers now of those that were there before. */
function whereNow(
  notes: readonly NoteState[],
  filing: Filing,
): { now: Map<number, number | undefined>; known: Set<number> } {
  const waiting = new Map<string, number[]>();
  for (const note of filing.footnotes.list)
    if (note.number !== undefined) push(waiting, noteState(filing, note).key, note.number);
  const now = new Map<number, number | undefined>();
  for (const { number, key } of notes) {
    const places = waiting.get(key);
    // Of notes with the same words each is itself, as far as that can be.
    const at = places?.indexOf(number) ?? -1;
    now.set(number, at >= 0 ? places!.splice(at, 1)[0] : places?.shift());
  }
  const known = new Set([...now.values()].filter((number) => number !== undefined));
  return { now, known };
}

/** The words of a note, with # for the numbers of other notes in them. */
function keyOfWords(words: string): string {
  let key = '';
  let from = 0;
  for (const { numbers } of namedIn(words))
    for (const { span } of numbers) {
      key += words.slice(from, span.start) + '#';
      from = span.end;
    }
  return (key + words.slice(from)).replace(/\s+/g, ' ');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What a row says, without its markers. */
const keyOf = ({ table, cells }: Row): string => `${table}\t${cells.map(({ value }) => value ?? '').join('\t')}`;

const numbersIn = (cell: Cell<unknown>): number[] =>
  cell.markers.flatMap(({ number }) => (number === undefined ? [] : [number]));
