/** What mail programs, spreadsheets and web pages leave in a text: the same filing is read, and edits go to the source. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { applied, filingAround, findings, said } from '../harness';

const ROW = 'Common Stock\t03/07/2022\t\tS <sup>(1)</sup>\t\t12,300\tD\t\\$43.16\t20,455\tD\t';
const NOTE = '1. Sold under a plan.';
const whole = filingAround(`${ROW}\n${NOTE}`);
const values = (text: string): unknown[] =>
  read(text).nonDerivativeTable.rows.map((row) => [
    row.securityTitle.value,
    row.transactionCode.value,
    row.transactionShares.value,
    row.sharesOwnedFollowingTransaction.value,
    row.natureOfOwnership.value,
    row.transactionCode.markers.map(({ number }) => number),
  ]);

describe('habits of other programs', () => {
  const ways: [string, (text: string) => string][] = [
    ['blanks of HTML', (text) => text.replace('\t\tS', '\t&nbsp;\tS').replace(/\t$/m, '\t&#160;')],
    ['quoted cells', (text) => text.replace('20,455', '"20,455"').replace('12,300', '"12,300"')],
    ['N/A in what has nothing', (text) => text.replace('\t\tS', '\tN/A\tS').replace('\tD\t\n', '\tD\tN/A\n')],
    ['raised digits', (text) => text.replace(' <sup>(1)</sup>', '¹')],
    ['a quotation', (text) => text.replace(/^/gm, '> ')],
  ];
  for (const [name, way] of ways)
    it(`reads ${name}`, () => {
      const text = way(whole);
      assert.notEqual(text, whole);
      assert.deepEqual(values(text), values(whole));
      assert.deepEqual(said(findings(text, { today: 30000 })), said(findings(whole, { today: 30000 })));
    });
  it('puts edits where the words stand', () => {
    const text = filingAround(`${ROW.replace('20,455', '"20,455"')}\n${NOTE}`);
    const { span } = read(text).nonDerivativeTable.rows[0]!.sharesOwnedFollowingTransaction;
    assert.equal(applied(text, [{ span, newText: '1' }]), text.replace('20,455', '1'));
  });
  it('leaves notes and other lines as they are', () => {
    const text = filingAround(`${ROW}\n1. Sold on Form "4", N/A; see &nbsp; and m².`);
    assert.match(read(text).footnotes.list[0]!.text, /"4", N\/A; see &nbsp; and m²/);
  });
  it('takes a mistyped heading of the notes for no row', () => {
    const text = whole.replace('Explanation of Responses:', 'Explanations of Response:');
    const option =
      'Stock Option\t\\$20\t03/07/2022\t\tA\t\t500\t\t03/07/2023\t03/07/2032\tCommon Stock\t500\t\\$0\t500\tD\t';
    assert.deepEqual(said(findings(text, { today: 30000 })).length, 1);
    const rows = filingAround(`${ROW}\nTable II\n${option}\n${NOTE}`);
    const wrong = rows.replace('Explanation of Responses:', 'Explanations of Response:');
    const [finding, ...more] = findings(wrong, { today: 30000 });
    assert.equal(finding!.rule, 'row-cells');
    assert.deepEqual(said(more), []);
    assert.equal(applied(wrong, finding!.fixes()[0]!.edits), rows);
  });
});

describe('ownership XML with a prefix', () => {
  const row = `<nonDerivativeTransaction>
<securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2022-03-07</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>693</value></transactionShares><transactionPricePerShare><value>43.16</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>9503</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
</nonDerivativeTransaction>`;
  const xml = filingAround(row);
  const prefixed = xml
    .replace(/<(\/?)(?=[a-z])/gi, '<$1ns1:')
    .replace('ownershipDocument>', 'ownershipDocument xmlns:ns1="urn:x">');
  it('is read as without it, and told once', () => {
    assert.deepEqual(values(prefixed), values(xml));
    assert.equal(read(prefixed).layout, 'edgarXml');
    const found = findings(prefixed, { today: 30000 });
    assert.deepEqual(
      found.map(({ rule, span }) => `${rule} ${prefixed.slice(span.start, span.end)}`),
      ['xml-structure ns1:'],
    );
  });
});
