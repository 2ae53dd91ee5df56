/** The chains of the tally: the rows of each holding one below the other, and where a total does not follow. */
import { driftsOf, goesOnFrom } from '../../filing/drifts';
import { IDENTITIES, changeOf, classOf, holdingOf, holdingsOf } from '../../filing/holdings';
import type { NonDerivativeRow } from '../../filing/model';
import { ZERO, absolute, add, compare, equals, parseDecimal, subtract, type Decimal } from '../../text/decimal';
import type { RuleContext } from '../rule';

/** A row of a chain with all that the tally needs known of it. */
export interface Step {
  readonly row: NonDerivativeRow;
  /** Above zero for shares acquired, below for shares disposed of. */
  readonly change: Decimal;
  readonly total: Decimal;
}

/** A row of a chain and whether it follows. */
export interface Link {
  readonly step: Step;
  /** False where a rule before has found fault with the row, or its change cannot be read. */
  readonly checked: boolean;
  /** Breaks under every identity, as far as a row of the same holding stands before it. */
  readonly broken: boolean;
  /** Stated less expected, under the finest identity. */
  readonly difference: Decimal;
}

const CENT = parseDecimal('0.01')!;

/**
 * True where every total follows from the last of its holding, in all that can be read: no chain that is cut, and no
 * looser identity, can then make a break. Nearly every filing is like that.
 */
export function addsUp(rows: readonly NonDerivativeRow[]): boolean {
  const last = new Map<string, Decimal>();
  for (const row of rows) {
    const total = row.sharesOwnedFollowingTransaction.value;
    if (row.kind !== 'transaction' || !total) continue;
    const holding = holdingOf(row);
    const before = last.get(holding);
    const change = before && changeOf(row);
    if (before && change && !follows(before, change, total)) return false;
    last.set(holding, total);
  }
  return true;
}

/** What is open in one class of securities: the last step of each holding, under each identity, and its chain. */
interface OpenClass {
  readonly last: readonly Map<string, Step>[];
  readonly chains: Map<string, Link[]>;
}

/** The chains of the finest identity, each cut where a row cannot be followed, up to the row behind so many broken ones. */
export function chainsOf({ filing, accused, suspect }: RuleContext, most: number): { chains: Link[][]; until: number } {
  const { rows } = filing.nonDerivativeTable;
  const moved = driftsOf(filing).origin;
  const open = new Map<string, OpenClass>();
  const chains: Link[][] = [];
  let brokenOnes = 0;
  let until = 0;
  for (; until < rows.length && brokenOnes < most; until++) {
    const row = rows[until]!;
    if (row.kind !== 'transaction') continue;
    if (accused(row, 'row-cells')) {
      open.clear();
      continue;
    }
    const total = row.sharesOwnedFollowingTransaction.value;
    const { securityTitle, directOrIndirectOwnership: ownership, natureOfOwnership: nature } = row;
    const unclear =
      (ownership.value !== 'D' && ownership.value !== 'I') ||
      suspect(securityTitle) ||
      suspect(ownership) ||
      suspect(nature) ||
      // A price stands where the total should.
      (accused(row, 'cells-exchanged') && suspect(row.sharesOwnedFollowingTransaction));
    // A row whose total goes on from the one above it is of that one's holding, where its own breaks for it.
    const origin = moved.get(row) ?? row;
    const name = classOf(origin);
    if (unclear || total === undefined) {
      // Which holding the row belongs to, or where it left it, is not known: no chain of its class goes on across it.
      open.delete(name);
      continue;
    }
    let ofClass = open.get(name);
    if (!ofClass)
      open.set(
        name,
        (ofClass = { last: IDENTITIES.map(() => new Map<string, Step>()), chains: new Map<string, Link[]>() }),
      );
    const { last } = ofClass;
    const keys = holdingsOf(origin);
    const known = changeOf(row);
    const change = known ?? ZERO;
    const step: Step = { row, change, total };
    const checked = known !== undefined && !accused(row);
    const finest = last[0]!.get(keys[0]);
    const difference = finest ? subtract(total, add(finest.total, change)) : ZERO;
    const broken =
      checked &&
      last.every((steps, at) => {
        const before = steps.get(keys[at]!);
        return before !== undefined && !follows(before.total, change, total);
      });
    if (broken && goesOnFrom(rows[until - 1], row)) {
      // Which holding the row is of is open: the number is right, and no chain goes on across it.
      for (let at = 0; at < last.length; at++) last[at]!.delete(keys[at]!);
      ofClass.chains.delete(keys[0]);
      continue;
    }
    for (let at = 0; at < last.length; at++) last[at]!.set(keys[at]!, step);
    if (broken) brokenOnes++;
    const link = { step, checked, broken, difference };
    const chain = ofClass.chains.get(keys[0]);
    if (chain) chain.push(link);
    else {
      const begun = [link];
      ofClass.chains.set(keys[0], begun);
      chains.push(begun);
    }
  }
  return { chains, until };
}

/** True where a total follows from the one before it and what is added. */
export function follows(before: Decimal, change: Decimal, total: Decimal): boolean {
  const expected = add(before, change);
  if (equals(total, expected)) return true;
  // Totals with fractions are rounded here and there.
  return (total.scale > 0 || before.scale > 0) && compare(absolute(subtract(total, expected)), CENT) <= 0;
}
