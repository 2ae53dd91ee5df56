/** "footnotes (1) through (12)" after the footnotes have other numbers: the same notes, or no edit at all. */
import type { NamedNumber, Reference } from '../../filing/notes';
import type { Edit } from '../../text/edits';
import type { Plan } from './plan';

export interface Rewritten {
  readonly edits: readonly Edit[];
  /** How the words read where they had to be put otherwise than by other digits: `footnotes (1), (2) and (4)`. */
  readonly anew?: string;
}

/** One number, or the two ends of a range. */
type Item = readonly [NamedNumber] | readonly [NamedNumber, NamedNumber];

/** The edits that keep a reference true; undefined where nothing that it names is left. */
export function rewritten(text: string, { numbers, span }: Reference, { to }: Plan): Rewritten | undefined {
  const items = itemsOf(numbers);
  const named = items.map((item) => membersOf(item).map(to));
  const left = named.flat().filter((number): number is number => number !== undefined);
  if (left.length === 0) return undefined;
  const unique = [...new Set(left)].sort((a, b) => a - b);
  const whole = left.length === named.flat().length && unique.length === left.length;
  if (whole && named.every((members) => isRun(members as number[]))) {
    const edits = items.flatMap((item, at) => digits(item, named[at] as number[]));
    return { edits };
  }
  const anew = listed(text, numbers, span.start, unique);
  const last = numbers[numbers.length - 1]!;
  const end = last.span.end + closing(text, last).length;
  return { edits: [{ span: { start: span.start, end }, newText: anew }], anew };
}

function itemsOf(numbers: readonly NamedNumber[]): Item[] {
  const items: Item[] = [];
  for (const one of numbers) {
    const before = items[items.length - 1];
    if (one.through && before?.length === 1) items[items.length - 1] = [before[0], one];
    else items.push([one]);
  }
  return items;
}

/** Every number that is meant. Digits are three at the most, so that a range is never long. */
function membersOf([first, last]: Item): number[] {
  if (!last) return [first.number];
  const low = Math.min(first.number, last.number);
  const high = Math.max(first.number, last.number);
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

const isRun = (members: readonly number[]): boolean =>
  Math.max(...members) - Math.min(...members) === members.length - 1;

/** Other digits in their places. */
function digits([first, last]: Item, members: readonly number[]): Edit[] {
  const low = Math.min(...members);
  const high = Math.max(...members);
  const down = last !== undefined && first.number > last.number;
  const ends: [NamedNumber, number][] = last
    ? [
        [first, down ? high : low],
        [last, down ? low : high],
      ]
    : [[first, low]];
  return ends
    .filter(([named, number]) => named.number !== number)
    .map(([{ span }, number]) => ({ span, newText: String(number) }));
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** What closes the bracket around a number; '' where there is none. */
function closing(text: string, { span }: NamedNumber): string {
  const closes = CLOSING[text.charAt(span.start - 1)];
  if (closes === undefined) return '';
  if (text.startsWith(closes, span.end)) return closes;
  return text.startsWith(`\\${closes}`, span.end) ? `\\${closes}` : '';
}

/** `footnotes (1), (2) and (4)`, written as the reference was. */
function listed(text: string, numbers: readonly NamedNumber[], start: number, values: readonly number[]): string {
  const first = numbers[0]!;
  const head = /^foot-?notes?|^notes?/i.exec(text.slice(start, first.span.start))?.[0] ?? '';
  const opened = text.slice(start + head.length, first.span.start);
  const bracket = /\\?[([]$/.exec(opened)?.[0] ?? '';
  const gap = opened.slice(0, opened.length - bracket.length);
  const word = values.length === 1 ? head.replace(/s$/i, '') : /s$/i.test(head) ? head : `${head}s`;
  const close = closing(text, first);
  const joints = numbers.slice(1).map(({ span, through }, at) => {
    const between = text.slice(numbers[at]!.span.end, span.start);
    return { through, words: /[a-z]+|[-\u2013\u2014]/i.exec(between)?.[0] ?? '' };
  });
  const through = joints.find((joint) => joint.through)?.words ?? 'through';
  const and = joints.some(({ words }) => /^or$/i.test(words)) ? 'or' : 'and';
  const written = (number: number): string => bracket + number + close;
  const pieces: string[] = [];
  for (let at = 0; at < values.length;) {
    let end = at;
    while (values[end + 1] === values[end]! + 1) end++;
    if (end - at >= 2) {
      const dash = /^[a-z]/i.test(through) ? ` ${through} ` : through;
      pieces.push(written(values[at]!) + dash + written(values[end]!));
      at = end + 1;
    } else pieces.push(written(values[at++]!));
  }
  const tail = pieces.pop()!;
  return word + gap + (pieces.length > 0 ? `${pieces.join(', ')} ${and} ${tail}` : tail);
}
