/** A redline: without its marks it is the form of the one filing, and what its marks say was there is that of the other. */
import assert from 'node:assert/strict';
import type { Filing } from '../../../server/src/filing/model';
import { redline } from '../../../server/src/ledger/compare/redline';
import { read } from '../../../server/src/readers';
import { printedForm } from '../../../server/src/writers/printedForm/form';
import type { FormCell, FormTable, PrintedForm } from '../../../server/src/writers/printedForm/model';
import { writeProof } from '../../../server/src/writers/proof/proof';
import { filingAround } from '../harness';
import { below, madeUp, pick, random, type Random } from '../generate';

/** Words and markers; numbers of markers follow the notes. */
const shown = ({ words, markers = [] }: FormCell): string =>
  [words, ...markers.map(({ label }) => `(${label})`)].filter(Boolean).join(' ');
const unnumbered = (words: string): string => words.replace(/ ?\(\d+\)/g, ' (#)').trim();

/** The rows of a table as they were by the marks, each as one line; in no order, for rows may have changed places. */
const rowsBefore = ({ rows }: FormTable): string[] =>
  rows
    .filter(({ change }) => change !== 'added')
    .map(({ cells }) => cells.map((cell) => unnumbered(cell.was ?? shown(cell))).join('|'))
    .sort();
const rowsNow = ({ rows }: FormTable): string[] =>
  rows
    .filter(({ change }) => change !== 'removed')
    .map(({ cells }) => cells.map((cell) => unnumbered(shown(cell))).join('|'))
    .sort();
const notesBefore = ({ notes }: PrintedForm): string[] =>
  notes.filter(({ change }) => change !== 'added').map(({ was, text }) => was ?? text);

/** The text with a few changes that a preparer makes. */
function changed(next: Random, text: string): string {
  const lines = text.split('\n');
  const rows = lines.flatMap((line, at) => (/^[A-Z][^\t]*\t(?:\d\d\/|\t)/.test(line) ? [at] : []));
  for (let change = 0; change < 3 && rows.length > 0; change++) {
    const at = pick(next, rows);
    const line = lines[at]!;
    switch (below(next, 5)) {
      case 0:
        lines[at] = line.replace(/(\d),(\d{3})(?=\t[DI])/, '$1,7$2');
        break;
      case 1:
        lines[at] = line.replace(/\t(\d\d)\/(\d\d)\//, '\t$1/28/');
        break;
      case 2:
        lines[at] = `${line}\n${line.replace(/\d(?=\t)/, '4')}`;
        break;
      case 3:
        lines[at] = line.replace(/Stock/, 'Shares');
        break;
      default:
        lines[lines.findIndex((one) => /^1\. /.test(one))] += ' Amended.';
    }
  }
  return lines.join('\n');
}

const alike = (one: FormTable, other: FormTable): void => assert.deepEqual(rowsNow(one), rowsNow(other));

describe('a redline', () => {
  it('says what both filings say, and nothing else', () => {
    const next = random(11);
    let marked = 0;
    for (let nth = 0; nth < 300; nth++) {
      const text = madeUp(next).lines.join('\n');
      const [before, after] = [read(text), read(changed(next, text))] as [Filing, Filing];
      const [was, is, both] = [printedForm(before), printedForm(after), redline(before, after, 'a')];
      for (const table of ['nonDerivativeTable', 'derivativeTable'] as const) {
        alike(both[table], is[table]);
        assert.deepEqual(rowsBefore(both[table]), rowsNow(was[table]), `${text}\n=>\n${after.text}`);
      }
      assert.deepEqual(notesBefore(both).sort(), was.notes.map((note) => note.text).sort());
      assert.equal(both.periodOfReport.was ?? both.periodOfReport.words, was.periodOfReport.words);
      marked += both.against!.changes;
      // Against itself nothing is marked.
      assert.deepEqual({ ...redline(after, after, 'a'), against: undefined }, { ...is, against: undefined });
    }
    assert.ok(marked > 300, `${marked}`);
  });

  it('is a proof with what was struck out, and tells each change at the note that explains it', () => {
    const rows = (total: string): string[] => [
      'Common Stock\t03/07/2023\t\tA\t\t693\tA\t\\$43.16\t9,503\tD\t',
      `Common Stock\t03/08/2023\t\tS\t\t100\tD\t\\$44\t${total}\tD\t`,
    ];
    const text = (total: string, note: string): string =>
      [
        'FORM 4',
        'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
        '',
        'Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
        '',
        '1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any (Month/Day/Year)\t3. Transaction Code (Instr. 8)\t\t4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)\t\t\t5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)\t6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t7. Nature of Indirect Beneficial Ownership (Instr. 4)',
        '\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t',
        ...rows(total),
        '',
        'Explanation of Responses:',
        '',
        `1. ${note}`,
      ].join('\n');
    const before = read(text('9,304', 'Sold.'));
    const after = read(text('9,403 <sup>(1)</sup>', 'The total was wrong in the original.'));
    const form = redline(before, after, 'original.txt');
    assert.deepEqual(form.notes[0]!.explains, [
      'Table I, row 2, 5. Amount of Securities Beneficially Owned Following Reported Transaction(s): 9,304 → 9,403 (1)',
    ]);
    const html = writeProof(after, { form });
    assert.match(html, /<del>9,304<\/del> <ins>9,403<\/ins>/);
    assert.match(html, /Redline against original\.txt: \d changes?\./);
  });

  it('says of a note that has another number which one it had', () => {
    const row = 'Common Stock <sup>(1)</sup> | 03/07/2022 |  | A |  | 5 <sup>(2)</sup> | A | \\$0 | 9 | D |  |';
    const before = read(filingAround(`| ${row}\n1. The first.\n2. The second.`));
    const now = row.replace('(2)', '(3)').replace('| D |', '| D <sup>(2)</sup> |');
    const after = read(filingAround(`| ${now}\n1. The first.\n2. In between.\n3. The second.`));
    const form = redline(before, after, 'a');
    assert.deepEqual(
      form.notes.map(({ label, wasLabel, change }) => [label, wasLabel, change]),
      [
        ['1', undefined, undefined],
        ['2', undefined, 'added'],
        ['3', '2', undefined],
      ],
    );
    assert.match(writeProof(after, { form }), /<del>\(2\)<\/del> <ins>\(3\)<\/ins> The second\./);
  });
});
