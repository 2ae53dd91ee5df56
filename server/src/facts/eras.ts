/**
 * The days on which what is asked of a Form 4 changed. A rule that asks for something new holds back before its day.
 * A filing's era is the day that stands for it (`filed` of the rules); a transaction's is its own date.
 */
import { dayOf, type Day } from '../text/days';

export interface Era {
  /** The first day of the new state of things. */
  readonly from: Day;
  readonly what: string;
  readonly source: string;
}

function era(year: number, month: number, dayOfMonth: number, what: string, source: string): Era {
  return { from: dayOf(year, month, dayOfMonth)!, what, source };
}

/** By transaction date. Before, a Form 4 was due ten days after the end of the month. */
export const TWO_BUSINESS_DAYS = era(
  2002,
  8,
  29,
  'A Form 4 is due before the end of the second business day after the transaction.',
  'Securities Exchange Act of 1934, section 16(a)(2)(C), 15 U.S.C. 78p(a)(2)(C)',
);

/** By filing date. Before, EDGAR’s schema did not judge a Form 4: paper and free ASCII text were filed. */
export const ELECTRONIC_FILING = era(
  2003,
  6,
  30,
  'Forms 3, 4 and 5 are filed electronically, in the fields of EDGAR’s schema.',
  'SEC, Division of Corporation Finance: Section 16 Electronic Reporting, Frequently Asked Questions',
);

/** By the date of the gift. */
export const GIFTS_ON_FORM_4 = era(
  2023,
  2,
  27,
  'A gift that is made, not received, is due on Form 4 within two business days; it no longer waits for Form 5.',
  'Rule 16a-3(g)(1), 17 CFR 240.16a-3(g)(1), as amended by SEC Release 33-11138',
);

/** By the date on which the plan was adopted: one adopted before leaves the 10b5-1 box clear. */
export const PLANS_UNDER_THE_AMENDED_RULE = era(
  2023,
  2,
  27,
  'A plan adopted from this day on is under Rule 10b5-1(c) as amended, and its transactions check the box.',
  'SEC Release 33-11138; Exchange Act Rules Compliance and Disclosure Interpretation 120.31',
);

/** By filing date. 1 April 2023 was a Saturday: the first filings under it came on Monday, 3 April. */
export const PLAN_BOX = era(
  2023,
  4,
  1,
  'The form has the 10b5-1 box, and reports of gifts follow the new rule beyond doubt.',
  'Form 4, General Instruction 10; SEC Release 33-11138',
);

/** By filing date. Officers and directors of foreign private issuers report from this day on, and the form got box 2a. */
export const FOREIGN_SYMBOL_BOX = era(
  2026,
  3,
  18,
  'The form has box 2a, Foreign Trading Symbol.',
  'Holding Foreign Insiders Accountable Act; EDGAR Ownership XML Technical Specification v5.5, issuerForeignTradingSymbol',
);

/** True where a day is in the era. A day that nobody knows is taken for today. */
export function isSince({ from }: Era, day: Day | undefined): boolean {
  return day === undefined || day >= from;
}
