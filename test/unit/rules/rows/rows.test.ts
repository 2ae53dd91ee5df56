import assert from 'node:assert/strict';
import { applied, filingAround, findings, fine, flags } from '../../harness';

const ROW = '| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 9,503 | D |  |';
const MORE = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$43.16 | 9,603 | D |  |';
const HELD = '| Common Stock |  |  |  |  |  |  |  | 597 | I | By Trust |';
const OPTION =
  '| Stock Option (right to buy) | \\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500 | D |  |';
const OPTION_HELD =
  '| Stock Option (right to buy) | \\$20 |  |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500 | D |  |';
const mark = (row: string): string => row.replace(/^\| (.*?) \|/, '| ⟦$1⟧ |');
const ofRule = (rule: string, example: string): string[] =>
  findings(filingAround(example)).flatMap((found) => (found.rule === rule ? [found.severity] : []));

describe('duplicate-row', () => {
  it('is an information in Table II', () =>
    flags('duplicate-row', `Table II\n${OPTION}\n${mark(OPTION)}`, 'information: Rows 1 and 2'));

  it('tells each row but the first', () =>
    assert.deepEqual(ofRule('duplicate-row', [ROW, HELD, HELD, HELD].join('\n')), ['hint', 'hint']));

  it('minds markers and every cell', () => {
    for (const other of [
      HELD.replace('Trust', 'Trust <sup>(1)</sup>'),
      HELD.replace('597', '598'),
      HELD.replace('By Trust', 'By Child'),
    ])
      assert.deepEqual(ofRule('duplicate-row', [ROW, HELD, other, '- Held for a child.'].join('\n')), []);
  });

  it('minds neither padding nor blank cells at the end', () =>
    assert.deepEqual(ofRule('duplicate-row', [ROW, ROW.replace('| D |  |', '|  D |')].join('\n')), ['warning']));

  it('does not compare the tables with one another', () => fine(`${ROW}\nTable II\n${OPTION}`));

  it('says nothing of the total as well', () =>
    assert.deepEqual(
      findings(filingAround(`${ROW}\n${ROW}`)).map(({ rule }) => rule),
      ['duplicate-row'],
    ));

  it('deletes the last line of a text too', () => {
    const text = filingAround(`${ROW}\n${ROW}`).replace(/\n\nTable II[\s\S]*/, '');
    const found = findings(text).find(({ rule }) => rule === 'duplicate-row');
    assert.equal(applied(text, found!.fixes()[0]!.edits), text.slice(0, text.lastIndexOf('\n')));
  });
});

describe('holding-repeats-row', () => {
  it('takes the last row of the holding, wherever the holding row stands', () => {
    flags(
      'holding-repeats-row',
      [mark(HELD.replace('I | By Trust', 'D |')), ROW, MORE].join('\n'),
      'row 3 already states',
    );
  });

  it('knows holdings apart by title, form, nature and markers', () => {
    for (const row of [
      HELD,
      HELD.replace('Common', 'Preferred').replace('I | By Trust', 'D | '),
      HELD.replace('Stock', 'Stock <sup>(1)</sup>').replace('I | By Trust', 'D | '),
    ])
      assert.deepEqual(ofRule('holding-repeats-row', `${ROW}\n${row}\n- Held for a child.`), []);
  });

  it('knows grants of Table II apart by their terms', () => {
    assert.deepEqual(ofRule('holding-repeats-row', `Table II\n${OPTION}\n${OPTION_HELD}`), ['warning']);
    for (const [from, to] of [
      ['\\$20', '\\$21'],
      ['03/07/2023', '03/08/2023'],
      ['03/07/2032', '03/08/2032'],
      ['| Common', '| Preferred'],
    ] as const)
      assert.deepEqual(ofRule('holding-repeats-row', `Table II\n${OPTION}\n${OPTION_HELD.replace(from, to)}`), [], to);
  });
});

const many = (n: number): string =>
  Array.from(
    { length: n },
    (_, at) => `| Common Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | ${1000 + at} | D |  |`,
  ).join('\n');

describe('table-rows', () => {
  it('speaks once a table, and counts each table alone', () => {
    assert.deepEqual(ofRule('table-rows', many(40)), ['error']);
    assert.deepEqual(ofRule('table-rows', `${many(30)}\nTable II\n${OPTION}`), []);
  });

  it('is an information before EDGAR had fields', () =>
    assert.deepEqual(
      ofRule('table-rows', `${many(31).replaceAll('2022', '2003')}\nSignature: /s/ Rowan J. Alder 03/08/2003`),
      ['information'],
    ));

  it('leaves the row to the other rules', () => {
    const wrong = many(31).replace('1030', '1031');
    assert.deepEqual(ofRule('holdings-total', wrong), ['error']);
  });
});

describe('no-transaction', () => {
  const nothing = filingAround(HELD);
  const first = (text: string): string | undefined =>
    findings(text).find(({ rule }) => rule === 'no-transaction')?.severity;

  it('asks for a transaction in either table', () => {
    assert.equal(first(nothing), 'error');
    assert.equal(first(filingAround(`Table II\n${OPTION_HELD}`)), 'error');
    assert.equal(first(filingAround(`${HELD}\nTable II\n${OPTION}`)), undefined);
  });

  it('is an information while the filing is a draft', () =>
    assert.equal(first(filingAround(`${HELD}\nSignature:`)), 'information'));

  it('is a warning where something may say why holdings alone are reported', () => {
    const noted = HELD.replace('597', '597 <sup>(1)</sup>');
    assert.equal(first(filingAround(`${HELD}\nRemarks: Reports holdings that were left out.`)), 'warning');
    assert.equal(first(filingAround(`${noted}\n- This report corrects the holdings.`)), 'warning');
    assert.equal(first(filingAround(`${noted}\n- Held by a trust.`)), 'error');
  });

  it('is silent where the exit box is checked', () =>
    assert.equal(
      first(
        nothing.replace(
          'Check this box if no longer',
          '<input checked="" type="checkbox"/> Check this box if no longer',
        ),
      ),
      undefined,
    ));

  it('speaks where one table alone is there', () => {
    const without = nothing.replace(/\n\nTable II[\s\S]*?(?=\n\nExplanation)/, '');
    assert.equal(first(without), 'error');
    assert.equal(first(without.replace(/^\| Common Stock.*$/m, '')), undefined, 'an empty one: the other may hold it');
  });

  it('is silent where a row cannot be read or no table is found', () => {
    assert.equal(first(filingAround(`${HELD}\n| Common Stock 03/07/2022 A 693 |`)), undefined);
    assert.equal(first('STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n\n/s/ Rowan J. Alder 03/08/2022'), undefined);
  });
});
