/** Forms whose cells stand between signs of other kinds than tabs and bars, and markers that a converter has raised. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { withoutCarets } from '../../../server/src/readers/carets';
import { check } from '../../../server/src/rules/run';
import { toJson } from '../../../server/src/writers/json';

const TODAY = 19_500;
const source = readFileSync('samples/clean.txt', 'utf8');

/** The values of a filing, without their places. */
function valuesOf(text: string): unknown {
  const { nonDerivativeTable, derivativeTable, footnotes, periodOfReport, issuer } = toJson(read(text)) as Record<
    string,
    unknown
  >;
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, own]) => (/range|read|raw/i.test(name) ? [] : [[name, bare(own)]])),
    );
  };
  return bare({ nonDerivativeTable, derivativeTable, footnotes, periodOfReport, issuer });
}

const quoted = (cell: string, sign: string): string =>
  /["\n]/.test(cell) || cell.includes(sign) ? `"${cell.replaceAll('"', '""')}"` : cell;
const saved = (sign: string): string =>
  source
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => quoted(cell, sign))
        .join(sign),
    )
    .join('\n');

describe('a form saved with a sign between its cells', () => {
  for (const sign of [',', ';'])
    it(`is read as the one with tabs, where that is ${sign}`, () => {
      assert.deepEqual(valuesOf(saved(sign)), valuesOf(source));
      assert.deepEqual(
        check(read(saved(sign)), { today: TODAY }).filter(({ severity }) => severity === 'error'),
        [],
      );
    });
  it('keeps a note that is in quotation marks, and one that begins with some of its own', () => {
    const texts = (words: string): (string | undefined)[] =>
      read(saved(';').replace(/^- Restricted shares.*2026\.$/m, words)).footnotes.list.map(({ text }) => text);
    assert.equal(texts('"- Of the ""Plan"" alone."')[0], 'Of the "Plan" alone.');
    assert.equal(texts('- "Plan" is what it is called.')[0], '"Plan" is what it is called.');
    assert.equal(texts('"- Of the ""Plan"" alone."').length, read(source).footnotes.list.length);
  });
  it('is read where tabs part cells that are in quotation marks all the same', () => {
    const words = '- Of the "Plan" alone.';
    const own = source.replace(/^- Restricted shares.*2026\.$/m, words);
    const text = own
      .split('\n')
      .map((line) =>
        line
          .split('\t')
          .map((cell) => quoted(cell, '"'))
          .join('\t'),
      )
      .join('\n');
    assert.notEqual(text, own);
    assert.deepEqual(valuesOf(text), valuesOf(own));
  });
  it('keeps a comma with a blank behind it in a line that has no quotation marks', () => {
    const text = saved(',').replace(/HALVANE PRECISION DRIVES INC\.?\s{0,9}\[/, 'Halvane, Inc. [');
    assert.equal(read(text).issuer.issuerName.value, 'Halvane, Inc.');
    assert.equal(read(text).issuer.issuerTradingSymbol.value, read(source).issuer.issuerTradingSymbol.value);
  });
  it('has a wrong amount found in its place', () => {
    const text = saved(',').replace('"11,587"', '"11,5x7"');
    assert.notEqual(text, saved(','));
    const wrong = check(read(text), { today: TODAY }).filter(({ severity }) => severity === 'error');
    assert.ok(wrong.some(({ span }) => text.slice(span.start, span.end).includes('11,5x7')));
  });
});

describe('a page whose words were put together with a sign between them', () => {
  const lines = readFileSync('test/fixtures/layouts/cell-a-line.txt', 'utf8');
  for (const sign of ['|', ' | ', '; ', '\t', ' ~ '])
    it(`is read as the one with a cell a line, where that is ${JSON.stringify(sign)}`, () => {
      const text = lines.trim().split(/\n+/).join(sign);
      assert.deepEqual(valuesOf(text), valuesOf(lines));
      assert.equal(read(text).nonDerivativeTable.rows.length, read(lines).nonDerivativeTable.rows.length);
    });
});

describe('a marker raised with carets', () => {
  for (const [raised, marker] of [
    ['6,577^(1)^', '6,577<sup>(1)</sup>'],
    ['6,577^{(12)}', '6,577<sup>(12)</sup>'],
    ['6,577^\\(1\\)^', '6,577<sup>(1)</sup>'],
  ] as const)
    it(`is one: ${raised}`, () => assert.equal(withoutCarets(raised)?.text, marker));
  it('is none where no number is raised', () => assert.equal(withoutCarets('10^6 and ^(a)^'), undefined));
});
