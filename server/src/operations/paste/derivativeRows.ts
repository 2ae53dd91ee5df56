/** Rows of Table II out of what was copied: of a form, or of a list of options whose headings say what is what. */
import { transactionCode, type Side } from '../../facts/transactionCodes';
import { DERIVATIVE_COLUMNS } from '../../filing/columns';
import type { Column, Filing } from '../../filing/model';
import type { Refusal } from '../operation';
import { habitsOf, type Habits } from '../rows/habits';
import type { Written } from '../rows/line';
import { fieldNamed, nameOf } from './fields';
import type { Line } from './grid';
import { dayIn, sideIn, signedIn } from './values';

/** A column of Table II, or the two of a list that fill column 5 together. */
type Target = Column | 'side' | 'number';

/** What lists of options call the columns of Table II; names that Table I has too count only beside one of these. */
const NAMES: Readonly<Partial<Record<Target, readonly string[]>>> = {
  securityTitle: ['title of derivative security', 'derivative security', 'grant type', 'award type', 'award'],
  conversionOrExercisePrice: [
    'conversion or exercise price of derivative security',
    'conversion or exercise price',
    'exercise price',
    'conversion price',
    'strike price',
    'strike',
    'option price',
    'grant price',
  ],
  acquired: ['acquired', 'number acquired', 'granted', 'options granted'],
  disposed: ['disposed', 'number disposed', 'disposed of', 'exercised', 'options exercised'],
  exerciseDate: ['date exercisable', 'exercisable', 'exercise date', 'vest date', 'vesting date', 'first exercisable'],
  expirationDate: ['expiration date', 'expiration', 'expiry', 'expiry date', 'expires'],
  underlyingSecurityTitle: ['underlying security', 'underlying', 'title of underlying security', 'underlying title'],
  underlyingSecurityShares: [
    'underlying shares',
    'amount or number of shares',
    'number of underlying shares',
    'shares underlying',
  ],
  number: ['options', 'number of options', 'number of derivative securities'],
  transactionPricePerShare: ['price of derivative security'],
  sharesOwnedFollowingTransaction: ['options outstanding', 'outstanding', 'remaining', 'options remaining'],
};
const OWN = new Map(
  Object.entries(NAMES).flatMap(([target, names]) => names.map((name) => [name, target as Target] as const)),
);
/** What the names that both tables have are in Table II. */
const SHARED: Readonly<Partial<Record<NonNullable<ReturnType<typeof fieldNamed>>, Target>>> = {
  title: 'securityTitle',
  date: 'transactionDate',
  deemed: 'deemedExecutionDate',
  code: 'transactionCode',
  early: 'transactionFormType',
  side: 'side',
  amount: 'number',
  price: 'transactionPricePerShare',
  total: 'sharesOwnedFollowingTransaction',
  ownership: 'directOrIndirectOwnership',
  nature: 'natureOfOwnership',
};

const DATES: ReadonlySet<Target> = new Set([
  'transactionDate',
  'deemedExecutionDate',
  'exerciseDate',
  'expirationDate',
]);
const PRICES: ReadonlySet<Target> = new Set(['conversionOrExercisePrice', 'transactionPricePerShare']);
const SHARES: ReadonlySet<Target> = new Set([
  'acquired',
  'disposed',
  'number',
  'underlyingSecurityShares',
  'sharesOwnedFollowingTransaction',
]);
/** Lists of trades in shares have no such columns. */
const SURE: ReadonlySet<Target> = new Set([
  'conversionOrExercisePrice',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
]);
const CALLED: Readonly<Partial<Record<Target, string>>> = {
  securityTitle: 'title of the derivative security',
  transactionDate: 'transaction date',
  transactionCode: 'transaction code',
};
const MARKER = /(?:<sup>)?\(\d{1,2}\)(?:<\/sup>)?/g;

/** The lines below the headings with the column of each cell; undefined where they are no rows of Table II. */
export function derivativeGrid(
  grid: readonly Line[],
): { readonly lines: readonly Line[]; readonly targets: readonly (Target | undefined)[] } | undefined {
  const width = grid.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const rows = grid.filter(({ cells }) => cells.length >= 14 && dayIn(cells[2] ?? '') !== undefined);
  if (rows.length > 0 && width <= DERIVATIVE_COLUMNS.length && rows.every(({ cells }) => isCode(cells[4] ?? '')))
    return { lines: rows, targets: DERIVATIVE_COLUMNS.map(([column]) => column) };
  for (const [at, { cells }] of grid.slice(0, 12).entries()) {
    const own = cells.map((cell) => OWN.get(nameOf(cell)));
    if (own.filter((target) => target !== undefined).length < 2 || !own.some((target) => target && SURE.has(target)))
      continue;
    const targets = cells.map((cell, place) => own[place] ?? SHARED[fieldNamed(cell) ?? 'none']);
    return { lines: grid.slice(at + 1), targets };
  }
  return undefined;
}

const isCode = (cell: string): boolean => /^[A-Z](?:\/K)?\b/.test(cell);

/** The cells of a row of Table II, in the filing's own habits. What a list does not say stays blank; what is odd is refused. */
export function derivativeRow(
  filing: Filing,
  { number, cells }: Line,
  targets: readonly (Target | undefined)[],
): Written | Refusal {
  const wrong = (what: string): Refusal => ({ refused: `Nothing was changed: line ${number}: ${what}` });
  const found = new Map<Target, string>();
  for (const [place, target] of targets.entries()) {
    const words = (cells[place] ?? '').replace(MARKER, '').trim();
    if (target === undefined || /^[-\u2013\u2014]{0,2}$/.test(words)) continue;
    if (found.has(target)) return wrong(`two columns of what was copied are the same column of Table II.`);
    found.set(target, words);
  }
  for (const needed of ['securityTitle', 'transactionDate', 'transactionCode'] as const)
    if (!found.has(needed))
      return wrong(`a row of Table II needs the ${CALLED[needed]}, and none stands in what was copied.`);
  const habits = habitsOf(filing);
  const written: Partial<Record<Target, string>> = {};
  for (const [target, words] of found) {
    const cell = cellIn(target, words, habits);
    if (cell === undefined) return wrong(`expected ${expected(target)}; found “${words.slice(0, 40)}”.`);
    written[target] = cell;
  }
  const { side, number: amount, ...rest } = written;
  if (amount === undefined) return rest;
  const stated = side ?? transactionCode(found.get('transactionCode'))?.side.derivativeTable;
  if (stated === undefined)
    return wrong('whether the securities were acquired (A) or disposed of (D) does not stand there.');
  return { ...rest, [stated === 'A' ? 'acquired' : 'disposed']: amount };
}

function cellIn(target: Target, words: string, { date, shares, price, words: plain }: Habits): string | undefined {
  if (DATES.has(target)) {
    const day = dayIn(words);
    return day === undefined ? undefined : date(day);
  }
  if (PRICES.has(target) || SHARES.has(target)) {
    const read = signedIn(words);
    if (!read || read.negative || (read.dollars && SHARES.has(target))) return undefined;
    return PRICES.has(target) ? price(read.value) : shares(read.value);
  }
  if (target === 'transactionCode') return transactionCode(words.replace(/\/K$/, ''))?.standsAlone ? words : undefined;
  if (target === 'transactionFormType') return /^v$/i.test(words) ? 'V' : undefined;
  if (target === 'side') return sideIn(words)?.side satisfies Side | undefined;
  if (target === 'directOrIndirectOwnership') return /^(d|i)(?:n?direct)?$/i.exec(words)?.[1]?.toUpperCase();
  return words.includes('<') ? undefined : plain(words);
}

function expected(target: Target): string {
  if (DATES.has(target)) return 'a date, with the month before the day where both are digits';
  if (PRICES.has(target)) return 'a price';
  if (SHARES.has(target)) return 'a number of securities';
  if (target === 'transactionCode') return 'a transaction code of the form';
  if (target === 'transactionFormType') return 'V or nothing';
  if (target === 'side') return 'whether the securities were acquired or disposed of';
  return target === 'directOrIndirectOwnership' ? 'D or I' : 'words without “<”';
}
