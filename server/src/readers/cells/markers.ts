/** The markers of a cell, `<sup>(1)</sup>` or `(1)`, and what it holds besides them. */
import type { Span } from '../../text/span';
import { isSpace, trim } from '../../text/white';
import { NO_MARKERS, TextMarker } from './cell';

/** How footnotes are cited in a filing: with `<sup>` tags or, where there is not one, in plain text. */
export type MarkerStyle = 'sup' | 'plain';

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/**
 * The markers inside one `<sup>` element: `(1)`, `(1)(2)`, `[1]`, `1`, `1, 2`, `(1, 2)`. Undefined where it holds anything else,
 * which is then text.
 */
function markersInside(text: string, open: number, from: number, to: number, close: number): TextMarker[] | undefined {
  const found: { start: number; end: number; labelStart: number; labelEnd: number }[] = [];
  let at = from;
  // What closes a bracket around several.
  let closing: number | undefined;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit) || unit === 44 /* , */ || unit === closing) {
      if (unit === closing) closing = undefined;
      at++;
      continue;
    }
    const bracket = unit === 40 || unit === 91; // ( [
    if (bracket && closing !== undefined) return undefined;
    let start = at;
    if (bracket) at++;
    const labelStart = at;
    while (at < to && isLabelUnit(text.charCodeAt(at)) && at - labelStart < 4) at++;
    const labelEnd = at;
    if (labelEnd === labelStart) return undefined;
    if (bracket) {
      const wanted = unit === 40 ? 41 : 93;
      if (text.charCodeAt(at) === wanted && at < to) at++;
      else if (text.charCodeAt(at) === 44 && at < to) {
        closing = wanted;
        start = labelStart;
      } else if (at < to) return undefined;
    }
    found.push({ start, end: at, labelStart, labelEnd });
  }
  if (found.length === 0) return undefined;
  const alone = found.length === 1;
  return found.map(({ start, end, labelStart, labelEnd }) => {
    const label = text.slice(labelStart, labelEnd);
    const [outerFrom, outerTo] = alone ? [open, close] : [start, end];
    return new TextMarker(numberOf(label), label, start, end, labelStart, outerFrom, outerTo);
  });
}

const isLabelUnit = (unit: number): boolean => isDigit(unit) || (unit >= 97 && unit <= 122);

function numberOf(label: string): number | undefined {
  for (let at = 0; at < label.length; at++) if (!isDigit(label.charCodeAt(at))) return undefined;
  return Number(label);
}

/** Markers and the rest of a cell. */
export interface Split {
  readonly markers: readonly TextMarker[];
  /** Where the value stands, markers at either end left out. */
  readonly span: Span;
  /** The value's words, where markers stand amid it, so that they are not simply the source. */
  readonly inner?: string;
}

/** Like indexOf, but never looks past `to`: a search that runs on to the end of the text would not be linear. */
function find(text: string, wanted: string, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) === wanted.charCodeAt(0) && text.startsWith(wanted, at))
      return at + wanted.length <= to ? at : -1;
  return -1;
}

/** What `<sup>` elements hold, and the rest. */
export function splitSup(text: string, outer: Span): Split {
  let open = find(text, '<sup', outer.start, outer.end);
  const markers: TextMarker[] = [];
  const pieces: Span[] = [];
  let from = outer.start;
  while (open >= 0) {
    const contentStart = find(text, '>', open, outer.end) + 1;
    if (contentStart === 0) break;
    const closing = find(text, '</sup', contentStart, outer.end);
    const contentEnd = closing < 0 ? outer.end : closing;
    const after = find(text, '>', contentEnd, outer.end);
    const close = after < 0 ? outer.end : after + 1;
    const inside = markersInside(text, open, contentStart, contentEnd, close);
    if (inside) {
      for (const marker of inside) markers.push(marker);
      const piece = trim(text, from, open);
      if (piece.end > piece.start) pieces.push(piece);
      from = close;
    }
    open = find(text, '<sup', close, outer.end);
  }
  const piece = trim(text, from, outer.end);
  if (piece.end > piece.start) pieces.push(piece);
  const [first, ...others] = pieces;
  if (!first) return { markers, span: { start: outer.start, end: outer.start } };
  if (others.length === 0) return { markers, span: first };
  const span = { start: first.start, end: pieces[pieces.length - 1]!.end };
  return { markers, span, inner: pieces.map(({ start, end }) => text.slice(start, end)).join(' ') };
}

/** `(1)` or `[1]` at the end of a cell, again and again; at most two digits, since a filing has 99 footnotes at the most. */
export function splitPlain(text: string, outer: Span): Split {
  const markers: TextMarker[] = [];
  let end = outer.end;
  for (;;) {
    while (end > outer.start && isSpace(text.charCodeAt(end - 1))) end--;
    const bracket = text.charCodeAt(end - 1);
    if (end - outer.start < 3 || (bracket !== 41 && bracket !== 93)) break;
    let at = end - 1;
    while (at > outer.start && end - 1 - at < 2 && isDigit(text.charCodeAt(at - 1))) at--;
    if (at === end - 1 || at === outer.start || text.charCodeAt(at - 1) !== (bracket === 41 ? 40 : 91)) break;
    const label = text.slice(at, end - 1);
    markers.push(new TextMarker(Number(label), label, at - 1, end, at, at - 1, end));
    end = at - 1;
  }
  if (markers.length === 0) return { markers: NO_MARKERS as readonly [], span: outer };
  return { markers: markers.reverse(), span: trim(text, outer.start, end) };
}
