import { unwritable, type Operation, type Refusal } from '../operation';
import { askTrades } from './trades';
import { gapFor } from '../rows/place';
import { putLines, withTotals } from '../rows/put';
import { rowsWritten, withWords } from '../rows/written';
import { askHoldings, rowOf } from './tradeRows';

const TITLE = 'Insert rows from the clipboard';
export const NO_TABLE_I: Refusal = { refused: 'Nothing was changed: this text has no Table I to put the rows into.' };
export const BELOW = 'Totals below do not follow any more: “Form 4: Recompute Totals from Here” sets them.';

/** Rows of Table I out of cells that were copied from a spreadsheet or a broker’s report, with running totals. */
export const pasteRows: Operation = {
  id: 'rows.paste',
  kind: 'refactor',
  run({ filing, selection, answers }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
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
