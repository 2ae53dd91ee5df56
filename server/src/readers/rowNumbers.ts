/** The rows of a table as numbers (filing/rowNumbers), from the columns of its cells. */
import { MOST_ROWS } from '../facts/limits';
import type { TableName } from '../filing/model';
import { CITES, GRANT, HOLDING, PLACES, WORDS, type Cited, type RowNumbers } from '../filing/rowNumbers';
import { isSpace } from '../text/white';
import { NO_MARKERS } from './cells/cell';
import { BLANK, type CellColumns } from './cells/cellColumns';
import { kindOfI, kindOfII, ODD, OTHER } from './plainRow';

/** The cells that tell holdings apart and, in Table II, those that tell grants apart. */
const HOLDER_I = [0, 9, 10];
const HOLDER_II = [0, 14, 15];
const GRANTED = [1, 8, 9];
/** Price, amount, code and date, in this order; in Table II the amount has two columns. */
const TRADE_I = [7, 5, 3, 1] as const;
const TRADE_II = [12, 6, 7, 4, 2] as const;
const NATURE_I = 10;
const NATURE_II = 15;
const UNDER = 10;
const [DEEMED_I, DEEMED_II] = [2, 3];
/** What most titles of derivative securities have, and hardly a title of Table I. */
const RIGHTS = /option|warrant|right/i;
const FOOT = /foot/i;
/** No shorter words send the reader to a footnote. */
const SHORTEST = 'see footnote'.length;

/** The numbers of a table of which each row is plain or odd; undefined for any other. */
export function numbersOf(source: CellColumns, name: TableName): RowNumbers | undefined {
  const { rows, firstCell } = source;
  const isFirst = name === 'nonDerivativeTable';
  const values = new Array<number>(rows * PLACES).fill(0);
  let hasOdd = false;
  let hasDeemed = false;
  for (let row = 0; row < rows; row++) {
    const first = firstCell[row]!;
    const width = firstCell[row + 1]! - first;
    const kind = (isFirst ? kindOfI : kindOfII)(source, first, width, values, row * PLACES);
    if (kind === OTHER) return undefined;
    if (kind !== ODD) continue;
    hasOdd = true;
    hasDeemed ||= source.look(first + (isFirst ? DEEMED_I : DEEMED_II)) !== BLANK;
  }
  const holder = isFirst ? HOLDER_I : HOLDER_II;
  const nature = isFirst ? NATURE_I : NATURE_II;
  let mayBeOneHolding = rows > MOST_ROWS;
  let titlesDiffer = false;
  let titlesDrift = false;
  let namesRights = false;
  let namesItself = false;
  let speaksOfNotes = false;
  let citesTwice = false;
  for (let row = 0; row < rows; row++) {
    const alike = firstAlike(source, values, row, HOLDING, holder, isSameCell);
    values[row * PLACES + HOLDING] = alike;
    values[row * PLACES + WORDS] =
      alike === row ? firstAlike(source, values, row, WORDS, holder, isSame) : values[alike * PLACES + WORDS]!;
    const title = firstCell[row]!;
    if (source.split.size > 0) values[row * PLACES + CITES] = citedByTrade(source, title, isFirst ? TRADE_I : TRADE_II);
    if (alike === row) {
      if (row > 0 && !isSame(source, title, firstCell[0]!)) titlesDiffer = true;
      if (rows > MOST_ROWS) titlesDrift = titlesDiffer;
      else
        for (let other = 0; other < row; other++) {
          if (values[other * PLACES + HOLDING] !== other) continue;
          const there = firstCell[other]!;
          titlesDrift ||= !isSame(source, title, there) && mayBeOneClass(source, title, there);
          mayBeOneHolding ||= isAlike(source, title, there) && mayBeOne(source, row, other, nature);
        }
      if (isFirst && RIGHTS.test(wordsOf(source, title))) namesRights = true;
      speaksOfNotes ||= speaksOfNote(source, title);
      speaksOfNotes ||= title + nature < firstCell[row + 1]! && speaksOfNote(source, title + nature);
    }
    if (isFirst) continue;
    const grant = firstAlike(source, values, row, GRANT, GRANTED, isSameCell);
    values[row * PLACES + GRANT] = values[grant * PLACES + HOLDING] === alike ? grant : row;
    namesItself ||= isAlike(source, title, title + UNDER);
    speaksOfNotes ||= speaksOfNote(source, title + UNDER);
  }
  const markers: Cited[] = [];
  if (source.split.size > 0)
    for (const split of source.split.values()) {
      if (split.markers.length > 1) citesTwice = true;
      for (const marker of split.markers) markers.push(marker);
    }
  return {
    ...{ rows, values, markers, hasOdd, hasDeemed },
    titlesDiffer,
    titlesDrift,
    mayBeOneHolding,
    namesRights,
    namesItself,
    speaksOfNotes,
    citesTwice,
  };
}

/** The footnote that a trade cites, as CITES has it: that of its price or, where it is alone, that of its amount. */
function citedByTrade({ split }: CellColumns, first: number, cells: readonly number[]): number {
  let cited = 0;
  for (const at of cells) {
    const markers = split.get(first + at)?.markers;
    if (!markers) continue;
    const isFirst = cited === 0 && markers.length === 1 && (at === cells[0] || cells.indexOf(at) < cells.length - 2);
    cited = isFirst ? (markers[0]!.number ?? -1) : -1;
    if (at === cells[0] || cited === -1) return cited;
  }
  return cited;
}

type Comparison = (source: CellColumns, one: number, two: number) => boolean;

/**
 * The first row that has the same in some cells. Of more rows than a form has, each is compared with the one above it alone.
 */
function firstAlike(
  source: CellColumns,
  values: readonly number[],
  row: number,
  place: number,
  cells: readonly number[],
  compare: Comparison,
): number {
  const lowest = source.rows > MOST_ROWS ? Math.max(0, row - 1) : 0;
  for (let other = row - 1; other >= lowest; other--) {
    const known = values[other * PLACES + place]!;
    if ((known === other || other === row - 1) && haveSame(source, row, other, cells, compare)) return known;
  }
  return row;
}

function haveSame(
  source: CellColumns,
  row: number,
  other: number,
  cells: readonly number[],
  compare: Comparison,
): boolean {
  const { firstCell } = source;
  const [one, two] = [firstCell[row]!, firstCell[other]!];
  for (const at of cells) {
    const [isHere, isThere] = [one + at < firstCell[row + 1]!, two + at < firstCell[other + 1]!];
    if (isHere && isThere) {
      if (!compare(source, one + at, two + at)) return false;
    } else if (isHere ? !isNothing(source, one + at) : isThere && !isNothing(source, two + at)) return false;
  }
  return true;
}

/** Nothing stands in a cell; a row may end before its last column. */
const isNothing = (source: CellColumns, cell: number): boolean => {
  const end = source.end(cell);
  for (let at = source.start(cell); at < end; at++) if (!isSpace(source.text.charCodeAt(at))) return false;
  return true;
};

/** The same characters, markers and all. */
const isSameCell = (source: CellColumns, one: number, two: number): boolean =>
  areSame(source.text, source.start(one), source.end(one), source.start(two), source.end(two));

/** The same words, whatever the markers. */
const isSame = (source: CellColumns, one: number, two: number): boolean =>
  areSame(source.text, source.from(one), source.to(one), source.from(two), source.to(two));

function areSame(text: string, from: number, to: number, other: number, otherTo: number): boolean {
  if (to - from !== otherTo - other) return false;
  for (let at = from, there = other; at < to; at++, there++)
    if (text.charCodeAt(at) !== text.charCodeAt(there)) return false;
  return true;
}

/** True where the holding of a row may be that of another with a like title: it is not where the cells cite other notes. */
function mayBeOne(source: CellColumns, row: number, other: number, nature: number): boolean {
  const { firstCell } = source;
  const [one, two] = [firstCell[row]!, firstCell[other]!];
  const owner = nature - 1;
  if (!isAlike(source, one + owner, two + owner) || !citeAlike(source, one, two)) return false;
  if (!citeAlike(source, one + owner, two + owner)) return false;
  const [isHere, isThere] = [one + nature < firstCell[row + 1]!, two + nature < firstCell[other + 1]!];
  if (!isHere || !isThere) return true;
  return isAlike(source, one + nature, two + nature) && citeAlike(source, one + nature, two + nature);
}

function citeAlike({ split }: CellColumns, one: number, two: number): boolean {
  const [here, there] = [split.get(one)?.markers ?? NO_MARKERS, split.get(two)?.markers ?? NO_MARKERS];
  return here.length === there.length && here.every(({ label }, at) => label === there[at]!.label);
}

/**
 * True where the words of two cells may mean the same: their letters and digits do, small or capital. Where a character is
 * not ASCII, or words of markup may be among them, they may.
 */
const isAlike = (source: CellColumns, one: number, two: number): boolean => areAlike(source, one, two, isPassedOver);

/** True where two titles may be spellings of one class: they are alike but for letters that make a plural. */
const mayBeOneClass = (source: CellColumns, one: number, two: number): boolean =>
  areAlike(source, one, two, isOfNoClass);

function areAlike(source: CellColumns, one: number, two: number, isPassedOver: (unit: number) => boolean): boolean {
  const { text } = source;
  let [at, there] = [source.from(one), source.from(two)];
  const [end, thereEnd] = [source.to(one), source.to(two)];
  for (;;) {
    while (at < end && isPassedOver(text.charCodeAt(at))) at++;
    while (there < thereEnd && isPassedOver(text.charCodeAt(there))) there++;
    if (at === end || there === thereEnd) return at === end && there === thereEnd;
    const [unit, other] = [text.charCodeAt(at++), text.charCodeAt(there++)];
    if (isUnclear(unit) || isUnclear(other)) return true;
    if (unit !== other && ((unit ^ other) !== 32 || !isLetter(unit))) return false;
  }
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
const isUnclear = (unit: number): boolean => unit > 126 || unit === 60 || unit === 38; // < &
/** Neither a letter nor a digit, nor one of the signs that tell holdings apart: $ and %. */
const isPassedOver = (unit: number): boolean =>
  unit < 127 && !isUnclear(unit) && !isLetter(unit) && (unit < 48 || unit > 57) && unit !== 36 && unit !== 37;

/** As well an s, and the signs. */
const isOfNoClass = (unit: number): boolean => isPassedOver(unit) || (unit | 32) === 115 || unit === 36 || unit === 37;

const wordsOf = (source: CellColumns, cell: number): string => source.text.slice(source.from(cell), source.to(cell));

const speaksOfNote = (source: CellColumns, cell: number): boolean =>
  cell < source.cells && source.to(cell) - source.from(cell) >= SHORTEST && FOOT.test(wordsOf(source, cell));
