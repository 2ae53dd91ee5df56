/** Markers that a converter has raised with carets: `^(1)^`, `^{(1)}`. */
import { matchesOf } from '../text/matches';
import { Projection } from './projection';

const RAISED = /\^\{?\\?([([]\d{1,2}\\?[)\]])(?:\}|\^)/g;

/** The text with such markers in `<sup>` elements; undefined where there are none. */
export function withoutCarets(text: string): Projection | undefined {
  const matches = text.includes('^') ? matchesOf(RAISED, text) : [];
  if (matches.length === 0) return undefined;
  const projection = new Projection(text);
  let from = 0;
  for (const { 0: whole, 1: marker, index } of matches) {
    const start = index + whole.indexOf(marker!);
    const end = start + marker!.length;
    const behind = text.charAt(end - 2) === '\\' ? end - 2 : end - 1;
    projection
      .copy(from, index)
      .write('<sup>', index)
      .copy(start, behind)
      .copy(end - 1, end)
      .write('</sup>', end);
    from = index + whole.length;
  }
  return projection.copy(from, text.length);
}
