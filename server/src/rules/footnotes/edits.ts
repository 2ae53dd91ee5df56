/** Edits that keep markers, footnotes and what footnotes say of one another in step. */
import type { Filing, Footnote, Marker } from '../../filing/model';
import { noteReferences } from '../../filing/notes';
import { citationsOf } from '../../filing/queries';
import type { Span } from '../../text/span';
import type { Edit } from '../rule';

/** Stands in a new footnote until its words are written. */
export const PLACEHOLDER = '[Explain here]';
/** A fix that writes such a note leaves a finding until somebody has written it. */
export const TO_BE_WRITTEN = ['placeholder'];

/** Gives footnotes new numbers: in markers, in the labels of the list and in the words of notes. */
export function renumber(filing: Filing, to: (number: number) => number): Edit[] {
  const edits: Edit[] = [];
  const set = (number: number | undefined, span: Span): void => {
    if (number !== undefined && to(number) !== number) edits.push({ span, newText: String(to(number)) });
  };
  for (const { marker } of citationsOf(filing)) set(marker.number, marker.labelSpan);
  for (const note of filing.footnotes.list) if (note.label !== '') set(note.number, digitsOf(filing, note));
  for (const { numbers } of noteReferences(filing)) for (const { number, span } of numbers) set(number, span);
  return edits;
}

/** Where a note's number stands within its label. */
export function digitsOf({ text }: Filing, { label, labelSpan }: Footnote): Span {
  const start = labelSpan.start + Math.max(0, text.slice(labelSpan.start, labelSpan.end).indexOf(label));
  return { start, end: start + label.length };
}

/** Takes a note out of the list, with its line. */
export function removeNote(filing: Filing, note: Footnote): Edit {
  const { text, lines } = filing;
  const first = lines.lineAt(note.span.start);
  const last = lines.lineAt(note.span.end);
  const start = lines.starts[first]!;
  const alone = blank(text, start, note.span.start) && blank(text, note.span.end, lines.lineSpan(last).end);
  if (!alone) return { span: note.span, newText: '' };
  const isBlank = (line: number): boolean =>
    line < lines.starts.length && blank(text, lines.lineSpan(line).start, lines.lineSpan(line).end);
  // Where blank lines stand about the note, one of them goes too.
  const after = first > 0 && isBlank(first - 1) && isBlank(last + 1) ? last + 2 : last + 1;
  return { span: { start, end: lines.starts[after] ?? text.length }, newText: '' };
}

const blank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

/** Writes footnotes with these numbers into the list, in the list's own style. Undefined where it cannot take them. */
export function addNotes(filing: Filing, numbers: readonly number[], words: string): Edit[] | undefined {
  const { footnotes, text } = filing;
  const { list, style } = footnotes;
  const sorted = [...numbers].sort((a, b) => a - b);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (list.length === 0) {
    const inOrder = sorted.every((number, at) => number === at + 1);
    const notes = sorted.map((number) => (inOrder ? '- ' : `(${number}) `) + words).join(eol);
    const heading = footnotes.heading ? '' : `${eol}${eol}Explanation of Responses:`;
    const at = footnotes.span.end;
    return [{ span: { start: at, end: at }, newText: `${heading}${eol}${eol}${notes}${footnotes.heading ? '' : eol}` }];
  }
  if (style === 'bullet' && sorted.some((number, at) => number !== list.length + 1 + at)) return undefined;
  const separator = noteSeparator(filing);
  const model = list[0]!;
  return sorted.map((number) => {
    const label = labelLike(filing, model, number);
    const before = [...list].reverse().find((note) => (note.number ?? 0) < number);
    if (!before)
      return { span: { start: model.span.start, end: model.span.start }, newText: label + words + separator };
    return { span: { start: before.span.end, end: before.span.end }, newText: separator + label + words };
  });
}

/** What stands between two footnotes of the list: a line end, or a blank line too. */
export function noteSeparator({ footnotes, text }: Filing): string {
  const [first, second] = footnotes.list;
  const between = first && second ? text.slice(first.span.end, second.span.start) : '';
  if (between.trim() === '' && /[\n\r]/.test(between)) return between;
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A label written as another note's is, with another number; a bullet is a bullet. */
export function labelLike({ text }: Filing, { label, labelSpan }: Footnote, number: number): string {
  const written = text.slice(labelSpan.start, labelSpan.end).trimEnd() + ' ';
  return label === '' ? written : written.replace(label, String(number));
}

/** A marker written as another one is, with another number. */
export function markerLike({ text }: Filing, { outer, labelSpan }: Marker, number: number): string {
  return text.slice(outer.start, labelSpan.start) + number + text.slice(labelSpan.end, outer.end);
}

/** A marker for a cell that has none, written as the filing's others are. */
export function newMarker(filing: Filing, number: number): string {
  const tagged = filing.text.includes('<sup');
  const model = citationsOf(filing).find(({ marker }) => !tagged || filing.text.charAt(marker.outer.start) === '<');
  return model ? markerLike(filing, model.marker, number) : `<sup>(${number})</sup>`;
}
