/** Edits of footnotes that the form makes: their words, and what is cited in a cell. */
import { MOST_NOTES } from '../../facts/limits';
import { cellOf, isBlank } from '../../filing/columns';
import type { Cell, Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import { apply } from '../footnotes/apply';
import { numberAt } from '../footnotes/insert';
import { citing, withoutMarkers } from '../footnotes/markers';
import { roomAt, unnumbered } from '../footnotes/plan';
import type { Refusal } from '../operation';
import { roomFor } from './cells';
import { escaped } from './escape';
import { changed } from './pieces';
import { rowOfPlace, type CellPlace, type NotePlace } from './place';
import { contentEdits, documentElement, without, xmlCite, xmlNewNote } from './xml';

const NO_CELL: Refusal = { refused: 'Nothing was changed: this cell is not in the filing any more.' };

/** Sets the words of a note. */
export function noteEdits(
  filing: Filing,
  { note: at }: NotePlace,
  before: string,
  after: string,
): readonly Edit[] | Refusal {
  const note = filing.footnotes.list[at];
  if (!note) return { refused: 'Nothing was changed: this note is not in the filing any more.' };
  const isXml = filing.xml !== undefined;
  const escape = (words: string): string => escaped(filing, words, true);
  const element = isXml ? documentElement(filing, ['footnotes', 0], ['footnote', at])?.element : undefined;
  if (element && before === '') return contentEdits(filing, element, escape(after));
  const edit = changed(filing.text, { span: note.textSpan, isXml }, before, after, escape);
  if (edit && before !== '') return [edit];
  const behindLabel = !isXml && note.textSpan.start === note.labelSpan.end;
  const spaced = behindLabel && !/\s$/.test(filing.text.slice(note.labelSpan.start, note.labelSpan.end)) ? ' ' : '';
  return [{ span: note.textSpan, newText: (after === '' ? '' : spaced) + escape(after) }];
}

/** One more marker in a cell, for a note that is there. */
export function citeEdits(filing: Filing, place: CellPlace, number: number): readonly Edit[] | Refusal {
  const cell = cellAt(filing, place);
  if (!cell) return NO_CELL;
  if (!filing.footnotes.list.some((note) => note.number === number))
    return { refused: `Nothing was changed: the filing has no footnote ${number}.` };
  if (cell.markers.some((marker) => marker.number === number))
    return { refused: `Nothing was changed: this cell cites footnote ${number} already.` };
  if (filing.xml) return xmlCite(filing, place, `F${number}`);
  return [spread(filing, place, cell, citing(filing, cell, number))];
}

/** The marker of a note goes out of a cell. */
export function unciteEdits(filing: Filing, place: CellPlace, number: number): readonly Edit[] | Refusal {
  const cell = cellAt(filing, place);
  const gone = cell?.markers.filter((marker) => marker.number === number) ?? [];
  if (!cell || gone.length === 0)
    return { refused: `Nothing was changed: this cell does not cite footnote ${number}.` };
  if (filing.xml)
    return without(
      filing,
      gone.map(({ outer }) => outer),
    );
  return withoutMarkers(filing, cell, new Set(gone));
}

/** A new note that the cell cites; later notes and their markers make room. Gives the number of the note too. */
export function newNoteEdits(
  filing: Filing,
  place: CellPlace,
  words: string,
): { readonly edits: readonly Edit[]; readonly number: number; readonly remark?: string } | Refusal {
  const cell = cellAt(filing, place);
  if (!cell) return NO_CELL;
  if (words === '') return { refused: 'Nothing was changed: a footnote has words.' };
  const { list } = filing.footnotes;
  if (list.length >= MOST_NOTES)
    return {
      refused: `Nothing was changed: the filing has ${list.length} footnotes, and EDGAR takes no more than ${MOST_NOTES}.`,
    };
  if (filing.xml) {
    const note = xmlNewNote(filing, words);
    const cite = 'refused' in note ? note : xmlCite(filing, place, note.id);
    if ('refused' in note) return note;
    return 'refused' in cite ? cite : { edits: [...cite, ...note.edits], number: Number(note.id.slice(1)) };
  }
  const refused = unnumbered(filing);
  if (refused) return refused;
  const number = numberAt(filing, cell);
  const done = apply(filing, roomAt(number), { number, words: escaped(filing, words, true), cell });
  if ('refused' in done) return done;
  const edits = done.edits.map((edit) =>
    edit.span.start === cell.span.end ? spread(filing, place, cell, edit) : edit,
  );
  return { edits, number, ...(done.remark !== undefined && { remark: done.remark }) };
}

function cellAt(filing: Filing, place: CellPlace): Cell<unknown> | undefined {
  const row = rowOfPlace(filing, place);
  return row && cellOf(row, place.column);
}

/** An edit for a cell that its row ends before: with the separators that lead to it. */
function spread(filing: Filing, place: CellPlace, cell: Cell<unknown>, edit: Edit): Edit {
  const row = rowOfPlace(filing, place);
  const room = row && isBlank(cell) ? roomFor(filing, row, place) : undefined;
  if (!room) return edit;
  return { span: { start: room.at, end: room.at }, newText: room.before + edit.newText.trimStart() + room.after };
}
