import assert from 'node:assert/strict';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { isSuspended } from '../../../server/src/rules/suspended';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { filingAround } from '../harness';

/** Whether EDGAR would suspend the filing for each finding of an example. */
const suspended = (example: string): string[] => {
  const filing = read(filingAround(example));
  return check(filing, { today: 30000 }).map((one) => `${one.rule} ${isSuspended(filing, one) ? 'yes' : 'no'}`);
};
const row = (amount = '1', total = '9', date = '03/07/2022'): string =>
  `| Common Stock | ${date} |  | A |  | ${amount} | A | \\$0 | ${total} | D |  |`;

describe('what EDGAR suspends', () => {
  it('is what is mandatory, too long or no choice, not what does not add up', () => {
    const ids =
      'table-rows number-format amount-zero field-too-long date-format code-unknown code-k-alone code-v-in-code code-form5-suffix code-multiple side-invalid ownership-form nature-with-direct nature-missing cell-needs-footnote holdings-total-missing price-missing footnote-number footnote-duplicate footnote-undefined footnote-unreferenced footnote-twice footnote-too-long relationship signature amendment owner-twice';
    const found = CATALOGUE.filter(({ suspends }) => suspends !== undefined).map(({ id }) => id);
    assert.deepEqual(found.sort(), ids.split(' ').sort());
  });
  it('are errors alone', () => {
    assert.deepEqual(suspended(row('1x')), ['number-format yes']);
    assert.deepEqual(suspended(row('0')), ['amount-zero no']);
    assert.deepEqual(suspended([row('1', '9'), row('1', '99')].join('\n')), ['holdings-total no']);
  });
  it('is a signature or a date that is not there, not one that comes too early', () => {
    assert.deepEqual(suspended('Signature: 03/08/2022'), ['signature yes']);
    assert.deepEqual(suspended('Signature: /s/ 03/08/2022'), ['signature no']);
    assert.deepEqual(suspended('Signature: /s/ Rowan J. Alder 03/06/2022'), ['signature no']);
    assert.deepEqual(suspended('Signature: /s/ Rowan J. Alder 03/08/2021'), ['signature no']);
  });
  it('is a box 4 that is blank, not one of another day', () => {
    const box4 = (date: string): string =>
      `4. If Amendment, Date of Original Filed (Month/Day/Year) <u>${date}</u>\nRemarks: Corrected.`;
    assert.deepEqual(suspended(box4('03/09/2022')), ['amendment no']);
    const filing = read(filingAround(''));
    const amended = { ...filing, documentType: '4/A' as const };
    const [found] = check(amended).filter(({ rule }) => rule === 'amendment');
    assert.equal(found!.severity, 'error');
    assert.ok(isSuspended(amended, found!));
  });
});
