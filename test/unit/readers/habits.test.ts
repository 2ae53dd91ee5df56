/** Markers, labels of notes and headings as other programs and other people write them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { said } from '../harness';

const CLEAN = readFileSync('test/fixtures/several-owners.txt', 'utf8');
const SAMPLE = readFileSync('samples/clean.txt', 'utf8');
const cited = (text: string): (readonly number[])[] =>
  read(text).nonDerivativeTable.rows.map(({ cells }) =>
    cells.flatMap(({ markers }) => markers.map(({ number }) => number ?? 0)),
  );

describe('markers', () => {
  for (const [name, marker] of [
    ['Markdown footnotes', '[^$1]'],
    ['Markdown superscripts', '^($1)^'],
    ['a letter before the number', '(F$1)'],
    ['letters before the number', '(FN $1)'],
    ['words before the number', '(fn $1)'],
  ] as const)
    it(`are read as ${name}`, () => {
      for (const text of [CLEAN, SAMPLE]) {
        const other = text.replace(/<sup>\((\d+)\)<\/sup>/g, marker);
        assert.notEqual(other, text);
        assert.deepEqual(cited(other), cited(text));
        assert.deepEqual(said(check(read(other))), said(check(read(text))));
      }
    });
  it('are read as raised digits between raised brackets', () => {
    const raised = (_: string, digits: string): string =>
      `\u207d${[...digits].map((digit) => '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'[Number(digit)]).join('')}\u207e`;
    assert.deepEqual(cited(SAMPLE.replace(/<sup>\((\d+)\)<\/sup>/g, raised)), cited(SAMPLE));
  });
  it('are no words in brackets', () => {
    const titled = SAMPLE.replace(/^Common Stock\t/m, 'Common Stock (Foreign) [^x] ^(a)^\t');
    assert.match(read(titled).nonDerivativeTable.rows[0]!.securityTitle.value!, /\(Foreign\) \[\^x\]/);
  });
});

describe('markup of web pages', () => {
  const titleOf = (words: string): string | undefined =>
    read(SAMPLE.replace(/^Common Stock\t/m, `${words}\t`)).nonDerivativeTable.rows[0]!.securityTitle.value;
  for (const [written, meant] of [
    ['Common&amp;Stock', 'Common&Stock'],
    ['A &lt;B&gt; &#8220;C&#x201D; Stock', 'A <B> \u201cC\u201d Stock'],
    ['Common<br>Stock', 'Common Stock'],
    ['Common<BR />Stock', 'Common Stock'],
    ['A &amp;amp; B', 'A &amp; B'],
    ['A &#124; B &#9; &#0; &bogus; C', 'A &#124; B &#9; &#0; &bogus; C'],
    ['A \\<br> B', 'A <br> B'],
    ['AT&T; A<b', 'AT&T; A<b'],
  ] as const)
    it(`is read for what it means: ${written}`, () => assert.equal(titleOf(written), meant));

  it('is read in the boxes and the notes too', () => {
    const other = SAMPLE.replace(/<u>HALVANE [^[]*/, '<u>A &amp; B ').replace('Restricted shares', 'P &amp; L shares');
    assert.equal(read(other).issuer.issuerName.value, 'A & B');
    assert.match(read(other).footnotes.list[0]!.text, /^P & L shares/);
  });
});

describe('notes with labels that are not known', () => {
  for (const label of ['F1 ', 'FN1 ', '(F1) ', '1: ', '1 - ', '1- ', 'Note 1 ', '[fn 1] '])
    it(`are told as unread, and nothing is said to be missing: ${label}`, () => {
      const other = SAMPLE.replace(/^(?:- |\(?\d+[.)] )/gm, label);
      assert.notEqual(other, SAMPLE);
      const found = said(check(read(other)));
      assert.deepEqual(
        found.filter((one) => /^(?:error|warning)/.test(one)),
        [],
        found.join('\n'),
      );
    });
});

describe('a heading', () => {
  it('of a table may have two letters exchanged', () => {
    const other = SAMPLE.replace('Table I -', 'Tabel I -').replace('Table II -', 'Tabel II -');
    assert.deepEqual(cited(other), cited(SAMPLE));
    assert.deepEqual(said(check(read(other))), said(check(read(SAMPLE))));
  });
});
