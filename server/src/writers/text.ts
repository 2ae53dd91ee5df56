/** Filing → text whose tables part their cells with tabs. */
import type { Filing } from '../filing/model';
import { guarded, writePage } from './page';
import type { FormCell } from './printedForm/model';
import { headingLines } from './printedForm/words';

/** A cell of a text: its words, then a marker for each footnote; a dollar sign is escaped as Markdown would want it. */
export function cellText({ words, markers: cited = [] }: Pick<FormCell, 'words' | 'markers'>): string {
  const markers = cited.map(({ label }) => `<sup>(${label})</sup>`).join('');
  const escaped = (words.startsWith('$') ? '\\' : '') + guarded(words);
  return [escaped, markers].filter((part) => part !== '').join(' ');
}

/** Writes the form with tabs between the cells of its rows. Reading it gives the same facts, writing that the same text. */
export function writeText(filing: Filing): string {
  return writePage(filing, ({ headings, rows }) => [
    ...headingLines(headings).map((line) => line.join('\t')),
    ...rows.map(({ cells }) => cells.map(cellText).join('\t')),
  ]);
}
