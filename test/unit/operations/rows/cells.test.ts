import assert from 'node:assert/strict';
import { filingAround } from '../../harness';
import { done } from './operating';

const EXAMPLE = `
| Common Stock | 03/07/2022 |  | A |  | 100 <sup>(1)</sup> | A | \\$0 | 1,000 | D |  |
| Common Stock |  |  |  |  |  |  |  | 7 | I | By Trust |
Table II
| Option | \\$9 | 03/07/2022 |  | A |  | 5 |  | 03/07/2022 | 03/07/2032 | Common Stock | 5 | \\$0 | 5 | D |  |
(1) One.`;

/** The values that are selected one after another, from some words on. */
function walk(id: string, from: string, steps: number): string[] {
  let text = filingAround(EXAMPLE.replace(from, `‸${from}`));
  const seen: string[] = [];
  for (let step = 0; step < steps; step++) {
    text = done(id, text).cursor;
    seen.push(/‸([^‸]*)‸/.exec(text)?.[1] ?? '');
  }
  return seen;
}

describe('from cell to cell', () => {
  it('to the next value without its marker, on to the next row and table', () => {
    assert.deepEqual(walk('cell.next', '100', 6), ['A', '\\$0', '1,000', 'D', '', 'Common Stock']);
    assert.deepEqual(walk('cell.next', 'By Trust', 2), ['Option', '\\$9']);
  });
  it('to the one before', () => {
    assert.deepEqual(walk('cell.previous', '\\$9', 3), ['Option', 'By Trust', 'I']);
    assert.deepEqual(walk('cell.previous', '(1)</sup>', 2), ['', 'A']);
  });
  it('from outside to the nearest row, and nowhere at the ends', () => {
    const above = filingAround(EXAMPLE).replace('STATEMENT OF', '‸STATEMENT OF');
    assert.match(done('cell.next', above).cursor, /\| ‸Common Stock‸ \| 03/);
    assert.equal(done('cell.previous', above).cursor, above);
    const last = filingAround(EXAMPLE.replace('| D |  |\n(1)', '| D | ‸ |\n(1)'));
    assert.equal(done('cell.next', last).cursor, last);
  });
});
