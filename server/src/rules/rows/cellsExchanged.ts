import type { NonDerivativeRow, NumberCell } from '../../filing/model';
import { compare, whole } from '../../text/decimal';
import { columnName } from '../columnNames';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';

/** A dollar sign that stands with the number of shares, and not with the price: the two have changed places. */
export const cellsExchanged: Rule = {
  id: 'cells-exchanged',
  family: 'rows',
  severity: 'warning',
  summary: 'A price in the column of the shares, and their number in that of the price',
  fixable: true,
  oddRows: true,
  checkRow(row, { filing, report, accused }) {
    // In XML each number stands in an element of its own, and none has a sign.
    if (row.table !== 'nonDerivativeTable' || row.kind !== 'transaction' || filing.xml || accused(row)) return;
    const { transactionPricePerShare: price } = row;
    const found = withSign(row) ?? (isPriceOfShares(row) ? { cell: row.transactionShares, column: AMOUNT } : undefined);
    if (!found || (price.dollars && found.cell.dollars) || !isNumber(price)) return;
    const { cell, column } = found;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected a number of shares in ${columnName(row, column)} and the price in dollars in ${columnName(row, 'transactionPricePerShare')}; found ${quote(cell.raw)} and ${quote(price.raw)}. The two seem to have changed places.`,
      related: [{ message: 'the other one', span: price.span }],
      fixes: () => [cell.dollars ? wholeCells(cell, price) : numbers(cell, price)],
    });
  },
};

/** Each cell in the place of the other. */
const wholeCells = (cell: NumberCell, price: NumberCell): Fix => ({
  title: `Exchange ${cell.raw.replace('\\', '')} and ${price.raw}`,
  edits: [
    { span: cell.span, newText: price.raw },
    { span: price.span, newText: cell.raw },
  ],
  preferred: true,
});

/** The numbers in each other's place; the dollar sign stays with the price. */
function numbers(amount: NumberCell, price: NumberCell): Fix {
  const sign = /^\\?\$/.exec(price.raw)?.[0] ?? '';
  const shares = price.raw.slice(sign.length);
  return {
    title: `Exchange ${amount.raw} and ${shares}`,
    edits: [
      { span: amount.span, newText: shares },
      { span: price.span, newText: sign + amount.raw },
    ],
  };
}

const AMOUNT = 'transactionShares';
const DEAR = whole(1_000);

/** A price of dollars and cents as the number of shares, at a price of whole dollars that hardly a share costs. */
function isPriceOfShares({ transactionShares: amount, transactionPricePerShare: price }: NonDerivativeRow): boolean {
  return (
    isNumber(amount) &&
    isNumber(price) &&
    amount.value!.scale > 0 &&
    amount.value!.scale <= 2 &&
    price.value!.scale === 0 &&
    compare(price.value!, DEAR) >= 0
  );
}

/** The one cell of the row for shares that has a dollar sign. */
function withSign({
  transactionShares: amount,
  sharesOwnedFollowingTransaction: total,
}: NonDerivativeRow):
  { cell: NumberCell; column: 'transactionShares' | 'sharesOwnedFollowingTransaction' } | undefined {
  if (!isNumber(amount) || !isNumber(total) || amount.dollars === total.dollars) return undefined;
  return amount.dollars
    ? { cell: amount, column: 'transactionShares' }
    : { cell: total, column: 'sharesOwnedFollowingTransaction' };
}

const isNumber = ({ value, markers }: NumberCell): boolean => value !== undefined && markers.length === 0;
