/** What the rules of the code column share: how a code cell can be at fault, and how codes and Vs are written. */
import { transactionCode } from '../../facts/transactionCodes';
import type { CodeCell, Filing, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { cleared } from '../clear';
import type { Edit, Fix, RuleContext } from '../rule';

/** The one thing that is wrong with a code cell: each has its rule. */
export type CodeFault = 'unknown' | 'K' | 'V' | 'form 5' | 'several';

/** The letters of the cell; none where it is blank. */
export function lettersOf({ value, others }: CodeCell): string[] {
  return value === undefined ? [] : [value, ...others];
}

/** What is wrong with the cell; undefined where it is blank, or holds one code as the form writes it. */
export function codeFault(cell: CodeCell): CodeFault | undefined {
  // Nearly every cell is one letter that is a code.
  if (cell.raw.length === 1 && cell.suffix === undefined && transactionCode(cell.raw)?.standsAlone) return undefined;
  const letters = lettersOf(cell);
  if (letters.length === 0) return undefined;
  // A Form 5 prints a bare 3 beside a holding that should have been on a Form 3.
  if (cell.raw === '3') return 'form 5';
  if (cell.raw === '/K') return 'K';
  if (!letters.every((letter) => transactionCode(letter))) return 'unknown';
  if (letters.includes('K')) return 'K';
  if (letters[0] === 'V') return 'V';
  if (cell.suffix !== undefined) return 'form 5';
  return letters.length > 1 ? 'several' : undefined;
}

/** The one code of a row that is without fault; undefined where the row has none. */
export function codeOf({ transactionCode: cell }: Row): string | undefined {
  return codeFault(cell) === undefined ? cell.value : undefined;
}

/** Another letter in the cell; K and V beside it stay. */
export function setCode({ span, equitySwapInvolved, voluntary }: CodeCell, letter: string, preferred = false): Fix {
  const newText = letter + (equitySwapInvolved ? '/K' : '') + (voluntary ? ' V' : '');
  return { title: `Change the code to ${newText}`, edits: [{ span, newText }], preferred };
}

/** Takes the V away, wherever it stands. */
export function clearV(filing: Filing, { transactionCode: code, transactionFormType: v }: Row): Fix {
  const edits: Edit[] = [];
  if (v.value === 'V') edits.push(cleared(filing, v));
  if (code.voluntary && code.value)
    edits.push({ span: code.span, newText: code.value + (code.equitySwapInvolved ? '/K' : '') });
  return { title: 'Clear the V', edits, preferred: true };
}

/** True where a cell of the transaction, besides the code, is filled: the row reports one. A date alone makes none of a holding. */
export function saysMore(row: Row): boolean {
  if (row.kind === 'holding') return false;
  if (row.transactionDate.raw !== '' || row.transactionShares.raw !== '') return true;
  if (row.transactionAcquiredDisposedCode.raw !== '') return true;
  if (row.table === 'derivativeTable') return row.acquired.raw !== '' || row.disposed.raw !== '';
  return row.transactionPricePerShare.raw !== '';
}

/**
 * The rows whose cells stand in their columns. For rules that speak of a code and leave the row unaccused, so that its
 * sums are still checked.
 */
export function rowsInPlace({ once }: Pick<RuleContext, 'once'>): readonly Row[] {
  return once(inPlace);
}

/** `row-cells` is the first rule of all, so that what it has accused does not change any more. */
const inPlace = ({ filing, accused }: RuleContext): readonly Row[] =>
  rowsOf(filing).filter((row) => !accused(row, 'row-cells'));
