import { marketClosedFor } from '../../facts/edgarCalendar';
import { formDate } from '../../text/days';
import { codeOf, eachInPlace } from '../codes/codeCell';
import type { Rule } from '../rule';
import { verdictOf } from './verdict';

/** A purchase or sale on a day without trading. */
export const closedDay: Rule = {
  id: 'closed-day',
  family: 'dates',
  severity: 'information',
  summary: 'A purchase or sale on a weekend or a market holiday',
  check(context) {
    const { report, suspect } = context;
    for (const row of eachInPlace(context)) {
      const { transactionDate: cell } = row;
      const code = codeOf(row);
      if ((code !== 'P' && code !== 'S') || cell.value === undefined || suspect(cell)) continue;
      const why = marketClosedFor(cell.value);
      if (why === undefined || context.once(verdictOf).wrong.has(cell)) continue;
      report({
        cell,
        span: cell.span,
        message: `${formDate(cell.value)} was ${why}: the exchanges in New York did not trade. Check the date, unless the ${code === 'P' ? 'purchase' : 'sale'} was private or made abroad.`,
      });
    }
  },
};
