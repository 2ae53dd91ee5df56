/**
 * Rows of a page whose columns stand under no heading of theirs: a page of a PDF moves them, and moves them anew on its next
 * page. In a row the cells stand in the order of the columns, so each row is aligned by what its cells can be.
 */
import type { Span } from '../../text/span';
import { align, type AlignedRow } from '../loose/align';
import type { Grammar } from '../loose/grammar';
import { tokensIn, type Token } from '../loose/tokens';
import { range, shareOut, type Band, type Block } from './centred';
import type { Page } from './page';

/** What it costs that a cell of words is unlike those of other rows, and a row whose cells do not stand in its middle. */
const [OTHER_WORDS, ASKEW] = [3, 1];
/** A cell that may be another. */
const DOUBT = 4;
/** A cell that goes on behind a marker: it may be another row's. */
const BEHIND_MARKER = 6;
/** A row has at most so many lines above or below its middle. */
const MOST_LINES = 24;
/** So far from the ownership of one row may that of another stand on the same page. */
const MOST_MOVED = 5;
/** More rows than a table of the form has. */
const MOST_ROWS = 200;
/** More tokens than a row of the form has. */
const MOST_TOKENS = 160;
const FORM_FEED = 12;

/** One cell of a row on one line. */
interface Segment {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

/** A row as it was aligned, and its lines. */
export interface BandedRow {
  readonly aligned: AlignedRow;
  /** By column of the grammar what stands in it, line by line; nothing where it may stand in another. */
  readonly cells: readonly (readonly Span[])[];
  readonly segments: readonly Segment[];
  readonly cost: number;
}

/** The rows on some lines; undefined where nothing tells them apart, or two ways are as good. */
export function bandedRows(page: Page, body: readonly number[], grammar: Grammar): readonly BandedRow[] | undefined {
  const pages = pagesOf(page, body).map((lines) => lines.map((line) => segmentsOn(page, line)));
  const segments = pages.flat();
  const middles: number[] = [];
  /** By line: the first line of its page. */
  const tops: number[] = [];
  /** By page, from its first line: the line behind those that may be the rest of a row on the page before. */
  const rests = new Map<number, number>();
  for (const lines of pages) {
    const top = tops.length;
    rests.set(top, top + restOf(lines));
    middles.push(...middlesOf(lines).map((at) => top + at));
    tops.push(...lines.map(() => top));
  }
  if (middles.length === 0 || middles.length > MOST_ROWS) return undefined;
  const known = new Map<number, BandedRow | undefined>();
  const rowOf = ({ from, to }: Block): BandedRow | undefined => {
    const key = from * (segments.length + 1) + to;
    if (!known.has(key)) known.set(key, rowIn(page, segments.slice(from, to).flat(), grammar));
    return known.get(key);
  };
  const blocks = shareOut(
    middles.map((middle, at) => {
      const next = middles[at + 1];
      const last = Math.min(next ?? segments.length, middle + MOST_LINES);
      return { middle, ends: next === undefined ? [segments.length] : range(middle + 1, last + 1) };
    }),
    ({ block, middle }): Band | undefined => {
      const { from, to } = block;
      const [top, end] = [tops[middle]!, tops[to - 1]!];
      // Where a row goes on on the next page, there is a rest of it, and its cells begin on its first line.
      const isCut = end !== top;
      if (tops[from] !== top || middle - from > MOST_LINES || (isCut && to > rests.get(end)!)) return undefined;
      const askew = isCut ? middle - from : Math.abs(middle - from - (to - 1 - middle));
      const row = rowOf(block);
      return row && { words: wordsOf(row, grammar), cost: row.cost + askew * ASKEW };
    },
    OTHER_WORDS,
  );
  return blocks?.map((block) => rowOf(block)!);
}

/** How many lines at the beginning of a page may be the rest of a row. */
function restOf(segments: readonly (readonly Segment[])[]): number {
  const at = segments.findIndex((line) => line.some(({ tokens }) => tokens[0]!.kind !== 'words'));
  return Math.min(MOST_LINES, at < 0 ? segments.length : at);
}

/** Lines with something on them, page by page. */
function pagesOf(page: Page, body: readonly number[]): number[][] {
  const found: number[][] = [];
  let open: number[] | undefined;
  for (const line of body) {
    if (page.text.charCodeAt(page.line(line).start) === FORM_FEED) open = undefined;
    if (page.isBlank(line)) continue;
    if (!open) found.push((open = []));
    open.push(line);
  }
  return found;
}

/** The lines with the ownership of a row: the letter that stands farthest to the right, one below the other. */
function middlesOf(segments: readonly (readonly Segment[])[]): number[] {
  const letters = segments.map((line) => line.filter(({ tokens }) => tokens[0]!.raw === 'D' || tokens[0]!.raw === 'I'));
  const edge = Math.max(...letters.flat().map(({ from }) => from));
  return letters.flatMap((line, at) => (line.some(({ from }) => from >= edge - MOST_MOVED) ? at : []));
}

function segmentsOn(page: Page, line: number): Segment[] {
  const { start, end } = page.line(line);
  const found: { line: number; from: number; to: number; tokens: Token[] }[] = [];
  for (const { 0: words, index } of page.text.slice(start, end).matchAll(APART)) {
    const tokens = tokensIn(page.text, start + index, start + index + words.length);
    tokens.forEach((token, at) => {
      if (at > 0 && goesOn(tokens, at)) {
        const last = found[found.length - 1]!;
        last.tokens.push(token);
        last.to = token.end - start;
      } else found.push({ line, from: token.start - start, to: token.end - start, tokens: [token] });
    });
  }
  return found;
}

/** Words of a line that stand apart by more than a blank. */
const APART = /\S+(?:[ \t\u00a0]\S+)*/g;

const isValue = ({ kind, raw }: Token): boolean => kind === 'number' || kind === 'date' || raw === '$';

/** True where a token is of one cell with the one before: a marker, or words behind words. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const [before, token, behind] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (token.gap === 'none') return true;
  if (token.gap !== 'blank') return false;
  if (token.kind === 'marker') return true;
  if (before.kind === 'marker') return false;
  // A number amid words, as in "Series 2 Preferred"; of a letter behind a value nothing goes on.
  const isAmid = behind?.kind === 'words' && behind.gap === 'blank' && /^\d{1,3}$/.test(token.raw);
  if (isValue(token)) return before.kind === 'words' && isAmid && token.kind === 'number';
  if (isValue(before)) return token.kind === 'words' && /^\d{1,3}$/.test(before.raw);
  return true;
}

/** The segments of some lines as one row: what stands one below the other is one cell. */
function rowIn(page: Page, segments: readonly Segment[], grammar: Grammar): BandedRow | undefined {
  const tokens: Token[] = [];
  let cost = 0;
  for (const cell of cellsOf(segments)) {
    const values = cell.filter(({ tokens: own }) => own[0]!.kind === 'number' || own[0]!.kind === 'date');
    if (values.length > 1) return undefined;
    const own = inOrder(cell);
    if (isBehindMarker(cell)) cost += BEHIND_MARKER;
    own.forEach((token, at) =>
      // A marker below no value is seldom of the cell before.
      tokens.push(
        at === 0
          ? { ...token, gap: token.kind === 'marker' ? 'paragraph' : 'line' }
          : token.gap === 'none'
            ? token
            : { ...token, gap: 'blank' },
      ),
    );
    if (tokens.length > MOST_TOKENS) return undefined;
  }
  const [aligned, other] = align(tokens, grammar, 'cells');
  if (!aligned?.read || other) return undefined;
  cost += aligned.doubtful.size * DOUBT;
  return {
    segments,
    aligned,
    cost: cost + aligned.cost,
    cells: aligned.cells.map(({ from, to }, at) =>
      aligned.doubtful.has(at) ? [] : piecesOf(page, aligned.tokens.slice(from, to)),
    ),
  };
}

/** A run of segments that stand one below the other. */
interface Stack {
  from: number;
  to: number;
  readonly segments: Segment[];
}

const overlapOf = (a: { readonly from: number; readonly to: number }, b: typeof a): number =>
  Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** The cells of a row from left to right, each from top to bottom: words below words, a value with its sign, markers with either. */
function cellsOf(segments: readonly Segment[]): Segment[][] {
  const isPlain = ({ tokens }: Segment): boolean =>
    tokens.length === 1 && tokens[0]!.kind === 'number' && /^\d{1,4}$/.test(tokens[0]!.raw);
  const values = segments.filter((one) => isValue(one.tokens[0]!) && !isPlain(one));
  const words = stacksOf(segments.filter((one) => !isValue(one.tokens[0]!) && !isMarkers(one)));
  const numbers = stacksOf(values);
  const own = [...words, ...numbers];
  // A number of no more digits may be one of the words above or below it.
  for (const segment of segments.filter(isPlain)) join(segment, words, own);
  for (const segment of segments.filter(isMarkers)) join(segment, own, own);
  return own
    .sort((a, b) => a.from + a.to - b.from - b.to)
    .map((one) => one.segments.sort((a, b) => a.line - b.line || a.from - b.from));
}

function stacksOf(segments: readonly Segment[]): Stack[] {
  const found: Stack[] = [];
  for (const segment of segments.slice().sort((a, b) => a.from - b.from)) {
    const last = found[found.length - 1];
    if (last && segment.from < last.to) {
      last.segments.push(segment);
      last.to = Math.max(last.to, segment.to);
    } else found.push({ from: segment.from, to: segment.to, segments: [segment] });
  }
  return found;
}

/** Puts a segment to the stack that it stands in; where there is none, it is one of its own. */
function join(segment: Segment, stacks: readonly Stack[], all: Stack[]): void {
  let best: Stack | undefined;
  for (const stack of stacks) if (overlapOf(segment, stack) > (best ? overlapOf(segment, best) : 0)) best = stack;
  if (best) best.segments.push(segment);
  else all.push({ from: segment.from, to: segment.to, segments: [segment] });
}

const isMarkers = ({ tokens }: Segment): boolean => tokens.every(({ kind }) => kind === 'marker');

/** True where something stands below a marker of a cell. */
function isBehindMarker(cell: readonly Segment[]): boolean {
  const marked = cell.findIndex(({ tokens }) => tokens[tokens.length - 1]!.kind === 'marker');
  return marked >= 0 && cell.slice(marked + 1).some((one) => one.line > cell[marked]!.line && !isMarkers(one));
}

/** The tokens of a cell, a dollar sign above its number before it, markers behind all else. */
function inOrder(cell: readonly Segment[]): Token[] {
  const tokens = cell.flatMap((segment) => segment.tokens);
  const sorted = [
    ...cell.filter((one) => !isMarkers(one)).flatMap((one) => one.tokens),
    ...cell.filter(isMarkers).flatMap((one) => one.tokens),
  ];
  const [sign, number, ...others] = sorted;
  if (sign?.raw !== '$' || number?.kind !== 'number') return tokens.length === sorted.length ? sorted : tokens;
  return [
    { ...number, raw: `$${number.raw}`, start: sign.start, pieces: [...sign.pieces, ...number.pieces] },
    ...others,
  ];
}

/** What stands in a cell, line by line. */
function piecesOf(page: Page, tokens: readonly Token[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { pieces, start, end, kind } of tokens)
    for (const piece of kind === 'marker' || pieces.length < 2 ? [{ start, end }] : pieces) {
      const last = found[found.length - 1];
      if (last && piece.start >= last.end && page.lines.lineAt(last.end) === page.lines.lineAt(piece.start))
        last.end = piece.end;
      else found.push({ start: piece.start, end: piece.end });
    }
  return found;
}

/** The words of a row's cells, without markers; a title that comes again speaks for its row. */
function wordsOf({ aligned }: BandedRow, { columns }: Grammar): string[] {
  return columns.flatMap(({ kind }, at) => {
    if (kind !== 'title' && kind !== 'nature') return [];
    const { from, to } = aligned.cells[at]!;
    const words = aligned.tokens.slice(from, to).filter((token) => token.kind !== 'marker');
    return `${at} ${words.map(({ raw }) => raw).join(' ')}`;
  });
}
