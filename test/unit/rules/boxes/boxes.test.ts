/** Boxes, signatures and hidden characters: what the pages do not show. */
import assert from 'node:assert/strict';
import { planNotes } from '../../../../server/src/filing/plans';
import { isoDate } from '../../../../server/src/text/days';
import { read } from '../../../../server/src/readers';
import { filingAround, findings, fine, fixes, flags, said } from '../../harness';

const TICK = '<input checked="" type="checkbox"/>';
const box5 = (words: string): string =>
  `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`;
const only = (rule: string, example: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter((one) => one.rule === rule));

describe('relationship', () => {
  it('wants the words of Officer and of Other', () => {
    fine(
      box5(
        `Director 10% Owner ${TICK} Officer (give title below) ${TICK} Other (specify below) <u>Treasurer</u> <u>Trustee</u>`,
      ),
    );
    assert.equal(
      only(
        'relationship',
        box5(`Director 10% Owner ${TICK} Officer (give title below) ${TICK} Other (specify below) <u>Treasurer</u>`),
      ).length,
      1,
    );
  });

  it('is at most an information while nobody has signed', () => {
    const [line] = only(
      'relationship',
      box5('Director 10% Owner Officer (give title below) Other (specify below)') + '\nSignature:',
    );
    assert.match(line ?? '', /^information /);
  });
});

describe('signature', () => {
  it('is wanted; while nobody has signed that is an information, before filing an error', () => {
    const text = filingAround('Signature:');
    const [draft] = said(findings(text));
    assert.match(draft ?? '', /^information signature: Expected the signature of the reporting person/);
    const [filing] = said(findings(text, { beforeFiling: true }));
    assert.match(filing ?? '', /^error signature: /);
  });

  it('is wanted with its date, from each who signs', () => {
    const lines = only(
      'signature',
      'Signature: /s/ Rowan J. Alder 03/08/2022\n| Common Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |',
    );
    assert.deepEqual(lines, []);
    assert.match(
      only('signature', 'Signature: /s/ Rowan J. Alder').join(),
      /^information signature: Expected a date beside/,
    );
  });
});

describe('amendment', () => {
  const box4 = (date: string): string =>
    `4. If Amendment, Date of Original Filed (Month/Day/Year) <u>${date}</u>\nRemarks: Corrects the price.`;
  it('may be of the day of the signature, or of the transaction', () => {
    fine(box4('03/08/2022'));
    fine(box4('03/07/2022'));
  });

  it('compares box 4 with the earliest transaction', () => {
    const rows =
      '\n| Common Stock | 03/08/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |\n| Common Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | 10 | D |  |';
    fine(box4('03/07/2022') + rows);
    assert.match(only('amendment', box4('03/04/2022') + rows).join(), /after 03\/07\/2022/);
  });

  it('is at most an information while nobody has signed', () => {
    assert.match(only('amendment', box4('03/04/2022') + '\nSignature:').join(), /^information /);
  });

  it('does not compare box 4 with a date that is wrong itself', () => {
    flags(
      'date-after-signature',
      box4('03/08/2022') + '\n| Common Stock | 03/07/⟦2031⟧ |  | A |  | 1 | A | \\$0 | 9 | D |  |',
    );
    flags('signature', box4('03/08/2022') + '\nSignature: /s/ Rowan J. Alder 03/08/⟦2014⟧');
  });
});

describe('plan-box', () => {
  const filed = (box: string, note: string, year = 2024, code = 'S | | 693 <sup>(1)</sup> | D'): string =>
    [
      `${box}Check this box to indicate that a transaction was made pursuant to a contract. See Instruction 10.`,
      `| Common Stock | 03/07/${year} |  | ${code} | \\$43.16 | 9,503 | D |  |`,
      `1. ${note}`,
      `3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/${year}</u>`,
      `Signature: /s/ Rowan J. Alder 03/08/${year}`,
    ].join('\n');
  const checked = (note: string): string[] => only('plan-box', filed(`${TICK} `, note));
  const clear = (note: string): string[] => only('plan-box', filed('', note));
  /** What is said where this stands before the words of a box that reads as clear without it. */
  const behind = (box: string): string =>
    said(findings(filingAround(filed('', PLAN)).replace('Check this box to indicate', (words) => box + words))).join();
  const PLAN = 'Sold pursuant to a Rule 10b5-1 plan adopted on May 2, 2023.';
  it('says where the X goes, by what stands before the words of the box', () => {
    assert.match(clear(PLAN).join(), /write X before its words/);
    assert.match(behind('[ ] '), /write X between its brackets/);
    const box5 = (box: string): string[] =>
      only(
        'relationship',
        `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${box}Director ${box}Officer`,
      );
    assert.match(box5('').join(), /Write X before the one that applies/);
    assert.match(box5('[ ] ').join(), /Write X between the brackets of the one that applies/);
  });
  it('takes an X right before or behind empty brackets for the tick that is meant', () => {
    for (const box of ['[ ] X ', '[] x ', '[ ]\tX\t', '[ ]   X ', 'X [ ] ', 'x[] ', 'X\t[ ]\t'])
      assert.equal(behind(box), '', box);
  });

  it('knows that a note may say that a sale was not made under the plan', () => {
    assert.equal(clear('Sold under a Rule 10b5-1 plan adopted on August 14, 2023.').length, 1);
    for (const words of [
      "The transaction was not made under the reporting person's Rule 10b5-1 plan adopted on August 14, 2023.",
      'The sale was not effected pursuant to the Rule 10b5-1 trading plan adopted on August 14, 2023.',
      'Sold outside of the 10b5-1 plan that was adopted on August 14, 2023 under the policy of the issuer.',
    ])
      assert.deepEqual(clear(words), [], words);
  });
  it('reads dates however they are written', () => {
    for (const date of [
      'August 14, 2023',
      'Aug. 14, 2023',
      '14 August 2023',
      '8/14/2023',
      '08/14/23',
      '2023-08-14',
      'August 14th, 2023',
      'August 14,2023',
    ])
      assert.deepEqual(checked(`Sold pursuant to a 10b5-1 plan adopted on ${date}.`), [], date);
    assert.deepEqual(checked('Sold pursuant to a 10b5-1 plan adopted in August 2023.'), []);
  });

  it('takes a date without its reason for half of what is asked', () => {
    assert.match(checked('Sold pursuant to a 10b5-1 plan dated August 14, 2023.').join(), /^information /);
  });

  it('is at most an information while nobody has signed', () => {
    const [line] = only('plan-box', filed(`${TICK} `, 'Sold.').replace(/Signature:.*/, 'Signature:'));
    assert.match(line ?? '', /^information /);
  });

  it('takes a change of an older plan for a new one', () => {
    assert.deepEqual(checked('Sold under a 10b5-1 plan adopted on May 2, 2022 and modified on August 14, 2023.'), []);
  });

  it('parts the days before and since February 27, 2023', () => {
    assert.equal(checked('Sold pursuant to a 10b5-1 plan adopted on February 26, 2023.').length, 1);
    assert.equal(checked('Sold pursuant to a 10b5-1 plan adopted on February 27, 2023.').length, 0);
    assert.equal(clear('Sold pursuant to a 10b5-1 plan adopted on February 26, 2023.').length, 0);
    assert.equal(clear('Sold pursuant to a 10b5-1 plan adopted on February 27, 2023.').length, 1);
  });

  it('lets a note speak of a plan under which nothing was sold', () => {
    assert.deepEqual(clear('The reporting person adopted a 10b5-1 plan on August 14, 2023.'), []);
  });

  it('wants the box on forms signed from April 3, 2023', () => {
    const without = (signed: string): string[] => {
      const text = filingAround(
        `| Common Stock | 03/31/2023 |  | A |  | 1 | A | \\$0 | 9 | D |  |\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/31/2023</u>\nSignature: /s/ Rowan J. Alder ${signed}`,
      );
      const found = findings(text.replace(/Check this box to indicate.*\n/, ''), { today: 30000 });
      return said(found.filter(({ rule }) => rule === 'plan-box'));
    };
    assert.equal(without('04/03/2023').length, 1);
    assert.equal(without('03/31/2023').length, 0);
    assert.equal(without('04/03/2093').length, 0, 'a year that has not come says nothing of the form');
  });

  it('takes a form without the other box for one that was copied without its head', () => {
    const text = filingAround('Signature: /s/ Rowan J. Alder 03/08/2024').replace(/Check this box to indicate.*\n/, '');
    const told = (words: string): string[] => said(findings(words).filter(({ rule }) => rule === 'plan-box'));
    assert.match(told(text).join(), /^warning .*Check whether the form is an old one\.$/);
    assert.match(
      told(text.replace(/Check this box if no longer.*\n/, '')).join(),
      /^hint .*may not have been copied\.$/,
    );
  });

  it('reads a date only behind its word, in the same sentence', () => {
    const filing = read(
      filingAround('1. Sold on March 7, 2024 pursuant to a 10b5-1 plan adopted last year. Vested on May 1, 2024.'),
    );
    assert.deepEqual(
      planNotes(filing).map(({ adoptedOn }) => adoptedOn.map(isoDate)),
      [[]],
    );
  });
});

describe('trojan-text', () => {
  it('lets the encoding mark of a file be, and no other', () => {
    const text = filingAround('');
    assert.deepEqual(said(findings('\ufeff' + text)), []);
    assert.equal(findings(text.replace('Common', 'Com\ufeffmon')).length, 1);
  });

  it('tells all of one kind once, and takes them all away', () => {
    fixes('trojan-text', 'Remarks: No\u202ene\u202c at all\u2066.', 'Remarks: None at all.');
    assert.equal(only('trojan-text', 'Remarks: No\u202ene\u202c at all\u2066.').length, 1);
  });

  it('lets a name in its own alphabet be, and mends a mixed one', () => {
    const signed = (name: string): string => `Signature: /s/ ${name} 03/08/2022`;
    assert.deepEqual(only('trojan-text', signed('\u041e\u043b\u044c\u0433\u0430')), []);
    fixes('trojan-text', signed('R\u043ewan Alder'), signed('Rowan Alder'));
  });
});
