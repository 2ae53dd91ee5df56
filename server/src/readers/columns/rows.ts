/** Which lines of a page are one row of a table, by what stands in their columns. */
import type { Span } from '../../text/span';
import { centredRows, isCentred, range, shareOut, type Band, type Block } from './centred';
import type { Page } from './page';

/** Past this a page has no column: w3m and its like print at most so wide. */
export const WIDEST = 2000;

/** The columns that take words, and those that take a number or a date, which stands but once in a cell. */
const KINDS_I = 'WNNCVN NN W';
const KINDS_II = 'WNNNCVNNNNWNNN W';
/** Words behind a marker: another cell has begun. */
const GOES_ON = /(?:\^\s?|>)\(\d{1,2}\)(?:<[^<>]{0,40}>)?\s*[^\s(<^]/;
const NUMBER_OR_DATE = /^(?:\d{1,4}\/\d{1,2}\/\d{1,4}|\$?[\d,]*(?:\.\d+)?)(?:[([]\d{1,2}[)\]])*$/;
/** The same, where nothing shows that the number is raised: it may be a part of the words. */
const MARKER_AMID = /\(\d{1,2}\)\s*[^\s(]/;
const MARKERS = /^(?:\(\d{1,2}\)\s?){1,6}$/;

/** What parts the lines of a row at one blank line; what it tells that a title comes again. */
const [BLANK_INSIDE, OTHER_WORDS, WORDS_BEHIND_MARKER, MARKER_ALONE] = [4, 3, 6, 1];

/** The pieces of a cell, its markers last: a raised one may stand on the line above its value. */
export function inOrder(page: Page, pieces: readonly Span[]): readonly Span[] {
  const isMarker = ({ start, end }: Span): boolean => MARKERS.test(page.text.slice(start, end));
  return pieces.length < 2 ? pieces : [...pieces.filter((piece) => !isMarker(piece)), ...pieces.filter(isMarker)];
}

/** A cell without white space, and without what raises a marker. */
const bare = (cell: string): string => cell.replace(/<[^<>]{0,40}>|[\s^]+/g, '');

const NUMBERS = /(?<=^|\s)\d[\d,]*(?:\.\d+)?(?=\s|$)/g;
const GROUPED = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;

/** True where each of two numbers is one of its own, and both together are none: no number was wrapped there. */
function isTwoNumbers(cell: string): boolean {
  const numbers = cell.match(NUMBERS);
  return (
    numbers !== null &&
    numbers.length > 1 &&
    numbers.every((one) => GROUPED.test(one)) &&
    !GROUPED.test(numbers.join(''))
  );
}

export class RowFinder {
  private readonly kinds: string;

  /** @param columns where each column begins, those of Table I or those of Table II */
  constructor(
    private readonly page: Page,
    private readonly columns: readonly number[],
  ) {
    this.kinds = columns.length === KINDS_II.length ? KINDS_II : KINDS_I;
  }

  /** What a line has in a column; undefined where that is nothing. */
  piece(line: number, place: number): Span | undefined {
    return this.page.piece(line, place === 0 ? 0 : this.columns[place]!, this.columns[place + 1] ?? WIDEST * 2);
  }

  /** What a row has in a column, in the order of its reading. */
  pieces(row: Block, place: number): readonly Span[] {
    const kind = this.kinds.charAt(place);
    if (kind !== 'C' && kind !== 'V') return inOrder(this.page, this.allOf(row, place));
    // A code may stand a little to the right of its heading; the column behind it takes nothing but a V.
    const own = this.allOf(row, this.kinds.indexOf('C'));
    const behind = this.allOf(row, this.kinds.indexOf('V'));
    const isCode = own.length === 0 && behind.some(({ start, end }) => this.page.text.slice(start, end) !== 'V');
    return inOrder(this.page, isCode ? (kind === 'C' ? behind : []) : kind === 'C' ? own : behind);
  }

  private allOf({ from, to }: Block, place: number): Span[] {
    return range(from, to).flatMap((line) => this.piece(line, place) ?? []);
  }

  /** Whether some lines can be one row: one form of ownership, a title, and in each cell what its column takes. */
  isRow(row: Block): boolean {
    return this.middles(row).length === 1 && this.pieces(row, 0).length > 0 && this.fits(row);
  }

  /** Whether some lines are the rest of a row whose other lines stand on the page before: words without a number. */
  isRest(block: Block): boolean {
    return this.columns.every((_, place) => this.kinds.charAt(place) === 'W' || this.pieces(block, place).length === 0);
  }

  /**
   * The rows of a block: one, or several that stand close together, each with a form of ownership of its own: on its first
   * line, or in the middle of them where its cells are centred.
   */
  rowsIn(block: Block): readonly Block[] {
    const middles = this.middles(block);
    if (middles.length < 2) return [block];
    const centred = centredRows(block, middles, (row) =>
      this.filled(row).every((lines) => isCentred(lines, row.to - row.from)) && this.fits(row)
        ? this.bandOf(row)
        : undefined,
    );
    if (centred) return centred;
    const starts = middles.filter((line) => this.begins(line, 0));
    const rows = starts.map((from, nth) => ({ from, to: starts[nth + 1] ?? block.to }));
    const areFirst = rows.every(
      (row) => this.fits(row) && this.filled(row).every(([first]) => first === undefined || first === 0),
    );
    // Where cells begin on other lines than the first, and stand in no middle, nothing tells the rows apart.
    return starts[0] === block.from && areFirst ? rows : [block];
  }

  /**
   * The rows of a table whose cells stand on lines of their own, each as high as its font has it: lines are shared out so
   * that each cell holds what its column takes. Undefined where they cannot be, or in more ways than one.
   */
  bandsIn({ from, to }: Block): readonly Block[] | undefined {
    const lines = range(from, to).filter((line) => !this.page.isBlank(line));
    const place = new Map(lines.map((line, at) => [line, at]));
    const middles = this.middles({ from, to }).map((line) => place.get(line)!);
    const rowOf = (band: Block): Block => ({ from: lines[band.from]!, to: lines[band.to - 1]! + 1 });
    const bands = shareOut(
      middles.map((middle, at) => ({
        middle,
        ends:
          at === middles.length - 1 ? [lines.length] : range(middle + 1, Math.min(middles[at + 1]!, middle + 20) + 1),
      })),
      (band) => {
        const row = rowOf(band.block);
        if (!this.isRow(row)) return undefined;
        const blanks = row.to - row.from - (band.block.to - band.block.from);
        const [above, below] = [band.middle - band.block.from, band.block.to - 1 - band.middle];
        const { words, cost } = this.bandOf(row);
        return { words, cost: cost + blanks * BLANK_INSIDE + Math.abs(above - below) };
      },
      OTHER_WORDS,
    );
    return bands?.map(rowOf);
  }

  private middles({ from, to }: Block): number[] {
    return range(from, to).filter((line) => this.begins(line, this.columns.length - 2));
  }

  private begins(line: number, place: number): boolean {
    const piece = this.piece(line, place);
    return piece !== undefined && /[A-Z\d$]/.test(this.page.text.charAt(piece.start));
  }

  /** For each column, the lines of a row that it has something on. */
  private filled({ from, to }: Block): number[][] {
    return this.columns.map((_, place) =>
      range(from, to).flatMap((line) => (this.piece(line, place) ? [line - from] : [])),
    );
  }

  private cellAt(row: Block, place: number): string {
    return this.pieces(row, place)
      .map(({ start, end }) => this.page.text.slice(start, end))
      .join(' ');
  }

  /** Whether each cell holds what its column takes, a number or a date but once. */
  private fits(row: Block): boolean {
    return this.columns.every((_, place) => {
      const cell = this.cellAt(row, place);
      return (
        !GOES_ON.test(cell) &&
        (this.kinds.charAt(place) !== 'N' || (NUMBER_OR_DATE.test(bare(cell)) && !isTwoNumbers(cell)))
      );
    });
  }

  /**
   * The cells of words, without the markers that part one row from another of the same class; and what speaks against the
   * row: words behind a marker are seldom of one cell.
   */
  private bandOf(row: Block): Band {
    const words: string[] = [];
    let cost = 0;
    this.columns.forEach((_, place) => {
      const cell = this.cellAt(row, place);
      if (MARKER_AMID.test(cell)) cost += WORDS_BEHIND_MARKER;
      if (this.kinds.charAt(place) === 'N' && MARKERS.test(cell)) cost += MARKER_ALONE;
      if (this.kinds.charAt(place) !== 'W') return;
      words.push(`${place} ${bare(cell).replace(/\(\d{1,2}\)/g, '')}`);
      const [first, second] = this.allOf(row, place);
      if (second && MARKERS.test(this.page.text.slice(first!.start, first!.end))) cost += WORDS_BEHIND_MARKER;
    });
    return { words, cost };
  }
}
