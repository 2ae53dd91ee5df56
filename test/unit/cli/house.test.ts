/** What a house sets for its filings: `.form4.json`, known findings, fixes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CITED_ONCE, CITED_TWICE, CLEAN, WRONG_TOTAL } from './samples';
import { folder, form4, records, write } from './program';

const found = (at: string, ...args: string[]): string[] =>
  records(form4(at, [...args, '--format', 'jsonl']).out).flatMap(({ path: file, findings }) =>
    findings.map(({ rule, severity }) => `${file} ${severity} ${rule}`),
  );

describe('.form4.json', function () {
  it('is found upwards from each file, the nearest one alone', () => {
    const at = folder({
      '.form4.json': '{ "rules": { "holdings-total": "off" } }',
      'a/wrong.txt': WRONG_TOTAL,
      'b/.form4.json': '{ "rules": { "holdings": "hint" } }',
      'b/c/wrong.txt': WRONG_TOTAL,
    });
    assert.deepEqual(found(at, '.'), ['b/c/wrong.txt hint holdings-total']);
    assert.deepEqual(found(at, '--no-config', 'a'), ['a/wrong.txt error holdings-total']);
    assert.deepEqual(found(at, '--config', 'b/.form4.json', 'a'), ['a/wrong.txt hint holdings-total']);
    assert.deepEqual(found(at, '--rule', 'holdings-total:information', 'b'), [
      'b/c/wrong.txt information holdings-total',
    ]);
  });

  it('a rule’s own name goes before its family', () => {
    const at = folder({ 'wrong.txt': WRONG_TOTAL });
    write(at, { '.form4.json': '{ "rules": { "holdings-total": "warning", "holdings": "off" } }' });
    assert.deepEqual(found(at, 'wrong.txt'), ['wrong.txt warning holdings-total']);
  });

  it('says what it does not know, and what was likely meant', () => {
    const at = folder({ 'clean.txt': CLEAN, 'other.txt': CLEAN });
    write(at, { '.form4.json': '{ "$schema": "x", "rule": {}, "rules": { "holdings-totl": "off", "codes": "off" } }' });
    const { code, err } = form4(at, ['.']);
    assert.equal(code, 0);
    assert.deepEqual(
      err
        .trim()
        .split('\n')
        .map((line) => line.replace(/^form4: \S*\.form4\.json: /, '')),
      [
        'There is no setting "rule". Did you mean "rules"?',
        'There is no rule and no family of rules "holdings-totl". Did you mean "holdings-total"?',
      ],
    );
  });

  for (const [what, text] of Object.entries({
    'no JSON': '{ "rules": ',
    'no object': '[]',
    'a severity that there is not': '{ "rules": { "holdings-total": "eror" } }',
    'a day that there is not': '{ "extraClosures": ["2023-02-30"] }',
    'no list': '{ "titles": "Common Stock" }',
  }))
    it(`is a failure where it is ${what}, and the files are checked all the same`, () => {
      const at = folder({ '.form4.json': text, 'wrong.txt': WRONG_TOTAL });
      const { code, out } = form4(at, ['wrong.txt', '--format', 'jsonl']);
      assert.deepEqual([code, records(out)[0]!.findings.length], [2, 1]);
    });

  it('adds days on which EDGAR is closed', () => {
    const at = folder({ 'late.txt': CLEAN.replace('Alder 03/08/2022', 'Alder 03/10/2022') });
    assert.deepEqual(found(at, 'late.txt'), ['late.txt information filed-late']);
    write(at, { '.form4.json': '{ "extraClosures": ["2022-03-09"] }' });
    assert.deepEqual(found(at, 'late.txt'), []);
  });

  it('is shown by --print-config, with every rule', () => {
    const at = folder({ '.form4.json': '{ "rules": { "codes": "hint" }, "extraClosures": ["2026-07-06"] }' });
    const { file, rules, extraClosures } = JSON.parse(form4(at, ['check', '--print-config', 'some.txt']).out);
    assert.equal(fs.realpathSync(file), path.join(fs.realpathSync(at), '.form4.json'));
    assert.deepEqual(
      [rules['code-unknown'], rules['holdings-total'], extraClosures],
      ['hint', 'error', ['2026-07-06']],
    );
  });
});

describe('a baseline', function () {
  const at = folder({ 'in/wrong.txt': WRONG_TOTAL });
  const file = path.join(at, 'in/wrong.txt');
  const line = WRONG_TOTAL.split('\n').find((one) => one.includes('10,169'))!;

  it('is written, and hides what it knows', () => {
    const { code, err } = form4(at, ['in', '--write-baseline', 'known.json']);
    assert.deepEqual([code, err], [0, 'form4: 1 finding is now known in known.json\n']);
    for (const jobs of ['1', '2']) {
      const known = (format: string): string =>
        form4(at, ['in', '--baseline', 'known.json', '--format', format, '--jobs', jobs]).out;
      assert.equal(known('stylish'), '1 filing checked: nothing found, besides 1 known finding\n');
      assert.equal(known('github'), 'form4: 1 filing checked: nothing found, besides 1 known finding\n');
      assert.equal(JSON.parse(known('json')).summary.known, 1);
    }
    assert.deepEqual(found(at, 'in', '--baseline', 'known.json'), []);
    assert.deepEqual(found(path.join(at, 'in'), '.', '--baseline', '../known.json'), []);
  });

  it('knows a finding again when lines move and blanks change', () => {
    fs.writeFileSync(file, '\n\n' + WRONG_TOTAL.replace('9,503\tD', '9,503 \tD').replaceAll('\n', '\r\n'));
    assert.deepEqual(found(at, 'in', '--baseline', 'known.json'), []);
  });

  it('tells what is new, even the same row once more', () => {
    fs.writeFileSync(file, WRONG_TOTAL.replace('10,169', '10,168'));
    assert.deepEqual(found(at, 'in', '--baseline', 'known.json'), ['in/wrong.txt error holdings-total']);
    fs.writeFileSync(file, WRONG_TOTAL.replace(line, `${line}\n${line}`));
    assert.equal(found(at, 'in', '--baseline', 'known.json').length, found(at, 'in').length - 1);
  });

  it('tells the entries that are out of date', () => {
    fs.writeFileSync(file, CLEAN);
    const { code, err } = form4(at, ['in', '--baseline', 'known.json']);
    assert.equal(code, 0);
    assert.match(err, /an entry that is no longer found, in\/wrong\.txt: holdings-total [0-9a-f]{16}/);
  });

  it('can be named in .form4.json, seen from there', () => {
    write(at, { 'in/.form4.json': '{ "baseline": "../known.json" }', 'in/wrong.txt': WRONG_TOTAL });
    assert.deepEqual(found(at, 'in'), []);
  });

  it('is a failure where it is not there, or is none', () => {
    assert.equal(form4(at, ['in', '--baseline', 'nope.json']).code, 2);
    assert.equal(form4(at, ['in', '--baseline', 'in/wrong.txt']).code, 2);
  });
});

describe('--fix', function () {
  it('makes the safe fixes, and keeps byte order mark, line ends and permissions', () => {
    const windows = (text: string): Buffer => Buffer.from('\ufeff' + text.replaceAll('\n', '\r\n'), 'utf16le');
    const at = folder({ 'a.txt': CITED_TWICE, 'b.txt': windows(CITED_TWICE), 'c.txt': '\ufeff' + CITED_TWICE });
    fs.chmodSync(path.join(at, 'b.txt'), 0o640);
    fs.symlinkSync('b.txt', path.join(at, 'link.txt'));
    const { code, out } = form4(at, ['--fix', 'a.txt', 'link.txt', 'c.txt']);
    assert.deepEqual([code, out], [0, '3 filings checked, 3 fixed: nothing found\n']);
    assert.equal(fs.readFileSync(path.join(at, 'a.txt'), 'utf8'), CITED_ONCE);
    assert.equal(fs.readFileSync(path.join(at, 'c.txt'), 'utf8'), '\ufeff' + CITED_ONCE);
    assert.deepEqual(fs.readFileSync(path.join(at, 'b.txt')), windows(CITED_ONCE));
    assert.equal(fs.statSync(path.join(at, 'b.txt')).mode & 0o777, 0o640);
    assert.ok(fs.lstatSync(path.join(at, 'link.txt')).isSymbolicLink());
    assert.deepEqual(fs.readdirSync(at).sort(), ['a.txt', 'b.txt', 'c.txt', 'link.txt'], 'nothing is left behind');
  });

  it('leaves alone what is not safe to change: numbers, and files that it cannot read in full', () => {
    const latin = Buffer.from(CITED_TWICE.replace('Rowan', 'R\u00f6wan'), 'latin1');
    const at = folder({ 'wrong.txt': WRONG_TOTAL, 'latin.txt': latin });
    const { code, err } = form4(at, ['--fix', '.', '-'], { input: CITED_TWICE });
    assert.equal(code, 1);
    assert.match(err, /latin\.txt: nothing was fixed/);
    assert.match(err, /<stdin>: nothing was fixed/);
    assert.equal(fs.readFileSync(path.join(at, 'wrong.txt'), 'utf8'), WRONG_TOTAL);
    assert.deepEqual(fs.readFileSync(path.join(at, 'latin.txt')), latin);
  });

  it('follows no link that leads out of the folder, and says which', () => {
    const out = folder({ 'a.txt': CITED_TWICE, 'd/b.txt': CITED_TWICE });
    const at = folder({ 'own.txt': CITED_TWICE });
    fs.symlinkSync(path.join(out, 'a.txt'), path.join(at, 'file.txt'));
    fs.symlinkSync(path.join(out, 'd'), path.join(at, 'folder'));
    fs.symlinkSync('own.txt', path.join(at, 'within.txt'));
    for (const args of [['.'], ['file.txt'], ['folder/b.txt'], [path.join(at, 'file.txt')], ['folder']]) {
      const { err } = form4(at, ['--fix', ...args]);
      if (args[0] !== 'folder') assert.match(err, /nothing was fixed, as a link leads from it to a file outside/);
    }
    assert.equal(fs.readFileSync(path.join(out, 'a.txt'), 'utf8'), CITED_TWICE);
    assert.equal(fs.readFileSync(path.join(out, 'd/b.txt'), 'utf8'), CITED_TWICE);
    form4(at, ['--fix', 'within.txt']);
    assert.equal(fs.readFileSync(path.join(at, 'own.txt'), 'utf8'), CITED_ONCE);
    form4(at, ['--fix', path.join(out, 'a.txt')]);
    assert.equal(
      fs.readFileSync(path.join(out, 'a.txt'), 'utf8'),
      CITED_ONCE,
      'a file elsewhere that is named is fixed',
    );
  });

  it('is tried by --fix-dry-run, which prints what patch reads and touches nothing', () => {
    const at = folder({ 'a.txt': CITED_TWICE });
    const { code, out } = form4(at, ['--fix-dry-run', 'a.txt']);
    assert.equal(code, 0);
    assert.equal(fs.readFileSync(path.join(at, 'a.txt'), 'utf8'), CITED_TWICE);
    assert.deepEqual(
      out
        .split('\n')
        .filter((one) => /^[-+]/.test(one))
        .map((one) => one.slice(0, 20)),
      ['--- a.txt', '+++ a.txt', '-Common Stock\t03/07/', '+Common Stock\t03/07/'],
    );
    const git = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: at,
      input: out.replace('--- a.txt\n+++ a.txt', '--- a/a.txt\n+++ b/a.txt'),
      encoding: 'utf8',
    });
    assert.equal(git.stderr, '');
    assert.equal(fs.readFileSync(path.join(at, 'a.txt'), 'utf8'), CITED_ONCE);
  });
});
