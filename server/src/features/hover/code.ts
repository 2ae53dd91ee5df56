/** A transaction code: its official definition, where it is used, and what it means in its row. */
import { transactionCode, type TransactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import { formDate } from '../../text/days';
import { compare, grouped, whole, type Decimal } from '../../text/decimal';
import type { Markup } from './markup';

/** What each code says of a transaction, in everyday words; the definition beside it is the one that counts. */
export const PLAIN: Readonly<Record<string, string | undefined>> = {
  P: 'a purchase, on the open market or private',
  S: 'a sale, on the open market or private',
  A: 'a grant or award from the company',
  D: 'a disposition to the company',
  F: 'delivered or withheld to pay an exercise price or taxes',
  I: 'a discretionary transaction',
  M: 'the exercise or conversion of a derivative security',
  C: 'the conversion of a derivative security',
  E: 'a short derivative position has expired',
  H: 'a long derivative position has expired or was cancelled, and value was received for it',
  O: 'the exercise of a derivative security that was out of the money',
  X: 'the exercise of a derivative security that was in or at the money',
  G: 'a gift',
  L: 'a small acquisition',
  W: 'by will or inheritance',
  Z: 'put into a voting trust or taken out of it',
  J: 'of a kind that no other code names; a footnote describes it',
  U: 'tendered in a change of control',
};

/** The parts of a hover on a code cell; none where no code that the form has stands in it. */
export function codeParts(row: Row, markup: Markup): string[] {
  const { value, others, equitySwapInvolved, voluntary } = row.transactionCode;
  const letters = [value, ...others, ...(equitySwapInvolved ? ['K'] : []), ...(voluntary ? ['V'] : [])];
  const entries = [...new Set(letters)].map(transactionCode).filter((entry) => entry !== undefined);
  if (entries.length === 0) return [];
  return [...entries.map((entry) => definitionOf(entry, markup)), ...meaningOf(row, markup)];
}

/** The parts of a hover on a V column in which V stands. */
export function voluntaryParts(row: Row, markup: Markup): string[] {
  const entry = transactionCode(row.transactionFormType.value);
  return entry?.code === 'V' ? [definitionOf(entry, markup), ...meaningOf(row, markup)] : [];
}

export function definitionOf(entry: TransactionCode, markup: Markup): string {
  const { code, definition, group } = entry;
  return `${markup.strong(code)}: ${definition}\n\n${group} · ${useOf(entry)}`;
}

/** `usually acquired (A) in Table I, disposed of (D) in Table II`. */
function useOf({ side, tables, standsAlone, code }: TransactionCode): string {
  if (!standsAlone) return code === 'K' ? 'added to a code, as in S/K' : 'stands in the V column, beside any code';
  const name = { A: 'acquired (A)', D: 'disposed of (D)' };
  const one = side.nonDerivativeTable && name[side.nonDerivativeTable];
  const two = side.derivativeTable && name[side.derivativeTable];
  if (tables !== 'I and II') return `Table ${tables}${one || two ? `, usually ${one ?? two}` : ', either side'}`;
  if (one === two) return one ? `Tables I and II, usually ${one}` : 'Tables I and II, either side';
  return `usually ${one ?? 'either side'} in Table I, ${two ?? 'either side'} in Table II`;
}

/** `693 shares of Common Stock acquired at $43.16 on 03/07/2023: a grant or award from the company.` */
function meaningOf(row: Row, markup: Markup): string[] {
  const { value: code, others } = row.transactionCode;
  const plain = code === undefined || others.length > 0 ? undefined : PLAIN[code];
  if (plain === undefined) return [];
  const side = { A: 'acquired', D: 'disposed of' }[row.transactionAcquiredDisposedCode.value ?? ''];
  const amount = amountOf(row, markup);
  if (!side || amount === undefined) return [`In this row: ${plain}.`];
  const { transactionPricePerShare: price, transactionDate: date, natureOfOwnership: nature } = row;
  const words = [
    amount,
    side,
    ...(price.value ? [`at ${money(price.value)}`] : []),
    ...(date.value === undefined ? [] : [`on ${formDate(date.value)}`]),
    ...(row.directOrIndirectOwnership.value === 'I'
      ? [nature.value ? `and held indirectly (${markup.filing(nature.value)})` : 'and held indirectly']
      : []),
  ];
  return [`In this row: ${words.join(' ')}: ${plain}.`];
}

function amountOf(row: Row, markup: Markup): string | undefined {
  const { value, dollars } = row.transactionShares;
  if (!value) return undefined;
  const title = row.securityTitle.value;
  const of = title === undefined ? '' : ` of ${markup.filing(title)}`;
  if (dollars) return `${money(value)} worth${of}`;
  if (row.table === 'derivativeTable') return `${grouped(value)}${of}`;
  return `${grouped(value)} ${compare(value, whole(1)) === 0 ? 'share' : 'shares'}${of}`;
}

const money = (value: Decimal): string => `$${grouped(value)}${value.scale === 1 ? '0' : ''}`;
