/** Signs of a filing that the numbers of its rows show (filing/rowNumbers). */
import { marketClosedFor } from '../facts/edgarCalendar';
import { MOST_ROWS } from '../facts/limits';
import { transactionCode, type TransactionCode } from '../facts/transactionCodes';
import {
  ACQUIRED,
  AMOUNT,
  CODE,
  DAY,
  EXERCISABLE,
  EXERCISE_PRICE,
  EXPIRES,
  GRANT,
  HOLDING,
  ONE,
  OWNERSHIP,
  PLACES,
  PRICE,
  TOTAL,
  UNDERLYING,
  WORDS,
  type RowNumbers,
} from '../filing/rowNumbers';
import { BITS, SIGNS_OF_ROWS } from './signBits';

/** A price that `price-like-total` looks at, and an amount that is no coincidence as a price. */
const DEAR = 10_000 * ONE;
const MANY = 1_000 * ONE;
/** Prices of one day nearer than this are no matter of any rule: the least that `price-outlier` tells is a fifth. */
const NEAR = 1.19;
/** So many days an option may run before anyone looks at its term. */
const LONG_TERM = 15 * 365;

/** What all rows of both tables show: each sign that it takes a table for of which there are no numbers. */
export function signsOfRows(first: RowNumbers | undefined, second: RowNumbers | undefined): number {
  if (first && second) return ofBoth(first, second);
  if (second) return (SIGNS_OF_ROWS & ~OF_SECOND) | ofSecond(second);
  return first ? (SIGNS_OF_ROWS & ~BITS.tally) | ofTally(first) : SIGNS_OF_ROWS;
}

function ofBoth(first: RowNumbers, second: RowNumbers): number {
  const areTooMany = first.rows > MOST_ROWS || second.rows > MOST_ROWS;
  let signs = hasTransaction(first) || hasTransaction(second) ? 0 : BITS.tables;
  if (areTooMany || first.namesRights) signs |= BITS.tables;
  if (first.titlesDrift || second.titlesDrift) signs |= BITS.titles;
  if (first.speaksOfNotes || second.speaksOfNotes) signs |= BITS.citing;
  if (first.citesTwice || second.citesTwice) signs |= BITS.twice;
  const tally = ofTally(first);
  signs |= ofOneTable(first) | ofOneTable(second) | ofSecond(second) | tally;
  // A row may then continue another holding than it says.
  if (tally !== 0) signs |= BITS.repeats;
  if (areTooMany) return signs | BITS.prices | BITS.exercise;
  return signs | ofPrices(first, second) | ofExercises(first, second);
}

const codeOf = (unit: number): TransactionCode => transactionCode(String.fromCharCode(unit))!;

/** Holdings beside transactions, equal totals, days without trading. */
function ofOneTable({ rows, values, mayBeOneHolding }: RowNumbers): number {
  const isLong = rows > MOST_ROWS;
  let signs = isLong ? BITS.repeats | (hasTwins(values) ? BITS.sameRows : 0) : 0;
  for (let row = 0; row < rows; row++) {
    const at = row * PLACES;
    const code = values[at + CODE]!;
    for (let other = isLong ? at : 0; other < at; other += PLACES) {
      const above = values[other + CODE]!;
      const isSame = values[other + TOTAL] === values[at + TOTAL] && values[other + AMOUNT] === values[at + AMOUNT];
      if (isSame && above === code && (code === 0 || values[other + DAY] === values[at + DAY])) signs |= BITS.sameRows;
      if ((code === 0) !== (above === 0) && values[other + OWNERSHIP] === values[at + OWNERSHIP])
        if (mayBeOneHolding || values[other + HOLDING] === values[at + HOLDING]) signs |= BITS.repeats;
    }
    if (code !== 0 && codeOf(code).market && marketClosedFor(values[at + DAY]!) !== undefined) signs |= BITS.closed;
  }
  return signs;
}

/** The same of a table in which each row cannot be compared with every other. */
function hasTwins(values: readonly number[]): boolean {
  const met = new Set<string>();
  for (let at = 0; at < values.length; at += PLACES)
    met.add(`${values[at + CODE]} ${values[at + DAY]} ${values[at + AMOUNT]} ${values[at + TOTAL]}`);
  return met.size < values.length / PLACES;
}

function hasTransaction({ values }: RowNumbers): boolean {
  for (let at = CODE; at < values.length; at += PLACES) if (values[at] !== 0) return true;
  return false;
}

/** Totals of Table I that do not follow to the digit from the last of their holding, or follow from another one. */
function ofTally({ rows, values, mayBeOneHolding }: RowNumbers): number {
  if (mayBeOneHolding) return BITS.tally;
  for (let row = 1; row < rows; row++) {
    const at = row * PLACES;
    if (values[at + CODE] === 0) continue;
    const change = values[at + ACQUIRED] === 1 ? values[at + AMOUNT]! : -values[at + AMOUNT]!;
    const holding = values[at + HOLDING];
    const above = at - PLACES;
    if (values[above + WORDS] !== values[at + WORDS] && values[above + CODE] !== 0)
      if (values[at + TOTAL] === values[above + TOTAL]! + change) return BITS.tally;
    for (let other = above; other >= 0; other -= PLACES) {
      if (values[other + HOLDING] !== holding || values[other + CODE] === 0) continue;
      if (values[at + TOTAL] !== values[other + TOTAL]! + change) return BITS.tally;
      break;
    }
  }
  return 0;
}

/** True of a price above zero that is written in the row, and not in a footnote. */
const isPrice = (price: number): boolean => price > 0 && price !== Infinity;

/** Prices that are far apart, dear or like an amount; shares withheld at several prices, or more than came in that day. */
function ofPrices(first: RowNumbers, second: RowNumbers): number {
  let low = Infinity;
  let high = 0;
  for (const table of [first, second]) {
    const { rows, values } = table;
    for (let row = 0; row < rows; row++) {
      const at = row * PLACES;
      const price = values[at + PRICE]!;
      if (values[at + CODE] === 0 || !isPrice(price)) continue;
      if (price >= DEAR || (price === values[at + AMOUNT] && price >= MANY)) return BITS.prices;
      const code = codeOf(values[at + CODE]!);
      if (!code.market && !(code.averaged && table === first)) continue;
      if (price < low) low = price;
      if (price > high) high = price;
    }
  }
  return high >= low * NEAR || isWithheldOddly(first) ? BITS.prices : 0;
}

const [GRANTED, F] = [65, 70];

function isWithheldOddly({ rows, values, titlesDiffer }: RowNumbers): boolean {
  let price = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * PLACES;
    if (values[at + CODE] !== F) continue;
    const own = values[at + PRICE]!;
    if (own !== Infinity && price !== 0 && own !== price) return true;
    if (own !== Infinity) price = own;
    let out = 0;
    let into = 0;
    for (let other = 0; other < rows * PLACES; other += PLACES) {
      if (values[other + DAY] !== values[at + DAY]) continue;
      if (values[other + CODE] === F) out += values[other + AMOUNT]!;
      else if (values[other + ACQUIRED] === 1 && codeOf(values[other + CODE]!).withheldFrom)
        into += values[other + AMOUNT]!;
    }
    if (into > 0 && (out > into || titlesDiffer)) return true;
  }
  return false;
}

/** Exercises whose two halves are not there and alike to the digit, and trades at just the price of one. */
function ofExercises(first: RowNumbers, second: RowNumbers): number {
  const [one, two] = [first.values, second.values];
  for (let row = 0; row < second.rows; row++) {
    const at = row * PLACES;
    if (two[at + CODE] === 0 || !codeOf(two[at + CODE]!).exercise) continue;
    if (two[at + ACQUIRED] === 1 || isPrice(two[at + PRICE]!)) return BITS.exercise;
  }
  for (let row = 0; row < first.rows; row++) {
    const at = row * PLACES;
    if (one[at + CODE] === 0) continue;
    const code = codeOf(one[at + CODE]!);
    // Without a Table II it is only missed where the exercise was paid for.
    if (code.exercise && second.rows === 0 && !isPrice(one[at + PRICE]!)) continue;
    if (code.exercise ? !isPaired(one, at, two, code) : code.vests && hasAmountOf(one, at, two)) return BITS.exercise;
    if (code.paysExercisePrice && isPrice(one[at + PRICE]!) && isPriceOfTrade(one, at)) return BITS.exercise;
  }
  return 0;
}

/** True where Table II gives up as many under the same code that day, at the price that is paid here where it has one. */
function isPaired(one: readonly number[], at: number, two: readonly number[], code: TransactionCode): boolean {
  if (one[at + ACQUIRED] !== 1) return false;
  const price = one[at + PRICE]!;
  let found = false;
  let isPriced = false;
  let isSame = false;
  for (let other = 0; other < two.length; other += PLACES) {
    if (two[other + CODE] !== one[at + CODE] || two[other + DAY] !== one[at + DAY]) continue;
    if (two[other + AMOUNT] !== one[at + AMOUNT]) continue;
    found = true;
    if (two[other + EXERCISE_PRICE]! > 0) isPriced = true;
    if (two[other + EXERCISE_PRICE] === price) isSame = true;
  }
  return found && (!code.paysExercisePrice || price === Infinity || !isPriced || isSame);
}

function hasAmountOf(one: readonly number[], at: number, two: readonly number[]): boolean {
  for (let other = 0; other < two.length; other += PLACES)
    if (
      two[other + AMOUNT] === one[at + AMOUNT] &&
      two[other + DAY] === one[at + DAY] &&
      codeOf(two[other + CODE]!).exercise
    )
      return true;
  return false;
}

function isPriceOfTrade(values: readonly number[], at: number): boolean {
  for (let other = 0; other < values.length; other += PLACES)
    if (values[other + DAY] === values[at + DAY] && values[other + PRICE] === values[at + PRICE])
      if (codeOf(values[other + CODE]!).averaged) return true;
  return false;
}

/** What Table II shows by itself. */
const OF_SECOND = BITS.terms | BITS.underlying | BITS.grants | BITS.ownTitle;

const ofSecond = (second: RowNumbers): number => (second.namesItself ? BITS.ownTitle : 0) | ofDerivatives(second);

/** Terms, amounts and totals of Table II that are not as they nearly always are. */
function ofDerivatives({ rows, values, mayBeOneHolding }: RowNumbers): number {
  const isLong = rows > MOST_ROWS;
  let signs = isLong ? BITS.grants : 0;
  for (let row = 0; row < rows; row++) {
    const at = row * PLACES;
    const day = values[at + DAY]!;
    const expires = values[at + EXPIRES]!;
    if (expires < values[at + EXERCISABLE]!) signs |= BITS.terms;
    if (values[at + CODE] === 0) continue;
    if (expires < day || expires > day + LONG_TERM) signs |= BITS.terms;
    if (values[at + ACQUIRED] === 0 && values[at + EXERCISABLE]! > day) signs |= BITS.terms;
    const under = values[at + UNDERLYING]!;
    if (under >= 0 && under !== values[at + AMOUNT]) signs |= BITS.underlying;
    if (!isLong && !isTallied(values, at, mayBeOneHolding)) signs |= BITS.grants;
    // Numbers of the same digits differ by a multiple of nine.
    const kept = values[at + TOTAL]! - values[at + AMOUNT]!;
    if (values[at + CODE] === GRANTED && kept !== 0 && kept % 9 === 0) signs |= BITS.grants;
  }
  return signs;
}

/** True where a total goes on to the digit from the last one of its grant, if there is one. */
function isTallied(values: readonly number[], at: number, mayBeOneHolding: boolean): boolean {
  const change = values[at + ACQUIRED] === 1 ? values[at + AMOUNT]! : -values[at + AMOUNT]!;
  for (let other = at - PLACES; other >= 0; other -= PLACES) {
    if (values[other + CODE] === 0) continue;
    const isSure = values[other + GRANT] === values[at + GRANT];
    if (!isSure && !mayBeOneHolding && values[other + HOLDING] !== values[at + HOLDING]) continue;
    if (!isSure && TERMS.some((place) => values[other + place] !== values[at + place] && values[at + place]! >= 0))
      continue;
    if (values[at + TOTAL] !== values[other + TOTAL]! + change) return false;
    if (isSure) return true;
  }
  return true;
}

const TERMS = [EXERCISE_PRICE, EXERCISABLE, EXPIRES];
