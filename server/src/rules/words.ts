/** Words that several rules' messages share. */
import type { NumberCell } from '../filing/model';
import { grouped, type Decimal } from '../text/decimal';

/** `1 row`, `2 rows`. */
export function count(n: number, one: string, many = one + 's'): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `A`, `A or B`, `A, B or C`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** A piece of the filing inside a message: short, on one line. */
export function quote(raw: string): string {
  const line = raw.replace(/\s+/g, ' ').trim();
  return `"${line.length > 40 ? line.slice(0, 39) + '…' : line}"`;
}

/** A point and what stands behind it, where there is no other. */
const DECIMALS = /^([^.]*)\.[^.]*$/;

/**
 * A number written as another one is: grouped or not, with the dollar sign that stands there. Three digits before the point
 * say nothing of commas.
 */
export function writtenLike({ raw }: NumberCell, value: Decimal): string {
  const sign = /^\\?\$/.exec(raw)?.[0] ?? '';
  const digits = grouped(value);
  const isGrouped = raw.includes(',') || raw.replace(DECIMALS, '$1').replace(/\D/g, '').length <= 3;
  return sign + (isGrouped ? digits : digits.replaceAll(',', ''));
}
