import { codesOf } from '../../facts/transactionCodes';
import { MOST_NOTES } from '../../facts/limits';
import type { Filing, Footnote, Marker, Row } from '../../filing/model';
import { priceRanges as rangesOf, type PriceRange } from '../../filing/priceRanges';
import { rowsOf } from '../../filing/queries';
import { perFiling } from '../../filing/memo';
import { add, compare, multiply, parseDecimal, subtract, ZERO, type Decimal } from '../../text/decimal';
import { lostNote } from '../footnotes/lost';
import { numberingOf } from '../footnotes/numbering';
import type { Fix, Rule } from '../rule';
import { count, oneOf } from '../words';
import { dollars, isMistyped, isTrade, isWide, priceOf, tradeNotes, underTheLetter } from './trades';

/** The ranges that can be compared with the prices of column 4, which are in US dollars. */
const priceRanges = (filing: Filing, note: Footnote): readonly PriceRange[] => {
  const all = rangesOf(filing, note);
  return all.some(({ foreign }) => foreign) ? all.filter(({ foreign }) => !foreign) : all;
};

/** Prices are rounded: a cent beyond the range is within it. */
const CENT = parseDecimal('0.01')!;

/** A price outside the range that its own footnote states. */
export const averageOutOfRange: Rule = {
  id: 'average-out-of-range',
  family: 'prices',
  severity: 'warning',
  summary: 'An average price outside the range that its footnote states',
  fixable: true,
  sign: 'averages',
  codes: codesOf('averaged'),
  check(context) {
    const { filing, report, suspect } = context;
    // Where a note was deleted, `footnote-undefined` says that the markers were left; where a marker cites another note,
    // so that nothing cites its own, `footnote-unreferenced` does.
    if (rangedNotes(filing).length === 0 || deletedNote(filing) !== undefined) return;
    const uncited = new Set(pricesOf(filing, lostNote(filing)));
    const found = outsides(filing).filter(
      (one) =>
        !suspect(one.row.transactionPricePerShare) &&
        !uncited.has(one) &&
        // A range that is too wide has a price of its own mistyped: `average-range-wide`.
        (isFar(one.ranges, one.price) || !one.ranges.every(isWide) || !underTheLetter(context)),
    );
    if (found.length === 0) return;
    const by = movedBy(filing, found);
    if (by !== undefined) {
      const [{ row, price, ranges }, ...others] = found as [Outside, ...Outside[]];
      const { transactionPricePerShare: cell } = row;
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected a price within ${oneOf(ranges.map(({ low, high }) => `${dollars(low)} to ${dollars(high)}`))}, as its footnote says; found ${dollars(price)}. In ${count(found.length, 'row')} the range that holds the price stands in the footnote ${by > 0 ? 'after' : 'before'} the one that is cited: the footnotes and their markers seem to have moved by one.`,
        related: others.map((one) => ({ message: 'the same here', span: one.row.transactionPricePerShare.span })),
      });
      return;
    }
    const byNotes = new Map(found.map((one) => [`${one.cites?.number} ${one.meant?.number}`, one]));
    const told = new Set<Outside>();
    for (const one of found) {
      if (told.has(one)) continue;
      const { row, price, ranges, meant, cites } = one;
      const { transactionPricePerShare: cell } = row;
      // Two rows that cite each other's footnotes have one fault between them.
      const twin = meant && cites ? byNotes.get(`${meant.number} ${cites.number}`) : undefined;
      if (twin) told.add(twin);
      report({
        row,
        cell,
        severity: meant || isFar(ranges, price) ? 'warning' : 'information',
        span: cell.span,
        message: `Expected a price within ${oneOf(ranges.map(({ low, high }) => `${dollars(low)} to ${dollars(high)}`))}, as its footnote says; found ${dollars(price)}.${meant ? ` Footnote ${meant.number} states a range that holds it.` : ''}${twin ? ` Two rows seem to cite each other's footnotes.` : ''}`,
        related: [
          { message: 'the range that the footnote states', span: ranges[0]!.span },
          ...(meant
            ? [{ message: `the range of footnote ${meant.number}`, span: priceRanges(filing, meant)[0]!.span }]
            : []),
          ...(twin
            ? [{ message: 'the row that cites the footnote of this one', span: twin.row.transactionPricePerShare.span }]
            : []),
        ],
        fixes: () => repairs(filing, one, twin),
      });
    }
  },
};

/**
 * One up or down, where in each of several rows the footnote next to the one that is cited states a range that holds the
 * price. Of three rows and more one may be the end of the list, whose footnote has moved to the other end.
 */
function movedBy(filing: Filing, found: readonly Outside[]): 1 | -1 | undefined {
  if (found.length < 2) return undefined;
  const { notes } = numberingOf(filing);
  return ([1, -1] as const).find((by) => {
    const fits = found.filter(({ cites, price }) => {
      const note = notes.get((cites?.number ?? NaN) + by);
      return note !== undefined && priceRanges(filing, note).some((range) => holds(range, price, CENT));
    });
    return fits.length >= 2 && fits.length >= found.length - 1;
  });
}

/** A price outside the ranges of its own footnotes. */
export interface Outside {
  readonly row: Row;
  readonly price: Decimal;
  readonly ranges: readonly PriceRange[];
  /** The price's marker of the footnote that states the range. */
  readonly cites: Marker | undefined;
  /** The footnote of another row whose range holds the price. */
  readonly meant: Footnote | undefined;
}

/** The prices of trades that are outside the ranges of their own footnotes. */
const outsides = perFiling<readonly Outside[]>((filing) => {
  const found: Outside[] = [];
  if (rangedNotes(filing).length > 0)
    for (const row of rowsOf(filing)) {
      const one = isTrade(row) ? outside(filing, row) : undefined;
      if (one) found.push(one);
    }
  return found;
});

/** These prices, where the range of one footnote holds all of them: where it does not, footnotes may have moved. */
export function pricesOf(filing: Filing, note: Footnote | undefined): readonly Outside[] {
  const ranges = note ? priceRanges(filing, note) : [];
  const prices = ranges.length === 0 ? [] : outsides(filing);
  return prices.every(({ price }) => ranges.some((range) => holds(range, price, CENT))) ? prices : [];
}

/**
 * The footnote that was deleted from a list which was then numbered anew, while the markers stayed: the number that it had,
 * or the first that shows it. The last marker is one too high for the list, and prices are outside the ranges of the
 * footnotes that they cite and within those before them, but for the one whose footnote is gone.
 */
export const deletedNote = perFiling<number | undefined>((filing) => {
  const { undefinedMarkers, uncited, notes } = numberingOf(filing);
  const { list } = filing.footnotes;
  const [stray, ...more] = undefinedMarkers;
  if (stray?.number !== list.length + 1 || more.length > 0 || uncited.length > 0) return undefined;
  if (list.some(({ number }, at) => number !== at + 1)) return undefined;
  const found = outsides(filing).filter(({ cites }) => cites !== undefined);
  const strays = found.filter(({ cites, price }) => {
    const note = notes.get(cites!.number! - 1);
    return !note || !priceRanges(filing, note).some((range) => holds(range, price, CENT));
  });
  if (found.length === strays.length || strays.length > 1) return undefined;
  return Math.min(...found.map(({ cites }) => cites!.number!));
});

function outside(filing: Filing, row: Row): Outside | undefined {
  const price = priceOf(row);
  if (!price) return undefined;
  const own = tradeNotes(filing, row);
  const ranges = own.flatMap((note) => priceRanges(filing, note));
  if (ranges.length === 0 || ranges.some((range) => holds(range, price, CENT))) return undefined;
  // A range with a mistyped price is the matter of `average-range-wide`.
  if (ranges.some(isMistyped)) return undefined;
  const ranged = own.filter((note) => priceRanges(filing, note).length > 0);
  const cites = row.transactionPricePerShare.markers.find(({ number }) =>
    ranged.some((note) => note.number === number),
  );
  return { row, price, ranges, cites, meant: otherNote(filing, own, price) };
}

function holds({ low, high }: PriceRange, price: Decimal, slack: Decimal): boolean {
  const [above, below] = [compare(price, low) >= 0, compare(price, high) <= 0];
  return (above || compare(price, subtract(low, slack)) >= 0) && (below || compare(price, add(high, slack)) <= 0);
}

/** A hundredth beyond every range: an average of these trades it is not, however it was rounded. */
const isFar = (ranges: readonly PriceRange[], price: Decimal): boolean =>
  ranges.every(
    ({ low, high }) => compare(price, multiply(high, ABOVE)) > 0 || compare(low, multiply(price, ABOVE)) > 0,
  );

const ABOVE = parseDecimal('1.01')!;

/** A cited footnote that is not the row's and whose range holds the price. */
function otherNote(filing: Filing, own: readonly Footnote[], price: Decimal): Footnote | undefined {
  return rangedNotes(filing).find(
    (note) => !own.includes(note) && priceRanges(filing, note).some((range) => holds(range, price, ZERO)),
  );
}

/** The cited footnotes that state a range, as many of them as a form can have. */
const rangedNotes = perFiling((filing) => {
  const { cited } = numberingOf(filing);
  return filing.footnotes.list
    .filter((note) => cited.has(note.number ?? 0) && priceRanges(filing, note).length > 0)
    .slice(0, MOST_NOTES);
});

/** Cites the other footnote, unless the one that is cited now would then be cited by no cell. */
function repairs(filing: Filing, { cites, meant }: Outside, twin: Outside | undefined): Fix[] {
  if (!cites || !meant) return [];
  const number = String(meant.number);
  const edit = { span: cites.labelSpan, newText: number };
  if (twin?.cites) {
    const other = { span: twin.cites.labelSpan, newText: String(cites.number) };
    return [{ title: `Swap the markers (${cites.number}) and (${number})`, edits: [edit, other], preferred: true }];
  }
  if (numberingOf(filing).cited.get(cites.number!)!.length < 2) return [];
  return [{ title: `Cite footnote (${number})`, edits: [edit], preferred: true }];
}
