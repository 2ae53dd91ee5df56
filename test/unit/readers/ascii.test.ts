/** Forms in plain text from before 2003. Expectations are written from the fixtures by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dayOf } from '../../../server/src/text/days';
import { read } from '../../../server/src/readers';
import { recognise } from '../../../server/src/readers/recognise';
import { check } from '../../../server/src/rules/run';
import type { Filing } from '../../../server/src/filing/model';
import { tablesOf } from '../../../server/src/filing/queries';
import { cellsOf } from '../../../server/src/filing/columns';
import { rowsOf } from './rows';

const source = (name: string): string => readFileSync(`test/fixtures/layouts/${name}`, 'utf8');
const TODAY = dayOf(2026, 1, 2)!;

function headOf({ layout, reportingOwners, issuer, periodOfReport, dateOfOriginalSubmission }: Filing): unknown {
  const [owner] = reportingOwners;
  return {
    layout,
    owner: owner?.rptOwnerName.value,
    roles: [owner?.isDirector, owner?.isTenPercentOwner, owner?.isOfficer, owner?.isOther],
    title: owner?.officerTitle?.value,
    issuer: [issuer.issuerName.value, issuer.issuerTradingSymbol.value],
    period: [periodOfReport.raw, periodOfReport.value],
    original: dateOfOriginalSubmission.raw,
  };
}

const signed = ({ ownerSignatures }: Filing): unknown =>
  ownerSignatures.map(({ signatureName, signatureDate }) => [
    signatureName.value,
    signatureDate.raw,
    signatureDate.value,
  ]);

describe('a form in plain text with borders, cells cut at their edges', () => {
  const filing = read(source('ascii.txt'));
  it('is recognised', () => assert.equal(recognise(source('ascii.txt')), 'ascii'));
  it('has its boxes in their old numbering', () =>
    assert.deepEqual(headOf(filing), {
      layout: 'ascii',
      owner: 'Plimmer, Ansel Tworek',
      roles: [true, false, true, false],
      title: 'Chief Financial Officer',
      issuer: ['Skelter Bay Marine Corp.', 'SKBM'],
      period: ['February 29,2000', dayOf(2000, 2, 29)],
      original: '',
    }));
  it('has its rows, put together again', () =>
    assert.deepEqual(rowsOf(filing), [
      'I transaction Common Stock · 2000-02-15 · M · 1500 · A · 12.25 · D',
      'I transaction Common Stock · 2000-02-15 · S(1) · 900 · D · 48.11 · D',
      'I transaction Common Stock · 2000-02-16 · S · 600 · D · 47.9 · 20000 · D',
      'I holding Class B Common Stock, no par value · 3250 · I · By the Plimmer Family Trust of 1987',
      'II transaction Stock Option (Right to Buy) · 12.25 · 2000-02-15 · M · 1500 · D · 1998-02-01 · 2007-02-01 · Common Stock · 1500 · 4500 · D',
      'II transaction Options to Purchase Common Stock · 48 · 2000-02-28 · A · V · 2000 · A · (2) · 2010-02-28 · Common Stock · 2000 · 2000 · D',
    ]));
  it('has its notes and its signature', () => {
    assert.deepEqual(
      filing.footnotes.list.map(({ number, text }) => [number, text]),
      [
        [1, 'Sold to pay the exercise price.'],
        [2, 'Exercisable in four equal parts, of which the first becomes exercisable on February 28, 2001.'],
      ],
    );
    assert.deepEqual(signed(filing), [['/s/ Ansel Tworek Plimmer', 'March 9, 2000', dayOf(2000, 3, 9)]]);
  });
  it('has every value at its place', () => {
    for (const table of tablesOf(filing))
      for (const row of table.rows)
        for (const { cell } of cellsOf(row, table)) {
          if (cell.raw === '' || cell.raw.length > 5) continue; // a longer one may be wrapped
          assert.equal(filing.text.slice(cell.span.start, cell.span.end), cell.raw);
        }
    const { span } = filing.ownerSignatures[0]!.signatureDate;
    assert.equal(filing.text.slice(span.start, span.end), 'March 9, 2000');
  });
  it('has no error or warning: its dates and totals are those of its day', () =>
    assert.deepEqual(
      check(filing, { today: TODAY })
        .filter(({ severity }) => severity !== 'hint')
        .map(({ rule, severity }) => `${severity} ${rule}`),
      ['information price-missing'],
    ));
  it('is wrong where a code is unknown', () => {
    const [finding] = check(read(source('ascii.txt').replace('|S(1)|', '|Q(1)|')), { today: TODAY });
    assert.equal(finding?.rule, 'code-unknown');
  });
});

describe('a form in plain text without borders', () => {
  const filing = read(source('ascii-spaces.txt'));
  it('is recognised', () => assert.equal(recognise(source('ascii-spaces.txt')), 'ascii'));
  it('has its boxes, which stand side by side', () =>
    assert.deepEqual(headOf(filing), {
      layout: 'ascii',
      owner: 'Plimmer, Ansel Tworek',
      roles: [false, false, true, false],
      title: 'Controller',
      issuer: ['Skelter Bay Marine Corp.', 'SKBM'],
      period: ['11/01', undefined],
      original: '',
    }));
  it('has its rows, which stand close together', () =>
    assert.deepEqual(rowsOf(filing), [
      'I transaction Common Stock, par value $.01 per share · 2001-11-05 · P · 500 · A · 9.125 · D',
      'I transaction Common Stock, par value $.01 per share · 2001-11-09 · G · V · 100 · D · 12400 · D',
      'I holding Common Stock, par value $.01 per share · 1000 · I · By spouse',
    ]));
  it('has its signature, a name above the line that says so', () =>
    assert.deepEqual(signed(filing), [['Ansel Tworek Plimmer', 'December 7, 2001', dayOf(2001, 12, 7)]]));
  it('has no error or warning', () =>
    assert.deepEqual(
      check(filing, { today: TODAY })
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule }) => rule),
      [],
    ));
});

describe('plain text cut off anywhere', () => {
  for (const name of ['ascii.txt', 'ascii-spaces.txt'])
    it(`never throws (${name})`, () => {
      const text = source(name);
      for (let end = 0; end < text.length; end += 61)
        for (const { span } of check(read(text.slice(0, end)), { today: TODAY }))
          assert.ok(span.start <= span.end && span.end <= end);
    });
  it('is read in linear time, however many rows it has', function () {
    const row = '                    11/05/2001   P              500         A     $9.125                   D\n';
    const many = (count: number): string =>
      source('ascii-spaces.txt').replace(/(?=Common Stock, par {3}11\/05)/, () =>
        `Common Stock, par   ${row.slice(20)}`.repeat(count),
      );
    assert.equal(read(many(2000)).nonDerivativeTable.rows.length, 2003);
    const took = (count: number): number => {
      const before = process.cpuUsage();
      read(many(count));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    took(2000);
    const [once, twice] = [took(4_000), took(8_000)];
    assert.ok(twice < 3.5 * once, `${once} and ${twice} µs`);
  });
});
