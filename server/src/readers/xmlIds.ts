import type { Marker } from '../filing/model';
import type { Span } from '../text/span';

/** The number in a footnote's id: F1 to F99. */
export function numberOf(id: { value: string; span: Span }): Pick<Marker, 'number' | 'label' | 'labelSpan'> {
  const digits = /^F(\d{1,6})$/.exec(id.value)?.[1];
  if (digits === undefined) return { number: undefined, label: id.value, labelSpan: id.span };
  return { number: Number(digits), label: digits, labelSpan: { start: id.span.start + 1, end: id.span.end } };
}
