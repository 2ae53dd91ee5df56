import type { Filing } from '../../filing/model';
import type { Span } from '../../text/span';
import { unwritable, type Operation, type Outcome, type Refusal } from '../operation';
import type { Answers } from '../rows/answers';
import { lineOf } from '../rows/line';
import { gapFor } from '../rows/place';
import { putLines, withTotals } from '../rows/put';
import { rowsWritten, withWords } from '../rows/written';
import { derivativeGrid, derivativeRow } from './derivativeRows';
import { gridOf } from './grid';
import { askTrades } from './trades';
import { askHoldings, rowOf } from './tradeRows';

const TITLE = 'Insert rows from the clipboard';
export const NO_TABLE_I: Refusal = { refused: 'Nothing was changed: this text has no Table I to put the rows into.' };
export const BELOW = 'Totals below do not follow any more: “Form 4: Recompute Totals from Here” sets them.';

/**
 * Rows out of cells that were copied from a spreadsheet or a broker’s report: of Table II where they say so, else of
 * Table I, with running totals.
 */
export const pasteRows: Operation = {
  id: 'rows.paste',
  kind: 'refactor',
  run({ filing, selection, answers }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
    const derivative = derivativeRows(filing, selection, answers);
    if (derivative) return derivative;
    const gap = gapFor(filing, 'nonDerivativeTable', selection);
    if (!gap) return NO_TABLE_I;
    const read = askTrades(filing, answers, TITLE);
    if ('asks' in read || 'refused' in read) return read;
    const { trades } = read;
    const remarks = [...read.remarks];
    const held = askHoldings(filing, selection, trades, answers, TITLE);
    if ('asks' in held || 'refused' in held) return held;
    const rows = held.of.map(({ trade, holding }) => rowOf(filing, trade, holding));
    if (trades.some(({ price }) => price && price.scale > 4)) remarks.push('Prices were rounded to four decimals.');
    const put = withTotals(filing, gap, rows, answers, TITLE);
    if ('asks' in put || 'refused' in put) return put;
    if (put.below) remarks.push(BELOW);
    const edits = putLines(filing, gap, put.lines, put.replaced);
    return withWords(edits, rowsWritten(put.lines.length), remarks);
  },
};

/** What comes of rows of Table II; undefined where what was copied is none. */
function derivativeRows(filing: Filing, selection: Span, { clipboard }: Answers): Outcome | Refusal | undefined {
  const found = derivativeGrid((typeof clipboard === 'string' ? gridOf(clipboard) : undefined) ?? []);
  if (!found) return undefined;
  const gap = gapFor(filing, 'derivativeTable', selection);
  if (!gap) return { refused: 'Nothing was changed: this text has no Table II to put the rows into.' };
  const lines: string[] = [];
  for (const line of found.lines) {
    const written = derivativeRow(filing, line, found.targets);
    if ('refused' in written) return written;
    lines.push(lineOf(filing, 'derivativeTable', written));
  }
  if (lines.length === 0) return { refused: 'Nothing was changed: what was copied has headings and no rows.' };
  const blank = found.targets.includes('sharesOwnedFollowingTransaction')
    ? []
    : ['Column 9, what is owned afterwards, is still to be filled in.'];
  return withWords(putLines(filing, gap, lines, []), rowsWritten(lines.length), blank);
}
