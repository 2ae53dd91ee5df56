import assert from 'node:assert/strict';
import { Client, FULL, PULLS, URI, sample, until } from './client';

const TOTAL = 'holdings-total at "10,169": 1';

describe('diagnostics', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());

  const wrong = sample('clean').replace('10,196', '10,169');

  it('there is none in a clean filing', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('a wrong total: one, on the number, with its rule, page and the total before', async () => {
    await client.initialize(FULL, { docs: 'form4-docs:' });
    await client.open(wrong);
    const [found, ...more] = await client.diagnostics();
    assert.deepEqual(more, []);
    assert.deepEqual(client.show([found!]), [TOTAL]);
    assert.equal(found!.source, 'form4');
    assert.equal(found!.codeDescription?.href, 'form4-docs:/rules/holdings-total.md');
    assert.match(found!.message as string, /Expected 10,196 \(9,503 \+ 693 acquired\)/);
    const [before] = found!.relatedInformation ?? [];
    assert.equal(before?.location.uri, URI);
    assert.equal(client.document.getText(before.location.range), '9,503');
  });

  it('lead to the page on this machine where the client has none of its own', async () => {
    await client.initialize();
    await client.open(wrong);
    const [found] = await client.diagnostics();
    assert.match(found!.codeDescription!.href, /^file:\/\/.*\/docs\/rules\/holdings-total\.md$/);
  });

  it('hold nothing that the client cannot show', async () => {
    await client.initialize({});
    await client.open(wrong);
    const [found] = await client.diagnostics();
    assert.deepEqual(Object.keys(found!).sort(), ['code', 'message', 'range', 'severity', 'source']);
  });

  it('follow the edits, and each says its version', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    await client.swap('10,196', '10,169');
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    await client.swap('10,169', '10,196');
    assert.deepEqual(await client.diagnostics(), []);
    assert.equal(client.published.at(-1)?.version, 3);
  });

  it('are not sent for each of many edits that come at once, but for the last', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    for (let at = 0; at < 100; at++) void client.swap(at % 2 ? '10,169' : '10,196', at % 2 ? '10,196' : '10,169');
    await client.swap('10,196', '10,169');
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    assert.ok(client.published.length < 60, `${client.published.length} lists for 102 versions`);
  });

  it('are cleared when the document is closed', async () => {
    await client.initialize();
    await client.open(wrong);
    await client.diagnostics();
    await client.tell('textDocument/didClose', { textDocument: { uri: URI } });
    await until('the list to be cleared', () => client.published.length === 2);
    assert.deepEqual(client.published[1]?.diagnostics, []);
    assert.equal(await client.ask('textDocument/hover', client.in(client.at('10,169'))), null);
  });

  it('pulled: a full list, then no news, then a full list after an edit; none is sent', async () => {
    const { capabilities } = await client.initialize(PULLS);
    assert.ok(capabilities.diagnosticProvider);
    await client.open(wrong);
    const first = await client.pull();
    assert.equal(first.kind, 'full');
    assert.deepEqual(client.show(first.items!), [TOTAL]);
    assert.deepEqual(await client.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.swap('10,169', '10,196');
    const second = await client.pull(first.resultId);
    assert.deepEqual([second.kind, second.items], ['full', []]);
    assert.deepEqual(client.published, []);
  });

  it('the same are pushed and pulled', async () => {
    await client.initialize(PULLS, { docs: 'd:' });
    await client.open(sample('errors'));
    const { items } = await client.pull();
    const other = new Client();
    try {
      await other.initialize(FULL, { docs: 'd:' });
      await other.open(sample('errors'));
      assert.deepEqual(items, await other.diagnostics());
      assert.ok(items!.length > 0);
    } finally {
      other.dispose();
    }
  });

  it('are capped, and the cap is said', async () => {
    await client.initialize();
    const row = 'Common Stock\t03/07/2023\t\tQ\t\t1\tA\t\\$1\t1\tD\t';
    await client.open(sample('clean').replace(/^Common Stock\t{8}597.*$/m, Array<string>(1500).fill(row).join('\n')));
    const list = await client.diagnostics();
    assert.equal(list.length, 1001);
    assert.equal(list[1000]?.severity, 3);
    assert.match(list[1000]!.message as string, /more finding.*only the first 1000 are shown/);
  });
});
