/** How a filing writes what can be written in several ways: as its layout does, or clearly otherwise. */
import { LAYOUTS } from '../../facts/layouts';
import { cellsOf } from '../../filing/columns';
import type { Cell, DateCell, Filing, Row, Table } from '../../filing/model';
import type { DateForm } from '../../text/days';
import { markerHabit, type MarkerHabit } from './markers';
import { isDate, isNumber, unitsOf } from './values';

export interface Habits {
  /** Thousands are parted by commas. */
  readonly grouped: boolean;
  readonly dates: Exclude<DateForm, 'short'>;
  readonly markers: MarkerHabit;
}

/** A table and those of its rows that may be formatted. */
export interface Section {
  readonly table: Table<Row>;
  readonly rows: readonly Row[];
}

/** So many, and so many times what is written as the layout does, make a habit of the filing's own. */
const CLEAR = { least: 4, times: 3 };

export function habitsOf(filing: Filing, sections: readonly Section[]): Habits {
  const cells = sections.flatMap(({ table, rows }) =>
    rows.flatMap((row) => cellsOf(row, table).map(({ column, cell }) => ({ column, cell }))),
  );
  const dialect = LAYOUTS[filing.layout].values === 'dialect';
  const long = cells
    .filter(({ column, cell }) => isNumber(column) && cell.raw !== '' && unitsOf(cell).replaceAll(',', '').length > 3)
    .map(({ cell }) => unitsOf(cell).includes(','));
  const forms = [...cells.filter(({ column }) => isDate(column)).map(({ cell }) => cell), ...datesOfBoxes(filing)]
    .filter((cell: Cell<unknown>) => cell.raw !== '' && cell.problem === undefined)
    .map(({ dateForm }) => dateForm);
  return {
    grouped: choose(long, !dialect, dialect),
    dates: choose<Habits['dates']>(forms, dialect ? 'iso' : 'month-first', dialect ? 'month-first' : 'iso'),
    markers: markerHabit(filing, sections, dialect ? '' : ' '),
  };
}

/** Box 3, box 4 and the dates of signatures. */
export function datesOfBoxes(filing: Filing): DateCell[] {
  return [
    filing.periodOfReport,
    filing.dateOfOriginalSubmission,
    ...filing.ownerSignatures.map(({ signatureDate }) => signatureDate),
  ];
}

/** What the layout does, unless the filing clearly does the other. */
function choose<T>(seen: readonly unknown[], usual: T, other: T): T {
  const count = (wanted: T): number => seen.filter((one) => one === wanted).length;
  const others = count(other);
  return others >= CLEAR.least && others >= CLEAR.times * count(usual) ? other : usual;
}
