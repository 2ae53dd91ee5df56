/** Values next to those that are told, of rules whose own tests do not come so near. */
import assert from 'node:assert/strict';
import { filingAround, findings, said } from '../harness';

const only = (rule: string, example: string) =>
  findings(filingAround(example), { today: 30000 }).filter((one) => one.rule === rule);

describe('near misses', () => {
  it('a tenth footnote ends with a zero and begins with none', () => {
    const marks = Array.from({ length: 10 }, (_, at) => `<sup>(${at + 1})</sup>`).join(' ');
    const notes = Array.from({ length: 10 }, (_, at) => `${at + 1}. Note ${at + 1}.`).join('\n');
    const row = (cell: string): string =>
      `| Common Stock ${cell} | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |\n`;
    assert.deepEqual(said(only('footnote-number', `${row(marks)}${notes}`)), []);
    assert.equal(
      only('footnote-number', `${row(marks.replace('(10)', '(010)'))}${notes.replace('10.', '010.')}`).length,
      1,
    );
  });

  it('a drift from a holding without a nature is mended by its letter alone', () => {
    const row = (says: string, owner: string): string => {
      const [amount, total] = says.split(' ');
      return `| Common Stock | 03/07/2022 |  | S |  | ${amount} | D | \\$1 | ${total} | ${owner} |\n`;
    };
    const [one] = only(
      'holdings-drift',
      row('300 11,700', 'D | ') + row('580 11,120', 'I | By Alder Trust') + row('120 11,000', 'D | '),
    );
    assert.deepEqual(
      one!.fixes().map(({ title }) => title),
      ['Write "D", as in the row above'],
    );
  });

  it('of many rows on a closed day five are named beside the first', () => {
    const rows = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) =>
          `| Common Stock | 03/05/2022 |  | S |  | ${at + 1} | D | \\$1 | ${1000 - ((at + 1) * (at + 2)) / 2} | D |  |`,
      ).join('\n') + '\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/05/2022</u>';
    const related = (count: number): number => only('closed-day', rows(count))[0]!.related.length;
    assert.deepEqual([related(1), related(3), related(6), related(9)], [0, 2, 5, 5]);
  });
});
