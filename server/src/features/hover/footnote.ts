/** A footnote: its words from each marker, and its markers from its label. */
import { BOX_FIELDS, DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS } from '../../facts/fields';
import type { Filing, Footnote, Marker } from '../../filing/model';
import type { Citation } from '../../filing/queries';
import { citationsOfNote, notesOf } from '../citations';
import type { Markup } from './markup';

/** More cells than this are counted, not listed. */
const MOST_CELLS = 30;

const nameOf = ({ number, label }: Footnote): string => `Footnote ${number ?? label}`;

/** The words of the footnote that a marker cites; none where there is no such footnote. */
export function markerParts(filing: Filing, marker: Marker, markup: Markup): string[] {
  return notesOf(filing, marker).flatMap((note) => [markup.strong(nameOf(note)), markup.quote(note.text)]);
}

/** The cells that cite a footnote. */
export function footnoteParts(filing: Filing, note: Footnote, markup: Markup): string[] {
  const citations = citationsOfNote(filing, note);
  if (citations.length === 0) return [`${markup.strong(nameOf(note))} is cited by no cell.`];
  const cells = citations.slice(0, MOST_CELLS).map((citation) => cellName(citation, markup));
  if (citations.length > MOST_CELLS) cells.push(`and ${citations.length - MOST_CELLS} more`);
  return [`${markup.strong(nameOf(note))} is cited in`, markup.list(cells)];
}

/** `Table I, row 2, Amount: 693`. */
function cellName({ row, column, cell }: Citation, markup: Markup): string {
  const derivative = row.table === 'derivativeTable';
  const field = (derivative ? DERIVATIVE_FIELDS : NON_DERIVATIVE_FIELDS)[column];
  const heading =
    field?.part ?? field?.heading.replace(/ \((?:Instr|Month)[^()]*\)/g, '') ?? BOX_FIELDS.footnotes.heading;
  const value = cell.raw === '' ? '' : `: ${markup.filing(cell.raw.replaceAll('\\', ''))}`;
  return `Table ${derivative ? 'II' : 'I'}, row ${row.index + 1}, ${markup.filing(heading)}${value}`;
}
