/** The form as tab-separated text: as it is written for this product, and as pages become it. */
import type { Filing, Row, Table } from '../filing/model';
import type { LineIndex } from '../text/lines';
import { findTabs } from './cells/tabs';
import { readForm } from './form';
import { joinRows } from './joined';
import { readProjected } from './projected';

/**
 * Reads tab-separated text, a line a row. Where not all of it could be read that way, rows that are in pieces are put
 * together, and what then can be read counts.
 */
export function readTabbed(text: string, lines: LineIndex): Filing {
  const filing = readForm({ text, lines, layout: 'tabbed', findCells: findTabs });
  if (filing.unread.length === 0 && !hasPieces(filing)) return filing;
  const joined = joinRows(text, lines);
  if (!joined) return filing;
  const again = readProjected(joined, 'tabbed');
  return again.unread.length <= filing.unread.length ? joined.carryBack(again, lines) : filing;
}

/** A row that ends before the column that each row fills may be a piece of one. */
const hasPieces = ({ nonDerivativeTable, derivativeTable }: Filing): boolean =>
  isShort(nonDerivativeTable) || isShort(derivativeTable);

const isShort = (table: Table<Row>): boolean => {
  if (table.numbers) return false;
  const { rows, columns } = table;
  if (rows.every(({ read }) => read === 'certain')) return false;
  const least = columns.findIndex((names) => names.includes('directOrIndirectOwnership'));
  return rows.some((row) => row.read !== 'certain' && row.cells.length <= least);
};
