/** What a box of the head holds: the stretch behind its label, and the value in it. */
import type { Boxes, TextCell } from '../filing/model';
import type { Span } from '../text/span';
import { trim } from '../text/white';
import { wordsIn } from './cells/words';

export type BoxName = keyof Boxes;

/** The label of a box where it stands. */
export interface Label {
  readonly box: BoxName;
  /** The label with its number. */
  readonly start: number;
  readonly end: number;
  /** Where the box's content ends: at the next label, or where the boxes end. */
  contentEnd: number;
}

/** What a box holds behind its label: the underlined value where there is one, else what stands first. */
export function contentOf(text: string, label: Label): Span {
  return trim(text, label.end, label.contentEnd);
}

/** What stands below the lines for a name and an address. */
const ADDRESS = /\((?:Last|Street|City)\)/;

/** The content of a box without what follows it on a page whose parts come one behind the other. */
export function withoutAddress(text: string, content: Span): Span {
  // Where they are underlined as a value is, they have come into its place.
  if (text.startsWith('<u>', content.start)) return content;
  const address = ADDRESS.exec(text.slice(content.start, content.end));
  if (!address) return content;
  return trim(text, content.start, content.start + address.index);
}

/** What is underlined in a stretch; undefined where nothing is. */
export function underlined(text: string, within: Span): Span | undefined {
  const piece = text.slice(within.start, within.end);
  const open = piece.indexOf('<u>');
  if (open < 0) return undefined;
  const close = piece.indexOf('</u>', open);
  return trim(text, within.start + open + 3, within.start + (close < 0 ? piece.length : close));
}

/** A stretch as a cell of words. */
export function cellAt(text: string, span: Span, cellSpan: Span): TextCell {
  const raw = text.slice(span.start, span.end);
  return { value: raw === '' ? undefined : wordsIn(text, span), raw, span, cellSpan, markers: [] };
}

/** To the end of the cell or line in which something stands. */
export function firstCell(text: string, content: Span): Span {
  let end = content.start;
  while (end < content.end && text.charCodeAt(end) !== 9 && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13)
    end++;
  return trim(text, content.start, end);
}
