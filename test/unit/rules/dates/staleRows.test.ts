/** Rows before box 3: named at the row, both readings offered, and box 3 never set to an odd row's date unasked. */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../../server/src/lint/verifiedFixes';
import type { Filing } from '../../../../server/src/filing/model';
import { read } from '../../../../server/src/readers';
import { check } from '../../../../server/src/rules/run';
import { filingAround, fine, fixes, flags } from '../../harness';
import { all, offers, related, told } from '../told';

const filing = (...lines: string[]): string => lines.join('\n');
const box3 = (date: string): string => `3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>`;
const signed = (date: string): string => `Signature: /s/ Rowan J. Alder ${date}`;
const row = (date: string, code: string, amount: string, side: string, total: string): string =>
  `| Common Stock | ${date} |  | ${code} |  | ${amount} | ${side} | \\$${code === 'M' ? '20' : '43.16'} | ${total} | D |  |`;
const option = (date: string): string =>
  `| Option | \\$20 | ${date} |  | M |  |  | 1,000 | 03/07/2020 | 03/07/2028 | Common Stock | 1,000 | \\$0 | 500 | D |  |`;

/** An exercise and two sales, and the option in Table II. */
const exercise = (one: string, two: string, three: string, four: string): string =>
  filing(
    row(one, 'M', '1,000', 'A', '12,000'),
    row(two, 'F', '420', 'D', '11,580'),
    row(three, 'S', '580', 'D', '11,000'),
    'Table II',
    option(four),
  );
const DAY = '03/07/2022';
const OLD = '12/06/2021';
const READINGS = [`Write ${DAY}`, `Set box 3 to ${OLD}`];

describe('one stale date', () => {
  it('in the last, a middle or the first row is named there, with both readings and no preference', () => {
    const stale = [
      exercise(DAY, DAY, OLD, DAY),
      exercise(DAY, OLD, DAY, DAY),
      exercise(OLD, DAY, DAY, DAY),
      exercise(DAY, DAY, DAY, OLD),
    ];
    for (const example of stale) {
      flags('box-3', example.replace(OLD, `⟦${OLD}⟧`), 'warning: Expected no transaction before 03/07/2022');
      assert.deepEqual(offers('box-3', example), READINGS);
      assert.deepEqual(related('box-3', example), [`box 3: ${DAY}`]);
      assert.deepEqual(all(example), ['warning box-3'], 'that the form is late is not said beside it');
      fixes('box-3', example, exercise(DAY, DAY, DAY, DAY), READINGS[0]);
    }
  });

  it('says what speaks against it', () => {
    const why = (example: string): string =>
      /Check the date: (.*?)\. If/.exec(told('box-3', example).join())?.[1] ?? '';
    const partner = 'the row of the same exercise in the other table is of 03/07/2022';
    assert.equal(why(exercise(DAY, DAY, OLD, DAY)), 'every other row is of 03/07/2022');
    assert.equal(why(exercise(DAY, '03/08/2022', OLD, DAY)), 'other rows are of 03/07/2022');
    assert.equal(why(exercise(DAY, DAY, DAY, OLD)), partner);
    assert.equal(why(exercise(OLD, DAY, DAY, DAY)), partner);
    assert.equal(
      why(row(OLD, 'A', '693', 'A', '9,503')),
      'the signature, 03/08/2022, is in time for box 3 and late for 12/06/2021',
    );
  });

  it('goes by its partner where the others are of several days', () => {
    const example = filing(exercise('03/08/2022', DAY, DAY, OLD), signed('03/09/2022'));
    assert.deepEqual(offers('box-3', example), ['Write 03/08/2022', `Set box 3 to ${OLD}`]);
  });

  it('is an information where the form would be in time for it', () => {
    const example = exercise(DAY, DAY, '03/04/2022', DAY);
    assert.match(told('box-3', example).join(), /^information: /);
    assert.deepEqual(offers('box-3', example), [`Write ${DAY}`, 'Set box 3 to 03/04/2022']);
  });

  it('in two rows is told once, at the first', () => {
    const example = exercise(OLD, DAY, DAY, OLD);
    flags('box-3', example.replace(OLD, `⟦${OLD}⟧`), 'found 12/06/2021 here and in 1 more row.');
    assert.deepEqual(related('box-3', example), [`box 3: ${DAY}`, `this row too: ${OLD}`]);
    assert.deepEqual(offers('box-3', example), ['Write 03/07/2022 in the 2 rows', READINGS[1]]);
    fixes('box-3', example, exercise(DAY, DAY, DAY, DAY), 'Write 03/07/2022 in the 2 rows');
  });

  it('may be the true one of a row that is reported late: box 3 is then set to it', () => {
    const example = exercise(DAY, DAY, OLD, DAY);
    fixes('box-3', example, filing(example, box3(OLD)), READINGS[1]);
  });

  it('keeps both readings where fixes are tried, though with one of them the form is late', () => {
    const filing = read(filingAround(exercise(DAY, DAY, OLD, DAY)));
    const checked = (one: Filing) => check(one, { today: 30000 });
    const [finding] = withVerifiedFixes(filing, checked(filing), checked);
    assert.deepEqual(
      finding!.fixes().map(({ title }) => title),
      READINGS,
    );
  });

  it('is nothing where box 3 states it', () => {
    assert.deepEqual(told('box-3', filing(exercise(DAY, DAY, OLD, DAY), box3(OLD))), []);
  });
});

describe('a stale year', () => {
  const lastYear = exercise('03/07/2021', '03/07/2021', '03/07/2021', '03/07/2021');
  it('in every row is one finding at the year of the first, and box 3 is left alone', () => {
    flags('box-3', lastYear.replace('03/07/2021', '03/07/⟦2021⟧'), 'Check the year: 03/07/2022 agrees with box 3.');
    assert.deepEqual(all(lastYear), ['warning box-3']);
    assert.deepEqual(offers('box-3', lastYear), ['* Write 03/07/2022 in the 4 rows']);
    fixes('box-3', lastYear, exercise(DAY, DAY, DAY, DAY));
  });

  it('of several days is the year alone', () => {
    const days = (year: number): string =>
      filing(exercise(`03/07/${year}`, `03/07/${year}`, `03/08/${year}`, `03/07/${year}`), signed('03/09/2022'));
    assert.deepEqual(offers('box-3', days(2021)), ['* Write 2022 in the 4 rows']);
    fixes('box-3', days(2021), days(2022));
  });

  it('is that of box 3 where the form would be late for box 3 too', () => {
    flags('box-3', filing(lastYear, box3('⟦03/01/2022⟧')).replaceAll('03/07/2021', '03/07/2022'), 'warning: ');
    const late = filing(lastYear, signed('05/09/2022'));
    assert.match(
      told('box-3', late).join(),
      /^error: Expected the date of the earliest transaction, 03\/07\/2021, in box 3/,
    );
  });
});

describe('box 3 against rows of one day', () => {
  it('is set to them, preferred, where the form is in time for them alone', () => {
    assert.deepEqual(offers('box-3', box3('02/14/2022')), ['* Set box 3 to 03/07/2022']);
    assert.deepEqual(offers('box-3', box3('03/07/2023')), ['* Set box 3 to 03/07/2022']);
  });

  it('or where two rows at least agree and box 3 is later', () => {
    const two = filing(row('03/04/2022', 'A', '100', 'A', '1,000'), row('03/04/2022', 'A', '100', 'A', '1,100'));
    assert.deepEqual(offers('box-3', filing(two, box3(DAY))), ['* Set box 3 to 03/04/2022']);
  });

  it('is as likely right as the one row, where the form is in time for both', () => {
    for (const [box, day] of [
      ['03/07/2022', '03/04/2022'],
      ['03/04/2022', '03/07/2022'],
    ] as const)
      assert.deepEqual(offers('box-3', filing(row(day, 'A', '693', 'A', '9,503'), box3(box))), [
        `Set box 3 to ${day}`,
        `Write ${box}`,
      ]);
  });

  it('has no fault where they agree', () => fine(filingAround(row(DAY, 'A', '693', 'A', '9,503'))));
});
