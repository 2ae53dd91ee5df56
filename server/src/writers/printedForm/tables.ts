/** Both tables of the form as rows of cells, the same for every layout that prints them. */
import { cellOf } from '../../filing/columns';
import type { Filing, Row, TableName } from '../../filing/model';
import { perFiling } from '../../filing/memo';
import { spanOfRow } from '../../filing/queries';
import { runningTotals } from '../../filing/running';
import { isSumOffered } from '../../rules/holdings/offered';
import { grouped } from '../../text/decimal';
import type { Span } from '../../text/span';
import { sourceText } from '../../filing/passwords';
import { printedWords } from '../words';
import { formCell } from './cells';
import type { FormRow, FormSum, FormTable } from './model';
import { TABLE_WORDS } from './words';

/** A table with its headings and rows, in the order of the text. `most` rows at most; how many more there are is said. */
export function formTable(filing: Filing, name: TableName, most = Infinity): FormTable {
  const { title, headings } = TABLE_WORDS[name];
  const rows: readonly Row[] = filing[name].rows;
  const unread = unreadRows(filing, name);
  const cellsOf = (row: Row, address: string): FormRow['cells'] =>
    headings.map(({ column }) =>
      formCell(filing, `${address}/${column}`, cellOf(row, column)!, printedWords(filing, row, column)),
    );
  const written = (row: Row): FormRow => {
    const address = `${name}/${row.index}`;
    const sum = sumsOf(filing).get(row);
    const span = spanOfRow(row);
    return { address, kind: row.kind, read: row.read, span, cells: cellsOf(row, address), ...(sum && { sum }) };
  };
  if (unread.length === 0)
    return { name, title, headings, rows: rows.slice(0, most).map(written), more: Math.max(0, rows.length - most) };
  // A row that could not be read whole stays as the text has it, so that nobody takes what was written for all there was.
  const readWhole = rows.filter(
    ({ span }) => !unread.some(({ span: { start, end } }) => span.start < end && start < span.end),
  );
  const all = [
    ...readWhole.map((row) => ({ at: row.span.start, make: () => written(row) })),
    ...unread.map((one) => ({ at: one.span.start, make: () => unreadRow(filing, one) })),
  ].sort((one, other) => one.at - other.at);
  return {
    name,
    title,
    headings,
    rows: all.slice(0, most).map(({ make }) => make()),
    more: Math.max(0, all.length - most),
  };
}

interface UnreadRow {
  readonly address: string;
  readonly span: Span;
}

const unreadRows = (filing: Filing, name: TableName): UnreadRow[] =>
  filing.unread.flatMap(({ part, rows = [] }, at) =>
    part === name ? rows.map((span, nth) => ({ address: `unread/${at}/${nth}`, span })) : [],
  );

function unreadRow(filing: Filing, { address, span }: UnreadRow): FormRow {
  const words = sourceText(filing, span).replace(/\s+/g, ' ');
  return { address, kind: 'unread', read: 'not', span, cells: [{ address, words, span, whole: span }] };
}

const sumsOf = perFiling<ReadonlyMap<Row, FormSum>>((filing) => {
  const sums = new Map<Row, FormSum>();
  // Where a row was not read, what comes after it is no sum of what stands before it.
  if (filing.unread.some(({ part }) => part === 'nonDerivativeTable')) return sums;
  for (const { row, sum, expected, agrees } of runningTotals(filing))
    sums.set(row, {
      ...{ sum, expected: grouped(expected), agrees },
      ...(!agrees && isSumOffered(filing, row) && { offered: true }),
    });
  return sums;
});
