/** Pages as a browser prints them into a PDF: a margin before each line, the day above each page and its address below. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { withoutPrinting } from '../../../server/src/readers/printed';
import { LineIndex } from '../../../server/src/text/lines';
import { toJson } from '../../../server/src/writers/json';

const PLACES = ['range', 'raw'];
const factsOf = (text: string): unknown =>
  JSON.parse(JSON.stringify(toJson(read(text)), (key, value: unknown) => (PLACES.includes(key) ? undefined : value)));

const source = readFileSync('test/fixtures/layouts/columns-pdf.txt', 'utf8');
const TOP = `11/30/26, 9:26 AM${' '.repeat(60)}Ownership Submission\n\n`;
const BOTTOM = `\n\nhttps://www.example.com/form4.html${' '.repeat(60)}1/1\n`;
const withMargin = (text: string, width: number): string => text.replace(/^(?=[^\n\f])/gm, ' '.repeat(width));

describe('a page as a browser prints it', () => {
  it('has the same facts with a margin before each line', () =>
    assert.deepEqual(factsOf(withMargin(source, 9)), factsOf(source)));
  it('has the same facts with the day above it and its address below', () =>
    assert.deepEqual(factsOf(`${TOP}${source.trimEnd()}${BOTTOM}\f`), factsOf(source)));
  it('has its values at their own places', () => {
    const text = TOP + withMargin(source, 9) + BOTTOM;
    const { issuerTradingSymbol } = read(text).issuer;
    assert.notEqual(issuerTradingSymbol.raw, '');
    assert.equal(text.slice(issuerTradingSymbol.span.start, issuerTradingSymbol.span.end), issuerTradingSymbol.raw);
  });
  it('keeps a line that only begins like what is printed', () => {
    const text = `${source}\f11/30/26, 9:26 AM was the hour of the sale.\n`;
    assert.equal(withoutPrinting(text, new LineIndex(text)), undefined);
  });
});
