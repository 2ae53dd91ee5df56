/**
 * Holdings and their running tally. A holding is what one total counts: a class of securities, held directly or in one
 * indirect way (General Instruction 4(b)(iii)). Column 5 is a running tally (SEC staff, Section 16 electronic filing FAQ 1).
 * Table II has no such tally: filers report column 9 a grant at a time.
 */
import type { Cell, Filing, NonDerivativeRow, Row } from './model';
import { add, negate, type Decimal } from '../text/decimal';
import { perFiling } from './memo';

/**
 * How finely holdings are told apart. The footnote marker is part of a holding's identity, since "See footnote (4)" and
 * "See footnote (5)" are two holders; but filers leave markers off, so that looser identities are looked at too.
 */
export type Identity = 'finest' | 'no title markers' | 'no markers';
export const IDENTITIES: readonly Identity[] = ['finest', 'no title markers', 'no markers'];

/** In UTF-16 units. */
const LONGEST = 100_000;

/** The words of a cell for comparing: case, punctuation and spaces do not tell holdings apart. */
export function sameWords(value: string | undefined): string {
  if (value === undefined || value === '') return '';
  const words = value.toLowerCase();
  // No title is that long: such a cell is compared as it stands, for each of its signs would be replaced by itself.
  if (words.length > LONGEST || isPlain(words)) return words;
  // A line break of HTML is a space.
  return words
    .replace(/<br ?\/?>/g, ' ')
    .replace(/[^\p{L}\p{N}%$]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** True for letters and digits of ASCII with one space between the words, as most cells are: nothing is to be replaced. */
function isPlain(words: string): boolean {
  let before = SPACE;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    const isWord = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 36 || unit === 37;
    if (!isWord && (unit !== SPACE || before === SPACE)) return false;
    before = unit;
  }
  return before !== SPACE || words === '';
}

const SPACE = 32;

const markersOf = (cell: Cell<unknown>): string =>
  cell.markers.length === 0 ? '' : cell.markers.map(({ label }) => label).join();

/** The class of a row's securities, without markers. */
export const classOf = ({ securityTitle: { value } }: Row): string => sameWords(value);

/** What tells the row's holding from others. */
export function holdingOf(row: Row, identity: Identity = 'finest'): string {
  return holdingsOf(row)[IDENTITIES.indexOf(identity)]!;
}

/** What tells the row's holding from others under each identity, in the order of IDENTITIES. */
export function holdingsOf(row: Row): readonly [string, string, string] {
  const { securityTitle, directOrIndirectOwnership, natureOfOwnership } = row;
  const form = directOrIndirectOwnership.value ?? '';
  const plain = `${classOf(row)}|${form}|${sameWords(natureOfOwnership.value)}`;
  const owners = `${plain}|${markersOf(directOrIndirectOwnership)}|${markersOf(natureOfOwnership)}`;
  return [`${owners}|${markersOf(securityTitle)}`, owners, plain];
}

/** What the row adds to its holding: above zero for A, below for D; undefined where side or amount cannot be read. */
export function changeOf(row: Row): Decimal | undefined {
  const side = row.transactionAcquiredDisposedCode.value;
  const amount = row.transactionShares.value;
  if (amount === undefined || (side !== 'A' && side !== 'D')) return undefined;
  return side === 'A' ? amount : negate(amount);
}

const chainsOf = perFiling(({ nonDerivativeTable }) => {
  const before = new Map<Row, NonDerivativeRow>();
  const last = new Map<string, NonDerivativeRow>();
  for (const each of nonDerivativeTable.rows) {
    if (each.kind !== 'transaction') continue;
    const holding = holdingOf(each);
    const previous = last.get(holding);
    if (previous) before.set(each, previous);
    last.set(holding, each);
  }
  return before;
});

/**
 * The transaction row of Table I before this one of the same holding; undefined for the first of a holding, for holding
 * rows, and in Table II, which is not chained.
 */
export function rowBefore(filing: Filing, row: Row): NonDerivativeRow | undefined {
  return chainsOf(filing).get(row);
}

/** The total that a row should state: the total before it and what it adds; undefined where one of them is not known. */
export function expectedTotal(filing: Filing, row: Row): Decimal | undefined {
  const before = rowBefore(filing, row)?.sharesOwnedFollowingTransaction.value;
  const change = changeOf(row);
  return before && change ? add(before, change) : undefined;
}
