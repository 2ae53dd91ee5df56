/** Numbers and dates written in the filing's habit. */
import { cellsOf } from '../../filing/columns';
import type { Cell, DateCell, Filing, Row, Table } from '../../filing/model';
import { dateAs } from '../../text/days';
import type { Edit } from '../../text/edits';
import { datesOfBoxes, isDate, isNumber, NUMBER } from './cellKinds';
import type { Habits } from './habits';

export function valueEdits(row: Row, table: Table<Row>, habits: Habits): Edit[] {
  return cellsOf(row, table).flatMap(({ column, cell }) =>
    isNumber(column) ? numberEdit(cell, habits) : isDate(column) ? dateEdit(cell as DateCell, habits) : [],
  );
}

/** The dates of boxes and signatures. */
export function boxEdits(filing: Filing, habits: Habits): Edit[] {
  return datesOfBoxes(filing)
    .filter(({ span, raw }) => filing.text.slice(span.start, span.end) === raw)
    .flatMap((cell) => dateEdit(cell, habits));
}

function numberEdit({ raw, span, value }: Cell<unknown>, { grouped }: Habits): Edit[] {
  const [, sign = '', units = ''] = NUMBER.exec(raw) ?? [];
  const digits = units.replaceAll(',', '');
  // Zeros in front are no habit: what they mean is not for a formatter to say.
  if (value === undefined || digits.length < 4 || digits.startsWith('0')) return [];
  const written = grouped ? inThousands(digits) : digits;
  const start = span.start + sign.length;
  return written === units ? [] : [{ span: { start, end: start + units.length }, newText: written }];
}

function inThousands(digits: string): string {
  const first = digits.length % 3;
  const groups = first > 0 ? [digits.slice(0, first)] : [];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(',');
}

function dateEdit({ raw, span, value }: DateCell, { dates }: Habits): Edit[] {
  if (value === undefined) return [];
  const newText = dateAs(value, dates);
  return newText === raw ? [] : [{ span, newText }];
}
