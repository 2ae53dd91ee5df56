import { addBusinessDays, DEEMED_WITHIN } from '../../facts/edgarCalendar';
import { formDate } from '../../text/days';
import { cleared } from '../clear';
import { columnName } from '../columnNames';
import type { Rule } from '../rule';
import { verdictOf } from './verdict';

/** A deemed execution date that Rule 16a-3(g) does not give, or that says nothing. */
export const deemedDate: Rule = {
  id: 'deemed-date',
  family: 'dates',
  severity: 'warning',
  summary: 'A deemed execution date before the trade, or more than three business days after it',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { filing, report, suspect, closed } = context;
    if (context.accused(row, 'row-cells')) return;
    const { deemedExecutionDate: cell, transactionDate } = row;
    const trade = transactionDate.value;
    if (cell.value === undefined || trade === undefined) return;
    if (suspect(cell) || suspect(transactionDate)) return;
    const same = cell.value === trade;
    const last = addBusinessDays(trade, DEEMED_WITHIN, closed);
    if (!same && cell.value > trade && cell.value <= last) return;
    if (context.once(verdictOf).wrong.has(transactionDate)) return;
    const where = columnName(row, 'deemedExecutionDate');
    report({
      cell,
      span: cell.span,
      onRequest: same,
      message: same
        ? `The deemed execution date in ${where} is that of the transaction; the column is for a date that differs.`
        : `Expected a deemed execution date after ${formDate(trade)}, the day of the trade, and not after ${formDate(last)}, three business days later, in ${where}; found ${formDate(cell.value)}. Check it.`,
      fixes: () => [{ title: 'Clear the deemed execution date', edits: [cleared(filing, cell)], preferred: true }],
    });
  },
};
