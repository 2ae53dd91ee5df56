/** Filing → text whose tables are those of Markdown. */
import type { Filing } from '../filing/model';
import { writePage } from './page';
import { headingLines } from './printedForm/words';
import { cellText } from './text';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** A pipe ends a cell, unless it is escaped. */
const escaped = (words: string): string => words.replace(/\\?\|/g, '\\|');

/** Writes the form with Markdown's pipe tables. Reading it gives the same facts, writing that the same text. */
export function writePiped(filing: Filing): string {
  return writePage(filing, ({ headings, rows }) => {
    const [items, parts] = headingLines(headings);
    return [
      line(items),
      line(items.map(() => '---')),
      line(parts),
      ...rows.map(({ cells }) => line(cells.map((cell) => escaped(cellText(cell))))),
    ];
  });
}
