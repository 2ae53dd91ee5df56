/** Two states of one filing, as a draft and what was signed, a copy that was put aside, a file that was changed since it was saved. */
import { equals, type Decimal } from '../text/decimal';
import type { Entry, Step } from './entry';

/**
 * True where one of two filings is another state of the other, and not a filing before it: the same file, or the same form of
 * the same days with mostly the same transactions. Parts of one report share their days, and no row.
 */
export function isVersionOf(one: Entry, other: Entry): boolean {
  const [a, b] = [one.source, other.source];
  if (a.path === b.path && a.filing === b.filing) return true;
  if (one.accessionNumber !== undefined && other.accessionNumber !== undefined) return false;
  if (one.documentType !== other.documentType || one.periodOfReport !== other.periodOfReport) return false;
  if (one.signed !== undefined && other.signed !== undefined && one.signed !== other.signed) return false;
  const [few, many] = [transactionsIn(one), transactionsIn(other)].sort((x, y) => x.length - y.length);
  if (few!.length === 0) return true;
  const same = few!.filter((step) => many!.some((like) => isSameTransaction(step, like))).length;
  return same * 2 >= few!.length;
}

/** More are not looked at. */
const MOST = 60;

const transactionsIn = ({ steps }: Entry): Step[] => steps.filter(({ kind }) => kind === 'transaction').slice(0, MOST);

const isSameTransaction = (a: Step, b: Step): boolean =>
  a.table === b.table &&
  a.words === b.words &&
  a.transactionDate === b.transactionDate &&
  a.transactionCode === b.transactionCode &&
  a.transactionAcquiredDisposedCode === b.transactionAcquiredDisposedCode &&
  isSame(a.transactionShares, b.transactionShares) &&
  isSame(a.transactionPricePerShare, b.transactionPricePerShare);

const isSame = (a: Decimal | undefined, b: Decimal | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && equals(a, b));
