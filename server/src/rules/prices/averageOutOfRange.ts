import type { Filing, Footnote, Row } from '../../filing/model';
import { priceRanges, type PriceRange } from '../../filing/priceRanges';
import { citationsOf, rowsOf } from '../../filing/queries';
import { add, compare, parseDecimal, subtract, ZERO, type Decimal } from '../../text/decimal';
import type { Fix, Rule } from '../rule';
import { oneOf } from '../words';
import { dollars, isMistyped, isTrade, priceOf, tradeNotes } from './trades';

/** Prices are rounded: a cent beyond the range is within it. */
const CENT = parseDecimal('0.01')!;

/** A price outside the range that its own footnote states. */
export const averageOutOfRange: Rule = {
  id: 'average-out-of-range',
  family: 'prices',
  severity: 'warning',
  summary: 'An average price outside the range that its footnote states',
  fixable: true,
  check({ filing, report, suspect }) {
    for (const row of rowsOf(filing)) {
      const price = isTrade(row) ? priceOf(row) : undefined;
      const { transactionPricePerShare: cell } = row;
      if (!price || suspect(cell)) continue;
      const own = tradeNotes(filing, row);
      const ranges = own.flatMap((note) => priceRanges(filing, note));
      if (ranges.length === 0 || ranges.some((range) => holds(range, price, CENT))) continue;
      // A range with a mistyped price is the matter of `average-range-wide`.
      if (ranges.some(isMistyped)) continue;
      const meant = otherNote(filing, own, price);
      report({
        row,
        cell,
        severity: meant ? 'warning' : 'information',
        span: cell.span,
        message: `Expected a price within ${oneOf(ranges.map(({ low, high }) => `${dollars(low)} to ${dollars(high)}`))}, as its footnote says; found ${dollars(price)}.${meant ? ` Footnote ${meant.number} states a range that holds it.` : ''}`,
        related: [
          { message: 'the range that the footnote states', span: ranges[0]!.span },
          ...(meant
            ? [{ message: `the range of footnote ${meant.number}`, span: priceRanges(filing, meant)[0]!.span }]
            : []),
        ],
        fixes: () => (meant ? cite(filing, row, own, meant) : []),
      });
    }
  },
};

function holds({ low, high }: PriceRange, price: Decimal, slack: Decimal): boolean {
  return compare(price, subtract(low, slack)) >= 0 && compare(price, add(high, slack)) <= 0;
}

/** The one footnote of another row whose range holds the price. */
function otherNote(filing: Filing, own: readonly Footnote[], price: Decimal): Footnote | undefined {
  const cited = new Set(citationsOf(filing).map(({ marker }) => marker.number));
  const others = filing.footnotes.list.filter(
    (note) =>
      !own.includes(note) &&
      cited.has(note.number) &&
      priceRanges(filing, note).some((range) => holds(range, price, ZERO)),
  );
  return others[0];
}

function cite(
  filing: Filing,
  { transactionPricePerShare: { markers } }: Row,
  own: readonly Footnote[],
  meant: Footnote,
): Fix[] {
  const wrong = markers.find(({ number }) =>
    own.some((note) => note.number === number && priceRanges(filing, note).length > 0),
  );
  if (!wrong || meant.number === undefined) return [];
  return [
    {
      title: `Cite footnote (${meant.number})`,
      edits: [{ span: wrong.labelSpan, newText: String(meant.number) }],
      preferred: true,
    },
  ];
}
