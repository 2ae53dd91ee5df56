/** The sum of a row is offered as its total only where no other cell is likelier to be wrong: by no door does a right total go. */
import assert from 'node:assert/strict';
import { read } from '../../../../server/src/readers';
import { isSumOffered } from '../../../../server/src/rules/holdings/offered';
import { formTable } from '../../../../server/src/writers/printedForm/tables';
import { valuesFor } from '../../../../server/src/features/completion/cell';
import { filingAround } from '../../harness';
import { done } from '../../operations/rows/operating';

const FIRST = '| Common Stock | 03/07/2022 |  | P |  | 200 | A | \\$63.02 | 12,000 | I | By Spouse |';
const next = (code: string, amount: string, side: string, total: string): string =>
  `${FIRST}\n| Common Stock | 03/07/2022 |  | ${code} |  | ${amount} | ${side} | \\$63.04 | ${total} | I | By Spouse |`;

/** By each door: the form, the list in the cell. */
function offered(example: string): boolean {
  const filing = read(filingAround(example));
  const row = filing.nonDerivativeTable.rows[1]!;
  const [form, list] = [
    formTable(filing, 'nonDerivativeTable').rows[1]!.sum?.offered === true,
    valuesFor({ filing, today: undefined, others: [] }, { row, column: 'sharesOwnedFollowingTransaction' }).length > 0,
  ];
  assert.equal(form, isSumOffered(filing, row));
  assert.equal(list, form, 'the form and the list in the cell offer the same');
  return form;
}

describe('the sum of a row is offered', () => {
  it('where its total is blank or wrong', () => {
    assert.ok(offered(next('S', '300', 'D', '')));
    const goesOn = '| Common Stock | 03/08/2022 |  | P |  | 100 | A | \\$63.04 | 12,410 | I | By Spouse |';
    assert.ok(offered(`${next('P', '310', 'A', '12,130')}\n${goesOn}`));
    // Alone, the total may be right and the amount wrong.
    assert.ok(!offered(next('P', '310', 'A', '12,130')));
  });
  it('not where the side is wrong and the total right, nor where the total is blank beside a wrong side', () => {
    assert.ok(!offered(next('P', '300', 'D', '12,300')));
    assert.ok(!offered(next('P', '300', 'D', '')));
  });
  it('not where the amount is wrong, nor the code', () => {
    assert.ok(!offered(next('P', '30x', 'A', '12,300')));
    assert.ok(!offered(next('Q', '300', 'D', '12,300')));
    assert.ok(!offered(next('Q', '300', 'D', '')));
  });
  it('and is not written by Recompute there', () => {
    const wrongSide = next('P', '300', 'D', '12,300');
    const last = '| Common Stock | 03/08/2022 |  | P |  | 100 | A | \\$63.04 | 12,500 | I | By Spouse |';
    const { text, outcome } = done(
      'row.recompute',
      filingAround(`${wrongSide}\n${last}`.replace('By Spouse', 'By‸ Spouse')),
      {},
    );
    assert.match(text, /\| 12,300 \|/);
    assert.match(text, /\| 12,400 \|/);
    assert.match(outcome.remark ?? '', /Left as it stands: row 2/);
  });
});
