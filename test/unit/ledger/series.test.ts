/** Filings → series: whose they are, and in which order they were made. */
import assert from 'node:assert/strict';
import { cikOf, nameKey } from '../../../server/src/ledger/parties';
import { seriesOf } from '../../../server/src/ledger/series';
import type { Entry } from '../../../server/src/ledger/entry';
import { filingAround } from '../harness';
import { entry, holds, signed, trade, xml, xmlHolding, xmlOwner } from './made';

/** Each series with its filings by name. */
const told = (...entries: Entry[]): string[] =>
  seriesOf(entries).map(
    ({ owner, byName, entries: own }) =>
      `${owner.cik ?? owner.name}${byName ? ' by name' : ''}: ${own.map(({ source }) => source.path).join(' ')}`,
  );

describe('names of issuers and owners', () => {
  it('are the same without case, signs and forms of the same word', () => {
    for (const [one, other] of [
      ['Northwind Harbor, Inc.', 'NORTHWIND HARBOR INC'],
      ['Northwind Harbor Incorporated', 'NORTHWIND HARBOR INC /DE/'],
      ['The Clearwater Company', 'CLEARWATER CO'],
      ["O'Dell Mara", 'ODELL MARA'],
      ['Dalen Ruthé', 'DALEN RUTHE'],
      ['Alder Rowan J Jr', 'ALDER JR ROWAN J.'],
      ['Alder Rowan J, Junior', 'Alder Rowan J JR'],
    ] as const)
      assert.equal(nameKey(one), nameKey(other));
  });
  it('are never the same across Jr., Sr. and II, or with other words', () => {
    const names = ['Alder Rowan J', 'Alder Rowan J Jr', 'Alder Rowan J Sr', 'Alder Rowan J II', 'Alder Rowan J III'];
    assert.equal(new Set([...names, 'Rowan Alder J', 'Alder Rowan'].map(nameKey)).size, 7);
  });
  it('stand for a number where there is one', () => {
    assert.deepEqual(['0000320193', ' 77 ', '0', 'x', '', undefined].map(cikOf), [
      '320193',
      '77',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('series', () => {
  it('hold the filings of one owner at one issuer; a filing of several owners stands in each', () => {
    const fund = xml({ more: xmlOwner('0009999903', 'Alder Fund LP'), signedOn: '2022-04-08' });
    const other = xml({ issuerCik: '0009999909', issuer: 'TARN VALLEY CORP' });
    assert.deepEqual(told(entry('a', xml({})), entry('b', fund), entry('c', other)), [
      '9999902: a b',
      '9999903: b',
      '9999902: c',
    ]);
  });
  it('never merge two numbers, whatever the names', () => {
    const twin = xml({ ownerCik: '0009999977', signedOn: '2022-04-08' });
    const plain = signed('05/08/2022', holds('10'));
    assert.deepEqual(told(entry('a', xml({})), entry('b', twin), entry('c', plain)), [
      '9999902: a',
      '9999977: b',
      'Alder Rowan J by name: c',
    ]);
  });
  it('join a name to the one number that carries it at that issuer, and say so', () => {
    assert.deepEqual(told(entry('b', signed('04/08/2022', holds('10'))), entry('a', xml({}))), [
      '9999902 by name: a b',
    ]);
    const elsewhere = xml({ issuerCik: '0009999909', issuer: 'TARN VALLEY CORP' });
    assert.deepEqual(told(entry('a', elsewhere), entry('b', signed('04/08/2022', holds('10')))), [
      '9999902: a',
      'Alder Rowan J by name: b',
    ]);
  });
  it('know a number by the link on a name, and by the header of a submission', () => {
    const linked = signed('04/08/2022', holds('10'))
      .replace(
        '<u>Alder Rowan J</u>',
        '[Alder Rowan J](https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0009999902)',
      )
      .replace('<u>NORTHWIND', '<a href="/cgi-bin/browse-edgar?action=getcompany&CIK=0009999901"><u>NORTHWIND');
    assert.deepEqual(told(entry('b', linked), entry('a', xml({}))), ['9999902: a b']);
  });
  it('count a filing that stands in two places once', () => {
    const one = { ...entry('a', xml({})), key: 'same' };
    assert.deepEqual(told(one, { ...one, source: { path: 'copy' } }), ['9999902: a']);
  });
});

describe('the order of a series', () => {
  it('is that of filing: the header, else the last signature, else box 3', () => {
    const late = { ...entry('late', signed('03/01/2022', holds('1'))), filed: 19_100 };
    const early = entry('early', signed('03/07/2022', holds('1')));
    const draft = entry(
      'box 3',
      filingAround('3. Date of Earliest Transaction <u>03/02/2022</u>\n' + holds('1') + '\nSignature:'),
    );
    assert.deepEqual(told(late, early, draft), ['Alder Rowan J by name: box 3 early late']);
  });
  it('is that of accession numbers on one day, for one agent', () => {
    const of = (path: string, accessionNumber: string): Entry => ({
      ...entry(path, signed('03/07/2022', holds('1'))),
      accessionNumber,
    });
    assert.deepEqual(told(of('x', '0009999999-22-000007'), of('y', '0009999999-22-000003')), [
      'Alder Rowan J by name: y x',
    ]);
  });
  it('follows the balances on one day', () => {
    const of = (path: string, amount: string, total: string): Entry =>
      entry(path, signed('03/08/2022', trade('03/07/2022', 'S', amount, 'D', total)));
    // 1,000 - 100 = 900, - 50 = 850, - 25 = 825
    assert.deepEqual(told(of('a', '25', '825'), of('b', '100', '900'), of('c', '50', '850')), [
      'Alder Rowan J by name: b c a',
    ]);
    assert.deepEqual(told(of('a', '10', '10'), of('b', '30', '70')), ['Alder Rowan J by name: a b'], 'nothing chains');
    assert.deepEqual(
      told(of('a', '25', '825'), of('b', '25', '825'), of('c', '50', '850')),
      ['Alder Rowan J by name: a b c'],
      'two begin from the same balance: open',
    );
  });
});

describe('what a form 3 and a form 5 say', () => {
  it('is kept with its form', () => {
    const three = entry('3', xml({ type: '3', rows: xmlHolding('500') }));
    assert.deepEqual([three.documentType, three.steps.length], ['3', 1]);
  });
});
