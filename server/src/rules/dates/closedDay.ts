import { marketClosedFor } from '../../facts/edgarCalendar';
import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { formDate, type Day } from '../../text/days';
import { codeOf } from '../codes/codeCell';
import type { Rule } from '../rule';
import { count } from '../words';
import { verdictOf } from './verdict';

/** A purchase or sale on a day without trading. */
export const closedDay: Rule = {
  id: 'closed-day',
  family: 'dates',
  severity: 'information',
  summary: 'A purchase or sale on a weekend or a market holiday',
  sign: 'closed',
  codes: codesOf('market'),
  check({ filing, report, accused, suspect, once }) {
    const byDay = new Map<Day, Row[]>();
    for (const row of rowsOf(filing)) {
      const { transactionDate: cell } = row;
      if (!transactionCode(codeOf(row))?.market || cell.value === undefined) continue;
      if (marketClosedFor(cell.value) === undefined) continue;
      if (suspect(cell) || accused(row, 'row-cells') || once(verdictOf).wrong.has(cell)) continue;
      const known = byDay.get(cell.value);
      if (known) known.push(row);
      else byDay.set(cell.value, [row]);
    }
    // A date that was typed wrong, or copied, stands in all rows of its day: one cause.
    for (const [day, [row, ...more]] of byDay) {
      const { transactionDate: cell } = row!;
      const codes = new Set([row!, ...more].map(codeOf));
      const kind = codes.size > 1 ? 'trade' : codes.has('P') ? 'purchase' : 'sale';
      report({
        cell,
        span: cell.span,
        message: `${formDate(day)} was ${marketClosedFor(day)}: the exchanges in New York did not trade. Check the date${more.length > 0 ? ` here and in ${count(more.length, 'more row')}` : ''}, unless the ${kind} was private or made abroad.`,
        related: more.slice(0, NAMED).map((one) => ({ message: 'this row too', span: one.transactionDate.span })),
      });
    }
  },
};

/** How many rows are named beside the finding. */
const NAMED = 5;
