import assert from 'node:assert/strict';
import { balances, MOST_BALANCES } from '../../../server/src/features/balance';
import { readAll } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { filingAround } from '../harness';

/** The balance of each row of an example: `1,000 + 100 = 1,100 agrees`. */
function told(example: string): string[] {
  const filings = readAll(filingAround(example));
  const { rows, more } = balances(
    filings,
    filings.flatMap((filing) => check(filing, { today: 30000 })),
  );
  assert.equal(more, 0);
  const lines = filings[0]!.text.split('\n');
  return rows.map(({ line, sum, expected, stated, state }) => {
    assert.ok(lines[line]!.includes(stated), 'on the line of its row');
    return `${sum} = ${expected} ${state}`;
  });
}

const row = (amount: string, side: string, total: string, nature = ''): string =>
  [
    'Common Stock',
    '03/07/2022',
    '',
    'J <sup>(1)</sup>',
    '',
    amount,
    side,
    '\\$1',
    total,
    nature ? 'I' : 'D',
    nature,
  ].join('\t');
const NOTE = '- A transfer among accounts.';

describe('running balance', () => {
  it('is the sum that leads to each total, holding by holding, from the second row of each on', () => {
    assert.deepEqual(
      told(
        [
          row('100', 'A', '1,100'),
          row('5', 'A', '50', 'By Trust'),
          row('10', 'D', '1,090'),
          row('1', 'A', '51', 'By Trust'),
          NOTE,
        ].join('\n'),
      ),
      ['1,100 − 10 = 1,090 agrees', '50 + 1 = 51 agrees'],
    );
  });

  it('calls a total wrong where a finding does, and goes on from what it should be', () => {
    assert.deepEqual(
      told([row('100', 'A', '1,100'), row('200', 'A', '1,303'), row('10', 'D', '1,290'), NOTE].join('\n')),
      ['1,100 + 200 = 1,300 wrong', '1,300 − 10 = 1,290 agrees'],
    );
  });

  it('goes on from the stated total where those below follow from it: one fact, told once', () => {
    const states = told([row('100', 'A', '1,100'), row('210', 'A', '1,300'), row('10', 'D', '1,290'), NOTE].join('\n'));
    assert.deepEqual(states, ['1,100 + 210 = 1,310 wrong', '1,300 − 10 = 1,290 agrees']);
  });

  it('accuses nobody of what filers have reasons for', () => {
    const states = told(
      [
        row('100', 'A', '1,100'),
        row('200', 'A', '1,350 <sup>(2)</sup>'),
        NOTE,
        '- Includes 50 shares bought under a plan.',
      ].join('\n'),
    );
    assert.deepEqual(states, ['1,100 + 200 = 1,300 differs']);
  });

  it('leaves out rows whose change cannot be read, and holding rows', () => {
    assert.deepEqual(
      told([row('100', 'A', '1,100'), row('10x', 'D', '1,090'), row('90', 'D', '1,000'), NOTE].join('\n')),
      ['1,090 − 90 = 1,000 agrees'],
    );
  });

  it('is capped, and says by how much', () => {
    const rows = Array.from({ length: MOST_BALANCES + 6 }, (_, at) => row('1', 'A', String(1000 + at)));
    const filings = readAll(filingAround([...rows, NOTE].join('\n')));
    const { rows: shown, more } = balances(filings, []);
    assert.deepEqual([shown.length, more], [MOST_BALANCES, 5]);
  });
});
