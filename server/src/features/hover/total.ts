import { changeOf, expectedTotal, rowBefore } from '../../filing/holdings';
import type { Filing, Row } from '../../filing/model';
import { absolute, add, equals, grouped, isNegative } from '../../text/decimal';

/**
 * `9,503 + 693 acquired = 10,196`, where that is the sum that leads to the row's total; else undefined. A row may go on
 * from what the row before it should state: then that one is wrong, and not this.
 */
export function sumOf(filing: Filing, row: Row): string | undefined {
  const total = row.sharesOwnedFollowingTransaction.value;
  const before = rowBefore(filing, row);
  const change = changeOf(row);
  if (!total || !before || !change) return undefined;
  const openings = [before.sharesOwnedFollowingTransaction.value, expectedTotal(filing, before)];
  const opening = openings.find((one) => one && equals(add(one, change), total));
  if (!opening) return undefined;
  const [sign, word] = isNegative(change) ? ['−', 'disposed of'] : ['+', 'acquired'];
  return `${grouped(opening)} ${sign} ${grouped(absolute(change))} ${word} = ${grouped(total)}`;
}
