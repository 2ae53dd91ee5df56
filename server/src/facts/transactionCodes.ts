/**
 * The transaction codes of Form 4, General Instruction 8, and the families that the checks sort them into.
 * Definitions: EDGAR Ownership XML Technical Specification v5.5, 3.6.10; V and K: the form's General Instruction 8.
 * Sides in Table II were counted on the SEC's insider transactions data set, third quarter of 2024.
 */
import { NO_FAMILY, type CodeFamilies } from './codeFamilies';

export type Side = 'A' | 'D';

/** What a transaction does to securities, as participles by side. */
export type Done = Partial<Record<Side, string>>;

/** How firmly accepted filings keep to the side of a code. */
export type SideKept = 'always' | 'mostly';

export interface TransactionCode extends CodeFamilies {
  readonly code: string;
  /** The official words. */
  readonly definition: string;
  /** The heading under which General Instruction 8 lists it. */
  readonly group: string;
  /** The side it takes in Table I and in Table II; undefined where it may take either. */
  readonly side: { readonly nonDerivativeTable?: Side; readonly derivativeTable?: Side };
  /**
   * How firmly that side is kept; undefined where a row on the other side is no surprise. Table I: the definitions of P, S
   * and F say it, and all but 2 of 8,507 rows of accepted filings keep to it. C, G, J, O, X, H and, in Table II, M and C are
   * met on both sides.
   */
  readonly sideKept: { readonly nonDerivativeTable?: SideKept; readonly derivativeTable?: SideKept };
  /** The code of the opposite transaction. */
  readonly opposite: string | undefined;
  /** The tables in which it is used. */
  readonly tables: 'I' | 'II' | 'I and II';
  /** What its price column holds, in plain words. */
  readonly price: string;
  /** V marks a row and K is added to a code: neither stands alone in the code column. */
  readonly standsAlone: boolean;
  /** What it means in this row, in plain words; '' for V and K. */
  readonly plain: string;
  /** The official definition, turned into participles for the sides of each table that it goes with. */
  readonly done: { readonly nonDerivativeTable?: Done; readonly derivativeTable?: Done };
}

const GENERAL = 'General';
const RULE_16B_3 = 'Rule 16b-3';
const DERIVATIVE = 'Derivative Securities Codes (Except for transactions exempted pursuant to Rule 16b-3)';
const OTHER_EXEMPT =
  'Other Section 16(b) Exempt Transaction and Small Acquisition Codes (except for Rule 16b-3 codes above)';
const OTHER = 'Other';

const A = { nonDerivativeTable: 'A', derivativeTable: 'A' } as const;
const D = { nonDerivativeTable: 'D', derivativeTable: 'D' } as const;
const EXERCISE = { nonDerivativeTable: 'A', derivativeTable: 'D' } as const;

const KEPT = { nonDerivativeTable: 'always', derivativeTable: 'mostly' } as const;
const MOSTLY_KEPT = { nonDerivativeTable: 'mostly', derivativeTable: 'mostly' } as const;

/** The same participles in both tables. */
const both = (done: Done): TransactionCode['done'] => ({ nonDerivativeTable: done, derivativeTable: done });

function row(code: string, group: string, definition: string, more: Partial<TransactionCode>): TransactionCode {
  return {
    code,
    group,
    definition,
    side: {},
    sideKept: {},
    opposite: undefined,
    tables: 'I and II',
    price: '',
    standsAlone: true,
    plain: '',
    done: {},
    ...NO_FAMILY,
    ...more,
  };
}

/** In the order of General Instruction 8. A new code is one row here. */
export const TRANSACTION_CODES: readonly TransactionCode[] = [
  row('P', GENERAL, 'Open market or private purchase of non-derivative or derivative security', {
    side: A,
    sideKept: KEPT,
    opposite: 'S',
    price: 'the price paid per share',
    plain: 'a purchase, on the open market or private',
    done: both({ A: 'bought in the open market or privately' }),
    market: true,
    averaged: true,
    paid: true,
    alwaysDue: true,
  }),
  row('S', GENERAL, 'Open market or private sale of non-derivative or derivative security', {
    side: D,
    sideKept: KEPT,
    opposite: 'P',
    price: 'the price received per share',
    plain: 'a sale, on the open market or private',
    done: both({ D: 'sold in the open market or privately' }),
    market: true,
    averaged: true,
    paid: true,
    alwaysDue: true,
  }),
  row('V', GENERAL, 'Transaction voluntarily reported earlier than required', { standsAlone: false }),
  row('A', RULE_16B_3, 'Grant, award or other acquisition pursuant to Rule 16b-3(d)', {
    side: A,
    sideKept: MOSTLY_KEPT,
    opposite: 'D',
    price: 'the price paid, often $0',
    plain: 'a grant or award from the company',
    done: both({ A: 'granted, awarded or otherwise acquired under Rule 16b-3(d)' }),
    withheldFrom: true,
    vests: true,
  }),
  row('D', RULE_16B_3, 'Disposition to the issuer of issuer equity securities pursuant to Rule 16b-3(e)', {
    side: D,
    sideKept: MOSTLY_KEPT,
    opposite: 'A',
    plain: 'a disposition to the company',
    done: both({ D: 'disposed of to the issuer under Rule 16b-3(e)' }),
  }),
  row(
    'F',
    RULE_16B_3,
    'Payment of exercise price or tax liability by delivering or withholding securities incident to the receipt, exercise or vesting of a security issued in accordance with Rule 16b-3',
    {
      side: D,
      sideKept: KEPT,
      price: 'the value per share withheld',
      plain: 'delivered or withheld to pay an exercise price or taxes',
      done: both({ D: 'delivered or withheld to pay an exercise price or a tax liability' }),
      averaged: true,
      alwaysDue: true,
    },
  ),
  row(
    'I',
    RULE_16B_3,
    'Discretionary transaction in accordance with Rule 16b-3(f) resulting in acquisition or disposition of issuer securities',
    {
      price: 'the price per share',
      plain: 'a discretionary transaction',
      done: both({
        A: 'acquired in a discretionary transaction under Rule 16b-3(f)',
        D: 'disposed of in a discretionary transaction under Rule 16b-3(f)',
      }),
      alwaysDue: true,
    },
  ),
  row('M', RULE_16B_3, 'Exercise or conversion of derivative security exempted pursuant to Rule 16b-3', {
    side: EXERCISE,
    sideKept: { nonDerivativeTable: 'mostly' },
    price: 'in Table I the exercise price; in Table II $0',
    plain: 'the exercise or conversion of a derivative security',
    done: {
      nonDerivativeTable: {
        A: 'acquired by the exercise or conversion of a derivative security under Rule 16b-3',
        D: 'disposed of in the exercise or conversion of a derivative security under Rule 16b-3',
      },
      derivativeTable: {
        A: 'acquired in the exercise or conversion of a derivative security under Rule 16b-3',
        D: 'exercised or converted under Rule 16b-3',
      },
    },
    exercise: true,
    inBothTables: true,
    paysExercisePrice: true,
    withheldFrom: true,
    vests: true,
    alwaysDue: true,
    afterExpiration: true,
  }),
  row('C', DERIVATIVE, 'Conversion of derivative security', {
    side: EXERCISE,
    price: 'in Table II $0',
    plain: 'the conversion of a derivative security',
    done: {
      nonDerivativeTable: {
        A: 'acquired by the conversion of a derivative security',
        D: 'disposed of in the conversion of a derivative security',
      },
      derivativeTable: { A: 'acquired in the conversion of a derivative security', D: 'converted' },
    },
    exercise: true,
    inBothTables: true,
    withheldFrom: true,
  }),
  row('E', DERIVATIVE, 'Expiration of short derivative position', {
    tables: 'II',
    plain: 'a short derivative position has expired',
    done: both({
      A: 'acquired at the expiration of a short derivative position',
      D: 'disposed of at the expiration of a short derivative position',
    }),
    afterExpiration: true,
    endsShortPosition: true,
  }),
  row('H', DERIVATIVE, 'Expiration (or cancellation) of long derivative position with value received', {
    side: { derivativeTable: 'D' },
    tables: 'II',
    price: 'the value received',
    plain: 'a long derivative position has expired or was cancelled, and value was received for it',
    done: {
      derivativeTable: { D: 'disposed of as a long derivative position expired or was cancelled, with value received' },
    },
    afterExpiration: true,
  }),
  row('O', DERIVATIVE, 'Exercise of out-of-the-money derivative security', {
    side: EXERCISE,
    plain: 'the exercise of a derivative security that was out of the money',
    done: {
      nonDerivativeTable: { A: 'acquired by the exercise of an out-of-the-money derivative security' },
      derivativeTable: { D: 'exercised out of the money' },
    },
    exercise: true,
  }),
  row('X', DERIVATIVE, 'Exercise of in-the-money or at-the-money derivative security', {
    side: EXERCISE,
    price: 'in Table II $0',
    plain: 'the exercise of a derivative security that was in or at the money',
    done: {
      nonDerivativeTable: { A: 'acquired by the exercise of an in-the-money or at-the-money derivative security' },
      derivativeTable: { D: 'exercised in the money or at the money' },
    },
    exercise: true,
    inBothTables: true,
    paysExercisePrice: true,
    withheldFrom: true,
  }),
  row('G', OTHER_EXEMPT, 'Bona fide gift', {
    price: '$0',
    plain: 'a gift',
    done: both({ A: 'received as a bona fide gift', D: 'given away as a bona fide gift' }),
  }),
  row('L', OTHER_EXEMPT, 'Small acquisition under Rule 16a-6', {
    side: A,
    sideKept: { nonDerivativeTable: 'mostly' },
    price: 'the price paid per share',
    plain: 'a small acquisition',
    done: both({ A: 'acquired in a small acquisition under Rule 16a-6' }),
    paid: true,
    mayWait: true,
  }),
  row('W', OTHER_EXEMPT, 'Acquisition or disposition by will or the laws of descent and distribution', {
    price: '$0',
    plain: 'by will or inheritance',
    done: both({
      A: 'acquired by will or the laws of descent and distribution',
      D: 'disposed of by will or the laws of descent and distribution',
    }),
    mayWait: true,
  }),
  row('Z', OTHER_EXEMPT, 'Deposit into or withdrawal from voting trust', {
    price: '$0',
    plain: 'put into a voting trust or taken out of it',
    done: both({
      A: 'acquired by deposit into or withdrawal from a voting trust',
      D: 'disposed of by deposit into or withdrawal from a voting trust',
    }),
    mayWait: true,
  }),
  row('J', OTHER, 'Other acquisition or disposition (describe transaction)', {
    plain: 'of a kind that no other code names; a footnote describes it',
    done: both({ A: 'acquired in another way', D: 'disposed of in another way' }),
    withheldFrom: true,
  }),
  row('K', OTHER, 'Transaction in equity swap or instrument with similar characteristics', { standsAlone: false }),
  row('U', OTHER, 'Disposition pursuant to a tender of shares in a change of control transaction', {
    side: D,
    sideKept: MOSTLY_KEPT,
    price: 'the price received per share',
    plain: 'tendered in a change of control',
    done: both({ D: 'disposed of in a tender of shares in a change of control transaction' }),
    paid: true,
    alwaysDue: true,
  }),
];

const byCode = new Map(TRANSACTION_CODES.map((entry) => [entry.code, entry]));

/** The entry of a code letter; undefined where the form has no such code. */
export function transactionCode(code: string | undefined): TransactionCode | undefined {
  return code === undefined ? undefined : byCode.get(code);
}

/** The codes of a family, in the order of General Instruction 8. */
export const codesOf = (family: keyof CodeFamilies): readonly string[] =>
  TRANSACTION_CODES.filter((entry) => entry[family]).map(({ code }) => code);

/** The codes under the heading "Rule 16b-3 Transaction Codes": transactions with the issuer, of its officers and directors. */
export const RULE_16B_3_CODES: readonly string[] = TRANSACTION_CODES.filter(({ group }) => group === RULE_16B_3).map(
  ({ code }) => code,
);
