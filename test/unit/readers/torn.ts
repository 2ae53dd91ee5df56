/** Tabbed filings as converters tear them: the blank cells of the tables are gone, and what parted the others is a blank or a line's end. */

/** How a torn row is written: on a line, on lines of 79 characters, amid a line, a cell a line, a cell a paragraph. */
export const TEARS = ['rows', 'wrapped', 'centred', 'cells', 'paragraphs'] as const;
export type Tear = (typeof TEARS)[number];

const ROW = /^(?:[^\t\n]*\t){8,}[^\t\n]*$/;
const SUP = / ?<sup>((?:[([]\d{1,2}[)\]])+)<\/sup>/g;
const WIDTH = 79;

/** The text with each row of its tables torn. */
export function torn(text: string, tear: Tear): string {
  return text
    .split('\n')
    .map((line) => {
      if (!ROW.test(line)) return line;
      const cells = line
        .split('\t')
        .map((cell) => cell.trim().replaceAll('\\$', '$'))
        .filter((cell) => cell !== '' && cell !== '-');
      return tear === 'rows' || tear === 'wrapped' || tear === 'centred'
        ? row(cells, tear)
        : cells.map((cell) => lines(cell, tear)).join(tear === 'cells' ? '\n' : '\n\n');
    })
    .join('\n');
}

/** `S^(1) 900 D`: a line a row, cells parted by a blank. */
function row(cells: readonly string[], tear: Tear): string {
  const words = cells
    .map((cell) => cell.replace(SUP, (_, markers: string) => markers.replace(/[([]/g, '^$&')))
    .join(' ');
  if (tear === 'centred') return `          ${words}`;
  return tear === 'rows' ? words : wrapped(words);
}

function wrapped(words: string): string {
  const found: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      found.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...found, line].join('\n');
}

/** A cell on a line, its markers on one of their own; or a cell a paragraph with its markers. */
function lines(cell: string, tear: Tear): string {
  return cell
    .replace(SUP, (_, markers: string) => (tear === 'cells' ? markers.replace(/[([]/g, '\n$&') : markers))
    .replace(/^\n/, '')
    .replace(/^\$(?=\d)/, tear === 'cells' ? '$\n' : '$');
}
