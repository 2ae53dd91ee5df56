import { transactionCode as codeFacts } from '../../facts/transactionCodes';
import { isBlank } from '../../filing/columns';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import { citeHere } from '../footnotes/lost';
import type { Rule } from '../rule';

/** A transaction without a price, and without a footnote in its stead. */
export const priceMissing: Rule = {
  id: 'price-missing',
  family: 'prices',
  severity: 'error',
  suspends: true,
  summary: 'A blank price without a footnote',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { filing, report } = context;
    const { transactionPricePerShare: cell, transactionCode } = row;
    if (row.kind !== 'transaction' || !isBlank(cell)) return;
    // The printed form lets the price of an exercise be blank; in XML a price or a footnote is asked for.
    if (
      !filing.xml &&
      row.table === 'derivativeTable' &&
      (transactionCode.value === undefined || codeFacts(transactionCode.value)?.exercise)
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
