import { LAYOUTS, type Layout } from '../facts/layouts';
import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import { readAscii } from './ascii/ascii';
import { readColumns } from './columns/columns';
import { readOwnershipXml } from './edgarXml';
import { readHtml } from './html';
import { isGrid } from './loose/grid';
import { readLoose } from './loose/loose';
import { readMarkdown } from './markdown';
import { readPiped } from './piped';
import { withoutHabits } from './plain';
import { Projection } from './projection';
import { isSubmission, layoutOf, otherForm } from './recognise';
import { filingsIn } from './several';
import { formDocument, readSubmission } from './submission';
import { readTabbed } from './tabbed';

/**
 * Reads any text as a Form 4. Never throws: what the text does not have is blank or undefined in the filing.
 * @param text the whole source; all spans of the filing are UTF-16 offsets into it
 * @returns the filing or, of a text that holds several, the first
 */
export function read(text: string): Filing {
  return readAll(text)[0]!;
}

/** Reads every filing of a text, in its order; one at the least, whatever the text. Spans are offsets into the whole text. */
export function readAll(text: string): readonly Filing[] {
  const lines = new LineIndex(text);
  const parts = filingsIn(text, lines);
  if (parts.length === 1) return [readOne(text, lines)];
  return parts.map((span, at) => {
    const own = text.slice(span.start, span.end);
    const part = { number: at + 1, span };
    const layout = layoutOf(own);
    if (isXml(layout)) {
      // XML is read in its place: its tree may be deeper than a copy of it can go.
      const { from, to } = layout === 'edgarXml' ? { from: 0, to: own.length } : formDocument(own);
      const documentType = otherForm(own);
      const filing = readOwnershipXml(text, lines, layout, span.start + from, span.start + to);
      return { ...filing, ...(documentType && { documentType }), part };
    }
    const filing = readOne(own, new LineIndex(own));
    return { ...new Projection(text).copy(span.start, span.end).carryBack(filing, lines), part };
  });
}

/** A text that holds one filing. Another form than Form 4 keeps its name, and is read as far as it has the same parts. */
function readOne(text: string, lines: LineIndex): Filing {
  const filing = readForm4(text, lines);
  const documentType = otherForm(text);
  return documentType === undefined ? filing : { ...filing, documentType };
}

function readForm4(text: string, lines: LineIndex): Filing {
  if (isSubmission(text))
    return readSubmission(text, lines, (form) => readAs(layoutOf(form), form, new LineIndex(form)));
  return readAs(layoutOf(text), text, lines);
}

const isXml = (layout: Layout): boolean => LAYOUTS[layout].cells === 'xml';

function readAs(layout: Layout, text: string, lines: LineIndex): Filing {
  if (isXml(layout)) return readOwnershipXml(text, lines, layout);
  if (layout === 'html') return readHtml(text, lines);
  if (layout === 'ascii') return readAscii(text, lines);
  if (layout === 'markdown') return readMarkdown(text, lines);
  const plain = layout === 'columns' ? undefined : withoutHabits(text, lines);
  if (plain) return plain.carryBack(readAs(layoutOf(plain.text), plain.text, new LineIndex(plain.text)), lines);
  if (isGrid(text)) {
    const filing = readLoose(text, lines);
    if (filing) return filing;
  }
  if (layout === 'columns') return better(readColumns(text, lines), () => readLoose(text, lines));
  if (layout === 'piped') {
    const filing = readPiped(text, lines);
    return better(filing, () => (hasNoRows(filing) ? readLoose(text, lines) : undefined));
  }
  const filing = readTabbed(text, lines);
  return (hasLooseRows(filing) && readLoose(text, lines)) || filing;
}

/** Of two readings the one that leaves less unread; the second is made only where the first leaves anything. */
function better(filing: Filing, other: () => Filing | undefined): Filing {
  if (filing.unread.length === 0) return filing;
  const second = other();
  if (!second || second.unread.length > filing.unread.length) return filing;
  return second.unread.length < filing.unread.length || hasNoRows(filing) ? second : filing;
}

/** True where a table is unread and nothing of it became a row. */
const hasNoRows = (filing: Filing): boolean =>
  filing.unread.some(
    ({ part }) => (part === 'nonDerivativeTable' || part === 'derivativeTable') && filing[part].rows.length === 0,
  );

/** So many cells may be parted in a line whose others are not. */
const FEW_CELLS = 4;

/** True where rows could not be read, since nothing parts their cells. */
function hasLooseRows({ unread, nonDerivativeTable, derivativeTable }: Filing): boolean {
  return (
    unread.some(({ part }) => part === 'nonDerivativeTable' || part === 'derivativeTable') &&
    [...nonDerivativeTable.rows, ...derivativeTable.rows].every(({ cells }) => cells.length <= FEW_CELLS)
  );
}
