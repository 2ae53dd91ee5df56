/** How a filing writes what can be written in several ways: as its layout does, or clearly otherwise. */
import { LAYOUTS } from '../../facts/layouts';
import { cellsOf } from '../../filing/columns';
import type { Cell, Filing } from '../../filing/model';
import type { DateForm } from '../../text/days';
import { datesOfBoxes, isDate, isNumber, unitsOf } from './cellKinds';
import { markerHabit, type MarkerHabit, type Section } from './markers';

export interface Habits {
  /** Thousands are parted by commas. */
  readonly grouped: boolean;
  readonly dates: Exclude<DateForm, 'short'>;
  readonly markers: MarkerHabit;
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

/** What the layout does, unless the filing clearly does the other. */
function choose<T>(seen: readonly unknown[], usual: T, other: T): T {
  const count = (wanted: T): number => seen.filter((one) => one === wanted).length;
  const others = count(other);
  return others >= CLEAR.least && others >= CLEAR.times * count(usual) ? other : usual;
}
