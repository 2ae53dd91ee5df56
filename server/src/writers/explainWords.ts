/** The plain words that an explanation is made of: how many of what, done how, held how, on which day, at what price. */
import { isPlainCode, sourceWords } from './words';
import { transactionCode, type Side } from '../facts/transactionCodes';
import { cellsOf } from '../filing/columns';
import type { Cell, DateCell, Filing, NumberCell, Row } from '../filing/model';
import { isVoluntary, tableOf } from '../filing/queries';
import { formDate, type Day } from '../text/days';
import { add, equals, grouped, whole, ZERO, type Decimal } from '../text/decimal';

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const quoted = (words: string): string => `“${words}”`;

const SINGLE_CLASS = /\b(?:stock|share)$/i;
/** “Options to Purchase Common Stock” are no shares of it. */
const NO_SHARES = /\b(?:options?|rights?|warrants?|units?|awards?|notes?|swaps?|forwards?|puts?|calls?|contracts?)\b/i;
const PLURAL_CLASS =
  /\b(?:shares|units|options|warrants|rights|notes|debentures|bonds|interests|securities|RSUs|PSUs|ADSs|ADRs|SARs)$/i;

/** `693 shares of Common Stock`, `693 Common Units`, `693 of “Employee Stock Option (right to buy)”`. */
export function amountOf(filing: Filing, titled: Cell<string>, amount: Decimal, dollars: boolean | undefined): string {
  const number = `${dollars ? '$' : ''}${grouped(amount)}`;
  const title = titleOf(filing, titled);
  if (title === undefined) return `${number} of a security whose title the row does not give`;
  const head = title.slice(0, /[(,;]/.exec(title)?.index ?? title.length).trimEnd();
  const one = equals(amount, ONE);
  if (SINGLE_CLASS.test(head) && !NO_SHARES.test(head) && !dollars)
    return `${number} ${one ? 'share' : 'shares'} of ${title}`;
  if (PLURAL_CLASS.test(head) && !one && !dollars) return `${number} ${title}`;
  return `${number} of ${quoted(title)}`;
}

const ONE = whole(1);

/** The title of a class as it stands; undefined where there is none. */
const titleOf = (filing: Filing, cell: Cell<string>): string | undefined =>
  (cell.value ?? sourceWords(filing, cell)) || undefined;

/** `an amount of “Common Stock” that cannot be read (“6x3”)`. */
export function unreadAmountOf(filing: Filing, titled: Cell<string>, cell: NumberCell): string {
  const title = titleOf(filing, titled);
  const what = `an amount of ${title === undefined ? 'a security whose title the row does not give' : quoted(title)}`;
  const raw = sourceWords(filing, cell);
  return `${what} that ${raw === '' ? 'the row does not give' : `cannot be read (${quoted(raw)})`}`;
}

/** `sold in the open market or privately (code S)`; a code and a side that do not go together are both said as they stand. */
export function doneIn(filing: Filing, row: Row): string {
  const code = row.transactionCode;
  const side = sideOf(row);
  const letter = isPlainCode(code) ? code.value!.toUpperCase() : undefined;
  const known = transactionCode(letter);
  const plain = known?.standsAlone ? side && known.done[row.table]?.[side] : undefined;
  const done = plain ? `${plain} (code ${letter})` : `${sideWords(filing, row)}, ${codeSaid(filing, row)}`;
  const swap = code.equitySwapInvolved ? ', in an equity swap or an instrument with similar characteristics (K)' : '';
  const early = isVoluntary(row) ? ', reported voluntarily earlier than required (V)' : '';
  return done + swap + early;
}

const sideOf = (row: Row): Side | undefined => {
  const { value } = row.transactionAcquiredDisposedCode;
  return value === 'A' || value === 'D' ? value : undefined;
};

function sideWords(filing: Filing, row: Row): string {
  const side = sideOf(row);
  if (side) return side === 'A' ? 'acquired' : 'disposed of';
  const { transactionAcquiredDisposedCode: cell } = row;
  const raw = cell.raw === '' ? '' : `: there stands ${quoted(sourceWords(filing, cell))}`;
  return `acquired or disposed of, which the row does not tell${raw}`;
}

function codeSaid(filing: Filing, { transactionCode: code }: Row): string {
  if (code.raw === '') return 'without a transaction code';
  const letter = isPlainCode(code) ? code.value!.toUpperCase() : undefined;
  const known = transactionCode(letter);
  if (known?.standsAlone) return `under code ${known.code} (${decapitalised(known.definition)})`;
  if (known) return `under ${known.code}, which does not stand alone as a transaction code`;
  return `under ${quoted(sourceWords(filing, code))}, which is no transaction code of the form`;
}

const decapitalised = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** `held directly`, `held indirectly (By Spouse)`; what the row leaves open is said. */
export function heldHow(filing: Filing, row: Row): string {
  const { directOrIndirectOwnership: form, natureOfOwnership: nature } = row;
  const by = nature.raw === '' ? '' : ` (${nature.value ?? sourceWords(filing, nature)})`;
  if (form.value === 'D') return `held directly${by}`;
  if (form.value === 'I') return `held indirectly${by}`;
  return `held directly or indirectly, which the row does not tell${by}`;
}

/** `on 03/07/2023`, `from 03/07/2023 to 03/09/2023`; what cannot be read as a date stands in quotes. */
export function onDays(filing: Filing, cells: readonly DateCell[]): string {
  const days = cells.flatMap(({ value }) => value ?? []);
  if (days.length < cells.length) {
    const raw = cells.filter(({ value }) => value === undefined).map((cell) => sourceWords(filing, cell));
    const odd = [...new Set(raw)].map((words) => (words === '' ? 'no date' : `“${words}”, which is no date`));
    return listed(
      [...new Set(days)]
        .map((day) => `on ${formDate(day)}`)
        .concat(`on a day for which there stands ${odd.join(', ')}`),
    );
  }
  const [first, last] = [smallest(days), -smallest(days.map((day) => -day))];
  return first === last ? `on ${formDate(first)}` : `from ${formDate(first)} to ${formDate(last)}`;
}

const smallest = (days: readonly Day[]): Day => days.reduce((least, day) => (day < least ? day : least));

/** `$43.16`, `$1,041.50`: cents are written as two digits. */
export function dollars(value: Decimal): string {
  return `$${grouped(value)}${value.scale === 1 ? '0' : ''}`;
}

/** The numbers of the footnotes that any cell of the rows cites, as they are printed, smallest first. */
export function citedBy(filing: Filing, rows: readonly Row[]): string[] {
  const labels = rows.flatMap((row) => cellsOf(row, tableOf(filing, row)).flatMap(({ cell }) => labelsIn(cell)));
  return sorted([...new Set(labels)]);
}

export const labelsIn = (cell: Cell<unknown>): string[] =>
  cell.markers.map(({ number, label }) => (number === undefined ? label : String(number)));

export const sorted = (labels: readonly string[]): string[] =>
  [...labels].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));

/** `footnote 2`, `footnotes 2, 3 and 5`, `footnotes 1 to 12`. */
export function footnotesSaid(labels: readonly string[]): string {
  if (labels.length === 1) return `footnote ${labels[0]}`;
  const numbers = labels.map(Number);
  const run = labels.length > 3 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  return `footnotes ${run ? `${labels[0]} to ${labels.at(-1)}` : listed(labels)}`;
}

/** The exact sum of the cells that have a value. */
export const sumOf = (cells: readonly NumberCell[]): Decimal =>
  cells.reduce((sum, { value }) => add(sum, value ?? ZERO), ZERO);
