/** What stands below the tables of a page: the notes, the remarks, and who signed. */
import type { Projection } from '../projection';
import { centredRows, range, shareOut, type Block } from './centred';
import type { Page } from './page';
import type { Span } from '../../text/span';
import { isSlashed } from '../wrapped';

const SIGNED = /^[\s_*]{0,200}\/s\/|^\s{0,200}Signatures\s*$/i;
const SIGNATURE_LINE = /Signature of Reporting Person|^\s{0,200}\*\* Signature of\b/;
/** The date beside a signature, wrapped above the line of the name. */
const DATE_ABOVE = /^\s{20,200}[\d/]{2,10}\s{0,9}$/;

const ASIDE = /^\s{20}/;

/** What only a line of a signature says: a name behind "by". */
const SIGNED_BY = /\bby:?\s{0,9}\/s\//i;
const DATED = /\d[/-]\d{1,4}\s{0,9}$/;

/** The line behind the notes: the first that is signed, or the block above the line that says so. */
export function endOfNotes(page: Page, from: number): number {
  const signed = page.find(SIGNED, from);
  const line = page.find(SIGNATURE_LINE, from);
  let first = line < 0 ? page.count : line;
  if (signed >= 0 && signed < first) {
    first = signed;
    while (first > from && DATE_ABOVE.test(page.words(first - 1))) first--;
  } else if (line < 0) return page.count;
  else {
    // Where the block stands at the right, the notes may end right above it.
    const isAside = ASIDE.test(page.words(line));
    while (first > from && !page.isBlank(first - 1) && (!isAside || ASIDE.test(page.words(first - 1)))) first--;
  }
  // Joint filers sign in blocks of their own above.
  const remarks = page.find(/^\s{0,9}Remarks:/, from, first);
  const blocks = page.blocks(Math.max(from, remarks + 1), first);
  for (let last = blocks.pop(); last && isSignature(page, last); last = blocks.pop()) first = last.from;
  return first;
}

/** A note may have a paragraph without a number too, which ends with a full stop. */
function isSignature(page: Page, { from, to }: { from: number; to: number }): boolean {
  const lines = range(from, to).map((line) => page.words(line));
  if (lines.length > 4 || lines.some((words) => NUMBER.test(words))) return false;
  return DATED.test(lines[lines.length - 1]!) || lines.some((words) => SIGNED_BY.test(words));
}

const LEGEND = /^\s{0,9}\*{1,2}\s/;
const NUMBER = /^\s{0,9}(\(\d{1,3}\)|\d{1,2}\.)(?=\s|$)/;

/** A note's own number, which follows on that of the note before in the style of the list. */
class Numbering {
  private style: string | undefined;
  private last = 0;

  constructor(private readonly page: Page) {}

  /** The number that a line begins with; undefined where it is a part of the note before. */
  at(line: number): RegExpExecArray | undefined {
    const match = NUMBER.exec(this.page.words(line));
    const label = match?.[1];
    if (!match || label === undefined) return undefined;
    const style = label.charAt(0) === '(' ? '(' : '.';
    const number = Number(label.replace(/\D/g, ''));
    // The lines of a long note may begin with a number too.
    if (this.style !== undefined && (style !== this.style || (number !== this.last + 1 && !this.stands(line))))
      return undefined;
    this.style = style;
    this.last = number;
    return match;
  }

  /** Whether a line has a blank one above it. */
  private stands(line: number): boolean {
    return line === 0 || this.page.isBlank(line - 1);
  }
}

interface Note extends Block {
  /** The line with the number, and the number. */
  readonly numbered: number;
  readonly match: RegExpExecArray | undefined;
}

/**
 * Notes in a block: one, with its number on the middle line of it, or several, each with its number on its first line or
 * on its middle one.
 */
function notesIn(page: Page, block: Block, numbering: Numbering): Note[] {
  const found = range(block.from, block.to).flatMap((line) => {
    const match = numbering.at(line);
    return match ? [{ line, match }] : [];
  });
  const [first] = found;
  if (!first || found.length === 1) return [{ ...block, numbered: first?.line ?? block.from, match: first?.match }];
  const numbered = found.map(({ line }) => line);
  const lines = range(block.from, block.to).map((line) => {
    const words = page.words(line).trimEnd();
    return { words: words.replace(NUMBER, '').trim(), length: words.length };
  });
  const width = Math.max(...lines.map(({ length }) => length));
  // A line of a note is followed by one of the same where the first word of that had no room on it.
  const isWrapped = (from: number, to: number): boolean => {
    const own = lines.slice(from - block.from, to - block.from).filter(({ words }) => words !== '');
    return own.every(({ length }, at) => {
      const next = own[at + 1];
      return !next || length + 1 + next.words.split(/\s/, 1)[0]!.length > width;
    });
  };
  const centred = centredRows(block, numbered, (row) =>
    isWrapped(row.from, row.to) ? { words: [], cost: 0 } : undefined,
  );
  const isTop =
    first.line === block.from && found.every(({ line }, at) => isWrapped(line, numbered[at + 1] ?? block.to));
  // In a font whose letters are of different width nothing tells a full line but that a note ends with a full stop.
  const isSentence = (from: number, to: number): boolean => {
    const own = lines.slice(from - block.from, to - block.from).filter(({ words }) => words !== '');
    return (
      /[.)"\u201d]$/.test(own[own.length - 1]?.words ?? '') &&
      own.slice(0, -1).every(({ length }) => length > width * MOST_OF)
    );
  };
  const sentences = centred
    ? undefined
    : centredRows(block, numbered, (row) => (isSentence(row.from, row.to) ? { words: [], cost: 0 } : undefined));
  const below = numbered.map((from, at) => ({ from, to: numbered[at + 1] ?? block.to }));
  // Of the notes of one page one may have its number on its first line, and one amid its lines.
  const isPlain = isTop || below.every(({ from, to }) => isSentence(from, to));
  const rows =
    (isTop ? undefined : (centred ?? sentences)) ?? (isPlain ? undefined : mixed(block, numbered, isSentence)) ?? below;
  return found.map(({ line, match }, at) => ({ ...rows[at]!, numbered: line, match }));
}

/** Notes that are sentences, each with its number on its first line or on its middle one; undefined where there is no one way. */
function mixed(
  { from, to }: Block,
  numbered: readonly number[],
  isSentence: (from: number, to: number) => boolean,
): readonly Block[] | undefined {
  return shareOut(
    numbered.map((middle, at) => ({
      middle,
      ends: at === numbered.length - 1 ? [to] : range(middle + 1, numbered[at + 1]! + 1),
    })),
    ({ block, middle }) => {
      const above = middle - block.from;
      const more = block.to - 1 - middle - above;
      return (above === 0 || more === 0 || more === 1) && isSentence(block.from, block.to)
        ? { words: [], cost: 0 }
        : undefined;
    },
    1,
    from,
  );
}

/** Of the longest line; as long is a line that is full. */
const MOST_OF = 0.75;

/** A block without the legends of the form at its beginning, each a sentence. */
function withoutLegends(page: Page, { from, to }: Block): Block {
  let first = from;
  while (first < to && LEGEND.test(page.words(first))) {
    while (first < to - 1 && !/\.\s*$/.test(page.words(first))) first++;
    first++;
  }
  return { from: first, to };
}

/** Writes the notes between two lines, each on a line of its own. */
export function writeNotes(projection: Projection, page: Page, from: number, to: number): void {
  const numbering = new Numbering(page);
  const blocks = page
    .blocks(from, to)
    .map((block) => withoutLegends(page, block))
    .filter((block) => block.to > block.from);
  for (const { from: first, to: end, numbered, match } of blocks.flatMap((one) => notesIn(page, one, numbering))) {
    if (match) {
      const behind = page.line(numbered).start + match[0].length;
      projection.copy(behind - match[1]!.length, behind).write(' ', behind);
    }
    let last: Span | undefined;
    for (const line of range(first, end)) {
      const piece = page.piece(line, line === numbered && match ? match[0].length : 0, Infinity);
      if (!piece) continue;
      if (last && !isSlashed(page.text, last, piece.start)) projection.write(' ', piece.start);
      projection.copy(piece.start, piece.end);
      last = piece;
    }
    projection.write('\n', page.line(end - 1).end);
  }
}

const CUT_DATE = /^\s{0,99}\/\d/;

/** Lines as they stand; a date that is cut before a slash is one again. */
export function copyLines(projection: Projection, page: Page, from: number, to: number): void {
  if (to <= from) return;
  for (const line of range(from, to)) {
    const { start, end } = page.line(line);
    const cut = line > from && CUT_DATE.test(page.words(line));
    const words = cut ? (page.piece(line, 0, Infinity) ?? { start, end }) : { start, end };
    if (line > from && !cut) projection.write('\n', start);
    projection.copy(words.start, words.end);
  }
  projection.write('\n', page.line(to - 1).end);
}

/** What stands behind the notes; a name and a date that are wrapped side by side, each in one. */
export function writeSigned(projection: Projection, page: Page, from: number): void {
  projection.write('\n', page.line(from).start);
  let done = from;
  for (let line = from; line < page.count; line++) {
    const match = WRAPPED_LEGEND.exec(page.words(line));
    if (!match) continue;
    const date = match[0].length - 'Date'.length;
    const lines = range(Math.max(done, line - 6), line);
    for (const [left, right] of [
      [0, date],
      [date, Infinity],
    ] as const) {
      for (const piece of lines.flatMap((one) => page.piece(one, left, right) ?? []))
        projection.copy(piece.start, piece.end).write(left === 0 ? ' ' : '', piece.end);
      projection.write(' ', page.line(line).start);
    }
    projection.write('\n** Signature of Reporting Person Date\n', page.line(line).start);
    done = Math.min(page.count, line + 2);
  }
  copyLines(projection, page, done, page.count);
}

/** The line below a signature where it is wrapped: its other words stand on the next line. */
const WRAPPED_LEGEND = /^\s{0,200}\*\* Signature of(?: Reporting)?\s{1,40}Date/;

/** Each signature with the line below it that says what it is. */
export function writeSignatures(projection: Projection, page: Page, from: number, to: number): void {
  let begin = from;
  for (let line = from; line < to; line++) {
    if (!SIGNATURE_LINE.test(page.words(line))) continue;
    writeSignature(projection, page, begin, line);
    copyLines(projection, page, line, line + 1);
    begin = line + 1;
  }
  for (const block of page.blocks(begin, to)) {
    projection.write('\n', page.line(block.from).start);
    copyLines(projection, page, block.from, block.to);
  }
}

/** What stands at the end of a line behind more than one blank, and can be a date or a piece of one. */
const DATE_BESIDE = /\s\s([\d/]{2,10})\s*$/;
const WHOLE_DATE = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** The lines above a signature line: a name and a date side by side, each of which may be wrapped. */
function writeSignature(projection: Projection, page: Page, from: number, to: number): void {
  const lines = range(from, to).filter((line) => !page.isBlank(line));
  const [first] = lines;
  if (first === undefined) return;
  projection.write('\n', page.line(first).start);
  const dates = lines.map((line) => DATE_BESIDE.exec(page.words(line)));
  if (!WHOLE_DATE.test(dates.map((match) => match?.[1] ?? '').join(''))) return copyLines(projection, page, first, to);
  lines.forEach((line, at) => {
    const piece = page.piece(line, 0, dates[at]?.index ?? Infinity);
    if (piece) projection.copy(piece.start, piece.end).write(' ', piece.end);
  });
  lines.forEach((line, at) => {
    const match = dates[at];
    if (!match) return;
    const end = page.line(line).start + match.index + 2 + match[1]!.length;
    projection.copy(end - match[1]!.length, end);
  });
  projection.write('\n', page.line(to).start);
}
