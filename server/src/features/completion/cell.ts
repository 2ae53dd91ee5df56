/** What can stand in the cell under the cursor, in the words and habits of the filing. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { TRANSACTION_CODES, transactionCode } from '../../facts/transactionCodes';
import { changeOf, holdingOf, rowBefore } from '../../filing/holdings';
import type { Column, Filing, Row, TableName } from '../../filing/model';
import { dateForm, habitsOf } from '../../operations/rows/habits';
import { isSumOffered } from '../../rules/holdings/offered';
import { writtenLike } from '../../rules/words';
import { dateAs, type DateForm, type Day } from '../../text/days';
import { add, isNegative, parseDecimal, type Decimal } from '../../text/decimal';
import { visible } from '../../text/visible';
import type { CellPlace } from '../place';
import { seenWords, type Others } from './seen';

/** A value to be set, before its place in the text is known. */
export type Value = Pick<CompletionItem, 'label' | 'kind' | 'detail'> & { readonly data?: { readonly code: string } };

const VALUE: CompletionItemKind = 12;
/** More prices than this are no help. */
const MOST_PRICES = 5;
const ENUM_MEMBER: CompletionItemKind = 20;

export interface CellContext extends Others {
  readonly filing: Filing;
  readonly today: Day | undefined;
  /** What the house writes just so, in plain words. */
  readonly house?: { readonly titles?: readonly string[]; readonly natures?: readonly string[] };
}

/** The values for a cell, the likeliest first; none for amounts, which nobody can guess. */
export function valuesFor(context: CellContext, { row, column }: Pick<CellPlace, 'row' | 'column'>): readonly Value[] {
  const words = (what: Parameters<typeof seenWords>[2], house: readonly string[] = []): Value[] =>
    seenWords(context.filing, context, what, house).map((label) => ({ label: visible(label), kind: VALUE }));
  switch (column) {
    case 'securityTitle':
      return words('titles', context.house?.titles);
    case 'underlyingSecurityTitle':
      return words('underlying', context.house?.titles);
    case 'natureOfOwnership':
      return row.directOrIndirectOwnership.value === 'D' ? [] : words('natures', context.house?.natures);
    case 'transactionDate':
    case 'deemedExecutionDate':
    case 'exerciseDate':
    case 'expirationDate':
      return dates(context, row, column);
    case 'transactionCode':
      return codes(row);
    case 'transactionFormType':
      return [{ label: 'V', kind: ENUM_MEMBER, detail: 'reported earlier than required', data: { code: 'V' } }];
    case 'transactionAcquiredDisposedCode':
      return sides(row);
    case 'directOrIndirectOwnership':
      return [
        { label: 'D', kind: ENUM_MEMBER, detail: 'Direct' },
        { label: 'I', kind: ENUM_MEMBER, detail: 'Indirect' },
      ];
    case 'sharesOwnedFollowingTransaction':
      return total(context.filing, row);
    case 'transactionPricePerShare':
      return prices(context.filing, row);
    default:
      return [];
  }
}

const SIDES: readonly string[] = ['A', 'D'];

/** The lists that there can be: one for each table and side. */
const codeLists = new Map<string, readonly Value[]>();

/** Those usual in the table and for the side of the row come first; where it says nothing, in the form's order. */
function codes(row: Row): readonly Value[] {
  const { value } = row.transactionAcquiredDisposedCode;
  const side = value === undefined || SIDES.includes(value) ? value : 'neither';
  const key = `${row.table} ${side}`;
  let list = codeLists.get(key);
  if (!list) codeLists.set(key, (list = codesFor(row.table, side)));
  const base = transactionCode(row.transactionCode.value);
  if (!base?.standsAlone || row.transactionCode.equitySwapInvolved) return list;
  const swap = { label: `${base.code}/K`, kind: ENUM_MEMBER, detail: 'the same in an equity swap or the like' };
  return [...list, { ...swap, data: { code: 'K' } }];
}

function codesFor(name: TableName, side: string | undefined): Value[] {
  const table = name === 'derivativeTable' ? 'II' : 'I';
  const rank = (entry: (typeof TRANSACTION_CODES)[number]): number => {
    const usual = entry.side[name];
    const elsewhere = entry.tables !== 'I and II' && entry.tables !== table;
    return (elsewhere ? 2 : 0) + (side !== undefined && usual !== undefined && usual !== side ? 1 : 0);
  };
  return TRANSACTION_CODES.filter(({ standsAlone }) => standsAlone)
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry: { code, plain } }): Value => ({ label: code, kind: ENUM_MEMBER, detail: plain, data: { code } }));
}

function sides(row: Row): Value[] {
  const list: Value[] = [
    { label: 'A', kind: ENUM_MEMBER, detail: 'Acquired' },
    { label: 'D', kind: ENUM_MEMBER, detail: 'Disposed of' },
  ];
  return transactionCode(row.transactionCode.value)?.side[row.table] === 'D' ? list.reverse() : list;
}

function dates(context: CellContext, row: Row, column: Column): Value[] {
  const { filing, today } = context;
  const table = filing[row.table];
  const found: [Day | undefined, string][] = [];
  if (column === 'transactionDate' || column === 'deemedExecutionDate') {
    let last = row.index - 1;
    while (last >= 0 && table.rows[last]?.transactionDate.value === undefined) last--;
    found.push([table.rows[last]?.transactionDate.value, 'the transaction before']);
    found.push([filing.periodOfReport.value, 'box 3']);
    found.push([today, 'today']);
  } else
    for (const each of table.rows)
      if (each !== row && each.table === 'derivativeTable')
        found.push([each[column as 'exerciseDate'].value, 'another row']);
  return dateValues(found, dateForm(filing));
}

/** Each day once, with what it is. */
export function dateValues(found: readonly (readonly [Day | undefined, string])[], form: DateForm): Value[] {
  const named = new Map<Day, string>();
  for (const [day, what] of found) if (day !== undefined && !named.has(day) && named.size < 20) named.set(day, what);
  return [...named].map(([day, detail]) => ({ label: dateAs(day, form), kind: VALUE, detail }));
}

/** Where the total is blank or wrong, and nothing else of the row is: the one that the rows before lead to, or what was held before the first of them. */
function total(filing: Filing, row: Row): Value[] {
  if (!isSumOffered(filing, row)) return [];
  const change = changeOf(row);
  const opening = openingOf(filing, row);
  const expected = change && opening && add(opening, change);
  if (!expected || isNegative(expected)) return [];
  const before = rowBefore(filing, row);
  const label = before
    ? writtenLike(before.sharesOwnedFollowingTransaction, expected)
    : habitsOf(filing).shares(expected);
  return [{ label, kind: VALUE, detail: 'the total before, and this transaction' }];
}

/** What the holding of a row has before it: by the transaction above, by its holding row, or by what the blank cell says was held. */
function openingOf(filing: Filing, row: Row): Decimal | undefined {
  const before = rowBefore(filing, row);
  if (before) return before.sharesOwnedFollowingTransaction.value;
  const { start, end } = row.sharesOwnedFollowingTransaction.cellSpan;
  const was = /‹was ([\d,]{1,20}(?:\.\d{1,4})?)›/.exec(filing.text.slice(start, end))?.[1];
  if (was !== undefined) return parseDecimal(was.replaceAll(',', ''));
  if (row.table === 'derivativeTable') return undefined;
  const held = filing.nonDerivativeTable.rows.find(
    (one) => one.kind === 'holding' && holdingOf(one) === holdingOf(row),
  );
  return held?.sharesOwnedFollowingTransaction.value;
}

/** The prices of the transactions beside a row, the nearest first. */
function prices(filing: Filing, row: Row): Value[] {
  const rows: readonly Row[] = filing[row.table].rows;
  const nearest = [...rows].sort((a, b) => Math.abs(a.index - row.index) - Math.abs(b.index - row.index));
  const found = new Set<string>();
  for (const one of nearest) {
    const { raw, value } = one.transactionPricePerShare;
    if (one !== row && value !== undefined && found.size < MOST_PRICES) found.add(raw);
  }
  return [...found].map((label) => ({ label, kind: VALUE, detail: 'another row' }));
}
