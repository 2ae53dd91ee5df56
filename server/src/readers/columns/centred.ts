/** Rows whose cells are centred, one close below the other: their short cells stand in the middle of their lines. */

/** A run of lines: `from` is the first, `to` the one after the last. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** The lines from one to the one before another. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** No cell of the form has more lines above its middle. */
const MOST_ABOVE = 30;
/** So many ways to share out the lines are kept in mind. */
const MOST_WAYS = 32;
/** More rows than a table of the form has. */
const MOST_ROWS = 200;

/** Some lines as a row: the words of its cells, and what speaks against it. */
export interface Band {
  readonly words: readonly string[];
  readonly cost: number;
}

interface Way {
  readonly rows: readonly Block[];
  readonly words: ReadonlySet<string>;
  readonly cost: number;
}

/**
 * Shares out lines among rows, each with one line in its middle, so that it costs least. Rows that say the same, as the titles
 * of a form's rows do, cost less than others.
 * @param middles the middle of each row, and where the row may end; the first row begins at line 0 or where `start` says
 * @param bandOf some lines as a row; undefined where they cannot be one
 * @param perWord what each different word costs
 * @returns the rows; undefined where there are none such, or two ways cost the same
 */
export function shareOut(
  middles: readonly { readonly middle: number; readonly ends: readonly number[] }[],
  bandOf: (row: { readonly block: Block; readonly middle: number }) => Band | undefined,
  perWord: number,
  start = 0,
): readonly Block[] | undefined {
  if (middles.length > MOST_ROWS) return undefined;
  let ways: Way[] = [{ rows: [], words: new Set(), cost: 0 }];
  for (const { middle, ends } of middles) {
    const longer: Way[] = [];
    for (const { rows, words, cost } of ways) {
      const from = rows[rows.length - 1]?.to ?? start;
      if (middle < from || middle - from > MOST_ABOVE) continue;
      for (const to of ends) {
        const block = { from, to };
        const band = to > middle ? bandOf({ block, middle }) : undefined;
        if (band)
          longer.push({ rows: [...rows, block], words: new Set([...words, ...band.words]), cost: cost + band.cost });
      }
    }
    const price = (way: Way): number => way.cost + perWord * way.words.size;
    ways = longer.sort((a, b) => price(a) - price(b)).slice(0, MOST_WAYS);
    if (ways.length === 0) return undefined;
  }
  const [best, other] = ways;
  const same = best && other && best.cost + perWord * best.words.size === other.cost + perWord * other.words.size;
  return same ? undefined : best?.rows;
}

/**
 * The rows of a block whose cells are centred, by the lines in the middle of each: with as many lines above its middle as
 * below, or one less.
 * @param bandOf what the lines say as a row, cell by cell; undefined where they cannot be one
 */
export function centredRows(
  { from, to }: Block,
  middles: readonly number[],
  bandOf: (row: Block) => Band | undefined,
): readonly Block[] | undefined {
  return shareOut(
    middles.map((middle, at) => {
      const next = middles[at + 1];
      return { middle, ends: next === undefined ? [to] : range(middle + 1, Math.min(next, middle + MOST_ABOVE) + 1) };
    }),
    ({ block, middle }) => {
      const more = block.to - 1 - middle - (middle - block.from);
      return more === 0 || more === 1 ? bandOf(block) : undefined;
    },
    1,
    from,
  );
}

/**
 * Whether pieces of a cell on lines of a row stand in its middle, the upper one where there are two.
 * @param lines those with a piece, in their order, counted from the row's first
 */
export function isCentred(lines: readonly number[], height: number): boolean {
  const first = lines[0];
  if (first === undefined) return true;
  return lines[lines.length - 1]! - first + 1 === lines.length && first === (height - lines.length) >> 1;
}
