import assert from 'node:assert/strict';
import { CellColumns } from '../../../server/src/readers/cells/cellColumns';
import { splitCode } from '../../../server/src/readers/cells/values';
import { wordsOf } from '../../../server/src/readers/cells/words';
import { TableIRow } from '../../../server/src/readers/tableRows';
import { plain } from '../../../server/src/text/decimal';
import { isoDate } from '../../../server/src/text/days';

/** A row of Table I with the same text in each of its cells. */
function reader(text: string, style: 'sup' | 'plain' = 'sup'): TableIRow {
  const cells = new CellColumns(text, style, 1);
  cells.addRow({ start: 0, end: text.length }, Array.from({ length: 11 }, () => [0, text.length]).flat());
  return new TableIRow(cells, 0);
}
const numberIn = (text: string): string => {
  const { value, problem, dollars } = reader(text).transactionShares;
  return value ? (dollars ? '$' : '') + plain(value) : (problem ?? 'blank');
};
const markersIn = (text: string, style?: 'sup' | 'plain'): string => {
  const { raw, markers } = reader(text, style).securityTitle;
  return `${raw}|${markers.map(({ label }) => label).join()}`;
};

describe('a cell', () => {
  it('holds a number, grouped or not, with or without dollars', () => {
    assert.deepEqual(['9,503', '9503', '\\$43.16', '$0', ' 5,381.2 ', '\u00a01,000,000\u00a0', '.5'].map(numberIn), [
      '9503',
      '9503',
      '$43.16',
      '$0',
      '5381.2',
      '1000000',
      '0.5',
    ]);
  });
  it('says why it holds none', () => {
    assert.deepEqual(['1,39', '12,34,567', ',500', '1,0000', '-5', '(1,500)', '6x93', 'none', '', '—'].map(numberIn), [
      'bad-grouping',
      'bad-grouping',
      'bad-grouping',
      'bad-grouping',
      'negative',
      'negative',
      'not-a-number',
      'not-a-number',
      'blank',
      'blank',
    ]);
  });
  it('holds a plain marker after a number, a date or a code even where the others stand in tags', () => {
    const { transactionShares: amount } = reader('693 (1)(2)');
    assert.deepEqual(
      amount.markers.map(({ label }) => label),
      ['1', '2'],
    );
    assert.equal(plain(amount.value!), '693');
    assert.equal(reader('03/07/2022 [1]').transactionDate.markers.length, 1);
    const { transactionCode: code } = reader('S (1)');
    assert.equal(code.value, 'S');
    assert.equal(code.suffix, undefined);
    assert.equal(reader('(69)').transactionShares.problem, 'negative');
    assert.equal(markersIn('By Annuity Trust (1)'), 'By Annuity Trust (1)|');
  });
  it('holds markers in every way that filers write them', () => {
    assert.deepEqual(
      [
        '693 <sup>(1)</sup>',
        '693<sup>(1)</sup><sup>(2)</sup>',
        '693 <sup>(1)(2)</sup>',
        '<sup>[1]</sup>',
        '<sup>1</sup>',
        '<sup>1, 2</sup>',
        '693 <sup>(1, 2)</sup>',
        '693 <sup>[1,2](3)</sup>',
        '693 <sup>(1)',
        '693 <sup>(a)</sup>',
      ].map((text) => markersIn(text)),
      ['693|1', '693|1,2', '693|1,2', '|1', '|1', '|1,2', '693|1,2', '693|1,2,3', '693|1', '693|a'],
    );
    assert.deepEqual(
      ['693 (1)', '693(1)(2)', '(1)', '[12]', 'By Annuity Trust (1) for Brother', 'Plan (2015)', '(500)'].map((text) =>
        markersIn(text, 'plain'),
      ),
      ['693|1', '693|1,2', '|1', '|12', 'By Annuity Trust (1) for Brother|', 'Plan (2015)|', '(500)|'],
    );
  });
  it('holds a date as it is written', () => {
    const { transactionDate: date } = reader('03/07/2023 <sup>(1)</sup>');
    assert.deepEqual([isoDate(date.value!), date.raw, date.markers.length], ['2023-03-07', '03/07/2023', 1]);
    assert.equal(reader('02/30/2023').transactionDate.problem, 'no-such-day');
    assert.equal(reader('soon').transactionDate.problem, 'not-a-date');
  });
  it('keeps the words around a marker in their midst', () => {
    assert.equal(reader('Common Stock <sup>(1)</sup> (restricted)').securityTitle.value, 'Common Stock (restricted)');
  });
});

describe('a code cell', () => {
  const parts = (raw: string): string => {
    const { value, equitySwapInvolved, voluntary, suffix, others } = splitCode(raw);
    return [value, equitySwapInvolved && 'swap', voluntary && 'V', suffix, ...others].filter(Boolean).join(' ');
  };
  it('holds a code and what may stand beside it', () => {
    assert.deepEqual(['S', 'S/K', 'G V', 'GV', 'P4', 'S/K4', 'V', 'K', 'M S', 'S/P', 'Q', 's', ''].map(parts), [
      'S',
      'S swap',
      'G V',
      'G V',
      'P 4',
      'S swap 4',
      'V',
      'K',
      'M S',
      'S P',
      'Q',
      's',
      '',
    ]);
  });
});

describe('words', () => {
  it('lose escapes and runs of white space', () => {
    assert.equal(wordsOf(' \\$43.16\u00a0 per\n share \\*'), '$43.16 per share *');
  });
});
