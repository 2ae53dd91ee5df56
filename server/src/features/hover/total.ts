import { changeOf, rowBefore } from '../../filing/holdings';
import type { Filing, Row } from '../../filing/model';
import { absolute, add, equals, grouped, isNegative } from '../../text/decimal';

/** `9,503 + 693 acquired = 10,196`, where that is the sum that leads to the row's total; else undefined. */
export function sumOf(filing: Filing, row: Row): string | undefined {
  const total = row.sharesOwnedFollowingTransaction.value;
  const before = rowBefore(filing, row)?.sharesOwnedFollowingTransaction.value;
  const change = changeOf(row);
  if (!total || !before || !change || !equals(add(before, change), total)) return undefined;
  const [sign, word] = isNegative(change) ? ['−', 'disposed of'] : ['+', 'acquired'];
  return `${grouped(before)} ${sign} ${grouped(absolute(change))} ${word} = ${grouped(total)}`;
}
