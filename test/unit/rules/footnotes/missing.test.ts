/** A footnote that cells cite and that is not there is one cause: what it may have said is not missed a second time. */
import assert from 'node:assert/strict';
import { filingAround, findings, said, XML_ROW } from '../../harness';

const told = (example: string): string[] => findings(filingAround(example), { today: 30000 }).map(({ rule }) => rule);
const sold = (marker: string, price = '\\$43.16'): string =>
  `| Common Stock | 03/07/2024 |  | S${marker} |  | 693 | D | ${price} | 9,503 | D |  |\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2024</u>\nSignature: /s/ Rowan J. Alder 03/08/2024`;
const TICKED =
  '<input checked="" type="checkbox"/> Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.';

describe('a footnote that is not there', () => {
  it('may be the one that names the plan', () => {
    assert.deepEqual(told(`${TICKED}\n${sold(' <sup>(1)</sup>')}\n1. Sold through a broker.`), ['plan-box']);
    assert.deepEqual(told(`${TICKED}\n${sold(' <sup>(2)</sup> <sup>(1)</sup>')}\n1. Sold through a broker.`), [
      'footnote-undefined',
    ]);
  });
  it('may be the one that undertakes to give the prices', () => {
    const average = '1. The weighted average price of trades from $43.01 to $43.30.';
    const priced = (markers: string): string => sold('', `\\$43.16${markers}`);
    assert.deepEqual(told(`${priced(' <sup>(1)</sup>')}\n${average}`), ['average-undertaking']);
    assert.deepEqual(told(`${priced(' <sup>(1)</sup> <sup>(2)</sup>')}\n${average}`), ['footnote-undefined']);
  });
  it('is told where cells cite it, and not again where words do', () => {
    assert.deepEqual(told(`${sold(' <sup>(1)</sup>')}\n1. Sold as footnote 2 says.`), ['footnote-crossref']);
    assert.deepEqual(told(`${sold(' <sup>(1)</sup> <sup>(2)</sup>')}\n1. Sold as footnote 2 says.`), [
      'footnote-undefined',
    ]);
  });
});

describe('a nature without a value in XML', () => {
  const row = (letter: string, nature: string): string =>
    XML_ROW.replace(
      '<value>D</value></directOrIndirectOwnership>',
      `<value>${letter}</value></directOrIndirectOwnership>${nature}`,
    );
  it('is told once', () => {
    const empty = '<natureOfOwnership></natureOfOwnership>';
    assert.deepEqual(told(row('I', empty)), ['nature-missing']);
    assert.match(
      said(findings(filingAround(row('D', empty)))).join(),
      /^error xml-structure: Expected <value> in <natureOfOwnership>/,
    );
    assert.deepEqual(told(row('I', '<natureOfOwnership><value>By Spouse</value></natureOfOwnership>')), []);
  });
});
