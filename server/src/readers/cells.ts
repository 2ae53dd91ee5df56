/** What a cell of a Form 4 can hold, whatever the layout: values, markers, escapes. */
import type { Cell, CodeCell, DateCell, Marker, NumberCell, TextCell } from '../filing/model';
import { endsLikeMarker } from '../filing/queries';
import { parseDate, type DateForm } from '../text/days';
import { parseDecimal, type Decimal } from '../text/decimal';
import type { Span } from '../text/span';
import { LineCell, LineCode, LineMarker, type Writing } from './lineCells';

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

/** True where nothing stands in a stretch but white space. */
export function isBlankIn(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
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
const ESCAPE = /\\([$*_#|[\]<>])/g;

/** For longer words a pattern is quicker than a look at each character. */
const LONG = 40;
/** Words without any of these are plain; others may be. */
const UNUSUAL = /\\| {2}|[^\x20-\x7e]|^ | $/;

/** True where wordsOf would change nothing: no escape, and no white space but single spaces between words. */
function isPlain(text: string, start: number, end: number): boolean {
  if (end - start > LONG && !UNUSUAL.test(text.slice(start, end))) return true;
  let before = SPACE;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > SPACE && unit < 0xa0) {
      if (unit === BACKSLASH) return false;
    } else if (unit !== SPACE ? isSpace(unit) : before === SPACE) return false;
    before = unit;
  }
  return before !== SPACE;
}

/** The words of a piece of source: escapes undone, white space collapsed. */
export function wordsOf(source: string): string {
  return isPlain(source, 0, source.length) ? source : collapsed(source);
}

/** The words of a stretch of a text. To look at the text itself is quicker than at a piece of it. */
export function wordsIn(text: string, { start, end }: Span): string {
  const source = text.slice(start, end);
  return isPlain(text, start, end) ? source : collapsed(source);
}

function collapsed(source: string): string {
  const words = source.includes('\\') ? source.replace(ESCAPE, '$1') : source;
  let out = '';
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !isWhite(words.charCodeAt(at))) continue;
    if (at > from) out += out === '' ? words.slice(from, at) : ' ' + words.slice(from, at);
    from = at + 1;
  }
  return out;
}

/** What regular expressions call white space, and the zero-width space. */
function isWhite(unit: number): boolean {
  if (unit < 0xa0) return unit === SPACE || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/**
 * The markers inside one `<sup>` element: `(1)`, `(1)(2)`, `[1]`, `1`, `1, 2`, `(1, 2)`. Undefined where it holds anything else,
 * which is then text.
 */
function markersInside(
  text: string,
  line: Span,
  open: number,
  from: number,
  to: number,
  close: number,
): LineMarker[] | undefined {
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
  const base = line.start;
  return found.map(({ start, end, labelStart, labelEnd }) => {
    const label = text.slice(labelStart, labelEnd);
    const [outerFrom, outerTo] = alone ? [open, close] : [start, end];
    return new LineMarker(
      line,
      numberOf(label),
      label,
      start - base,
      end - base,
      labelStart - base,
      outerFrom - base,
      outerTo - base,
    );
  });
}

const isLabelUnit = (unit: number): boolean => isDigit(unit) || (unit >= 97 && unit <= 122);

function numberOf(label: string): number | undefined {
  for (let at = 0; at < label.length; at++) if (!isDigit(label.charCodeAt(at))) return undefined;
  return Number(label);
}

/** Markers and the rest of a cell. */
interface Split {
  readonly markers: readonly LineMarker[];
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

function splitSup(text: string, line: Span, outer: Span): Split {
  let open = find(text, '<sup', outer.start, outer.end);
  const markers: LineMarker[] = [];
  const pieces: Span[] = [];
  let from = outer.start;
  while (open >= 0) {
    const contentStart = find(text, '>', open, outer.end) + 1;
    if (contentStart === 0) break;
    const closing = find(text, '</sup', contentStart, outer.end);
    const contentEnd = closing < 0 ? outer.end : closing;
    const after = find(text, '>', contentEnd, outer.end);
    const close = after < 0 ? outer.end : after + 1;
    const inside = markersInside(text, line, open, contentStart, contentEnd, close);
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
function splitPlain(text: string, line: Span, outer: Span): Split {
  const markers: LineMarker[] = [];
  let end = outer.end;
  for (;;) {
    while (end > outer.start && isSpace(text.charCodeAt(end - 1))) end--;
    const bracket = text.charCodeAt(end - 1);
    if (end - outer.start < 3 || (bracket !== 41 && bracket !== 93)) break;
    let at = end - 1;
    while (at > outer.start && end - 1 - at < 2 && isDigit(text.charCodeAt(at - 1))) at--;
    if (at === end - 1 || at === outer.start || text.charCodeAt(at - 1) !== (bracket === 41 ? 40 : 91)) break;
    const label = text.slice(at, end - 1);
    const [from, to] = [at - 1 - line.start, end - line.start];
    markers.push(new LineMarker(line, Number(label), label, from, to, from + 1, from, to));
    end = at - 1;
  }
  if (markers.length === 0) return { markers: NO_MARKERS as readonly [], span: outer };
  return { markers: markers.reverse(), span: trim(text, outer.start, end) };
}

/** The start of the text, for cells that are of no line. */
const TEXT: Span = { start: 0, end: 0 };

/** Reads the cells of one filing. */
export class CellReader {
  /** True once a marker with a number was met. */
  sawMarker = false;

  constructor(
    private readonly text: string,
    readonly style: MarkerStyle,
  ) {}

  /** A cell of words, a stretch of a line. A dash alone is how some layouts print a blank. */
  words(line: Span, cellStart: number, cellEnd: number): LineCell<string> {
    const { text } = this;
    let start = cellStart;
    let end = cellEnd;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    if (start === end) {
      const place = blankPlace(text, cellStart, cellEnd);
      return wordCell(line, undefined, '', place, cellStart, cellEnd, NO_MARKERS);
    }
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    const whole = text.slice(start, end);
    if (this.style === 'sup' ? !whole.includes('<') : !endsLikeMarker(whole))
      return isDash(whole)
        ? wordCell(line, undefined, '', start, cellStart, cellEnd, NO_MARKERS)
        : wordCell(
            line,
            isPlain(text, start, end) ? whole : collapsed(whole),
            whole,
            start,
            cellStart,
            cellEnd,
            NO_MARKERS,
          );
    const split = this.style === 'sup' ? splitSup : splitPlain;
    const { markers, span, inner } = split(text, line, { start, end });
    if (markers.length > 0) this.sawMarker = true;
    const raw = text.slice(span.start, span.end);
    if (isDash(raw)) return wordCell(line, undefined, '', span.start, cellStart, cellEnd, markers);
    const value = raw === '' ? undefined : wordsOf(inner ?? raw);
    return wordCell(line, value, raw, span.start, cellStart, cellEnd, markers);
  }

  /**
   * A number, a date or a code with a plain marker after it, in a filing that cites with tags elsewhere: unlike after
   * words, nothing else can be meant there.
   */
  private cited(cell: TextCell): TextCell {
    if (this.style !== 'sup' || !endsLikeMarker(cell.raw)) return cell;
    const line = cell instanceof LineCell ? cell.line : TEXT;
    const { markers: found, span } = splitPlain(this.text, line, cell.span);
    if (found.length === 0 || span.end === span.start) return cell;
    this.sawMarker = true;
    const raw = this.text.slice(span.start, span.end);
    const { cellSpan } = cell;
    if (cell instanceof LineCell)
      return wordCell(line, wordsOf(raw), raw, span.start, cellSpan.start, cellSpan.end, [...found, ...cell.markers]);
    const markers = [...found.map((marker) => marker.toJSON()), ...cell.markers];
    return { value: wordsOf(raw), raw, span, cellSpan, markers };
  }

  /** The same cell as a number: `9,503`, `9503`, `\$43.16`, `$0`, `5,381.2`. */
  number(of: TextCell): NumberCell {
    if (of.raw === '') return of as Cell<never>;
    const cell = this.cited(of);
    const { raw } = cell;
    let at = 0;
    if (raw.charCodeAt(at) === BACKSLASH) at++;
    const dollars = raw.charCodeAt(at) === 36; /* $ */
    if (dollars) at++;
    else at = 0;
    while (at < raw.length && isSpace(raw.charCodeAt(at))) at++;
    const digits = at === 0 ? raw : raw.slice(at);
    const ungrouped = ungroup(digits);
    const value = ungrouped === undefined ? undefined : parseDecimal(ungrouped);
    if (value) return typed(cell, value, dollars ? DOLLARS : SHARES);
    const problem = isNegativeNumber(digits) ? 'negative' : onlyNumberUnits(digits) ? 'bad-grouping' : 'not-a-number';
    return typed<Decimal>(cell, undefined, { dollars, problem });
  }

  /** The same cell as a date. */
  date(of: TextCell): DateCell {
    if (of.raw === '') return of as Cell<never>;
    const cell = this.cited(of);
    const written = parseDate(cell.raw);
    if (!written) return typed<number>(cell, undefined, NO_DATE);
    const { day, form } = written;
    return typed(cell, day, DATES[form][day === undefined ? 1 : 0]);
  }

  /** The same cell as a transaction code, with what may stand beside it. */
  code(of: TextCell): CodeCell {
    const cell = this.cited(of);
    const { value, ...parts } = splitCode(cell.raw);
    if (cell instanceof LineCell) return new LineCode(cell, value, parts);
    const { raw, span, cellSpan, markers } = cell;
    return { value, raw, span, cellSpan, markers, ...parts };
  }
}

/** A cell of words from places in the text. */
function wordCell(
  line: Span,
  value: string | undefined,
  raw: string,
  start: number,
  cellStart: number,
  cellEnd: number,
  markers: readonly Marker[],
): LineCell<string> {
  const base = line.start;
  return new LineCell(line, value, raw, start - base, cellStart - base, cellEnd - base, markers);
}

/** The same cell with another kind of value. */
function typed<T>(cell: TextCell, value: T | undefined, writing: Writing): Cell<T> {
  if (cell instanceof LineCell) {
    const { line, raw, from, cellFrom, cellTo, markers } = cell;
    return new LineCell(line, value, raw, from, cellFrom, cellTo, markers, writing);
  }
  const { raw, span, cellSpan, markers } = cell;
  return { value, raw, span, cellSpan, markers, ...writing };
}

const NO_DATE: Writing = { problem: 'not-a-date' };
const DATES: Readonly<Record<DateForm, readonly [good: Writing, bad: Writing]>> = {
  'month-first': datesIn('month-first'),
  short: datesIn('short'),
  iso: datesIn('iso'),
};
const SHARES: Writing = { dollars: false };
const DOLLARS: Writing = { dollars: true };

function datesIn(dateForm: DateForm): readonly [Writing, Writing] {
  return [{ dateForm }, { problem: 'no-such-day', dateForm }];
}

/** Where a value would go in a blank cell: after one space of padding, as in `|  |`. */
function blankPlace(text: string, start: number, end: number): number {
  return end - start >= 2 && text.charCodeAt(start) === SPACE ? start + 1 : start;
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
  const span = { start: at, end: at };
  return { value: undefined, raw: '', span, cellSpan: span, markers: NO_MARKERS };
}

/** The same at the end of a line. */
export function blankAtEnd(line: Span): LineCell<never> {
  return wordCell(line, undefined, '', line.end, line.end, line.end, NO_MARKERS) as LineCell<never>;
}
