/** Rows whose cells are centred, one close below the other: their short cells stand in the middle of their lines. */

/** A run of lines: `from` is the first, `to` the one after the last. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Rows up to some line. */
interface Shares {
  readonly rows: readonly Block[];
  /** The different words that they say. */
  readonly words: ReadonlySet<string>;
}

/** No cell of the form has more lines above its middle. */
const MOST_ABOVE = 30;
/** More rows than a table of the form has. */
const MOST_ROWS = 200;
/** So many ways to share out the lines are kept in mind. */
const MOST_WAYS = 32;

/**
 * The rows of a block by the lines in the middle of each. Where lines can be shared out in several ways, rows that say the
 * same, as the titles of a form's rows do, tell which is right.
 * @param middles the lines with what each row has once and on one line, in their order
 * @param wordsOf what the lines say as a row, cell by cell; undefined where they cannot be one
 * @returns a block for each row, with as many lines above its middle as below, or one less; undefined where the lines cannot be
 *   shared out like that, or nothing tells two ways apart
 */
export function centredRows(
  block: Block,
  middles: readonly number[],
  wordsOf: (from: number, to: number) => readonly string[] | undefined,
): readonly Block[] | undefined {
  if (middles.length > MOST_ROWS) return undefined;
  let ways: Shares[] = [{ rows: [], words: new Set() }];
  middles.forEach((middle, at) => {
    const isLast = at === middles.length - 1;
    const next = middles[at + 1] ?? block.to;
    const longer: Shares[] = [];
    for (const { rows, words } of ways) {
      const from = rows[rows.length - 1]?.to ?? block.from;
      const above = middle - from;
      if (above > MOST_ABOVE) continue;
      for (const to of [middle + above + 1, middle + above + 2]) {
        const said = to > next || (isLast && to !== block.to) ? undefined : wordsOf(from, to);
        if (said) longer.push({ rows: [...rows, { from, to }], words: new Set([...words, ...said]) });
      }
    }
    ways = longer.sort((a, b) => a.words.size - b.words.size).slice(0, MOST_WAYS);
  });
  const [best, other] = ways;
  return best && (!other || other.words.size > best.words.size) ? best.rows : undefined;
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
