/** A dump of filings: each is read as if it stood alone, with its places in the whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read, readAll } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import type { Filing } from '../../../server/src/filing/model';
import { toJson } from '../../../server/src/writers/json';

const source = (path: string): string => readFileSync(`test/fixtures/${path}`, 'utf8');
const FILES = [
  'bulleted-notes.txt',
  'piped.txt',
  'several-owners.txt',
  'layouts/markdown.md',
  'layouts/edgarXml.xml',
  'layouts/submission.txt',
  'layouts/columns.txt',
  'layouts/ascii.txt',
  'remarks.txt',
  'layouts/html.html',
  'amendment.txt',
];
const TODAY = 19300;

/** All that a filing says, its places counted from its own beginning. */
function said(filing: Filing, from = 0): unknown {
  const rebased = (span: { start: number; end: number }): number[] => [span.start - from, span.end - from];
  const facts = JSON.stringify(toJson(filing), (key, value: unknown) => (key === 'range' ? undefined : value));
  return {
    facts: JSON.parse(facts) as unknown,
    rows: [...filing.nonDerivativeTable.rows, ...filing.derivativeTable.rows].map(({ span }) => rebased(span)),
    notes: filing.footnotes.list.map(({ textSpan }) => rebased(textSpan)),
    owners: filing.reportingOwners.map(({ rptOwnerName }) => rebased(rptOwnerName.span)),
  };
}

describe('a text with several filings', () => {
  const texts = FILES.map(source);
  const dump = texts.join('\n');
  it('has them all, each as if it stood alone', () => {
    const all = readAll(dump);
    assert.deepEqual(
      all.map(({ layout, part }) => [layout, part?.number]),
      texts.map((text, at) => [read(text).layout, at + 1]),
    );
    let from = 0;
    all.forEach((filing, at) => {
      assert.deepEqual(said(filing, from), said(read(texts[at]!)), FILES[at]);
      from += texts[at]!.length + 1;
    });
  });
  it('is parted without a gap', () => {
    const parts = readAll(dump).map(({ part }) => part!.span);
    assert.equal(parts[0]!.start, 0);
    assert.equal(parts[parts.length - 1]!.end, dump.length);
    parts.slice(1).forEach(({ start }, at) => assert.equal(start, parts[at]!.end));
  });
  it('has the findings of each, where they are', () => {
    const wrong = [...texts, texts[0]!.replace('\t20,600\t', '\t26,000\t')].join('');
    const findings = readAll(wrong).flatMap((filing) => check(filing, { today: TODAY }));
    const errors = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ rule, span }) => `${rule} ${wrong.slice(span.start, span.end)}`),
      ['holdings-total 26,000'],
    );
    assert.ok(errors[0]!.span.start > dump.length - FILES.length);
  });
  it('gives the first to whoever reads one', () => {
    assert.deepEqual(said(read(dump)), said(read(texts[0]!)));
  });
});

describe('a text with one filing', () => {
  for (const name of FILES)
    it(`is not parted (${name})`, () => {
      const [filing, ...more] = readAll(source(name));
      assert.equal(more.length, 0);
      assert.equal(filing!.part, undefined);
    });
  it('is not parted by what its notes say', () => {
    const text = source('bulleted-notes.txt').replace(
      '- Fully exercisable.',
      '- Fully exercisable.  See the\nStatement of Changes in Beneficial Ownership on Form 4, Table I - Non-Derivative Securities.',
    );
    assert.equal(readAll(text).length, 1);
  });
});

it('a dump is read in linear time', function () {
  const one = source('bulleted-notes.txt');
  const took = (count: number): number => {
    const text = one.repeat(count);
    const before = process.cpuUsage();
    assert.equal(readAll(text).length, count);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  took(100);
  const [once, twice] = [took(300), took(600)];
  assert.ok(twice < 3.5 * once, `${once} and ${twice} µs`);
});
