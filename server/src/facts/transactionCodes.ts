/**
 * The transaction codes of Form 4, General Instruction 8.
 * Definitions: EDGAR Ownership XML Technical Specification v5.5, 3.6.10; V and K: the form's General Instruction 8.
 * Sides in Table II were counted on the SEC's insider transactions data set, third quarter of 2024.
 */
export type Side = 'A' | 'D';

export interface TransactionCode {
  readonly code: string;
  /** The official words. */
  readonly definition: string;
  /** The heading under which General Instruction 8 lists it. */
  readonly group: string;
  /** The side it takes in Table I and in Table II; undefined where it may take either. */
  readonly side: { readonly nonDerivativeTable?: Side; readonly derivativeTable?: Side };
  /** The tables in which it is used. */
  readonly tables: 'I' | 'II' | 'I and II';
  /** What its price column holds, in plain words. */
  readonly price: string;
  /** V marks a row and K is added to a code: neither stands alone in the code column. */
  readonly standsAlone: boolean;
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

function row(code: string, group: string, definition: string, more: Partial<TransactionCode>): TransactionCode {
  return { code, group, definition, side: {}, tables: 'I and II', price: '', standsAlone: true, ...more };
}

/** In the order of General Instruction 8. A new code is one row here. */
export const TRANSACTION_CODES: readonly TransactionCode[] = [
  row('P', GENERAL, 'Open market or private purchase of non-derivative or derivative security', {
    side: A,
    price: 'the price paid per share',
  }),
  row('S', GENERAL, 'Open market or private sale of non-derivative or derivative security', {
    side: D,
    price: 'the price received per share',
  }),
  row('V', GENERAL, 'Transaction voluntarily reported earlier than required', { standsAlone: false }),
  row('A', RULE_16B_3, 'Grant, award or other acquisition pursuant to Rule 16b-3(d)', {
    side: A,
    price: 'the price paid, often $0',
  }),
  row('D', RULE_16B_3, 'Disposition to the issuer of issuer equity securities pursuant to Rule 16b-3(e)', { side: D }),
  row(
    'F',
    RULE_16B_3,
    'Payment of exercise price or tax liability by delivering or withholding securities incident to the receipt, exercise or vesting of a security issued in accordance with Rule 16b-3',
    { side: D, price: 'the value per share withheld' },
  ),
  row(
    'I',
    RULE_16B_3,
    'Discretionary transaction in accordance with Rule 16b-3(f) resulting in acquisition or disposition of issuer securities',
    {
      price: 'the price per share',
    },
  ),
  row('M', RULE_16B_3, 'Exercise or conversion of derivative security exempted pursuant to Rule 16b-3', {
    side: EXERCISE,
    price: 'in Table I the exercise price; in Table II $0',
  }),
  row('C', DERIVATIVE, 'Conversion of derivative security', { side: EXERCISE, price: 'in Table II $0' }),
  row('E', DERIVATIVE, 'Expiration of short derivative position', { tables: 'II' }),
  row('H', DERIVATIVE, 'Expiration (or cancellation) of long derivative position with value received', {
    side: { derivativeTable: 'D' },
    tables: 'II',
    price: 'the value received',
  }),
  row('O', DERIVATIVE, 'Exercise of out-of-the-money derivative security', { side: EXERCISE }),
  row('X', DERIVATIVE, 'Exercise of in-the-money or at-the-money derivative security', {
    side: EXERCISE,
    price: 'in Table II $0',
  }),
  row('G', OTHER_EXEMPT, 'Bona fide gift', { price: '$0' }),
  row('L', OTHER_EXEMPT, 'Small acquisition under Rule 16a-6', { side: A, price: 'the price paid per share' }),
  row('W', OTHER_EXEMPT, 'Acquisition or disposition by will or the laws of descent and distribution', { price: '$0' }),
  row('Z', OTHER_EXEMPT, 'Deposit into or withdrawal from voting trust', { price: '$0' }),
  row('J', OTHER, 'Other acquisition or disposition (describe transaction)', {}),
  row('K', OTHER, 'Transaction in equity swap or instrument with similar characteristics', { standsAlone: false }),
  row('U', OTHER, 'Disposition pursuant to a tender of shares in a change of control transaction', {
    side: D,
    price: 'the price received per share',
  }),
];

const byCode = new Map(TRANSACTION_CODES.map((entry) => [entry.code, entry]));

/** The entry of a code letter; undefined where the form has no such code. */
export function transactionCode(code: string | undefined): TransactionCode | undefined {
  return code === undefined ? undefined : byCode.get(code);
}
