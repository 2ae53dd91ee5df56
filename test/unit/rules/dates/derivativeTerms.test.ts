/** How long an option runs, and exercises before the date exercisable. */
import assert from 'node:assert/strict';
import { filingAround, findings, said } from '../../harness';

const told = (example: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter(({ rule }) => rule === 'derivative-dates'));

describe('a term over 15 years', () => {
  interface Grant {
    title?: string;
    day?: string;
    code?: string;
    from?: string;
    to: string;
  }
  const grant = ({ title = 'Stock Option', day = '03/07/2022', code = 'A', from = '', to }: Grant): string[] =>
    told(
      `Table II\n| ${title} | \\$20 | ${day} |  | ${code} |  | 500 |  | ${from || '<sup>(1)</sup>'} | ${to} | Common Stock | 500 | \\$0 | 500 | D |  |\n1. Vests in a year.\n3. Date of Earliest Transaction (Month/Day/Year) <u>${day.slice(0, 10)}</u>`,
    );
  it('is an information', () => {
    for (const to of ['03/09/2037', '03/07/2052', '03/07/2122'])
      assert.match(grant({ to }).join(), /^information .*more than 15 years after the grant/, to);
    assert.equal(grant({ title: 'Non-Qualified Stock Option (Right to Buy)', to: '03/07/2042' }).length, 1);
    for (const title of ['Stock Appreciation Right', 'Stock Appreciation Rights (cash-settled)', 'SARs'])
      assert.equal(grant({ title, to: '03/07/2053' }).length, 1, title);
    assert.equal(grant({ day: '02/29/2020', to: '03/03/2035' }).length, 1);
  });
  it('is none of these', () => {
    const fine: Grant[] = [
      { to: '03/07/2032' },
      { to: '03/08/2032' },
      { to: '03/06/2032' },
      { to: '03/07/2037' },
      { to: '03/08/2037' },
      { to: '03/07/2029' },
      { to: '<sup>(1)</sup>' },
      { to: '03/07/2052 <sup>(1)</sup>' },
      { day: '03/07/2022 <sup>(1)</sup>', to: '03/07/2052' },
      { to: '08/08/1988' },
      { title: 'Warrant', to: '03/07/2042' },
      { title: 'Stock Appreciation Right', to: '03/07/2032' },
      { title: 'Restricted Stock Units', to: '03/07/2042' },
      { title: 'Phantom Stock', to: '03/07/2062' },
      { title: 'Convertible Notes', to: '03/07/2052' },
      { title: 'Series A Preferred Stock', to: '03/07/2122' },
      { title: 'LTIP Units', to: '03/07/2052' },
      { code: 'P', to: '03/07/2042' },
      { code: 'J', to: '03/07/2042' },
      { code: 'G', to: '03/07/2042' },
      { day: '02/29/2020', to: '03/01/2035' },
    ];
    for (const one of fine) assert.deepEqual(grant(one), [], JSON.stringify(one));
  });
});

describe('an exercise before the date exercisable', () => {
  const exercise = (from: string, { code = 'M', cells = '| 500', day = '03/07/2022', note = '' } = {}): string[] =>
    told(
      `Table II\n| Stock Option | \\$20 | ${day} |  | ${code} |  | ${cells} | ${from} | 03/07/2032 | Common Stock | 500 | \\$0 | 0 | D |  |\n${note && `1. ${note}`}`,
    );
  it('is a hint', () => {
    for (const from of ['03/08/2022', '03/07/2023'])
      assert.match(exercise(from).join(), /^hint .*Check the date exercisable: .*on 03\/07\/2022, before/, from);
    for (const code of ['X', 'C', 'O']) assert.equal(exercise('03/07/2023', { code }).length, 1, code);
    assert.equal(exercise('03/07/2023', { cells: '| 500 <sup>(1)</sup>', note: 'Granted in 2021.' }).length, 1);
  });
  it('is none of these', () => {
    for (const from of [
      '03/07/2022',
      '03/06/2022',
      '03/07/2012',
      '08/08/1988',
      '',
      '<sup>(1)</sup>',
      '03/07/2023 <sup>(1)</sup>',
    ])
      assert.deepEqual(exercise(from, { note: from.includes('(1)') ? 'A note.' : '' }), [], from);
    for (const code of ['A', 'P']) assert.deepEqual(exercise('03/07/2023', { code, cells: '500 |' }), [], code);
    for (const code of ['S', 'D', 'F', 'G', 'J', 'H']) assert.deepEqual(exercise('03/07/2023', { code }), [], code);
    assert.deepEqual(exercise('03/07/2023', { cells: '500 |' }), [], 'acquired');
    for (const note of [
      'The vesting was accelerated.',
      'The option may be exercised early, for shares that vest later.',
      'Exercisable immediately.',
      'Acquired in the merger.',
      'Exercised upon the change in control.',
      'The shares are unvested and may be repurchased.',
      'Exercised prior to vesting.',
    ])
      assert.deepEqual(exercise('03/07/2023', { cells: '| 500 <sup>(1)</sup>', note }), [], note);
    assert.deepEqual(exercise('03/07/2023', { day: '03/07/0022' }), [], 'a year that is wrong anyway');
  });
});
