import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentHighlight } from '../../../server/src/features/documentHighlight';
import { documentLink } from '../../../server/src/features/documentLink';
import { workspaceSymbol } from '../../../server/src/features/workspaceSymbol';
import { read, readAll } from '../../../server/src/readers';
import { filingAround } from '../harness';
import { atCursor, textOf } from './cursor';

describe('links', () => {
  const links = (text: string): string[] => {
    const filing = read(text);
    return documentLink(filing).map(({ range, target }) => `${textOf(filing, range)} → ${target}`);
  };
  const submission = readFileSync('test/fixtures/layouts/submission.txt', 'utf8');
  const entity = (cik: string): string =>
    `${cik} → https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik}&type=4&owner=include`;
  const INDEX = 'https://www.sec.gov/Archives/edgar/data/9999902/000999990222000007/0009999902-22-000007-index.htm';

  it('lead from the numbers of a submission to sec.gov', () => {
    assert.deepEqual(links(submission), [
      `0009999902-22-000007 → ${INDEX}`,
      entity('0009999902'),
      entity('0009999901'),
      entity('0009999902'),
    ]);
  });
  it('are built of digits alone', () => {
    const bad = submission
      .replace('ACCESSION NUMBER:\t\t0009999902-22-000007', 'ACCESSION NUMBER:\t\t0009999902-22-000007-../x')
      .replace('KEY:\t\t\t0009999902', 'KEY:\t\t\t00099999020009')
      .replace('<issuerCik>0009999901', '<issuerCik>javascript:1')
      .replace('<rptOwnerCik>0009999902', '<rptOwnerCik>0000000000');
    assert.deepEqual(links(bad), []);
  });
  it('are in EDGAR’s own files only', () => {
    assert.deepEqual(links(filingAround('Remarks: CENTRAL INDEX KEY: 0009999902')), []);
  });
});

describe('highlights of a total', () => {
  const ROWS = `
| Common Stock | 03/07/2022 |  | A |  | 10 | A | \\$0 | 110 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 20 | A | \\$0 | 520 | I | By Trust |
| Common Stock | 03/07/2022 |  | A |  | 10 | A | \\$0 | 120 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 20 | D | \\$9 | 100 | D |  |
| Common Stock |  |  |  |  |  |  |  | 77 | I | By Spouse |`;
  const shown = (example: string): string[] | undefined => {
    const { filing, position } = atCursor(example);
    return documentHighlight(filing, position)?.map(({ range, kind }) => `${textOf(filing, range)} ${kind}`);
  };
  it('are the totals of the same holding, from any of them', () => {
    assert.deepEqual(shown(ROWS.replace('120 ', '12‸0 ')), ['110 2', '120 3', '100 2']);
    assert.deepEqual(shown(ROWS.replace('110 ', '‸110 ')), ['110 3', '120 2', '100 2']);
    assert.deepEqual(shown(ROWS.replace('520 ', '520‸ ')), ['520 3']);
    assert.deepEqual(shown(ROWS.replace('77 ', '7‸7 ')), ['77 3']);
  });
  it('are of totals only: elsewhere in a row nothing is highlighted', () => {
    assert.deepEqual(shown(ROWS.replace('S |', '‸S |')), []);
  });
});

describe('symbols of the workspace', () => {
  const one = { uri: 'file:///filings/one%20more.txt', filings: readAll(filingAround('')) };
  const names = (query: string): string[] => workspaceSymbol([one], query).map(({ name }) => name);
  it('are owner, issuer, ticker and file of each open filing', () => {
    assert.deepEqual(names(''), ['Alder Rowan J', 'NORTHWIND HARBOR INC', 'NWHX', 'one more.txt']);
    assert.equal(workspaceSymbol([one], 'alder')[0]?.containerName, 'one more.txt');
    assert.equal(textOf(one.filings[0]!, workspaceSymbol([one], 'nwhx')[0]?.location.range), 'NWHX');
  });
  it('are those of every filing of a dump, each with its number', () => {
    const text = filingAround('');
    const dump = { uri: one.uri, filings: readAll(text + text.replace('NWHX', 'TERN')) };
    const found = workspaceSymbol([dump], 'r').filter(({ name }) => /TERN|Alder|txt/.test(name));
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [
        ['Alder Rowan J', 'one more.txt, filing 1'],
        ['Alder Rowan J', 'one more.txt, filing 2'],
        ['TERN', 'one more.txt, filing 2'],
        ['one more.txt', 'one more.txt'],
      ],
    );
    assert.equal(textOf(dump.filings[1]!, found[2]?.location.range), 'TERN');
  });
  it('are found by letters in their order', () => {
    assert.deepEqual(names('north inc'), ['NORTHWIND HARBOR INC']);
    assert.deepEqual(names('xhwn'), []);
  });
});
