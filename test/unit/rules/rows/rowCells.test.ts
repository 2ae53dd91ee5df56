import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../../server/src/readers';
import { fixAll } from '../../../../server/src/lint/fixAll';
import type { Filing } from '../../../../server/src/filing/model';
import { check } from '../../../../server/src/rules/run';
import { applied, filingAround, findings, fine, fixed, fixes, flags } from '../../harness';

const WHOLE = 'Common Stock\t03/07/2022\t\tG\t\t693\tA\t\\$0\t9,503\tI\tBy Alder Family Trust';
const SLID = 'row-cells';
const said = (example: string): string[] => findings(filingAround(example)).map(({ rule }) => rule);
/** The row without one of its tabs, counted from 1. */
const without = (row: string, tab: number): string => {
  const cells = row.split('\t');
  return [...cells.slice(0, tab - 1), cells[tab - 1]! + cells[tab]!, ...cells.slice(tab + 1)].join('\t');
};

const rowsIn = (text: string): string[][] => {
  const filing: Filing = read(text);
  return filing.nonDerivativeTable.rows.map(({ cells }) => cells.map(({ raw }) => raw));
};

describe('row-cells', () => {
  it('puts back each tab beside a blank cell, and says nothing else of the row', () => {
    for (const tab of [2, 3, 4, 5]) {
      const slid = without(WHOLE, tab);
      assert.deepEqual(said(slid), [SLID], `tab ${tab}`);
      fixes(SLID, slid, WHOLE);
    }
  });

  it('puts a tab in place of the space that stands for it', () => {
    fixes(SLID, WHOLE.replace('Stock\t', 'Stock '), WHOLE);
    fixes(SLID, WHOLE.replace('693\t', '693 '), WHOLE);
    fixes(SLID, WHOLE.replace('G\t\t', 'G V\t'), WHOLE.replace('G\t\t', 'G\tV\t'));
  });

  it('takes out one blank cell too many, wherever it stands', () => {
    const cells = WHOLE.split('\t');
    for (let at = 1; at < cells.length; at++)
      fixes(SLID, [...cells.slice(0, at), '', ...cells.slice(at)].join('\t'), WHOLE);
  });

  it('finds its way by what filers write in the cells', () => {
    const rows = [
      WHOLE.replace('\tI\t', '\tIndirect\t'),
      WHOLE.replace('Common Stock', '5% Notes due 2030'),
      WHOLE.replace('\tG\t\t', '\tS/K\tV\t').replace('\tA\t', '\tD\t'),
      WHOLE.replace('\\$0', '<sup>(1)</sup>') + '\n- A gift.',
    ];
    for (const row of rows) {
      fixes(SLID, row.replace('03/07/2022\t\t', '03/07/2022\t'), row);
      fixes(SLID, row.replace('03/07/2022\t\t', '03/07/2022\t\t\t'), row);
    }
  });

  it('parts a cell at the space before its last word, or behind its first where words follow', () => {
    const row =
      'Table II\nStock Option\t\\$20\t03/07/2022\t\tM\t\t\t500\t03/07/2021\t03/07/2032\tCommon Stock\t500\t\\$0\t500\tD\t';
    fixes(SLID, row.replace('03/07/2032\t', '03/07/2032 '), row);
    fixes(SLID, row.replace('Common Stock\t', 'Common Stock '), row);
    fixes(SLID, row.replace('Stock Option\t', 'Stock Option '), row);
  });

  it('knows Table II with title and amount of item 7 in one column', () => {
    const text = readFileSync('test/fixtures/item-7-one-column.txt', 'utf8');
    const row = read(text).derivativeTable.rows[0]!;
    const blank = row.cells.findIndex(({ raw, markers }, at) => at > 2 && raw === '' && markers.length === 0);
    const { start } = row.cells[blank]!.cellSpan;
    const slid = text.slice(0, start) + text.slice(start + 1);
    const [found] = findings(slid).filter(({ rule }) => rule === SLID);
    assert.equal(applied(slid, found!.fixes()[0]!.edits), text);
  });

  it('puts back several tabs', () => {
    const plain = 'Common Stock\t03/07/2022\t\tA\t\t693\tA\t\\$0\t9,503\tD';
    fixes(SLID, plain.replaceAll('\t\t', '\t'), plain);
  });

  it('keeps to pipes in a Markdown table', () => {
    const row = '| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |';
    fixes(SLID, row.replace('2022 |  |', '2022 |'), row);
    fixes(SLID, row.replace('Stock | 03', 'Stock 03'), row);
  });

  it('lets the code decide under which heading of Table II an amount goes', () => {
    const row = (code: string, amounts: string): string =>
      `Table II\nStock Option (right to buy)\t\\$20\t03/07/2022\t\t${code}\t\t${amounts}\t03/07/2023\t03/07/2032\tCommon Stock\t500\t\\$0\t500\tD\t`;
    fixes(SLID, row('M', '500'), row('M', '\t500'));
    fixes(SLID, row('A', '500'), row('A', '500\t'));
  });

  it('knows a marker from a blank', () => {
    const row =
      'Table II\nUnits\t<sup>(1)</sup>\t03/07/2022\t\tM\t\t\t500\t<sup>(1)</sup>\t<sup>(1)</sup>\tCommon Stock\t500\t\\$0\t500\tD\t\n- One unit is one share.';
    fixes(SLID, row.replace('Units\t', 'Units\t\t'), row);
    fixes(SLID, row.replace('M\t\t\t500', 'M\t\t500'), row);
  });

  it('accuses where the row goes wrong, not where it stands right', () =>
    flags(
      SLID,
      without(WHOLE, 4).replace('693', '⟦693⟧'),
      'Expected "693" in column 4 (amount); found it in column 3 (V)',
    ));

  it('has no fix for a row that no slip explains', () => {
    const example = 'Common Stock\tG\tD\t\\$4\t03/07/2022\tBy Trust\tI\t03/08/2022\tD\t693';
    assert.deepEqual(said(example), [SLID]);
    assert.throws(() => fixed(SLID, example), /no fix/);
  });

  it('is silent where blank cells at the end are not there', () => {
    fine('Common Stock\t03/07/2022\t\tG\t\t693\tA\t\\$0\t9,503\tD');
    fine('Common Stock\t03/07/2022\t\tG\t\t693\tA\t\\$0\t9,503\tD\t\t\t\t');
  });

  it('is silent for one cell that is merely wrong, which has its own rule', () => {
    for (const [right, wrong] of [
      ['693', '6x93'],
      ['\tA\t', '\t7\t'],
      ['\tG\t', '\tQ\t'],
      ['\tI\t', '\t1\t'],
      ['03/07/2022', '13/07/2022'],
    ] as const)
      assert.ok(!said(WHOLE.replace(right, wrong)).includes(SLID), wrong);
  });

  it('is silent for titles and natures with numbers', () =>
    fine(`${WHOLE}\n5% Notes due 2030\t\t\t\t\t\t\t\t597\tI\t401(k) Plan`));

  it('tells a line whose tabs are lost from a title that is being typed', () => {
    const lost = (cell: string): boolean =>
      findings(filingAround(`${WHOLE}\n| ${cell} |`)).some(({ message }) => message.includes('are lost'));
    assert.ok(lost('Common Stock 597 D'));
    assert.ok(lost('Common Stock    597    I    By Spouse'));
    assert.ok(lost('Common Stock 03/07/2022'));
    assert.ok(!lost('5% Preferred Stock, Series 2'));
  });

  it('speaks once of a row that is being typed, and in a low voice while the form is not signed', () => {
    const cells = WHOLE.split('\t');
    for (let typed = 1; typed < 9; typed++) {
      const row = `| ${cells.slice(0, typed).join(' | ')} |`;
      assert.deepEqual(said(`${WHOLE}\n${row}`), [SLID], row);
      const draft = findings(filingAround(`${WHOLE}\n${row}\nSignature:`)).find(({ rule }) => rule === SLID);
      assert.equal(draft?.severity, 'information', row);
    }
    assert.ok(!said(`${WHOLE}\n| ${cells.slice(0, 9).join(' | ')} |`).includes(SLID));
  });

  it('puts the tabs back that were turned into spaces, where they can be counted', () => {
    const text = filingAround(`${WHOLE}\nCommon Stock\t\t\t\t\t\t\t\t597\tI\tBy Spouse`);
    const column = (line: string, width: number): string =>
      line.split('\t').reduce((out, cell) => out.padEnd(out.length + width - (out.length % width)) + cell);
    const drawn = (width: number): string =>
      text
        .split('\n')
        .map((line) => column(line, width))
        .join('\n');
    const filled = (width: number): string => text.replaceAll('\t', ' '.repeat(width));
    for (const spaced of [filled(4), filled(8), drawn(16)]) {
      const repaired = fixAll(spaced, check).text;
      assert.deepEqual(rowsIn(repaired), rowsIn(text));
    }
    // Two ways to count are none: four spaces may be one tab or two.
    const two = findings(filled(2).replace(/ {2,}/g, ' '));
    assert.ok(two.filter(({ rule }) => rule === SLID).every((finding) => finding.fixes().length === 0));
  });

  it('silences the chain across the row', () => {
    const row = (amount: string, total: string): string =>
      `Common Stock\t03/07/2022\t\tA\t\t${amount}\tA\t\\$0\t${total}\tD`;
    const slid = row('100', '1,100').replace('\t\t', '\t');
    assert.deepEqual(said([row('100', '1,000'), slid, row('100', '1,200')].join('\n')), [SLID]);
  });
});
