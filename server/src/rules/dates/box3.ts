import type { DateCell } from '../../filing/model';
import { formDate, type Day } from '../../text/days';
import { schemaSeverity } from '../era';
import type { Fix, Rule, RuleContext } from '../rule';
import { count } from '../words';
import { setDate, setDates, wrongPart } from './dateCells';
import type { StaleRows } from './staleRows';
import { verdictOf, type Box3 } from './verdict';

const SAID: Record<Exclude<Box3['how'], 'rows'>, string> = {
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
  sign: 'dates',
  check(context) {
    const { filing, report } = context;
    const cell = filing.periodOfReport;
    if (cell.raw === '') return reportBlank(context);
    const { box3: found, exchanged, last } = context.once(verdictOf);
    if (!found?.earliest) return;
    if (exchanged) return reportExchanged(context, last!.signatureDate);
    const { how, earliest, stale, sure, oldRows } = found;
    if (stale) return reportRows(context, stale);
    if (how === 'rows') return;
    const right = earliest.transactionDate.value!;
    report({
      cell,
      span: wrongPart(cell, right),
      severity: how === 'late' ? 'error' : how === 'early' ? 'warning' : cell.value! > right ? 'information' : 'hint',
      message: `Expected the date of the earliest transaction, ${formDate(right)}, in box 3; found ${formDate(cell.value!)}${SAID[how]}.${oldRows ? ` Or the dates of the rows are old ones: the signature, ${formDate(last!.signatureDate.value!)}, is in time for box 3 and late for them.` : ''}`,
      related: [{ message: 'the earliest transaction', span: earliest.transactionDate.span }],
      fixes: () => [setBox3(context, right, sure), ...(sure ? [] : rowsAsBox3(context, right))],
    });
  },
};

/** Box 3 and the date of the signature have changed places. */
function reportExchanged({ filing, report }: RuleContext, signed: DateCell): void {
  const { periodOfReport: cell } = filing;
  const [box, date] = [cell.value!, signed.value!];
  report({
    cell,
    span: cell.span,
    message: `Expected the date of the earliest transaction, ${formDate(date)}, in box 3; found ${formDate(box)}, and ${formDate(date)} beside the signature. The two dates seem to have changed places.`,
    related: [{ message: 'the signature', span: signed.span }],
    fixes: () => [
      {
        title: `Exchange ${formDate(box)} and ${formDate(date)}`,
        edits: [...setDate(cell, date).edits, ...setDate(signed, box).edits],
        preferred: true,
      },
    ],
  });
}

/** Box 3 is likely right, and the date of some rows is not: told once, at the first of them. */
function reportRows(context: RuleContext, stale: StaleRows): void {
  const { filing, report } = context;
  const { periodOfReport: box } = filing;
  const { rows, meant, what } = stale;
  const [row, ...more] = rows;
  const [right] = meant as [Day];
  const cell = row.transactionDate;
  const cells = rows.map((one) => one.transactionDate);
  report({
    cell,
    span: wrongPart(cell, right),
    severity: stale.late ? 'warning' : 'information',
    message: `Expected no transaction before ${formDate(box.value!)}, the date of the earliest transaction in box 3; found ${formDate(cell.value)}${more.length > 0 ? ` here and in ${count(more.length, 'more row')}` : ''}. ${adviceOn(context, stale)}`,
    related: [
      { message: 'box 3', span: box.span },
      ...more.slice(0, NAMED).map(({ transactionDate }) => ({ message: 'this row too', span: transactionDate.span })),
    ],
    fixes: () => [
      setDates(cells, meant, what === 'year'),
      ...(what === 'year' ? [] : [{ ...setBox3(context, cell.value, false), brings: ['filed-late'] }]),
    ],
  });
}

/** How many rows are named beside the finding. */
const NAMED = 5;

const WITNESSES: Record<Exclude<StaleRows['witness'], 'signature'>, string> = {
  'every other row': 'every other row is of',
  'other row': 'the other row is of',
  'other rows': 'other rows are of',
  partner: 'the row of the same exercise in the other table is of',
};

function adviceOn(context: RuleContext, { what, witness, meant: [meant], rows: [row] }: StaleRows): string {
  const right = formDate(meant!);
  if (what === 'year') return `Check the year: ${right} agrees with box 3.`;
  const found = formDate(row.transactionDate.value);
  const { last } = context.once(verdictOf);
  const why =
    witness === 'signature'
      ? `the signature, ${last ? formDate(last.signatureDate.value!) : ''}, is in time for box 3 and late for ${found}`
      : `${WITNESSES[witness]} ${right}`;
  return `Check the date: ${why}. If ${found} is right, box 3 is not.`;
}

/** The other reading: box 3 is right, and the rows of the earliest day, where they are all that there is, are not. */
function rowsAsBox3({ filing, once }: RuleContext, day: Day): Fix[] {
  const cells = [...filing.nonDerivativeTable.rows, ...filing.derivativeTable.rows]
    .filter(({ kind }) => kind === 'transaction')
    .map(({ transactionDate }) => transactionDate);
  const box = filing.periodOfReport.value!;
  const { last } = once(verdictOf);
  if (!cells.every(({ value }) => value === day) || (last && last.signatureDate.value! < box)) return [];
  return [
    {
      ...setDates(
        cells,
        cells.map(() => box),
        false,
      ),
      brings: ['filed-late'],
    },
  ];
}

function setBox3({ filing: { periodOfReport: cell, boxes } }: RuleContext, day: Day, preferred = true): Fix {
  const { edits } = setDate(cell, day);
  // A blank box begins right behind its label.
  const space = cell.raw === '' && cell.span.start === boxes.earliestTransaction?.end ? ' ' : '';
  return {
    title: `Set box 3 to ${formDate(day)}`,
    edits: edits.map(({ span, newText }) => ({ span, newText: space + newText })),
    preferred,
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
