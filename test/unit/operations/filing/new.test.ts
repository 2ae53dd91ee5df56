/** Filings from nothing, and from the last one of the same person. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { knownIn } from '../../../../server/src/operations/filing/known';
import { newFiling } from '../../../../server/src/operations/filing/newFiling';
import { newFromThis } from '../../../../server/src/operations/filing/newFromThis';
import type { Outcome, Question } from '../../../../server/src/operations/operation';
import { read } from '../../../../server/src/readers';
import { applied } from '../../../../server/src/text/edits';
import { plainOf, snippetOf } from '../../../../server/src/text/snippet';
import { filingAround } from '../../harness';
import { faults, withSnippet } from '../rows/operating';

const start = { start: 0, end: 0 };
const clean = read(readFileSync('samples/clean.txt', 'utf8'));

/** What is asked, in turn, and the filing that comes of it. */
function begin(
  answers: Record<string, string>,
  known = knownIn(clean),
): { asked: string[]; text: string; outcome: Outcome } {
  const asked: string[] = [];
  let given: Record<string, string> = {};
  for (;;) {
    const outcome = newFiling.run({ filing: read(''), selection: start, today: undefined, answers: given, known });
    assert.ok(!('refused' in outcome), JSON.stringify(outcome));
    if (!('asks' in outcome)) return { asked, outcome, text: applied('', withSnippet(outcome).edits) };
    const { asks }: Question = outcome;
    asked.push(`${5 - (asks.left ?? 0)} ${asks.answer}`);
    given = { ...given, [asks.answer]: answers[asks.answer] ?? assert.fail(`asks ${asks.answer}`) };
  }
}

describe('a new filing', () => {
  const typed = {
    owner: 'Marlow Tess',
    issuer: 'Gannet * Bay Co',
    symbol: 'gnbt',
    role: 'both',
    officer: 'CFO',
    plan: 'yes',
  };

  it('asks where, who files and as what, step by step', () => {
    const { asked, text, outcome } = begin(typed, []);
    assert.deepEqual(asked, ['1 issuer', '2 symbol', '3 owner', '4 role', '4 officer', '5 plan']);
    const filing = read(text);
    const [owner] = filing.reportingOwners;
    assert.equal(owner?.rptOwnerName.value, 'Marlow Tess');
    assert.deepEqual(
      [owner.isDirector, owner.isOfficer, owner.isTenPercentOwner, owner.isOther],
      [true, true, false, false],
    );
    assert.equal(owner.officerTitle?.value, 'CFO');
    assert.deepEqual(
      [filing.issuer.issuerName.raw, filing.issuer.issuerTradingSymbol.value],
      ['Gannet \\* Bay Co', 'GNBT'],
    );
    assert.equal(filing.aff10b5One?.checked, true);
    assert.equal(filing.notSubjectToSection16?.checked, false);
    assert.deepEqual(faults(text), []);
    assert.ok(outcome.snippet);
    // The names of the places are blank to the reader.
    const named = plainOf(outcome.snippet.pieces);
    assert.match(named, /‹street›.*‹city state zip›/);
    assert.deepEqual(faults(named), []);
  });

  it('has its places in the order of the form, box 3 with the date of the first row', () => {
    const { outcome } = begin(typed, []);
    const stops = [...snippetOf(outcome.snippet!.pieces).matchAll(/\$\{(\d+):‹([^›]*)›\}|\$(\d+)/g)];
    assert.deepEqual(
      stops.map(([, number, name, again]) => (number ? `${number} ${name}` : again)),
      [
        '1 street',
        '2 city state zip',
        '3 date',
        '4 title',
        '3',
        '5 code',
        '6 amount',
        '7 side, A or D',
        '8 price',
        '9 total',
        '10 ownership, D or I',
        '11',
        '12',
        '13 signature',
        '14 date signed',
      ],
    );
  });

  it('takes somebody of another filing with all that is said of her', () => {
    const issuer = '\tHALVANE PRECISION DRIVES INC\tHVPD';
    const { asked, text } = begin({ issuer, owner: 'Ruthe Wickmore Dalen\tHALVANE PRECISION DRIVES INC', plan: 'no' });
    assert.deepEqual(asked, ['1 issuer', '3 owner', '5 plan']);
    const [before, after] = [clean, read(text)];
    assert.equal(after.issuer.issuerTradingSymbol.value, 'HVPD');
    assert.equal(after.reportingOwners[0]?.officerTitle?.value, before.reportingOwners[0]?.officerTitle?.value);
    assert.equal(after.reportingOwners[0]?.address?.value, before.reportingOwners[0]?.address?.value);
    assert.equal(after.aff10b5One?.checked, false);
  });

  it('is called after who files at which company, of which the ticker is the shorter name', () => {
    assert.equal(begin(typed, []).outcome.title, 'Marlow Tess - GNBT');
    assert.equal(begin({ ...typed, symbol: 'none' }, []).outcome.title, 'Marlow Tess - Gannet * Bay Co');
    const again = newFromThis.run({ filing: clean, selection: start, today: undefined, answers: {} });
    assert.equal('another' in again && again.another?.title, 'Ruthe Wickmore Dalen - HVPD');
  });

  it('offers the people of that company alone, however its name is written', () => {
    const one = { name: 'Marlow Tess', roles: [], symbol: 'GNBT', issuer: 'Gannet Bay Co' };
    const known = [one, { ...one, name: 'Alder Rowan', issuer: 'OTHER CLIENT INC', symbol: 'OTHR' }];
    for (const issuer of ['\tGannet Bay Co\tGNBT', 'GANNET BAY CO.']) {
      const context = { filing: read(''), selection: start, today: undefined, answers: { issuer }, known };
      const { asks } = newFiling.run(context) as Question;
      assert.deepEqual([asks.answer, asks.choices?.map(({ label }) => label)], ['owner', ['Marlow Tess']]);
    }
    const { text } = begin(
      { issuer: 'Third Inc', symbol: 'THRD', owner: 'Marlow Tess', role: 'director', plan: 'no' },
      [{ ...one, street: '9 ROPEWALK' }],
    );
    assert.doesNotMatch(text, /ROPEWALK|GNBT/);
  });

  it('is begun in an empty document alone', () => {
    const outcome = newFiling.run({ filing: clean, selection: start, today: undefined, answers: {} });
    assert.match('refused' in outcome ? outcome.refused : '', /empty document/);
  });
});

describe('a new filing from this one', () => {
  function next(text: string): { text: string; named: string } {
    const outcome = newFromThis.run({ filing: read(text), selection: start, today: undefined, answers: {} });
    assert.ok('another' in outcome && outcome.another?.pieces, JSON.stringify(outcome));
    return { text: outcome.another.text, named: plainOf(outcome.another.pieces) };
  }

  it('keeps names and what is held by the last totals, and leaves the rest blank', () => {
    const { text, named } = next(clean.text);
    const filing = read(text);
    assert.equal(filing.reportingOwners[0]?.rptOwnerName.value, 'Ruthe Wickmore Dalen');
    assert.equal(filing.periodOfReport.raw, '');
    assert.deepEqual(
      filing.ownerSignatures.flatMap(({ signatureDate }) => signatureDate.value ?? []),
      [],
    );
    const rows = filing.nonDerivativeTable.rows.map(
      ({ kind, sharesOwnedFollowingTransaction: { raw } }) => `${kind} ${raw}`,
    );
    assert.deepEqual(rows.slice(1), ['holding 597']);
    assert.match(named, /\t‹was 11,587›\tD/);
    assert.deepEqual(faults(text), []);
    assert.deepEqual(faults(named), []);
  });

  it('never carries a plan tick, box 4, the exit box or a plan note, and keeps the notes that holdings cite, numbered anew', () => {
    const text =
      filingAround(`<input checked="" type="checkbox"/> Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.
4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/01/2022</u>
| Common Stock | 03/07/2022 |  | S <sup>(1)</sup> |  | 100 | D | \\$45.12 | 900 | I | By Trust <sup>(2)</sup> |
1. Sold under a Rule 10b5-1 trading plan adopted on December 4, 2023.
2. The trust is for children.`).replace('Check this box if', '[X] Check this box if');
    const filing = read(next(text).text);
    assert.equal(filing.aff10b5One?.checked, false);
    assert.equal(filing.notSubjectToSection16?.checked, false);
    assert.equal(filing.documentType, '4');
    assert.deepEqual(
      filing.footnotes.list.map(({ label, text: words }) => `${label} ${words}`),
      ['1 The trust is for children.'],
    );
    assert.deepEqual(
      filing.nonDerivativeTable.rows[0]?.natureOfOwnership.markers.map(({ number }) => number),
      [1],
    );
  });

  it('carries the grants of Table II that are still held', () => {
    const filing = read(next(readFileSync('samples/errors.txt', 'utf8')).text);
    assert.deepEqual(
      filing.derivativeTable.rows.map((row) => [
        row.kind,
        row.securityTitle.value,
        row.sharesOwnedFollowingTransaction.raw,
      ]),
      [
        ['holding', 'Stock Option (Right to Buy)', '8,000'],
        ['holding', 'Restricted Stock Units', '1,200'],
      ],
    );
  });

  for (const layout of ['edgarXml.xml', 'html.html', 'markdown.md', 'submission.txt', 'columns.txt'])
    it(`works from ${layout}`, () => {
      const { text } = next(readFileSync(`test/fixtures/layouts/${layout}`, 'utf8'));
      assert.equal(read(text).layout, 'tabbed');
      assert.ok(read(text).reportingOwners[0]?.rptOwnerName.value);
      assert.deepEqual(faults(text), []);
    });
});
