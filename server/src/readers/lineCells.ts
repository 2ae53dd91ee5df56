/**
 * Cells and markers of one line. Their places count from where the line begins, so that all of them move with it: while a
 * text is edited, what stands behind the edit is moved line by line and not value by value.
 */
import type { Cell, CellProblem, CodeCell, Marker } from '../filing/model';
import type { DateForm } from '../text/days';
import type { Span } from '../text/span';

/** A stretch of a line, counted from the line's start. */
const spanIn = (line: Span, from: number, to: number): Span => ({ start: line.start + from, end: line.start + to });

/** How a value is written, and what is wrong with it: the same few for all cells. */
export type Writing = Pick<Cell<unknown>, 'problem' | 'dollars' | 'dateForm'>;

const WORDS: Writing = {};

export class LineCell<T> implements Cell<T> {
  constructor(
    readonly line: Span,
    readonly value: T | undefined,
    readonly raw: string,
    /** Where `raw` stands. */
    readonly from: number,
    readonly cellFrom: number,
    readonly cellTo: number,
    readonly markers: readonly Marker[],
    readonly writing: Writing = WORDS,
  ) {}

  get span(): Span {
    return spanIn(this.line, this.from, this.from + this.raw.length);
  }

  get cellSpan(): Span {
    return spanIn(this.line, this.cellFrom, this.cellTo);
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

  /** The same as any other cell: plain data, its places counted from the start of the text. */
  toJSON(): Cell<T> {
    const { value, raw, span, cellSpan, markers, writing } = this;
    return { value, raw, span, cellSpan, markers, ...writing };
  }
}

/** The column of Table II that holds the amount, as a letter: it has the amount's place, and none of its markers. */
export class LineSide extends LineCell<string> {
  constructor(
    private readonly amount: LineCell<unknown>,
    side: 'A' | 'D' | undefined,
  ) {
    super(amount.line, side, side ?? '', amount.from, amount.cellFrom, amount.cellTo, []);
  }

  override get span(): Span {
    return this.amount.span;
  }
}

type CodeParts = Pick<CodeCell, 'equitySwapInvolved' | 'voluntary' | 'suffix' | 'others'>;

export class LineCode extends LineCell<string> implements CodeCell {
  constructor(
    { line, raw, from, cellFrom, cellTo, markers }: LineCell<string>,
    value: string | undefined,
    private readonly parts: CodeParts,
  ) {
    super(line, value, raw, from, cellFrom, cellTo, markers);
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

export class LineMarker implements Marker {
  constructor(
    readonly line: Span,
    readonly number: number | undefined,
    readonly label: string,
    readonly from: number,
    readonly to: number,
    readonly labelFrom: number,
    readonly outerFrom: number,
    readonly outerTo: number,
  ) {}

  get span(): Span {
    return spanIn(this.line, this.from, this.to);
  }

  get labelSpan(): Span {
    return spanIn(this.line, this.labelFrom, this.labelFrom + this.label.length);
  }

  get outer(): Span {
    return spanIn(this.line, this.outerFrom, this.outerTo);
  }

  toJSON(): Marker {
    const { number, label, span, labelSpan, outer } = this;
    return { number, label, span, labelSpan, outer };
  }
}
