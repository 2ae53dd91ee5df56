/** Filing → text whose tables part their cells with tabs. */
import type { Filing } from '../filing/model';
import { headingLines, type GridCell } from './grid';
import { guarded, writePage } from './page';

/** A cell of a text: its words, then a marker for each footnote; a dollar sign is escaped as Markdown would want it. */
export function cellText({ words, citations }: GridCell): string {
  const markers = citations.map((label) => `<sup>(${label})</sup>`).join('');
  const escaped = words.startsWith('$') ? '\\' + words : guarded(words);
  return [escaped, markers].filter((part) => part !== '').join(' ');
}

/** Writes the form with tabs between the cells of its rows. Reading it gives the same facts, writing that the same text. */
export function writeText(filing: Filing): string {
  return writePage(filing, (grid) => [
    ...headingLines(grid).map((line) => line.join('\t')),
    ...grid.rows.map((row) => row.map(cellText).join('\t')),
  ]);
}
