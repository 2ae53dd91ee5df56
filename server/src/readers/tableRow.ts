/** A row of a table of cells, which are made when they are asked for; what its columns are called is tableRows' matter. */
import { DERIVATIVE_COLUMNS, DERIVATIVE_COLUMNS_ITEM_7_IN_ONE } from '../filing/columns';
import type { Cell, CodeCell, Column, Columns, DateCell, Marker, NumberCell, Row, TextCell } from '../filing/model';
import { endsLikeMarker } from '../filing/queries';
import type { Span } from '../text/span';
import { BLANK, DATE, LETTER, NUMBER, OTHER, WORDS, isBracket, type CellColumns } from './cells/cellColumns';
import { NO_MARKERS, TableCell, TableCodeCell } from './cells/cell';
import { citedIn, readDate, readNumber, splitCode, type Reading } from './cells/values';
import { wordsIn, wordsOf } from './cells/words';
import { spreadItem7, type Words } from './itemSeven';

const NO_PLACES: readonly number[] = [];

/** What a column may take: the looks that a cell has there if it stands under its own column. */
export const [TITLE, DAY, CODE, V, AMOUNT, SIDE, OWNERSHIP, NATURE] = [0, 1, 2, 3, 4, 5, 6, 7];

/** A row of a table of cells. */
export abstract class TableRow {
  /** The cells of the line as words. */
  private readonly words: (Words | undefined)[];
  /** All of them are made. */
  private whole = false;
  /** What its columns make of them. */
  private readonly typed: (Cell<unknown> | undefined)[];
  /** What stands for the columns that the line does not reach. */
  private missing: TableCell<never> | undefined;
  /** Where title and amount of item 7 are one cell: the cells with that one as two. */
  private spread: readonly Words[] | undefined;
  protected readonly first: number;
  /** How many cells the line has. */
  protected readonly width: number;

  constructor(
    protected readonly source: CellColumns,
    readonly index: number,
    private readonly columns: Columns,
  ) {
    this.first = source.firstCell[index]!;
    this.width = source.width(index);
    this.words = new Array<Words | undefined>(this.width);
    this.typed = new Array<Cell<unknown> | undefined>(DERIVATIVE_COLUMNS.length);
  }

  /** The row's line, without its line end. */
  get span(): Span {
    return { start: this.source.lineStart[this.index]!, end: this.source.lineEnd[this.index]! };
  }

  /** The cells as they stand in the line, before columns are given to them. */
  get cells(): readonly TextCell[] {
    if (!this.whole) {
      for (let at = 0; at < this.width; at++) this.wordsAt(at);
      this.whole = true;
    }
    return this.words as readonly Words[];
  }

  get citing(): readonly number[] | undefined {
    const { source } = this;
    const { firstCell, split, endsLikeMarker, text } = source;
    if (this.columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE) return undefined;
    if (split.size === 0 && !endsLikeMarker) return NO_PLACES;
    const found: number[] = [];
    const first = firstCell[this.index]!;
    for (let at = 0; at < Math.min(this.width, this.columns.length); at++) {
      const last = endsLikeMarker ? text.charCodeAt(source.to(first + at) - 1) : 0;
      if (split.has(first + at) || isBracket(last)) found.push(at);
    }
    return found;
  }

  /** True where something stands in a cell of the line, be it a marker. */
  protected isFilled(at: number): boolean {
    const { source } = this;
    const cell = this.first + at;
    return at < this.width && (source.look(cell) !== BLANK || source.split.has(cell));
  }

  /**
   * True where the cells of a transaction are blank, from the dates, of which the first is cell `date`, to the amounts. A row
   * whose date and total alone are filled is a holding in which somebody typed a date, not half a transaction.
   */
  protected isHolding(date: number, total: number): boolean {
    for (let at = date + 1; at < 8; at++) if (this.isFilled(at)) return false;
    return !this.isFilled(date) || (this.isFilled(total) && this.date(date).markers.length === 0);
  }

  /** The words of a column. */
  protected text(column: number): TextCell {
    if (this.columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE)
      this.spread ??= spreadItem7(this.source.text, this.cells as readonly Words[]);
    if (this.spread) return this.spread[column] ?? this.blank();
    return column < this.width ? this.wordsAt(column) : this.blank();
  }

  protected number(column: number): NumberCell {
    return (this.typed[column] ??= this.typedAt(column, readNumber)) as NumberCell;
  }

  protected date(column: number): DateCell {
    return (this.typed[column] ??= this.typedAt(column, readDate)) as DateCell;
  }

  protected code(column: number): CodeCell {
    return (this.typed[column] ??= this.codeAt(column)) as CodeCell;
  }

  /** True where each cell has the looks of its own column, so that none can have slid. */
  protected isInOrder(takes: readonly number[]): boolean {
    const { first, width, source } = this;
    if (width > takes.length || width <= takes.indexOf(OWNERSHIP) || this.columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE)
      return false;
    for (let at = 0; at < width; at++) {
      const is = source.look(first + at);
      const unit = source.text.charCodeAt(source.from(first + at));
      switch (takes[at]) {
        case TITLE:
        case NATURE:
          if (is !== BLANK && is !== WORDS) return false;
          break;
        case DAY:
          if (is !== BLANK && is !== DATE) return false;
          break;
        case CODE:
          if (is !== BLANK && is !== LETTER) return false;
          break;
        case V:
          if (is !== BLANK && !(is === LETTER && unit === 86)) return false;
          break;
        case AMOUNT:
          if (is !== BLANK && is !== NUMBER) return false;
          break;
        case SIDE:
          if (is !== BLANK && !(is === LETTER && (unit === 65 || unit === 68))) return false;
          break;
        default:
          if (is !== LETTER || (unit !== 68 && unit !== 73)) return false;
      }
    }
    return true;
  }

  private blank(): TableCell<never> {
    const end = this.source.lineEnd[this.index]!;
    return (this.missing ??= new TableCell<never>(undefined, '', end, end, end, NO_MARKERS));
  }

  private markersOf(cell: number): readonly Marker[] {
    const { split } = this.source;
    return split.size === 0 ? NO_MARKERS : (split.get(cell)?.markers ?? NO_MARKERS);
  }

  private wordsAt(at: number): Words {
    return (this.words[at] ??= this.makeWords(this.first + at));
  }

  private makeWords(cell: number): Words {
    const { source } = this;
    const { text } = source;
    const [start, end, look] = [source.start(cell), source.end(cell), source.look(cell)];
    const span = { start: source.from(cell), end: source.to(cell) };
    const markers = this.markersOf(cell);
    if (look === BLANK) return new TableCell<string>(undefined, '', span.start, start, end, markers);
    const raw = text.slice(span.start, span.end);
    const inner = look === OTHER ? source.split.get(cell)?.inner : undefined;
    const value = look === LETTER ? raw : inner === undefined ? wordsIn(text, span) : wordsOf(inner);
    return new TableCell(value, raw, span.start, start, end, markers);
  }

  /** A number or a date; the words of the cell where nothing stands there. */
  private typedAt<T>(column: number, read: (raw: string) => Reading<T>): TextCell | Cell<T> {
    const { source } = this;
    const cell = this.first + column;
    if (this.columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE || column >= this.width || source.look(cell) === BLANK) {
      const words = this.text(column) as Words;
      return words.raw === '' ? words : this.typedOf(words, read);
    }
    const from = source.from(cell);
    const raw = source.text.slice(from, source.to(cell));
    if (source.style === 'sup' && endsLikeMarker(raw)) return this.typedOf(this.wordsAt(column), read);
    const { value, writing } = read(raw);
    return new TableCell(value, raw, from, source.start(cell), source.end(cell), this.markersOf(cell), writing);
  }

  private typedOf<T>(words: Words, read: (raw: string) => Reading<T>): Cell<T> {
    const { raw, from, markers } = this.cited(words);
    const { value, writing } = read(raw);
    return new TableCell(value, raw, from, words.start, words.end, markers, writing);
  }

  private codeAt(column: number): CodeCell {
    const words = this.text(column) as Words;
    const { raw, from, markers } = this.cited(words);
    const { value, ...parts } = splitCode(raw);
    return new TableCodeCell(new TableCell<string>(value, raw, from, words.start, words.end, markers), value, parts);
  }

  /** A plain marker behind a number, a date or a code of a filing that cites with tags elsewhere. */
  private cited(cell: Words): { raw: string; from: number; markers: readonly Marker[] } {
    const { text, style } = this.source;
    const split = style === 'sup' ? citedIn(text, cell.raw, cell.span) : undefined;
    if (!split) return cell;
    const { start, end } = split.span;
    return { raw: text.slice(start, end), from: start, markers: [...split.markers, ...cell.markers] };
  }

  /** The same as plain data. */
  toJSON(): object {
    const { index, span, cells, columns } = this;
    const row = this as unknown as Record<Column, unknown>;
    const { kind, table, read } = this as unknown as Row;
    const own = columns.flat().map((column): [Column, unknown] => [column, row[column]]);
    const { transactionShares, transactionAcquiredDisposedCode } = this as unknown as Row;
    return {
      ...{ kind, table, index, span, cells, read },
      ...Object.fromEntries(own),
      ...{ transactionShares, transactionAcquiredDisposedCode },
    };
  }
}
