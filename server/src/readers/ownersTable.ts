/** The table of reporting owners below the tables of an older page of EDGAR's: the one place of those after the first. */
import type { ReportingOwner, TextCell } from '../filing/model';
import type { Span } from '../text/span';
import { isBlankIn, trim } from '../text/white';
import { cellAt } from './boxText';
import { blankCell } from './cells/cell';
import { wordsOf } from './cells/words';
import { bodyOf, type Part } from './parts';
import type { Source } from './source';

/** A name with its address, and one cell for each relationship. */
const CELLS = 5;
/** The lines of a name and an address. */
const MOST_LINES = 8;
const HEADING = /^\W*(?:Director\b|Reporting Owner|Relationships\W*$)/i;
const TICK = /^[_*[\]\s]*X[_*[\]\s]*$/i;

/**
 * The owners of the table whose names are not among those of the boxes. Where a name and its address are one line, nothing
 * tells where the address begins: the name stays blank.
 */
export function furtherOwners(
  source: Source,
  part: Part | undefined,
  known: readonly ReportingOwner[],
): readonly ReportingOwner[] {
  if (!part) return [];
  const { text, lines } = source;
  const names = known.flatMap(({ rptOwnerName }) => rptOwnerName.value?.toLowerCase() ?? []);
  const found: ReportingOwner[] = [];
  let above: Span[] = [];
  const run = bodyOf(part);
  for (let number = run.from; number < run.to; number++) {
    const line = lines.lineSpan(number);
    if (isBlankIn(text, line)) continue;
    const places: number[] = [];
    source.findCells(text, line.start, line.end, places);
    const first = trim(text, places[0]!, places[1]!);
    if (HEADING.test(text.slice(first.start, Math.min(first.end, first.start + 80)))) above = [];
    else if (places.length / 2 < CELLS) above = above.length < MOST_LINES ? [...above, first] : [];
    else {
      const owner = ownerOf(text, [...above, first], places);
      above = [];
      if (!isKnown(text, owner, first, names)) found.push(owner);
    }
  }
  return found;
}

function isKnown(text: string, { rptOwnerName: { value } }: ReportingOwner, line: Span, names: string[]): boolean {
  const words = value?.toLowerCase() ?? wordsOf(text.slice(line.start, line.end)).toLowerCase();
  const known = value === undefined ? names.some((name) => words.startsWith(name)) : names.includes(words);
  if (!known && value !== undefined) names.push(words);
  return known;
}

function ownerOf(text: string, who: readonly Span[], places: readonly number[]): ReportingOwner {
  const cell = (column: number): TextCell => {
    const [start, end] = [places[column * 2]!, places[column * 2 + 1]!];
    return cellAt(text, trim(text, start, end), { start, end });
  };
  const words = (column: number): TextCell | undefined => {
    const said = cell(column);
    return said.raw === '' || TICK.test(said.raw) ? undefined : said;
  };
  const whole = { start: who[0]!.start, end: who[who.length - 1]!.end };
  const name = who.length > 1 ? cellAt(text, who[0]!, whole) : { ...blankCell(whole.start), cellSpan: whole };
  const address = trim(text, name.span.end, whole.end);
  return {
    rptOwnerName: name,
    address: { ...cellAt(text, address, whole), value: wordsOf(text.slice(address.start, address.end)) },
    isDirector: cell(1).raw !== '',
    isTenPercentOwner: cell(2).raw !== '',
    isOfficer: cell(3).raw !== '',
    isOther: cell(4).raw !== '',
    officerTitle: words(3),
    otherText: words(4),
    relationship: { start: places[2]!, end: places[9]! },
    roles: {},
  };
}
