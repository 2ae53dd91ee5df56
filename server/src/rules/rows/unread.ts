import type { ReadPart, Unread } from '../../filing/model';
import { PART_NAMES, unreadMarkIn } from '../../filing/howRead';
import type { Rule } from '../rule';
import { count } from '../words';

const TABLES: ReadonlySet<ReadPart> = new Set(['nonDerivativeTable', 'derivativeTable']);

/** What stands under a heading of the form and could not be read. Other rules say nothing of what depends on it (run.ts). */
export const unread: Rule = {
  id: 'unread',
  family: 'rows',
  severity: 'warning',
  summary: 'A part of the form that could not be read, so that it was not checked',
  sign: 'unread',
  check({ filing: { unread: all, text }, report }) {
    const [first, ...others] = all;
    if (!first) return;
    const rows = all.some(({ part }) => TABLES.has(part));
    report({
      span: first.span,
      severity: rows ? 'warning' : 'information',
      message: `Not all of this could be read: ${inWords(all.map(unreadInWords))}. ${SILENT} ${advice(text, rows)}`,
      related: others.map(({ part, span }) => ({ message: `not read: ${PART_NAMES[part]}`, span })),
    });
  },
};

const SILENT = 'Nothing was checked that depends on it.';

/** What was not read, as a part of a sentence: "the footnotes", "3 lines under Table I make no rows". */
export function unreadInWords({ part, lines }: Unread): string {
  const name = PART_NAMES[part];
  if (!TABLES.has(part)) return name;
  if (lines === 0) return `the rows of ${name}`;
  return `${count(lines, 'line')} under ${name} ${lines === 1 ? 'makes no row' : 'make no rows'}`;
}

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** What to do, by the traces that the way of the text has left. */
function advice(text: string, rows: boolean): string {
  if (unreadMarkIn(text)) return 'Compare it with the page that it was converted from.';
  if (text.includes('\f'))
    return 'The page breaks in it look like those of a text taken out of a PDF: `pdftotext -layout` keeps the columns, or copy the page from a browser.';
  return rows
    ? 'A row is read where its cells stand on one line with tabs or bars between them: copy the form from EDGAR’s page in a browser, or save that page.'
    : 'Compare it with the form: each box behind its label, each note behind its number.';
}
