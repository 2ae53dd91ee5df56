import { codesOf } from '../../facts/transactionCodes';
import { PLANS_UNDER_THE_AMENDED_RULE } from '../../facts/eras';
import type { Filing, Row } from '../../filing/model';
import { earliestIn } from '../../filing/rowNumbers';
import { OF_PLAN, planNotes, type PlanNote } from '../../filing/plans';
import { lastSigned } from '../../filing/queries';
import { numberingOf } from '../footnotes/numbering';
import { formDate, type Day } from '../../text/days';
import type { Span } from '../../text/span';
import type { Rule, RuleContext } from '../rule';
import { count } from '../words';

/** Rule 10b5-1(c)(1)(ii)(B)(1): no trade of a director or officer before the 90th day, at the least. */
const COOLING_OFF = 90;

const TRADES = codesOf('market');

/** A trade under a plan, against the day on which the plan was adopted; a day of adoption that is still to come. */
export const planAdopted: Rule = {
  id: 'plan-adopted',
  family: 'dates',
  severity: 'warning',
  summary: 'A trade before its trading plan was adopted, or within 90 days of it; a plan of a day to come',
  codes: TRADES,
  mentions: OF_PLAN,
  check(context) {
    const { filing, report, suspect } = context;
    const insiders = filing.reportingOwners.some(({ isDirector, isOfficer }) => isDirector || isOfficer);
    const now = lastDay(context);
    for (const note of planNotes(filing)) {
      const { span, adoptedOn, pursuant } = note;
      const future = adoptedOn.findIndex((day) => now !== undefined && day > now.day);
      if (future >= 0) {
        if (!TO_COME.test(filing.text.slice(span.start, span.end)))
          report({
            span: placeOf(filing, note, future),
            message: `Check the date: the note says that the plan was adopted on ${formDate(adoptedOn[future]!)}, which is after ${now!.what} on ${formDate(now!.day)}.`,
          });
        continue;
      }
      const [adopted, ...others] = adoptedOn;
      // Of several dates one may be of a change, or of another plan.
      if (adopted === undefined || others.length > 0 || !pursuant) continue;
      if (earliestDay(filing) >= adopted + COOLING_OFF) continue;
      const rows = citing(filing, span.start).filter(({ transactionDate }) => !suspect(transactionDate));
      for (const early of [true, false]) {
        const found = rows.filter(({ transactionDate: { value } }) =>
          early ? value! < adopted : insiders && value! >= adopted && value! - adopted < COOLING_OFF,
        );
        const [row, ...more] = found;
        if (!row || (!early && adopted < PLANS_UNDER_THE_AMENDED_RULE.from)) continue;
        const { transactionDate: cell } = row;
        report({
          cell,
          span: cell.span,
          ...(!early && { severity: 'information' as const }),
          message: early
            ? `Check the dates: traded on ${formDate(cell.value!)} under a plan that, as the note says, was adopted later, on ${formDate(adopted)}.`
            : `Check the dates: ${count(cell.value! - adopted, 'day')} after ${formDate(adopted)}, the date of adoption stated. Under a plan adopted since ${formDate(PLANS_UNDER_THE_AMENDED_RULE.from)} directors and officers wait for 90 days at the least.`,
          related: [
            { message: 'the note', span },
            ...more.map(({ transactionDate }) => ({ message: 'the same here', span: transactionDate.span })),
          ],
        });
      }
    }
  },
};

/** A plan that is still to be adopted is no mistake. */
const TO_COME = /\b(?:will|intends?|expects?|expected|may|plans? to|proposes?|proposed)\b/;

/** The day after which no plan of the filing can have been adopted; undefined where none is known. */
function lastDay({ filing, suspect, today }: RuleContext): { day: Day; what: string } | undefined {
  if (filing.ownerSignatures.some(({ signatureDate }) => suspect(signatureDate))) return undefined;
  const signed = lastSigned(filing);
  if (signed !== undefined) return { day: signed, what: 'the signature' };
  return today !== undefined ? { day: today, what: 'today,' } : undefined;
}

/** Where the note says a day. */
function placeOf({ text }: Filing, { span, adoptedAs }: PlanNote, at: number): Span {
  const words = adoptedAs[at]!;
  const start = text.indexOf(words, span.start);
  return start >= 0 && start + words.length <= span.end ? { start, end: start + words.length } : span;
}

/** No transaction is of a day before; told from numbers, where there are any, since no row is made for them. */
function earliestDay({ nonDerivativeTable, derivativeTable }: Filing): number {
  const [first, second] = [nonDerivativeTable.numbers, derivativeTable.numbers];
  return first && second ? Math.min(earliestIn(first), earliestIn(second)) : -Infinity;
}

/** The trades that cite the footnote which stands there. */
function citing(filing: Filing, at: number): Row[] {
  const { cited, notes } = numberingOf(filing);
  const found = new Set<Row>();
  for (const [number, note] of notes)
    if (note.textSpan.start === at)
      for (const { row } of cited.get(number) ?? [])
        if (
          row.kind === 'transaction' &&
          TRADES.includes(row.transactionCode.value ?? '') &&
          row.transactionDate.value !== undefined
        )
          found.add(row);
  return [...found];
}
