/** The day that stands for a filing's era: what the form looked like, and what was asked of it. */
import type { Filing } from './model';
import { lastSigned, rowsOf } from './queries';
import type { Day } from '../text/days';

/** 1993-01-01: the year in which filing on EDGAR began. */
const EDGAR_BEGINS: Day = 8401;

/** The last signature, else the last transaction, else box 3; undefined where none of them has a day. */
export function filedOn(filing: Filing): Day | undefined {
  const signed = lastSigned(filing);
  // A year like 0023 is a slip, and says nothing of the time of the filing.
  if (signed !== undefined && signed >= EDGAR_BEGINS) return signed;
  let last = filing.periodOfReport.value;
  for (const { transactionDate } of rowsOf(filing))
    if (transactionDate.value !== undefined && (last === undefined || transactionDate.value > last))
      last = transactionDate.value;
  return last;
}
