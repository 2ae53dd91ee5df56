/** The cells of a row of XML, which has none of its own. */
import { cellOf } from '../filing/columns';
import type { Row, Table } from '../filing/model';
import { unescapeXml } from '../text/xml';

/** The row with its cells as words, in the order of the printed columns. */
export function withCells<R extends Row>(row: R, columns: Table<R>['columns']): R {
  const cells = columns.flat().flatMap((column) => {
    const cell = cellOf(row, column);
    return cell ? [{ ...cell, value: cell.raw === '' ? undefined : unescapeXml(cell.raw) }] : [];
  });
  return { ...row, cells };
}
