/** What a filing states as held after its transactions, one sentence a holding. */
import { amountOf, citedBy, dollars, footnotesSaid, heldHow, unreadAmountOf } from './explainWords';
import type { Sentence } from './explainSentence';
import { terms } from './explainRows';
import { changeOf, holdingOf } from '../filing/holdings';
import type { Filing, Row } from '../filing/model';
import { spanOfRow } from '../filing/queries';
import { add, equals, plain } from '../text/decimal';

/** Every holding of Table I, in the order of its first row, as the row states it that comes last. */
export function holdingsSaid(filing: Filing): Sentence[] {
  const byHolding = new Map<string, Row[]>();
  for (const row of filing.nonDerivativeTable.rows) push(byHolding, holdingOf(row, 'no title markers'), row);
  return [...byHolding.values()].map((rows) => stated(filing, lastOf(rows)));
}

/** The same of Table II, where each grant is counted by itself: by its title, its price and its days. */
export function derivativeHoldingsSaid(filing: Filing): Sentence[] {
  const byGrant = new Map<string, Row[]>();
  for (const row of filing.derivativeTable.rows) {
    const { conversionOrExercisePrice: price, exerciseDate, expirationDate } = row;
    const grant = [price.value ? plain(price.value) : price.raw, exerciseDate.raw, expirationDate.raw];
    push(byGrant, JSON.stringify([holdingOf(row), ...grant]), row);
  }
  return [...byGrant.values()].map((rows) => stated(filing, lastOf(rows)));
}

function push(map: Map<string, Row[]>, key: string, row: Row): void {
  const known = map.get(key);
  if (known) known.push(row);
  else map.set(key, [row]);
}

/** No instruction fixes the order of rows: the latest day comes last, and of one day the row that the totals lead to. */
function lastOf(rows: readonly Row[]): Row {
  const days = rows.flatMap(({ transactionDate: { value } }) => value ?? []);
  const latest = days.reduce((most, day) => (day > most ? day : most), -Infinity);
  const last = days.length === rows.length ? rows.filter(({ transactionDate: { value } }) => value === latest) : rows;
  return runs([...last].reverse()) && !runs(last) ? last[0]! : last.at(-1)!;
}

/** True where each total follows from the one before it. */
const runs = (rows: readonly Row[]): boolean =>
  rows.every((row, at) => {
    if (at === 0) return true;
    const before = rows[at - 1]!.sharesOwnedFollowingTransaction.value;
    const change = changeOf(row);
    const { value } = row.sharesOwnedFollowingTransaction;
    return before !== undefined && change !== undefined && value !== undefined && equals(add(before, change), value);
  });

function stated(filing: Filing, row: Row): Sentence {
  const { securityTitle: title, sharesOwnedFollowingTransaction: total } = row;
  const what = total.value ? amountOf(filing, title, total.value, total.dollars) : unreadAmountOf(filing, title, total);
  const how = heldHow(filing, row);
  const labels = citedBy(filing, [row]);
  // A row with a transaction has said its terms and its footnotes already.
  const more = row.kind === 'holding' ? terms(filing, [row]) : grantOf(row);
  const see = row.kind === 'holding' && labels.length > 0 ? `See ${footnotesSaid(labels)}.` : '';
  const text = [`${what.charAt(0).toUpperCase()}${what.slice(1)}, ${how}.`, more, see]
    .filter((part) => part !== '')
    .join(' ');
  return { text, places: [spanOfRow(row)] };
}

/** Which grant of several with one title: its price. */
function grantOf(row: Row): string {
  const price = row.table === 'derivativeTable' ? row.conversionOrExercisePrice.value : undefined;
  return price ? `Conversion or exercise price ${dollars(price)}.` : '';
}
