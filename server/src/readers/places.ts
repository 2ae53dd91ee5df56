/** The places that a filing names, so that what stands behind an edit can be moved without being read again. */
import type { Filing } from '../filing/model';
import type { Span } from '../text/span';

type Movable = { -readonly [K in keyof Span]: Span[K] };

export class Places {
  private readonly rest: readonly Movable[];

  /** All places but those of rows, whose cells move with them, and of notes. */
  constructor({ nonDerivativeTable, derivativeTable, footnotes, text: _, lines: __, ...others }: Filing) {
    this.rest = spansIn([
      { ...nonDerivativeTable, rows: [] },
      { ...derivativeTable, rows: [] },
      { ...footnotes, list: [] },
      others,
    ]);
  }

  /** Moves what begins at or behind `at`; what only ends there or behind is stretched. */
  move({ nonDerivativeTable, derivativeTable, footnotes }: Filing, at: number, by: number): void {
    for (const span of this.rest)
      if (span.end >= at) {
        if (span.start >= at) span.start += by;
        span.end += by;
      }
    moveRows(nonDerivativeTable.rows, at, by);
    moveRows(derivativeTable.rows, at, by);
    const { list } = footnotes;
    for (let index = firstBehind(list, at); index < list.length; index++) {
      const { span, labelSpan, textSpan } = list[index]!;
      shift(span, by);
      shift(labelSpan, by);
      shift(textSpan, by);
    }
  }
}

interface Placed {
  readonly span: Span;
}

function moveRows(rows: readonly Placed[], at: number, by: number): void {
  for (let index = firstBehind(rows, at); index < rows.length; index++) shift(rows[index]!.span, by);
}

/** The first of those in the order of the text that begins at a place or behind it. */
function firstBehind(list: readonly Placed[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.span.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shift(span: Movable, by: number): void {
  span.start += by;
  span.end += by;
}

/** All spans within a value, each once. */
function spansIn(value: unknown, found = new Set<Movable>()): Movable[] {
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<Movable>): void {
  if (typeof value !== 'object' || value === null) return;
  if (typeof (value as Movable).start === 'number') found.add(value as Movable);
  else for (const each of Object.values(value)) collect(each, found);
}
