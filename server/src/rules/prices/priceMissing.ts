import { isBlank } from '../../filing/columns';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import { citeHere } from '../footnotes/lost';
import type { Rule } from '../rule';

/** In Table II the form asks for no price beside these: column 2 has it. */
const NO_PRICE_IN_TABLE_II = new Set(['M', 'C', 'O', 'X']);

/** A transaction without a price, and without a footnote in its stead. */
export const priceMissing: Rule = {
  id: 'price-missing',
  family: 'prices',
  severity: 'error',
  summary: 'A blank price without a footnote',
  fixable: true,
  checkRow(row, context) {
    const { filing, report } = context;
    const { transactionPricePerShare: cell, transactionCode } = row;
    if (row.kind !== 'transaction' || !isBlank(cell)) return;
    if (
      row.table === 'derivativeTable' &&
      (transactionCode.value === undefined || NO_PRICE_IN_TABLE_II.has(transactionCode.value))
    )
      return;
    report({
      row,
      cell,
      span: cell.span,
      incomplete: true,
      severity: schemaSeverity(context),
      ...citeHere(filing, cell),
      message: `Expected a price in ${columnName(row, 'transactionPricePerShare')} ($0 where nothing was paid), or the marker of a footnote that says why there is none; the cell is blank.`,
    });
  },
};
