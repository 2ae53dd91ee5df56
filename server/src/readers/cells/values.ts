/** What a cell of a Form 4 can hold, whatever the layout: numbers, dates, codes. */
import type { Cell, CellProblem, CodeCell, DateCell, NumberCell, TextCell } from '../../filing/model';
import { endsLikeMarker } from '../../filing/queries';
import { parseDate, type DateForm, type Day } from '../../text/days';
import { parseDecimal, type Decimal } from '../../text/decimal';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { isSpace } from '../../text/white';
import type { Writing } from './cell';
import { splitPlain, type MarkerStyle, type Split } from './markers';
import { wordsOf } from './words';

const BACKSLASH = 92;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** A value and how it is written. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly writing: Writing;
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

const NUMBER_PROBLEMS = {
  negative: problemsOf('negative'),
  'bad-grouping': problemsOf('bad-grouping'),
  'not-a-number': problemsOf('not-a-number'),
};

function problemsOf(problem: CellProblem): readonly [Writing, Writing] {
  return [
    { dollars: false, problem },
    { dollars: true, problem },
  ];
}

/** Some words as a number: `9,503`, `9503`, `\\$43.16`, `$0`, `5,381.2`. */
export function readNumber(raw: string): Reading<Decimal> {
  let at = 0;
  if (raw.charCodeAt(at) === BACKSLASH) at++;
  const dollars = raw.charCodeAt(at) === 36; /* $ */
  if (dollars) at++;
  else at = 0;
  while (at < raw.length && isSpace(raw.charCodeAt(at))) at++;
  const digits = at === 0 ? raw : raw.slice(at);
  const ungrouped = ungroup(digits);
  const value = ungrouped === undefined ? undefined : parseDecimal(ungrouped);
  if (value) return { value, writing: dollars ? DOLLARS : SHARES };
  const problem = isNegativeNumber(digits) ? 'negative' : onlyNumberUnits(digits) ? 'bad-grouping' : 'not-a-number';
  return { value, writing: NUMBER_PROBLEMS[problem][dollars ? 1 : 0] };
}

/** Some words as a date. */
export function readDate(raw: string): Reading<Day> {
  const written = parseDate(raw);
  if (!written) return { value: undefined, writing: NO_DATE };
  const { day, form } = written;
  return { value: day, writing: DATES[form][day === undefined ? 1 : 0] };
}

/** Reads the cells that are in no table of cells: boxes, signatures, elements of XML. */
export class CellReader {
  /** True once a marker with a number was met. */
  sawMarker = false;

  constructor(
    private readonly text: string,
    readonly style: MarkerStyle,
  ) {}

  /**
   * A number, a date or a code with a plain marker after it, in a filing that cites with tags elsewhere: unlike after
   * words, nothing else can be meant there.
   */
  private cited(cell: TextCell): TextCell {
    const split = this.style === 'sup' ? citedIn(this.text, cell.raw, cell.span) : undefined;
    if (!split) return cell;
    this.sawMarker = true;
    const raw = this.text.slice(split.span.start, split.span.end);
    const markers = [...split.markers.map((marker) => marker.toJSON()), ...cell.markers];
    return { value: wordsOf(raw), raw, span: split.span, cellSpan: cell.cellSpan, markers };
  }

  /** The same cell as a number; blank where it is blank. */
  number(of: TextCell): NumberCell {
    if (of.raw === '') return of as Cell<never>;
    const { raw, span, cellSpan, markers } = this.cited(of);
    const { value, writing } = readNumber(raw);
    return { value, raw, span, cellSpan, markers, ...writing };
  }

  /** The same cell as a date; blank where it is blank. */
  date(of: TextCell): DateCell {
    if (of.raw === '') return of as Cell<never>;
    const { raw, span, cellSpan, markers } = this.cited(of);
    const { value, writing } = readDate(raw);
    return { value, raw, span, cellSpan, markers, ...writing };
  }

  /** The same cell as a transaction code, with what may stand beside it. */
  code(of: TextCell): CodeCell {
    const { raw, span, cellSpan, markers } = this.cited(of);
    const { value, ...parts } = splitCode(raw);
    return { value, raw, span, cellSpan, markers, ...parts };
  }
}

/** The plain markers at the end of a number, date or code, and the rest; undefined where there are none, or nothing else. */
export function citedIn(text: string, raw: string, span: Span): Split | undefined {
  if (!endsLikeMarker(raw)) return undefined;
  const split = splitPlain(text, span);
  return split.markers.length > 0 && split.span.end > split.span.start ? split : undefined;
}

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
  for (const { 0: part, index } of matchesOf(CODE_PARTS, raw)) {
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
