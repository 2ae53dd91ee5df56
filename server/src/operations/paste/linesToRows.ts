/** Lines of cells that were pasted into a table as they came, made into rows of it. */
import type { Filing } from '../../filing/model';
import { rowAt } from '../../filing/queries';
import { readAll } from '../../readers';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import {
  unwritable,
  type Operation,
  type OperationContext,
  type Outcome,
  type Question,
  type Refusal,
} from '../operation';
import { endOfHeadings, tableAt } from '../rows/place';
import { pasteRows } from './pasteRows';

/** Nobody pastes more lines than fit into two tables, headings and sums among them. */
const MOST_LINES = 100;

/**
 * As a command it takes the lines that are selected, or those around the cursor that are no rows of the form yet, and asks
 * what it must; among the actions it is offered where nothing has to be asked and none of the lines is a row.
 */
export const linesToRows: Operation = {
  id: 'rows.fromLines',
  kind: 'refactor.rewrite',
  offer: (context) => (areOdd(context) && 'edits' in run(context) ? 'Make rows of these lines' : undefined),
  run,
};

function run(context: OperationContext): Outcome | Refusal | Question {
  const { filing, selection } = context;
  const refusal = unwritable(filing);
  if (refusal) return refusal;
  const lines = linesOf(filing, selection);
  if (!lines || !tableAt(filing, lines.start))
    return {
      refused: 'Put the cursor into lines that were pasted into a table and are no rows of it yet, or select them.',
    };
  const { start, end } = lines;
  const { text } = filing;
  // The rows go where the lines stand, into the filing as it was without them.
  const without = readAll(text.slice(0, start) + text.slice(end))[(filing.part?.number ?? 1) - 1];
  if (!without) return { refused: 'Nothing was changed: without these lines there is no filing.' };
  const before = start > 0 ? start - 1 : 0;
  const made = pasteRows.run({
    ...context,
    filing: without,
    selection: { start: before, end: before },
    answers: { ...context.answers, clipboard: text.slice(start, end) },
  });
  if (!('edits' in made)) return made;
  const moved = made.edits.map(({ span, newText }): Edit => ({ span: behind(span, start, end - start), newText }));
  return { ...made, edits: [...moved, { span: lines, newText: '' }] };
}

/** A span of the text without the lines, in the text with them. */
const behind = (span: Span, cut: number, length: number): Span => ({
  start: span.start < cut ? span.start : span.start + length,
  end: span.end < cut ? span.end : span.end + length,
});

/** Whether no line that is touched is a row as it should be. */
function areOdd({ filing, selection: { start, end } }: OperationContext): boolean {
  const { lines } = filing;
  const last = lines.lineAt(end > start ? end - 1 : end);
  let line = lines.lineAt(start);
  if (last - line >= MOST_LINES) return false;
  while (line <= last && isOdd(filing, line)) line++;
  return line > last;
}

/** Whole lines with their line ends: those that are selected, else those around the cursor that are no rows. */
function linesOf(filing: Filing, { start, end }: Span): Span | undefined {
  const { lines } = filing;
  let [first, last] = [lines.lineAt(start), lines.lineAt(end > start ? end - 1 : end)];
  if (start === end) {
    if (!isOdd(filing, first)) return undefined;
    while (isOdd(filing, first - 1)) first--;
    while (isOdd(filing, last + 1)) last++;
  }
  const behindLast = lines.starts[last + 1];
  if (behindLast === undefined || last - first >= MOST_LINES) return undefined;
  return { start: lines.lineSpan(first).start, end: behindLast };
}

/** True for a line of cells that is no row of the form: it has other cells than a row, or they hold other things. */
function isOdd(filing: Filing, line: number): boolean {
  if (line < 0 || line >= filing.lines.starts.length) return false;
  const { start, end } = filing.lines.lineSpan(line);
  const words = filing.text.slice(start, Math.min(end, start + 2000));
  if (words.trim() === '' || !/[\t|,;]/.test(words)) return false;
  const row = rowAt(filing, start);
  if (!row) {
    // No row at all: below the headings of a table and with a tab, it was meant to be one.
    const table = tableAt(filing, start);
    return words.includes('\t') && table !== undefined && start > (endOfHeadings(filing, table) ?? Infinity);
  }
  return row.read !== 'certain' || (row.kind === 'transaction' && row.transactionDate.value === undefined);
}
