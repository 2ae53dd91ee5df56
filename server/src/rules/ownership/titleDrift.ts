import type { Row } from '../../filing/model';
import { tablesOf } from '../../filing/queries';
import type { Rule } from '../rule';
import { count, quote } from '../words';

/** One class of securities under two spellings in a table. */
export const titleDrift: Rule = {
  id: 'title-drift',
  family: 'ownership',
  severity: 'hint',
  summary: 'One class of securities spelled two ways in a table',
  fixable: true,
  sign: 'titles',
  check({ filing, report, accused }) {
    for (const { rows } of tablesOf(filing)) {
      const first = rows[0]?.securityTitle.value;
      if (rows.every(({ securityTitle }) => securityTitle.value === first)) continue;
      for (const spellings of classesOf(rows.filter((row) => !accused(row, 'row-cells')))) {
        if (spellings.length < 2) continue;
        const usual = spellings.reduce((best, one) => (one.length > best.length ? one : best));
        const title = usual[0]!.securityTitle;
        for (const rows of spellings) {
          if (rows === usual) continue;
          const cell = rows[0]!.securityTitle;
          const more = rows.length > 1 ? ` (in ${count(rows.length, 'row')})` : '';
          report({
            cell,
            span: cell.span,
            message: `Expected one spelling for one class: ${quote(title.raw)} stands in ${count(usual.length, 'other row', 'other rows')}; found ${quote(cell.raw)}${more}.`,
            related: [{ message: 'the other spelling', span: title.span }],
            fixes: () => [
              {
                title: `Write ${quote(title.raw)}`,
                edits: rows.map(({ securityTitle }) => ({ span: securityTitle.span, newText: title.raw })),
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
};

/** The rows of each class, by spelling. Titles that hold markers amid their words are left out. */
function classesOf(rows: readonly Row[]): Row[][][] {
  const spellings = new Map<string, Row[]>();
  for (const row of rows) {
    const { value, raw } = row.securityTitle;
    if (value === undefined || raw.includes('<')) continue;
    const known = spellings.get(value);
    if (known) known.push(row);
    else spellings.set(value, [row]);
  }
  if (spellings.size < 2) return [];
  const classes = new Map<string, Row[][]>();
  for (const [title, own] of spellings) {
    const key = classOf(title);
    const known = classes.get(key);
    if (known) known.push(own);
    else classes.set(key, [own]);
  }
  return [...classes.values()];
}

/** No title is longer; a list in digits and commas without end is more than a regular expression can go through at once. */
const LONGEST = 1000;

/**
 * What remains of a title without case, spaces, punctuation and plural. Lone letters and numbers stay apart: "Class A"
 * and "Class B" are two classes, and so are "Series 1" and "Series 11".
 */
function classOf(title: string): string {
  const words =
    title
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+/gu) ?? [];
  return words
    .map((word) => {
      if (/^\d/.test(word)) return ` ${word} `;
      if (word.length === 1) return ` ${word} `;
      return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
    })
    .join('');
}
