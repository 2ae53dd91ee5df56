/** The difference of two texts by lines, as `diff -u` prints it and `patch` reads it. */

const CONTEXT = 3;
/** More changed lines than this are shown as one block: finding the least change would take too long. */
const MOST_CHANGES = 500;

type Step = readonly [' ' | '-' | '+', string];

/** '' where nothing differs. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const changed = steps.flatMap(([sign], at) => (sign === ' ' ? [] : [at]));
  let out = `--- ${name}\n+++ ${name}\n`;
  for (let first = 0; first < changed.length;) {
    let last = first;
    while (last + 1 < changed.length && changed[last + 1]! - changed[last]! <= 2 * CONTEXT + 1) last++;
    const from = Math.max(0, changed[first]! - CONTEXT);
    const to = Math.min(steps.length, changed[last]! + CONTEXT + 1);
    out += hunk(steps, from, to);
    first = last + 1;
  }
  return out;
}

function hunk(steps: readonly Step[], from: number, to: number): string {
  const count = (range: readonly Step[], but: string): number => range.filter(([sign]) => sign !== but).length;
  const within = steps.slice(from, to);
  const place = (but: string): string => {
    const length = count(within, but);
    const start = count(steps.slice(0, from), but) + (length > 0 ? 1 : 0);
    return length === 1 ? String(start) : `${start},${length}`;
  };
  const body = within.map(
    ([sign, line]) => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`),
  );
  return `@@ -${place('+')} +${place('-')} @@\n${body.join('')}`;
}

/** Lines with their ends, so that a changed line end shows as a change. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

function stepsBetween(a: readonly string[], b: readonly string[]): Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (line: string): Step => [' ', line];
  return [
    ...a.slice(0, head).map(same),
    ...shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the way with the fewest changes, followed greedily. */
function shortest(a: readonly string[], b: readonly string[]): Step[] {
  const reach: number[][] = [];
  let furthest = [0];
  for (let changes = 0; changes <= Math.min(a.length + b.length, MOST_CHANGES); changes++) {
    const next: number[] = [];
    for (let down = 0; down <= changes; down++) {
      // After `down` additions and the rest deletions; diagonal k = changes - 2 * down.
      const [byAdding, byDropping] = waysTo(furthest, changes, down);
      let x = changes === 0 ? 0 : Math.max(byAdding, byDropping);
      let y = x - (changes - 2 * down);
      while (x < a.length && y < b.length && y >= 0 && a[x] === b[y]) [x, y] = [x + 1, y + 1];
      next[down] = x > a.length || y > b.length ? NOWHERE : x;
      if (x === a.length && y === b.length) return walk(a, b, [...reach, next], down);
    }
    reach.push((furthest = next));
  }
  return [...a.map((line): Step => ['-', line]), ...b.map((line): Step => ['+', line])];
}

const NOWHERE = -Infinity;

/** How far into the old lines one more addition, or one more deletion, leads. */
function waysTo(furthest: readonly number[], changes: number, down: number): [number, number] {
  return [
    down > 0 ? (furthest[down - 1] ?? NOWHERE) : NOWHERE,
    down < changes ? (furthest[down] ?? NOWHERE) + 1 : NOWHERE,
  ];
}

/** The way back from the end to the beginning. */
function walk(a: readonly string[], b: readonly string[], reach: readonly number[][], down: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = reach.length - 1; changes >= 0; changes--) {
    const [byAdding, byDropping] = waysTo(reach[changes - 1] ?? [], changes, down);
    const start = changes === 0 ? 0 : Math.max(byAdding, byDropping);
    for (; x > start; x--, y--) steps.push([' ', a[x - 1]!]);
    if (changes === 0) break;
    if (byAdding >= byDropping) {
      steps.push(['+', b[--y]!]);
      down--;
    } else steps.push(['-', a[--x]!]);
  }
  return steps.reverse();
}
