/** The box under the cursor, to be ticked or unticked. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import { boxesAt, TICK_NAMES, turned } from '../../operations/boxes/tick';
import { touches, type Span } from '../../text/span';

const VALUE: CompletionItemKind = 12;
/** What is typed before the cursor is compared with the words of an item: of a long sentence only its beginning is. */
const LONGEST = 60;

/** One item where the words or the mark of a box are at the cursor; none elsewhere, or where it is not known how to tick it. */
export function tickItems(filing: Filing, offset: number): CompletionItem[] {
  const [one] = boxesAt(filing, { start: offset, end: offset });
  const edit = one && turned(filing, one, !one.box.checked);
  if (!one || !edit || offset - one.box.label.start > LONGEST) return [];
  const { label } = one.box;
  const near: Span = { start: Math.min(label.start, edit.span.start), end: Math.max(edit.span.end, offset) };
  if (!touches(near, offset) || near.end - near.start > 2 * LONGEST || /[\n\r]/.test(textOf(filing, near))) return [];
  const newText =
    textOf(filing, { start: near.start, end: edit.span.start }) +
    edit.newText +
    textOf(filing, { start: edit.span.end, end: near.end });
  return [
    {
      label: `${one.box.checked ? 'Untick' : 'Tick'} ${TICK_NAMES[one.name]}`,
      kind: VALUE,
      // The words that stand there are to be changed, and do not narrow the list.
      filterText: textOf(filing, near),
      textEdit: { range: filing.lines.range(near), newText },
    },
  ];
}

const textOf = ({ text }: Filing, { start, end }: Span): string => text.slice(start, end);
