/**
 * Exact decimals: the only number type for shares, prices and dollars. No float ever holds one.
 * Always reduced (no trailing zero after the point), so equal numbers have equal fields.
 */
export interface Decimal {
  /** All digits as one whole number, with the sign. */
  readonly digits: bigint;
  /** How many of the digits stand after the point. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** More digits than any field of the form takes (16): a longer run is not a number that anyone meant. */
const MOST_DIGITS = 40;

/**
 * Reads plain digits with at most one point: `693`, `43.16`, `.5`, `7.`; no sign, grouping or blank.
 * Undefined for anything else.
 */
export function parseDecimal(text: string): Decimal | undefined {
  let point = -1;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) digits++;
    else if (unit === 46 && point < 0) point = at;
    else return undefined;
  }
  if (digits === 0 || digits > MOST_DIGITS) return undefined;
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  let end = text.length;
  while (end > point + 1 && text.charCodeAt(end - 1) === 48) end--;
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1, end)), scale: end - point - 1 };
}

/** A whole number as a decimal. */
export function whole(value: number | bigint): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

function reduce(digits: bigint, scale: number): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return { digits, scale };
}

/** The digits of `a` written with `scale` places, which are not fewer than its own. */
function at(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.digits : a.digits * tenTo(scale - a.scale);
}

/** 1, 10, 100 and so on: those that a price needs are at hand. */
const POWERS = Array.from({ length: 9 }, (_, power) => 10n ** BigInt(power));
const tenTo = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power);

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === 0 && b.scale === 0) return { digits: a.digits + b.digits, scale: 0 };
  const scale = Math.max(a.scale, b.scale);
  return reduce(at(a, scale) + at(b, scale), scale);
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return reduce(a.digits * b.digits, a.scale + b.scale);
}

/** `a` divided by `b`, cut after `places` digits; undefined where `b` is zero. */
export function divide(a: Decimal, b: Decimal, places = 8): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const scale = Math.max(a.scale, b.scale);
  return reduce((at(a, scale) * 10n ** BigInt(places)) / at(b, scale), places);
}

export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? negate(a) : a;
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = at(a, scale);
  const right = at(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Decimal, b: Decimal): boolean {
  return a.scale === b.scale && a.digits === b.digits;
}

export function isZero(a: Decimal): boolean {
  return a.digits === 0n;
}

export function isNegative(a: Decimal): boolean {
  return a.digits < 0n;
}

/** Plain digits: `10196`, `43.16`, `-7`. */
export function plain(a: Decimal): string {
  const sign = a.digits < 0n ? '-' : '';
  const digits = absolute(a).digits.toString();
  if (a.scale === 0) return sign + digits;
  const padded = digits.padStart(a.scale + 1, '0');
  return `${sign}${padded.slice(0, -a.scale)}.${padded.slice(-a.scale)}`;
}

/** Grouped by thousands, as the form prints numbers: `10,196`, `5,381.2`. */
export function grouped(a: Decimal): string {
  const [units = '', fraction] = plain(a).split('.');
  const sign = units.startsWith('-') ? '-' : '';
  const digits = sign ? units.slice(1) : units;
  let out = '';
  for (let end = digits.length; end > 0; end -= 3)
    out = digits.slice(Math.max(0, end - 3), end) + (out ? ',' + out : '');
  return sign + out + (fraction ? '.' + fraction : '');
}
