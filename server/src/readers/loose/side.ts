/** Which column of Table II an amount stands in, by its code. */
import { transactionCode, type Side } from '../../facts/transactionCodes';
import { compare } from '../../text/decimal';
import { readNumber } from '../cells/values';
import type { AlignedRow } from './align';
import type { Token } from './tokens';

/** The column of the grammar of Table II in which the amount stands. */
export const AMOUNT = 6;
const [CODE, TOTAL] = [4, 12];

/**
 * The column of Table II that the amount stands in. Nothing is left of the blank one beside it, so the code alone says it;
 * undefined where the code may take either.
 */
export function sideOf(tokens: readonly Token[], cells: AlignedRow['cells']): Side | undefined {
  const amount = cells[AMOUNT]!;
  const code = cells[CODE]!;
  if (amount.to === amount.from) return 'A';
  if (code.to === code.from) return undefined;
  const known = transactionCode(tokens[code.from]!.raw.charAt(0));
  const side = known?.side.derivativeTable;
  // What is converted into another derivative security is given for it: as much is held behind it as was received, or more.
  const total = cells[TOTAL]!;
  const isReceived =
    known?.exercise === true &&
    !known.paysExercisePrice &&
    total.to > total.from &&
    isAtLeast(tokens[total.from]!, tokens[amount.from]!);
  return isReceived ? undefined : side;
}

/** False where one of them is no number. */
function isAtLeast(one: Token, other: Token): boolean {
  const [a, b] = [readNumber(one.raw).value, readNumber(other.raw).value];
  return a !== undefined && b !== undefined && compare(a, b) >= 0;
}
