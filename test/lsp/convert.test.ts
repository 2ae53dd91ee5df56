/** A filing in another layout, asked for over stdio. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Client, URI, sample } from './client';

interface Converted {
  readonly text: string;
  readonly languageId: string;
  readonly gaps: readonly { kind: string; path: string }[];
}

describe('form4/convert', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize();
  });
  afterEach(() => client.dispose());
  const convert = (to: unknown, more = {}): Promise<Converted | null> =>
    client.ask('form4/convert', { uri: URI, to, ...more });
  const printed = (...args: string[]): string =>
    spawnSync(process.execPath, ['dist/cli.js', 'convert', ...args, 'samples/clean.txt'], { encoding: 'utf8' }).stdout;

  it('writes what the command line writes, and says the language', async () => {
    await client.open(sample('clean'));
    for (const [to, languageId] of [
      ['text', 'form4'],
      ['piped', 'form4'],
    ] as const)
      assert.deepEqual(await convert(to), { text: printed('--to', to), languageId, gaps: [] });
    const table = 'NONDERIV_TRANS';
    const csv = printed('--to', 'csv', '--table', table);
    assert.deepEqual(await convert('csv', { table }), { text: csv, languageId: 'csv', gaps: [] });
  });

  it('writes XML of the schema that is asked for, and names each gap, which the text says too', async () => {
    await client.open(sample('clean'));
    const { text, languageId, gaps } = (await convert('xml'))!;
    assert.equal(text, printed('--to', 'xml'));
    assert.equal(languageId, 'xml');
    assert.ok(gaps.some(({ kind, path }) => kind === 'missing' && path === 'ownershipDocument/issuer/issuerCik'));
    assert.equal(text.match(/<!-- To (?:fill in|check), /g)?.length, gaps.length);
    const older = (await convert('xml', { schema: 'X0508' }))!;
    assert.match(older.text, /<schemaVersion>X0508<\/schemaVersion>/);
  });

  it('takes the text as it stands, and one filing as JSON is one object', async () => {
    await client.open(sample('clean'));
    await client.swap('10,196', '10,169');
    const { text } = (await convert('json'))!;
    const json = JSON.parse(text) as { nonDerivativeTable: Record<string, { value: string }>[] };
    assert.ok(
      json.nonDerivativeTable.some(({ sharesOwnedFollowingTransaction: total }) => total?.value === '10169'),
      text,
    );
  });

  it('takes the filing at the place that is given, of a text with several', async () => {
    const first = sample('clean');
    await client.open(`${first}\n${first.replaceAll('10,196', '10,169')}`);
    const end = client.document.positionAt(client.text.length - 1);
    assert.ok((await convert('text'))!.text.includes('10,196'));
    assert.ok((await convert('text', { position: end }))!.text.includes('10,169'));
    assert.equal((JSON.parse((await convert('json'))!.text) as unknown[]).length, 2);
  });

  it('answers null to what makes no sense, and to what is no Form 4', async () => {
    await client.open(sample('clean'));
    for (const to of ['doc', 7, undefined, 'csv']) assert.equal(await convert(to), null);
    assert.equal(await convert('xml', { schema: 'X9999' }), null);
    assert.equal(await convert('csv', { table: 'toString' }), null);
    assert.equal(await client.ask('form4/convert', null), null);
    assert.equal(await client.ask('form4/convert', { uri: 'file:///none', to: 'xml' }), null);
    await client.open('<a/>', 'xml', 'file:///a.xml');
    assert.equal(await client.ask('form4/convert', { uri: 'file:///a.xml', to: 'text' }), null);
  });
});
