/** What is held over time and the state of many filings, as views ask for them. */
import assert from 'node:assert/strict';
import type { CheckedText, Ledger, LedgerList } from '../../server/src/protocol';
import { holds, signed, trade } from '../unit/ledger/made';
import { Client, FULL } from './client';

const FOLDER = 'vault:///filings/';
const of = (day: string, amount: string, total: string, period = day): string =>
  signed(day, [trade(period, 'S', amount, 'D', total), holds('50', 'I | By Spouse |')].join('\n'), [], period);
const FILES = [
  { uri: `${FOLDER}one.txt`, text: of('01/07/2022', '100', '900') },
  { uri: `${FOLDER}two.txt`, text: of('02/07/2022', '100', '700') },
  { uri: `${FOLDER}other.txt`, text: of('02/07/2022', '1', '5').replaceAll('Alder', 'Birch') },
];

describe('views of many filings', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    client.connection.onRequest('form4/workspaceFilings', ({ since }: { since: number }) => ({
      ...{ serial: 1, all: since === 0, filings: since === 0 ? FILES : [] },
    }));
    client.connection.onRequest('form4/readFile', () => null);
    await client.initialize(FULL, { today: '2022-03-01', listsFilings: true, readsFiles: true });
  });
  afterEach(() => client.dispose());

  it('are given the series by names, and that of the filing in front', async () => {
    await client.open(of('03/07/2022', '1', '699'), 'form4', `${FOLDER}new.txt`);
    const { series, own } = await client.ask<LedgerList>('form4/ledgers', {
      textDocument: { uri: `${FOLDER}new.txt` },
    });
    assert.deepEqual(
      series.map(({ person, filings }) => `${person} ${filings}`),
      ['Alder Rowan J 2', 'Birch Rowan J 1'],
    );
    assert.equal(own, series[0]!.key);
  });
  it('are given the steps of a series, each with its place, and gaps', async () => {
    const { series } = await client.ask<LedgerList>('form4/ledgers', {});
    const ledger = await client.ask<Ledger>('form4/ledger', { series: series[0]!.key });
    assert.deepEqual(
      ledger.holdings.map(({ title, indirect, steps }) => [title, indirect, steps.length]),
      [
        ['Common Stock, direct', false, 2],
        ['Common Stock, indirect (By Spouse)', true, 2],
      ],
    );
    const { line, ...step } = ledger.holdings[0]!.steps[1]!;
    assert.ok(FILES[1]!.text.split('\n')[line]!.includes('| 700 |'));
    assert.deepEqual(step, {
      ...{ uri: `${FOLDER}two.txt`, file: 'two.txt', filed: '2022-02-07', traded: '2022-02-07', code: 'S' },
      ...{
        change: '-100',
        left: '700',
        shares: 700,
        apart: true,
        remark: 'gap of -100: expected to begin from 900, begins from 800',
      },
    });
  });
  it('are given it to be kept, as the command line prints it', async () => {
    const { series } = await client.ask<LedgerList>('form4/ledgers', {});
    const as = (format: unknown): Promise<string | null> =>
      client.ask('form4/ledgerAs', { series: series[0]!.key, format });
    assert.match((await as('csv'))!, /^key,series,issuerCik,[^\n]*\n[^\n]*one\.txt/);
    assert.match((await as('svg'))!, /^<svg /);
    assert.match((await as('html'))!, /^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    for (const odd of ['exe', undefined]) assert.equal(await as(odd), null);
    assert.equal(await client.ask('form4/ledger', { series: 'nobody' }), null);
  });
  it('are told who, when due, when signed, and what is late', async () => {
    const state = async (text: string): Promise<unknown> =>
      (await client.ask<CheckedText>('form4/checkText', { uri: `${FOLDER}x.txt`, text })).forms;
    const form = {
      ...{ person: 'Alder Rowan J', issuer: 'NORTHWIND HARBOR INC', documentType: '4', line: 0 },
      ...{ period: '2022-02-24', due: '2022-02-28' },
    };
    const unsigned = (text: string): string => text.replace(/\/s\/ Rowan J\. Alder \d.*/, '');
    const made = of('02/28/2022', '1', '9', '02/24/2022');
    assert.deepEqual(await state(made), [{ ...form, signed: '2022-02-28', late: false }]);
    assert.deepEqual(await state(made.replace('Alder 02/28/2022', 'Alder 03/01/2022')), [
      { ...form, signed: '2022-03-01', late: true },
    ]);
    assert.deepEqual(await state(unsigned(made)), [{ ...form, signed: null, late: true }]);
    const later = unsigned(of('02/28/2022', '1', '9', '02/28/2022'));
    assert.deepEqual(await state(later), [
      { ...form, period: '2022-02-28', due: '2022-03-02', signed: null, late: false },
    ]);
  });
});
