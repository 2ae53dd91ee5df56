/** Filings in .zip and .gz files, and files that hold more than fits into memory. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pieces } from '../../../server/src/cli/input/stream';
import { filingsIn } from '../../../server/src/readers/several';
import { LineIndex } from '../../../server/src/text/lines';
import { CITED_TWICE, CLEAN, lineOf, WRONG_TOTAL } from './samples';
import { folder, form4, records } from './program';
import { zipOf } from './zip';

const found = (at: string, ...args: string[]): string[] =>
  records(form4(at, [...args, '--format', 'jsonl']).out).map(({ path: file, findings }) =>
    `${file} ${findings.map(({ rule }) => rule).join(' ')}`.trim(),
  );

describe('form4 check: .zip and .gz', function () {
  const zip = zipOf({
    'b/wrong.txt': WRONG_TOTAL,
    'a.txt': CLEAN,
    'letter.txt': 'Dear Sir',
    'inner.zip': zipOf({ 'x.txt': CLEAN }),
  });

  it('reads the Form 4s of a .zip in its order, and says where each lies', () => {
    const at = folder({
      'q1.zip': zip,
      'one.txt.gz': gzipSync(WRONG_TOTAL),
      'two.gz': Buffer.concat([gzipSync(CLEAN), gzipSync(WRONG_TOTAL)]),
    });
    assert.deepEqual(found(at, 'q1.zip'), ['q1.zip!/b/wrong.txt holdings-total', 'q1.zip!/a.txt']);
    assert.deepEqual(found(at, 'one.txt.gz'), ['one.txt.gz holdings-total']);
    assert.deepEqual(found(at, 'two.gz'), ['two.gz holdings-total'], 'packed files one behind the other are one');
    assert.equal(found(at, '.').length, 4, 'a walk opens them, too');
  });

  it('never writes into one', () => {
    const at = folder({ 'a.zip': zipOf({ 'x.txt': CITED_TWICE }), 'x.txt.gz': gzipSync(CITED_TWICE) });
    const before = fs.readFileSync(path.join(at, 'a.zip'));
    const { code, err } = form4(at, ['--fix', 'a.zip', 'x.txt.gz']);
    assert.equal(code, 1);
    assert.match(err, /a\.zip!\/x\.txt: nothing was fixed, as it is packed/);
    assert.deepEqual(fs.readFileSync(path.join(at, 'a.zip')), before);
    assert.deepEqual(fs.readdirSync(at).sort(), ['a.zip', 'x.txt.gz']);
    assert.match(form4(at, ['--fix-dry-run', 'a.zip']).out, /^--- a\.zip!\/x\.txt\n/);
  });

  it('says what is damaged or not what it seems, and goes on', () => {
    const at = folder({
      'cut.zip': zip.subarray(0, 200),
      'no.zip': 'no zip',
      'no.gz': 'no gzip',
      'cut.gz': gzipSync(WRONG_TOTAL).subarray(0, 300),
      'wrong.txt': WRONG_TOTAL,
    });
    const { code, out, err } = form4(at, ['cut.zip', 'no.zip', 'no.gz', 'cut.gz', 'wrong.txt', '--format', 'jsonl']);
    assert.equal(code, 2);
    assert.deepEqual(
      records(out).map((one) => one.path),
      ['wrong.txt'],
    );
    for (const file of ['cut.zip', 'no.zip', 'no.gz', 'cut.gz'])
      assert.match(err, new RegExp(`^form4: ${file}: it is no g?zip file, or it is damaged`, 'm'));
    assert.doesNotMatch(err, /fault of form4/);
  });

  it('says which entry of a .zip is damaged, and goes on with the others', () => {
    const whole = zipOf({ 'a.txt': WRONG_TOTAL, 'b.txt': WRONG_TOTAL, 'c.txt': WRONG_TOTAL });
    const second = whole.indexOf('b.txt');
    const spoilt = (at: number, ...bytes: number[]): Buffer => {
      const copy = Buffer.from(whole);
      copy.set(bytes, at);
      return copy;
    };
    const entry = whole.indexOf('b.txt', second + 1) - 46;
    const at = folder({
      'packed.zip': spoilt(second + 100, 255, 255, 255, 255),
      'sum.zip': spoilt(entry + 16, 1, 2, 3, 4),
      'size.zip': spoilt(entry + 24, 9, 0, 0, 0),
      'place.zip': spoilt(entry + 42, 9, 0, 0, 0),
    });
    for (const file of ['packed.zip', 'sum.zip', 'size.zip', 'place.zip']) {
      const { code, out, err } = form4(at, [file, '--format', 'jsonl']);
      const told = records(out).map((one) => one.path);
      assert.deepEqual([code, told], [2, [`${file}!/a.txt`, `${file}!/c.txt`]]);
      assert.equal(err, `form4: ${file}!/b.txt: it is damaged: what is packed is not what the archive says of it\n`);
    }
  });

  it('reads what is large, or not packed, in a .zip as well', () => {
    const large =
      CLEAN + ' '.repeat(2_000_000) + Array.from({ length: 90_000 }, (_, n) => (n * 7919) % 100_003).join('\n');
    const stored = zipOf({ 'large.txt': WRONG_TOTAL + large, 'a.txt': WRONG_TOTAL }, { stored: true });
    const at = folder({ 'packed.zip': zipOf({ 'large.txt': large, 'a.txt': WRONG_TOTAL }), 'stored.zip': stored });
    for (const file of ['packed.zip', 'stored.zip']) {
      const { err, out } = form4(at, [file, '--format', 'jsonl', '--rule', 'limits:off']);
      assert.deepEqual([err, records(out).map((one) => one.path)], ['', [`${file}!/large.txt`, `${file}!/a.txt`]]);
    }
  });

  it('refuses an entry whose name leads out of the archive, and goes on with the others', () => {
    const at = folder({
      'up.zip': zipOf({
        '../../evil.txt': CLEAN,
        'a.txt': CLEAN,
        '/etc/evil.txt': CLEAN,
        'c:\\evil.txt': CLEAN,
        'b/../../evil.txt': CLEAN,
        'b/..c/wrong.txt': WRONG_TOTAL,
      }),
    });
    const { code, out, err } = form4(at, ['up.zip', '--format', 'jsonl']);
    assert.equal(code, 2);
    assert.deepEqual(
      records(out).map((one) => one.path),
      ['up.zip!/a.txt', 'up.zip!/b/..c/wrong.txt'],
    );
    const why = 'its name leads out of the archive, as in one that is made to do harm; it was not read';
    const refused = ['../../evil.txt', '/etc/evil.txt', 'c:/evil.txt', 'b/../../evil.txt'];
    assert.equal(err, refused.map((name) => `form4: up.zip!/${name}: ${why}\n`).join(''));
  });

  it('stops at what unpacks to far more than it is, and says so', () => {
    const much = Buffer.alloc(60 * 1024 * 1024, 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n');
    const at = folder({ 'bomb.gz': gzipSync(much), 'bomb.zip': zipOf({ 'x.txt': much }) });
    for (const file of ['bomb.gz', 'bomb.zip']) {
      const { code, out, err } = form4(at, [file]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /unpacks to more than 200 times its size, as an archive does that is made to do harm/);
    }
  });
});

describe('a file with more filings than fit into memory', function () {
  const layouts = fs
    .readdirSync('test/fixtures/layouts')
    .map((file) => fs.readFileSync(path.join('test/fixtures/layouts', file), 'utf8'));

  it('is cut just where it would be cut as a whole, whatever comes at a time', async () => {
    const dumps = [
      CLEAN + WRONG_TOTAL + CLEAN,
      ...layouts.map((text) => text + '\n' + text + '\n' + text),
      ...layouts.map((text, at) => [text, WRONG_TOTAL, layouts[(at + 1) % layouts.length]!].join('\n')),
      '\ufeff' + (CLEAN + WRONG_TOTAL).replaceAll('\n', '\r\n'),
    ];
    for (const dump of dumps)
      for (const [size, window] of [
        [997, 500],
        [4096, 3000],
        [64, 100_000],
      ] as const) {
        const bytes = Buffer.from(dump);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
          bytes.subarray(n * size, (n + 1) * size),
        );
        const got: { text: string; from: unknown }[] = [];
        for await (const { text, from } of pieces(chunks, 10, window)) got.push({ text, from });
        const whole = dump.replace(/^\ufeff/, '');
        const lines = new LineIndex(whole);
        const expected = filingsIn(whole, lines).map(({ start, end }, at) => ({
          text: whole.slice(start, end),
          from: { filing: at + 1, ...lines.position(start) },
        }));
        assert.deepEqual(got, expected, `${size} bytes at a time, ${window} units at once: ${dump.slice(0, 60)}`);
      }
  });

  it('gives a result for each filing, with places of the file, in memory that does not grow with it', () => {
    const at = folder();
    const file = path.join(at, 'dump.txt');
    const one = CLEAN + WRONG_TOTAL;
    const times = Math.ceil((55 * 1024 * 1024) / one.length);
    const fd = fs.openSync(file, 'w');
    for (let n = 0; n < times; n++) fs.writeSync(fd, one);
    fs.closeSync(fd);
    const { code, out, err } = form4(at, ['dump.txt', '--format', 'jsonl', '--fix'], {
      env: { NODE_OPTIONS: '--max-old-space-size=160' },
    });
    assert.deepEqual([code, err.split('\n')[0]], [1, '']);
    const results = records(out) as unknown as {
      path: string;
      filing: number;
      line: number;
      findings: { range: { start: { line: number } } }[];
    }[];
    assert.equal(results.length, 2 * times);
    const rows = one.split('\n').length - 1;
    for (const n of [0, 1, times - 1]) {
      const { filing, line, findings } = results[2 * n + 1]!;
      assert.deepEqual(
        [filing, line, findings.map(({ range }) => range.start.line)],
        [2 * n + 2, n * rows + CLEAN.split('\n').length, [n * rows + lineOf(one, '10,169') - 1]],
      );
    }
  });
});
