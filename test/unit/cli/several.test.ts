/** A file that holds several filings: each is told, counted, known and converted as its own. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, WRONG_TOTAL } from './samples';
import { folder, form4 } from './program';

const OTHER = WRONG_TOTAL.replaceAll('Alder Rowan J', 'Teal Morgan K');
const DUMP = CLEAN + WRONG_TOTAL + OTHER;
const LINES = (text: string): number => text.split('\n').length - 1;

describe('a file of several filings', function () {
  const at = folder({ 'dump.txt': DUMP });

  it('is checked filing by filing, and each is counted', () => {
    const { out } = form4(at, ['dump.txt']);
    assert.deepEqual(out.match(/^dump\.txt.*/gm), [
      `dump.txt, filing 2 of 3 (line ${LINES(CLEAN) + 1})`,
      `dump.txt, filing 3 of 3 (line ${LINES(CLEAN + WRONG_TOTAL) + 1})`,
    ]);
    assert.match(out, /^3 filings in 1 file checked: 2 errors/m);
  });

  it('says in JSON whose each finding is, and where each filing begins', () => {
    const { filings, findings } = JSON.parse(form4(at, ['dump.txt', '--format', 'jsonl']).out) as {
      filings: { filing: number; line: number }[];
      findings: { filing: number }[];
    };
    assert.deepEqual(
      filings.map(({ filing, line }) => [filing, line]),
      [
        [1, 1],
        [2, LINES(CLEAN) + 1],
        [3, LINES(CLEAN + WRONG_TOTAL) + 1],
      ],
    );
    assert.deepEqual(
      findings.map(({ filing }) => filing),
      [2, 3],
    );
  });

  it('has a report on each, behind a list of them', () => {
    const { out } = form4(at, ['dump.txt', '--format', 'report']);
    assert.deepEqual(out.match(/^# .*|^\*\*(?:\d|Nothing).*/gm), [
      '# Check report: dump.txt',
      '# Check report: dump.txt, filing 1 of 3',
      '**Nothing found.**',
      '# Check report: dump.txt, filing 2 of 3',
      '**1 error.**',
      '# Check report: dump.txt, filing 3 of 3',
      '**1 error.**',
    ]);
  });

  it('has known findings of its own for each filing, whatever the order', () => {
    const here = folder({ 'dump.txt': CLEAN + WRONG_TOTAL });
    form4(here, ['dump.txt', '--write-baseline', 'known.json']);
    const found = (text: string): (string | undefined)[] => {
      fs.writeFileSync(path.join(here, 'dump.txt'), text);
      const { out } = form4(here, ['dump.txt', '--baseline', 'known.json', '--format', 'jsonl']);
      const { findings } = JSON.parse(out) as { findings: { filing: string }[] };
      return findings.map(({ filing }) => filing);
    };
    assert.deepEqual(found(OTHER + CLEAN + WRONG_TOTAL), [1]);
    assert.deepEqual(found(WRONG_TOTAL + OTHER), [2]);
  });

  it('gives a file for each in a folder, and one of them where it is named', () => {
    const { code, err } = form4(at, ['convert', '--to', 'xml', '-o', 'out/', '--gaps', 'gaps.json', 'dump.txt']);
    assert.equal(code, 0, err);
    assert.deepEqual(fs.readdirSync(path.join(at, 'out')), ['dump-1.xml', 'dump-2.xml', 'dump-3.xml']);
    assert.match(err, /^form4: dump\.txt, filing 2: to fill in: ownershipDocument\/issuer\/issuerCik/m);
    const gaps = JSON.parse(fs.readFileSync(path.join(at, 'gaps.json'), 'utf8')) as { filing: number; file: string }[];
    assert.deepEqual(
      gaps.map(({ filing, file }) => [filing, file]),
      [1, 2, 3].map((nth) => [nth, `dump-${nth}.xml`]),
    );
    const third = form4(at, ['convert', '--to', 'xml', '--filing', '3', 'dump.txt']);
    assert.equal(third.out, fs.readFileSync(path.join(at, 'out/dump-3.xml'), 'utf8'));
    assert.match(third.out, /Teal Morgan K/);
  });

  it('keeps files of one name apart in a folder, and overwrites no filing', () => {
    const here = folder({ 'a/one.txt': CLEAN, 'b/one.txt': OTHER });
    form4(here, ['convert', '--to', 'text', '-o', 'out/', 'a', 'b']);
    assert.deepEqual(fs.readdirSync(path.join(here, 'out')).sort(), ['one (2).txt', 'one.txt']);
    const { code, err } = form4(here, ['convert', '--to', 'text', '-o', 'a/', 'a/one.txt']);
    assert.deepEqual([code, fs.readFileSync(path.join(here, 'a/one.txt'), 'utf8')], [2, CLEAN]);
    assert.match(err, /would be overwritten/);
  });

  it('is not converted into a layout of one filing without a choice', () => {
    for (const [args, why] of [
      [[], /dump\.txt holds several: choose one with --filing 2, or name a folder/],
      [['--filing', '4'], /there is no filing 4; it holds 3/],
    ] as const) {
      const { code, out, err } = form4(at, ['convert', '--to', 'html', ...args, 'dump.txt']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, why);
    }
  });

  it('is one record each in JSON, as parse prints it', () => {
    const { out } = form4(at, ['convert', '--to', 'json', 'dump.txt']);
    assert.deepEqual(
      (JSON.parse(out) as { filing: number }[]).map(({ filing }) => filing),
      [1, 2, 3],
    );
    assert.equal(out, form4(at, ['parse', 'dump.txt']).out);
  });
});
