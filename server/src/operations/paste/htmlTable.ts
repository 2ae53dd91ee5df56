/**
 * The cells of a table that was copied as HTML, as a spreadsheet, a word processor or a browser puts it on the clipboard
 * beside the plain text: there the borders of cells are certain, and a line end within a cell ends no row.
 */
import { unescapeHtml } from '../../text/xml';

/** Elements whose content is no words of the page. */
const SILENT: ReadonlySet<string> = new Set(['style', 'script', 'title', 'head', 'template']);
/** Elements that part words where they begin and end. */
const PARTING = /^(?:br|p|div|li|tr|td|th|h\d)$/;
const TAG = /^(\/?)([a-z][a-z\d]*)/i;
const COLUMN_SPAN = /\bcolspan ?= ?["']?(\d{1,2})/i;
const CLOSING = /<\/(?:style|script|title|head|template)/gi;
const LONGEST_TAG = 2000;

/** True where a text is HTML with a table in it, and not words in which a tag is named. */
export const holdsTable = (text: string): boolean => /^\s{0,9}(?:<|Version:\d)/.test(text) && /<table[\s>]/i.test(text);

/** The rows of the table that has most cells; a cell over several columns is followed by blank ones. */
export function tableIn(html: string): string[][] {
  const tables: string[][][] = [];
  let rows: string[][] | undefined;
  let depth = 0;
  let cell: { words: string; span: number } | undefined;
  const endCell = (): void => {
    if (cell && rows) rows[rows.length - 1]?.push(cell.words, ...Array<string>(cell.span - 1).fill(''));
    cell = undefined;
  };
  for (const { words, name, closes, source } of piecesOf(html)) {
    if (cell) cell.words += words;
    if (name === 'table') {
      depth = Math.max(0, depth + (closes ? -1 : 1));
      // A table within a cell is that cell's words.
      if (closes ? depth > 0 : depth > 1) continue;
      endCell();
      if (!closes) tables.push((rows = []));
      else rows = undefined;
    } else if (rows && depth === 1 && (name === 'tr' || name === 'td' || name === 'th')) {
      endCell();
      if (name === 'tr' && !closes) rows.push([]);
      if (name === 'tr' || closes) continue;
      if (rows.length === 0) rows.push([]);
      cell = { words: '', span: Math.max(1, Number(COLUMN_SPAN.exec(source)?.[1] ?? 1)) };
    } else if (cell && PARTING.test(name)) cell.words += ' ';
  }
  endCell();
  const size = (table: readonly string[][]): number => table.reduce((sum, row) => sum + row.length, 0);
  return tables.reduce<string[][]>((largest, table) => (size(table) > size(largest) ? table : largest), []);
}

interface Piece {
  /** What stands before the tag. */
  readonly words: string;
  /** Of the tag, in small letters; '' at the end of the text. */
  readonly name: string;
  readonly closes: boolean;
  readonly source: string;
}

function* piecesOf(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return yield { words: unescapeHtml(html.slice(at)), name: '', closes: false, source: '' };
    const words = unescapeHtml(html.slice(at, open));
    const end = html.startsWith('<!--', open) ? html.indexOf('-->', open) + 2 : html.indexOf('>', open);
    if (end < open) return;
    const source = html.slice(open + 1, Math.min(end, open + LONGEST_TAG));
    const [, slash = '', name = ''] = TAG.exec(source) ?? [];
    yield { words, name: name.toLowerCase(), closes: slash !== '', source };
    at = end + 1;
    if (slash === '' && SILENT.has(name.toLowerCase())) at = behindSilent(html, at);
  }
}

/** Where the next closing tag of such an element begins; the end of the text where there is none. */
function behindSilent(html: string, from: number): number {
  CLOSING.lastIndex = from;
  return CLOSING.exec(html)?.index ?? html.length;
}
