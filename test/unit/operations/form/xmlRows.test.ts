/** Rows and notes of EDGAR's XML, as the form adds, moves and deletes them: in the file's own lines, and as the schema has it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { citationsOf } from '../../../../server/src/filing/queries';
import { changeFrom } from '../../../../server/src/operations/form/change';
import { editForm } from '../../../../server/src/operations/form/edit';
import { runInForm, type FormOperation } from '../../../../server/src/operations/form/run';
import { read } from '../../../../server/src/readers';
import { check } from '../../../../server/src/rules/run';
import { applied } from '../../../../server/src/text/edits';

describe('rows and notes of EDGAR’s XML in the form', () => {
  const xml = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
  const run = (text: string, operation: FormOperation, address: string): string => {
    const done = runInForm(operation, address, { filing: read(text), today: undefined, answers: {} });
    assert.ok('edits' in done, JSON.stringify(done));
    return applied(text, done.edits);
  };
  const set = (text: string, address: string, words: string): string => {
    const done = editForm(read(text), changeFrom({ kind: 'set', places: [{ address, text: words }] })!);
    assert.ok('edits' in done, JSON.stringify(done));
    return applied(text, done.edits);
  };
  const found = (text: string): string[] => check(read(text)).map(({ rule }) => rule);

  it('come like the ones above them, in the file’s own lines, and are filled in', () => {
    let text = run(xml, 'row.new', 'nonDerivativeTable/0');
    const lines = (all: string): string[] => all.split('\n');
    const first = lines(xml).findIndex((line) => line.includes('<nonDerivativeTransaction>'));
    const last = lines(xml).findIndex((line) => line.includes('</nonDerivativeTransaction>'));
    assert.deepEqual(lines(text).slice(0, last + 1), lines(xml).slice(0, last + 1));
    assert.equal(lines(text).length, lines(xml).length + last - first + 1);
    const row = 'nonDerivativeTable/1';
    for (const [column, words] of [
      ['transactionCode', 'S'],
      ['transactionShares', '500'],
      ['transactionAcquiredDisposedCode', 'D'],
      ['transactionPricePerShare', '20.5'],
      ['sharesOwnedFollowingTransaction', '21000'],
    ])
      text = set(text, `${row}/${column}`, words!);
    const { nonDerivativeTable } = read(text);
    assert.equal(nonDerivativeTable.rows.length, read(xml).nonDerivativeTable.rows.length + 1);
    assert.deepEqual(
      found(text).filter((rule) => rule.startsWith('xml-')),
      [],
    );
    assert.equal(run(text, 'row.delete', row), xml);
  });

  it('begin a table that is not there, and end with it', () => {
    const bare = xml.replace(/ {4}<nonDerivativeTable>[\s\S]*<\/nonDerivativeTable>\n\n/, '');
    assert.equal(read(bare).nonDerivativeTable.rows.length, 0);
    const text = set(bare, 'nonDerivativeTable/0/securityTitle', 'Class A & B');
    assert.match(
      text,
      /\n {4}<nonDerivativeTable>\n {8}<nonDerivativeTransaction>\n {12}<securityTitle>\n {16}<value>Class A &amp; B</,
    );
    const filled = set(
      set(text, 'nonDerivativeTable/0/transactionDate', '8/15/22'),
      'nonDerivativeTable/0/transactionCode',
      'p',
    );
    assert.equal(read(filled).nonDerivativeTable.rows[0]!.transactionCode.value, 'P');
    assert.equal(read(run(filled, 'row.delete', 'nonDerivativeTable/0')).nonDerivativeTable.rows.length, 0);
  });

  it('notes change places with all that cites them, and go with their markers', () => {
    const before = read(xml);
    const moved = read(run(xml, 'footnote.moveDown', 'footnote/0'));
    const words = (filing: typeof before): string[] => filing.footnotes.list.map(({ text }) => text);
    assert.deepEqual(words(moved).slice(0, 2), words(before).slice(0, 2).reverse());
    const cites = (filing: typeof before): string[] =>
      citationsOf(filing).map(
        ({ marker, row, column }) =>
          `${row.index} ${column} ${filing.footnotes.list.find(({ number }) => number === marker.number)?.text}`,
      );
    assert.deepEqual(cites(moved), cites(before));
    const gone = read(run(xml, 'footnote.delete', 'footnote/0'));
    assert.deepEqual(words(gone), words(before).slice(1));
    assert.deepEqual(
      cites(gone),
      cites(before).filter((one) => !one.endsWith(words(before)[0]!)),
    );
  });
});
