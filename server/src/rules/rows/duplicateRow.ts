import { tablesOf } from '../../filing/queries';
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
  sign: 'sameRows',
  check({ filing, report, accused }) {
    for (const table of tablesOf(filing)) {
      const firsts = new Map<Row, Row>();
      for (const [row, same] of repeating(table.rows)) {
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
function repeating(rows: readonly Row[]): readonly (readonly [Row, Row])[] {
  const found = new Map<Row, Row>();
  for (const sharing of bySameTotal(rows)) {
    const firsts = new Map<string, Row>();
    for (const row of sharing) {
      if (row.cells.length < 2) continue;
      const words = wordsOfRow(row);
      const first = firsts.get(words);
      if (first) found.set(first, first).set(row, first);
      else firsts.set(words, row);
    }
  }
  return [...found].sort(([a], [b]) => a.index - b.index);
}

/** Rows that state one total, where they are several: most rows differ in it, and need not be compared whole. */
function bySameTotal(rows: readonly Row[]): Row[][] {
  const groups = new Map<number | bigint | undefined, Row[]>();
  for (const row of rows) {
    const total = row.sharesOwnedFollowingTransaction.value?.digits;
    const group = groups.get(total);
    if (group) group.push(row);
    else groups.set(total, [row]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The words of all cells; blank cells at the end say nothing. */
function wordsOfRow({ cells }: Row): string {
  let words = '';
  let blanks = '';
  for (const cell of cells) {
    const own = wordsIn(cell);
    if (own !== '') {
      words += blanks + own;
      blanks = '';
    }
    blanks += '\t';
  }
  return words;
}

function wordsIn(cell: TextCell): string {
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
