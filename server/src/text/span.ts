/** A stretch of the source, in UTF-16 offsets from its start; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where `offset` lies in the span or at either edge of it, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True where `inner` lies wholly in `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that holds both. */
export function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
