/** Rows: which are compared with one another, and how a slid row is told. */
import assert from 'node:assert/strict';
import { filingAround, findings, fixed, fixes, flags } from '../../harness';
import { all, offers, related, told } from '../told';

const row = (date = '03/07/2022', amount = '1', total = '9'): string =>
  `| Common Stock | ${date} |  | A |  | ${amount} | A | \\$0 | ${total} | D |  |`;
const filing = (...lines: string[]): string => lines.join('\n');

describe('rows', () => {
  const HELD = '| Common Stock |  |  |  |  |  |  |  | 5 | D |  |';
  it('of one cell are nobody’s double', () => {
    assert.deepEqual(told('duplicate-row', filing(row(), '| Common Stock |', '| Common Stock |')), []);
    assert.deepEqual(told('holding-repeats-row', filing(row(), '| Common Stock |')), []);
  });
  it('whose cells have slid are nobody’s double, and repeat none', () => {
    const slid = row().replace('2022 |  |', '2022 |');
    assert.deepEqual(all(filing(slid, slid)), ['error row-cells', 'error row-cells']);
    assert.ok(!all(filing(slid, HELD)).some((one) => one.endsWith('holding-repeats-row')));
  });
  it('are counted from 1', () => {
    const one = row();
    assert.match(
      told('duplicate-row', filing(row('03/07/2022', '1', '8'), one, one)).join(),
      /^warning: Rows 2 and 3 of this table/,
    );
    assert.match(
      told('holding-repeats-row', filing(one, HELD)).join(),
      /row 1 already states the amount owned of Common Stock/,
    );
  });
  it('30 are not too many, 31 are', () => {
    const many = (n: number): string =>
      Array.from({ length: n }, (_, at) => row('03/07/2022', '1', String(1000 + at))).join('\n');
    assert.deepEqual(all(many(30)), []);
    assert.match(told('table-rows', many(31)).join(), /found 31\. EDGAR takes no more/);
  });
  it('without a transaction point to the box above', () => {
    assert.match(
      related('no-transaction', HELD).join(),
      /^the box of those who are no longer subject to Section 16: Check this box if no longer/,
    );
    const bare = filingAround(HELD).replace(/Check this box if no longer.*\n/, '');
    assert.deepEqual(findings(bare).find(({ rule }) => rule === 'no-transaction')?.related, []);
  });
  it('that slid three cells or more without a way back are told at the first', () => {
    const hopeless = 'Common Stock\t\\$4\tD\t\\$5\t03/07/2022\tx\t03/08/2022\t\\$7\tBy Trust\tD';
    assert.match(
      told('row-cells', hopeless).join(),
      /found .* in column \d.*, and \d more cells? that cannot be meant/,
    );
  });
  it('with a cell too many say which', () => {
    const long = `${row().slice(0, -4)}| By Trust | x | y |`.replace('| D |', '| I |');
    assert.match(
      told('row-cells', long).join(),
      /Expected at most 11 cells in a row of this table; found "y" in cell 13, under no column\.$/,
    );
  });
  it('that slid say so in both directions', () => {
    const slid = row().replace('2022 |  |', '2022 |');
    const wide = row().replace('2022 |  |', '2022 |  |  |');
    assert.match(
      told('row-cells', slid).join(),
      /Expected "A" in column 3 \(code\); found it in column 2A .* slid to the left\. A blank cell is missing before it\.$/,
    );
    assert.match(
      told('row-cells', wide).join(),
      /Expected "A" in column 3 \(code\); found it in column 3 \(V\): .* slid to the right\. There is a blank cell too many before it\.$/,
    );
    assert.deepEqual(offers('row-cells', slid), ['* Shift "A" and the cells after it right']);
    assert.deepEqual(offers('row-cells', wide), ['* Shift "A" and the cells after it left']);
    fixes('row-cells', slid, row().replace('2022 |  |', '2022 |  |'));
    assert.equal(fixed('row-cells', wide), filingAround(row()));
  });
  it('that slid at a marker name the marker', () => {
    const marked =
      'Table II\nUnits\t<sup>(1)</sup>\t03/07/2022\t\tM\t\t\t500\t<sup>(1)</sup>\t<sup>(1)</sup>\tCommon Stock\t500\t\\$0\t500\tD\t\n- One unit is one share.';
    flags(
      'row-cells',
      marked.replace('Units\t<sup>(1)</sup>', 'Units\t\t⟦<sup>(1)</sup>⟧'),
      'Expected "(1)" in column 2',
    );
  });
  it('that state nothing but a transaction repeat no holding, and a title may be typed', () => {
    assert.deepEqual(all(filing(row(), '| Common Stock |  |  |  |  |  |  |  | 5 | I | By Trust |')), []);
    assert.deepEqual(told('holding-repeats-row', filing(row(), row('03/07/2022', '1', '10'))), []);
  });
  it('of Table II alone may lack a transaction', () => {
    const held = '| Option | \\$20 |  |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500 | D |  |';
    const text = filingAround(`Table II\n${held}`).replace(/Table I - [\s\S]*?\n\n(?=Table II)/, '');
    const found = findings(text).find(({ rule }) => rule === 'no-transaction')!;
    assert.match(text.slice(found.span.start, found.span.end), /^Table II/);
  });
  it('may have slid as long as one cell at most stays wrong', () => {
    const slid = row().replace('2022 |  |', '2022 |');
    assert.match(
      told('row-cells', slid.replace('| 9 |', '| x |')).join(),
      /slid to the left/,
      'one slip of the fingers besides',
    );
    assert.doesNotMatch(
      told('row-cells', slid.replace('| 9 |', '| x |').replace('\\$0', 'y')).join(),
      /slid to the left/,
    );
  });
  it('with three cells under no column may still have slid, with more not', () => {
    const wide = (blanks: number): string => row().replace('2022 |  |', `2022 |  |${'  |'.repeat(blanks)}`);
    for (const blanks of [1, 2, 3, 4])
      assert.match(told('row-cells', wide(blanks)).join(), /slid to the right/, String(blanks));
    assert.doesNotMatch(told('row-cells', wide(5)).join(), /slid to the right/);
  });
});
