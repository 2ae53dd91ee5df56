import { unwritable, type Operation, type OperationContext } from '../operation';
import { keepRows, type Kept } from './keep';
import { NO_ROW, rowsIn } from './place';

/** The rows that are selected go, and with them the footnotes that nothing else cites: EDGAR suspends a note that none does. */
export const deleteRows: Operation = {
  id: 'row.delete',
  kind: 'refactor',
  offer(context) {
    if (unwritable(context.filing)) return undefined;
    const { length } = rowsIn(context.filing, context.selection);
    if (length === 0) return undefined;
    const { dropped } = without(context);
    return `Delete ${length === 1 ? 'this row' : `these ${length} rows`}${alsoGone(dropped)}`;
  },
  run(context) {
    const refusal = unwritable(context.filing);
    if (refusal) return refusal;
    if (rowsIn(context.filing, context.selection).length === 0) return NO_ROW;
    const { edits, dropped, dangling } = without(context);
    const remark = [
      ...(dropped.length > 0 ? [`Deleted ${footnotes(dropped)} too: nothing else cites ${them(dropped)}.`] : []),
      ...(dangling ? ['A footnote that is left speaks of one that is gone: look at its words.'] : []),
    ].join(' ');
    return { edits, ...(remark !== '' && { remark }) };
  },
};

function without({ filing, selection }: OperationContext): Kept {
  const gone = new Set(rowsIn(filing, selection));
  return keepRows(filing, (row) => !gone.has(row));
}

const them = (numbers: readonly number[]): string => (numbers.length === 1 ? 'it' : 'them');
const footnotes = (numbers: readonly number[]): string =>
  `footnote${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
const alsoGone = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '' : ` and ${footnotes(numbers)}, which nothing else cites`;
