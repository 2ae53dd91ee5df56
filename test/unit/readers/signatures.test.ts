/** Signatures as people write them: behind a label, dated in words, several below one another. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { formDate } from '../../../server/src/text/days';
import { filingAround, findings, said } from '../harness';

const signed = (...lines: string[]): string =>
  filingAround('').replace('/s/ Rowan J. Alder 03/08/2022', () => lines.join('\n'));
/** Name and day of each signature; a blank where there is none. */
const read2 = (...lines: string[]): [string, string][] =>
  read(signed(...lines)).ownerSignatures.map(({ signatureName, signatureDate: { value } }) => [
    signatureName.value ?? '',
    value === undefined ? '' : formDate(value),
  ]);
const ALDER: [string, string] = ['/s/ Rowan J. Alder', '03/08/2022'];

describe('a signature', () => {
  for (const line of [
    '/s/ Rowan J. Alder 03/08/2022',
    'Signature: /s/ Rowan J. Alder Date: 03/08/2022',
    'Signature: /s/ Rowan J. Alder 03/08/2022',
    '**Signature:** /s/ Rowan J. Alder  **Date:** 03/08/2022',
    'Signed: /s/ Rowan J. Alder, dated: 03/08/2022',
    'Signed by: /s/ Rowan J. Alder\tDate 03/08/2022',
    '/s/ Rowan J. Alder Date: 03/08/2022',
    '/s/ Rowan J. Alder | Date: 2022-03-08',
    '/s/ Rowan J. Alder March 8, 2022',
    '/s/ Rowan J. Alder, Mar. 8, 2022',
    '/s/ Rowan J. Alder 8 March 2022',
    'Signature: /s/ Rowan J. Alder Date: March 8, 2022',
  ])
    it(`is read from ${line}`, () => {
      const [[name, day] = ['', ''], ...more] = read2(line);
      assert.deepEqual([[name.replace(/,$/, ''), day], ...more], [ALDER]);
    });
  it('may have its date in words on the next line', () =>
    assert.deepEqual(read2('/s/ Rowan J. Alder', 'March 8, 2022'), [ALDER]));
  it('is not dated by the date of something else', () => {
    for (const trust of [
      '/s/ Rowan J. Alder, Trustee of the Alder Trust dated May 5, 2010',
      '/s/ Rowan J. Alder, Trustee u/a/d May 5, 2010',
      '/s/ Mara Quill, under a power of attorney of May 5, 2010',
    ]) {
      assert.deepEqual(read2(trust), [[trust, '']], trust);
      assert.deepEqual(read2(trust, '03/08/2022'), [[trust, '03/08/2022']], trust);
    }
    assert.deepEqual(read2('/s/ Rowan J. Alder, Trustee, May 5, 2010', '03/08/2022'), [
      ['/s/ Rowan J. Alder, Trustee, May 5, 2010', '03/08/2022'],
    ]);
    assert.deepEqual(read2('/s/ Rowan J. Alder, Room 8, 2022'), [['/s/ Rowan J. Alder, Room 8, 2022', '']]);
  });
  it('stays one where its lines are wrapped', () => {
    assert.deepEqual(read2('Quill Capital LP', 'By: /s/ Rowan J. Alder', '03/08/2022'), [
      ['Quill Capital LP By: /s/ Rowan J. Alder', '03/08/2022'],
    ]);
    assert.deepEqual(read2('/s/ Rowan J. Alder, as', 'attorney-in-fact 03/08/2022'), [
      ['/s/ Rowan J. Alder, as attorney-in-fact', '03/08/2022'],
    ]);
    assert.deepEqual(read2('/s/ Rowan J. Alder 03/08/2022', 'Managing Member'), [
      ['/s/ Rowan J. Alder Managing Member', '03/08/2022'],
    ]);
  });
  it('of another person is another one, dated or not', () => {
    const quill: [string, string] = ['Quill Capital LP, By: /s/ Mara Quill', ''];
    assert.deepEqual(read2(quill[0], ALDER.join(' ')), [quill, ALDER]);
    assert.deepEqual(read2(ALDER.join(' '), quill[0]), [ALDER, quill]);
    const [first] = findings(signed(quill[0], ALDER.join(' ')));
    assert.match(said([first!]).join(), /^error signature: Expected a date beside the signature; found none\.$/);
    assert.equal(first!.span.start, signed(quill[0]).indexOf('Quill Capital'));
  });
});

describe('a signature dated in words', () => {
  it('is an information, and its form is mended', () => {
    const [one, ...more] = findings(signed('/s/ Rowan J. Alder March 8, 2022'));
    assert.deepEqual(more, []);
    assert.match(said([one!]).join(), /^information date-format: .*in the signature; found "March 8, 2022"/);
    assert.deepEqual(
      one!.fixes().map(({ title, safe }) => [title, safe]),
      [['Write 03/08/2022', true]],
    );
  });
  it('is held against the transactions', () => {
    const found = said(findings(signed('/s/ Rowan J. Alder March 8, 2021')));
    assert.match(found.join(), /error signature: Expected a signature on or after 03\/07\/2022/);
  });
});
