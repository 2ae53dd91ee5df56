/** Cells and markers as they stand in a text: numbers for their places, spans made when they are asked for. */
import type { Cell, CellProblem, CodeCell, Marker } from '../../filing/model';
import type { DateForm } from '../../text/days';
import type { Span } from '../../text/span';

/** How a value is written, and what is wrong with it: the same few for all cells. */
export type Writing = Pick<Cell<unknown>, 'problem' | 'dollars' | 'dateForm'>;

export const NO_MARKERS: readonly Marker[] = [];
const WORDS: Writing = {};

/** A cell of a table. */
export class TableCell<T> implements Cell<T> {
  constructor(
    readonly value: T | undefined,
    readonly raw: string,
    /** Where `raw` stands. */
    readonly from: number,
    /** The cell between its separators. */
    readonly start: number,
    readonly end: number,
    readonly markers: readonly Marker[],
    readonly writing: Writing = WORDS,
  ) {}

  get span(): Span {
    return { start: this.from, end: this.from + this.raw.length };
  }

  get cellSpan(): Span {
    return { start: this.start, end: this.end };
  }

  get problem(): CellProblem | undefined {
    return this.writing.problem;
  }

  get dollars(): boolean | undefined {
    return this.writing.dollars;
  }

  get dateForm(): DateForm | undefined {
    return this.writing.dateForm;
  }

  /** The same as plain data. */
  toJSON(): Cell<T> {
    const { value, raw, span, cellSpan, markers, writing } = this;
    return { value, raw, span, cellSpan, markers, ...writing };
  }
}

/** The column of Table II that holds the amount, as a letter: it has the amount's place, and none of its markers. */
export class SideCell extends TableCell<string> {
  constructor(
    private readonly amount: Cell<unknown>,
    side: 'A' | 'D' | undefined,
  ) {
    const { span, cellSpan } = amount;
    super(side, side ?? '', span.start, cellSpan.start, cellSpan.end, NO_MARKERS);
  }

  override get span(): Span {
    return this.amount.span;
  }
}

type CodeParts = Pick<CodeCell, 'equitySwapInvolved' | 'voluntary' | 'suffix' | 'others'>;

/** A cell of the column Code. */
export class TableCodeCell extends TableCell<string> implements CodeCell {
  constructor(
    { raw, from, start, end, markers }: TableCell<string>,
    value: string | undefined,
    private readonly parts: CodeParts,
  ) {
    super(value, raw, from, start, end, markers);
  }

  get equitySwapInvolved(): boolean {
    return this.parts.equitySwapInvolved;
  }

  get voluntary(): boolean {
    return this.parts.voluntary;
  }

  get suffix(): string | undefined {
    return this.parts.suffix;
  }

  get others(): readonly string[] {
    return this.parts.others;
  }

  override toJSON(): CodeCell {
    return { ...super.toJSON(), ...this.parts };
  }
}

/** A marker in a text. */
export class TextMarker implements Marker {
  constructor(
    readonly number: number | undefined,
    readonly label: string,
    private readonly from: number,
    private readonly to: number,
    private readonly labelFrom: number,
    private readonly outerFrom: number,
    private readonly outerTo: number,
  ) {}

  get span(): Span {
    return { start: this.from, end: this.to };
  }

  get labelSpan(): Span {
    return { start: this.labelFrom, end: this.labelFrom + this.label.length };
  }

  get outer(): Span {
    return { start: this.outerFrom, end: this.outerTo };
  }

  /** The same as plain data. */
  toJSON(): Marker {
    const { number, label, span, labelSpan, outer } = this;
    return { number, label, span, labelSpan, outer };
  }
}

/** A cell in which nothing stands and nothing cites. */
export function blankCell(at: number): Cell<never> {
  const span = { start: at, end: at };
  return { value: undefined, raw: '', span, cellSpan: span, markers: NO_MARKERS };
}
