/**
 * Texts made to harm, opened in the server and given to the command line: answers come in time, the next document is
 * answered right, and so is the next file. `npm run soak -- hostile-server` takes them at their full size.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE } from '../unit/hostileTexts';
import { FULL as FULL_SIZE, tally } from '../unit/soak';
import { Client, sample, until } from './client';

const SIZE = FULL_SIZE ? 10_000_000 : 100_000;
const WRONG = sample('clean').replace('10,196', '10,169');

describe(`the server, on texts made to harm of ${SIZE.toLocaleString('en-US')} characters`, function () {
  let client: Client;
  before(async () => {
    client = new Client();
    await client.initialize();
  });
  after(() => client.dispose());

  for (const [name, make] of Object.entries(HOSTILE))
    it(name, async () => {
      const uri = `file:///${encodeURIComponent(name)}.form4`;
      await client.open(make(SIZE), 'form4', uri);
      const textDocument = { uri };
      const list = await until('diagnostics', () => client.published.find((one) => one.uri === uri));
      assert.ok(Array.isArray(list.diagnostics));
      const position = { line: 10, character: 10 };
      for (const method of ['documentSymbol', 'foldingRange', 'hover', 'completion', 'semanticTokens/full'])
        await client.ask(`textDocument/${method}`, { textDocument, position });
      await client.tell('textDocument/didClose', { textDocument });
      const next = `file:///after-${encodeURIComponent(name)}.form4`;
      await client.open(WRONG, 'form4', next);
      assert.deepEqual(client.show(await client.diagnostics()), ['holdings-total at "10,169": 1']);
      await client.tell('textDocument/didClose', { textDocument: { uri: next } });
      client.published.length = 0;
      assert.equal(client.exitCode, undefined);
      tally('hostile-server', 1);
    });
});

describe('the command line, on files made to harm', function () {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'form4-hostile-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const cli = join(process.cwd(), 'dist/cli.js');
  const check = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [cli, 'check', '--today', '2024-06-03', '--format', 'jsonl', ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 1_000_000,
      maxBuffer: 1 << 30,
    });

  for (const [name, make] of Object.entries(HOSTILE))
    it(name, () => {
      writeFileSync(join(folder, 'it.txt'), make(SIZE));
      const { status, stdout, stderr, signal } = check('it.txt');
      assert.equal(signal, null, 'in time');
      if (/^form4: it\.txt: (?:it is empty|this is a binary file)/.test(stderr)) {
        assert.equal(status, 2, 'nothing was checked');
        assert.equal(stdout, '');
        return;
      }
      assert.ok(status === 0 || status === 1, `${status}: ${stderr.slice(0, 300)}`);
      const { path } = JSON.parse(stdout.slice(0, stdout.indexOf('\n'))) as { path: string };
      assert.equal(path, 'it.txt');
      assert.doesNotMatch(stderr, /fault of form4/);
    });

  it('pipes, links in a circle, binary files, a folder called .txt and files that nobody may read, in one folder', () => {
    const all = join(folder, 'all');
    mkdirSync(join(all, 'folder.txt'), { recursive: true });
    writeFileSync(join(all, 'good.txt'), WRONG);
    writeFileSync(
      join(all, 'binary.txt'),
      Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) & 0xff),
    );
    writeFileSync(join(all, 'empty.txt'), '');
    writeFileSync(join(all, 'new\nline\u001b[31m.txt'), WRONG);
    symlinkSync('loop-b.txt', join(all, 'loop-a.txt'));
    symlinkSync('loop-a.txt', join(all, 'loop-b.txt'));
    symlinkSync('.', join(all, 'here'));
    symlinkSync('nowhere.txt', join(all, 'dangling.txt'));
    assert.equal(spawnSync('mkfifo', [join(all, 'pipe.txt')]).status, 0);
    const { status, stdout, stderr, signal } = check('all');
    assert.equal(signal, null, `in time: ${stderr}`);
    assert.equal(status, 1, stderr);
    assert.equal(stderr, '');
    const paths = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { path: string }).path);
    assert.deepEqual(paths, ['all/good.txt', 'all/new\nline\u001b[31m.txt']);
  });

  it('named outright: what cannot be read is told in a line each, and the rest is checked', () => {
    const { status, stdout, stderr, signal } = check(
      'all/loop-a.txt',
      'all/dangling.txt',
      'all/binary.txt',
      'all/good.txt',
    );
    assert.equal(signal, null);
    assert.equal(status, 2);
    assert.equal(stdout.split('\n').filter(Boolean).length, 1);
    assert.match(stderr, /loop-a\.txt: its links lead round in a circle/);
    assert.match(stderr, /dangling\.txt: there is no such file/);
    assert.match(stderr, /binary\.txt: this is a binary file/);
  });

  it('a file that nobody may read', function () {
    // Root may read everything: somebody else looks.
    const uid = process.getuid?.() === 0 ? 65534 : undefined;
    const file = join(folder, 'all/secret.txt');
    writeFileSync(file, WRONG);
    chmodSync(file, 0);
    chmodSync(folder, 0o755);
    const args = [cli, 'check', '--format', 'jsonl', 'all/secret.txt', 'all/good.txt'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', uid });
    if (stderr.includes('Cannot find module')) return this.skip(); // the project lies where nobody else may look
    assert.equal(status, 2);
    assert.match(stderr, /secret\.txt: there is no permission to do that/);
    assert.equal(stdout.split('\n').filter(Boolean).length, 1);
  });

  it('a pipe that is named is read to its end', async () => {
    const child = spawn(process.execPath, [cli, 'check', '--format', 'jsonl', 'all/pipe.txt'], { cwd: folder });
    let out = '';
    let code: number | null | undefined;
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('close', (status) => (code = status));
    spawnSync('sh', ['-c', 'cat all/good.txt > all/pipe.txt'], { cwd: folder });
    await until('the command to end', () => code !== undefined);
    assert.equal(code, 1);
    assert.match(out, /holdings-total/);
  });
});
