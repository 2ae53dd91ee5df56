/** Ways of filling column 5 that are no tally, and are not wrong for it. */
import { add, equals, isNegative, plain, subtract } from '../../text/decimal';
import type { Step } from './chains';

/** A style shows in this many rows; two rows alike may be chance. */
const SHOWS = 3;

/** True where one style explains every row: the final total on each, each from one opening, or one total a run of rows. */
export function followsStyle(steps: readonly Step[]): boolean {
  if (steps.length < SHOWS) return false;
  const [first] = steps;
  const opening = subtract(first!.total, first!.change);
  return (
    steps.every(({ total }) => equals(total, first!.total)) ||
    steps.every(({ total, change }) => equals(subtract(total, change), opening)) ||
    stepsInRuns(steps)
  );
}

/**
 * Each run of equal totals states what stands after all of its rows. The first run has no total before it that shows so:
 * it counts where its rows are those of one day and the next are not, for then the totals are those of the days.
 */
function stepsInRuns(steps: readonly Step[]): boolean {
  let before: Step | undefined;
  let at = 0;
  let longest = 0;
  while (at < steps.length) {
    const total = steps[at]!.total;
    let sum = before?.total;
    const from = at;
    while (at < steps.length && equals(steps[at]!.total, total)) {
      sum = sum && add(sum, steps[at]!.change);
      at++;
    }
    if (sum && !equals(sum, total)) return false;
    if (before || isDayOfItsOwn(steps, at)) longest = Math.max(longest, at - from);
    before = steps[at - 1];
  }
  return longest > 1;
}

/** The steps before `end` are all of one day, and the next is of another. */
function isDayOfItsOwn(steps: readonly Step[], end: number): boolean {
  const dayOf = ({ row }: Step): number | undefined => row.transactionDate.value;
  const day = dayOf(steps[0]!);
  return (
    day !== undefined &&
    steps.slice(0, end).every((step) => dayOf(step) === day) &&
    (end === steps.length || dayOf(steps[end]!) !== day)
  );
}

/**
 * True where the rows chain in some other order: each row leads from one balance to another, and a path runs through all
 * of them once (an Eulerian path), its opening not negative.
 */
export function chainsInSomeOrder(steps: readonly Step[]): boolean {
  const out = new Map<string, string[]>();
  const degree = new Map<string, number>();
  for (const { total, change } of steps) {
    const opening = subtract(total, change);
    if (isNegative(opening)) return false;
    const [from, to] = [plain(opening), plain(total)];
    const edges = out.get(from);
    if (edges) edges.push(to);
    else out.set(from, [to]);
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) - 1);
  }
  const starts = [...degree].filter(([, d]) => d > 0);
  const ends = [...degree].filter(([, d]) => d < 0);
  if (starts.length > 1 || ends.length > 1 || starts.some(([, d]) => d > 1) || ends.some(([, d]) => d < -1))
    return false;
  const start = starts[0]?.[0] ?? plain(subtract(steps[0]!.total, steps[0]!.change));
  return reaches(start, out, steps.length);
}

/** Walks every edge once from a balance (Hierholzer's walk); true where none is left over. */
function reaches(start: string, out: ReadonlyMap<string, string[]>, edges: number): boolean {
  const left = new Map([...out].map(([from, to]) => [from, [...to]]));
  const stack = [start];
  let walked = 0;
  while (stack.length > 0) {
    const next = left.get(stack[stack.length - 1]!)?.pop();
    if (next === undefined) stack.pop();
    else {
      stack.push(next);
      walked++;
    }
  }
  return walked === edges;
}
