/** Filing → the printed form as a page: safe to open, told in words to those who hear it, and with the same facts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { read } from '../../../server/src/readers';
import { writeProof } from '../../../server/src/writers/proof/proof';
import { madeUp, random } from '../generate';
import { filingAround } from '../harness';
import { differences } from './facts';
import { accepted, LAYOUTS, MADE_UP } from './sources';

const page = (example: string): string => writeProof(read(filingAround(example)));
const NASTY = '<script>alert(1)</script>" onload="x" <img src=//evil.example/x>';

describe('the printed form as a page', () => {
  it('allows no style but its own', () => {
    const html = page('');
    const style = /<style>([^<]*)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(html.includes(`style-src 'sha256-${hash}'`), `the hash of the style is ${hash}`);
    assert.match(html, /default-src 'none'/);
  });

  it('has no script and loads nothing, whatever the filing says', () => {
    const html = page(
      `| ${NASTY} | 03/07/2022 |  | A |  | ${NASTY} | A | \\$0 | 9 | I | ${NASTY} |\n1. ${NASTY}\nRemarks: ${NASTY}`,
    );
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name!.toLowerCase()));
    for (const tag of ['script', 'img', 'link', 'iframe', 'object', 'form', 'svg']) assert.ok(!tags.has(tag), tag);
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
      assert.doesNotMatch(tag, /\s(?:on\w+|src|style)=/i);
      const href = /href="([^"]*)"/.exec(tag)?.[1];
      assert.ok(href === undefined || href.startsWith('#'), tag);
    }
  });

  it('says its language and title, and which column a heading stands over', () => {
    const html = page('');
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<title>Form 4 - NORTHWIND HARBOR INC - Alder Rowan J<\/title>/);
    assert.match(html, /<th scope="col" rowspan="2">1\. Title of Security \(Instr\. 3\)<\/th>/);
    assert.match(html, /<th scope="colgroup" colspan="3">4\. Securities Acquired/);
    for (const [cell] of html.matchAll(/<th(?=[ >])[^>]*>/g)) assert.match(cell, /scope="col(?:group)?"/);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each id once');
  });

  it('says ticks in words that a copy of the page has too, and tells those who hear it what they are', () => {
    const html = page('');
    assert.match(html, /<span role="img" aria-label="ticked">\[X\]<\/span> (?:Director|Officer)/);
    assert.match(html, /<span role="img" aria-label="not ticked">\[\u00a0\]<\/span> 10% Owner/);
    assert.doesNotMatch(html, /<input/);
  });

  it('says each total with its sum, and of the first row that nothing stands before it', () => {
    const rows = [
      '| Common Stock | 03/07/2022 |  | A |  | 5 | A | \\$0 | 9 | D |  |',
      '| Common Stock | 03/07/2022 |  | A |  | 2 | A | \\$0 | 11 | D |  |',
    ];
    const html = page(rows.join('\n'));
    const sums = [...html.slice(html.indexOf('Totals and their sums')).matchAll(/<tr>(.*?)<\/tr>/gs)]
      .map(([, row]) => [...row!.matchAll(/<td>([^<]*)<\/td>/g)].map(([, words]) => words))
      .filter(({ length }) => length > 0);
    assert.deepEqual(sums, [
      ['Table I, row 1', 'no earlier total of this holding in the filing', '', '9', 'nothing to compare with'],
      ['Table I, row 2', '9 + 2', '11', '11', 'the same'],
    ]);
  });

  it('says of a box that the text does not have that it is not there, and ticks nothing', () => {
    const html = page('');
    assert.match(
      html,
      /\[\u00a0\]<\/span><\/span> The text does not have this box: Form filed by One Reporting Person/,
    );
  });

  it('links a marker to its note and the note back', () => {
    const html = page(
      '| Common Stock <sup>(1)</sup> | 03/07/2022 |  | A |  | 5 <sup>(1)</sup> | A | \\$0 <sup>(7)</sup> | 9 | D |  |\n1. One.',
    );
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, to]) => to!);
    const cells = ['nonDerivativeTable-0-securityTitle', 'nonDerivativeTable-0-transactionShares'];
    assert.deepEqual(links, ['footnote-0', 'footnote-0', ...cells]);
    for (const link of links) assert.ok(ids.has(link), link);
    assert.match(html, /<sup>\(7\)<\/sup>/);
  });

  const same = (name: string, text: string): void => {
    const filing = read(text);
    const again = read(writeProof(filing));
    assert.equal(again.layout, 'html', name);
    assert.deepEqual(differences(filing, again), [], name);
  };

  it('of every sample and fixture says the same facts', () => {
    for (const { name, text } of MADE_UP) same(name, text);
  });

  it('of 100 made-up filings says the same facts', () => {
    for (let seed = 1; seed <= 100; seed++) same(`seed ${seed}`, madeUp(random(seed)).lines.join('\n'));
  });

  for (const layout of LAYOUTS)
    it(`of the accepted filings in ${layout} says the same facts`, () => {
      for (const { name, text } of accepted(layout)) same(name, text);
    });
});
