import { ZERO } from '../../text/decimal';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { dollars, priceOf } from './trades';

/** A gift with a price. */
export const giftPrice: Rule = {
  id: 'gift-price',
  family: 'prices',
  severity: 'warning',
  summary: 'A gift with a price above 0',
  fixable: true,
  codes: ['G'],
  checkRow(row, { report }) {
    const price = priceOf(row);
    if (row.transactionCode.value !== 'G' || !price) return;
    const { transactionPricePerShare: cell } = row;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected $0 beside code G, a bona fide gift, for which nothing is paid; found ${dollars(price)}. Check the price and the code.`,
      fixes: () => [
        {
          title: 'Set the price to $0',
          edits: [{ span: cell.span, newText: writtenLike(cell, ZERO) }],
          preferred: true,
        },
      ],
    });
  },
};
