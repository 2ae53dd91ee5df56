/** A transaction code: its official definition, where it is used, and what it means in its row. */
import { TRANSACTION_CODES, transactionCode, type TransactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import { formDate } from '../../text/days';
import { compare, grouped, whole, type Decimal } from '../../text/decimal';
import type { Markup } from './markup';

/** The parts of a hover on a code cell; where no code that the form has stands in it, all that there are. */
export function codeParts(row: Row, markup: Markup): string[] {
  const { value, others, equitySwapInvolved, voluntary } = row.transactionCode;
  const letters = [value, ...others, ...(equitySwapInvolved ? ['K'] : []), ...(voluntary ? ['V'] : [])];
  const entries = [...new Set(letters)].map(transactionCode).filter((entry) => entry !== undefined);
  if (entries.length === 0) return row.transactionCode.raw === '' ? [] : [allCodes(markup)];
  return [...entries.map((entry) => definitionOf(entry, markup)), ...meaningOf(row, markup)];
}

/** Each letter with its meaning, in the order of the form. */
const allCodes = (markup: Markup): string =>
  markup.list(TRANSACTION_CODES.map(({ code, definition }) => `${markup.strong(code)}: ${definition}`));

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
  const plain = others.length > 0 ? undefined : transactionCode(code)?.plain;
  if (!plain) return [];
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
