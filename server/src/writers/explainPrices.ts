/** At which prices: one, a range with its weighted average, or what stands in a price's place. */
import { dollars, footnotesSaid, labelsIn, listed, quoted, sorted, sumOf } from './explainWords';
import { sourceWords } from './words';
import { transactionCode } from '../facts/transactionCodes';
import { perFiling } from '../filing/memo';
import type { Filing, Footnote, Row } from '../filing/model';
import { priceRanges, weightedAverage } from '../filing/priceRanges';
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  ZERO,
  type Decimal,
} from '../text/decimal';

/** `, at $43.16 each`, `, at prices from $41.13 to $42.07, $41.60 on a weighted average`; '' where there is nothing to say. */
export function pricesSaid(filing: Filing, rows: readonly Row[]): string {
  const priced = rows.filter(({ transactionPricePerShare: { value } }) => value);
  const others = rows.filter(({ transactionPricePerShare: { value } }) => !value);
  const said = [
    ...(priced.length > 0 ? [pricedSaid(priced, priced.length < rows.length)] : []),
    ...othersSaid(filing, others, rows),
  ];
  return said.length === 0 ? '' : `, ${said.join('; ')}`;
}

function pricedSaid(rows: readonly Row[], some: boolean): string {
  const prices = rows.map((row) => row.transactionPricePerShare.value!);
  const low = prices.reduce((least, price) => (compare(price, least) < 0 ? price : least));
  const high = prices.reduce((most, price) => (compare(price, most) > 0 ? price : most));
  const inSome = some ? `${rows.length} of them ` : '';
  if (equals(low, high)) return `${inSome}at ${isZero(low) ? 'a price of $0' : `${dollars(low)} each`}${inAll(rows)}`;
  const average = weighted(rows);
  const on = average === undefined ? '' : `, ${average} on a weighted average`;
  return `${inSome}at prices from ${dollars(low)} to ${dollars(high)}${on}${inAll(rows)}`;
}

const amounts = (rows: readonly Row[]) => rows.map((row) => row.transactionShares);
const isCounted = (row: Row): boolean => row.transactionShares.value !== undefined && !row.transactionShares.dollars;

const productOf = (rows: readonly Row[]): Decimal =>
  rows.reduce(
    (sum, row) => add(sum, multiply(row.transactionShares.value!, row.transactionPricePerShare.value!)),
    ZERO,
  );

const HALF = parseDecimal('0.00005')!;
const PLACES = 4;

/** The average by amounts, to four places; undefined where the amounts are not all there. */
function weighted(rows: readonly Row[]): string | undefined {
  const total = sumOf(amounts(rows));
  if (!rows.every(isCounted) || isZero(total)) return undefined;
  const sum = productOf(rows);
  const cut = divide(sum, total, PLACES)!;
  if (equals(multiply(cut, total), sum)) return dollars(cut);
  const up = compare(subtract(sum, multiply(cut, total)), multiply(HALF, total)) >= 0;
  return `about ${dollars(up ? add(cut, parseDecimal('0.0001')!) : cut)}`;
}

function inAll(rows: readonly Row[]): string {
  const { value } = rows[0]!.transactionCode;
  if (!transactionCode(value)?.paid || !rows.every((row) => isCounted(row) && isPaidForEach(row))) return '';
  const sum = productOf(rows);
  return isZero(sum) ? '' : `, ${dollars(sum)} in all`;
}

/**
 * True where the price is that of each of the securities that are counted. An option contract is for many shares and its
 * price mostly for one of them; of a swap the price is no money that is paid.
 */
function isPaidForEach(row: Row): boolean {
  if (row.transactionCode.equitySwapInvolved) return false;
  if (row.table === 'nonDerivativeTable') return true;
  const { transactionShares: amount, underlyingSecurityShares: under } = row;
  return amount.value !== undefined && under.value !== undefined && !under.dollars && equals(amount.value, under.value);
}

/** Rows without a price: a footnote in its place, something that is no price, or nothing, which only Table I lacks. */
function othersSaid(filing: Filing, rows: readonly Row[], all: readonly Row[]): string[] {
  const count = (some: readonly Row[]): string => (some.length === all.length ? '' : `${some.length} of them `);
  const odd = rows.filter(({ transactionPricePerShare: { raw } }) => raw !== '');
  const noted = rows.filter(({ transactionPricePerShare: { raw, markers } }) => raw === '' && markers.length > 0);
  const blank = rows.filter(
    ({ table, transactionPricePerShare: { raw, markers } }) =>
      table === 'nonDerivativeTable' && raw === '' && markers.length === 0,
  );
  const words = [...new Set(odd.map((row) => quoted(sourceWords(filing, row.transactionPricePerShare))))];
  const labels = pricesCite(noted);
  return [
    ...(odd.length > 0 ? [`${count(odd)}at a price that cannot be read (${words.join(', ')})`] : []),
    ...(noted.length > 0 ? [`${count(noted)}at a price for which the form refers to ${footnotesSaid(labels)}`] : []),
    ...(blank.length > 0 ? [`${count(blank)}without a price`] : []),
  ];
}

const pricesCite = (rows: readonly Row[]): string[] =>
  sorted([...new Set(rows.flatMap((row) => labelsIn(row.transactionPricePerShare)))]);

/** The footnotes that say that a price is a weighted average, by their numbers; looked for once a filing. */
const averagesOf = perFiling((filing): ReadonlyMap<string, readonly Footnote[]> => {
  const found = new Map<string, Footnote[]>();
  for (const note of filing.footnotes.list) {
    if (note.number === undefined || !weightedAverage(filing, note)) continue;
    const label = String(note.number);
    const known = found.get(label);
    if (known) known.push(note);
    else found.set(label, [note]);
  }
  return found;
});

const averageNotes = (filing: Filing, rows: readonly Row[]): Footnote[] =>
  pricesCite(rows).flatMap((label) => averagesOf(filing).get(label) ?? []);

/** The footnotes that the words on prices name. */
export const pricesTold = (filing: Filing, rows: readonly Row[]): string[] => [
  ...averageNotes(filing, rows).map(({ number }) => String(number)),
  ...pricesCite(rows.filter(({ transactionPricePerShare: { raw } }) => raw === '')),
];

/** What the footnotes of the prices say of averages: `By footnote 2 the price is a weighted average of prices from …`. */
export function averagesSaid(filing: Filing, rows: readonly Row[]): string {
  const notes = averageNotes(filing, rows);
  if (notes.length === 0) return '';
  const labels = sorted([...new Set(notes.map(({ number }) => String(number)))]);
  const ranges = rangesOf(filing, notes);
  const from = ranges === '' ? '' : ` of prices ${ranges}`;
  const averaged = rows.filter((row) => averageNotes(filing, [row]).length > 0).length;
  const are = averaged === 1 ? 'is a weighted average' : 'are weighted averages';
  const of = averaged === rows.length ? (averaged === 1 ? 'the price' : 'the prices') : `${averaged} of the prices`;
  return `By ${footnotesSaid(labels)}, ${of} ${are}${from}.`;
}

/** The ranges one by one while they are few, else from the lowest price to the highest. */
function rangesOf(filing: Filing, notes: readonly Footnote[]): string {
  const ranges = notes.flatMap((note) => priceRanges(filing, note)).filter(({ foreign }) => !foreign);
  if (ranges.length === 0) return '';
  if (ranges.length <= 3)
    return listed([...new Set(ranges.map(({ low, high }) => `from ${dollars(low)} to ${dollars(high)}`))]);
  const low = ranges.map((one) => one.low).reduce((least, one) => (compare(one, least) < 0 ? one : least));
  const high = ranges.map((one) => one.high).reduce((most, one) => (compare(one, most) > 0 ? one : most));
  return `from ${dollars(low)} to ${dollars(high)}`;
}
