/** Every place that a filing names, so that what stands behind an edit can be moved without being read again. */
import type { Filing, Footnote, Row } from '../filing/model';
import type { Span } from '../text/span';

type Movable = { -readonly [K in keyof Span]: Span[K] };

export class Places {
  private readonly rest: Movable[];
  private readonly own = new Map<Row | Footnote, Movable[]>();

  constructor({ nonDerivativeTable, derivativeTable, footnotes, text: _, lines: __, ...others }: Filing) {
    this.rest = spansIn([
      { ...nonDerivativeTable, rows: [] },
      { ...derivativeTable, rows: [] },
      { ...footnotes, list: [] },
      others,
    ]);
    for (const each of [...nonDerivativeTable.rows, ...derivativeTable.rows, ...footnotes.list]) this.add(each);
  }

  private add(each: Row | Footnote): void {
    this.own.set(each, spansIn(each));
  }

  /** `now` has been read anew in the place of `before`. */
  replace(before: Row | Footnote, now: Row | Footnote): void {
    this.own.delete(before);
    this.add(now);
  }

  /** Moves what begins at or behind `at`; what only ends there or behind is stretched. */
  move({ nonDerivativeTable, derivativeTable, footnotes }: Filing, at: number, by: number): void {
    for (const span of this.rest)
      if (span.end >= at) {
        if (span.start >= at) span.start += by;
        span.end += by;
      }
    for (const list of [nonDerivativeTable.rows, derivativeTable.rows, footnotes.list])
      for (const each of list) {
        if (each.span.start < at) continue;
        for (const span of this.own.get(each)!) {
          span.start += by;
          span.end += by;
        }
      }
  }
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
