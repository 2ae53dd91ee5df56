/** A new row as a line with places to fill in, in the order in which they are typed. */
import type { Column, Filing, Row } from '../../filing/model';
import { named, place, type Piece } from '../../text/snippet';
import type { Span } from '../../text/span';
import { lineEndOf, STOP } from './line';

/** A column that is typed, and what the place is called as long as nothing stands there; '' where it may stay blank. */
export type ToFill = readonly (readonly [Column, string])[];

const TOTAL = ['sharesOwnedFollowingTransaction', 'total'] as const;
const PRICE = ['transactionPricePerShare', 'price'] as const;

/** What a row of each table is still without when its title, date and ownership are there. */
export const TO_FILL: Readonly<Record<Row['table'], Readonly<Record<Row['kind'], ToFill>>>> = {
  nonDerivativeTable: {
    transaction: [
      ['transactionCode', 'code'],
      ['transactionShares', 'amount'],
      ['transactionAcquiredDisposedCode', 'side, A or D'],
      PRICE,
      TOTAL,
    ],
    holding: [TOTAL],
  },
  derivativeTable: {
    transaction: [
      ['transactionCode', 'code'],
      // Just one of the two is filled.
      ['acquired', ''],
      ['disposed', ''],
      ['underlyingSecurityShares', 'shares under it'],
      PRICE,
      TOTAL,
    ],
    holding: [['underlyingSecurityShares', 'shares under it'], TOTAL],
  },
};

/** Stands in a line for the n-th place until the line is taken apart. */
export const stopAt = (at: number): string => String.fromCharCode(FIRST + at);
const FIRST = 0xe000;

/** A line with such places as pieces. */
export function piecesOf(line: string, toFill: ToFill): Piece[] {
  const pieces: Piece[] = [];
  let rest = line;
  for (let at = rest.search(STOP); at >= 0; at = rest.search(STOP)) {
    const found = toFill[rest.charCodeAt(at) - FIRST];
    pieces.push(rest.slice(0, at), ...(found ? [found[1] === '' ? place() : named(found[1])] : []));
    rest = rest.slice(at + 1);
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

/**
 * Where a line goes that is set below another. It is set in at the beginning of the next line where there is one: an editor
 * gives what it sets in behind a line the white space with which that one begins.
 */
export function lineBelow(
  filing: Filing,
  end: number,
): { span: Span; before: readonly string[]; behind: readonly string[] } {
  const { lines } = filing;
  const next = lines.starts[lines.lineAt(end) + 1];
  const eol = lineEndOf(filing);
  if (next === undefined) return { span: { start: end, end }, before: [eol], behind: [] };
  return { span: { start: next, end: next }, before: [], behind: [eol] };
}
