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
  check({ filing, report, accused }) {
    for (const { rows } of tablesOf(filing)) {
      // Rows that are equal are so in their totals too.
      if (new Set(rows.map(totalIn)).size === rows.length) continue;
      const seen = new Map<string, Row>();
      for (const row of rows) {
        if (row.cells.length < 2 || accused(row)) continue;
        const words = wordsOf(row);
        const first = seen.get(words);
        if (!first) {
          seen.set(words, row);
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

function wordsOf(row: Row): string {
  let words = wordsByRow.get(row);
  if (words === undefined) wordsByRow.set(row, (words = row.cells.map(wordsIn).join('\t').trimEnd()));
  return words;
}

const TOTAL = { nonDerivativeTable: 8, derivativeTable: 13 } as const;

function totalIn({ cells, table }: Row): string {
  const total = cells[TOTAL[table]];
  return total ? wordsIn(total) : '';
}

const wordsByRow = new WeakMap<Row, string>();

const wordsIn = ({ value, markers }: TextCell): string =>
  markers.length === 0 ? (value ?? '') : `${value ?? ''}(${markers.map(({ label }) => label).join()})`;

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
