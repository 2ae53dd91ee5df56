/** The list of footnotes after a plan: labels stay where they are, and words go where their numbers are. */
import type { Filing, Footnote } from '../../filing/model';
import { wordsOf } from '../../readers/cells/words';
import { addNotes, digitsOf, labelLike, noteSeparator, removeNote } from '../../rules/footnotes/edits';
import { applied, type Edit } from '../../text/edits';
import type { Plan } from './plan';

/** A note that is not there yet. */
export interface NewNote {
  readonly number: number;
  readonly words: string;
}

export interface ListEdits {
  readonly edits: readonly Edit[];
  /** The list as it must then be read. */
  readonly list: readonly { readonly number: number; readonly text: string }[];
}

/** `within`: the edits in a note's own words, which name other notes. */
export function listEdits(
  filing: Filing,
  plan: Plan,
  within: ReadonlyMap<Footnote, readonly Edit[]>,
  added: NewNote | undefined,
): ListEdits | undefined {
  const { list } = filing.footnotes;
  const edits: Edit[] = list.filter(({ number }) => plan.dropped.has(number!)).map((note) => removeNote(filing, note));
  const slots = list.filter(({ number }) => !plan.dropped.has(number!));
  const notes = slots.map((note) => ({
    note,
    number: plan.to(note.number!)!,
    words: wordsAfter(filing, note, within.get(note)),
  }));
  // A list that is out of order keeps its order, and its labels change; any other stays in order, and its words move.
  if (list.every(({ number }, at) => at === 0 || number! > list[at - 1]!.number!))
    notes.sort((a, b) => a.number - b.number);
  slots.forEach((slot, at) => {
    const { note, number, words } = notes[at]!;
    if (slot.label !== '' && Number(slot.label) !== number)
      edits.push({ span: digitsOf(filing, slot), newText: String(number) });
    if (note === slot) edits.push(...(within.get(note) ?? []));
    else edits.push({ span: slot.textSpan, newText: spaced(filing, slot, words) });
  });
  const read = notes.map(({ number, words }) => ({ number, text: wordsOf(words) }));
  if (added) {
    const written = addition(filing, slots, added);
    if (!written) return undefined;
    edits.push(...written.edits);
    read.splice(written.at, 0, { number: added.number, text: wordsOf(added.words) });
  }
  return { edits, list: read };
}

/** A note's words as they stand in the source, with the edits in them made. */
function wordsAfter({ text }: Filing, { textSpan: { start, end } }: Footnote, edits: readonly Edit[] = []): string {
  const own = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applied(text.slice(start, end), own);
}

/** Words for the place of a note whose label may have no space behind it. */
function spaced({ text }: Filing, { textSpan, labelSpan }: Footnote, words: string): string {
  return textSpan.start === labelSpan.end && !/\s$/.test(text.slice(labelSpan.start, labelSpan.end)) && words !== ''
    ? ` ${words}`
    : words;
}

function addition(
  filing: Filing,
  slots: readonly Footnote[],
  { number, words }: NewNote,
): { edits: Edit[]; at: number } | undefined {
  if (slots.length === 0) {
    const edits = addNotes(filing, [number], words);
    return edits && { edits, at: 0 };
  }
  // Room was made: the note that had the number has the next one.
  const next = slots.find((slot) => slot.number! >= number);
  const before = [...slots].reverse().find((slot) => slot.number! < number);
  const model = before ?? next!;
  const written = labelLike(filing, model, number) + words;
  const separator = noteSeparator(filing);
  if (before) {
    const { end } = before.span;
    return { edits: [{ span: { start: end, end }, newText: separator + written }], at: slots.indexOf(before) + 1 };
  }
  const { start } = model.span;
  return { edits: [{ span: { start, end: start }, newText: written + separator }], at: slots.indexOf(model) };
}
