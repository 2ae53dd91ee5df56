import { LAYOUTS, type Layout } from '../facts/layouts';
import type { Filing, ReadPart, TableName } from '../filing/model';
import { withCertainty } from './certainty';
import { LineIndex } from '../text/lines';
import { withBlanks } from '../text/snippet';
import { readAscii } from './ascii/ascii';
import { withoutCarets } from './carets';
import { readColumns } from './columns/columns';
import { withDoubts } from './doubts';
import { readOwnershipXml } from './edgarXml';
import { readHtml } from './html';
import { isGrid } from './loose/grid';
import { readLoose } from './loose/loose';
import { readMarkdown } from './markdown';
import { readPiped } from './piped';
import { withoutHabits } from './plain';
import { withoutPrinting } from './printed';
import { Projection } from './projection';
import { withoutReferences } from './references';
import { withoutSeparators } from './separated';
import { isSubmission, layoutOf, otherForm } from './recognise';
import { filingsIn } from './several';
import { formDocument, readSubmission } from './submission';
import { readTorn } from './torn/torn';
import { readTabbed } from './tabbed';

/**
 * Reads any text as a Form 4. Never throws: what the text does not have is blank or undefined in the filing. A place that
 * is named and still to be filled in, as `‹amount›`, is blank.
 * @param text the whole source; all spans of the filing are UTF-16 offsets into it
 * @returns the filing or, of a text that holds several, the first
 */
export function read(text: string): Filing {
  return readAll(text)[0]!;
}

/** Reads every filing of a text, in its order; one at the least, whatever the text. Spans are offsets into the whole text. */
export function readAll(text: string): readonly Filing[] {
  const words = withBlanks(text);
  return words === text ? readParts(text) : readParts(words).map((filing) => ({ ...filing, text }));
}

function readParts(text: string): readonly Filing[] {
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
  const filing = withCertainty(withDoubts(readForm4(text, lines), text, lines));
  const documentType = otherForm(text);
  return documentType === undefined ? filing : { ...filing, documentType };
}

function readForm4(text: string, lines: LineIndex): Filing {
  if (isSubmission(text))
    return readSubmission(text, lines, (form) => readAs(layoutOf(form), form, new LineIndex(form)));
  return readAs(layoutOf(text), text, lines);
}

const isXml = (layout: Layout): boolean => LAYOUTS[layout].cells === 'xml';

/** What a text is written in that is no layout of its own, and is written over before its cells are looked for. */
const HABITS: readonly ((text: string, lines: LineIndex) => Projection | undefined)[] = [
  withoutPrinting,
  withoutReferences,
  withoutSeparators,
  withoutCarets,
  withoutHabits,
];

/** @param habits those that it may still have: each is written over once, whatever is left of it */
function readAs(layout: Layout, text: string, lines: LineIndex, habits = HABITS): Filing {
  if (isXml(layout)) return readOwnershipXml(text, lines, layout);
  if (layout === 'html') {
    const raised = withoutCarets(text);
    if (raised) return raised.carryBack(readHtml(raised.text, new LineIndex(raised.text)), lines);
    return readHtml(text, lines);
  }
  if (layout === 'ascii') return readAscii(text, lines);
  if (layout === 'markdown') return readMarkdown(text, lines);
  const isOfBlanks = layout === 'columns' || isGrid(text);
  for (const habit of habits) {
    const plain = !isOfBlanks || habit === withoutPrinting ? habit(text, lines) : undefined;
    if (!plain) continue;
    const others = habits.filter((one) => one !== habit);
    return plain.carryBack(readAs(layoutOf(plain.text), plain.text, new LineIndex(plain.text), others), lines);
  }
  const readings = readingsOf(layout);
  return (isGrid(text) && readLoose(text, lines)) || bestOf(readings, text, lines);
}

type Reading = (text: string, lines: LineIndex) => Filing | undefined;

/** What a text of a layout is read as: as what it looks like, and as a page that has lost its cells. */
function readingsOf(layout: Layout): readonly [(text: string, lines: LineIndex) => Filing, Reading] {
  if (layout === 'columns') return [readColumns, readLoose];
  return layout === 'piped' ? [readPiped, readLoose] : [readTabbed, readScattered];
}

/** A page without borders: row by row, or where that loses anything in pieces. */
function readScattered(text: string, lines: LineIndex): Filing | undefined {
  const filing = readLoose(text, lines);
  if (filing?.unread.length === 0) return filing;
  const torn = readTorn(text, lines);
  return torn && (!filing || lossOf(torn) <= lossOf(filing)) ? torn : filing;
}

/** The reading that loses least; the second is made only where the first has lost a table, or a part of a page of columns. */
function bestOf(
  [first, second]: readonly [(text: string, lines: LineIndex) => Filing, Reading],
  text: string,
  lines: LineIndex,
): Filing {
  const filing = first(text, lines);
  const lost = lossOf(filing);
  if (lost === 0 || (lost < TABLE && filing.layout !== 'columns')) return filing;
  const other = second(text, lines);
  if (!other) return filing;
  // Where a whole table was lost, another reading need not lose less to say more.
  const others = lossOf(other);
  return others < lost || (others % TABLE <= lost % TABLE && lost >= TABLE) || isLoose(filing) ? other : filing;
}

/** What it counts where nothing of a table was read. */
const TABLE = 1000;

/** What a reading has lost: the stretches that are unread, and tables of which no row was read. */
const lossOf = (filing: Filing): number =>
  filing.unread.reduce((sum, { part }) => sum + (isTable(part) && isLost(filing, part) ? TABLE + 1 : 1), 0);

const isTable = (part: ReadPart): part is TableName => part === 'nonDerivativeTable' || part === 'derivativeTable';

/** So many cells may be parted in a line whose others are not. */
const FEW_CELLS = 4;

const isLost = (filing: Filing, part: TableName): boolean => {
  const { rows } = filing[part];
  return rows.length === 0 || isLoose(filing);
};

/** True where nothing parts the cells of any row. */
const isLoose = ({ layout, nonDerivativeTable, derivativeTable }: Filing): boolean =>
  layout === 'tabbed' &&
  [...nonDerivativeTable.rows, ...derivativeTable.rows].every(({ cells }) => cells.length <= FEW_CELLS);
