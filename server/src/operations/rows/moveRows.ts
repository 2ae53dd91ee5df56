import type { Row } from '../../filing/model';
import type { Span } from '../../text/span';
import { unwritable, type Operation, type OperationContext, type Outcome, type Refusal } from '../operation';
import { NO_ROW, rowsIn } from './place';

/** The rows that are selected, one place up or down in their table. Totals stay as they are written: recomputing is asked for. */
const move = (id: string, title: string, by: -1 | 1): Operation => ({
  id,
  kind: 'refactor.move',
  offer: (context) => ('edits' in moved(context, by) ? title : undefined),
  run: (context) => moved(context, by),
});

export const moveRowUp = move('row.moveUp', 'Move this row up', -1);
export const moveRowDown = move('row.moveDown', 'Move this row down', 1);

function moved({ filing, selection }: OperationContext, by: -1 | 1): Outcome | Refusal {
  const refusal = unwritable(filing);
  if (refusal) return refusal;
  const rows = rowsIn(filing, selection);
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return NO_ROW;
  const all: readonly Row[] = filing[first.table].rows;
  const neighbour = all[by < 0 ? first.index - 1 : last.index + 1];
  if (!neighbour)
    return { refused: `This is the ${by < 0 ? 'first' : 'last'} row of its table: it cannot be moved further.` };
  const textOf = ({ span }: Row): string => filing.text.slice(span.start, span.end);
  // The lines stay where they are, with their line ends and what stands between them; their words change places.
  const places = by < 0 ? [neighbour, ...rows] : [...rows, neighbour];
  const words = by < 0 ? [...rows, neighbour] : [neighbour, ...rows];
  const edits = places.map(({ span }, at) => ({ span, newText: textOf(words[at]!) }));
  return { edits, caret: caretAfter(places, words, first, last, selection) };
}

/** The selection on the same rows at their new place. */
function caretAfter(places: readonly Row[], words: readonly Row[], first: Row, last: Row, selection: Span): Span {
  const startOf = (row: Row): number => {
    const at = words.indexOf(row);
    let start = places[at]!.span.start;
    for (let before = 0; before < at; before++) start += length(words[before]!) - length(places[before]!);
    return start;
  };
  const within = (offset: number, row: Row): number =>
    startOf(row) + Math.max(0, Math.min(offset - row.span.start, length(row)));
  return { start: within(selection.start, first), end: within(selection.end, last) };
}

const length = ({ span }: Row): number => span.end - span.start;
