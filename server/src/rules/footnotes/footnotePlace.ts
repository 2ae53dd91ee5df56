import { transactionCode } from '../../facts/transactionCodes';
import type { Column } from '../../filing/model';
import { weightedAverage } from '../../filing/priceRanges';
import { rowsOf, type Citation } from '../../filing/queries';
import { exercisePair } from '../codes/exercisePair';
import { averageOutOfRange } from '../prices/averageOutOfRange';
import type { Rule } from '../rule';
import { numberingOf } from './numbering';

/** Cells that have nothing to do with the price of a transaction. */
const NO_PRICE: ReadonlySet<Column> = new Set<Column>([
  'exerciseDate',
  'expirationDate',
  'directOrIndirectOwnership',
  'natureOfOwnership',
]);

/** True where a citation has nothing to do with trades in the market: by its cell, or by the code of its row. */
function isElsewhere({ column, row: { transactionCode: cell } }: Citation): boolean {
  const code = transactionCode(cell.value);
  return NO_PRICE.has(column) || code?.exercise === true || code?.vests === true;
}

/** A footnote on the average price of trades that only a date of Table II, or the ownership, cites. */
export const footnotePlace: Rule = {
  id: 'footnote-place',
  family: 'footnotes',
  severity: 'warning',
  summary: 'A footnote on the average price of trades that no price of a trade cites',
  sign: 'averages',
  mentions: /weighted/i,
  check({ filing, report, accused }) {
    // Prices outside their ranges tell of footnotes that have moved, too.
    if (rowsOf(filing).some((row) => accused(row, averageOutOfRange.id))) return;
    const { notes, cited } = numberingOf(filing);
    for (const [number, note] of notes) {
      const citations = cited.get(number);
      if (!citations?.every(isElsewhere) || !weightedAverage(filing, note)) continue;
      // A trade whose code says that it is a conversion has been told.
      if (citations.some(({ row }) => accused(row, exercisePair.id))) continue;
      const [{ marker, cell }, ...others] = citations;
      report({
        cell,
        span: marker.span,
        message: `Check the marker: footnote ${number} speaks of the average price of trades, and no price of a trade cites it. The footnotes or their markers may have moved.`,
        related: [
          { message: `footnote ${number}`, span: note.textSpan },
          ...others.map((one) => ({ message: 'the same here', span: one.marker.span })),
        ],
      });
    }
  },
};
