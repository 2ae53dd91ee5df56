import type { Span } from '../../text/span';
import type { Operation, OperationContext, Outcome, Refusal } from '../operation';
import { apply } from './apply';
import { moved, numbersOf, unnumbered } from './plan';
import { targetAt, type Target } from './target';

/** The footnote under the cursor takes the place of the one before it. */
export const moveFootnoteUp = move('footnote.moveUp', 'up', -1);
/** The footnote under the cursor takes the place of the one after it. */
export const moveFootnoteDown = move('footnote.moveDown', 'down', 1);

function move(id: string, way: string, by: 1 | -1): Operation {
  return {
    id,
    kind: 'refactor.move',
    offer(context) {
      const found = beside(context, by);
      return 'refused' in found ? undefined : `Move footnote ${found.from} ${way}`;
    },
    run(context) {
      const found = beside(context, by);
      return 'refused' in found ? found : renumberedTo(context, found.target, found.to);
    },
  };
}

/** The footnote under the cursor, and the number above or below its own. */
function beside(
  { filing, selection }: OperationContext,
  by: 1 | -1,
): { target: Target; from: number; to: number } | Refusal {
  const refused = unnumbered(filing);
  if (refused) return refused;
  const target = targetAt(filing, selection.start);
  const from = target?.number;
  if (!target || from === undefined) return { refused: 'Put the cursor on a footnote or on a marker that cites it.' };
  const used = numbersOf(filing);
  if (!used.includes(from)) return { refused: `The filing has no footnote ${from}.` };
  const to = used[used.indexOf(from) + by];
  if (to === undefined) return { refused: `Footnote ${from} is the ${by < 0 ? 'first' : 'last'} one already.` };
  return { target, from, to };
}

/** The note at a place gets another number; the cursor stays on it. */
function renumberedTo(
  { filing, selection }: OperationContext,
  { number, note }: Target,
  to: number,
): Outcome | Refusal {
  const plan = moved(filing, number!, to);
  const done = 'refused' in plan ? plan : apply(filing, plan);
  if ('refused' in done) return done;
  const now = note && done.after.footnotes.list.find((one) => one.number === to);
  const caret = now && behind(now.span, now.textSpan.start + selection.start - note.textSpan.start);
  return { edits: done.edits, remark: done.remark, ...(caret && { caret }) };
}

function behind({ start, end }: Span, at: number): Span {
  const place = Math.min(end, Math.max(start, at));
  return { start: place, end: place };
}
