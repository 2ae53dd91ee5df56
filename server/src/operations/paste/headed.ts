/** Which column of what was copied is what. */
import type { Question, Refusal } from '../operation';
import { askChoice, type Answers } from '../rows/answers';
import { fieldNamed, FIELDS, nameOf, type Field } from './fields';
import type { Line } from './grid';
import { dayIn, sideIn, signedIn } from './values';

export interface Headed {
  /** The lines below the headings. */
  readonly lines: readonly Line[];
  /** The cell of a field; undefined where there is no such column, or the line ends before it. */
  readonly cell: (cells: readonly string[], field: Field) => string | undefined;
}

/** The columns of Table I, for rows that were copied out of a form. */
const OF_THE_FORM: readonly Field[] = [
  'title',
  'date',
  'deemed',
  'code',
  'early',
  'amount',
  'side',
  'price',
  'total',
  'ownership',
  'nature',
];
/** A report with more columns than this is none. */
const MOST_COLUMNS = 60;

/** Finds the headings, and asks of each column that is not known by its name or by what stands in it. */
export function headed(grid: readonly Line[], answers: Answers, title: string): Headed | Question | Refusal {
  const width = grid.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (width > MOST_COLUMNS)
    return { refused: `Nothing was changed: what was copied has ${width} columns. Copy those of the trades alone.` };
  const at = headingAt(grid);
  const heading = at === undefined ? undefined : grid[at]!;
  if (!heading && !grid.some(({ cells }) => cells.some((cell) => dayIn(cell) ?? signedIn(cell))))
    return {
      refused:
        'Nothing was changed: the clipboard holds words, and no date or number among them. Copy the rows first, from a spreadsheet or a broker’s report.',
    };
  const lines = grid.slice(at === undefined ? 0 : at + 1).filter(({ cells }) => !isHeading(cells));
  const fields = heading ? byName(heading, width, lines) : likeTheForm(lines) ? [...OF_THE_FORM] : byLook(lines, width);
  for (let column = 0; column < width; column++) {
    if (fields[column] !== undefined || isBlankColumn(lines, column)) continue;
    const chosen = askColumn(column, heading, lines, answers, title, fields);
    if ('asks' in chosen) return chosen;
    fields[column] = chosen.value as Field;
  }
  const places = new Map<Field, number>();
  for (const [column, field] of fields.entries()) {
    if (field === undefined || field === 'none') continue;
    if (places.has(field))
      return {
        refused: `Nothing was changed: two columns of what was copied are the ${labelOf(field)}. Copy one of them alone.`,
      };
    places.set(field, column);
  }
  for (const needed of ['date', 'amount'] as const)
    if (!places.has(needed))
      return { refused: `Nothing was changed: no column of what was copied is the ${labelOf(needed)}.` };
  return {
    lines,
    cell: (cells, field) => {
      const place = places.get(field);
      return place === undefined ? undefined : cells[place];
    },
  };
}

const labelOf = (field: Field): string =>
  (FIELDS.find((one) => one.field === field)?.label ?? field).replace(/^./, (first) => first.toLowerCase());

/** The line of headings: the first that names two columns at least and holds no value. A title may stand above it. */
function headingAt(grid: readonly Line[]): number | undefined {
  const at = grid.slice(0, 12).findIndex(({ cells }) => isHeading(cells));
  return at < 0 ? undefined : at;
}

const isHeading = (cells: readonly string[]): boolean =>
  cells.filter((cell) => fieldNamed(cell) !== undefined || nameOf(cell) === 'amount').length > 1 &&
  !cells.some((cell) => dayIn(cell) !== undefined || (cell !== '' && signedIn(cell) !== undefined));

function byName({ cells }: Line, width: number, lines: readonly Line[]): (Field | undefined)[] {
  const fields = Array.from({ length: width }, (_, column): Field | undefined =>
    cells[column] === undefined || cells[column] === '' ? undefined : fieldNamed(cells[column]),
  );
  // "Amount" is shares on the form and money in many reports: it is shares where nothing else is, and no dollar stands there.
  for (const [column, cell] of cells.entries()) {
    if (nameOf(cell) !== 'amount' || fields[column] !== undefined) continue;
    const money = lines.some((line) => signedIn(line.cells[column] ?? '')?.dollars);
    if (fields.includes('amount') || money) fields[column] = 'none';
    else if (fields.includes('code') || fields.includes('total')) fields[column] = 'amount';
  }
  return fields;
}

/** Rows of Table I as they stand in a form: a date in the second cell and a code in the fourth, or a holding without them. */
function likeTheForm(lines: readonly Line[]): boolean {
  const isHolding = (cells: readonly string[]): boolean => cells.slice(1, 8).every((cell) => cell === '');
  const rows = lines.filter(({ cells }) => !isHolding(cells));
  return (
    rows.length > 0 &&
    lines.every(({ cells }) => cells.length >= 9 && cells.length <= 11) &&
    rows.every(({ cells }) => dayIn(cells[1]!) !== undefined && /^[A-Z](?:\/K)?\b/.test(cells[3]!))
  );
}

/** Without headings only dates and words such as "Sold" speak for themselves. */
function byLook(lines: readonly Line[], width: number): (Field | undefined)[] {
  const all = (column: number, fits: (cell: string) => boolean): boolean =>
    lines.every(({ cells }) => fits(cells[column] ?? ''));
  const columns = Array.from({ length: width }, (_, column) => column);
  const dates = columns.filter((column) => all(column, (cell) => dayIn(cell) !== undefined));
  const sides = columns.filter((column) => all(column, (cell) => sideIn(cell)?.trade === true));
  return columns.map((column) => {
    if (dates.length === 1 && dates[0] === column) return 'date';
    return sides.length === 1 && sides[0] === column ? 'side' : undefined;
  });
}

const isBlankColumn = (lines: readonly Line[], column: number): boolean =>
  lines.every(({ cells }) => (cells[column] ?? '') === '');

function askColumn(
  column: number,
  heading: Line | undefined,
  lines: readonly Line[],
  answers: Answers,
  title: string,
  taken: readonly (Field | undefined)[],
): { readonly value: string } | Question {
  const name = heading?.cells[column] ?? '';
  const sample = lines
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, 3)
    .map((cell) => `“${cell.slice(0, 24)}”`)
    .join(', ');
  return askChoice(answers, {
    answer: `column${column + 1}`,
    title,
    prompt: `What is column ${column + 1}${name === '' ? '' : `, “${name.slice(0, 40)}”`}: ${sample}?`,
    choices: FIELDS.filter(({ field }) => field === 'none' || !taken.includes(field)).map(({ field, label }) => ({
      value: field,
      label,
    })),
  });
}
