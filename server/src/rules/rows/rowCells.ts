import { LAYOUTS } from '../../facts/layouts';
import { isBlank } from '../../filing/columns';
import type { Column, Row } from '../../filing/model';
import { columnName } from '../columnNames';
import type { Edit, Fix, Report, Rule } from '../rule';
import { count, quote } from '../words';
import { align, type Slip } from './alignment';
import { seamOf } from './columnKinds';
import { tabsInstead } from './lostTabs';

/** So many cells under the wrong heading make a row unreadable even where no alignment is better. */
const HOPELESS = 3;

/** A date, or a number with a letter or a price behind it: the words of several cells in one. */
const LINE_OF_CELLS = /\d\/\d|\d +(?:[ADI]|\\?\$\S*)(?: |$)/;

/** A row whose cells do not stand under their columns: a separator is lost or one too many. */
export const rowCells: Rule = {
  id: 'row-cells',
  family: 'rows',
  severity: 'error',
  summary: 'A row with too many or too few cells, or whose cells have slid',
  fixable: true,
  safe: true,
  oddRows: true,
  checkRow(row, { filing, columnsOf, report }) {
    // Elsewhere a cell is found by its tag or its place on the page, and no separator can be lost.
    if (LAYOUTS[filing.layout].cells !== 'separated' || row.read === 'certain') return;
    const found = faultOf(row, columnsOf(row).columns);
    if (found) report({ row, ...found });
  },
};

const NOTES_HEADING = 'Explanation of Responses:';
const LIKE_NOTES_HEADING = /^\W{0,9}expl\w{2,12} (?:of|for|to|on) (?:the )?resp\w{2,9}\W{0,9}$/i;

/** The heading of the footnotes with a letter too many, too few or another. */
export const isMistypedHeading = ({ cells: [only, more] }: Row): boolean =>
  only !== undefined && more === undefined && LIKE_NOTES_HEADING.test(only.raw);

/** What is wrong with how the cells of a row stand under their columns; undefined where nothing is. */
export function faultOf(row: Row, columns: readonly (readonly Column[])[]): Report | undefined {
  const [only] = row.cells;
  // A title that is being typed has no separator either.
  if (row.cells.length === 1 && only && LINE_OF_CELLS.test(only.raw)) {
    const message = `Expected the cells of a row parted by tabs; found ${quote(only.raw)} in one piece. The tabs between its cells are lost.`;
    const edits = tabsInstead(row, only, ownershipColumn(columns), columns.length - 1);
    const fixes = (): Fix[] => (edits ? [{ title: 'Put the tabs back', edits, preferred: true, safe: true }] : []);
    return { cell: only, span: only.span, message, incomplete: true, fixes };
  }
  if (isMistypedHeading(row)) {
    const { span } = only!;
    return {
      cell: only!,
      span,
      message: `Expected the heading "${NOTES_HEADING}"; found ${quote(only!.raw)}, which is read as a row of the table.`,
      fixes: () => [
        { title: 'Correct the heading', edits: [{ span, newText: NOTES_HEADING }], preferred: true, safe: true },
      ],
    };
  }
  const { slips, misfits } = align(row, columns);
  if (slips.length > 0) return slipped(row, columns, slips);
  const short = unfinished(row, columns);
  if (short) return short;
  const extra = row.cells.slice(columns.length).filter((cell) => !isBlank(cell));
  if (extra[0]) {
    const last = extra[extra.length - 1]!;
    return {
      cell: extra[0],
      span: { start: extra[0].span.start, end: last.span.end },
      message: `Expected at most ${columns.length} cells in a row of this table; found ${quote(last.raw)} in cell ${row.cells.indexOf(last) + 1}, under no column.`,
    };
  }
  const [first] = misfits;
  if (first === undefined || misfits.length < HOPELESS) return undefined;
  const cell = row.cells[first]!;
  return {
    cell,
    span: cell.span,
    message: `Expected each cell of the row under its own column; found ${quote(cell.raw)} in ${nameOf(row, columns[first])}, and ${count(misfits.length - 1, 'more cell')} that cannot be meant for the column over it.`,
  };
}

const ownershipColumn = (columns: readonly (readonly Column[])[]): number =>
  columns.findIndex(([column]) => column === 'directOrIndirectOwnership');

/** A row that ends before the columns that every row fills: told once, and not for each cell that is still to come. */
function unfinished(row: Row, columns: readonly (readonly Column[])[]): Report | undefined {
  const needed = ownershipColumn(columns);
  let last = row.cells.length - 1;
  while (last >= 0 && isBlank(row.cells[last]!)) last--;
  // One cell that is missing is told by the rule for it.
  if (last < 0 || last >= needed - 1) return undefined;
  const cell = row.cells[last]!;
  return {
    cell,
    span: cell.raw === '' ? cell.cellSpan : cell.span,
    message: `Expected the row to go on to ${nameOf(row, columns[needed])}; it ends after ${nameOf(row, columns[last])}.`,
    incomplete: true,
  };
}

function slipped(row: Row, columns: readonly (readonly Column[])[], slips: readonly Slip[]): Report {
  const [slip] = slips;
  // The first cell that stands elsewhere than it belongs.
  let at = slip!.at;
  while (isBlank(row.cells[at]!)) at++;
  const cell = row.cells[at]!;
  const shift = slips.reduce((sum, { kind, at: place }) => sum + (place > at ? 0 : kind === 'lost' ? 1 : -1), 0);
  const left = shift > 0;
  const name = quote(cell.raw || cell.markers.map(({ label }) => `(${label})`).join(''));
  const [stands, belongs] = [nameOf(row, columns[at]), nameOf(row, columns[at + shift])];
  return {
    cell,
    span: cell.raw === '' ? cell.cellSpan : cell.span,
    message:
      `Expected ${name} in ${belongs}; found it in ${stands}: it and the cells after it have slid to the ${left ? 'left' : 'right'}. ` +
      (left ? `${separatorName(row)} is missing before it.` : 'There is a blank cell too many before it.'),
    fixes: () => [
      {
        title: `Shift ${name} and the cells after it ${left ? 'right' : 'left'}`,
        edits: slips.flatMap((one) => edit(row, columns, one)),
        preferred: true,
        brings: LOOKED_AT_AGAIN,
      } satisfies Fix,
    ],
  };
}

/**
 * Nothing was added up or compared with the row while its cells stood elsewhere. A shift in the wrong direction is known by
 * other rules: those of dates, codes, letters and numbers.
 */
const LOOKED_AT_AGAIN = [
  'holdings-total',
  'holdings-order',
  'holdings-drift',
  'holdings-below-acquired',
  'exercise-pair',
  'exercise-price',
  'withhold-price',
  'average-out-of-range',
  'code-against-note',
  'filed-late',
  'closed-day',
];

/** A row of a Markdown table begins with a bar. */
const isPiped = (row: Row): boolean => row.cells[0]!.cellSpan.start > row.span.start;
const separatorName = (row: Row): string => (isPiped(row) ? 'A blank cell' : 'A tab');

function edit(row: Row, columns: readonly (readonly Column[])[], { kind, at, column }: Slip): Edit[] {
  const { cellSpan } = row.cells[at]!;
  if (kind === 'added')
    return [{ span: { start: cellSpan.start, end: row.cells[at + 1]!.cellSpan.start }, newText: '' }];
  const before = row.cells[at - 1];
  // Where a space stands for the lost separator, that is the place.
  const seam = before && seamOf(before, columns[column - 1] ?? [], columns[column] ?? []);
  if (before && seam !== undefined) {
    const start = before.span.start + seam;
    return [{ span: { start, end: start + 1 }, newText: isPiped(row) ? ' | ' : '\t' }];
  }
  return [{ span: { start: cellSpan.start, end: cellSpan.start }, newText: isPiped(row) ? '  |' : '\t' }];
}

const nameOf = (row: Row, columns: readonly Column[] | undefined): string =>
  columns?.[0] ? columnName(row, columns[0]) : 'no column';
