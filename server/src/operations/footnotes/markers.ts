/** Markers in cells: other numbers, one more, some less. */
import type { Cell, Filing, Marker } from '../../filing/model';
import type { Citation } from '../../filing/queries';
import { markerLike } from '../../rules/footnotes/edits';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { markersOf, type Plan } from './plan';

export interface MarkerEdits {
  readonly edits: readonly Edit[];
  /** The markers that are left, each with its number afterwards. */
  readonly left: readonly { readonly at: number; readonly number: number }[];
}

/** Every marker follows its note; a marker whose note is gone goes, and so does the second of two that are one now. */
export function markerEdits(filing: Filing, { to }: Plan): MarkerEdits {
  const edits: Edit[] = [];
  const left: { at: number; number: number }[] = [];
  const gone = new Set<Marker>();
  const byCell = new Map<number, Citation[]>();
  for (const citation of markersOf(filing)) {
    const cell = citation.cell.cellSpan.start;
    const beside = byCell.get(cell);
    if (beside) beside.push(citation);
    else byCell.set(cell, [citation]);
  }
  for (const citations of byCell.values()) {
    /** What the markers so far were, by what they are now. */
    const earlier = new Map<number, Set<number>>();
    for (const { marker } of citations) {
      const was = marker.number!;
      const number = to(was);
      if (number === undefined) {
        gone.add(marker);
        continue;
      }
      const before = earlier.get(number);
      if (!before) earlier.set(number, new Set([was]));
      // A marker before this one had another number and has the same one now.
      else if (before.size > 1 || !before.has(was)) {
        before.add(was);
        gone.add(marker);
        continue;
      }
      left.push({ at: marker.labelSpan.start, number });
      if (number !== was) edits.push({ span: marker.labelSpan, newText: String(number) });
    }
    const { cell } = citations[0]!;
    if (citations.some(({ marker }) => gone.has(marker)))
      edits.push(
        ...removal(
          filing,
          cell,
          citations.map(({ marker }) => marker),
          gone,
        ),
      );
  }
  return { edits, left };
}

/** The tags around several markers of one element; undefined where the marker stands in plain text, or alone in its tags. */
function tagsAround({ text }: Filing, cell: Cell<unknown>, { outer, span }: Marker): Span | undefined {
  if (outer.start !== span.start || text.charAt(outer.start) === '<') return undefined;
  const { start, end } = cell.cellSpan;
  const before = text.slice(start, span.start);
  const open = before.lastIndexOf('<sup');
  if (open < 0 || before.includes('</sup', open)) return undefined;
  const after = text.slice(span.end, end);
  const close = after.indexOf('>', Math.max(0, after.indexOf('</sup')));
  return { start: start + open, end: close < 0 ? end : span.end + close + 1 };
}

/** What stands together: an element with its markers, or a marker alone. */
interface Unit {
  readonly span: Span;
  readonly markers: Marker[];
}

function unitsOf(filing: Filing, cell: Cell<unknown>, markers: readonly Marker[]): Unit[] {
  const units: Unit[] = [];
  for (const marker of markers) {
    const last = units[units.length - 1];
    // The element is looked for once, however many markers stand in it.
    if (last && goesOn(filing, last, marker)) last.markers.push(marker);
    else units.push({ span: tagsAround(filing, cell, marker) ?? marker.outer, markers: [marker] });
  }
  return units;
}

/** True where a marker stands in the element of the one before it, with no tag between the two. */
function goesOn({ text }: Filing, { span: element, markers }: Unit, { outer, span }: Marker): boolean {
  const before = markers[markers.length - 1]!;
  if (element === before.outer || outer.start !== span.start || text.charAt(outer.start) === '<') return false;
  return span.start < element.end && !/<\/?sup/.test(text.slice(before.span.end, span.start));
}

/** Takes markers out of a cell, with the space and the commas that belong to them. */
export const withoutMarkers = (filing: Filing, cell: Cell<unknown>, gone: ReadonlySet<Marker>): Edit[] =>
  removal(filing, cell, cell.markers, gone);

function removal(filing: Filing, cell: Cell<unknown>, markers: readonly Marker[], gone: ReadonlySet<Marker>): Edit[] {
  const { text } = filing;
  const units = unitsOf(filing, cell, markers);
  const edits: Edit[] = [];
  for (const unit of units)
    if (unit.markers.some((marker) => !gone.has(marker)))
      edits.push(
        ...cut(
          unit.markers.map(({ span }) => span),
          (at) => gone.has(unit.markers[at]!),
        ),
      );
  const empty = (unit: Unit): boolean => unit.markers.every((marker) => gone.has(marker));
  // Markers with nothing but commas between them are a chain: what parts two of them goes with one of them.
  for (let from = 0; from < units.length;) {
    let to = from + 1;
    while (to < units.length && /^[\s,;]*$/.test(text.slice(units[to - 1]!.span.end, units[to]!.span.start))) to++;
    const chain = units.slice(from, to);
    if (chain.every(empty)) {
      let { start } = chain[0]!.span;
      const { end } = chain[chain.length - 1]!.span;
      while (start > cell.cellSpan.start && text.charAt(start - 1) === ' ' && cell.raw !== '') start--;
      edits.push({ span: { start, end }, newText: '' });
    } else
      edits.push(
        ...cut(
          chain.map(({ span }) => span),
          (at) => empty(chain[at]!),
        ),
      );
    from = to;
  }
  return edits;
}

/** Takes some of a row of pieces out, each with what parts it from the next; one is left at the least. */
function cut(pieces: readonly Span[], goes: (at: number) => boolean): Edit[] {
  const edits: Edit[] = [];
  let last = pieces.length - 1;
  while (goes(last)) last--;
  for (let at = 0; at < last; at++)
    if (goes(at)) edits.push({ span: { start: pieces[at]!.start, end: pieces[at + 1]!.start }, newText: '' });
  if (last < pieces.length - 1)
    edits.push({ span: { start: pieces[last]!.end, end: pieces[pieces.length - 1]!.end }, newText: '' });
  return edits;
}

/** One more marker in a cell, behind its value and the markers that it has, written as the filing's others are. */
export function citing(filing: Filing, cell: Cell<unknown>, number: number): Edit {
  const { text } = filing;
  const written = newMarker(filing, cell, number);
  const units = unitsOf(filing, cell, cell.markers);
  const at = units.reduce((end, { span }) => Math.max(end, span.end), cell.span.end);
  const bare = cell.raw === '' && cell.markers.length === 0;
  const apart = bare || cell.markers.length > 0 ? '' : spaceBefore(filing);
  return { span: { start: at, end: at }, newText: (/\s$/.test(text.slice(at - 1, at)) ? '' : apart) + written };
}

/** A marker like the others of the cell or, where it has none, of the filing. */
function newMarker(filing: Filing, cell: Cell<unknown>, number: number): string {
  const tagged = filing.text.includes('<sup');
  const all = [...cell.markers, ...markersOf(filing).map(({ marker }) => marker)];
  const alone = all.find(({ outer, span }) => !tagged || outer.start !== span.start);
  if (alone) return markerLike(filing, alone, number);
  const bracket = all.some(({ span }) => filing.text.charAt(span.start) === '[') ? ['[', ']'] : ['(', ')'];
  return `<sup>${bracket[0]}${number}${bracket[1]}</sup>`;
}

/** What the filing has between a value and its marker. */
export function spaceBefore(filing: Filing): string {
  const model = markersOf(filing).find(({ cell, marker }) => cell.raw !== '' && cell.span.end <= marker.outer.start);
  return model && model.cell.span.end === model.marker.outer.start ? '' : ' ';
}
