import { marketClosedFor } from '../../facts/edgarCalendar';
import { codesOf, transactionCode } from '../../facts/transactionCodes';
import { formDate } from '../../text/days';
import { codeOf } from '../codes/codeCell';
import type { Rule } from '../rule';
import { verdictOf } from './verdict';

/** A purchase or sale on a day without trading. */
export const closedDay: Rule = {
  id: 'closed-day',
  family: 'dates',
  severity: 'information',
  summary: 'A purchase or sale on a weekend or a market holiday',
  codes: codesOf('market'),
  checkRow(row, context) {
    const { report, accused, suspect, once } = context;
    const { transactionDate: cell } = row;
    const code = codeOf(row);
    if (!transactionCode(code)?.market || cell.value === undefined) return;
    const why = marketClosedFor(cell.value);
    if (why === undefined || suspect(cell) || accused(row, 'row-cells') || once(verdictOf).wrong.has(cell)) return;
    report({
      cell,
      span: cell.span,
      message: `${formDate(cell.value)} was ${why}: the exchanges in New York did not trade. Check the date, unless the ${code === 'P' ? 'purchase' : 'sale'} was private or made abroad.`,
    });
  },
};
