/**
 * Reads a text again after an edit within one line of a table's row or of a footnote: that row or note is read anew, and
 * all else is kept and moved to where it stands now. The filing must be the very one that a fresh reading would give; where
 * that is not certain there is none.
 */
import { cellsOf } from '../filing/columns';
import type { Filing, Footnote, Row, Table } from '../filing/model';
import { hasMarkers, rowAt, tableOf } from '../filing/queries';
import type { Span } from '../text/span';
import { CellReader } from './cells';
import { readNoteAgain } from './footnotes';
import { readingOf, rememberReading, sectionsOf, type Reading } from './form';
import { Places } from './places';
import { anchorAt, tickedAnchorAt } from './sections';
import { mayBeSeveral } from './several';
import type { Source } from './source';
import { senseOf } from './rowSense';
import { isGarbledNote } from './unreadParts';
import { isSurelyRow, readRow } from './tables';

/** What decides, anywhere in a text, which layout it is read in, or that it holds a further filing. */
const SIGNS =
  /CONFORMED|<(?:ownershipDocument|SEC-|html|t[rbha]|s>)|-----BEGIN|[|\u2500-\u256c]|\+[-=+]|[ \u00a0^*]{3}2\. Issuer Name/i;
const TITLE = /statement of /i;
/** No sign is longer. */
const AROUND = 40;

/** What is known of a document while it is edited, from one version to the next. */
class Editing {
  /** Undefined for a text that holds such signs, so that it is always read afresh. */
  readonly places: Places | undefined;
  /** The row or note whose line has been found to decide nothing about other lines. */
  settled: Row | Footnote | undefined;

  constructor(filing: Filing) {
    const { text } = filing;
    this.places = SIGNS.test(text) || mayBeSeveral(text) ? undefined : new Places(filing);
  }
}

const editingOf = new WeakMap<Filing, Editing>();

/** A line before and after an edit. */
interface Edit {
  readonly before: Filing;
  readonly reading: Reading;
  readonly editing: Editing;
  readonly source: Source;
  readonly number: number;
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
  if (before.unread.length > 0) return undefined;
  const anew = rowAnew(edit) ?? noteAnew(edit);
  if (!anew || !sameSignatures(edit)) return undefined;
  const { reading, editing, source } = edit;
  editing.places!.move(before, changed.end, text.length - before.text.length);
  const { footnotes } = anew;
  if (footnotes) (footnotes.span as { end: number }).end = footnotes.list[footnotes.list.length - 1]!.span.end;
  const filing: Filing = { ...before, ...anew, text, lines: source.lines };
  rememberReading(filing, { source, style: reading.style, parts: reading.parts, signatures: reading.signatures });
  editingOf.set(filing, editing);
  return filing;
}

/** The line that an edit lies in; undefined where the edit is of several lines, or makes of its line what decides on others. */
function editOf(before: Filing, text: string, { start, end }: Span): Edit | undefined {
  const reading = readingOf(before);
  if (reading?.source.layout !== 'tabbed') return undefined;
  const number = before.lines.lineAt(start);
  const was = before.lines.lineSpan(number);
  const by = text.length - before.text.length;
  if (end > was.end || hasLineEnd(text, start, end + by)) return undefined;
  const is = { start: was.start, end: was.end + by };
  let editing = editingOf.get(before);
  if (!editing) editingOf.set(before, (editing = new Editing(before)));
  if (!editing.places) return undefined;
  const around = text.slice(Math.max(is.start, start - AROUND), Math.min(is.end, end + by + AROUND));
  if (SIGNS.test(around) || TITLE.test(around) || !keepsStyle(reading, before.text, was, text, is, around))
    return undefined;
  const { layout, splitCells } = reading.source;
  const source = { text, lines: before.lines.edited(text, number, by), layout, splitCells };
  return isAnchor(source, number) ? undefined : { before, reading, editing, source, number, was, is };
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
}

/** Whether there is one such tag in the text decides how markers are read. */
function keepsStyle({ style }: Reading, oldText: string, was: Span, text: string, is: Span, around: string): boolean {
  if (style === 'plain') return !around.includes('<sup');
  return !oldText.slice(was.start, was.end).includes('<sup') || text.slice(is.start, is.end).includes('<sup');
}

const isAnchor = (source: Source, line: number): boolean =>
  anchorAt(source, line) !== undefined || tickedAnchorAt(source, line) !== undefined;

/** Signatures have no heading: which lines are theirs depends on the words of others. */
function sameSignatures({ reading: { parts, signatures }, source, number }: Edit): boolean {
  if (number < signatures.from && number !== signatures.and) return true;
  const { runs } = sectionsOf(source, parts).signatures;
  return (
    runs.length === signatures.runs.length &&
    runs.every(({ from, to }, at) => from === signatures.runs[at]!.from && to === signatures.runs[at]!.to)
  );
}

/** What has been read anew: parts of a filing that take the place of others. */
type Anew = Partial<Filing>;

function rowAnew({ before, reading, editing, source, number, was, is }: Edit): Anew | undefined {
  const row = rowAt(before, was.start);
  if (row?.span.start !== was.start) return undefined;
  const table = tableOf(before, row);
  const cells = source.splitCells(source.text, is);
  // The number of cells has a say in what the columns of Table II are.
  if (cells.length !== row.cells.length) return undefined;
  if (editing.settled !== row) {
    const spans = row.cells.map(({ cellSpan }) => cellSpan);
    if (isAnchor(reading.source, number) || !isSurelyRow(before.text, was, spans)) return undefined;
  }
  if (!isSurelyRow(source.text, is, cells)) return undefined;
  const reader = new CellReader(source.text, reading.style);
  const now = readRow(source.text, reader, row.table, table.columns, is, cells, row.index);
  // A row that makes no sense may have a say in whether its table was read.
  const sense = senseOf(now);
  if (sense !== 'good' && sense !== senseOf(row)) return undefined;
  // Whether there are markers left without those of this row is not known.
  if (before.hasMarkers && !reader.sawMarker && cites(row, table)) return undefined;
  const rows = table.rows.slice();
  rows[row.index] = now;
  editing.settled = now;
  return { [row.table]: { ...table, rows }, hasMarkers: before.hasMarkers || reader.sawMarker };
}

/** Whether reading a row has met a marker: in a cell of the line, under a column or not, or behind a number of a column. */
const cites = (row: Row, table: Table<Row>): boolean =>
  row.cells.some(({ markers }) => markers.length > 0) ||
  (hasMarkers(row) && cellsOf(row, table).some(({ cell }) => cell.markers.length > 0));

function noteAnew({ before, reading, editing, source, number, was, is }: Edit): Anew | undefined {
  const { footnotes } = before;
  const { list } = footnotes;
  let at = list.length - 1;
  while (at >= 0 && list[at]!.span.start > was.end) at--;
  const note = list[at];
  if (!note || note.span.end < was.start || footnotes.heading === undefined) return undefined;
  if (editing.settled !== note && isAnchor(reading.source, number)) return undefined;
  const now = readNoteAgain([before.text, source.text], footnotes, at, [was, is]);
  if (!now || isGarbledNote(source.text, now)) return undefined;
  const notes = list.slice();
  notes[at] = now;
  // A note of several lines is settled line by line.
  editing.settled = now.span.start >= is.start && now.span.end <= is.end ? now : undefined;
  return { footnotes: { ...footnotes, list: notes } };
}
