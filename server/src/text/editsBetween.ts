/** How one text differs from another, as edits. */
import type { Edit } from './edits';

/** The edits that make one text of another: line by line where there are as many lines, else what lies between the first and the last difference. */
export function editsBetween(before: string, after: string): Edit[] {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  const pairs: [string, string][] =
    old.length === now.length ? old.map((line, at) => [line, now[at]!]) : [[before, after]];
  let at = 0;
  return pairs.flatMap(([from, to]) => {
    const base = at;
    at += from.length;
    return from === to ? [] : [difference(from, to, base)];
  });
}

/** What changes, without what is the same before and behind it. */
function difference(from: string, to: string, base: number): Edit {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head++;
  if (head > 0 && isHigh(from, head - 1)) head--;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  if (tail > 0 && isLow(from, from.length - tail)) tail--;
  const span = { start: base + head, end: base + from.length - tail };
  return { span, newText: to.slice(head, to.length - tail) };
}

/** Half of a pair of units that stand for one character: an edit that parts them is none that an editor can make. */
const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
