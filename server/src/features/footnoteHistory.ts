/** Footnotes and markers as they once agreed, and what has come apart since: a note moved by hand, a marker lost. */
import { cellsOf } from '../filing/columns';
import type { Cell, Column, Filing, Footnote, Marker, Row } from '../filing/model';
import { noteReferences, otherReferences } from '../filing/notes';
import { hasMarkers, rowsOf, tableOf } from '../filing/queries';
import { MOST_NOTES, numberingOf } from '../rules/footnotes/numbering';

/** Plain values: a filing that is read again moves along with its text, and these must not. */
export interface FootnoteState {
  readonly notes: readonly NoteState[];
  readonly rows: readonly RowState[];
  /** What remarks and cells say of footnotes. */
  readonly others: string;
}

interface NoteState {
  readonly number: number;
  /** The words, whatever numbers they name. */
  readonly key: string;
  /** The words as they stand in the source. */
  readonly words: string;
}

interface RowState {
  readonly key: string;
  readonly cites: readonly { readonly column: Column; readonly numbers: readonly number[] }[];
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
  let keys: Map<Footnote, string> | undefined;
  return {
    notes: list.map((note) =>
      once(noteStates, note, () => ({
        number: note.number!,
        key: (keys ??= keysOf(filing)).get(note)!,
        words: filing.text.slice(note.textSpan.start, note.textSpan.end),
      })),
    ),
    rows: rowsOf(filing)
      .filter((row) => hasMarkers(row))
      .map((row) =>
        once(rowStates, row, () => ({
          key: keyOf(row),
          cites: cellsOf(row, tableOf(filing, row)).flatMap(({ column, cell }) => {
            const numbers = numbersIn(cell);
            return numbers.length > 0 ? [{ column, numbers }] : [];
          }),
        })),
      ),
    others: othersOf(filing),
  };
}

/** While a filing is edited its other rows and notes stay the same objects. */
const noteStates = new WeakMap<Footnote, NoteState>();
const rowStates = new WeakMap<Row, RowState>();

function once<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** True where one row or one note at the most is another, and all have the numbers that they had: nothing has come apart. */
export function isTyping(before: FootnoteState, after: FootnoteState): boolean {
  const notes = others(before.notes, after.notes);
  const rows = others(before.rows, after.rows);
  if (!notes || !rows || notes.length + rows.length > 1) return false;
  const cited = ({ cites }: RowState): string => JSON.stringify(cites);
  return notes.every(([was, is]) => was.number === is.number) && rows.every(([was, is]) => cited(was) === cited(is));
}

/** The pairs in which two lists differ; undefined where one is longer. */
function others<T>(before: readonly T[], after: readonly T[]): [T, T][] | undefined {
  if (before.length !== after.length) return undefined;
  return before.flatMap((one, at): [T, T][] => (one === after[at] ? [] : [[one, after[at]!]]));
}

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
  for (const [note, key] of keysOf(filing)) if (note.number !== undefined) push(waiting, key, note.number);
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

/** The words of each note, with # for the numbers of other notes in them. */
function keysOf(filing: Filing): Map<Footnote, string> {
  const named = new Map<Footnote, { start: number; end: number }[]>();
  for (const { note, numbers } of noteReferences(filing)) for (const { span } of numbers) push(named, note, span);
  return new Map(
    filing.footnotes.list.map((note) => {
      if (!named.has(note)) return [note, plainKeyOf(filing, note)];
      let key = '';
      let from = note.textSpan.start;
      for (const { start, end } of named.get(note) ?? []) {
        key += filing.text.slice(from, start) + '#';
        from = end;
      }
      return [note, (key + filing.text.slice(from, note.textSpan.end)).replace(/\s+/g, ' ')];
    }),
  );
}

const keyByNote = new WeakMap<Footnote, string>();

function plainKeyOf(filing: Filing, note: Footnote): string {
  let key = keyByNote.get(note);
  if (key === undefined)
    keyByNote.set(note, (key = filing.text.slice(note.textSpan.start, note.textSpan.end).replace(/\s+/g, ' ')));
  return key;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What a row says, without its markers. */
function keyOf(row: Row): string {
  let key = keyByRow.get(row);
  if (key === undefined)
    keyByRow.set(row, (key = `${row.table}\t${row.cells.map(({ value }) => value ?? '').join('\t')}`));
  return key;
}

const keyByRow = new WeakMap<Row, string>();

const numbersIn = (cell: Cell<unknown>): number[] =>
  cell.markers.flatMap(({ number }) => (number === undefined ? [] : [number]));
