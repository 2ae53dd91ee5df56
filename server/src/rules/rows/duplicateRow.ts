import { Alike, type WordsOf } from '../../filing/alike';
import { tablesOf } from '../../filing/queries';
import { perTable } from '../../filing/watched';
import type { Row, TextCell } from '../../filing/model';
import type { Rule, Severity } from '../rule';
import { deleteRow } from './deleteRow';

/** Two rows that are equal in every cell, markers and total too. */
export const duplicateRow: Rule = {
  id: 'duplicate-row',
  family: 'rows',
  severity: 'warning',
  summary: 'A row that repeats another one in every cell',
  fixable: true,
  check({ filing, report, accused }) {
    for (const table of tablesOf(filing)) {
      const firsts = new Map<Row, Row>();
      for (const [row, same] of repeating(table)) {
        if (accused(row)) continue;
        const first = firsts.get(same);
        if (!first) {
          firsts.set(same, row);
          continue;
        }
        const { securityTitle: cell } = row;
        report({
          row,
          cell,
          span: cell.span,
          severity: severityOf(row),
          message: messageOf(row, first),
          related: [{ message: 'the row that it repeats', span: first.securityTitle.span }],
          fixes: () => [deleteRow(filing, row)],
        });
      }
    }
  },
};

/** The rows that are equal to some other, each with the first of those; it stands before them. */
const repeating = perTable<Row, readonly (readonly [Row, Row])[]>((rows) => {
  const alike = new Alike<Row>(WORDS);
  const found = new Map<Row, Row>();
  for (const row of rows) {
    if (row.cells.length < 2) continue;
    const first = alike.first(row);
    if (first === row) continue;
    found.set(first, first);
    found.set(row, first);
  }
  return [...found].sort(([a], [b]) => a.index - b.index);
});

const TOTAL = { nonDerivativeTable: 8, derivativeTable: 13 } as const;

/** The words of all cells behind that of the total: most rows differ in it. Blank cells at the end say nothing. */
const WORDS: WordsOf<Row> = {
  count: (row) => filledCells(row) + 1,
  at: ({ cells, table }, place) => wordsIn(cells[place === 0 ? TOTAL[table] : place - 1]),
};

/** No row of the form has so many cells. */
const MANY = 32;
const filledOf = new WeakMap<Row, number>();

/** How many cells there are up to the last one that is filled: of a row that goes on and on, counted once. */
function filledCells(row: Row): number {
  const { cells } = row;
  if (cells.length <= MANY) return cells.length;
  let count = filledOf.get(row);
  if (count === undefined) {
    for (count = cells.length; count > 0 && wordsIn(cells[count - 1]) === '';) count--;
    filledOf.set(row, count);
  }
  return count;
}

function wordsIn(cell: TextCell | undefined): string {
  if (!cell) return '';
  const words = cell.value ?? '';
  return cell.markers.length === 0 ? words : `${words}(${cell.markers.map(({ label }) => label).join()})`;
}

function severityOf({ kind, table }: Row): Severity {
  if (kind === 'holding') return 'hint';
  return table === 'nonDerivativeTable' ? 'warning' : 'information';
}

function messageOf({ kind, index }: Row, first: Row): string {
  const both = `Rows ${first.index + 1} and ${index + 1} of this table are equal in every cell`;
  return kind === 'holding'
    ? `${both}. Where they are two holders, name the holders apart in the last column; else one of the rows is too many.`
    : `${both}, the total too. Two transactions would leave two totals; check whether one of the rows is too many.`;
}
