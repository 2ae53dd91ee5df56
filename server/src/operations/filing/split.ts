import { MOST_ROWS } from '../../facts/limits';
import type { Filing, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { dateAs, type Day } from '../../text/days';
import { applied, type Edit } from '../../text/edits';
import { unwritable, type Operation } from '../operation';
import { dateForm } from '../rows/habits';
import { keepRows } from '../rows/keep';

/**
 * A filing with more rows than a form takes becomes two: the first rows of each table stay, the others open as a new
 * document, with the footnotes that they cite and the totals that they have.
 */
export const splitFiling: Operation = {
  id: 'filing.split',
  kind: 'refactor.extract',
  offer: ({ filing }) =>
    !unwritable(filing) && isLong(filing) ? `Split into two filings of ${MOST_ROWS} rows at most` : undefined,
  run({ filing }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
    if (!isLong(filing)) return { refused: `Nothing was changed: no table here has more than ${MOST_ROWS} rows.` };
    const last = lastKept(filing);
    const first = (row: Row): boolean => row.index < last[row.table];
    if (!rowsOf(filing).some((row) => first(row) && row.kind === 'transaction'))
      return {
        refused: `Nothing was changed: the first ${MOST_ROWS} rows have no transaction. Move the transactions up first.`,
      };
    const one = keepRows(filing, first);
    const two = keepRows(filing, (row) => !first(row));
    const rest = rowsOf(filing).filter((row) => !first(row));
    const longest = Math.max(
      ...(['nonDerivativeTable', 'derivativeTable'] as const).map((table) => filing[table].rows.length - last[table]),
    );
    return {
      edits: [...one.edits, ...box3(filing, rowsOf(filing).filter(first))],
      another: {
        text: textOf(filing, [...two.edits, ...box3(filing, rest)]),
        title: 'The second filing',
      },
      remark: [
        'The second filing is open beside this one. Say in both, as in the remarks, that they belong together.',
        ...(longest > MOST_ROWS ? [`It has ${longest} rows in a table: split it again.`] : []),
        ...(one.dangling || two.dangling
          ? ['A footnote speaks of one that is in the other filing: look at its words.']
          : []),
      ].join(' '),
    };
  },
};

const isLong = ({ nonDerivativeTable, derivativeTable }: Filing): boolean =>
  nonDerivativeTable.rows.length > MOST_ROWS || derivativeTable.rows.length > MOST_ROWS;

/** How many rows of each table stay. A form without a transaction is none: where only holdings would go, a transaction goes with them. */
function lastKept({ nonDerivativeTable, derivativeTable }: Filing): Record<Row['table'], number> {
  const last = { nonDerivativeTable: MOST_ROWS, derivativeTable: MOST_ROWS };
  const tables: readonly { readonly rows: readonly Row[] }[] = [nonDerivativeTable, derivativeTable];
  if (tables.some(({ rows }) => rows.slice(MOST_ROWS).some(({ kind }) => kind === 'transaction'))) return last;
  const long = nonDerivativeTable.rows.length > MOST_ROWS ? nonDerivativeTable : derivativeTable;
  const transactions = long.rows.filter(({ kind }) => kind === 'transaction');
  const moved = transactions[transactions.length - 1];
  if (moved) last[moved.table] = moved.index;
  return last;
}

/** Box 3 names the earliest transaction of its own form, where it did of the whole. */
function box3(filing: Filing, rows: readonly Row[]): Edit[] {
  const cell = filing.periodOfReport;
  const all = earliest(rowsOf(filing));
  const own = earliest(rows);
  if (cell.value === undefined || own === undefined || cell.value !== all || own === all) return [];
  return [{ span: cell.span, newText: dateAs(own, cell.dateForm ?? dateForm(filing)) }];
}

const earliest = (rows: readonly Row[]): Day | undefined =>
  rows.reduce<Day | undefined>(
    (least, { transactionDate: { value } }) =>
      value === undefined || (least !== undefined && least <= value) ? least : value,
    undefined,
  );

/** The text of this filing alone, where it is one of several. */
function textOf({ text, part }: Filing, edits: readonly Edit[]): string {
  if (!part) return applied(text, edits);
  const { start, end } = part.span;
  const own = edits
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  return applied(text.slice(start, end), own);
}
