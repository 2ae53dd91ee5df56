import { transactionCode as codeFacts } from '../../facts/transactionCodes';
import { add, compare, grouped, isZero, ZERO, type Decimal } from '../../text/decimal';
import type { Row } from '../../filing/model';
import type { Rule } from '../rule';
import { byClassAndDay } from './trades';

/** More shares withheld on a day than were acquired on it. */
export const withholdAmount: Rule = {
  id: 'withhold-amount',
  family: 'prices',
  severity: 'information',
  summary: 'More shares withheld than were acquired that day',
  sign: 'prices',
  codes: ['F'],
  check({ filing, report, accused }) {
    const { rows: all } = filing.nonDerivativeTable;
    if (!all.some(isWithheld) || !all.some(isAcquired)) return;
    for (const rows of byClassAndDay(all)) {
      const withheld = rows.filter(isWithheld);
      const acquired = rows.filter(isAcquired);
      if (withheld.length === 0 || acquired.length === 0 || rows.some((row) => accused(row))) continue;
      const [out, into] = [sum(withheld), sum(acquired)];
      // Shares that vest from an earlier grant are withheld without any row that acquires them.
      if (!out || !into || isZero(into) || compare(out, into) <= 0) continue;
      const last = withheld[withheld.length - 1]!;
      report({
        row: last,
        cell: last.transactionShares,
        span: last.transactionShares.span,
        message: `${grouped(out)} shares were withheld on this day (code F) and ${grouped(into)} acquired. Check the amounts, unless shares granted earlier vested that day too.`,
        related: acquired.map(({ transactionShares: { span } }) => ({ message: 'acquired that day', span })),
      });
    }
  },
};

const isWithheld = ({ transactionCode }: Row): boolean => transactionCode.value === 'F';

const isAcquired = ({ transactionCode, transactionAcquiredDisposedCode }: Row): boolean =>
  transactionAcquiredDisposedCode.value === 'A' && codeFacts(transactionCode.value)?.withheldFrom === true;

function sum(rows: readonly Row[]): Decimal | undefined {
  let total = ZERO;
  for (const {
    transactionShares: { value },
  } of rows) {
    if (!value) return undefined;
    total = add(total, value);
  }
  return total;
}
