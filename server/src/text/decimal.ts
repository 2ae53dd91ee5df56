/**
 * Exact decimals: the only number type for shares, prices and dollars. No float ever holds one.
 * Always reduced (no trailing zero after the point), so equal numbers have equal fields.
 */
export interface Decimal {
  /**
   * All digits as one whole number, with the sign: a number up to 2^53, where whole numbers are exact and quick, and beyond
   * it a bigint.
   */
  readonly digits: number | bigint;
  /** How many of the digits stand after the point. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0, scale: 0 };

/** More digits than any field of the form takes (16): a longer run is not a number that anyone meant. */
const MOST_DIGITS = 40;
/** So many digits are always below 2^53. */
const SAFE_DIGITS = 15;

/**
 * Reads plain digits with at most one point: `693`, `43.16`, `.5`, `7.`; no sign, grouping or blank.
 * Undefined for anything else.
 */
export function parseDecimal(text: string): Decimal | undefined {
  let point = -1;
  let digits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) {
      digits++;
      value = value * 10 + unit - 48;
    } else if (unit === 46 && point < 0) point = at;
    else return undefined;
  }
  if (digits === 0 || digits > MOST_DIGITS) return undefined;
  const scale = point < 0 ? 0 : text.length - point - 1;
  if (digits <= SAFE_DIGITS) return reduce(value, scale);
  return decimal(BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1)), scale);
}

/** A whole number as a decimal. */
export function whole(value: number | bigint): Decimal {
  return { digits: least(value), scale: 0 };
}

/** So many units of the last of `scale` places: 4316n and 2 are 43.16. */
export function decimal(digits: bigint, scale: number): Decimal {
  let [left, places] = [digits, scale];
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places--;
  }
  return { digits: least(left), scale: places };
}

/** All digits of a decimal as one whole number, however large. */
export function digitsOf({ digits }: Decimal): bigint {
  return BigInt(digits);
}

/** The number where it is exact, so that equal decimals have equal digits. */
function least(digits: number | bigint): number | bigint {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

function reduce(digits: number, scale: number): Decimal {
  let [left, places] = [digits, scale];
  while (places > 0 && left % 10 === 0) {
    left /= 10;
    places--;
  }
  // No decimal is a zero below zero.
  return { digits: left === 0 ? 0 : left, scale: places };
}

/** 1, 10, 100 and so on, as far as prices need them. */
const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/** The digits of `a` written with `scale` places, which are not fewer than its own; NaN where no number holds them. */
function at({ digits, scale: own }: Decimal, scale: number): number {
  if (typeof digits !== 'number') return NaN;
  if (own === scale) return digits;
  const shifted = digits * (POWERS[scale - own] ?? NaN);
  return Number.isSafeInteger(shifted) ? shifted : NaN;
}

/** The same, however large. */
function allAt(a: Decimal, scale: number): bigint {
  return digitsOf(a) * 10n ** BigInt(scale - a.scale);
}

const most = (a: Decimal, b: Decimal): number => (a.scale > b.scale ? a.scale : b.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = most(a, b);
  const sum = at(a, scale) + at(b, scale);
  return Number.isSafeInteger(sum) ? reduce(sum, scale) : decimal(allAt(a, scale) + allAt(b, scale), scale);
}

export function negate(a: Decimal): Decimal {
  return a.digits === 0 ? a : { digits: -a.digits, scale: a.scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = most(a, b);
  const left = at(a, scale) - at(b, scale);
  return Number.isSafeInteger(left) ? reduce(left, scale) : decimal(allAt(a, scale) - allAt(b, scale), scale);
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const product = at(a, a.scale) * at(b, b.scale);
  const scale = a.scale + b.scale;
  return Number.isSafeInteger(product) ? reduce(product, scale) : decimal(digitsOf(a) * digitsOf(b), scale);
}

/** `a` divided by `b`, cut after `places` digits; undefined where `b` is zero. */
export function divide(a: Decimal, b: Decimal, places = 8): Decimal | undefined {
  if (isZero(b)) return undefined;
  const scale = most(a, b);
  return decimal((allAt(a, scale) * 10n ** BigInt(places)) / allAt(b, scale), places);
}

export function absolute(a: Decimal): Decimal {
  return isNegative(a) ? negate(a) : a;
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = most(a, b);
  let left: number | bigint = at(a, scale);
  let right: number | bigint = at(b, scale);
  if (left !== left || right !== right) [left, right] = [allAt(a, scale), allAt(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Decimal, b: Decimal): boolean {
  return a.scale === b.scale && a.digits === b.digits;
}

export function isZero(a: Decimal): boolean {
  return a.digits === 0;
}

export function isNegative(a: Decimal): boolean {
  return a.digits < 0;
}

/** Plain digits: `10196`, `43.16`, `-7`. */
export function plain(a: Decimal): string {
  const sign = isNegative(a) ? '-' : '';
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
