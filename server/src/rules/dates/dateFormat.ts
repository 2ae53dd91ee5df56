import { ELECTRONIC_FILING, isSince } from '../../facts/eras';
import { LAYOUTS } from '../../facts/layouts';
import type { DateCell } from '../../filing/model';
import type { Day } from '../../text/days';
import { cleared } from '../clear';
import { schemaSeverity } from '../era';
import type { Fix, Rule, RuleContext, Severity } from '../rule';
import { quote } from '../words';
import { datesIn, datesOf, datesOutsideRows, setDate, type PlacedDate } from './dateCells';
import { meantDay, nearestDays } from '../../text/writtenDates';

/** A date that is none, or is not written as EDGAR takes it. */
export const dateFormat: Rule = {
  id: 'date-format',
  family: 'dates',
  severity: 'error',
  suspends: true,
  summary: 'Not a date, no such day, or a date in another form; a transaction without a date, or a holding with one',
  fixable: true,
  safe: true,
  sign: 'dates',
  oddRows: true,
  check(context) {
    for (const date of datesOutsideRows(context.filing)) look(date, context);
  },
  checkRow(row, context) {
    if (context.accused(row, 'row-cells')) return;
    for (const date of datesIn(row)) look(date, context);
  },
};

function look({ cell, name, row }: PlacedDate, context: RuleContext): void {
  const { filing, filed, report } = context;
  const severity = schemaSeverity(context);
  if (cell.raw === '') {
    if (cell !== row?.transactionDate || row.kind !== 'transaction') return;
    const message = `Expected the date of the transaction in ${name}; it is blank.`;
    return report({ row, cell, span: cell.span, severity, incomplete: true, message });
  }
  if (row?.kind === 'holding' && cell === row.transactionDate) return reportInHolding(cell, name, context, severity);
  const modern = isSince(ELECTRONIC_FILING, filed);
  const problem = wrongWith(
    cell,
    modern && LAYOUTS[filing.layout].dates === 'edgar',
    modern,
    LAYOUTS[filing.layout].cells === 'xml',
  );
  if (!problem) return;
  // Beside a signature the day is read for sure, in words too, and held against the others.
  const inWords = cell.value !== undefined && cell.dateForm === undefined;
  report({
    ...(!inWords && { cell }),
    span: cell.span,
    severity: inWords ? 'information' : severity,
    message: `Expected ${problem} in ${name}; found ${quote(cell.raw)}${cell.problem === 'no-such-day' ? ', a day that no calendar has' : ''}.`,
    fixes: () => repairs(cell, () => context.once(daysOf)),
  });
}

/** Nothing else of a transaction stands in the row: it states a holding, and a holding has no date. */
function reportInHolding(cell: DateCell, name: string, { filing, report }: RuleContext, severity: Severity): void {
  report({
    cell,
    span: cell.span,
    severity,
    message: `Expected no date in ${name} of a row without a transaction, which states a holding; found ${quote(cell.raw)}.`,
    fixes: () => [{ title: 'Clear the date', edits: [cleared(filing, cell)], preferred: true }],
  });
}

const ISO_BEGINS = /^\d{4}-\d{2}-\d{2}(?!\d)/;

/** What is expected and not there. Before electronic filing a date could be a month or a word. */
function wrongWith(cell: DateCell, strict: boolean, modern: boolean, isXml: boolean): string | undefined {
  if (cell.problem === 'no-such-day') return 'a day of the calendar';
  if (cell.problem === 'not-a-date') return modern ? 'a date such as 03/07/2022 (month/day/year)' : undefined;
  // The schema's xs:date may carry an offset: 2024-07-19-05:00.
  const iso = isXml ? ISO_BEGINS.test(cell.raw) : cell.raw.length === 10;
  const plain = cell.dateForm === 'month-first' || (cell.dateForm === 'iso' && iso);
  return strict && !plain ? 'the date with two digits for month and day and four for the year' : undefined;
}

function repairs(cell: DateCell, known: () => readonly Day[]): Fix[] {
  const meant = meantDay(cell.raw);
  if (meant !== undefined) return [{ ...setDate(cell, meant, true), safe: true }];
  return nearestDays(cell.raw, known()).map((day) => setDate(cell, day));
}

/** More days than the two tables of a form have dates. */
const MOST_DAYS = 300;

/** The days of the filing that are not in doubt, each once. */
function daysOf({ filing, suspect }: RuleContext): readonly Day[] {
  const days = new Set<Day>();
  for (const { cell } of datesOf(filing)) {
    if (cell.value !== undefined && !suspect(cell)) days.add(cell.value);
    if (days.size === MOST_DAYS) break;
  }
  return [...days];
}
