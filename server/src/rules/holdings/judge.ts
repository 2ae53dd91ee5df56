/** Which number of a break is the wrong one, as far as the filing tells. */
import { transactionCode } from '../../facts/transactionCodes';
import type { Filing, NumberCell } from '../../filing/model';
import {
  absolute,
  add,
  compare,
  equals,
  isNegative,
  isZero,
  negate,
  plain,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import { slip } from './digits';
import type { Break } from './tally';

/**
 * What may be wrong: this total, this amount, its side, the total before, this total and all below it; amount and price
 * exchanged in the row, or total and one of them; the amounts of this row and the next exchanged; the row before not added to its own total; the
 * row before left out of this one.
 */
export type Culprit =
  'total' | 'amount' | 'side' | 'before' | 'below' | 'price' | 'amounts' | 'not added' | 'left out' | 'exchange';

export interface Judged {
  readonly one: Break;
  /** The amount that the stated totals ask for; negative where only the other side would do. */
  readonly amount: Decimal;
  /** The total before that this total and this amount ask for. */
  readonly opening: Decimal;
  readonly flips: boolean;
  readonly culprit: Culprit;
  /** No other number could be the wrong one: else no fix is the preferred one. */
  readonly isSure: boolean;
}

/** Whole numbers by their digits, others as they are written. */
type Amounts = Map<number | bigint | string, number>;

const keyOf = (value: Decimal): number | bigint | string => (value.scale === 0 ? value.digits : plain(value));

/** What the rest of the filing says of amounts and prices: a number that stands there again is seldom the wrong one. */
export class Witnesses {
  private readonly amounts: Amounts = new Map();
  private readonly prices: NumberCell[] = [];

  constructor({ nonDerivativeTable, derivativeTable }: Filing) {
    for (const { transactionShares, transactionPricePerShare } of nonDerivativeTable.rows) {
      this.note(transactionShares);
      if (transactionPricePerShare.value) this.prices.push(transactionPricePerShare);
    }
    for (const { transactionShares } of derivativeTable.rows) this.note(transactionShares);
  }

  private note({ value }: NumberCell): void {
    if (value) this.amounts.set(keyOf(value), (this.amounts.get(keyOf(value)) ?? 0) + 1);
  }

  /** How often an amount stands in the filing. */
  seen(value: Decimal): number {
    return this.amounts.get(keyOf(value)) ?? 0;
  }

  /** True where another row of Table I has a price of about that. */
  isLikeAPrice(value: Decimal, own: NumberCell): boolean {
    const twice = add(value, value);
    return this.prices.some(
      (cell) => cell !== own && compare(cell.value!, twice) < 0 && compare(value, add(cell.value!, cell.value!)) < 0,
    );
  }
}

/** Which one number, changed, is the likeliest to explain the break. */
export function judge(one: Break, witnesses: Witnesses): Judged {
  const { step, before, chain, place, expected, difference, suspect, second } = one;
  const { row } = step;
  const acquired = row.transactionAcquiredDisposedCode.value === 'A';
  const moved = subtract(step.total, before.total);
  const amount = acquired ? moved : negate(moved);
  const stated = absolute(step.change);
  const opening = subtract(step.total, step.change);
  const flips = equals(step.total, subtract(before.total, step.change)) && !isZero(stated);
  const judged = (culprit: Culprit, isSure = false): Judged => {
    return { one, amount, opening, flips, culprit, isSure: isSure && !one.habit && !one.swap };
  };
  // With the next row or the price two numbers speak for it; in the first row of a chain others may be wrong.
  if (one.exchange)
    return judged('exchange', one.exchange.step === step && (suspect === 'total' || place + 1 < chain.length));
  if (suspect === 'total') {
    const next = chain[place + 1]!;
    return equals(difference, subtract(next.change, step.change)) ? judged('amounts') : judged('total', true);
  }
  const price = row.transactionPricePerShare;
  if (price.value && equals(amount, price.value) && !isZero(amount) && !isZero(stated))
    return judged('price', isNoPrice(amount) && (stated.scale > 0 || witnesses.isLikeAPrice(stated, price)));
  if (!isZero(before.change)) {
    if (second && equals(difference, before.change) && !isNegative(opening)) return judged('not added');
    if (equals(difference, negate(before.change)) && !isNegative(expected)) return judged('left out');
  }
  // An amount of 0 is no reading: the row was left out of its total, or the total above it is not its own.
  if (one.repeats === 'alone')
    return judged(suspect !== 'amount' ? 'total' : second && !isNegative(opening) ? 'before' : 'below');
  const usual = transactionCode(row.transactionCode.value)?.side[row.table];
  if (flips && usual !== row.transactionAcquiredDisposedCode.value) return judged('side');
  // What the rest of the filing says of the amount: the stated one stands again elsewhere, or the other one does.
  // That the total is back where it was before both rows says nothing of the amount, though it asks for that of the other.
  const seen = witnesses.seen(amount) - (equals(moved, negate(before.change)) ? 1 : 0);
  const holds = witnesses.seen(stated) > 1 && seen === 0;
  const wrong = seen > 0 && witnesses.seen(stated) === 1;
  const ofAmount = isNegative(amount)
    ? FAR
    : effort(stated, amount, !one.habit && isShorter(stated, step.total)) + (holds ? 2 : wrong ? -2 : 0);
  const ofBefore = second && !isNegative(opening) ? effort(before.total, opening) + ofOpening(one, opening) : FAR;
  // Where totals below follow from this one, it is right, or all of them are wrong.
  const ofTotal = suspect === 'either' ? effort(step.total, expected) : FAR - 1;
  const least = Math.min(ofTotal, ofAmount, ofBefore);
  // One number is sooner wrong than all below: the total before, where nothing else proves it.
  const several = second && !isNegative(opening) ? 'before' : 'below';
  if (suspect === 'amount' && least >= FAR - 1) return judged(holds || isNegative(amount) ? several : 'amount');
  // A row that is missing seldom makes two digits look swapped, and hardly where an amount elsewhere says so too.
  const isSwapped = (from: Decimal, to: Decimal): boolean => slip(from, to) === 'two digits are swapped';
  if (least === ofTotal || least >= FAR - 1) {
    const isAlone = ofAmount >= FAR - 1 && ofBefore >= FAR - 1;
    // An amount that is the one of the row above may have been copied from there.
    const mayBeCopied = equals(absolute(before.change), stated);
    return judged('total', holds && isAlone && !mayBeCopied && isSwapped(step.total, expected));
  }
  if (least !== ofAmount) return judged('before');
  return judged('amount', wrong && suspect === 'amount' && ofBefore >= FAR - 1 && isSwapped(stated, amount));
}

const FAR = 9;
const TEN = whole(10);

/** How much has to go wrong for one number to be typed as another. */
function effort(stated: Decimal, meant: Decimal, isLikely = false): number {
  const how = slip(stated, meant);
  if (how === undefined) return FAR - 1;
  const slips = how === 'one digit is different' || how === 'two digits are swapped' ? 1 : 2;
  return slips + rounder(stated, meant) - (isLikely ? 0.25 : 0);
}

/** A slip seldom makes a number round: the one with more zeros at its end is sooner the one that was meant. */
function rounder(stated: Decimal, meant: Decimal): number {
  return Math.sign(zeros(stated) - zeros(meant)) / 2;
}

/** Of two numbers that one digit would mend, the shorter one: there are fewer digits in it that could have been hit. */
const isShorter = (amount: Decimal, total: Decimal): boolean => plain(amount).length < plain(total).length;

function zeros(value: Decimal): number {
  if (isZero(value)) return FAR;
  const digits = plain(value);
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.length - end;
}

/** A holding that begins with what its first row acquires is sooner right than one that begins with anything else. */
function ofOpening({ before }: Break, opening: Decimal): number {
  if (equals(before.total, before.change)) return 2;
  return equals(opening, before.change) ? -2 : 0;
}

/** An amount of shares that hardly happens to be equal to the price beside it. */
const isNoPrice = (value: Decimal): boolean => value.scale === 0 && compare(value, TEN) >= 0;
