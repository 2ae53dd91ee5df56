/** Many files: on threads, beside a bar on a terminal, and carried further by GNU parallel as docs/scale.md has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { available } from '../../../tools/debian.mjs';
import { progressLine } from '../../../server/src/cli/output/progress';
import { CITED_TWICE, CLEAN, REVIEWED, WRONG_TOTAL } from './samples';
import { CLI, folder, form4, records, write } from './program';
import { zipOf } from './zip';

const CLEAR = '\u001b[K';
const TEXTS = [CLEAN, WRONG_TOTAL, REVIEWED, CITED_TWICE, 'Dear Sir or Madam', CLEAN + WRONG_TOTAL];
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n % 7}/${10_000 + n}.txt`, TEXTS[n % TEXTS.length]!]));

describe('form4 check --jobs', function () {
  const at = folder(many(180));
  write(at, {
    '3/.form4.json': '{ "rules": { "holdings-total": "warning", "nope": "off" }, "baseline": "known.json" }',
    '3/known.json': '{ "schemaVersion": 1, "findings": { "10003.txt": [{ "rule": "x", "fingerprint": "0" }] } }',
    '5/latin.txt': Buffer.from(WRONG_TOTAL.replace('Rowan', 'R\u00f6wan'), 'latin1'),
  });
  fs.symlinkSync('nowhere', path.join(at, '5/gone.txt'));

  it('says the same on one thread as on several, on both streams, in each format', () => {
    for (const args of [
      ['--format', 'jsonl', '--stats', '--today', '2024-01-02'],
      ['--format', 'stylish', '--quiet'],
      ['--format', 'sarif'],
      ['--format', 'github', '--max-warnings', '3', '5/latin.txt', '5/gone.txt', 'nope.txt'],
    ]) {
      const run = (jobs: string) => {
        const { code, out, err } = form4(at, ['.', ...args, '--jobs', jobs]);
        return { code, out, err: err.replace(/ KB, \d{1,9} ms/, '') };
      };
      const one = run('1');
      assert.deepEqual(run('3'), one, args.join(' '));
      assert.ok(one.out.length > 1000);
    }
  });

  it('reads what is packed, and stdin, just as one thread does', () => {
    const packed = folder({
      'a.zip': zipOf({ 'x.txt': WRONG_TOTAL, 'y.txt': CLEAN }),
      'b.txt.gz': gzipSync(WRONG_TOTAL),
    });
    const run = (jobs: string) =>
      form4(packed, ['a.zip', '-', '.', '--format', 'jsonl', '--jobs', jobs], { input: WRONG_TOTAL });
    const one = run('1');
    assert.deepEqual(
      records(one.out).map((record) => record.path),
      ['a.zip!/x.txt', 'a.zip!/y.txt', '<stdin>', 'b.txt.gz'],
    );
    assert.deepEqual(run('2'), one);
  });

  it('fixes the same files', () => {
    const other = folder(many(80));
    const fixed = folder(many(80));
    form4(other, ['--fix', '.', '--jobs', '1']);
    form4(fixed, ['--fix', '.', '--jobs', '2']);
    for (const name of Object.keys(many(80)))
      assert.equal(fs.readFileSync(path.join(fixed, name), 'utf8'), fs.readFileSync(path.join(other, name), 'utf8'));
    assert.deepEqual(
      fs.readdirSync(fixed, { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
      [],
    );
  });

  it('ends with 2 for what makes no sense, on a thread as well', () => {
    write(at, { '3/known.json': 'no baseline' });
    const { code, err } = form4(at, ['.', '--jobs', '2']);
    assert.equal(code, 2);
    assert.match(err, /known\.json is not a baseline as --write-baseline writes it/);
    assert.equal(form4(at, ['.', '--jobs', '0']).code, 2);
  });
});

describe('the bar on a terminal', function () {
  it('says how many, how fast, and how long yet', () => {
    assert.equal(
      progressLine(4_000, 10_000, 2_000),
      '[########            ] 4,000 of 10,000 files, 2,000 a second, 3 s left',
    );
    assert.equal(progressLine(3, 1_000, 1_000), '[                    ] 3 of 1,000 files, 3.0 a second, 6 min left');
    assert.equal(
      progressLine(10, 400_000, 1_000),
      '[                    ] 10 of 400,000 files, 10 a second, 11 h 7 min left',
    );
    assert.equal(progressLine(5, undefined, 1_000), '5 files, 5.0 a second');
    assert.equal(progressLine(10, 10, 1_000), '[####################] 10 of 10 files, 10 a second, 0 s left');
  });

  it('is there where stderr is a terminal, is gone in the end, and is nowhere else', function () {
    if (!available('script', 'bsdutils')) return this.skip();
    const at = folder(
      Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`in/${n}.txt`, CLEAN + WRONG_TOTAL])),
    );
    const args = ['in', '--format', 'compact', '--jobs', '1'];
    const line = `'${process.execPath}' '${CLI}' ${args.join(' ')} > out`;
    const onTerminal = spawnSync('script', ['-qec', line, '/dev/null'], { cwd: at, encoding: 'utf8' }).stdout;
    const [first, ...drawn] = onTerminal.split('\r' + CLEAR);
    assert.equal(first, '');
    assert.match(drawn[0]!, /^\[#* *\] [\d,]+ of 1,500 files, [\d,.]+ a second, \d+ (?:s|min) left$/);
    assert.equal(drawn.at(-1), '', 'and it is gone in the end');
    const out = fs.readFileSync(path.join(at, 'out'), 'utf8');
    assert.ok(!out.includes(CLEAR) && !out.includes('a second'));
    const piped = form4(at, args);
    assert.deepEqual([piped.out, piped.err], [out, '']);
  });
});

describe('GNU parallel over two shards', function () {
  const at = folder(many(240));
  const bin = folder({ form4: `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n` });
  before(() => fs.chmodSync(path.join(bin, 'form4'), 0o755));
  /** The line of docs/scale.md with these words, run as it stands there. */
  function documented(words: string): { status: number | null; out: Buffer; err: string } {
    const lines = fs.readFileSync('docs/scale.md', 'utf8').split('\n');
    const line = lines.find((one) => one.includes(words));
    assert.ok(line, `docs/scale.md shows a line with ${words}`);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, HOME: bin };
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], { cwd: at, env });
    return { status, out: stdout, err: stderr.toString() };
  }

  it('merges to the same bytes as one run: lists of files', function () {
    if (!available('parallel')) return this.skip();
    fs.rmSync(path.join(at, 'records.ndjson'), { force: true });
    const { status, err } = documented('--files-from - --only-form4');
    assert.ok(status! > 0, 'parallel counts the shards that found something');
    assert.doesNotMatch(err, /fault|not found/);
    const merged = fs.readFileSync(path.join(at, 'findings.jsonl'), 'utf8');
    fs.rmSync(path.join(at, 'findings.jsonl'));
    assert.equal(merged, form4(at, ['.', '--format', 'jsonl']).out);
    assert.ok(merged.split('\n').length > 190);
  });

  it('merges to the same bytes as one run: records', function () {
    if (!available('parallel')) return this.skip();
    const records = Array.from(
      { length: 240 },
      (_, id) => JSON.stringify({ id, text: TEXTS[id % TEXTS.length] }) + '\n',
    );
    write(at, { 'records.ndjson': records.join('') });
    const { status, err } = documented('form4 check --ndjson <');
    assert.equal(status, 0, err);
    const merged = fs.readFileSync(path.join(at, 'results.ndjson'), 'utf8');
    assert.equal(merged, form4(at, ['check', '--ndjson'], { input: records.join('') }).out);
    assert.equal(merged.split('\n').length, 241);
  });
});

describe('form4 check of a text with more findings than can be told', () => {
  it('tells the first 250,000, and says how many there are', function () {
    const notes = '(1) x\n'.repeat(250_100);
    const at = folder({
      'a.txt': CLEAN.replace('Explanation of Responses:', () => `Explanation of Responses:\n\n${notes}`),
    });
    const { code, out, err } = form4(at, ['a.txt', '--format', 'compact']);
    assert.equal(code, 1);
    assert.match(err, /^form4: a\.txt: only the first 250000 of 250\d{3} findings are told$/m);
    assert.equal(out.trimEnd().split('\n').length, 250_000);
  });
});
