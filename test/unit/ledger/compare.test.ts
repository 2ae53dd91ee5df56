/** Two filings side by side: every change is shown, and none is made up. FORM4_RUNS=1000 is the full size. */
import assert from 'node:assert/strict';
import { compareFilings, type Comparison } from '../../../server/src/ledger/compare/compare';
import { comparisonAsData, comparisonAsText } from '../../../server/src/ledger/compare/words';
import { columnsOf } from '../../../server/src/ledger/compare/rows';
import { read } from '../../../server/src/readers';
import { grouped } from '../../../server/src/text/decimal';
import { below, pick, random, type Random } from '../generate';
import { filingAround } from '../harness';
import { copyOf, prepared, written, type Parts } from '../humanFaults';
import { runs, seed } from '../soak';
import { signed, trade, holds } from './made';

const compare = (before: string, after: string): Comparison => compareFilings(read(before), read(after));

/** What a comparison says, a line each. */
const told = ({ boxes, rows, notes, held }: Comparison): string[] => [
  ...boxes.map(({ box, before, after }) => `${box}: ${before} → ${after}`),
  ...rows.flatMap(({ kind, before, after, cells }) =>
    cells.length > 0
      ? cells.map(
          (cell) => `${after!.table} ${before!.index}-${after!.index} ${cell.column}: ${cell.before} → ${cell.after}`,
        )
      : [`${kind} ${(after ?? before)!.table} ${(after ?? before)!.index}`],
  ),
  ...notes.map(({ kind, before, after }) => `${kind} ${before?.number ?? '-'} ${after?.number ?? '-'}`),
  ...held.map(
    ({ directOrIndirectOwnership: form, before, after }) =>
      `held ${form}: ${before ? grouped(before) : '-'} → ${after ? grouped(after) : '-'}`,
  ),
];

const ONE = trade('03/07/2022', 'S', '100', 'D', '900');
const TWO = trade('03/07/2022', 'S', '50', 'D', '850');
const TRUST = holds('50', 'I | By Trust <sup>(1)</sup> |');
const NOTE = '- The reporting person is the sole trustee of the trust.';
const BEFORE = signed('03/08/2022', [ONE, TWO, TRUST].join('\n'), [NOTE], '03/07/2022');

describe('a comparison', () => {
  it('is empty for the same filing, however it is written', () => {
    for (const other of [BEFORE, BEFORE.replaceAll('| 900 |', '| 900.00 |').replaceAll('03/07/2022', '3/7/2022')]) {
      const comparison = compare(BEFORE, other);
      assert.deepEqual([told(comparison), comparison.same], [[], true]);
    }
  });
  it('shows a changed cell, and what it does to what is held', () => {
    assert.deepEqual(told(compare(BEFORE, BEFORE.replace('| 50 | D | \\$40 | 850', '| 60 | D | \\$40 | 840'))), [
      'nonDerivativeTable 1-1 transactionShares: 50 → 60',
      'nonDerivativeTable 1-1 sharesOwnedFollowingTransaction: 850 → 840',
      'held D: 850 → 840',
    ]);
  });
  it('shows a row that was added or removed, and leaves the others alone', () => {
    const between = trade('03/07/2022', 'G', '7', 'D', '893');
    const more = signed('03/08/2022', [ONE, between, TWO, TRUST].join('\n'), [NOTE], '03/07/2022');
    assert.deepEqual(told(compare(BEFORE, more)), ['added nonDerivativeTable 1']);
    assert.deepEqual(told(compare(more, BEFORE)), ['removed nonDerivativeTable 1']);
  });
  it('takes of rows that are the same the one that stands there', () => {
    const twins = signed('03/08/2022', [ONE, ONE, TWO].join('\n'));
    const changed = signed('03/08/2022', [ONE.replace('900', '890'), ONE, TWO].join('\n'));
    assert.deepEqual(told(compare(twins, changed)), [
      'nonDerivativeTable 0-0 sharesOwnedFollowingTransaction: 900 → 890',
    ]);
  });
  it('knows a note by its words: another number is no change of the cells that cite it', () => {
    const added = signed(
      '03/08/2022',
      [ONE.replace('\\$40', '\\$40 <sup>(1)</sup>'), TWO, TRUST.replace('(1)', '(2)')].join('\n'),
      ['- The shares were sold in several trades.', NOTE],
      '03/07/2022',
    );
    assert.deepEqual(told(compare(BEFORE, added)), [
      'nonDerivativeTable 0-0 transactionPricePerShare: $40 → $40 (1)',
      'added - 1',
      'renumbered 1 2',
    ]);
    assert.deepEqual(told(compare(BEFORE, BEFORE.replace('sole trustee', 'only trustee'))), ['changed 1 1']);
  });
  it('shows the boxes', () => {
    const other = BEFORE.replace('Director 10% Owner', 'Director 10% Owner ').replace(
      '<u>Alder Rowan J</u>',
      '<u>Alder Rowan K</u>',
    );
    assert.deepEqual(told(compare(BEFORE, other)), ['Box 1, reporting person: Alder Rowan J → Alder Rowan K']);
  });
  it('is the same in words and as data', () => {
    const comparison = compare(BEFORE, BEFORE.replace('850 | D', '840 | D'));
    assert.equal(
      comparisonAsText(comparison, ['a.txt', 'b.txt']),
      `a.txt → b.txt

Table I
  ~ line 22, Common Stock
      column 5 (amount owned following): 850 → 840

Held after
  Common Stock, direct: 850 → 840 (-10)
`.replace('22', String(lineOf(BEFORE, TWO))),
    );
    const data = comparisonAsData(comparison, ['a.txt', 'b.txt']) as {
      same: boolean;
      held: unknown[];
      rows: { cells: unknown }[];
    };
    assert.deepEqual(data.held, [
      {
        securityTitle: 'Common Stock',
        directOrIndirectOwnership: 'D',
        natureOfOwnership: '',
        before: '850',
        after: '840',
      },
    ]);
    assert.deepEqual(data.rows[0]!.cells, [{ column: 'sharesOwnedFollowingTransaction', before: '850', after: '840' }]);
    assert.match(comparisonAsText(compare(BEFORE, BEFORE), ['a', 'b']), /^a → b\n\nThey say the same\.\n$/);
  });
});

const lineOf = (text: string, line: string): number => text.slice(0, text.indexOf(line)).split('\n').length;

/** A cell that is changed: its table, row and column, by the place of the cell in its row. */
interface Changed {
  readonly table: 'tableI' | 'tableII';
  readonly row: number;
  readonly at: number;
}

const other = (next: Random, cell: string): string => {
  const words = cell.replace(/ ?<sup>.*$/, '');
  if (/^\d\d\/\d\d\/\d{4}$/.test(words)) return cell.replace(words, `0${1 + below(next, 9)}/1${below(next, 9)}/2021`);
  if (/^(?:\\\$)?[\d,.]+$/.test(words)) {
    const sign = words.startsWith('\\$') ? '\\$' : '';
    return cell.replace(words, sign + String(100_001 + below(next, 900)));
  }
  return cell.replace(words, `${words} ${pick(next, ['New', 'Other'])}`);
};

/** Changes 1 to 5 cells in which something stands; never D or I, a code or a side, of which there are only a few. */
function amended(next: Random, parts: Parts): Changed[] {
  const cells: Changed[] = (['tableI', 'tableII'] as const).flatMap((table) =>
    parts[table].flatMap((row, at) =>
      row.flatMap((words, place) =>
        words.replace(/ ?<sup>.*$/, '').length > 1 ? [{ table, row: at, at: place }] : [],
      ),
    ),
  );
  const changed = new Set<Changed>();
  for (let count = 1 + below(next, 5); count > 0; count--) changed.add(pick(next, cells));
  for (const { table, row, at } of changed) parts[table][row]![at] = other(next, parts[table][row]![at]!);
  return [...changed];
}

describe('an amendment with 1 to 5 changed cells', function () {
  it('shows every change and no other', () => {
    const next = random(seed(16));
    for (let run = 0; run < runs(300); run++) {
      const original = prepared(next);
      const parts = copyOf(original);
      const changed = amended(next, parts);
      const result = compare(filingAround(written(original)), filingAround(written(parts)));
      const expected = changed.map(({ table, row, at }) => {
        const name = table === 'tableI' ? 'nonDerivativeTable' : 'derivativeTable';
        return `${name} ${row} ${columnsOf(name)[at]}`;
      });
      const shown = result.rows.flatMap(({ kind, before, after, cells }) => {
        assert.equal(kind, 'changed', written(parts));
        assert.equal(before!.index, after!.index, written(parts));
        return cells.map(({ column }) => `${after!.table} ${after!.index} ${column}`);
      });
      assert.deepEqual(shown.sort(), expected.sort(), written(original) + '\n\n' + written(parts));
      assert.deepEqual([result.boxes, result.notes], [[], []]);
    }
  });
});
