/**
 * The tally in file order. A total that goes on exactly from the row directly above is right, whatever the title and the
 * ownership say; where the holdings break elsewhere for it, the title or the ownership of the row is the odd one.
 */
import { absolute, add, equals, isZero, type Decimal } from '../text/decimal';
import { changeOf, classOf, holdingsOf, sameWords } from './holdings';
import type { NonDerivativeRow } from './model';
import { perFiling } from './memo';

/** Rows that stand under one holding, and whose totals are those of another. */
export interface Drift {
  /** One below the other; the first goes on from `above`, each other one from the one above it. */
  readonly rows: readonly NonDerivativeRow[];
  /** The row above them, of the holding that they continue. */
  readonly above: NonDerivativeRow;
  /** The row elsewhere that does not follow unless they are of that holding: it may be the first of the rows. */
  readonly proof: NonDerivativeRow;
  /** True where nothing breaks for them: their own holding stands nowhere else, and the other one ends above them. */
  readonly alone: boolean;
  /** What tells the rows from that holding. */
  readonly differs: 'title' | 'form' | 'nature';
}

export interface Drifts {
  readonly all: readonly Drift[];
  /** For each row of a drift the row whose holding it continues. */
  readonly origin: ReadonlyMap<NonDerivativeRow, NonDerivativeRow>;
}

const NONE: Drifts = { all: [], origin: new Map() };

/** The drifts of Table I. A filing has hardly ever one; accepted ones chain across holdings by chance, from 0. */
export const driftsOf = perFiling<Drifts>(({ nonDerivativeTable: { rows } }) => {
  if (!rows.some((row, at) => enters(rows[at - 1], row))) return NONE;
  const tally = new FileOrder(rows);
  const all: Drift[] = [];
  const origin = new Map<NonDerivativeRow, NonDerivativeRow>();
  for (let at = 1; at < rows.length; at++) {
    const drift = tally.driftAt(at);
    if (!drift) continue;
    all.push(drift);
    for (const row of drift.rows) origin.set(row, drift.above);
    at += drift.rows.length - 1;
  }
  return { all, origin };
});

const totalOf = (row: NonDerivativeRow): Decimal | undefined => row.sharesOwnedFollowingTransaction.value;

/** True where the total of a row is the one of another row and what the row itself adds, to the digit. */
export function goesOnFrom(before: NonDerivativeRow | undefined, row: NonDerivativeRow): boolean {
  if (before?.kind !== 'transaction' || row.kind !== 'transaction') return false;
  const from = totalOf(before);
  const total = totalOf(row);
  const change = changeOf(row);
  return from !== undefined && total !== undefined && change !== undefined && equals(total, add(from, change));
}

/** The holding without its markers: what a row says in letters. */
const wordsOf = (row: NonDerivativeRow): string => holdingsOf(row)[2];

/** True where a row goes on from one of another holding, and neither starts from nothing. */
function enters(above: NonDerivativeRow | undefined, row: NonDerivativeRow): boolean {
  if (!above || standAlike(above, row) || !goesOnFrom(above, row) || wordsOf(above) === wordsOf(row)) return false;
  return !isZero(totalOf(above)!) && !equals(totalOf(row)!, absolute(changeOf(row)!)) && isClear(above) && isClear(row);
}

/** The same words to the letter, as most neighbours have: nothing needs to be put together to compare them. */
const standAlike = (a: NonDerivativeRow, b: NonDerivativeRow): boolean =>
  a.securityTitle.raw === b.securityTitle.raw &&
  a.directOrIndirectOwnership.raw === b.directOrIndirectOwnership.raw &&
  a.natureOfOwnership.raw === b.natureOfOwnership.raw;

const isClear = ({ securityTitle, directOrIndirectOwnership: { value } }: NonDerivativeRow): boolean =>
  securityTitle.value !== undefined && (value === 'D' || value === 'I');

/** In what the holdings of two rows differ; undefined where title and ownership do: then they are two. */
function difference(a: NonDerivativeRow, b: NonDerivativeRow): Drift['differs'] | undefined {
  const isOwnedAlike =
    a.directOrIndirectOwnership.value === b.directOrIndirectOwnership.value &&
    sameWords(a.natureOfOwnership.value) === sameWords(b.natureOfOwnership.value);
  if (classOf(a) !== classOf(b)) return isOwnedAlike ? 'title' : undefined;
  return a.directOrIndirectOwnership.value === b.directOrIndirectOwnership.value ? 'nature' : 'form';
}

class FileOrder {
  /** The places of the rows of each holding, and the place of each row among them. */
  private readonly places = new Map<string, number[]>();
  private readonly nth: number[] = [];
  /** Whether a row follows from the last one of its own holding, however finely that is told from others. */
  private readonly state: ('first' | 'follows' | 'breaks')[] = [];
  /** How often a holding goes on from another one: more than once is a way of adding up, no slip. */
  private readonly entries = new Map<string, number>();

  constructor(private readonly rows: readonly NonDerivativeRow[]) {
    const last = [0, 1, 2].map(() => new Map<string, NonDerivativeRow>());
    rows.forEach((row, at) => {
      if (row.kind !== 'transaction') return;
      const keys = holdingsOf(row);
      const before = last.map((known, identity) => known.get(keys[identity]!));
      last.forEach((known, identity) => known.set(keys[identity]!, row));
      const follows = before.some((one) => goesOnFrom(one, row));
      this.state[at] = follows ? 'follows' : before.some((one) => !one) ? 'first' : 'breaks';
      const words = wordsOf(row);
      const places = this.places.get(words) ?? [];
      this.places.set(words, places);
      this.nth[at] = places.push(at) - 1;
      if (!follows && enters(rows[at - 1], row)) this.entries.set(words, (this.entries.get(words) ?? 0) + 1);
    });
  }

  /** The drift that begins with a row. */
  driftAt(at: number): Drift | undefined {
    const row = this.rows[at]!;
    const above = this.rows[at - 1]!;
    if (this.state[at] === 'follows' || !enters(above, row) || this.entries.get(wordsOf(row)) !== 1) return undefined;
    const differs = difference(above, row);
    if (!differs) return undefined;
    let end = at;
    while (end + 1 < this.rows.length && this.isOneWith(end)) end++;
    const rows = this.rows.slice(at, end + 1);
    const proof = this.proofOf(at, end);
    if (proof) return { rows, above, proof, alone: false, differs };
    return this.isAlone(at, end) ? { rows, above, proof: row, alone: true, differs } : undefined;
  }

  private isOneWith(at: number): boolean {
    const [row, next] = [this.rows[at]!, this.rows[at + 1]!];
    return next.kind === 'transaction' && wordsOf(next) === wordsOf(row) && goesOnFrom(row, next);
  }

  /** The row that breaks as long as the rows from one place to another stand under their own words. */
  private proofOf(at: number, end: number): NonDerivativeRow | undefined {
    const lastRow = this.rows[end]!;
    const next = this.after(at - 1, 1);
    if (next !== undefined && this.state[next] === 'breaks' && !isZero(totalOf(lastRow)!)) {
      const row = this.rows[next]!;
      if (goesOnFrom(lastRow, row)) {
        this.state[next] = 'follows';
        return row;
      }
    }
    if (this.state[at] === 'breaks') return this.rows[at];
    const later = this.after(end, 1);
    if (later === undefined || this.state[later] !== 'breaks') return undefined;
    const before = this.after(at, -1);
    // Several rows that follow one another speak for the words that they stand under.
    if (before === undefined) return end === at ? this.rows[later] : undefined;
    return goesOnFrom(this.rows[before]!, this.rows[later]!) ? this.rows[later] : undefined;
  }

  /**
   * True where no other row is of the holding of these, and none after them of the one that they go on from. An earlier row
   * under the same words is of another holding where its markers are others and its total leads elsewhere.
   */
  private isAlone(at: number, end: number): boolean {
    const isFirst = this.after(at, -1) === undefined || this.state[at] === 'first';
    return isFirst && this.after(end, 1) === undefined && this.after(at - 1, 1) === undefined;
  }

  /** The place of the row so many behind another in its holding. */
  private after(at: number, by: number): number | undefined {
    return this.places.get(wordsOf(this.rows[at]!))?.[this.nth[at]! + by];
  }
}
