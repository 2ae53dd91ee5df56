/** What each column takes, and how well a cell suits it. */
import { isBlank } from '../../filing/columns';
import type { Column, TextCell } from '../../filing/model';

type Kind = 'title' | 'date' | 'number' | 'code' | 'v' | 'side' | 'ownership' | 'words';
/** What a cell looks like, wherever it stands. */
type Look = 'date' | 'dollars' | 'number' | 'digit' | 'letter' | 'code' | 'text';

interface ColumnKind {
  readonly kind: Kind;
  /** A row that is whole has something here. */
  readonly required?: boolean;
  /** A footnote may stand for the value, so that a marker alone is at home here. */
  readonly footnote?: boolean;
}

const KINDS: Record<Column, ColumnKind> = {
  securityTitle: { kind: 'title', required: true },
  conversionOrExercisePrice: { kind: 'number', footnote: true },
  transactionDate: { kind: 'date', required: true },
  deemedExecutionDate: { kind: 'date' },
  transactionCode: { kind: 'code', required: true },
  transactionFormType: { kind: 'v' },
  transactionShares: { kind: 'number', required: true },
  acquired: { kind: 'number' },
  disposed: { kind: 'number' },
  transactionAcquiredDisposedCode: { kind: 'side', required: true },
  exerciseDate: { kind: 'date', footnote: true },
  expirationDate: { kind: 'date', footnote: true },
  underlyingSecurityTitle: { kind: 'title' },
  underlyingSecurityShares: { kind: 'number', footnote: true },
  transactionPricePerShare: { kind: 'number', footnote: true },
  sharesOwnedFollowingTransaction: { kind: 'number', required: true },
  directOrIndirectOwnership: { kind: 'ownership', required: true },
  natureOfOwnership: { kind: 'words' },
};

/** A cell that cannot be meant for the column: a date in the code column, an amount under A/D. */
export const CONTRADICTION = -4;
/** A cell of just the column's own kind. */
export const GOOD = 4;
/** A cell that the column may hold, and one that it seldom does. */
export const [LIKELY, UNLIKELY] = [2, -2];

/** From CONTRADICTION to GOOD, by kind and look; what is not named here is neither. */
const FITS: Record<Kind, Partial<Record<Look, number>>> = {
  title: { text: LIKELY, number: UNLIKELY, date: CONTRADICTION, dollars: CONTRADICTION },
  date: {
    date: GOOD,
    text: UNLIKELY,
    digit: UNLIKELY,
    number: CONTRADICTION,
    dollars: CONTRADICTION,
    letter: CONTRADICTION,
    code: CONTRADICTION,
  },
  number: {
    number: GOOD,
    digit: GOOD,
    dollars: GOOD,
    text: UNLIKELY,
    date: CONTRADICTION,
    letter: CONTRADICTION,
    code: CONTRADICTION,
  },
  code: {
    letter: GOOD,
    code: GOOD,
    text: UNLIKELY,
    date: CONTRADICTION,
    number: CONTRADICTION,
    dollars: CONTRADICTION,
  },
  v: {
    letter: UNLIKELY,
    digit: UNLIKELY,
    text: UNLIKELY,
    date: CONTRADICTION,
    number: CONTRADICTION,
    dollars: CONTRADICTION,
  },
  side: { letter: LIKELY, text: UNLIKELY, date: CONTRADICTION, number: CONTRADICTION, dollars: CONTRADICTION },
  ownership: {
    letter: LIKELY,
    text: CONTRADICTION,
    date: CONTRADICTION,
    number: CONTRADICTION,
    dollars: CONTRADICTION,
  },
  words: { text: LIKELY, number: UNLIKELY, date: UNLIKELY, dollars: UNLIKELY },
};

/** What is written in a column of a few letters, in capitals. */
const OWN_WORDS: Partial<Record<Kind, ReadonlyMap<string, number>>> = {
  v: new Map([['V', GOOD]]),
  side: new Map([
    ['A', GOOD],
    ['D', GOOD],
  ]),
  ownership: new Map([
    ['D', GOOD],
    ['I', GOOD],
    ['DIRECT', LIKELY],
    ['INDIRECT', LIKELY],
  ]),
};

const DATE = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/;
const CODE = /^[A-Z]{1,2}(?:\/K)?\d?$|^[A-Z] [A-Z]$/i;
/** A digit, a point or a dollar sign, behind a sign or a bracket and behind an escape. */
const NUMBER = /^[-(]?\\?[\d$.]/;
const DOLLARS = /^\\?\$/;
/** One letter is a slip of the fingers in a number; more are words, as in "5% Notes". */
const SEVERAL_LETTERS = /[a-z][^a-z]*[a-z]/i;

function lookOf(raw: string): Look {
  if (raw.length === 1) return /\d/.test(raw) ? 'digit' : /\p{L}/u.test(raw) ? 'letter' : 'text';
  if (DATE.test(raw)) return 'date';
  if (NUMBER.test(raw)) return SEVERAL_LETTERS.test(raw) ? 'text' : DOLLARS.test(raw) ? 'dollars' : 'number';
  return CODE.test(raw) ? 'code' : 'text';
}

/** How well the words suit a column. */
export function fitOfWords(column: Column, raw: string): number {
  const { kind } = KINDS[column];
  const own = OWN_WORDS[kind]?.get(raw.toUpperCase());
  if (own !== undefined) return own;
  if (kind === 'words' && (raw === 'D' || raw === 'I')) return CONTRADICTION;
  return FITS[kind][lookOf(raw)] ?? 0;
}

/** How well a cell suits the column or columns that share a place; undefined for a cell that is not there. */
export function fitOf(columns: readonly Column[], cell: TextCell | undefined): number {
  const [column] = columns;
  if (column === undefined) return 0;
  const { required, footnote } = KINDS[column];
  if (!cell || isBlank(cell)) return required ? UNLIKELY : 0;
  if (cell.raw === '') return footnote ? 1 : required ? -1 : 0;
  // Title and amount of item 7 in one column: words and numbers are both at home there.
  if (columns.length > 1) return lookOf(cell.raw) === 'date' ? CONTRADICTION : LIKELY;
  return fitOfWords(column, cell.raw);
}

/**
 * Where a cell is parted if it holds the words of two columns with a space for their lost separator, counted from the
 * start of its raw text; undefined where it does not.
 */
export function seamOf({ raw }: TextCell, [left]: readonly Column[], [right]: readonly Column[]): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const last = raw.lastIndexOf(' ');
  if (last > 0 && fitOfWords(right, raw.slice(last + 1)) === GOOD) return last;
  const first = raw.indexOf(' ');
  const words = KINDS[right].kind === 'title' || KINDS[right].kind === 'words';
  return words && first > 0 && fitOfWords(left, raw.slice(0, first)) === GOOD ? first : undefined;
}
