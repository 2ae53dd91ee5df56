/** Where the sum of a row may be offered as its total: nowhere where the total may be right and another cell wrong. */
import { perFiling } from '../../filing/memo';
import type { Cell, Filing, Row } from '../../filing/model';
import { rowAt } from '../../filing/queries';
import { touches } from '../../text/span';
import type { Finding } from '../rule';
import { check } from '../run';

/**
 * By errors and warnings: the rows whose code, amount or side is accused by itself, those whose total is, and those in which
 * amount and total do not go together and the total is not the likelier fault.
 */
const accusedRows = perFiling((filing) => {
  const doubtful = new Set<Row>();
  const wrong = new Set<Row>();
  const open = new Set<Row>();
  for (const { rule, span } of check(filing).filter(isSure)) {
    const row = rowAt(filing, span.start);
    if (!row) continue;
    const { transactionCode: code, transactionShares: amount, transactionAcquiredDisposedCode: side } = row;
    const isAt = (cell: Cell<unknown>): boolean => touches(cell.raw === '' ? cell.cellSpan : cell.span, span.start);
    if (rule === 'holdings-total') (isAt(row.sharesOwnedFollowingTransaction) ? wrong : open).add(row);
    else if (rule === 'row-cells' || isAt(code) || isAt(amount) || isAt(side)) doubtful.add(row);
  }
  return { doubtful, wrong, open };
});

const isSure = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** True where the code, the amount or the side of a row is likely to be wrong, and so the sum that it leads to. */
export const isSumDoubtful = (filing: Filing, row: Row): boolean => accusedRows(filing).doubtful.has(row);

/** True where the total of a row is blank or likely to be wrong, and nothing else of the row is. */
export function isSumOffered(filing: Filing, row: Row): boolean {
  const { doubtful, wrong, open } = accusedRows(filing);
  return !doubtful.has(row) && !open.has(row) && (row.sharesOwnedFollowingTransaction.raw === '' || wrong.has(row));
}
