/** What is drawn into a text for whoever wants it: inlay hints and code lenses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeLenses, MOST_LENSES } from '../../../server/src/features/codeLens';
import { inlayHints, MOST_HINTS, type InlayHints } from '../../../server/src/features/inlayHint';
import { readAll } from '../../../server/src/readers';
import type { Range } from '../../../server/src/text/lines';
import { filingAround } from '../harness';

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const ROW = ['Common Stock', '03/07/2022', '', 'A <sup>(1)</sup>', '', '100', 'A', '\\$0', '1,000', 'D', ''].join('\t');
const OPTION = [
  'Option',
  '\\$5',
  '03/07/2022',
  '',
  'A',
  '',
  '9',
  '',
  '<sup>(1)</sup>',
  '03/07/2032',
  'Common Stock',
  '9',
  '\\$0',
  '9',
  'D',
  '',
].join('\t');

/** The lines that have hints, with the hints in them between « and ». */
function hinted(example: string, what: InlayHints, range = WHOLE): string[] {
  const filings = readAll(filingAround(example));
  const lines = filings[0]!.text.split('\n');
  const hints = [...inlayHints(filings, range, what)].reverse();
  for (const { position, label } of hints) {
    const line = lines[position.line]!;
    lines[position.line] = `${line.slice(0, position.character)}«${String(label)}»${line.slice(position.character)}`;
  }
  return lines.filter((line) => line.includes('«'));
}

describe('inlay hints', () => {
  it('are none where they are off, and where they would push values out of their place', () => {
    assert.deepEqual(hinted(ROW, 'off'), []);
    for (const name of ['columns.txt', 'html.html', 'edgarXml.xml', 'ascii.txt'])
      assert.deepEqual(
        inlayHints(readAll(readFileSync(`test/fixtures/layouts/${name}`, 'utf8')), WHOLE, 'all'),
        [],
        name,
      );
  });

  it('name the column of each cell that is not blank', () => {
    assert.deepEqual(hinted(`${ROW}\n- One.`, 'columns'), [
      '«title:»Common Stock\t«transaction date:»03/07/2022\t\t«code:»A <sup>(1)</sup>\t\t«amount:»100\t«(A) or (D):»A\t«price:»\\$0\t«amount owned following:»1,000\t«ownership form:»D\t',
    ]);
  });

  it('say what codes mean, in Table II too', () => {
    assert.deepEqual(hinted(`${ROW}\nTable II\n${OPTION}\n- One.`, 'codes'), [
      ROW.replace('A <sup>', 'A«a grant or award from the company» <sup>'),
      OPTION.replace('\tA\t', '\tA«a grant or award from the company»\t'),
    ]);
  });

  it('say nothing of a code that the form does not have', () => {
    assert.deepEqual(hinted(ROW.replace('A <sup>(1)</sup>', 'Q'), 'codes'), []);
  });

  it('stand on the lines that are asked for', () => {
    const filings = readAll(filingAround([ROW, ROW.replace('1,000', '1,100'), '- One.'].join('\n')));
    const line = filings[0]!.text.split('\n').findIndex((one) => one.includes('1,100'));
    const range = { start: { line, character: 0 }, end: { line, character: 5 } };
    assert.deepEqual(
      inlayHints(filings, range, 'codes').map(({ position }) => position.line),
      [line],
    );
  });

  it('are capped, and say so', () => {
    const filings = readAll(filingAround(Array.from({ length: MOST_HINTS + 7 }, () => ROW).join('\n')));
    const hints = inlayHints(filings, WHOLE, 'codes');
    assert.equal(hints.length, MOST_HINTS + 1);
    assert.equal(hints[MOST_HINTS]!.label, '… 7 more hints not shown');
  });
});

describe('code lenses', () => {
  const COMMANDS = [{ title: 'Check before Filing', command: 'form4.checkBeforeFiling' }];
  const lensed = (example: string): string[] => {
    const filings = readAll(filingAround(example));
    const lines = filings[0]!.text.split('\n');
    return codeLenses(filings, COMMANDS).map(
      ({ range, command }) => `${lines[range.start.line]!.slice(0, 12)}: ${command!.title}`,
    );
  };

  it('stand above the form, its tables and its notes', () => {
    assert.deepEqual(
      lensed(`${ROW}\n${ROW.replace('1,000\tD\t', '50\tI\tBy Trust')}\nTable II\n${OPTION}\n- One.\n- Two.`),
      [
        'OMB APPROVAL: Check before Filing',
        'Table I - No: 2 rows · held after: 1,000 Common Stock, direct; 50 Common Stock, By Trust',
        'Table II - D: 1 row',
        '- One.: cited 3 times',
        '- Two.: not cited',
      ],
    );
  });

  it('name three holdings and count the others', () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((trust) => ROW.replace('1,000\tD\t', `50\tI\tTrust ${trust}`));
    assert.match(
      lensed(`${rows.join('\n')}\n- One.`)[1]!,
      /Trust A; 50 Common Stock, Trust B; 50 Common Stock, Trust C; 2 more$/,
    );
  });

  it('are capped, and say so', () => {
    const notes = Array.from({ length: MOST_LENSES + 7 }, (_, at) => `- Note ${at}.`).join('\n');
    const lenses = lensed(`${ROW}\n${notes}`);
    assert.equal(lenses.length, MOST_LENSES + 1);
    assert.match(lenses[MOST_LENSES]!, /… 10 more lines like these not shown$/);
  });
});
