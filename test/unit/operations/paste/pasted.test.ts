import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { OPERATIONS } from '../../../../server/src/operations/catalogue';
import { fieldNamed } from '../../../../server/src/operations/paste/fields';
import { gridOf } from '../../../../server/src/operations/paste/grid';
import { dayIn, rounded, sideIn, signedIn } from '../../../../server/src/operations/paste/values';
import { holdingsIn, newHolding } from '../../../../server/src/operations/rows/holding';
import { read } from '../../../../server/src/readers';
import { isoDate } from '../../../../server/src/text/days';
import { parseDecimal, plain } from '../../../../server/src/text/decimal';
import { filingAround } from '../../harness';
import { ask } from '../rows/operating';

describe('what was copied', () => {
  const cells = (text: string): string[][] => (gridOf(text) ?? []).map((line) => [...line.cells]);

  it('parts at tabs, commas, semicolons and bars', () => {
    assert.deepEqual(cells('a\tb, c\n\nd\t'), [
      ['a', 'b, c'],
      ['d', ''],
    ]);
    assert.deepEqual(cells('a,b\r\n"c, d","e ""f"""'), [
      ['a', 'b'],
      ['c, d', 'e "f"'],
    ]);
    assert.deepEqual(cells('a;b,c;d\n1;2;3'), [
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ]);
    assert.deepEqual(cells('| a | b \\| c |\n| --- | --- |\n| 1 | \\$2 |'), [
      ['a', 'b | c'],
      ['1', '$2'],
    ]);
  });
  it('keeps a quotation mark that is just a character, and line ends within quotation marks', () => {
    assert.deepEqual(cells('"A" Stock\t5\n6\t7'), [
      ['"A" Stock', '5'],
      ['6', '7'],
    ]);
    assert.deepEqual(cells('"two\nlines",5'), [['two lines', '5']]);
    assert.deepEqual(cells('"open,5\n6,7'), [
      ['"open', '5'],
      ['6', '7'],
    ]);
  });
  it('counts its lines as they were copied', () => {
    assert.deepEqual(
      gridOf('a\tb\n\n\nc\td')!.map(({ number }) => number),
      [1, 4],
    );
  });
  it('is nothing where it is blank, or far too much', () => {
    assert.equal(gridOf(' \n\t\n'), undefined);
    assert.equal(gridOf('a\t1\n'.repeat(2001)), undefined);
    assert.equal(gridOf('a'.repeat(400_001)), undefined);
  });

  it('days in the habits of brokers', () => {
    const days = [
      '3/7/23',
      '03/07/2023',
      '2023-03-07',
      '7-Mar-2023',
      '7-Mar-23',
      '07 March 2023',
      'Mar 7, 2023',
      'March 7 2023',
      '20230307',
      '2023-03-07T14:30:00Z',
      '03/07/2023 2:30 PM',
      '3/7/2023 14:30:01 EST',
    ];
    for (const day of days) assert.equal(isoDate(dayIn(day)!), '2023-03-07', day);
    for (const none of ['13/03/2023', '31-Feb-2023', '7-Mrz-2023', 'Smart 7, 2023', '20231301', '100', 'March', ''])
      assert.equal(dayIn(none), undefined, none);
  });
  it('numbers in the habits of brokers', () => {
    const read = (cell: string): string | undefined => {
      const signed = signedIn(cell);
      return signed && `${signed.negative ? '-' : ''}${signed.dollars ? '$' : ''}${plain(signed.value)}`;
    };
    const table: [string, string | undefined][] = [
      ['1,234.50', '1234.5'],
      ['$1,234.50', '$1234.5'],
      ['USD 1,234.50', '$1234.5'],
      ['1,234.50 USD', '$1234.5'],
      ['US$12', '$12'],
      ['@ 45.12', '$45.12'],
      ['(100)', '-100'],
      ['($100)', '-$100'],
      ['$(100)', '-$100'],
      ['-$100', '-$100'],
      ['100-', '-100'],
      ['+100', '100'],
      ['\u2212100', '-100'],
      ['100 shares', '100'],
      ['0', '0'],
      ['-0', '0'],
      ['.5', '0.5'],
      ['12.', '12'],
      ['46.028999999999996', '46.028999999999996'],
      ['1.234,50', undefined],
      ['1,23', undefined],
      ['1 234', undefined],
      ['CAD 5', undefined],
      ['1e5', undefined],
      ['', undefined],
      ['()', undefined],
      ['$', undefined],
    ];
    for (const [cell, expected] of table) assert.equal(read(cell), expected, cell);
  });
  it('sides, and which words say that it was a trade in the market', () => {
    const said = (cell: string): string => {
      const side = sideIn(cell);
      return side ? side.side + (side.trade ? ' trade' : '') : '';
    };
    for (const cell of ['Buy', 'BOT', 'bought', 'You bought', 'Purchase', 'B'])
      assert.equal(said(cell), 'A trade', cell);
    for (const cell of ['Sell', 'SLD', 'sold', 'S', 'You sold']) assert.equal(said(cell), 'D trade', cell);
    for (const cell of ['A', 'Acquired', 'Purchase - ESPP', 'Buy (reinvested)']) assert.equal(said(cell), 'A', cell);
    for (const cell of ['D', 'Disposed of', 'Sell to cover']) assert.equal(said(cell), 'D', cell);
    for (const cell of ['Dividend', 'Split', 'Transfer', '']) assert.equal(said(cell), '', cell);
  });
  it('names of columns, whatever stands around them', () => {
    for (const [name, field] of [
      ['Trade Date', 'date'],
      ['trade_date', 'date'],
      ['2. Transaction Date (Month/Day/Year)', 'date'],
      ['Buy/Sell', 'side'],
      ['B/S', 'side'],
      ['(A) or (D)', 'side'],
      ['Price (USD)', 'price'],
      ['Qty.', 'amount'],
      ['Settlement Date', 'none'],
      ['Rate', undefined],
    ] as const)
      assert.equal(fieldNamed(name), field, name);
  });
  it('rounds half up', () => {
    for (const [from, to] of [
      ['45.12345', '45.1235'],
      ['45.12344', '45.1234'],
      ['45.99995', '46'],
      ['45.1', '45.1'],
    ] as const)
      assert.equal(plain(rounded(parseDecimal(from)!, 4)), to);
  });
  it('a holding in plain words is the one that a row of it has', () => {
    const filing = read(
      filingAround('| Class B, Common | 03/07/2022 |  | A |  | 1 | A | \\$0 | 1,000 | I | By  the Trust |'),
    );
    assert.equal(newHolding(filing, 'Class B, Common', 'I', 'By the Trust').key, holdingsIn(filing)[0]!.key);
  });
  it('is read in linear time, quotation marks and all', () => {
    const row = '| Common Stock | 03/07/2022 |  | A |  | 100‸ | A | \\$0 | 1,000 | D |  |';
    const spent = (clipboard: string): number => {
      const { user } = process.cpuUsage();
      ask('rows.paste', filingAround(row), { clipboard });
      return (process.cpuUsage().user - user) / 1000;
    };
    // Far more than it takes; what grows with the square would take hours.
    for (const piece of ['"', '"a', '""', '\t', '|', ',', '(', ' ', '- ', 'Date\t"Shares'])
      assert.ok(spent(piece.repeat(Math.floor(399_000 / piece.length))) < 30_000, piece);
  });
});

describe('the catalogue of operations', () => {
  it('has a command for each', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { commands: { command: string }[] };
    };
    const commands = new Set(contributes.commands.map(({ command }) => command));
    assert.deepEqual(
      OPERATIONS.filter(({ id }) => !commands.has(`form4.${id}`)).map(({ id }) => id),
      [],
    );
  });
});
