/** Names and words that filings use, to be used again. */
import type { Cell, Filing } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { habitsOf } from '../../operations/rows/habits';

export interface Seen {
  readonly titles: ReadonlySet<string>;
  readonly underlying: ReadonlySet<string>;
  readonly natures: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
}

/** More than this helps nobody. */
const MOST = 50;
/** Longer than any title or nature that EDGAR takes: not worth using again. */
const LONGEST = 150;

/** What one filing uses. */
export function seenIn(filing: Filing): Seen {
  const none = (): Set<string> => new Set();
  const [titles, underlying, natures, owners] = [none(), none(), none(), none()];
  const add = (to: Set<string>, { value, raw }: Cell<string>): void => {
    if (value !== undefined && raw.length <= LONGEST && to.size < MOST && !/[\t\n\r|]/.test(raw)) to.add(raw);
  };
  for (const row of rowsOf(filing)) {
    add(titles, row.securityTitle);
    add(natures, row.natureOfOwnership);
    if (row.table === 'derivativeTable') add(underlying, row.underlyingSecurityTitle);
  }
  for (const { rptOwnerName } of filing.reportingOwners) add(owners, rptOwnerName);
  return { titles, underlying, natures, owners };
}

/** Where words come from besides the filing itself. */
export interface Others {
  /** The other filings that are open. */
  readonly others: readonly Filing[];
  /** What files use that are not open. */
  readonly files?: Iterable<Seen>;
}

/** What a filing uses and, behind it, what the house writes just so, and what other filings use. */
export function seenWords(
  filing: Filing,
  { others, files = [] }: Others,
  what: keyof Seen,
  house: readonly string[] = [],
): string[] {
  const { words: escaped } = habitsOf(filing);
  const own = house.filter((one) => one.length <= LONGEST && !one.includes('<')).map(escaped);
  const words = new Set([...seenIn(filing)[what], ...own, ...others.flatMap((each) => [...seenIn(each)[what]])]);
  for (const file of files) {
    if (words.size >= MOST) break;
    for (const word of file[what]) words.add(word);
  }
  return [...words].slice(0, MOST);
}
