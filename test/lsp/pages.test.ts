/** The two pages on a whole filing, and what a packed program finds of its own. */
import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, FULL, URI, sample } from './client';

const TODAY = '2024-06-03';
const wrong = sample('clean').replace('10,196', '10,169');

describe('pages', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const ask = (method: string, more = {}): Promise<string | null> =>
    client.ask(method, { textDocument: { uri: client.document.uri }, ...more });

  it('before filing: for the text as it stands, on the day that is given, and no diagnostic changes', async () => {
    await client.initialize();
    const draft = sample('clean').replace(/\/s\/ Orla[\s\S]*?Dalen Ruthe\n/, '');
    await client.open(draft);
    const before = await client.diagnostics();
    const page = (await ask('form4/checkBeforeFiling', { today: '2023-03-08' }))!;
    assert.match(page, /Checked as if it were signed today, Wednesday, 03\/08\/2023\./);
    assert.match(page, /\*\*Thursday, 03\/09\/2023, 10 p\.m\. Eastern\*\*.* That is tomorrow\./);
    assert.match(page, /\(signature\)/);
    assert.match(page, /^# .*\n\n\*\*Not ready: EDGAR would suspend it for 1 reason\.\*\*\n/);
    assert.deepEqual(
      before.map(({ severity }) => severity),
      [3],
    );
    await client.change({ text: sample('clean') });
    assert.match(
      (await ask('form4/checkBeforeFiling', { today: '2023-03-09' }))!,
      /^# .*\n\n\*\*Ready to file\.\*\*\n/,
    );
    assert.match((await ask('form4/checkBeforeFiling'))!, /today, Monday, 06\/03\/2024/);
  });

  it('the report is what the command line prints', async () => {
    const file = path.resolve('samples/errors.txt');
    const cli = ['dist/cli.js', 'check', '--today', TODAY, '--format', 'report', 'samples/errors.txt'];
    const { stdout } = spawnSync(process.execPath, cli, { encoding: 'utf8' });
    await client.initialize(FULL, { today: TODAY });
    await client.open(readFileSync(file, 'utf8'), 'form4', pathToFileURL(file).href);
    assert.equal(await ask('form4/checkReport', { name: 'samples/errors.txt' }), stdout);
    assert.ok(stdout.includes('8 errors'));
  });

  it('there is none of what is no Form 4', async () => {
    await client.initialize();
    await client.open('Dear all', 'plaintext');
    for (const method of ['form4/checkBeforeFiling', 'form4/checkReport']) {
      assert.equal(await ask(method), null);
      assert.equal(await client.ask(method, { textDocument: { uri: 'file:///none' } }), null);
    }
  });
});

describe('the program as it is packed', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'form4-packed-'));
    for (const line of readFileSync('.vscodeignore', 'utf8').split('\n'))
      if (/^!(?:package\.json|dist\/\w+\.js(?:on)?)$/.test(line))
        cpSync(line.slice(1), path.join(folder, line.slice(1)));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('explains each rule, and knows its version', () => {
    const run = (...args: string[]): string =>
      spawnSync(process.execPath, [path.join(folder, 'dist/cli.js'), ...args], { encoding: 'utf8' }).stdout;
    assert.equal(run('explain', 'holdings-total'), readFileSync('docs/rules/holdings-total.md', 'utf8'));
    assert.match(run('--version'), /^\d+\.\d+\.\d+\n$/);
  });

  it('starts without the manifest above it', () => {
    const alone = mkdtempSync(path.join(tmpdir(), 'form4-alone-'));
    try {
      cpSync(path.join(folder, 'dist'), path.join(alone, 'bin'), { recursive: true });
      const run = (...args: string[]): SpawnSyncReturns<string> =>
        spawnSync(process.execPath, [path.join(alone, 'bin/cli.js'), ...args], { cwd: alone, encoding: 'utf8' });
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      assert.equal(run('--version').stdout, `${version}\n`);
      writeFileSync(path.join(alone, 'wrong.txt'), wrong);
      for (const format of ['stylish', 'sarif', 'report']) {
        const { stdout, stderr, status } = run(
          'check',
          '--no-config',
          '--today',
          TODAY,
          '--format',
          format,
          'wrong.txt',
        );
        assert.match(stdout, /Expected 10,196 \(9,503 \+ 693 acquired\)/, format);
        assert.deepEqual([stderr, status], ['', 1], format);
      }
    } finally {
      rmSync(alone, { recursive: true });
    }
  });

  it('leads to no page where there is none on this machine', async () => {
    const client = new Client([path.join(folder, 'dist/server.js'), '--stdio']);
    try {
      await client.initialize();
      await client.open(wrong, 'form4', URI);
      const [found] = await client.diagnostics();
      assert.equal(found?.code, 'holdings-total');
      assert.equal(found.codeDescription, undefined);
    } finally {
      client.dispose();
    }
  });
});
