/**
 * The cells of a page in pieces. Cells that stand side by side were printed line by line, so that a paragraph may hold several
 * of them in each other: a title with an amount amid its lines, a dollar sign above its total. Each is put together again.
 */
import { tokensOfLines, type LooseLine, type Token } from '../loose/tokens';
import { LIKE_AMOUNT } from '../loose/align';

/** A line has no more. */
const MOST_TOKENS = 400;

/** One cell's tokens. */
export type Cell = readonly Token[];

/** The cells of lines, in their order; of those side by side dates before words, and numbers behind them. */
export function cellsIn(text: string, lines: readonly LooseLine[]): Cell[] {
  const found: Cell[] = [];
  let paragraph: Token[][] = [];
  const close = (): void => {
    if (paragraph.length > 0) found.push(...partedCells(paragraph));
    paragraph = [];
  };
  for (const line of lines) {
    if (line.gap === 'paragraph') close();
    const tokens = tokensOfLines(text, [line], MOST_TOKENS);
    if (tokens.length > 0) paragraph.push(tokens);
  }
  close();
  return found;
}

const isWord = ({ kind }: Token): boolean => kind === 'words';
const isValue = ({ kind }: Token): boolean => kind === 'number' || kind === 'date';
const isMarker = ({ kind }: Token): boolean => kind === 'marker';

/** The cells of a paragraph, by its lines. */
function partedCells(lines: readonly Token[][]): Cell[] {
  const whole = withDollars(lines);
  return whole.some((line) => line.some(isWord)) ? amidWords(whole) : values(whole);
}

/** True of a cell that was printed beside the one before it: both are of one row. */
export const isBeside = ([first]: Cell): boolean => first!.gap !== 'paragraph' && first!.gap !== 'line';

const beside = ([first, ...others]: Cell): Cell => [{ ...first!, gap: 'blank' }, ...others];

/**
 * Gives a dollar sign at the end of a line its number. Where the number of the next line stands alone, and another below it,
 * the one between is the total beside a price on two lines.
 */
function withDollars(lines: readonly Token[][]): Token[][] {
  const found = lines.map((line) => [...line]);
  for (let at = 0; at + 1 < found.length; at++) {
    const line = found[at]!;
    const dollar = line[line.length - 1];
    if (dollar?.raw !== '$') continue;
    let below = at + 1;
    while (below < found.length && !found[below]!.some(isPlainNumber)) below++;
    const [first, ...others] = found[below] ?? [];
    if (!first) continue;
    const isBetween = isPlainNumber(first) && others.every(isMarker) && isPlainNumber(found[below + 1]?.[0]);
    const own = found[isBetween ? below + 1 : below]!;
    const place = own.findIndex(isPlainNumber);
    const number = own[place]!;
    const price = { ...number, raw: `$${number.raw}`, pieces: [...dollar.pieces, ...number.pieces], mayGoOn: true };
    line.pop();
    if (isBetween) {
      own.splice(place, 1);
      found[below] = [price, ...beside(found[below]!)];
    } else own[place] = price;
  }
  return found.filter((line) => line.length > 0);
}

const isPlainNumber = (token: Token | undefined): boolean => token?.kind === 'number' && !token.raw.startsWith('$');

/** Each value is a cell. Markers on a line of their own belong to the only number above them, or nobody knows to what. */
function values(lines: readonly Token[][]): Cell[] {
  const cells: Token[][] = [];
  let numbers: Token[][] = [];
  for (const line of lines) {
    if (line.every(isMarker)) {
      if (numbers.length === 1) numbers[0]!.push(...line);
      else cells.push(line);
      numbers = [];
      continue;
    }
    const from = cells.length;
    for (const token of line) {
      if (isMarker(token) && cells.length > from) cells[cells.length - 1]!.push(token);
      else cells.push([token]);
    }
    const own = cells.slice(from).filter(([first]) => !isMarker(first!));
    // A price whose sign stands on the line above begins higher than what is beside it, and so it ends lower.
    const high = own.filter(([first]) => first!.mayGoOn);
    const open = own.length === 1 ? own : own.filter(([first]) => first!.kind === 'number');
    numbers = (high.length === 1 ? high : open).filter((cell) => !cell.some(isMarker));
  }
  return cells;
}

/** The words of a paragraph are a cell, or several that begin alike; values beside them, or alone on a line, are others. */
function amidWords(lines: readonly Token[][]): Cell[] {
  const words: Token[][] = [];
  const before: Token[][] = [];
  const behind: Token[][] = [];
  const markers: Token[][] = [];
  const isOne = lines.length === 1;
  for (const line of lines) {
    if (line.every(isMarker)) {
      markers.push(line);
      continue;
    }
    let from = 0;
    let to = line.length;
    if (!line.some(isWord) && line.some(isValue)) from = to = 0;
    else {
      while (from < to && line[from]!.kind === 'date') from++;
      for (let at = to - 1; at > from; at--) {
        if (isMarker(line[at]!)) continue;
        if (!isApart(line[at]!, isOne)) break;
        to = at;
      }
    }
    for (const token of line.slice(0, from)) before.push([token]);
    const own = line.slice(from, to);
    if (own.length > 0) {
      const first = words[words.length - 1]?.[0];
      if (!first || first.raw === own[0]!.raw) words.push([...own]);
      else words[words.length - 1]!.push(...own);
    }
    for (const token of line.slice(to)) {
      if (isMarker(token) && behind.length > 0) behind[behind.length - 1]!.push(token);
      else (token.kind === 'date' ? before : behind).push([token]);
    }
  }
  // As many markers as titles above them are theirs, in their order; of others nobody knows.
  if (markers.length === words.length) words.forEach((cell, at) => cell.push(...markers[at]!));
  else if (words.length === 1 && behind.length === 0) words[0]!.push(...markers.splice(0).flat());
  const rest = markers.length === words.length ? [] : markers;
  const found = [...before, ...words, ...behind];
  return [...(words.length === 1 ? found.map((cell, at) => (at > 0 ? beside(cell) : cell)) : found), ...rest];
}

/** Whether a token at the end of a line of words is no word: a date, or a number that words have not. */
const isApart = ({ kind, raw }: Token, isOne: boolean): boolean =>
  kind === 'date' || (kind === 'number' && (LIKE_AMOUNT.test(raw) || (!isOne && raw.length > 2)));
