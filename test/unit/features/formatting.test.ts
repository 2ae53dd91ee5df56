import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatting, onTypeFormatting } from '../../../server/src/features/formatting';
import { displayWidth } from '../../../server/src/features/formatting/displayWidth';
import { readAll } from '../../../server/src/readers';
import { edited } from '../edited';
import { filingAround } from '../harness';
import { atCursor } from './cursor';

/** The lines of an example that formatting changes, as they are then. */
function changed(example: string): string[] {
  const before = filingAround(example);
  const after = edited(before, formatting(readAll(before))).split('\n');
  const old = before.split('\n');
  assert.equal(after.length, old.length, 'no line comes or goes');
  return after.filter((line, at) => line !== old[at]);
}

const row = (...cells: string[]): string => cells.join('\t');
const ROW = row('Common Stock', '03/07/2022', '', 'A', '', '100', 'A', '\\$0', '1,000', 'D', '');

describe('formatting', () => {
  it('leaves alone what is written as the form is', () => {
    assert.deepEqual(changed(ROW), []);
    for (const name of [
      'bulleted-notes',
      'piped',
      'iso-dates',
      'crlf',
      'bracket-markers',
      'plain-markers',
      'equity-swap',
    ]) {
      const text = readFileSync(`test/fixtures/${name}.txt`, 'utf8');
      assert.deepEqual(formatting(readAll(text)), [], name);
    }
  });

  it('leaves alone layouts in which a place on the page is part of a value, and XML', () => {
    for (const name of ['columns.txt', 'ascii.txt', 'html.html', 'edgarXml.xml', 'submission.txt', 'markdown.md']) {
      const text = readFileSync(`test/fixtures/layouts/${name}`, 'utf8');
      assert.deepEqual(formatting(readAll(text.replaceAll('1,500', '1500'))), [], name);
    }
  });

  it('groups thousands, also behind a dollar sign and before decimals', () => {
    assert.deepEqual(
      changed(
        `${ROW}\n${row('Common Stock', '03/07/2022', '', 'P', '', '1500.25', 'A', '\\$1234.5', '2,500.25', 'D', '')}`,
      ),
      [row('Common Stock', '03/07/2022', '', 'P', '', '1,500.25', 'A', '\\$1,234.5', '2,500.25', 'D', '')],
    );
  });

  it('keeps numbers without commas where the filing writes nearly all of them so', () => {
    const plain = (amount: string, total: string): string =>
      row('Common Stock', '03/07/2022', '', 'A', '', amount, 'A', '\\$0', total, 'D', '');
    assert.deepEqual(changed([plain('1500', '21500'), plain('1500', '23000'), plain('1,500', '24500')].join('\n')), [
      plain('1500', '24500'),
    ]);
  });

  it('writes dates as MM/DD/YYYY, and as YYYY-MM-DD where the filing clearly does', () => {
    assert.deepEqual(changed(ROW.replace('03/07/2022', '3/7/22')), [ROW]);
    assert.deepEqual(changed(ROW.replace('03/07/2022', '2022-03-07')), [ROW]);
    const iso = `${[ROW, ROW.replace('1,000', '1,100'), ROW.replace('1,000', '1,200')].join('\n').replaceAll('03/07/2022', '2022-03-07')}
3. Date of Earliest Transaction (Month/Day/Year) <u>2022-03-07</u>
Signature: /s/ Rowan J. Alder 3/8/2022`;
    assert.deepEqual(changed(iso), ['/s/ Rowan J. Alder 2022-03-08']);
  });

  it('writes all markers as most are written', () => {
    const noted = (code: string, amount: string): string =>
      row('Common Stock', '03/07/2022', '', code, '', amount, 'A', '\\$0', '1,000', 'D', '');
    const notes = '- One.\n- Two.\n- Three.';
    assert.deepEqual(
      changed(
        `${noted('A <sup>(1)</sup>', '100 <sup>(2)</sup>')}\n${noted('A<sup>[1]</sup>', '100 <sup>3</sup>')}\n${notes}`,
      ),
      [noted('A <sup>(1)</sup>', '100 <sup>(3)</sup>')],
    );
    assert.deepEqual(
      changed(
        `${noted('A <sup>(1)(2)</sup>', '100 <sup>(1)(3)</sup>')}\n${noted('A <sup>(1, 2)</sup>', '100 <sup>(1)</sup> <sup>(3)</sup>')}\n${notes}`,
      ),
      [noted('A <sup>(1)(2)</sup>', '100 <sup>(1)(3)</sup>')],
    );
    assert.deepEqual(
      changed(`${noted('A <sup>(1)</sup>', '100 <sup>(2)</sup>')}\n${noted('A (1)', '100 (3)')}\n${notes}`),
      [noted('A <sup>(1)</sup>', '100 <sup>(3)</sup>')],
    );
    assert.deepEqual(changed(`${noted('A [1]', '100 [2]')}\n${noted('A (1)', '100 [3]')}\n${notes}`), [
      noted('A [1]', '100 [3]'),
    ]);
  });

  it('never sets a marker out of words, nor touches one among them', () => {
    const text = `${row('Common Stock', '03/07/2022', '', 'A <sup>(1)</sup>', '', '100', 'A', '\\$0', '1,000', 'I', 'By <sup>[1]</sup> Trust')}
${row('Common Stock', '03/07/2022', '', 'A <sup>(1)</sup>', '', '100', 'A', '\\$0', '1,100', 'I', 'By Annuity Trust (1)')}
- One.`;
    assert.deepEqual(changed(text), []);
  });

  it('gives each tabbed row as many cells as its table has columns, without space around values', () => {
    assert.deepEqual(changed(ROW.slice(0, -1)), [ROW]);
    assert.deepEqual(changed(`${ROW}\t\t`), [ROW]);
    assert.deepEqual(changed(ROW.replace('\t100\t', '\t 100  \t').replace('A\t\t', 'A\t \t')), [ROW]);
  });

  it('leaves a row alone in which one cell could not be read, and formats the others', () => {
    const bad = ROW.replace('\t100\t', '\t1500x\t').replace('1,000', '2500');
    assert.deepEqual(changed(`${bad}\n${ROW.replace('1,000', '1000')}`), [ROW]);
  });

  it('leaves a row alone whose cells have slid, or that is not yet whole', () => {
    const slid = row('Common Stock', '03/07/2022', '', 'A', '1500', 'A', '\\$0', '2500', 'D', '');
    assert.deepEqual(changed(`${ROW}\n${slid}`), []);
    assert.deepEqual(changed(`${ROW}\nCommon Stock\t3/7/22`), []);
  });

  it('leaves zeros in front alone', () => {
    assert.deepEqual(changed(`${ROW}\n${ROW.replace('\t100\t', '\t0001500\t')}`), []);
  });

  const piped = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
  const pipes = (amount: string, total: string): string =>
    piped('Common Stock', '03/07/2022', '', 'A', '', amount, 'A', '\\$0', total, 'D', '');

  it('keeps a Markdown table as narrow as most of its cells are', () => {
    assert.deepEqual(changed(`${pipes('100', '1,000')}\n${pipes(' 1500  ', '2,500')}`), [pipes('1,500', '2,500')]);
    const tight = pipes('100', '1,000').replaceAll(' | ', '|').replace('| ', '|').replace(' |', '|');
    assert.deepEqual(changed(`${tight}\n${tight.replace('|1,000|', '| 1,100|')}`), [tight.replace('1,000', '1,100')]);
  });

  it('keeps an aligned Markdown table aligned, wide letters counted as two, numbers pushed as they are', () => {
    const aligned = (title: string, amount: string, total: string): string =>
      piped(title, '03/07/2022', '', 'A', '', amount, 'A', '\\$0', total, 'D', '');
    const first = [aligned('Common Stock', '  100', '1,000'), aligned('Class B     ', '  200', '1,200')];
    assert.deepEqual(changed([...first, aligned('普通株式', '1500', '2,700')].join('\n')), [
      aligned('普通株式    ', '1,500', '2,700'),
    ]);
  });

  it('gives each Markdown row as many cells as its table has columns', () => {
    const whole = pipes('100', '1,000');
    assert.deepEqual(changed(whole.replace(/ {2}\|$/, '')), [whole]);
    assert.deepEqual(changed(`${whole}  |`), [whole]);
  });

  it('formats the lines of a range alone, and not the one at whose start it ends', () => {
    const text = filingAround([ROW, ROW.replace('1,000', '1100'), ROW.replace('1,000', '1200')].join('\n'));
    const line = text.split('\n').findIndex((one) => one.includes('1100'));
    const range = { start: { line, character: 3 }, end: { line: line + 1, character: 0 } };
    const after = edited(text, formatting(readAll(text), range));
    assert.equal(after, text.replace('1100', '1,100'));
  });

  it('while typing formats the row that a new line has left, and nothing else', () => {
    const { filing, position } = atCursor(
      `${ROW.replace('1,000', '1100')}\n${ROW.replace('1,000', '1200')}\n‸${ROW.replace('1,000', '1300')}`,
    );
    const edits = onTypeFormatting([filing], position, '\n');
    assert.equal(edited(filing.text, edits), filing.text.replace('1200', '1,200'));
    assert.deepEqual(onTypeFormatting([filing], position, '\t'), []);
    assert.deepEqual(onTypeFormatting([filing], { line: 0, character: 0 }, '\n'), []);
  });

  it('touches nothing but what changes', () => {
    const text = filingAround(`${ROW}\n${ROW.replace('1,000', '1100')}`);
    const edits = formatting(readAll(text));
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['1,100'],
    );
  });

  it('counts wide and joined letters as they are drawn', () => {
    assert.equal(displayWidth('abc'), 3);
    assert.equal(displayWidth('普通'), 4);
    assert.equal(displayWidth('e\u0301'), 1);
  });
});
