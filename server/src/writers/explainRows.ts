/** What a filing says was done: one sentence for all rows of the same kind, with their exact sum. */
import {
  amountOf,
  citedBy,
  doneIn,
  footnotesSaid,
  heldHow,
  labelsIn,
  listed,
  onDays,
  quoted,
  sorted,
  unreadAmountOf,
  sumOf,
  dollars,
} from './explainWords';
import { averagesSaid, pricesSaid, pricesTold } from './explainPrices';
import type { Sentence } from './explainSentence';
import { sourceWords } from './words';
import { sameWords } from '../filing/holdings';
import type { Cell, DerivativeRow, Filing, Row } from '../filing/model';
import { isVoluntary, spanOfRow } from '../filing/queries';
import { formDate } from '../text/days';
import { equals, plain, whole } from '../text/decimal';

/** The transactions of a table, the rows of the same kind together, in the order of their first rows. */
export function transactionsSaid(filing: Filing, all: readonly Row[]): Sentence[] {
  return groups(all.filter(({ kind }) => kind === 'transaction')).map((rows) => ({
    text: [
      transaction(filing, rows),
      averagesSaid(filing, rows),
      terms(filing, rows),
      deemed(filing, rows),
      see(filing, rows),
    ]
      .filter((part) => part !== '')
      .join(' '),
    places: rows.map(spanOfRow),
  }));
}

/** Rows are of one kind where all but day, amount, price and total is the same. A row whose amount cannot be read stands alone. */
function groups(rows: readonly Row[]): Row[][] {
  const byKind = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.transactionShares.value ? kindOf(row) : `row ${row.index}`;
    const known = byKind.get(key);
    if (known) known.push(row);
    else byKind.set(key, [row]);
  }
  return [...byKind.values()];
}

function kindOf(row: Row): string {
  const { transactionCode: code, transactionShares: amount } = row;
  return JSON.stringify([
    code.raw === '' ? '' : (code.value ?? code.raw),
    code.equitySwapInvolved,
    isVoluntary(row),
    row.transactionAcquiredDisposedCode.raw,
    sameWords(row.securityTitle.value ?? row.securityTitle.raw),
    row.directOrIndirectOwnership.raw,
    sameWords(row.natureOfOwnership.value ?? row.natureOfOwnership.raw),
    labelsIn(row.directOrIndirectOwnership),
    labelsIn(row.natureOfOwnership),
    amount.dollars ?? false,
    ...(row.table === 'derivativeTable' ? termsKey(row) : []),
  ]);
}

const termsKey = ({
  conversionOrExercisePrice: price,
  exerciseDate,
  expirationDate,
  underlyingSecurityTitle,
}: DerivativeRow) => [
  price.value ? plain(price.value) : price.raw,
  exerciseDate.value ?? exerciseDate.raw,
  expirationDate.value ?? expirationDate.raw,
  sameWords(underlyingSecurityTitle.value ?? underlyingSecurityTitle.raw),
];

function transaction(filing: Filing, rows: readonly Row[]): string {
  const first = rows[0]!;
  const when = onDays(
    filing,
    rows.map((row) => row.transactionDate),
  );
  const total = sumOf(rows.map((row) => row.transactionShares));
  const { value, dollars: inDollars } = first.transactionShares;
  const what = value
    ? amountOf(filing, first.securityTitle, total, inDollars)
    : unreadAmountOf(filing, first.securityTitle, first.transactionShares);
  const be = !value || inDollars || equals(total, whole(1)) ? 'was' : 'were';
  const inRows = rows.length === 1 ? '' : `, in ${rows.length} rows`;
  const price = pricesSaid(filing, rows);
  return `${capitalised(when)}, ${what}, ${heldHow(filing, first)}, ${be} ${doneIn(filing, first)}${inRows}${price}.`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a derivative security is: its price, its days and what it is for. '' in Table I. */
export function terms(filing: Filing, rows: readonly Row[]): string {
  const derivative = rows.filter((row) => row.table === 'derivativeTable');
  if (derivative.length === 0) return '';
  const stated = TERMS.flatMap(([column, name]) => {
    const words = termWords(filing, derivative[0]!, column);
    return words === undefined ? [] : [`${name} ${words}`];
  });
  const said = [...stated, ...termsNoted(derivative), underlying(filing, derivative)].filter((one) => one !== '');
  return said.length === 0 ? '' : `Terms: ${said.join('; ')}.`;
}

const TERMS = [
  ['conversionOrExercisePrice', 'conversion or exercise price'],
  ['exerciseDate', 'date exercisable'],
  ['expirationDate', 'expiration date'],
] as const;
type Term = (typeof TERMS)[number][0];

function termWords(filing: Filing, row: DerivativeRow, column: Term): string | undefined {
  if (row[column].raw === '') return undefined;
  if (column === 'conversionOrExercisePrice') {
    const { value } = row[column];
    if (value) return dollars(value);
  } else {
    const { value } = row[column];
    if (value !== undefined) return formDate(value);
  }
  return quoted(sourceWords(filing, row[column]));
}

/** The terms in whose place a footnote stands, those of the same footnotes together. */
function termsNoted(rows: readonly DerivativeRow[]): string[] {
  const byNotes = new Map<string, string[]>();
  for (const [column, name] of TERMS) {
    const labels = rows[0]![column].raw === '' ? labelsOf(rows.map((row) => row[column])) : [];
    const notes = labels.length === 0 ? '' : footnotesSay(labels);
    byNotes.set(notes, [...(byNotes.get(notes) ?? []), name]);
  }
  byNotes.delete('');
  return [...byNotes].map(([notes, names]) => `${listed(names)} as ${notes}`);
}

const labelsOf = (cells: readonly Cell<unknown>[]): string[] => sorted([...new Set(cells.flatMap(labelsIn))]);
const footnotesSay = (labels: readonly string[]): string =>
  `${footnotesSaid(labels)} ${labels.length === 1 ? 'says' : 'say'}`;

function underlying(filing: Filing, rows: readonly DerivativeRow[]): string {
  const { underlyingSecurityTitle: title, underlyingSecurityShares: amount } = rows[0]!;
  if (title.raw === '' && amount.raw === '') return '';
  const amounts = rows.map((row) => row.underlyingSecurityShares);
  if (amounts.every(({ value }) => value)) return `for ${amountOf(filing, title, sumOf(amounts), amount.dollars)}`;
  const odd = amounts.find(({ value, raw }) => !value && raw !== '');
  if (odd) return `for ${unreadAmountOf(filing, title, odd)}`;
  const labels = labelsOf(amounts);
  const where = labels.length === 0 ? 'no amount given' : `amount as ${footnotesSay(labels)}`;
  return `for ${quoted(title.value ?? sourceWords(filing, title))}, ${where}`;
}

function deemed(filing: Filing, rows: readonly Row[]): string {
  const cells = rows.map((row) => row.deemedExecutionDate).filter(({ raw }) => raw !== '');
  return cells.length === 0 ? '' : `Deemed executed ${onDays(filing, cells)}.`;
}

/** The footnotes that the rows cite, unless all of them have been spoken of. */
function see(filing: Filing, rows: readonly Row[]): string {
  const labels = citedBy(filing, rows);
  const told = new Set([...pricesTold(filing, rows), ...rows.flatMap(termsTold)]);
  return labels.every((label) => told.has(label)) ? '' : `See ${footnotesSaid(labels)}.`;
}

const termsTold = (row: Row): string[] =>
  row.table === 'derivativeTable'
    ? TERMS.flatMap(([column]) => (row[column].raw === '' ? labelsIn(row[column]) : []))
    : [];
