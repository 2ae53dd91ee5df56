import { cellOf } from './columns';
import type { Cell, Column, Filing, Marker, OwnerSignature, Row, Table } from './model';
import { perFiling } from './memo';
import { hull, touches, type Span } from '../text/span';

/** A marker, the row and the column that it stands in. */
export interface Citation {
  readonly marker: Marker;
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell<unknown>;
}

/** Both tables in the form's order. */
export function tablesOf(filing: Filing): readonly Table<Row>[] {
  return [filing.nonDerivativeTable, filing.derivativeTable];
}

export function tableOf(filing: Filing, row: Row): Table<Row> {
  return filing[row.table];
}

/** The rows of both tables, in the order of the text. Made once a filing: most rules ask for them. */
export const rowsOf = perFiling<readonly Row[]>(({ nonDerivativeTable: { rows }, derivativeTable }) =>
  derivativeTable.rows.length === 0 ? rows : [...rows, ...derivativeTable.rows],
);

/** True where a signature has the name of somebody: `/s/` alone only says that a name follows. */
export function isNamed({ signatureName: { value = '' } }: OwnerSignature): boolean {
  return !/^s?$/i.test(value.replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** True where some cell of the row may have a marker: a cheap look before the rules go through its columns. */
export function hasMarkers({ cells }: Row): boolean {
  for (const { markers, raw } of cells) if (markers.length > 0 || endsLikeMarker(raw)) return true;
  return false;
}

/** A plain marker after a number is known to the cell of its column alone, and not to the words in the line. */
export function endsLikeMarker(raw: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  return last === 41 /* ) */ || last === 93; /* ] */
}

/** Where a row stands. Where the columns are made of spaces a row is no stretch of its own: its cells say where it is. */
export function spanOfRow(row: Row): Span {
  if (row.span.end > row.span.start) return row.span;
  const filled = row.cells.filter(({ raw }) => raw !== '').map(({ span }) => span);
  return filled.length === 0 ? row.span : filled.reduce(hull);
}

/** The row whose line holds an offset, by bisection. */
export function rowAt(filing: Filing, offset: number): Row | undefined {
  for (const { rows } of tablesOf(filing)) {
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const row = rows[middle]!;
      if (touches(row.span, offset)) return row;
      if (row.span.start > offset) high = middle - 1;
      else low = middle + 1;
    }
  }
  return undefined;
}

/** Every marker in the cells of both tables, in the order of the text. Words in footnotes never cite. */
export function citationsOf(filing: Filing): readonly Citation[] {
  return filing.hasMarkers ? allCitations(filing) : [];
}

const allCitations = perFiling(citationsIn);

function citationsIn(filing: Filing): readonly Citation[] {
  const found: Citation[] = [];
  const look = (row: Row, names: readonly Column[]): void => {
    for (const column of names) {
      const cell = cellOf(row, column);
      if (cell) for (const marker of cell.markers) found.push({ marker, row, column, cell });
    }
  };
  for (const { rows, columns } of tablesOf(filing))
    for (const row of rows) {
      const { citing } = row;
      if (citing) for (const place of citing) look(row, columns[place]!);
      else for (const names of columns) look(row, names);
    }
  return found;
}

/** The citations of each number and of each letter, as the tables cite them first. */
export function citedBy(filing: Filing): ReadonlyMap<number | string, readonly [Citation, ...Citation[]]> {
  return filing.hasMarkers ? allCited(filing) : NOTHING_CITED;
}

const NOTHING_CITED: ReadonlyMap<number | string, readonly [Citation, ...Citation[]]> = new Map();

const allCited = perFiling((filing) => {
  const cited = new Map<number | string, [Citation, ...Citation[]]>();
  for (const citation of allCitations(filing)) {
    const { number, label } = citation.marker;
    if (number === undefined && !isLetter(label)) continue;
    const known = cited.get(number ?? label);
    if (known) known.push(citation);
    else cited.set(number ?? label, [citation]);
  }
  return cited;
});

/** True where the label of a marker or a note is one letter: `(a)`. */
export const isLetter = (label: string): boolean => label.length === 1 && label >= 'a' && label <= 'z';

/** The last day on which the filing was signed; undefined where no signature has a readable date. */
export function lastSigned(filing: Filing): number | undefined {
  let last: number | undefined;
  for (const { signatureDate } of filing.ownerSignatures)
    if (signatureDate.value !== undefined && (last === undefined || signatureDate.value > last))
      last = signatureDate.value;
  return last;
}

/** The filing that an offset lies in, of those of one text. */
export function filingAt(filings: readonly Filing[], offset: number): Filing {
  let low = 0;
  let high = filings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((filings[middle]!.part?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return filings[low]!;
}

/** True where a row says that it is reported earlier than required: a V in its column, or beside the code. */
export const isVoluntary = ({ transactionCode: code, transactionFormType: v }: Row): boolean =>
  code.voluntary || v.value === 'V';
