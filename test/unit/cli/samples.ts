import { filingAround } from '../harness';

/** A made-up filing around these rows, written with pipes, and notes, in the tabbed layout. */
export function tabbed(example: string): string {
  return filingAround(example)
    .split('\n')
    .filter((line) => !line.startsWith('| ---'))
    .map((line) =>
      line.startsWith('|')
        ? line
            .slice(2, -2)
            .split(/ ?\| ?/)
            .join('\t')
        : line,
    )
    .join('\n');
}

/** Nothing is wrong with it. */
export const CLEAN = tabbed(`
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 10,196 | D |  |`);

/** Two digits of a total are swapped: one error. */
export const WRONG_TOTAL = CLEAN.replace('10,196', '10,169');

/** A footnote is cited twice in one cell: one error, with a fix that is safe. */
export const CITED_TWICE = tabbed(`
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0<sup>(1)</sup><sup>(1)</sup> | 9,503 | D |  |
- Granted for service as a director.`);

/** What it is after that fix. */
export const CITED_ONCE = CITED_TWICE.replace('</sup><sup>(1)</sup>', '</sup>');

/** The number of the line in which a text has these words, from 1. */
export const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

/** One wrong total, with a right one after it; two footnotes; a gift, which could wait; words that are markup in Markdown. */
export const REVIEWED = tabbed(`
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0<sup>(1)</sup> | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0<sup>(1)</sup> | 10,169 | D |  |
| Common Stock | 03/07/2022 |  | G |  | 196 | D | \\$0 | 10,000 | D |  |
| Common Stock |  |  |  |  |  |  |  | 50 | I | By *Trust* <b><sup>(2)</sup> |
- Granted for service as a director.
- The trust is for a child.`);
