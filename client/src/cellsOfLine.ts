/** A place in a text, and a text by its lines: a document is one. */
export interface Place {
  readonly line: number;
  readonly character: number;
}
export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** The heading of the first column, which stands above the rows of either table. */
const HEADING = /\b1\. Title of /;
/** Where rows end. */
const OVER = /^\W*(?:Table I|Explanation of Responses|Remarks:)/;
/** So far above a row its headings are looked for: a form has 30 rows in a table. */
const MOST_ABOVE = 400;
/** A line of fewer cells is no row. */
const FEWEST = 4;

interface Cell {
  /** Where the caret goes: behind the value, before its footnotes. */
  readonly caret: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the next cell of a row is, or the one before, without asking the server: a key is not to wait.
 * @returns the place of the caret; undefined where no row is, or where the row goes on behind its last cell
 */
export function cellsAround(document: Lines, at: Place, by: 1 | -1): Place | undefined {
  const { text } = document.lineAt(at.line);
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  const cells = cellsOf(text, separator);
  const wanted = columnsAbove(document, at.line, separator);
  if (wanted === undefined || cells.length < FEWEST) return undefined;
  const own = cells.findIndex(({ start, end }) => start <= at.character && at.character <= end);
  if (own < 0) return undefined;
  const next = cells[own + by];
  if (next) return { line: at.line, character: next.caret };
  // A row that is being written has cells still to come: there a tab parts them.
  if (by > 0 && cells.length < wanted) return undefined;
  const line = at.line + by;
  const neighbour = line >= 0 && line < document.lineCount ? document.lineAt(line).text : '';
  const beside = separatorOf(neighbour) === separator ? cellsOf(neighbour, separator) : [];
  const isRow = beside.length >= FEWEST && !HEADING.test(neighbour) && !/^\W*Code\b/.test(neighbour);
  const cell = isRow ? beside[by > 0 ? 0 : beside.length - 1] : undefined;
  return cell ? { line, character: cell.caret } : at;
}

/** The places of the transaction code and the total among the cells of a row, by how many cells the headings have. */
const WITH_LIST: Readonly<Record<number, readonly number[]>> = { 11: [3, 8], 16: [4, 13] };

/** A cell that nothing stands in, or a place to fill in, as `‹code›`. */
const BLANK = /^(?:‹[^‹›]{1,60}›)?$/;

/** True in a blank cell for which a list of values is of help: that of the transaction code, and that of the total. */
export function wantsList(document: Lines, at: Place): boolean {
  const { text } = document.lineAt(at.line);
  const separator = separatorOf(text);
  const columns = separator === undefined ? undefined : columnsAbove(document, at.line, separator);
  if (separator === undefined || columns === undefined) return false;
  const cells = cellsOf(text, separator);
  const own = cells.findIndex(({ start, end }) => start <= at.character && at.character <= end);
  const cell = cells[own];
  return (
    cell !== undefined &&
    (WITH_LIST[columns]?.includes(own) ?? false) &&
    BLANK.test(text.slice(cell.start, cell.end).trim())
  );
}

const separatorOf = (text: string): string | undefined =>
  text.includes('\t') ? '\t' : /(?:^|[^\\])\|/.test(text) ? '|' : undefined;

/** How many cells a row has, by the headings above it; undefined where the line is not among rows. */
function columnsAbove(document: Lines, line: number, separator: string): number | undefined {
  for (let above = line - 1; above >= 0 && line - above < MOST_ABOVE; above--) {
    const { text } = document.lineAt(above);
    if (HEADING.test(text)) return cellsOf(text, separator).length;
    if (OVER.test(text)) return undefined;
  }
  return undefined;
}

function cellsOf(text: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (text.charAt(at) !== separator || text.charAt(at - 1) === '\\')) continue;
    cells.push({ start, end: at, caret: caretIn(text, start, at) });
    start = at + 1;
  }
  if (separator !== '|') return cells;
  // Bars at the edges part nothing.
  const first = text.trimStart().startsWith('|') ? 1 : 0;
  return cells.slice(first, text.trimEnd().endsWith('|') ? -1 : undefined);
}

/** Behind the value of a cell, before the markers of its footnotes; in a blank cell with bars behind one space. */
function caretIn(text: string, start: number, end: number): number {
  const cell = text.slice(start, end);
  const markers = cell.indexOf('<sup');
  const value = (markers < 0 ? cell : cell.slice(0, markers)).trimEnd();
  if (value.trim() !== '') return start + value.length;
  return Math.min(end, start + (cell.startsWith(' ') ? 1 : 0));
}
