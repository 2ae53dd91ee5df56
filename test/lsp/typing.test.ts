import assert from 'node:assert/strict';
import type { CompletionItem, SignatureHelp, TextEdit } from 'vscode-languageserver-protocol';
import { Client, FULL, sample } from './client';

const WRITES = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    completion: { completionItem: { snippetSupport: true } },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
};

describe('typing', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const items = async (at: string, behind = 0): Promise<CompletionItem[]> =>
    (await client.ask<CompletionItem[] | null>('textDocument/completion', client.in(client.at(at, behind)))) ?? [];

  it('a code, with its official words when it is looked at', async () => {
    await client.initialize(WRITES);
    await client.open(sample('clean'));
    const list = await items('A\t\t1,391', 1);
    const gift = list.find(({ label }) => label === 'G')!;
    const { documentation } = await client.ask<CompletionItem>('completionItem/resolve', gift);
    assert.match((documentation as { value: string }).value, /^\*\*G\*\*: Bona fide gift/);
    await client.apply([gift.textEdit as TextEdit]);
    assert.equal(client.text, sample('clean').replace('A\t\t1,391', 'G\t\t1,391'));
  });

  it('a marker, with its note', async () => {
    await client.initialize(WRITES);
    await client.open(sample('clean'));
    await client.swap('9,503', '9,503 (');
    const [first] = await items('9,503 (', 7);
    const { documentation } = await client.ask<CompletionItem>('completionItem/resolve', first);
    assert.match((documentation as { value: string }).value, /^> Restricted shares granted/);
    await client.apply([first!.textEdit as TextEdit]);
    assert.equal(client.text, sample('clean').replace('9,503', '9,503 <sup>(1)</sup>'));
  });

  it('today, as the client says it', async () => {
    await client.initialize(WRITES, { today: '2023-03-10' });
    await client.open(sample('clean'));
    const list = await items('03/07/2023\t\tA\t\t1,391', 3);
    assert.deepEqual(
      list.map(({ label }) => label),
      ['03/07/2023', '03/10/2023'],
    );
  });

  it('a name that a filing of the folder has, which is not open', async () => {
    const files = [{ uri: 'file:///other.txt', text: sample('clean').replaceAll('Common Stock', 'Series R Stock') }];
    client.connection.onRequest('form4/workspaceFilings', () => ({ serial: 1, all: true, filings: files }));
    await client.initialize(WRITES, { today: '2023-03-10', listsFilings: true });
    await client.open(sample('clean'));
    const first = await items('Common Stock\t\t\t', 3);
    assert.deepEqual(first.map(({ label }) => label).slice(0, 1), ['Common Stock'], 'typing waits for no file');
    let found = false;
    for (let asked = 0; asked < 200 && !found; asked++)
      found = (await items('Common Stock\t\t\t', 3)).some(({ label }) => label === 'Series R Stock');
    assert.ok(found);
  });

  it('a name that another open filing has', async () => {
    await client.initialize(WRITES);
    await client.open(sample('clean').replaceAll('Common Stock', 'Series Q Stock'), 'form4', 'file:///other.form4');
    await client.open(sample('clean'));
    const list = await items('Common Stock\t\t\t', 3);
    assert.ok(list.some(({ label }) => label === 'Series Q Stock'));
  });

  it('nothing of another company, whether its filings are open or lie in the folder', async () => {
    const issuer = 'HALVANE PRECISION DRIVES INC';
    const other = (name: string): string =>
      sample('clean')
        .replaceAll('Common Stock', name)
        .replaceAll(issuer, 'OTHER CLIENT INC')
        .replaceAll('- Performance', '- Secret');
    const same = sample('clean').replaceAll('Common Stock', 'Series S Stock').replaceAll('- Performance', '- Deferred');
    const files = [
      { uri: 'file:///other.txt', text: other('Series X Stock') },
      { uri: 'file:///same.txt', text: same },
    ];
    assert.ok(sample('clean').includes(issuer) && same.includes('- Deferred'));
    client.connection.onRequest('form4/workspaceFilings', () => ({ serial: 1, all: true, filings: files }));
    await client.initialize(WRITES, { today: '2023-03-10', listsFilings: true });
    await client.open(other('Series Y Stock'), 'form4', 'file:///open.form4');
    await client.open(sample('clean'));
    const titles = async (): Promise<string[]> => (await items('Common Stock\t\t\t', 3)).map(({ label }) => label);
    let labels = await titles();
    for (let asked = 0; asked < 200 && !labels.includes('Series S Stock'); asked++) labels = await titles();
    assert.ok(labels.includes('Series S Stock'));
    assert.deepEqual(
      labels.filter((label) => /Series [XY]/.test(label)),
      [],
    );
    await client.swap('- Performance', '- \n- Performance');
    const notes = JSON.stringify(await items('- \n- Performance', 2));
    assert.match(notes, /Deferred/);
    assert.doesNotMatch(notes, /Secret/);
  });

  it('places only where the client fills them in', async () => {
    await client.initialize({});
    await client.open('');
    const [form] = await client.ask<CompletionItem[]>('textDocument/completion', client.in({ line: 0, character: 0 }));
    assert.equal(form?.insertTextFormat, undefined);
    assert.ok(!(form!.textEdit as TextEdit).newText.includes('$1'));
  });

  it('the columns of a row, that of the cursor marked', async () => {
    await client.initialize(WRITES);
    await client.open(sample('clean'));
    const at = client.in(client.at('10,196', 2));
    const help = await client.ask<SignatureHelp>('textDocument/signatureHelp', at);
    const [signature] = help.signatures;
    const [start, end] = signature!.parameters![help.activeParameter!]!.label as [number, number];
    assert.equal(signature!.label.slice(start, end), '5. Amount of Securities Beneficially Owned');
  });

  it('opens nothing by itself but for a marker', async () => {
    const { capabilities } = await client.initialize(WRITES);
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['(', '[']);
    assert.deepEqual(capabilities.signatureHelpProvider?.triggerCharacters, []);
  });
});
