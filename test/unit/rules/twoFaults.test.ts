/**
 * Two faults in one filing: what is told of the one is told beside the other too, but where the one makes doubtful what the
 * other is judged by, or both are one.
 */
import assert from 'node:assert/strict';
import { filingAround, findings } from '../harness';
import { outcome } from './told';
import { TOLD } from './twoFaults';

const RIGHT = `3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2022</u>
Signature: /s/ Rowan J. Alder 03/09/2022
| Common Stock | 03/07/2022 |  | M |  | 500 | A | \\$10 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 200 | D | \\$43.16 <sup>(1)</sup> | 9,303 | D |  |
| Common Stock | 03/08/2022 |  | J <sup>(2)</sup> |  | 120 | D | \\$0 | 9,183 | D |  |
| Common Stock | 03/08/2022 |  | P |  | 30 | A | \\$43.02 | 1,030 | I | By Alder Trust <sup>(3)</sup> |
| Common Stock |  |  |  |  |  |  |  | 640 | I | By Spouse |
Table II
| Stock Option | \\$10 | 03/07/2022 |  | M |  |  | 500 | 03/07/2021 | 03/07/2031 | Common Stock | 500 | \\$0 | 1,500 | D |  |
| Stock Unit | \\$0 | 03/08/2022 |  | A |  | 70 |  | 03/08/2023 | 03/08/2029 | Common Stock | 70 | \\$0 | 270 | D |  |
1. The weighted average price of trades from $43.00 to $43.40. The reporting person undertakes to give the SEC staff, the issuer or a security holder the number of shares traded at each price upon request.
2. A transfer to a former spouse.
3. The reporting person is a trustee.`;

/** Where a fault is made: a row by its number, from 1 on, and a column by its number in the row; or words of any line. */
type Place = readonly [row: number, column: number] | string;
const FAULTS: readonly (readonly [Place, string])[] = [
  ['<u>03/07/2022</u>', '<u>03/08/2022</u>'],
  ['03/09/2022', '03/06/2022'],
  ['03/09/2022', '03/30/2022'],
  [[1, 1], 'Commmon Stock'],
  [[1, 2], '03/07/2202'],
  [[1, 2], '03/07/22'],
  [[1, 2], '02/30/2022'],
  [[1, 2], ''],
  [[1, 4], 'Q'],
  [[1, 4], 'X'],
  [[1, 4], 'S'],
  [[1, 4], ''],
  [[1, 6], '5x0'],
  [[1, 6], '0'],
  [[1, 6], '50'],
  [[1, 6], ''],
  [[1, 7], 'D'],
  [[1, 7], 'X'],
  [[1, 8], ''],
  [[1, 8], '\\$9,503'],
  [[1, 8], '\\$1O'],
  [[1, 8], '\\$0'],
  [[1, 9], '9,530'],
  [[1, 9], '9.503x'],
  [[1, 9], ''],
  [[1, 10], 'X'],
  [[1, 10], 'I'],
  [[1, 11], 'By Spouse'],
  [[2, 2], '03/05/2022'],
  [[2, 4], 'P'],
  [[2, 4], '5'],
  [[2, 5], 'X'],
  [[2, 6], '20'],
  [[2, 7], 'A'],
  [[2, 8], '\\$431.6 <sup>(1)</sup>'],
  [[2, 8], '\\$43.16 <sup>(4)</sup>'],
  [[2, 8], '\\$43.16'],
  [[2, 9], '9,703'],
  [[2, 10], 'I'],
  [[3, 4], 'J'],
  [[3, 4], 'A <sup>(2)</sup>'],
  [[3, 9], '9,303'],
  [[4, 8], '\\$430.2'],
  [[4, 10], 'D'],
  [[4, 11], ''],
  [[5, 9], '9,183'],
  [[5, 10], 'D'],
  [[6, 2], '\\$11'],
  [[6, 3], '03/08/2022'],
  [[6, 5], 'S'],
  [[6, 7], '500 |'],
  [[6, 8], '5,000'],
  [[6, 9], '03/07/2023'],
  [[6, 10], '03/07/2021'],
  [[6, 12], '50'],
  [[6, 14], '-5'],
  [[7, 1], 'Common Stock'],
  [[7, 8], '70'],
  [[7, 10], '03/08/2019'],
  [[7, 13], ''],
  [[7, 14], '27'],
  ['$43.00 to $43.40', '$43.40 to $43.00'],
  ['$43.00 to $43.40', '$34.00 to $34.40'],
  ['undertakes to give', 'gave'],
  ['2. A transfer', '3. A transfer'],
  ['3. The reporting person is a trustee.', ''],
];

const LINES = RIGHT.split('\n');
const ROWS = LINES.flatMap((line, at) => (line.startsWith('|') ? [at] : []));

function made(lines: readonly string[], [place, words]: (typeof FAULTS)[number]): string[] {
  if (typeof place === 'string') return lines.map((line) => line.replace(place, () => words));
  const [row, column] = place;
  return lines.map((line, at) => {
    if (at !== ROWS[row - 1]) return line;
    const cells = line.split('|');
    cells[column] = ` ${words} `;
    return cells.join('|');
  });
}
/** `1.4 Q`: row 1 has a Q in its fourth column. */
const nameOf = ([place, words]: (typeof FAULTS)[number]): string =>
  `${typeof place === 'string' ? place : place.join('.')} ${words || 'nothing'}`.replaceAll('\\', '');
const told = (lines: readonly string[]): string[] =>
  findings(filingAround(lines.join('\n')), { today: 30000 }).map(({ severity, rule }) => `${severity} ${rule}`);
/** What one list has more often than another. */
function besides(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const right = filingAround(RIGHT);
const BY_NAME = new Map(FAULTS.map((fault) => [nameOf(fault), fault]));
/** The parts of the list: a fault, what is told of it, and what is told otherwise beside others. */
const PARTS = TOLD.trim()
  .split(/\n(?! )/)
  .map((part) => {
    const lines = part.split('\n').map((line) => line.trim().split(': ') as [string, string]);
    const [name, outcomes] = lines[0]!;
    return { name, outcomes, beside: lines.slice(1) };
  });
const rulesIn = (outcomes: string): string[] =>
  outcomes === 'nothing' ? [] : outcomes.split(', ').map((one) => one.split(' ').slice(0, 2).join(' '));
const RULES_OF = new Map(PARTS.map(({ name, outcomes }) => [name, rulesIn(outcomes)]));

describe('two faults in one filing', () => {
  it('are made in one without any', () => assert.deepEqual(told(LINES), []));
  it('are listed, each', () =>
    assert.deepEqual(
      PARTS.map(({ name }) => name),
      [...BY_NAME.keys()],
    ));
  for (const { name, outcomes, beside } of PARTS)
    it(name, () => {
      const one = made(LINES, BY_NAME.get(name)!);
      assert.equal(outcome(right, filingAround(one.join('\n'))).join(', ') || 'nothing', outcomes);
      for (const [change, others] of beside)
        for (const other of others.split(' ; ')) {
          const found = told(made(one, BY_NAME.get(other)!));
          const both = [...RULES_OF.get(name)!, ...RULES_OF.get(other)!];
          const less = besides(both, found).map((what) => `no ${what}`);
          const more = besides(found, both).map((what) => `but ${what}`);
          assert.equal([...less, ...more].join(', '), change, `beside ${other}`);
        }
    });
});
