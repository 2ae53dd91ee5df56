import { holdingOf, sameWords } from '../../filing/holdings';
import type { Filing } from '../../filing/model';
import { dateAs } from '../../text/days';
import { compare, equals, grouped, isZero, subtract, ZERO, type Decimal } from '../../text/decimal';
import {
  unwritable,
  type Operation,
  type OperationContext,
  type Outcome,
  type Question,
  type Refusal,
} from '../operation';
import { askAmount, askChoice, askDay, type Answers, type Read } from './answers';
import { askGrant, type Grant } from './grant';
import { dateForm, habitsOf } from './habits';
import { holdingOfRow, newHolding, type Holding } from './holding';
import { lineOf } from './line';
import { BELOW, NO_TABLE_I } from '../paste/pasteRows';
import { endOfHeadings, gapFor, type Gap } from './place';
import { putLines, withTotals, type NewTransaction } from './put';
import { rowsWritten, withWords } from './written';

const TITLE = 'Exercise of an option';
/** Nowhere: gaps are then behind the last transaction of a table. */
const NOWHERE = { start: -1, end: -1 };

/**
 * An exercise with all its rows: M in Table II, M in Table I, F or S for what was withheld or sold, and every total.
 * What it must know it asks in words.
 */
export const exercise: Operation = {
  id: 'rows.exercise',
  kind: 'refactor.rewrite',
  run(context) {
    const refusal = unwritable(context.filing);
    return refusal ?? exercised(context);
  },
};

function exercised({ filing, selection, today, answers }: OperationContext): Outcome | Question | Refusal {
  const gapI = gapFor(filing, 'nonDerivativeTable', NOWHERE);
  if (!gapI) return NO_TABLE_I;
  const found = askGrant(filing, selection, answers, TITLE);
  if ('asks' in found || 'refused' in found) return found;
  const grant = found.value;
  if (isZero(grant.left))
    return { refused: 'Nothing was changed: Table II says that none of them is left to exercise.' };
  const gapII = gapOf(filing, grant);
  if (!gapII) return { refused: 'Nothing was changed: this text has no Table II to put the row into.' };
  const howMany = `How many were exercised? ${grouped(grant.left)} were left.`;
  const number = askUpTo(answers, 'number', howMany, grant.left, 2);
  if ('asks' in number) return number;
  const day = askDay(answers, {
    answer: 'date',
    title: TITLE,
    prompt: 'Date of the exercise.',
    left: 1,
    ...((today ?? filing.periodOfReport.value) !== undefined && {
      value: dateAs((filing.periodOfReport.value ?? today)!, dateForm(filing)),
    }),
  });
  if ('asks' in day) return day;
  const received = askReceived(grant, number.value, answers);
  if ('asks' in received) return received;
  const after = askDisposal(answers, received.value);
  if ('asks' in after) return after;
  const { date, shares, price } = habitsOf(filing);
  const holding = holdingFor(filing, grant);
  const transactionDate = date(day.value);
  const rows: NewTransaction[] = [
    {
      holding,
      side: 'A',
      amount: received.value,
      written: {
        transactionDate,
        transactionCode: 'M',
        transactionShares: shares(received.value),
        transactionAcquiredDisposedCode: 'A',
        transactionPricePerShare: grant.price ? price(grant.price) : grant.written.conversionOrExercisePrice,
      },
    },
  ];
  if (after.value)
    rows.push({
      holding,
      side: 'D',
      amount: after.value.amount,
      written: {
        transactionDate,
        transactionCode: after.value.code,
        transactionShares: shares(after.value.amount),
        transactionAcquiredDisposedCode: 'D',
        transactionPricePerShare: price(after.value.price),
      },
    });
  const put = withTotals(filing, gapI, rows, answers, TITLE);
  if ('asks' in put || 'refused' in put) return put;
  const line = lineOf(filing, 'derivativeTable', {
    ...grant.written,
    transactionDate,
    transactionCode: 'M',
    disposed: shares(number.value),
    underlyingSecurityShares: shares(received.value),
    transactionPricePerShare: price(ZERO),
    sharesOwnedFollowingTransaction: shares(subtract(grant.left, number.value)),
  });
  const edits = [
    ...putLines(filing, gapI, put.lines, put.replaced),
    ...putLines(filing, gapII, [line], grant.row?.kind === 'holding' ? [grant.row] : []),
  ];
  return withWords(edits, rowsWritten(put.lines.length, 1), put.below ? [BELOW] : []);
}

/** Behind the last row of the grant, else behind the last transaction of Table II. */
function gapOf(filing: Filing, { row }: Grant): Gap | undefined {
  if (row) return { end: row.span.end, index: row.index + 1 };
  const gap = gapFor(filing, 'derivativeTable', NOWHERE);
  return endOfHeadings(filing, 'derivativeTable') === undefined ? undefined : gap;
}

function askUpTo(answers: Answers, answer: string, prompt: string, most: Decimal, left: number): Read<Decimal> {
  const asked = askAmount(answers, { answer, title: TITLE, prompt, left });
  if ('asks' in asked || compare(asked.value, most) <= 0) return asked;
  return {
    asks: {
      answer,
      title: TITLE,
      kind: 'text',
      prompt,
      problem: `Expected ${grouped(most)} at the most; found ${grouped(asked.value)}.`,
      left,
    },
  };
}

/** One share for each, unless the row of the grant says that it is for another number of shares. */
function askReceived({ row }: Grant, number: Decimal, answers: Answers): Read<Decimal> {
  const underlying = row?.underlyingSecurityShares.value;
  const of = row?.kind === 'transaction' ? row.transactionShares.value : row?.sharesOwnedFollowingTransaction.value;
  if (!underlying || !of || isZero(of) || equals(underlying, of)) return { value: number };
  return askAmount(answers, {
    answer: 'received',
    title: TITLE,
    prompt: `How many shares came of them? Table II has ${grouped(underlying)} for ${grouped(of)}.`,
    left: 1,
  });
}

interface Disposal {
  readonly code: string;
  readonly amount: Decimal;
  readonly price: Decimal;
}

function askDisposal(answers: Answers, received: Decimal): Read<Disposal | undefined> {
  const then = askChoice(answers, {
    answer: 'then',
    title: TITLE,
    prompt: `What became of the ${grouped(received)} shares?`,
    left: 0,
    choices: [
      { value: 'kept', label: 'All were kept' },
      {
        value: 'withheld',
        label: 'Some were withheld by the issuer',
        description: 'for the exercise price or taxes: code F',
      },
      { value: 'sold', label: 'Some or all were sold in the market', description: 'code S' },
    ],
  });
  if ('asks' in then) return then;
  if (then.value === 'kept') return { value: undefined };
  const withheld = then.value === 'withheld';
  const what = withheld ? 'withheld' : 'sold';
  const prompt = `How many shares were ${what}?`;
  const amount = withheld
    ? askUpTo(answers, 'disposed', prompt, received, 1)
    : askAmount(answers, { answer: 'disposed', title: TITLE, prompt, left: 1 });
  if ('asks' in amount) return amount;
  const price = askAmount(answers, {
    answer: 'price',
    title: TITLE,
    prompt: withheld ? 'Value per share withheld, in dollars.' : 'Price per share sold, in dollars.',
    left: 0,
  });
  return 'asks' in price ? price : { value: { code: withheld ? 'F' : 'S', amount: amount.value, price: price.value } };
}

/** The holding that the shares come to: that of Table I with the same title and holder, its last row’s where markers tell several apart. */
function holdingFor(filing: Filing, { underlying, ownership, nature }: Grant): Holding {
  const key = `${sameWords(underlying)}|${ownership}|${sameWords(nature)}`;
  const row = [...filing.nonDerivativeTable.rows].reverse().find((one) => holdingOf(one, 'no markers') === key);
  return row ? holdingOfRow(filing, row) : newHolding(filing, underlying, ownership, nature);
}
