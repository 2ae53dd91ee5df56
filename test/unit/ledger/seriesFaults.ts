/**
 * Faults put into a filing that goes on from the one before it, both accepted: an opening that is off, a date left, a holding
 * dropped, a grant not reduced. Each is made only where the two chained before, by what stands in them.
 */
import type { Filing, Row } from '../../../server/src/filing/model';
import type { Entry, Step } from '../../../server/src/ledger/entry';
import { changeIn } from '../../../server/src/ledger/holdings';
import { writtenLike } from '../../../server/src/rules/words';
import {
  ZERO,
  add,
  compare,
  equals,
  isNegative,
  isZero,
  parseDecimal,
  plain,
  subtract,
  whole,
  type Decimal,
} from '../../../server/src/text/decimal';
import type { Span } from '../../../server/src/text/span';
import { put, putDay, slipped, type Made } from '../acceptedFaults';
import { below, pick, type Random } from '../generate';

/** A filing and the one right before it. */
export interface Chained {
  readonly filing: Filing;
  readonly entry: Entry;
  readonly last: Entry;
}

export interface SeriesFault {
  readonly name: string;
  /** The rules that may tell it: one of them, once. */
  readonly told: readonly string[];
  /** Makes the fault and gives the places at which it may be told; undefined where the pair has no place for it. */
  readonly make: (next: Random, pair: Chained) => (Made & { readonly at: readonly Span[] }) | undefined;
}

/** Rows of one holding: class, D or I, and nature. */
interface Held {
  readonly steps: readonly Step[];
  readonly rows: readonly Row[];
  /** What the last filing left, from which this one begins. */
  readonly left: Decimal;
  /** The rows of it in the last filing. */
  readonly before: readonly Step[];
}

/** A number with a whole one added. */
export const addWhole = (value: Decimal, by: number): Decimal => add(value, whole(by));

const OF_TABLE_I = ({ table }: Step): boolean => table === 'nonDerivativeTable';

/** The rows of Table I by the words of their holding. */
function byWords({ steps }: Entry): Map<string, Step[]> {
  const found = new Map<string, Step[]>();
  for (const step of steps.filter(OF_TABLE_I)) found.set(step.words, [...(found.get(step.words) ?? []), step]);
  return found;
}

/** True where each total follows from the one above it. */
function tallies(steps: readonly Step[]): boolean {
  return steps.every((step, at) => {
    const total = step.sharesOwnedFollowingTransaction;
    const change = changeIn(step);
    if (!total || !change || (step.kind === 'holding' && steps.length > 1)) return false;
    return at === 0 || equals(add(steps[at - 1]!.sharesOwnedFollowingTransaction!, change), total);
  });
}

/** The holdings that begin exactly from what the last filing left. */
export function chainedIn({ filing, entry, last }: Chained): Held[] {
  const before = byWords(last);
  return [...byWords(entry)].flatMap(([words, steps]): Held[] => {
    const earlier = before.get(words);
    if (!earlier || !tallies(steps) || !tallies(earlier)) return [];
    const left = earlier[earlier.length - 1]!.sharesOwnedFollowingTransaction!;
    const opening = subtract(steps[0]!.sharesOwnedFollowingTransaction!, changeIn(steps[0]!)!);
    if (!equals(left, opening) || isZero(left)) return [];
    const rows = steps.map(({ row }) => filing.nonDerivativeTable.rows[row]!);
    return [{ steps, rows, left, before: earlier }];
  });
}

/** All totals of a holding by so much more. */
function shifted({ rows, steps }: Held, by: Decimal): (Made & { at: readonly Span[] }) | undefined {
  const totals = steps.map(({ sharesOwnedFollowingTransaction: total }) => add(total!, by));
  if (isZero(by) || totals.some(isNegative)) return undefined;
  return {
    edits: rows.map(({ sharesOwnedFollowingTransaction: cell }, at) => put(cell, writtenLike(cell, totals[at]!))),
    at: rows.map(({ span }) => span),
  };
}

const isDirect = ({ steps }: Held): boolean => steps[0]!.directOrIndirectOwnership === 'D';
const some = <T>(next: Random, from: readonly T[]): T | undefined => (from.length === 0 ? undefined : pick(next, from));

const WAYS: readonly (readonly [string, (next: Random, held: Held) => Decimal | undefined])[] = [
  [
    'mistyped',
    (next, { left }) => {
      const digits = plain(left);
      const made = /^\d{2,}$/.test(digits) ? parseDecimal(slipped(next, digits)) : undefined;
      return made && subtract(made, left);
    },
  ],
  [
    'stale',
    (_, { before }) => {
      const change = before.reduce((sum, step) => add(sum, changeIn(step)!), ZERO);
      return subtract(ZERO, change);
    },
  ],
  [
    'off by some',
    (next, { left }) => {
      const tenth = Math.max(2, Math.floor(Number(plain(left)) / 10));
      const by = whole(1 + below(next, Math.min(tenth, 100_000)));
      return next() < 0.5 ? by : subtract(ZERO, by);
    },
  ],
];

/** A holding without its line, of a class that is traded here. */
const dropped: SeriesFault = {
  name: 'holding dropped',
  told: ['holding-gone'],
  make(next, pair) {
    const classes = new Set(
      pair.entry.steps.filter((step) => OF_TABLE_I(step) && step.kind === 'transaction').map(classOf),
    );
    const held = chainedIn(pair).filter(
      ({ steps }) => steps.every(({ kind }) => kind === 'holding') && classes.has(classOf(steps[0]!)),
    );
    const gone = some(next, held);
    if (!gone) return undefined;
    const { lines, nonDerivativeTable } = pair.filing;
    const edits = gone.rows.map(({ span }) => {
      const line = lines.lineAt(span.start);
      return {
        span: { start: lines.starts[line]!, end: lines.starts[line + 1] ?? pair.filing.text.length },
        newText: '',
      };
    });
    return { edits, at: nonDerivativeTable.rows.map(({ span }) => span), moved: true };
  },
};

const classOf = ({ words }: Step): string => words.slice(0, words.indexOf('|'));

const dateLeft: SeriesFault = {
  name: 'date left',
  told: ['left-unchanged'],
  make(_, { filing, entry, last }) {
    const day = last.periodOfReport;
    const dates = entry.steps.flatMap(({ transactionDate }) => transactionDate ?? []);
    if (day === undefined || dates.length === 0 || Math.min(...dates) !== entry.periodOfReport) return undefined;
    if (day >= entry.periodOfReport) return undefined;
    const cell = filing.periodOfReport;
    return { edits: [putDay(cell, day)], at: [cell.span] };
  },
};

const notReduced: SeriesFault = {
  name: 'grant not reduced',
  told: ['grant-not-reduced'],
  make(next, { filing, entry, last }) {
    const of = ({ steps }: Entry, grant: string): Step[] =>
      steps.filter((step) => step.table === 'derivativeTable' && step.grant === grant);
    const places = entry.steps.flatMap((step) => {
      if (step.table !== 'derivativeTable' || step.transactionAcquiredDisposedCode !== 'D') return [];
      const [own, before] = [of(entry, step.grant), of(last, step.grant)];
      const left = before[before.length - 1]?.sharesOwnedFollowingTransaction;
      const { transactionShares: amount, sharesOwnedFollowingTransaction: total } = step;
      if (own.length !== 1 || before.length !== 1 || !left || !amount || !total || isZero(amount)) return [];
      return equals(subtract(left, amount), total) ? [{ row: filing.derivativeTable.rows[step.row]!, left }] : [];
    });
    const place = some(next, places);
    if (!place) return undefined;
    const cell = place.row.sharesOwnedFollowingTransaction;
    return { edits: [put(cell, writtenLike(cell, place.left))], at: [place.row.span] };
  },
};

export const SERIES_FAULTS: readonly SeriesFault[] = [
  ...(['direct', 'indirect'] as const).flatMap((form) =>
    WAYS.map(([name, by]): SeriesFault => ({
      name: `opening ${name}, ${form}`,
      told: ['opening'],
      make(next, pair) {
        const held = some(
          next,
          chainedIn(pair).filter((one) => isDirect(one) === (form === 'direct') && compare(one.left, whole(10)) > 0),
        );
        const difference = held && by(next, held);
        return difference && shifted(held, difference);
      },
    })),
  ),
  dateLeft,
  dropped,
  notReduced,
];
