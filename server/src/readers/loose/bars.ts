/**
 * A page of bars on which a table that stands in a cell of another has become one line, single blanks between its words:
 * written over so that each row of the form is a line, and bars are tabs.
 */
import type { LineIndex } from '../../text/lines';
import { isSpace, trim } from '../../text/white';
import { findPipes } from '../cells/pipes';
import { Projection } from '../projection';

/** How the headings of a table begin, and how they end where all are on one line; its rows come behind them. */
const HEADING = /^\d\\?\. ?Title of (?:Derivative )?Security/;
const LAST_HEADINGS = /Code V Amount \(A\) or \(D\) Price |Amount or Number of Shares /;
const TITLE = /(?:\*\*)?Table II? ?[-\u2013\u2014] ?(?:Non-)?Derivative/;
const NUMBER = /^\$?\d[\d,]*(?:\.\d+)?(?:\(\d{1,2}\))?$/;
const DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}/;
/** A marker that stands by itself, or as a link. */
const MARKER = /^\[?\(\d{1,2}\)/;
/** A title has no more words, and a table no more titles. */
const MOST_WORDS = 30;
const MOST_TITLES = 30;
const RULE = /^[\s|:-]*$/;

/** The page written over; undefined where no table of it stands on one line. */
export function withoutBars(text: string, lines: LineIndex): Projection | undefined {
  if (!text.includes('|')) return undefined;
  const projection = new Projection(text);
  let found = false;
  for (let number = 0; number < lines.starts.length; number++) {
    const { start, end } = lines.lineSpan(number);
    const words = text.slice(start, end);
    if (!words.trimStart().startsWith('|')) projection.copy(start, end);
    else if (!RULE.test(words)) found = writeLine(projection, text, start, end) || found;
    projection.write('\n', end);
  }
  return found ? projection : undefined;
}

/** Writes the cells of a line. @returns whether a table stands in one of them */
function writeLine(projection: Projection, text: string, start: number, end: number): boolean {
  const places: number[] = [];
  findPipes(text, start, end, places);
  let found = false;
  for (let cell = 0; cell < places.length; cell += 2) {
    if (cell > 0) projection.write('\t', places[cell]!);
    const words = trim(text, places[cell]!, places[cell + 1]!);
    const raw = text.slice(words.start, words.end);
    const headings = HEADING.test(raw) ? LAST_HEADINGS.exec(raw) : null;
    const title = headings ? null : TITLE.exec(raw);
    if (headings) {
      const rows = words.start + headings.index + headings[0].length;
      projection.copy(words.start, rows).write('\n', rows);
      writeRows(projection, text, rows, words.end);
      found = true;
    } else if (title && title.index > 0) {
      const at = words.start + title.index;
      projection.copy(words.start, at).write('\n', at).copy(at, words.end);
    } else projection.copy(words.start, words.end);
  }
  return found;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/**
 * Writes the rows of a table, each on a line. A row ends with its ownership; words behind an I are its nature and the title of
 * the next row, and are parted where they end with a title that another row surely has.
 */
function writeRows(projection: Projection, text: string, from: number, to: number): void {
  const words = wordsIn(text, from, to);
  const ends = endsOf(words);
  const titles = new Set<string>();
  const titleFrom = (at: number): string => {
    let last = at;
    while (last < words.length && isWord(words[last]!.raw)) last++;
    return last - at > MOST_WORDS || titles.size > MOST_TITLES ? '' : joined(words, at, last);
  };
  if (words.length > 0) titles.add(titleFrom(0));
  for (const { at, isDirect } of ends) if (isDirect && at < words.length) titles.add(titleFrom(at));
  titles.delete('');
  let open = 0;
  for (const { at, isDirect } of ends) {
    const next = isDirect || at === words.length ? at : startOfTitle(words, at, titles);
    if (next === undefined) continue;
    writeRow(projection, words, open, next);
    open = next;
  }
  writeRow(projection, words, open, words.length);
}

function writeRow(projection: Projection, words: readonly Word[], from: number, to: number): void {
  if (to <= from) return;
  const [first, last] = [words[from]!, words[to - 1]!];
  projection.copy(first.start, last.end).write('\n', last.end);
}

/** Behind which words a row has its ownership, and markers of it. */
function endsOf(words: readonly Word[]): { readonly at: number; readonly isDirect: boolean }[] {
  const found: { at: number; isDirect: boolean }[] = [];
  for (let number = 1; number < words.length; number++) {
    const { raw } = words[number]!;
    if (!/^[DI](?:\(\d{1,2}\))?$/.test(raw)) continue;
    let before = number - 1;
    while (before > 0 && MARKER.test(words[before]!.raw)) before--;
    if (!NUMBER.test(words[before]!.raw)) continue;
    let at = number + 1;
    while (at < words.length && MARKER.test(words[at]!.raw)) at++;
    // A D before a number is the side.
    const behind = words[at]?.raw;
    if (behind !== undefined && (behind === '$' || NUMBER.test(behind) || DATE.test(behind))) continue;
    found.push({ at, isDirect: raw.startsWith('D') });
  }
  return found;
}

/** Where in a run of words, nature and title, the title begins; undefined where no title that is known ends it, or two do. */
function startOfTitle(words: readonly Word[], from: number, titles: ReadonlySet<string>): number | undefined {
  let to = from;
  while (to < words.length && (isWord(words[to]!.raw) || MARKER.test(words[to]!.raw))) to++;
  if (to === words.length) return to;
  while (to > from && MARKER.test(words[to - 1]!.raw)) to--;
  let found: number | undefined;
  for (const title of titles) {
    const start = to - title.split(' ').length;
    if (start < from || joined(words, start, to) !== title) continue;
    if (found !== undefined) return undefined;
    found = start;
  }
  return found;
}

const isWord = (raw: string): boolean => !NUMBER.test(raw) && !DATE.test(raw) && !MARKER.test(raw) && raw !== '$';

const joined = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ raw }) => raw)
    .join(' ');

function wordsIn(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  for (let at = from; at < to;) {
    while (at < to && isSpace(text.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isSpace(text.charCodeAt(at))) at++;
    if (at > start) found.push({ start, end: at, raw: text.slice(start, at) });
  }
  return found;
}
