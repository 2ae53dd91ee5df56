/** What is left over from a copied form: another's signature, a plan of another time, a title without its tick. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, flags, said } from '../../harness';

const only = (rule: string, example: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter((one) => one.rule === rule));

describe('signed-for', () => {
  const signed = (name: string): string => `Signature: ⟦${name}⟧ 03/08/2022`;
  it('tells another person', () => {
    flags('signed-for', signed('/s/ Kim Vale, Attorney-in-Fact for Tobias Quill'), 'given for Tobias Quill');
    flags('signed-for', signed('/s/ Kim Vale, attorney in fact for: Tobias Quill'), 'information');
  });
  it('knows the person by any of the names, and by an initial', () => {
    for (const name of [
      'Rowan J. Alder',
      'Rowan Alder',
      'R. Alder',
      'Alder, Rowan',
      'J. Quill',
      'Rowan Alder-Quill',
      'ALDER',
    ])
      fine(`Signature: /s/ Kim Vale, Attorney-in-Fact for ${name} 03/08/2022`);
  });
  it('says nothing of who signs for a company, or by no name', () => {
    for (const name of [
      'Kim Vale, Attorney-in-Fact',
      'Kim Vale, by power of attorney',
      'Kim Vale, Attorney-in-Fact for Quill Partners, L.P.',
      'Kim Vale, Attorney-in-Fact for Quill Holdings LLC',
      'Kim Vale, Attorney-in-Fact for the Reporting Person',
      'Kim Vale, Attorney-in-Fact for each of the persons',
    ])
      fine(`Signature: /s/ ${name} 03/08/2022`);
    assert.deepEqual(
      only(
        'signed-for',
        '1. Name and Address of Reporting Person* <u>Quill Ventures LLC</u>\nSignature: /s/ Kim Vale, Attorney-in-Fact for Tobias Marsh 03/08/2022',
      ),
      [],
    );
  });
});

describe('plan-adopted', () => {
  const TICK = '<input checked="" type="checkbox"/> ';
  const sale = (day: string, note: string, who = 'Director', code = 'S'): string =>
    [
      `${TICK}Check this box to indicate that a transaction was made pursuant to a contract. See Instruction 10.`,
      `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${who === 'Director' ? TICK : ''}Director ${who === 'Owner' ? TICK : ''}10% Owner Officer (give title below) Other (specify below)`,
      `3. Date of Earliest Transaction (Month/Day/Year) <u>${day}</u>`,
      `| Common Stock | ${day} |  | ${code} |  | 693 <sup>(1)</sup> | ${code === 'S' ? 'D' : 'A'} | \\$43.16 | 9,503 | D |  |`,
      `1. ${note}`,
      `Signature: /s/ Rowan J. Alder ${day.slice(0, 6)}${Number(day.slice(6)) + 2}`,
    ].join('\n');
  const found = (...args: Parameters<typeof sale>): string[] => only('plan-adopted', sale(...args));
  const plan = (day: string): string => `Sold under a Rule 10b5-1 trading plan adopted on ${day}.`;

  it('tells a trade before the plan', () => {
    assert.match(found('03/07/2024', plan('March 14, 2024')).join(), /^warning .*adopted later, on 03\/14\/2024/);
    assert.match(found('03/07/2024', plan('March 14, 2025'), 'Owner').join(), /^warning /);
    assert.match(found('03/07/2024', plan('March 8, 2024'), 'Director', 'P').join(), /^warning /);
  });
  it('tells a trade of a director within 90 days', () => {
    assert.match(
      found('03/07/2024', plan('March 6, 2024')).join(),
      /^information .*: 1 day after 03\/06\/2024, the date of adoption stated/,
    );
    assert.match(found('03/07/2024', plan('December 9, 2023')).join(), /89 days after/);
    assert.match(found('03/07/2024', plan('March 7, 2024')).join(), /^information .*: 0 days after/);
    assert.deepEqual(found('03/07/2024', plan('December 8, 2023')), []);
  });
  it('says nothing of ten percent owners, and of older plans, within 90 days', () => {
    assert.deepEqual(found('03/07/2024', plan('March 6, 2024'), 'Owner'), []);
    assert.deepEqual(found('03/07/2023', plan('February 24, 2023')), []);
    assert.equal(found('03/07/2023', plan('February 27, 2023')).length, 1);
  });
  it('leaves notes alone that name two days, none, or no trade under a plan', () => {
    for (const note of [
      'Sold under a Rule 10b5-1 plan adopted on March 1, 2023 and amended on March 14, 2024.',
      'Sold under a Rule 10b5-1 plan adopted in March 2024.',
      'Sold under a Rule 10b5-1 plan.',
      'The person has a Rule 10b5-1 trading plan adopted on March 14, 2024.',
      'Sold at the price of March 14, 2024, under the agreement adopted on March 14, 2024.',
    ])
      assert.deepEqual(found('03/07/2024', note), [], note);
  });
  it('speaks of the trades that cite the note alone', () => {
    assert.deepEqual(found('03/07/2024', plan('March 14, 2024'), 'Director', 'G'), []);
  });
});

describe('plan-adopted, of a plan of a day to come', () => {
  const sale = (note: string, signed = '03/08/2024', box = ''): string =>
    [
      '3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2024</u>',
      `| Common Stock | 03/07/2024 |  | S |  | 693 <sup>(1)</sup> | D | \\$43.16 | 9,503 | D |  |`,
      `1. ${note}`,
      `Signature: ${signed && `/s/ Rowan J. Alder ${signed}`}`,
      box,
    ].join('\n');
  const found = (...args: Parameters<typeof sale>): string[] => only('plan-adopted', sale(...args));

  it('tells the day, at its place', () => {
    for (const [words, day] of [
      ['adopted on March 14, 2024', 'March 14, 2024'],
      ['adopted by the person on December 5, 2024', 'December 5, 2024'],
      ['entered into on 03/14/2024', '03/14/2024'],
      ['dated 14 March 2025', '14 March 2025'],
      ['adopted on June 1, 2023 and modified on June 1, 2032', 'June 1, 2032'],
    ] as const) {
      const example = sale(`Sold under a Rule 10b5-1 trading plan ${words}.`);
      const [one, ...more] = findings(filingAround(example), { today: 30000 }).filter(
        ({ rule }) => rule === 'plan-adopted',
      );
      assert.match(one!.message, /^Check the date: .* which is after the signature on 03\/08\/2024\.$/, words);
      assert.equal(one!.severity, 'warning');
      assert.equal(filingAround(example).slice(one!.span.start, one!.span.end), day);
      assert.deepEqual(more, [], words);
    }
  });
  it('goes by the day of the check where nobody has signed', () => {
    const example = filingAround(sale('Sold under a Rule 10b5-1 plan adopted on March 14, 2024.', ''));
    const on = (today?: number): number =>
      findings(example, { today }).filter(({ rule, severity }) => rule === 'plan-adopted' && severity === 'warning')
        .length;
    assert.equal(on(19795), 1, 'March 13, 2024: after today');
    assert.equal(on(19796), 1, 'the day itself: after the trade');
    assert.match(said(findings(example, { today: 19795 })).join(), /after today, on 03\/13\/2024/);
    assert.doesNotMatch(said(findings(example, { today: 19796 })).join(), /after today/);
    assert.doesNotMatch(said(findings(example)).join(), /after today|after the signature/);
  });
  it('is none of these', () => {
    for (const note of [
      'Sold under a Rule 10b5-1 plan adopted on September 1, 2023.',
      'Sold under a Rule 10b5-1 plan adopted on September 1, 2023 that expires on March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted on September 1, 2023, which terminates on March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted in 2023 that expires on March 1, 2025.',
      'Sold under a Rule 10b5-1 plan entered into for a term ending March 1, 2025.',
      'Sold under a Rule 10b5-1 plan, adopted to sell shares until March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted for sales through March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted in September 2023; it ends March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted to sell shares no later than March 1, 2025.',
      'Sold under a Rule 10b5-1 plan; the person intends to have a new one adopted on June 1, 2024.',
      'Sold under a Rule 10b5-1 plan. Another will be adopted on June 1, 2024.',
      'Sold under a Rule 10b5-1 plan that may be modified on June 1, 2024.',
      'Sold under a Rule 10b5-1 plan adopted in June 2024.',
      'Sold under a Rule 10b5-1 plan.',
      'Sold to pay for options that expire on March 1, 2025, under a Rule 10b5-1 plan.',
      'The option expires on March 1, 2025. Sold under a Rule 10b5-1 plan adopted on September 1, 2023.',
      'Sold under an agreement dated March 1, 2025.',
      'Sold under a Rule 10b5-1 plan adopted on September 1, 2023 and amended on December 1, 2023.',
      'Sold under a trading plan entered into on November 30, 2023. The options vest on March 1, 2025.',
      'Sold under a Rule 10b5-1 plan (adopted 9/1/2023; end date 3/1/2025).',
    ])
      assert.deepEqual(
        found(note).filter((one) => one.includes('which is after')),
        [],
        note,
      );
    const plan = (day: string): string => `Sold under a Rule 10b5-1 plan adopted on ${day}.`;
    assert.deepEqual(
      found(plan('March 8, 2024')).filter((one) => one.includes('which is after')),
      [],
      'the same day',
    );
    assert.deepEqual(
      found(plan('March 14, 2024'), '03/08/2023').filter((one) => one.includes('which is after')),
      [],
    );
  });
});

describe('a title without its tick', () => {
  const TICK = '<input checked="" type="checkbox"/>';
  const box5 = (words: string): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`;
  it('is told', () => {
    flags(
      'relationship',
      box5(`${TICK} Director 10% Owner Officer (give title below) Other (specify below) <u>⟦Treasurer⟧</u>`),
      'warning: Expected a tick at Officer',
    );
  });
  it('may belong to Other, and needs no title', () => {
    fine(box5(`${TICK} Director 10% Owner Officer (give title below) ${TICK} Other (specify below) <u>Trustee</u>`));
    fine(box5(`${TICK} Director 10% Owner ${TICK} Officer (give title below) Other (specify below) <u>Treasurer</u>`));
    fine(box5(`${TICK} Director ${TICK} 10% Owner Officer (give title below) Other (specify below)`));
  });
});

describe('an amendment that is none by box 4', () => {
  const found = (words: string): string[] => only('amendment', `Remarks: ${words}`);
  it('is told by its own words', () => {
    for (const words of [
      'This Form 4/A corrects the price.',
      'This amendment is being filed to correct the price.',
      'This amendment was filed late.',
      'This filing amends the Form 4 filed on March 1, 2022.',
      'The person hereby amends the Form 4 originally filed on March 1, 2022.',
      'This report corrects the original report.',
    ])
      assert.equal(found(words).length, 1, words);
  });
  it('is not every use of the word', () => {
    for (const words of [
      'The plan was amended on March 1, 2022.',
      'Pursuant to the amendment of the award agreement.',
      'An amendment to the Form 4 filed on March 1, 2022 was filed on March 3, 2022.',
      'See Amendment No. 3 to Schedule 13D.',
      'As amended, the trust holds the shares.',
      'A Form 4/A was filed on March 3, 2022.',
      'The prior Form 4 overstated the holdings.',
    ])
      assert.deepEqual(found(words), [], words);
    fine(
      '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/08/2022</u>\nRemarks: This Form 4/A corrects it.',
    );
  });
});
