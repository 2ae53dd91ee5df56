/** What our own client asks for beside LSP: an explanation, the compass, filings of the workspace, a check of a text. */
import assert from 'node:assert/strict';
import type { SymbolInformation } from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample } from './client';

describe('requests of our own', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const textDocument = { uri: URI };

  it('form4/explainFiling: Markdown with links, plain text, JSON, and nothing else', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const page = await client.ask<string>('form4/explainFiling', { textDocument });
    assert.match(page, /^# What this filing says: \/filings\/one\.form4\n\n## Who\n/);
    assert.match(
      page,
      /11,587 shares of Common Stock, held directly\. \(line \[23\]\(file:\/\/\/filings\/one\.form4#L23,1\)\)/,
    );
    const text = await client.ask<string>('form4/explainFiling', { textDocument, format: 'text', name: 'one' });
    assert.match(text, /^What this filing says: one\n\nWho\n- Ruthe Wickmore Dalen reports as an officer/);
    const json = await client.ask<string>('form4/explainFiling', { textDocument, format: 'json' });
    assert.equal((JSON.parse(json) as { filings: unknown[] }).filings.length, 1);
    assert.equal(await client.ask('form4/explainFiling', { textDocument, format: 'pdf' }), null);
    const linkless = await client.ask<string>('form4/explainFiling', { textDocument, link: null });
    assert.match(linkless, /held directly\. \(line 23\)/);
  });

  it('form4/compass: where the cursor is', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const position = client.document.positionAt(client.offsetOf('10,196'));
    assert.deepEqual(await client.ask('form4/compass', { textDocument, position }), {
      kind: 'row',
      place: 'Table I, 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)',
      balance: '9,503 + 693 acquired = 10,196',
      due: 'Due Thursday, 03/09/2023, 10 p.m. Eastern',
      signed: 'signed 03/09/2023, in time',
    });
    assert.equal(await client.ask('form4/compass', { textDocument: { uri: 'file:///none' }, position }), null);
  });

  it('form4/checkText: the findings of a text that is not open', async () => {
    await client.initialize();
    const text = sample('clean').replace('10,196', '10,169');
    const uri = 'file:///filings/other.txt';
    const { filings, findings, counts } = await client.ask<{
      filings: number;
      findings: { rule: string; start: object }[];
      counts: object;
    }>('form4/checkText', { uri, text });
    assert.equal(filings, 1);
    assert.deepEqual(
      findings.map(({ rule, start }) => [rule, start]),
      [['holdings-total', { line: 21, character: 57 }]],
    );
    assert.deepEqual(counts, { error: 1 });
    assert.equal(await client.ask('form4/checkText', { uri, text: 1 }), null);
  });

  it('workspace/symbol: filings that are not open are asked for when they are needed, then only what has changed', async () => {
    const asked: unknown[] = [];
    const told: unknown[] = [
      {
        serial: 7,
        all: true,
        left: 'The first 2 of 3 files.',
        filings: [
          { uri: URI, text: sample('clean') },
          { uri: 'file:///filings/two.txt', text: sample('errors').slice(0, 4000) },
        ],
      },
      { serial: 8, filings: [] },
      { serial: 9, filings: [{ uri: 'file:///filings/two.txt', text: null }] },
    ];
    client.connection.onRequest('form4/workspaceFilings', (params: unknown) => {
      asked.push(params);
      return told.shift();
    });
    const symbols = async (query: string): Promise<string[]> =>
      (await client.ask<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, location }) => `${name} ${location.uri.slice(-7)} ${location.range.start.line}`,
      );
    await client.initialize(FULL, { listsFilings: true });
    await client.open(sample('clean').replace('HVPD', 'QXZW'));
    assert.deepEqual(await symbols('qxzw'), ['QXZW e.form4 12']);
    assert.deepEqual(await symbols('verity'), ['Verity Brannock Ilse two.txt 14']);
    assert.deepEqual(await symbols('verity'), []);
    assert.deepEqual(asked, [{ since: 0 }, { since: 7 }, { since: 8 }]);
    assert.deepEqual(
      client.logged.filter((line) => line.includes('of 3 files')),
      ['The first 2 of 3 files.'],
    );
  });

  it('workspace/symbol: a client that tells of no filings is not asked', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const found = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'ruthe' });
    assert.equal(found.length, 1);
    assert.deepEqual(client.logged, []);
  });
});
