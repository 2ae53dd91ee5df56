/**
 * Where the columns of a page begin that has moved them from their headings: what stands empty in all rows parts the page
 * into strips, and each strip is given the column whose kind its words are, the nearest one to its heading.
 */
import { costToBegin, costInWords, NEVER, TABLE_I, TABLE_II, type ColumnKind } from '../loose/grammar';
import { tokensIn, type Token } from '../loose/tokens';
import type { Page } from './page';

/** What a strip costs in a column of another kind, where it shares a line with another value of it, and by its distance. */
const [OTHER_KIND, TWO_VALUES, PER_PLACES, FARTHEST] = [12, 20, 2, 9];
/** More strips than a line of a table has words. */
const MOST_STRIPS = 120;

interface Strip {
  readonly start: number;
  readonly end: number;
  /** What stands in it, by line. */
  readonly lines: ReadonlyMap<number, readonly Token[]>;
}

/** The amount of Table II has two columns, (A) and (D). */
const AMOUNT_AT = 6;
const KINDS_I = TABLE_I.columns.map(({ kind }) => kind);
const KINDS_II = TABLE_II.columns.flatMap(({ kind }, at): ColumnKind[] => (at === AMOUNT_AT ? [kind, kind] : [kind]));

/**
 * The starts of the columns.
 * @param starts where each heading stands
 * @param body the lines of the rows
 * @param empty the places in which nothing stands on any of them
 */
export function fitted(
  page: Page,
  starts: readonly (readonly [from: number, to: number])[],
  body: readonly number[],
  empty: readonly boolean[],
): number[] | undefined {
  const kinds = starts.length === KINDS_II.length ? KINDS_II : KINDS_I;
  const strips = stripsOf(page, body, empty);
  if (strips.length === 0 || strips.length > MOST_STRIPS) return undefined;
  const columns = columnsOf(strips, kinds, starts);
  const found: number[] = [];
  for (let at = kinds.length - 1, next = empty.length; at >= 0; at--) {
    const strip = strips[columns.indexOf(at)];
    next = strip ? strip.start : next;
    found[at] = at === 0 ? 0 : next;
  }
  return found;
}

function stripsOf(page: Page, body: readonly number[], empty: readonly boolean[]): Strip[] {
  const found: Strip[] = [];
  for (let at = 0; at < empty.length;) {
    if (empty[at]) {
      at++;
      continue;
    }
    const start = at;
    while (at < empty.length && !empty[at]) at++;
    const lines = new Map<number, readonly Token[]>();
    for (const line of body) {
      const piece = page.piece(line, start, at);
      if (piece) lines.set(line, tokensIn(page.text, piece.start, piece.end));
    }
    found.push({ start, end: at, lines });
    if (found.length > MOST_STRIPS) break;
  }
  return found;
}

/** Of each strip its column: of all ways that keep their order the one of the least cost. */
function columnsOf(
  strips: readonly Strip[],
  kinds: readonly ColumnKind[],
  starts: readonly (readonly [number, number])[],
): number[] {
  const count = kinds.length;
  let costs = new Array<number>(count).fill(NEVER);
  const backs: number[][] = [];
  strips.forEach((strip, at) => {
    const next: number[] = [];
    const back: number[] = [];
    for (let column = 0; column < count; column++) {
      const own =
        kindCost(strip, kinds[column]!) + Math.min(FARTHEST, Math.ceil(distance(strip, starts[column]!) / PER_PLACES));
      let best = at === 0 ? 0 : NEVER;
      let from = -1;
      for (let before = 0; at > 0 && before <= column; before++) {
        const joined = before === column ? joinCost(strips[at - 1]!, strip, kinds[column]!) : 0;
        const cost = costs[before]! + joined;
        if (cost < best) [best, from] = [cost, before];
      }
      next.push(best + own);
      back.push(from);
    }
    costs = next;
    backs.push(back);
  });
  let column = costs.indexOf(Math.min(...costs));
  const found: number[] = [];
  for (let at = strips.length - 1; at >= 0; at--) {
    found[at] = column;
    column = backs[at]![column]!;
  }
  return found;
}

function distance({ start, end }: Strip, [from, to]: readonly [number, number]): number {
  return end <= from ? from - end + 1 : start >= to ? start - to + 1 : 0;
}

/** What the words of a strip cost as those of a kind of column. */
function kindCost({ lines }: Strip, kind: ColumnKind): number {
  const isWords = kind === 'title' || kind === 'nature';
  let sum = 0;
  for (const tokens of lines.values())
    for (const token of tokens) {
      if (token.kind === 'marker') continue;
      if (token.raw === '$') {
        if (kind !== 'price' && kind !== 'number') sum += OTHER_KIND;
        continue;
      }
      sum += isWords ? costInWords(token) : Math.min(OTHER_KIND, costToBegin(kind, token));
    }
  return sum;
}

/** Two strips are one column where no line has a value in both; words go on. */
function joinCost(one: Strip, other: Strip, kind: ColumnKind): number {
  if (kind === 'title' || kind === 'nature') return 0;
  const isValue = ({ kind: own, raw }: Token): boolean => own !== 'marker' && raw !== '$';
  let sum = 0;
  for (const [line, tokens] of other.lines)
    if (tokens.some(isValue) && one.lines.get(line)?.some(isValue)) sum += TWO_VALUES;
  return sum;
}
