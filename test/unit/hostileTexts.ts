/** Texts made to harm a program that reads them, each of any size. What is in them is made up. */
import { readFileSync } from 'node:fs';

const CLEAN = readFileSync('samples/clean.txt', 'utf8');
const XML = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
const HTML = readFileSync('test/fixtures/layouts/html.html', 'utf8');
const SUBMISSION = readFileSync('test/fixtures/layouts/submission.txt', 'utf8');

const ROW = /^Common Stock\t.*$/m.exec(CLEAN)![0];
const NOTES = 'Explanation of Responses:';
/** The sample with so much put behind the heading of its notes, or behind its first row. */
const inNotes = (words: string): string => CLEAN.replace(NOTES, () => `${NOTES}\n${words}`);
const inRows = (words: string): string => CLEAN.replace(ROW, () => `${ROW}\n${words}`);
const inCell = (words: string): string => CLEAN.replace('Common Stock\t', () => `Common Stock${words}\t`);

/** So many characters of the same words. */
const fill = (words: string, size: number): string => words.repeat(Math.ceil(size / words.length));
const numbered = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('\n');

/** Each text by name; `size` is about how many characters it has. */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one line of letters': (size) => fill('x', size),
  'one line of spaces': (size) => `x${fill(' ', size)}x`,
  'one line of tabs': (size) => fill('\t', size),
  'one line of pipes': (size) => fill('| ', size),
  'one line of digits': (size) => fill('9', size),
  'one line of markers': (size) => fill('(1)', size),
  'one line of markers in tags': (size) => fill('<sup>(1)</sup>', size),
  'a cell of spaces': (size) => inCell(fill(' ', size)),
  'a cell of markers': (size) => inCell(fill(' (1)', size)),
  'a cell of digits and commas': (size) => inCell(fill('1,', size)),
  'a row of tabs': (size) => inRows(fill('\t', size)),
  'a row of everything': (size) => inRows(fill(`${ROW}\t`, size)),
  'blank lines': (size) => inRows(fill('\n', size)),
  rows: (size) => inRows(fill(`${ROW}\n`, size)),
  // Each row costs about 1.5 KB of memory, however short it is.
  'rows of one cell': (size) => inRows(fill('1\t\n', size / 10)),
  'rows with pipes': (size) => inRows(fill('| Common Stock | 1 |\n', size)),
  footnotes: (size) => inNotes(numbered(size / 10, (at) => `(${at}) x`)),
  'footnotes with the same number': (size) => inNotes(fill('(1) x\n', size)),
  'footnotes without a number': (size) => inNotes(fill('- x\n', size)),
  'a footnote without an end': (size) => inNotes(`(1) ${fill('see footnote (1) and ', size)}`),
  'footnotes and as many markers': (size) =>
    inNotes(numbered(size / 60, (at) => `(${at}) x`)).replace(ROW, () => numbered(size / 60, (at) => `${ROW} (${at})`)),
  'tags one in the other': (size) => inCell(fill('<sup>', size)),
  'tags that never close': (size) => inNotes(fill('<u', size)),
  'brackets one in the other': (size) => inCell(fill('([', size)),
  'elements one in the other': (size) => XML.replace('<nonDerivativeTable>', () => fill('<a>', size)),
  'tables one in the other': (size) => HTML.replace('<table', () => `${fill('<table><tr><td>', size)}<table`),
  'cells of a page': (size) => HTML.replace('</table>', () => `<tr>${fill('<td>1</td>', size)}</tr></table>`),
  'a column span without bounds': (size) => HTML.replace('<td', () => `${fill('<td colspan="999999999">', size)}<td`),
  'headers of submissions': (size) => `${fill('<SEC-DOCUMENT>', size)}${SUBMISSION}`,
  'titles of forms': (size) => fill('STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\nTable I\n', size),
  'filings one behind the other': (size) => fill(`${CLEAN}\n`, size),
  'lines of the signature': (size) => `${CLEAN}\n${fill('/s/ A 01/02/2023\n', size)}`,
  NUL: (size) => inNotes(fill('\0', size)),
  'halves of surrogate pairs': (size) => inCell(fill('\ud83d', size)) + fill('\udcc8', size / 2),
  'CR alone': (size) => fill(`${CLEAN}\n`, size).replaceAll('\n', '\r'),
  'CR LF and CR CR LF': (size) => fill(`${CLEAN.replaceAll('\n', '\r\r\n')}\r\n`, size),
  'lines that end with U+2028': (size) => fill(`${CLEAN}\n`, size).replaceAll('\n', '\u2028'),
  'bidirectional controls': (size) => inCell(fill('\u202e\u2066\u2069\u202c', size)),
  'combining marks': (size) => inCell(`a${fill('\u0301', size)}`),
  'characters that grow in lower case': (size) => inNotes(fill('\u0130', size)),
  'bytes of a program': (size) =>
    Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 7919 + (at >> 3)) & 0xff)).toString('latin1'),
};
