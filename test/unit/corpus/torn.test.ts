/** Accepted filings whose rows are torn in every way, where FORM4_CORPUS names their folder: facts are read or named, and nobody is accused. FORM4_SHOW prints the figures. */
import assert from 'node:assert/strict';
import type { Row, Table } from '../../../server/src/filing/model';
import { cellsOf } from '../../../server/src/filing/columns';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { TEARS, torn } from '../readers/torn';
import { accepted } from '../writers/sources';

const TODAY = 20_700;
const samples = accepted('tabbed');

/** The cells of a row as plain words with the numbers of their markers. */
const wordsOf = (row: Row, table: Table<Row>): string[] =>
  cellsOf(row, table).map(
    ({ column, cell }) =>
      `${column} ${cell.raw
        .replace(/[\\\s]+/g, ' ')
        .replace(/^-$/, '')
        .trim()} ${cell.markers.map(({ number }) => number).join()}`,
  );

/** How many of the cells of one list of rows stand in the other, row by row in their order. */
function compare(rows: readonly string[][], others: readonly string[][]): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  let from = 0;
  for (const row of rows) {
    const near = others.slice(from, from + 6).map((other) => row.filter((cell, at) => cell === other[at]).length);
    const most = Math.max(0, ...near);
    if (most < row.length * 0.6) continue;
    const at = from + near.indexOf(most);
    right += most;
    // A blank cell was not read; it is no wrong one.
    wrong += row.filter((cell, place) => cell !== others[at]![place] && !/^\S+ {2}$/.test(others[at]![place]!)).length;
    from = at + 1;
  }
  return { right, wrong };
}

const errorsOf = (text: string): number =>
  check(read(text), { today: TODAY }).filter(({ severity }) => severity === 'error').length;

(samples.length > 0 ? describe : describe.skip)('accepted filings whose rows have lost their cells', function () {
  for (const tear of TEARS)
    it(`are read, or named, and not accused: ${tear}`, () => {
      let [cells, right, wrong, unread] = [0, 0, 0, 0];
      let inferred = 0;
      for (const { name, text } of samples) {
        const whole = read(text);
        const tornText = torn(text, tear);
        const filing = read(tornText);
        if (filing.unread.length > 0) unread++;
        for (const part of ['nonDerivativeTable', 'derivativeTable'] as const) {
          const rows = whole[part].rows.map((row) => wordsOf(row, whole[part]));
          cells += rows.flat().length;
          const found = compare(
            rows,
            filing[part].rows.map((row) => wordsOf(row, filing[part])),
          );
          inferred += filing[part].rows.filter((row) => row.read === 'inferred').length;
          right += found.right;
          wrong += found.wrong;
        }
        assert.ok(errorsOf(tornText) <= errorsOf(text), `${name} has an error of ours`);
      }
      if (process.env.FORM4_SHOW)
        console.log(`${tear}: ${right} of ${cells} read, ${wrong} wrong, ${inferred} rows inferred, ${unread} unread`);
      assert.ok(right / cells >= 0.97, `${right} of ${cells} read`);
      assert.ok(wrong / (right + wrong) <= 0.005, `${wrong} wrong`);
      assert.ok(unread / samples.length <= 0.15, `${unread} unread`);
    });
});
