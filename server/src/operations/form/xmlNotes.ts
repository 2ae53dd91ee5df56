/** Notes of EDGAR's ownership XML: deleted with what cites them, or in another order with what cites and names them. */
import type { Filing } from '../../filing/model';
import { noteReferences, otherReferences } from '../../filing/notes';
import { applied, type Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import type { XmlElement } from '../../text/xml';
import type { Outcome, Refusal } from '../operation';
import { without } from './xml';
import { goneNotes, notesOf } from './xmlRows';

export type XmlNoteOperation = 'footnote.delete' | 'footnote.moveUp' | 'footnote.moveDown';

/** Works an operation on the n-th note out. */
export function xmlNote(filing: Filing, operation: XmlNoteOperation, at: number): Outcome | Refusal {
  const all = notesOf(filing);
  const note = all[at];
  if (!note?.id) return { refused: 'Nothing was changed: this note is not in the filing any more, or has no id.' };
  if (operation === 'footnote.delete') return deleted(filing, note, at);
  const other = operation === 'footnote.moveUp' ? all[at - 1] : all[at + 1];
  if (!other)
    return { refused: `This footnote is the ${operation === 'footnote.moveUp' ? 'first' : 'last'} one already.` };
  if (!other.id) return { refused: 'Nothing was changed: the note beside it has no id.' };
  return { edits: inOtherOrder(filing, note, other) };
}

/** Everything that cites a note by its id. */
function citations(filing: Filing, id: string): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (one: XmlElement): void => {
    if (one.name === 'footnoteId' && one.id?.value === id) found.push(one);
    one.children.forEach(look);
  };
  look(filing.xml!.document!);
  return found;
}

function deleted(filing: Filing, note: XmlElement, at: number): Outcome | Refusal {
  const own = filing.footnotes.list[at];
  const names = [...noteReferences(filing).filter((one) => one.note !== own), ...otherReferences(filing)].find(
    ({ numbers }) => numbers.some(({ number }) => number === own?.number),
  );
  if (names)
    return {
      refused: `Nothing was changed: the filing says “${filing.text.slice(names.span.start, names.span.end)}”, which would name nothing. Change those words first.`,
    };
  const cites = citations(filing, note.id!.value).map(({ span }) => span);
  return { edits: without(filing, [...cites, ...goneNotes(filing, [note]).map(({ span }) => span)]) };
}

/** Two notes change places: their words do, and what cites or names the one does the other. Ids stay where they are. */
function inOtherOrder(filing: Filing, one: XmlElement, other: XmlElement): Edit[] {
  const { text } = filing;
  const [first, second] = [one.id!, other.id!];
  const numbers = new Map(
    [first, second].map(({ value }, at) => [
      Number(value.replace(/^\D+/, '')),
      [second, first][at]!.value.replace(/^\D+/, ''),
    ]),
  );
  const named = [...noteReferences(filing), ...otherReferences(filing)].flatMap((reference) =>
    reference.numbers.flatMap(({ number, span }) => {
      const now = numbers.get(number);
      return now === undefined ? [] : [{ span, newText: now }];
    }),
  );
  const isIn = ({ start, end }: Span, span: Span): boolean => span.start >= start && span.end <= end;
  const words = ({ content }: XmlElement): string =>
    applied(
      text.slice(content.start, content.end),
      named
        .filter(({ span }) => isIn(content, span))
        .map(({ span, newText }) => ({
          span: { start: span.start - content.start, end: span.end - content.start },
          newText,
        })),
    );
  const cites = ({ value }: { readonly value: string }, now: string): Edit[] =>
    citations(filing, value).map(({ id }) => ({ span: id!.span, newText: now }));
  return [
    { span: one.content, newText: words(other) },
    { span: other.content, newText: words(one) },
    ...cites(first, second.value),
    ...cites(second, first.value),
    ...named.filter(({ span }) => !isIn(one.content, span) && !isIn(other.content, span)),
  ].sort((a, b) => a.span.start - b.span.start);
}
