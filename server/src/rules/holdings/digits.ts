/** How one number may have become another under somebody's fingers. */
import { compare, digitsOf, divide, equals, multiply, plain, whole, type Decimal } from '../../text/decimal';

/** What one slip of the hand makes of a number; undefined where it takes more than one. */
export type Slip = 'one digit is different' | 'two digits are swapped' | 'a digit is missing' | 'a digit is too many';

/** How `stated` could have come from `meant` by one slip. */
export function slip(stated: Decimal, meant: Decimal): Slip | undefined {
  const a = plain(stated);
  const b = plain(meant);
  if (a.length === b.length) {
    let first = 0;
    while (first < a.length && a[first] === b[first]) first++;
    let last = a.length - 1;
    while (last > first && a[last] === b[last]) last--;
    if (first === last) return 'one digit is different';
    return last === first + 1 && a[first] === b[last] && a[last] === b[first] ? 'two digits are swapped' : undefined;
  }
  if (a.length === b.length - 1 && dropsOne(b, a)) return 'a digit is missing';
  if (a.length === b.length + 1 && dropsOne(a, b)) return 'a digit is too many';
  return undefined;
}

/** True where `short` is `long` without one of its characters. */
function dropsOne(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

/** True where one amount is a few times the other, as many and a half, or five, ten, fifteen times as many and so on. */
export function isRatio(a: Decimal, b: Decimal): boolean {
  const [more, less] = compare(a, b) > 0 ? [a, b] : [b, a];
  const times = divide(more, less, 4);
  if (times === undefined || !equals(multiply(times, less), more)) return false;
  if (compare(times, TEN) > 0) return times.scale === 0 && digitsOf(times) % 5n === 0n;
  return multiply(times, TWO).scale === 0;
}

const [TWO, TEN] = [whole(2), whole(10)];
