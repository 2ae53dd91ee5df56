/**
 * Two filings of one person, made up so that the second goes on from the first, and the faults that come of making the one
 * out of the other: an opening that is off, a date left, a holding dropped, a grant not reduced.
 */
import { below, pick, type Random } from '../generate';
import type { Cells, Parts } from '../humanFaults';

/** Two filings in parts, the earlier one first. */
export interface Pair {
  readonly first: Parts;
  readonly second: Parts;
}

/** A fault in the second filing. */
export interface PairFault {
  readonly name: string;
  /** The rules that may tell it: one of them, once. */
  readonly told: readonly string[];
  /** Makes the fault and gives the words at which it is told; undefined where the pair has no place for it. */
  readonly make: (next: Random, pair: Pair) => string | undefined;
}

const group = (n: number): string => n.toLocaleString('en-US');
const date = (day: number, month: number): string =>
  `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/2022`;
const dollars = (cents: number): string => `\\$${(cents / 100).toFixed(2)}`;
const numberOf = (cell: string): number => Number(cell.replace(/[\\$,]/g, ''));

const [CODE, TOTAL, TOTAL_II] = [3, 8, 13] as const;
const HOLDERS = ['By Spouse', 'By Family Trust', 'By Daughter', 'By Quay Partners LP'];

/** What is held between two filings. */
interface Held {
  direct: number;
  readonly indirect: Map<string, number>;
  readonly grants: Map<string, number>;
}

function filing(next: Random, held: Held, month: number, grants: readonly string[]): Parts {
  const day = 7 + below(next, 3);
  const parts: Parts = { box3: date(day, month), signed: date(day + 1, month), tableI: [], tableII: [], notes: [] };
  const price = 2_000 + below(next, 6_000);
  const row = (code: string, amount: number, side: 'A' | 'D', paid: string): void => {
    held.direct += side === 'A' ? amount : -amount;
    parts.tableI.push([
      'Common Stock',
      date(day, month),
      '',
      code,
      '',
      group(amount),
      side,
      paid,
      group(held.direct),
      'D',
      '',
    ]);
  };
  for (const grant of grants) {
    const left = held.grants.get(grant)!;
    const amount = 100 + below(next, Math.max(1, left >> 2));
    if (amount >= left) continue;
    held.grants.set(grant, left - amount);
    row('M', amount, 'A', grant);
    const terms = [date(1, 2), '02/01/2030', 'Common Stock', group(amount), '\\$0', group(left - amount), 'D', ''];
    parts.tableII.push([
      'Stock Option (Right to Buy)',
      grant,
      date(day, month),
      '',
      'M',
      '',
      '',
      group(amount),
      ...terms,
    ]);
  }
  for (let count = 1 + below(next, 3); count > 0; count--)
    row('S', 1 + below(next, held.direct >> 3), 'D', dollars(price + below(next, 90)));
  for (const [holder, shares] of held.indirect)
    parts.tableI.push(['Common Stock', ...Array<string>(7).fill(''), group(shares), 'I', holder]);
  return parts;
}

/** Two filings a month apart, of exercises, sales and what others hold. */
export function pairOf(next: Random): Pair {
  const holders = HOLDERS.slice(0, 1 + below(next, HOLDERS.length));
  const held: Held = {
    direct: 10_000 + below(next, 90_000),
    indirect: new Map(holders.map((holder) => [holder, 1_000 + below(next, 60_000)])),
    grants: new Map(['\\$11.50', '\\$23.75'].map((grant) => [grant, 4_000 + below(next, 9_000)])),
  };
  const grants = [...held.grants.keys()].slice(0, below(next, 3));
  const first = filing(next, held, 2, grants);
  return { first, second: filing(next, held, 3, grants) };
}

/** One slip of the hand in a number. */
function slipped(next: Random, value: number): number {
  const digits = String(value);
  const at = below(next, digits.length - 1);
  const swapped = digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2);
  if (swapped !== digits && !swapped.startsWith('0') && next() < 0.5) return Number(swapped);
  const other = String(1 + ((Number(digits[at]) + below(next, 8)) % 9));
  return Number(digits.slice(0, at) + other + digits.slice(at + 1));
}

/** All totals of a holding by so much more. */
const shift = (rows: readonly Cells[], by: number): boolean => {
  const totals = rows.map((cells) => numberOf(cells[TOTAL]!) + by);
  if (by === 0 || totals.some((total) => total < 0)) return false;
  rows.forEach((cells, at) => (cells[TOTAL] = group(totals[at]!)));
  return true;
};

export const PAIR_FAULTS: readonly PairFault[] = [
  {
    name: 'opening mistyped',
    told: ['opening'],
    make(next, { first, second }) {
      const direct = second.tableI.filter((cells) => cells[CODE] !== '');
      const before = first.tableI.filter((cells) => cells[CODE] !== '');
      const left = numberOf(before[before.length - 1]![TOTAL]!);
      return shift(direct, slipped(next, left) - left) ? direct[0]![TOTAL] : undefined;
    },
  },
  {
    name: 'opening stale',
    told: ['opening'],
    make(_, { first, second }) {
      const direct = second.tableI.filter((cells) => cells[CODE] !== '');
      const before = first.tableI.filter((cells) => cells[CODE] !== '');
      const change = before.reduce((sum, cells) => sum + (cells[6] === 'A' ? 1 : -1) * numberOf(cells[5]!), 0);
      return shift(direct, -change) ? direct[0]![TOTAL] : undefined;
    },
  },
  {
    name: 'opening off by some',
    told: ['opening'],
    make(next, { second }) {
      const direct = second.tableI.filter((cells) => cells[CODE] !== '');
      return shift(direct, -(1 + below(next, 3_000))) ? direct[0]![TOTAL] : undefined;
    },
  },
  {
    name: 'holding mistyped',
    told: ['opening'],
    make(next, { second }) {
      const indirect = second.tableI.filter((cells) => cells[CODE] === '');
      const row = pick(next, indirect);
      const value = numberOf(row[TOTAL]!);
      return shift([row], slipped(next, value) - value) ? row[TOTAL] : undefined;
    },
  },
  {
    name: 'date left',
    told: ['left-unchanged'],
    make(_, { first, second }) {
      second.box3 = first.box3;
      return first.box3;
    },
  },
  {
    name: 'holding dropped',
    told: ['holding-gone'],
    make(next, { second }) {
      const indirect = second.tableI.filter((cells) => cells[CODE] === '');
      second.tableI.splice(second.tableI.indexOf(pick(next, indirect)), 1);
      return 'Common Stock';
    },
  },
  {
    name: 'grant not reduced',
    told: ['grant-not-reduced'],
    make(next, { first, second }) {
      if (second.tableII.length === 0) return undefined;
      const row = pick(next, second.tableII);
      const before = first.tableII.find((cells) => cells[1] === row[1]);
      if (!before) return undefined;
      return (row[TOTAL_II] = before[TOTAL_II]!);
    },
  },
];
