/** `form4 convert`, as a user runs it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN } from './samples';
import { folder, form4 } from './program';

describe('form4 convert', function () {
  it('writes the layout to stdout and what it lacks to stderr', () => {
    const at = folder({ 'a.txt': CLEAN });
    const { code, out, err } = form4(at, ['convert', '--to', 'xml', '--schema', 'X0508', 'a.txt']);
    assert.equal(code, 0);
    assert.match(out, /^<\?xml [^>]*>\n<ownershipDocument>\n {4}<schemaVersion>X0508</);
    assert.match(err, /^form4: a\.txt: to fill in: ownershipDocument\/issuer\/issuerCik: a CIK/m);
  });

  it('writes the gaps as JSON where they are asked for', () => {
    const at = folder({ 'a.txt': CLEAN });
    form4(at, ['convert', '--to', 'xml', '--gaps', 'gaps.json', '-o', 'a.xml', 'a.txt']);
    const { schema, gaps } = JSON.parse(fs.readFileSync(path.join(at, 'gaps.json'), 'utf8')) as {
      schema: string;
      gaps: { path: string }[];
    };
    assert.equal(schema, 'X0609');
    assert.equal(gaps[0]?.path, 'ownershipDocument/issuer/issuerCik');
    assert.match(fs.readFileSync(path.join(at, 'a.xml'), 'utf8'), /<\/ownershipDocument>\n$/);
  });

  it('goes to XML and back to the same text', () => {
    const at = folder({ 'a.txt': CLEAN });
    const text = form4(at, ['convert', '--to', 'text', 'a.txt']).out;
    form4(at, ['convert', '--to', 'xml', '-o', 'a.xml', 'a.txt']);
    const rows = (whole: string): string[] => whole.split('\n').filter((line) => line.startsWith('Common Stock'));
    assert.deepEqual(rows(form4(at, ['convert', '--to', 'text', 'a.xml']).out), rows(text));
    assert.equal(rows(text).length, 2);
  });

  it('makes a redline against another filing', () => {
    const at = folder({ 'a.txt': CLEAN, 'original.txt': CLEAN.replace(/Ruthe|Common Stock/, 'Other') });
    const { code, out, err } = form4(at, ['convert', '--to', 'html', '--against', 'original.txt', 'a.txt']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /Redline against original\.txt: \d+ changes?\./);
    assert.match(out, /<del>/);
    for (const bad of [
      ['--to', 'html', '--against', 'gone.txt'],
      ['--to', 'text', '--against', 'original.txt'],
    ])
      assert.equal(form4(at, ['convert', ...bad, 'a.txt']).code, 2);
  });

  it('reads stdin', () => {
    const { code, out } = form4(folder(), ['convert', '--to', 'piped', '-'], { input: CLEAN });
    assert.equal(code, 0);
    assert.match(out, /^\| Common Stock \| /m);
  });

  it('prints json as parse does', () => {
    const at = folder({ 'a.txt': CLEAN, 'b.txt': CLEAN });
    assert.equal(form4(at, ['convert', '--to', 'json', '.']).out, form4(at, ['parse', '.']).out);
  });

  it('writes the tables of the data sets into a folder, or one to stdout', () => {
    const at = folder({ 'a.txt': CLEAN, 'b.txt': CLEAN });
    const all = form4(at, ['convert', '--to', 'tsv', '-o', 'tables', 'a.txt', 'b.txt']);
    assert.deepEqual([all.code, all.out], [0, '']);
    assert.match(all.err, /2 of the filings do not say their accession number/);
    assert.equal(fs.readdirSync(path.join(at, 'tables')).length, 8);
    const rows = fs
      .readFileSync(path.join(at, 'tables', 'NONDERIV_TRANS.tsv'), 'utf8')
      .trimEnd()
      .split('\n');
    assert.equal(rows.length, 1 + 2 * 2);
    const one = form4(at, [
      'convert',
      '--to',
      'csv',
      '--table',
      'SUBMISSION',
      '--accession-number',
      '0000000001-23-000001',
      'a.txt',
    ]);
    assert.match(one.out, /\r\n0000000001-23-000001,,07-MAR-2022,/);
  });

  it('ends with 2 and a word for what makes no sense', () => {
    const at = folder({ 'a.txt': CLEAN, 'b.txt': CLEAN });
    for (const [args, why] of [
      [['a.txt'], /required option '--to/],
      [['--to', 'pdf', 'a.txt'], /Allowed choices are xml/],
      [['--to', 'csv', 'a.txt'], /makes 8 tables/],
      [['--to', 'xml', 'a.txt', 'b.txt'], /takes one filing at a time/],
      [['--to', 'xml', 'nope.txt'], /there is no such file/],
      [['--to', 'text', '--gaps', 'g.json', 'a.txt'], /--gaps goes with --to xml/],
      [['--to', 'text', '--table', 'SUBMISSION', 'a.txt'], /--table goes with/],
      [['--to', 'csv', '--table', 'SUBMISSION', '--accession-number', '1', 'a.txt', 'b.txt'], /names one filing/],
    ] as const) {
      const { code, err } = form4(at, ['convert', ...args]);
      assert.equal(code, 2, err);
      assert.match(err, why);
    }
  });
});
