/** The printed form, what can be done about what is found in it, and the proof, asked for over stdio. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OfferedFix, PrintedFiling, Proof } from '../../server/src/protocol';
import { Client, URI, sample } from './client';

describe('the printed form', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize();
  });
  afterEach(() => client.dispose());
  const ask = <R>(method: string, more = {}): Promise<R | null> =>
    client.ask(method, { textDocument: { uri: URI }, ...more });
  const form = (more = {}): Promise<PrintedFiling | null> => ask<PrintedFiling>('form4/printedForm', more);

  it('is of the text as it stands, with what is found by its place', async () => {
    await client.open(sample('clean'));
    assert.deepEqual((await form())!.findings, []);
    await client.swap('10,196', '10,169');
    const { findings, form: now } = (await form())!;
    const total = 'nonDerivativeTable/1/sharesOwnedFollowingTransaction';
    assert.deepEqual(
      findings.map(({ rule, address }) => [rule, address]),
      [['holdings-total', total]],
    );
    const cell = now.nonDerivativeTable.rows[1]!.cells.find(({ address }) => address === total);
    assert.equal(cell?.words, '10,169');
  });

  it('offers the fixes of a finding of this version, and none of another', async () => {
    await client.open(sample('clean'));
    await client.swap('10,196', '10,169');
    const { version, findings } = (await form())!;
    const [finding] = findings;
    const fixes = (await ask<OfferedFix[]>('form4/fixes', { version, finding }))!;
    assert.ok(
      fixes.some(({ title }) => title === 'Set the total to 10,196'),
      JSON.stringify(fixes),
    );
    for (const bad of [
      { version: version + 1, finding },
      { version, finding: { ...finding, message: 'x' } },
      { version },
      {},
    ])
      assert.equal(await ask('form4/fixes', bad), null);
  });

  it('is a redline against another filing, and so is its proof', async () => {
    const OTHER = 'file:///filings/other.form4';
    await client.open(sample('clean').replace('10,196', '10,169'), 'form4', OTHER);
    await client.open(sample('clean'));
    const against = { uri: OTHER, name: 'other.form4' };
    const { form: marked, findings } = (await form({ against }))!;
    assert.deepEqual(marked.against, { name: 'other.form4', changes: 1 });
    const cell = marked.nonDerivativeTable.rows[1]!.cells.find(({ was }) => was !== undefined);
    assert.deepEqual([cell?.was, cell?.words], ['10,169', '10,196']);
    assert.deepEqual(findings, []);
    const { html } = (await ask<Proof>('form4/proof', { against }))!;
    assert.match(html, /<del>10,169<\/del> <ins>10,196<\/ins>/);
    // What is no filing, or none that can be read, makes no redline; nor does what is no address.
    for (const bad of [{ uri: 'file:///no/such.txt', name: 'x' }, { uri: 3 }, 'x', null, { name: 'x' }])
      assert.equal((await form({ against: bad }))!.form.against, undefined);
  });

  it('is that of the filing at a place, and none of another form', async () => {
    const two = sample('clean') + sample('clean').replaceAll('HVPD', 'ZQXV');
    await client.open(two);
    const line = two.slice(0, two.lastIndexOf('ZQXV')).split('\n').length - 1;
    const { filing, form: second } = (await form({ position: { line, character: 0 } }))!;
    assert.deepEqual([filing, second.issuer.symbol.words], [2, 'ZQXV']);
    assert.equal((await form({ filing: 1 }))!.form.issuer.symbol.words, 'HVPD');
  });

  it('as a proof is what the command line makes, of the same bytes', async () => {
    await client.open(sample('clean'));
    const sha256 = createHash('sha256').update(readFileSync('samples/clean.txt')).digest('hex');
    const page = (...args: string[]): string =>
      spawnSync(process.execPath, ['dist/cli.js', 'convert', '--to', 'html', ...args, 'samples/clean.txt'], {
        encoding: 'utf8',
      }).stdout;
    const name = 'samples/clean.txt';
    assert.equal((await ask<Proof>('form4/proof', { name, sha256 }))!.html, page());
    assert.match(page(), new RegExp(`<dd>${sha256}</dd>`));
    const today = '2024-06-03';
    const review = (await ask<Proof>('form4/proof', { name, sha256, findings: true, today }))!.html;
    assert.equal(review, page('--findings', '--today', today));
    assert.match(review, /No point to look at was found/);
    assert.match((await ask<Proof>('form4/proof', { name }))!.html, /<dd>unsaved<\/dd>/);
  });
});
