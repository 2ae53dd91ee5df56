/** Box 5 of a drawn page: two columns in one cell, their labels wrapped beside each other. */
import type { Span } from '../../text/span';
import type { Projection } from '../projection';
import type { Page } from './page';
import { writeWrapped } from '../wrapped';

/** The first labels of box 5, side by side. */
export const PAIR = /^\s{0,99}(?:X\s{1,40})?Director\s{1,99}(?:X\s{1,40})?10%/;
/** How far before a label its tick may stand. */
const BEFORE = 9;
/** … and in a wide cell, with nothing but blanks behind it. */
const FAR_BEFORE = 20;
const TICK = /^X(?=\s|$)/;
const NAMES = [
  ['Director', 'Officer (give title below)'],
  ['10% Owner', 'Other (specify below)'],
] as const;

interface Role {
  readonly name: string;
  readonly tick: Span | undefined;
  readonly words: readonly Span[];
}

/**
 * Writes box 5 as other pages print it, a label behind its tick, where its labels stand side by side.
 * @param lines those of the cell; `from` and `to` are its edges
 * @returns the line behind the box, or undefined where the box is not of this shape
 */
export function writeRelationship(
  projection: Projection,
  page: Page,
  lines: readonly number[],
  from: number,
  to: number,
): number | undefined {
  const cell = (line: number): string => page.words(line).slice(from, to);
  const first = lines.findIndex((line) => PAIR.test(cell(line)));
  if (first < 0) return undefined;
  const end = lines.findIndex((line, at) => at > first && /^\s{0,99}6\. Individual/.test(cell(line)));
  const own = lines.slice(first, end < 0 ? lines.length : end);
  const label = cell(own[0]!).lastIndexOf('10%');
  const tickBefore = (line: number, most: number, pattern: RegExp): number => {
    const before = cell(line).slice(Math.max(0, label - most), label);
    const at = before.search(pattern);
    return at < 0 ? 0 : before.length - at;
  };
  const near = Math.max(...own.map((line) => tickBefore(line, BEFORE, /(?<= )X(?= |$)/)));
  const far = near > 0 ? near : Math.max(...own.map((line) => tickBefore(line, FAR_BEFORE, /(?<= )X\s*$/)));
  const middle = from + label - Math.max(1, far);
  const roles = [
    [from, middle],
    [middle, to],
  ].map(([left, right], side) => rolesIn(page, own, left!, right!, NAMES[side]!));
  const [left, right] = roles;
  if (!left || !right) return undefined;
  const at = page.line(own[0]!).start;
  for (const { name, tick } of [left[0], right[0], left[1], right[1]])
    projection.write(`${tick ? '[X]' : '[ ]'} `, tick?.start ?? at).write(`${name} `, at);
  projection.write('\n', at);
  for (const { words } of [left[1], right[1]]) {
    if (words.length === 0) continue;
    projection.write('<u>', words[0]!.start);
    writeWrapped(projection, page.text, words);
    projection.write('</u>\n', words[words.length - 1]!.end);
  }
  return own[own.length - 1]! + 1;
}

/** The two roles of one column: a label over several lines, its tick on one of them, words of the filer's below. */
function rolesIn(
  page: Page,
  lines: readonly number[],
  from: number,
  to: number,
  names: readonly [string, string],
): readonly [Role, Role] | undefined {
  const ticks: [Span | undefined, Span | undefined] = [undefined, undefined];
  const pieces: Span[] = [];
  let label = '';
  let role: 0 | 1 = 0;
  for (const line of lines) {
    let piece = page.piece(line, from, to);
    if (!piece) continue;
    const ticked = TICK.test(page.text.slice(piece.start, piece.end));
    const tick = { start: piece.start, end: piece.start + 1 };
    if (ticked) piece = page.piece(line, tick.end - page.line(line).start, to);
    const words = piece ? page.text.slice(piece.start, piece.end) : '';
    if (role === 0 && /^(?:Officer|Other)\b/.test(words)) {
      role = 1;
      label = '';
    }
    if (ticked) ticks[role] = tick;
    if (!piece) continue;
    if (label !== names[role]) label = label === '' ? words : `${label} ${words}`;
    else if (role === 1) pieces.push(piece);
    else return undefined;
  }
  if (role === 0 || label !== names[1]) return undefined;
  return [
    { name: names[0], tick: ticks[0], words: [] },
    { name: names[1], tick: ticks[1], words: pieces },
  ];
}
