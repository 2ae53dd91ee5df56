/** What a cell of a Form 4 can hold, whatever the layout: values, markers, escapes. */
import type { Cell, CodeCell, DateCell, Marker, NumberCell, TextCell } from '../filing/model';
import { parseDate } from '../text/days';
import { parseDecimal } from '../text/decimal';
import type { Span } from '../text/span';

/** How footnotes are cited in a filing: with `<sup>` tags or, where there is not one, in plain text. */
export type MarkerStyle = 'sup' | 'plain';

const SPACE = 32;
const BACKSLASH = 92;
const NO_MARKERS: readonly Marker[] = [];

/** Space, tab, line ends, no-break and other Unicode spaces, and the zero-width ones that copying leaves behind. */
export function isSpace(unit: number): boolean {
  if (unit <= SPACE) return true;
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** The span without white space at its edges; an empty span at its start where it is all white space. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  if (from === to) return { start, end: start };
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const WHITE = /[\s\u200b]+/gu;
const ESCAPE = /\\([$*_#|[\]<>])/g;

/** True where wordsOf would change nothing: no escape, and no white space but single spaces between words. */
function isPlain(source: string): boolean {
  let before = SPACE;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === BACKSLASH || (unit === SPACE && before === SPACE) || (unit !== SPACE && isSpace(unit))) return false;
    before = unit;
  }
  return before !== SPACE;
}

/** The words of a piece of source: escapes undone, white space collapsed. */
export function wordsOf(source: string): string {
  if (isPlain(source)) return source;
  const unescaped = source.includes('\\') ? source.replace(ESCAPE, '$1') : source;
  return unescaped.replace(WHITE, ' ').trim();
}

/**
 * The markers inside one `<sup>` element: `(1)`, `(1)(2)`, `[1]`, `1`, `1, 2`, `(1, 2)`. Undefined where it holds anything else,
 * which is then text.
 */
function markersInside(text: string, open: number, from: number, to: number, close: number): Marker[] | undefined {
  const found: { label: string; span: Span; labelSpan: Span }[] = [];
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
    found.push({
      label: text.slice(labelStart, labelEnd),
      span: { start, end: at },
      labelSpan: { start: labelStart, end: labelEnd },
    });
  }
  if (found.length === 0) return undefined;
  const alone = found.length === 1;
  return found.map(({ label, span, labelSpan }) => {
    const outer = alone ? { start: open, end: close } : span;
    return { number: numberOf(label), label, span, labelSpan, outer };
  });
}

const isLabelUnit = (unit: number): boolean => isDigit(unit) || (unit >= 97 && unit <= 122);

function numberOf(label: string): number | undefined {
  for (let at = 0; at < label.length; at++) if (!isDigit(label.charCodeAt(at))) return undefined;
  return Number(label);
}

/** Markers and the rest of a cell. */
interface Split {
  readonly markers: readonly Marker[];
  /** Where the value stands, markers at either end left out. */
  readonly span: Span;
  /** True where markers stand amid the value, so that its words are not simply the source. */
  readonly inner: boolean;
}

/** Like indexOf, but never looks past `to`: a search that runs on to the end of the text would not be linear. */
function find(text: string, wanted: string, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) === wanted.charCodeAt(0) && text.startsWith(wanted, at))
      return at + wanted.length <= to ? at : -1;
  return -1;
}

function splitSup(text: string, outer: Span): Split {
  const first = find(text, '<sup', outer.start, outer.end);
  if (first < 0) return { markers: NO_MARKERS, span: outer, inner: false };
  const markers: Marker[] = [];
  const pieces: Span[] = [];
  let from = outer.start;
  let open = first;
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
      pieces.push(trim(text, from, open));
      from = close;
    }
    open = find(text, '<sup', close, outer.end);
  }
  pieces.push(trim(text, from, outer.end));
  const filled = pieces.filter((piece) => piece.end > piece.start);
  const start = filled[0];
  const last = filled[filled.length - 1];
  if (!start || !last) return { markers, span: { start: outer.start, end: outer.start }, inner: false };
  return { markers, span: { start: start.start, end: last.end }, inner: filled.length > 1 };
}

/** `(1)` or `[1]` at the end of a cell, again and again; at most two digits, since a filing has 99 footnotes at the most. */
function splitPlain(text: string, outer: Span): Split {
  const markers: Marker[] = [];
  let end = outer.end;
  for (;;) {
    while (end > outer.start && isSpace(text.charCodeAt(end - 1))) end--;
    const bracket = text.charCodeAt(end - 1);
    if (end - outer.start < 3 || (bracket !== 41 && bracket !== 93)) break;
    let at = end - 1;
    while (at > outer.start && end - 1 - at < 2 && isDigit(text.charCodeAt(at - 1))) at--;
    if (at === end - 1 || at === outer.start || text.charCodeAt(at - 1) !== (bracket === 41 ? 40 : 91)) break;
    const label = text.slice(at, end - 1);
    const span = { start: at - 1, end };
    markers.push({ number: Number(label), label, span, labelSpan: { start: at, end: end - 1 }, outer: span });
    end = at - 1;
  }
  if (markers.length === 0) return { markers: NO_MARKERS, span: outer, inner: false };
  return { markers: markers.reverse(), span: trim(text, outer.start, end), inner: false };
}

const CLOSING = new Set([41, 93]); // ) ]

/** Like trim; the same span where there is nothing to take off. */
function trimmed(text: string, span: Span): Span {
  const { start, end } = span;
  if (start === end || (!isSpace(text.charCodeAt(start)) && !isSpace(text.charCodeAt(end - 1)))) return span;
  return trim(text, start, end);
}

/** Reads the cells of one filing. */
export class CellReader {
  /** True once a marker with a number was met. */
  sawMarker = false;

  constructor(
    private readonly text: string,
    readonly style: MarkerStyle,
  ) {}

  /** A cell of words. A dash alone is how some layouts print a blank. */
  words(cellSpan: Span): TextCell {
    const { text } = this;
    const outer = trimmed(text, cellSpan);
    if (outer.end === outer.start)
      return { value: undefined, raw: '', span: blankPlace(text, cellSpan), cellSpan, markers: NO_MARKERS };
    const whole = text.slice(outer.start, outer.end);
    if (this.style === 'sup' ? !whole.includes('<') : !CLOSING.has(whole.charCodeAt(whole.length - 1)))
      return isDash(whole)
        ? { value: undefined, raw: '', span: { start: outer.start, end: outer.start }, cellSpan, markers: NO_MARKERS }
        : { value: wordsOf(whole), raw: whole, span: outer, cellSpan, markers: NO_MARKERS };
    const { markers, span, inner } = this.style === 'sup' ? splitSup(text, outer) : splitPlain(text, outer);
    if (markers.length > 0) this.sawMarker = true;
    const raw = text.slice(span.start, span.end);
    if (isDash(raw))
      return { value: undefined, raw: '', span: { start: span.start, end: span.start }, cellSpan, markers };
    const value = raw === '' ? undefined : wordsOf(inner ? this.without(span, markers) : raw);
    return { value, raw, span, cellSpan, markers };
  }

  private without(span: Span, markers: readonly Marker[]): string {
    let out = '';
    let from = span.start;
    for (const { outer } of markers) {
      if (outer.start < from || outer.end > span.end) continue;
      out += this.text.slice(from, outer.start) + ' ';
      from = outer.end;
    }
    return out + this.text.slice(from, span.end);
  }

  /**
   * A number, a date or a code with a plain marker after it, in a filing that cites with tags elsewhere: unlike after
   * words, nothing else can be meant there.
   */
  private cited(cell: TextCell): TextCell {
    const last = cell.raw.charCodeAt(cell.raw.length - 1);
    if (this.style !== 'sup' || (last !== 41 && last !== 93)) return cell;
    const { markers, span } = splitPlain(this.text, cell.span);
    if (markers.length === 0 || span.end === span.start) return cell;
    this.sawMarker = true;
    const raw = this.text.slice(span.start, span.end);
    return { value: wordsOf(raw), raw, span, cellSpan: cell.cellSpan, markers: [...markers, ...cell.markers] };
  }

  /** The same cell as a number: `9,503`, `9503`, `\$43.16`, `$0`, `5,381.2`. */
  number(cell: TextCell): NumberCell {
    const { raw, span, cellSpan, markers } = this.cited(cell);
    if (raw === '') return cell as Cell<never>;
    let at = 0;
    if (raw.charCodeAt(at) === 92 /* \ */) at++;
    const dollars = raw.charCodeAt(at) === 36; /* $ */
    if (dollars) at++;
    else at = 0;
    while (at < raw.length && isSpace(raw.charCodeAt(at))) at++;
    const digits = raw.slice(at);
    const ungrouped = ungroup(digits);
    const value = ungrouped === undefined ? undefined : parseDecimal(ungrouped);
    if (value) return { value, raw, span, cellSpan, markers, dollars };
    const problem = isNegativeNumber(digits) ? 'negative' : onlyNumberUnits(digits) ? 'bad-grouping' : 'not-a-number';
    return { value: undefined, raw, span, cellSpan, markers, dollars, problem };
  }

  /** The same cell as a date. */
  date(cell: TextCell): DateCell {
    const { raw, span, cellSpan, markers } = this.cited(cell);
    if (raw === '') return cell as Cell<never>;
    const written = parseDate(raw);
    if (!written) return { value: undefined, raw, span, cellSpan, markers, problem: 'not-a-date' };
    const { day, form } = written;
    if (day === undefined)
      return { value: undefined, raw, span, cellSpan, markers, dateForm: form, problem: 'no-such-day' };
    return { value: day, raw, span, cellSpan, markers, dateForm: form };
  }

  /** The same cell as a transaction code, with what may stand beside it. */
  code(cell: TextCell): CodeCell {
    const { raw, span, cellSpan, markers } = this.cited(cell);
    const { value, equitySwapInvolved, voluntary, others, suffix } = splitCode(raw);
    return { value, raw, span, cellSpan, markers, equitySwapInvolved, voluntary, others, suffix };
  }
}

/** Where a value would go in a blank cell: after one space of padding, as in `|  |`. */
function blankPlace(text: string, cellSpan: Span): Span {
  if (cellSpan.end === cellSpan.start) return cellSpan;
  const padded = cellSpan.end - cellSpan.start >= 2 && text.charCodeAt(cellSpan.start) === SPACE;
  const at = padded ? cellSpan.start + 1 : cellSpan.start;
  return { start: at, end: at };
}

const isDash = (raw: string): boolean => raw === '\u2014' || raw === '\u2013' || raw === '-' || raw === '--';

/** The digits without their commas; undefined where the commas do not stand before groups of three. */
function ungroup(digits: string): string | undefined {
  const comma = digits.indexOf(',');
  if (comma < 0) return digits;
  const point = digits.indexOf('.');
  const wholeEnd = point < 0 ? digits.length : point;
  if (comma === 0 || comma > 3 || digits.indexOf(',', wholeEnd) >= 0) return undefined;
  for (let at = comma; at < wholeEnd; at += 4) if (digits.charCodeAt(at) !== 44) return undefined;
  if ((wholeEnd - comma) % 4 !== 0) return undefined;
  const joined = digits.slice(0, wholeEnd).replaceAll(',', '');
  // Fewer commas than places for them cannot be: every fourth place was looked at; more shows in the count.
  return joined.length === wholeEnd - (wholeEnd - comma) / 4 ? joined + digits.slice(wholeEnd) : undefined;
}

function onlyNumberUnits(digits: string): boolean {
  for (let at = 0; at < digits.length; at++) {
    const unit = digits.charCodeAt(at);
    if (!isDigit(unit) && unit !== 44 && unit !== 46) return false;
  }
  return digits.length > 0;
}

function isNegativeNumber(digits: string): boolean {
  const unit = digits.charCodeAt(0);
  const inParentheses = unit === 40 && digits.endsWith(')');
  if (unit !== 45 && unit !== 0x2212 && !inParentheses) return false;
  return onlyNumberUnits(digits.slice(1, inParentheses ? -1 : undefined).replace('$', ''));
}

const CODE_PARTS = /[a-z]+|\d/gi;

/** Takes a code cell apart: `S/K`, `G V`, `GV`, `P4`, `S/K4`, `M S`. Unknown letters stay letters: a rule speaks of them. */
export function splitCode(
  raw: string,
): Pick<CodeCell, 'value' | 'equitySwapInvolved' | 'voluntary' | 'suffix' | 'others'> {
  if (raw.length === 1) return { value: raw, equitySwapInvolved: false, voluntary: false, others: [] };
  if (raw === '') return { value: undefined, equitySwapInvolved: false, voluntary: false, others: [] };
  const slash = raw.indexOf('/');
  let equitySwapInvolved = false;
  let suffix: string | undefined;
  const letters: string[] = [];
  for (const { 0: part, index } of raw.matchAll(CODE_PARTS)) {
    if (part.length === 1 && isDigit(part.charCodeAt(0))) suffix ??= part;
    else if (part === 'K' && slash >= 0 && index > slash) equitySwapInvolved = true;
    else if (part.length <= 2) letters.push(...part);
    else letters.push(part);
  }
  const base = letters.length > 1 ? letters.filter((letter) => letter !== 'V') : letters;
  const voluntary = base.length < letters.length;
  const [value, ...others] = base.length > 0 ? base : letters.slice(0, 1);
  return { value: value ?? raw, equitySwapInvolved, voluntary, others, ...(suffix === undefined ? {} : { suffix }) };
}

/** A cell of words that is none: nothing stands there and nothing cites. */
export function blankCell(at: number): Cell<never> {
  return {
    value: undefined,
    raw: '',
    span: { start: at, end: at },
    cellSpan: { start: at, end: at },
    markers: NO_MARKERS,
  };
}

/** What a code cell without anything in it says. */
export function blankCode(at: number): CodeCell {
  return { ...blankCell(at), equitySwapInvolved: false, voluntary: false, others: [] };
}
