/** One made-up filing in every layout it can come in: the same facts, the same findings, and places that are in the source. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { recognise } from '../../../server/src/readers/recognise';
import { check } from '../../../server/src/rules/run';
import { toJson } from '../../../server/src/writers/json';
import { said } from '../harness';

const FILES: readonly (readonly [layout: string, path: string])[] = [
  ['tabbed', 'layouts/browser-copy.txt'],
  ['tabbed', 'layouts/soup-rows.txt'],
  ['tabbed', 'layouts/soup-rows-old.txt'],
  ['piped', 'piped.txt'],
  ['markdown', 'layouts/markdown.md'],
  ['columns', 'layouts/columns.txt'],
  ['columns', 'layouts/columns-frames.txt'],
  ['columns', 'layouts/columns-bars.txt'],
  ['columns', 'layouts/columns-spaces.txt'],
  ['columns', 'layouts/columns-w3m.txt'],
  ['columns', 'layouts/columns-links.txt'],
  ['columns', 'layouts/columns-elinks.txt'],
  ['columns', 'layouts/columns-centred.txt'],
  ['columns', 'layouts/columns-pdf.txt'],
  ['piped', 'layouts/pipes-between.txt'],
  ['piped', 'layouts/python-html2text.md'],
  ['html', 'layouts/turndown-gfm.md'],
  ['piped', 'layouts/node-html-markdown.md'],
  ['edgarXml', 'layouts/edgarXml.xml'],
  ['submission', 'layouts/submission.txt'],
  ['html', 'layouts/html.html'],
  ['tabbed', 'layouts/lynx.txt'],
  ['tabbed', 'layouts/pdf-pieces.txt'],
  ['tabbed', 'layouts/cell-a-line.txt'],
  ['tabbed', 'layouts/cell-a-paragraph.md'],
  ['columns', 'layouts/rules-of-dashes.txt'],
  ['columns', 'layouts/rules-of-dashes.md'],
];

const source = (path: string): string => readFileSync(`test/fixtures/${path}`, 'utf8');
const TODAY = 19300;
const LOOSE = new Set([
  'layouts/pdf-pieces.txt',
  'layouts/lynx.txt',
  'layouts/cell-a-line.txt',
  'layouts/cell-a-paragraph.md',
]);
const FIRST_M = /([>\s|│[])M([<\s\]])/;
const EACH_M = /([>\s|│[])M([<\s\]])/g;

/** The facts of a filing, without the ways in which layouts write them. */
function factsOf(text: string): unknown {
  const facts = JSON.parse(
    JSON.stringify(toJson(read(text)), (key, value: unknown) =>
      ['range', 'raw', 'layout', 'problems', 'read', 'unread', 'inferred'].includes(key) ? undefined : value,
    ),
  ) as Record<string, unknown>;
  return facts;
}

describe('a filing in every layout', () => {
  const tabbed = source('bulleted-notes.txt');
  for (const [layout, path] of FILES)
    describe(`${layout}: ${path}`, () => {
      const text = source(path);
      it('is recognised by its content', () => assert.equal(recognise(text), layout));
      it('has the same facts', () => assert.deepEqual(factsOf(text), factsOf(tabbed)));
      it('has no finding', () => assert.deepEqual(said(check(read(text), { today: TODAY })), []));
      it('is wrong where a digit is wrong, and there alone', () => {
        const wrong = text.replace(/20,?600/g, (total) => total.replace('06', '60').replace('0,6', '6,0'));
        const [finding, ...more] = check(read(wrong), { today: TODAY });
        assert.equal(
          finding?.message,
          'Expected 20,600 (21,500 − 900 disposed of); the filing says 26,000, over by 5,400. It looks as if two digits are swapped.',
        );
        assert.match(wrong.slice(finding.span.start, finding.span.end), /^26,?000$/);
        assert.deepEqual(said(more), []);
      });
      it('is wrong where a code is unknown', () => {
        const wrong =
          layout === 'edgarXml' || layout === 'submission'
            ? text.replace('<transactionCode>M<', '<transactionCode>Q<')
            : // Where nothing parts the cells, the code says which column the amount of Table II stands in.
              text.replace(LOOSE.has(path) ? FIRST_M : EACH_M, '$1Q$2');
        const [finding] = check(read(wrong), { today: TODAY });
        assert.deepEqual(
          [finding?.rule, finding && wrong.slice(finding.span.start, finding.span.end)],
          ['code-unknown', 'Q'],
        );
      });
      it('never throws, cut off anywhere', () => {
        for (let end = 0; end < text.length; end += 97)
          for (const { span } of check(read(text.slice(0, end)), { today: TODAY }))
            assert.ok(span.start <= span.end && span.end <= end);
      });
    });
});

describe('a row of a page in columns', () => {
  for (const path of ['layouts/columns.txt', 'layouts/columns-w3m.txt', 'layouts/columns-pdf.txt'])
    it(`goes from its title to its last words, and its blank cells stand behind the ones before: ${path}`, () => {
      const filing = read(source(path));
      const { rows } = filing.nonDerivativeTable;
      for (const { span, cells, securityTitle, sharesOwnedFollowingTransaction: total } of rows) {
        assert.equal(span.start, securityTitle.span.start);
        assert.ok(span.end >= total.span.end, `${span.start} to ${span.end}`);
        cells.slice(1).forEach(({ raw, span: { start } }, at) => {
          if (raw === '') assert.ok(start >= cells[at]!.span.start, `cell ${at + 1}`);
        });
      }
    });
});

describe('a page that joint filers signed, as w3m prints the printed form', () => {
  const text = source('layouts/columns-owners.txt');
  it('has the same facts: each signature, a date cut at its slash, ticks in brackets', () => {
    assert.equal(recognise(text), 'columns');
    assert.deepEqual(factsOf(text), factsOf(source('several-owners.txt')));
  });
  it('has no finding', () => assert.deepEqual(said(check(read(text), { today: TODAY })), []));
  it('says ticks with stars as it says those with an X', () =>
    assert.deepEqual(factsOf(text.replaceAll('[X]', '[*]')), factsOf(text)));
});

describe('an older page of joint filers, who stand in a table behind the form', () => {
  for (const [layout, path] of [
    ['html', 'layouts/html-old.html'],
    ['tabbed', 'layouts/browser-copy-old.txt'],
    ['piped', 'layouts/python-html2text-old.md'],
    ['html', 'layouts/pandoc-gfm-old.md'],
  ] as const) {
    const text = source(path);
    it(`is recognised by its content: ${path}`, () => assert.equal(recognise(text), layout));
    it(`has the same facts: ${path}`, () => assert.deepEqual(factsOf(text), factsOf(source('several-owners.txt'))));
    it(`has no finding: ${path}`, () => assert.deepEqual(said(check(read(text), { today: TODAY })), []));
  }
});

describe('a page of an officer who leaves Section 16 behind', () => {
  const html = source('layouts/html-officer.html');
  it('has its tick in a table of its own beside the sentence', () => {
    const filing = read(html);
    assert.deepEqual([filing.notSubjectToSection16?.checked, filing.aff10b5One?.checked], [true, false]);
    const [owner] = filing.reportingOwners;
    assert.deepEqual(
      [owner?.rptOwnerName.value, owner?.isDirector, owner?.isTenPercentOwner, owner?.isOfficer, owner?.isOther],
      ['Plimmer-Oakenshaw Ansel Bartholomew Tworek', false, true, true, false],
    );
    assert.equal(owner?.officerTitle?.value, 'Officer and Head of Tenders');
    assert.equal(
      filing.ownerSignatures[0]?.signatureName.value,
      'Odile Marchbanks, Attorney-in-fact for Ansel Plimmer-Oakenshaw',
    );
  });
  for (const path of ['layouts/columns-officer-w3m.txt', 'layouts/columns-officer-elinks.txt'])
    it(`has the same facts where ${path} prints boxes, labels, name and signature over many lines`, () => {
      assert.equal(recognise(source(path)), 'columns');
      assert.deepEqual(factsOf(source(path)), factsOf(html));
      assert.deepEqual(said(check(read(source(path)), { today: TODAY })), []);
    });
});

describe('an older page in columns whose headings are printed in capitals', () => {
  const text = source('layouts/columns.txt');
  const capitals = text.replace(/^ {0,20}(?:Reporting Owners|Signatures|Explanation of Responses:)/gm, (words) =>
    words.toUpperCase(),
  );
  it('has the same notes and signatures', () => {
    assert.notEqual(capitals, text);
    assert.deepEqual(factsOf(capitals), factsOf(text));
  });
});

describe('the box that says the filer is no longer subject to Section 16', () => {
  for (const tick of ['[X]', '[*]', '[x]', '__X__'])
    it(`is ticked with ${tick}`, () => {
      const text = source('layouts/columns-owners.txt').replace('[ ] Check this box', `${tick} Check this box`);
      assert.equal(read(text).notSubjectToSection16?.checked, true);
    });
});

describe('a page whose cells are underscored, with narrow columns', () => {
  const text = source('layouts/html2text.txt');
  it('has the same facts, dates that are cut by the end of a line among them', () =>
    assert.deepEqual(factsOf(text), factsOf(source('several-owners.txt'))));
  it('has no finding', () => assert.deepEqual(said(check(read(text), { today: TODAY })), []));
});

describe('XML that is not well-formed', () => {
  const xml = source('layouts/edgarXml.xml');
  it('is read as far as it goes', () => {
    const broken = xml.replace('</securityTitle>', '').replace('</ownerSignature>', '');
    const filing = read(broken);
    assert.equal(filing.nonDerivativeTable.rows.length, 3);
    assert.equal(filing.ownerSignatures[0]?.signatureDate.raw, '2022-08-17');
    assert.deepEqual(
      filing.problems.map(({ message }) => message),
      [
        'Expected </securityTitle> before what follows; <securityTitle> is not closed.',
        'Expected </ownerSignature> before what follows; <ownerSignature> is not closed.',
      ],
    );
  });
  it('expands nothing and reads no document type', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('>Common Stock<', '>&b;&x;&amp;&#65;<')}`;
    assert.equal(read(bomb).nonDerivativeTable.rows[0]!.securityTitle.value, '&b;&x;&A');
  });
});
