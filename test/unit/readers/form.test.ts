/** What is read of the fixtures, each of which shows one habit. Expectations are written from the fixtures by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { toJson } from '../../../server/src/writers/json';
import type { Filing } from '../../../server/src/filing/model';
import { rowsOf } from './rows';

const fixture = (name: string): Filing => read(readFileSync(`test/fixtures/${name}.txt`, 'utf8'));

const EXERCISE_AND_SALE = [
  'I transaction Common Stock · 2022-08-15 · M · 1500 · A · 12.25 · 21500 · D',
  'I transaction Common Stock · 2022-08-15 · S(1) · 900 · D · 48.11(2) · 20600 · D',
  'I transaction Common Stock · 2022-08-16 · S(1) · 600 · D · 47.9 · 20000 · D',
];
const OPTION =
  'II transaction Stock Option (Right to Buy) · 12.25 · 2022-08-15 · M · 1500 · D · (3) · 2027-02-01 · Common Stock · 1500 · 0 · 4500 · D';

describe('one filing in the habits of many', () => {
  for (const name of [
    'bulleted-notes',
    'numbered-notes',
    'parenthesised-notes',
    'notes-over-lines',
    'bracket-markers',
    'iso-dates',
    'crlf',
    'piped',
    'wrapped-headings',
    'item-7-one-column',
    'box-6',
    'ticks-after-labels',
    'signature-lines',
    'remarks',
  ])
    it(name, () => {
      const filing = fixture(name);
      assert.deepEqual(rowsOf(filing), [...EXERCISE_AND_SALE, OPTION]);
      assert.deepEqual(
        filing.footnotes.list.map(({ number }) => number),
        [1, 2, 3],
      );
      assert.deepEqual(
        filing.footnotes.list.map(({ text }) => text),
        [
          'Sold under a Rule 10b5-1 trading plan adopted by the reporting person on March 3, 2022.',
          filing.footnotes.list[1]!.text,
          'Fully exercisable.',
        ],
      );
      assert.match(
        filing.footnotes.list[1]!.text,
        /^Weighted average price of several trades at prices from \$47\..* upon request\.$/,
      );
      assert.equal(filing.ownerSignatures.length, 1);
      const json = toJson(filing) as Record<string, { value?: string }>;
      assert.equal(json.periodOfReport?.value, '2022-08-15');
      assert.deepEqual(filing.problems, []);
    });
});

describe('a reader', () => {
  it('takes "(1)" inside a cell for text and at its end for a marker, where the filing has no <sup>', () => {
    const rows = rowsOf(fixture('plain-markers'));
    assert.ok(rows.includes('I holding Common Stock · 3250 · I · By Annuity Trust (1) for Brother'));
    assert.ok(rows.includes(EXERCISE_AND_SALE[1]!));
  });
  it('reads every owner with box 5, and every signature', () => {
    const { reportingOwners, ownerSignatures } = fixture('several-owners');
    assert.deepEqual(
      reportingOwners.map((owner) => [owner.rptOwnerName.value, owner.isDirector, owner.isTenPercentOwner]),
      [
        ['Greyling Reach Fund, L.P.', false, true],
        ['Greyling Reach GP, L.L.C.', false, true],
        ['Averill Sunniva Drake', true, true],
      ],
    );
    assert.deepEqual(
      ownerSignatures.map(({ signatureDate }) => signatureDate.raw),
      ['08/17/2022', '08/17/2022', '08/17/2022'],
    );
  });
  it('reads ticks behind their labels, and the title below them', () => {
    const [owner] = fixture('ticks-after-labels').reportingOwners;
    assert.deepEqual(
      [owner!.isDirector, owner!.isTenPercentOwner, owner!.isOfficer, owner!.isOther],
      [true, false, true, false],
    );
    assert.equal(owner!.officerTitle?.value, 'Chief Financial Officer');
  });
  it('reads a title before an empty table and no notes at all', () => {
    const filing = fixture('no-explanation');
    assert.deepEqual(rowsOf(filing), ['I transaction Common Stock · 2022-08-15 · A · 300 · A · 0 · 8300 · D']);
    assert.deepEqual(filing.footnotes.list, []);
    assert.equal(filing.reportingOwners[0]!.officerTitle?.value, 'Controller');
    assert.equal(filing.ownerSignatures[0]!.signatureName.value, '/s/ Ansel Tworek Plimmer');
  });
  it('reads an equity swap, a V and fractions of a share', () => {
    assert.deepEqual(rowsOf(fixture('equity-swap')), [
      'I transaction Common Stock · 2022-08-15 · S(1) · swap · 5000 · D · 48 · 15000 · D',
      'I transaction Common Stock · 2022-08-15 · G · V · 250 · D · 0 · 14750 · D',
      'I transaction Common Stock · 2022-08-16 · P(1) · swap · 1000.5 · A · 47.905 · 15750.5 · D',
    ]);
  });
  it('takes a filled box 4 for an amendment', () => {
    const filing = fixture('amendment');
    assert.equal(filing.documentType, '4/A');
    assert.equal(filing.dateOfOriginalSubmission.raw, '08/17/2022');
  });
  it('reads the remarks, and the date in the middle of a signature', () => {
    assert.equal(fixture('remarks').remarks?.value, 'Exhibit 24 - Power of Attorney (on file).');
    const [signature] = fixture('signature-lines').ownerSignatures;
    assert.deepEqual(
      [signature!.signatureName.value, signature!.signatureDate.raw],
      ['/s/ Orla Pennifold, Attorney-in-Fact for Ansel Tworek Plimmer', '08/17/2022'],
    );
  });
  it('knows the 10b5-1 box ticked, empty and not there', () => {
    assert.equal(fixture('plan-box').aff10b5One?.checked, true);
    assert.equal(fixture('remarks').aff10b5One, undefined);
    const empty = readFileSync('test/fixtures/plan-box.txt', 'utf8').replace(
      /<input[^>]*> *(?=Check this box to indicate)/,
      '',
    );
    assert.equal(read(empty).aff10b5One?.checked, false);
  });
  it('gives every value its own place in the source', () => {
    const filing = fixture('bulleted-notes');
    for (const row of filing.nonDerivativeTable.rows)
      for (const cell of [
        row.securityTitle,
        row.transactionDate,
        row.transactionShares,
        row.sharesOwnedFollowingTransaction,
      ])
        assert.equal(filing.text.slice(cell.span.start, cell.span.end), cell.raw);
    const [marker] = filing.nonDerivativeTable.rows[1]!.transactionCode.markers;
    assert.equal(filing.text.slice(marker!.span.start, marker!.span.end), '(1)');
    assert.equal(filing.text.slice(marker!.outer.start, marker!.outer.end), '<sup>(1)</sup>');
  });
});

describe('what is not there', () => {
  it('an empty text is a filing with nothing in it', () => {
    const filing = read('');
    assert.deepEqual(rowsOf(filing), []);
    assert.deepEqual(filing.reportingOwners, []);
    assert.deepEqual(
      filing.problems.map(({ code }) => code),
      ['no-table', 'no-table'],
    );
  });
  it('a table without its title is known by its headings', () => {
    const text = readFileSync('test/fixtures/bulleted-notes.txt', 'utf8')
      .replace(/Table I - [^\n]*\n/, '')
      .replace(/Table II - [^\n]*\n/, '');
    assert.deepEqual(rowsOf(read(text)), [...EXERCISE_AND_SALE, OPTION]);
  });
  it('notes without their heading are notes still, whatever their labels', () => {
    for (const name of [
      'bulleted-notes',
      'numbered-notes',
      'parenthesised-notes',
      'notes-over-lines',
      'piped',
      'crlf',
    ]) {
      const text = readFileSync(`test/fixtures/${name}.txt`, 'utf8');
      const whole = read(text);
      const bare = read(text.replace(/^Explanation of Responses:(?:\r?\n)+/m, ''));
      assert.ok(whole.footnotes.list.length > 0 && bare.text !== text, name);
      assert.deepEqual(
        bare.footnotes.list.map((note) => [note.number, note.text]),
        whole.footnotes.list.map((note) => [note.number, note.text]),
      );
      assert.deepEqual(rowsOf(bare), rowsOf(whole));
      assert.deepEqual(bare.ownerSignatures.length, whole.ownerSignatures.length);
    }
  });
  it('notes right below the rows, without their heading, are notes or not read, and accuse nobody', () => {
    const labels: [string, (n: string) => string][] = [
      ['numbers', (n) => `${n}. `],
      ['brackets', (n) => `[${n}] `],
      ['parentheses', (n) => `(${n}) `],
      ['bullets', () => '- '],
      ['quoted', (n) => `> ${n}. `],
      ['quoted brackets', (n) => `> [${n}] `],
      ['letters', (n) => `F${n}: `],
      ['words', (n) => `Footnote ${n}: `],
    ];
    for (const name of ['browser-copy', 'soup-rows']) {
      const text = readFileSync(`test/fixtures/layouts/${name}.txt`, 'utf8');
      const whole = read(text);
      const [rows, notes] = text.split(/^[# ]*Explanation of Responses:?\n+/m) as [string, string];
      for (const [style, label] of labels) {
        const filing = read(`${rows.trimEnd()}\n${notes.replace(/^(\d+)\. /gm, (_, n: string) => label(n))}`);
        assert.deepEqual(rowsOf(filing), rowsOf(whole), `${name}: ${style}`);
        if (filing.unread.length === 0)
          assert.deepEqual(
            filing.footnotes.list.map((note) => [note.number, note.text]),
            whole.footnotes.list.map((note) => [note.number, note.text]),
            `${name}: ${style}`,
          );
        else
          assert.deepEqual(
            filing.unread.map(({ part }) => part),
            ['footnotes'],
            `${name}: ${style}`,
          );
        assert.deepEqual(filing.ownerSignatures.length, whole.ownerSignatures.length, `${name}: ${style}`);
      }
    }
  });
  it('a row half typed has the cells that stand there', () => {
    const text = readFileSync('test/fixtures/no-table-two-rows.txt', 'utf8').replace(
      /(Common Stock\t[^\n]*\n)/,
      '$1Common Stock\t08/16/2022\t\tP\n',
    );
    assert.equal(rowsOf(read(text))[1], 'I transaction Common Stock · 2022-08-16 · P');
  });
  it('an unsigned draft keeps its last note', () => {
    const text = readFileSync('test/fixtures/bulleted-notes.txt', 'utf8').replace(/\/s\/[^\n]*\n/, '');
    const filing = read(text);
    assert.deepEqual(filing.ownerSignatures, []);
    assert.equal(filing.footnotes.list[2]!.text, 'Fully exercisable.');
  });
});
