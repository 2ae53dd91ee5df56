import type { Row } from '../../filing/model';
import { formDate, partsOf } from '../../text/days';
import { schemaSeverity } from '../era';
import type { Fix, Rule, RuleContext } from '../rule';
import { inYear, setDate, wrongPart } from './dateCells';
import { verdictOf, type Box3 } from './verdict';

const SAID: Record<Exclude<Box3['how'], 'year'>, string> = {
  late: ', which is later than every transaction',
  early: ', which is earlier than every transaction. Check whether the box was copied from another filing',
  other: '',
};

/** Box 3 is the date of the earliest transaction. */
export const box3: Rule = {
  id: 'box-3',
  family: 'dates',
  severity: 'error',
  summary: 'Box 3 is not the date of the earliest transaction',
  fixable: true,
  draftInformation: true,
  check(context) {
    const { filing, report } = context;
    const cell = filing.periodOfReport;
    if (cell.raw === '') return reportBlank(context);
    const { box3: found } = context.once(verdictOf);
    if (!found?.earliest) return;
    const { how, earliest } = found;
    if (how === 'year') return reportYears(context, found.slipped ?? []);
    const right = earliest.transactionDate.value!;
    report({
      cell,
      span: wrongPart(cell, right),
      severity: how === 'late' ? 'error' : how === 'early' ? 'warning' : 'hint',
      message: `Expected the date of the earliest transaction, ${formDate(right)}, in box 3; found ${formDate(cell.value!)}${SAID[how]}.`,
      related: [{ message: 'the earliest transaction', span: earliest.transactionDate.span }],
      fixes: () => [setBox3(context, right)],
    });
  },
};

/** Box 3 is right, and the year of some rows is not. */
function reportYears({ filing: { periodOfReport: box }, report }: RuleContext, rows: readonly Row[]): void {
  for (const row of rows) {
    const cell = row.transactionDate;
    const meant = inYear(cell.value!, partsOf(box.value!).year)!;
    report({
      row,
      cell,
      span: wrongPart(cell, meant),
      severity: 'warning',
      message: `Expected no transaction before ${formDate(box.value!)}, the date of the earliest transaction in box 3; found ${formDate(cell.value!)}. Check the year: ${formDate(meant)} agrees with box 3.`,
      related: [{ message: 'box 3', span: box.span }],
      fixes: () => [setDate(cell, meant, true)],
    });
  }
}

function setBox3({ filing: { periodOfReport: cell, boxes } }: RuleContext, day: number): Fix {
  const { edits } = setDate(cell, day);
  // A blank box begins right behind its label.
  const space = cell.raw === '' && cell.span.start === boxes.earliestTransaction?.end ? ' ' : '';
  return {
    title: `Set box 3 to ${formDate(day)}`,
    edits: edits.map(({ span, newText }) => ({ span, newText: space + newText })),
    preferred: true,
  };
}

/** The box is printed and nothing stands in it. */
function reportBlank(context: RuleContext): void {
  const { filing, report } = context;
  const cell = filing.periodOfReport;
  if (!filing.boxes.earliestTransaction) return;
  const days = [...filing.nonDerivativeTable.rows, ...filing.derivativeTable.rows].flatMap(
    ({ transactionDate: { value } }) => (value === undefined ? [] : [value]),
  );
  report({
    cell,
    span: filing.boxes.earliestTransaction,
    incomplete: true,
    severity: schemaSeverity(context),
    message: 'Expected the date of the earliest transaction in box 3; it is blank.',
    fixes: () =>
      days.length === 0
        ? []
        : [
            setBox3(
              context,
              days.reduce((first, day) => Math.min(first, day)),
            ),
          ],
  });
}
