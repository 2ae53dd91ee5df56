/** A filing with some of its rows alone: each with only the footnotes that it cites, numbered anew. */
import { MOST_NOTES } from '../../facts/limits';
import type { Filing, Row } from '../../filing/model';
import { noteReferences, otherReferences, type Reference } from '../../filing/notes';
import { citationsOf, rowAt, rowsOf } from '../../filing/queries';
import { digitsOf, removeNote } from '../../rules/footnotes/edits';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';

export interface Kept {
  readonly edits: readonly Edit[];
  /** The footnotes that nothing cites any more and that go, by the number that they have now. */
  readonly dropped: readonly number[];
  /** A note that stays speaks of none but notes that go: its words are left as they are. */
  readonly dangling: boolean;
}

/** Takes the other rows out of the text and, with them, the footnotes that only they cite. */
export function keepRows(filing: Filing, keeps: (row: Row) => boolean): Kept {
  const gone = rowsOf(filing).filter((row) => !keeps(row));
  const before = new Set<number>();
  const still = new Set<number>();
  for (const { marker, row } of citationsOf(filing)) {
    if (marker.number === undefined) continue;
    before.add(marker.number);
    if (keeps(row)) still.add(marker.number);
  }
  const { list } = filing.footnotes;
  const drops = (number: number | undefined): boolean =>
    number !== undefined && before.has(number) && !still.has(number);
  const notes = list.filter(({ number }) => drops(number));
  const inOrder = list.every(({ number }, at) => number === at + 1);
  const to = inOrder ? numbersAfter(list.length, drops) : (number: number): number => number;
  const removed = [...lineSpans(filing, gone), ...notes.map((note) => removeNote(filing, note).span)];
  const edits: Edit[] = removed.map((span) => ({ span, newText: '' }));
  const set = (number: number | undefined, span: Span): void => {
    if (number !== undefined && to(number) !== number) edits.push({ span, newText: String(to(number)) });
  };
  for (const { marker, row } of citationsOf(filing)) if (keeps(row)) set(marker.number, marker.labelSpan);
  for (const note of list) if (note.label !== '' && !drops(note.number)) set(note.number, digitsOf(filing, note));
  let dangling = false;
  const isGone = new Set(notes);
  for (const reference of noteReferences(filing)) {
    if (isGone.has(reference.note)) continue;
    const changed = referenceEdits(filing, reference, drops, to);
    if (changed) edits.push(...changed);
    else dangling = true;
  }
  for (const reference of otherReferences(filing)) {
    const row = rowAt(filing, reference.span.start);
    if (row && !keeps(row)) continue;
    const changed = referenceEdits(filing, reference, drops, to);
    if (changed) edits.push(...changed);
    else dangling = true;
  }
  return { edits, dropped: notes.map(({ number }) => number!), dangling };
}

/** Numbers close up where some go. */
function numbersAfter(count: number, drops: (number: number) => boolean): (number: number) => number {
  const to = new Map<number, number>();
  let next = 1;
  for (let number = 1; number <= count; number++) to.set(number, drops(number) ? number : next++);
  return (number) => to.get(number) ?? number;
}

/** Whole lines, those that lie together as one; where the text ends without a line end, the one before goes. */
function lineSpans({ lines, text }: Filing, rows: readonly Row[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { span } of rows) {
    const end = lines.starts[lines.lineAt(span.start) + 1] ?? text.length;
    const last = spans[spans.length - 1];
    if (last?.end === span.start) last.end = end;
    else spans.push({ start: span.start, end });
  }
  const last = spans[spans.length - 1];
  if (last?.end === text.length && !/[\n\r]$/.test(text) && last.start > 0)
    last.start = lines.lineSpan(lines.lineAt(last.start) - 1).end;
  return spans;
}

/** The words of a reference without the numbers that go; undefined where none would be left. */
function referenceEdits(
  { text }: Filing,
  { numbers, range, span }: Reference,
  drops: (number: number) => boolean,
  to: (number: number) => number,
): Edit[] | undefined {
  const names: { number: number | undefined; span: Span }[] = numbers.map(({ number, span: place }) => ({
    number: drops(number) ? undefined : number,
    span: place,
  }));
  if (range) narrow(names, numbers, drops);
  const first = names.findIndex(({ number }) => number !== undefined);
  if (first < 0) return undefined;
  const edits: Edit[] = [];
  const cut = (start: number, end: number): void => void edits.push({ span: { start, end }, newText: '' });
  if (first > 0) cut(names[0]!.span.start, names[first]!.span.start);
  names.forEach(({ number, span: place }, at) => {
    if (at < first) return;
    if (number === undefined) cut(names[at - 1]!.span.end, place.end);
    else {
      const written = String(to(number));
      if (written !== text.slice(place.start, place.end)) edits.push({ span: place, newText: written });
    }
  });
  const left = names.filter(({ number }) => number !== undefined).length;
  const plural = /^foot-?notes/i.exec(text.slice(span.start, span.start + 12));
  if (left === 1 && names.length > 1 && plural) cut(span.start + plural[0].length - 1, span.start + plural[0].length);
  return edits;
}

/** The ends of a range move inwards to notes that stay. */
function narrow(
  names: { number: number | undefined }[],
  numbers: Reference['numbers'],
  drops: (number: number) => boolean,
): void {
  const [low, high] = numbers.slice(-2).map(({ number }) => number) as [number, number];
  // No form has so many footnotes: a wider range names none of them surely.
  if (high - low > MOST_NOTES) return;
  let from = low;
  let until = high;
  while (from <= high && drops(from)) from++;
  while (until >= low && drops(until)) until--;
  names[names.length - 2]!.number = from <= until ? from : undefined;
  names[names.length - 1]!.number = from < until ? until : undefined;
}
