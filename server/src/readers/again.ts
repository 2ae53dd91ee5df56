/**
 * Reads a text again after an edit within one line of a table's row or of a footnote: that row or note is read anew, and
 * all else is kept and moved to where it stands now. The filing must be the very one that a fresh reading would give; where
 * that is not certain there is none.
 */
import type { Filing, Row } from '../filing/model';
import { rowAt, tableOf } from '../filing/queries';
import type { Span } from '../text/span';
import { CellReader } from './cells';
import { readNoteAgain } from './footnotes';
import { readingOf, rememberReading, sectionsOf, type Reading } from './form';
import { Places } from './places';
import { anchorAt, tickedAnchorAt } from './sections';
import { mayBeSeveral } from './several';
import type { Source } from './source';
import { isSurelyRow, readRow } from './tables';

/** What decides, anywhere in a text, which layout it is read in. */
const SIGNS =
  /CONFORMED|<(?:ownershipDocument|SEC-|html|t[rbha]|s>)|-----BEGIN|[|\u2500-\u256c]|\+[-=+]|[ \u00a0^*]{3}2\. Issuer Name/i;
/** What a further filing in the same text may begin with. */
const TITLE = /statement of /i;

/** Undefined for a filing whose text holds such signs, so that it is always read afresh. */
const placesOf = new WeakMap<Filing, { readonly places: Places | undefined }>();

/** A line before and after an edit. */
interface Edit {
  readonly before: Filing;
  readonly reading: Reading;
  readonly source: Source;
  readonly was: Span;
  readonly is: Span;
}

/**
 * The filing of a text in which `text` differs from that of `before` by an edit.
 * @param before used up, if there is a result: what is kept of it is moved
 * @param changed the characters of the text before that others have taken the place of
 * @returns undefined where the text must be read afresh; then nothing has changed
 */
export function readAgain(before: Filing, text: string, changed: Span): Filing | undefined {
  const edit = editOf(before, text, changed);
  if (!edit) return undefined;
  const known = placesOf.get(before) ?? { places: isSettled(before.text) ? new Places(before) : undefined };
  placesOf.set(before, known);
  const anew = known.places && (rowAnew(edit) ?? noteAnew(edit));
  if (!known.places || !anew || !sameSignatures(edit)) return undefined;
  const { reading, source } = edit;
  known.places.move(before, changed.end, text.length - before.text.length);
  if (anew.footnotes) {
    const { list, span } = anew.footnotes;
    (span as { end: number }).end = list[list.length - 1]!.span.end;
  }
  const filing: Filing = { ...before, text, lines: source.lines, ...anew };
  rememberReading(filing, { ...reading, source });
  placesOf.set(filing, known);
  return filing;
}

const isSettled = (text: string): boolean => !SIGNS.test(text) && !mayBeSeveral(text);

/** The line that an edit lies in; undefined where the edit is of several lines, or makes of its line what decides on others. */
function editOf(before: Filing, text: string, { start, end }: Span): Edit | undefined {
  const reading = readingOf(before);
  if (reading?.source.layout !== 'tabbed') return undefined;
  const number = before.lines.lineAt(start);
  const was = before.lines.lineSpan(number);
  const by = text.length - before.text.length;
  if (end > was.end) return undefined;
  const is = { start: was.start, end: was.end + by };
  const line = text.slice(is.start, is.end);
  if (/[\r\n]/.test(line) || SIGNS.test(line) || TITLE.test(line)) return undefined;
  // Whether there is one such tag in the text decides how markers are read.
  if (line.includes('<sup') !== before.text.slice(was.start, was.end).includes('<sup')) return undefined;
  const source = { ...reading.source, text, lines: before.lines.edited(text, number, by) };
  if (isAnchor(reading.source, number) || isAnchor(source, number)) return undefined;
  return { before, reading, source, was, is };
}

const isAnchor = (source: Source, line: number): boolean =>
  anchorAt(source, line) !== undefined || tickedAnchorAt(source, line) !== undefined;

/** Signatures have no heading: which lines are theirs depends on the words of others. */
function sameSignatures({ reading, source }: Edit): boolean {
  const { signed } = sectionsOf(source, reading.parts);
  const { signed: before } = reading;
  return (
    signed.length === before.length &&
    signed.every(({ from, to }, at) => from === before[at]!.from && to === before[at]!.to)
  );
}

function rowAnew({ before, reading, source, was, is }: Edit): Partial<Filing> | undefined {
  const row = rowAt(before, was.start);
  if (row?.span.start !== was.start) return undefined;
  const table = tableOf(before, row);
  const cellsBefore = source.splitCells(before.text, was);
  const cells = source.splitCells(source.text, is);
  // The number of cells has a say in what the columns of Table II are.
  if (cells.length !== cellsBefore.length) return undefined;
  if (!isSurelyRow(before.text, was, cellsBefore) || !isSurelyRow(source.text, is, cells)) return undefined;
  const read = (text: string, line: Span, spans: readonly Span[]): { row: Row; marked: boolean } => {
    const reader = new CellReader(text, reading.style);
    const read = readRow(text, reader, row.table, table.columns, line, spans, row.index);
    return { row: read, marked: reader.sawMarker };
  };
  const now = read(source.text, is, cells);
  // Whether there are markers left without those of this row is not known.
  if (before.hasMarkers && !now.marked && read(before.text, was, cellsBefore).marked) return undefined;
  const rows = table.rows.slice();
  rows[row.index] = now.row;
  return { [row.table]: { ...table, rows }, hasMarkers: before.hasMarkers || now.marked };
}

function noteAnew({ before, source, was, is }: Edit): Partial<Filing> | undefined {
  const { footnotes } = before;
  const { list } = footnotes;
  let at = list.length - 1;
  while (at >= 0 && list[at]!.span.start > was.end) at--;
  const note = list[at];
  if (!note || note.span.end < was.start || footnotes.heading === undefined) return undefined;
  const now = readNoteAgain([before.text, source.text], footnotes, at, [was, is]);
  if (!now) return undefined;
  const notes = list.slice();
  notes[at] = now;
  return { footnotes: { ...footnotes, list: notes } };
}
