/** Boxes, signatures and hidden characters: places, near misses, what is offered. */
import assert from 'node:assert/strict';
import { filingAround, findings } from '../../harness';
import { offers, related, told } from '../told';

const TICK = '<input checked="" type="checkbox"/>';
const row = (date = '03/07/2022', amount = '1', total = '9'): string =>
  `| Common Stock | ${date} |  | A |  | ${amount} | A | \\$0 | ${total} | D |  |`;
const box4 = (date: string): string => `4. If Amendment, Date of Original Filed (Month/Day/Year) <u>${date}</u>`;
const filing = (...lines: string[]): string => lines.join('\n');

describe('signature', () => {
  it('stands below footnotes and remarks, whichever comes last', () => {
    for (const lines of [
      'Signature:',
      'Signature:\n1. A note.\n| Common Stock <sup>(1)</sup> | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |',
      'Signature:\nRemarks: None at all.',
    ]) {
      const text = filingAround(lines);
      const { span } = findings(text).find(({ rule }) => rule === 'signature')!;
      const before = text.slice(0, span.start).trimEnd();
      assert.equal(span.start, span.end);
      assert.ok(/(?:Responses:|A note\.|None at all\.)$/.test(before), before.slice(-40));
    }
  });
  it('has a name and a date', () => {
    assert.match(told('signature', 'Signature: 03/08/2022').join(), /^error: Expected a name before the date/);
    assert.match(told('signature', 'Signature: /s/ Rowan J. Alder').join(), /^information: Expected a date beside/);
    assert.deepEqual(told('signature', 'Signature: /s/ R. 03/08/2022'), []);
  });
  it('has a name besides the /s/, of which one finding tells', () => {
    for (const mark of ['/s/', '/S/', '/s/ ______', 's/'])
      assert.deepEqual(told('signature', `Signature: ${mark} 03/08/2022`), [
        `error: Expected a name before the date of the signature; found "${mark}" alone.`,
      ]);
    assert.deepEqual(told('signature', 'Signature: /s/'), [
      'information: Expected a name and a date; found "/s/" alone.',
    ]);
  });
});

describe('relationship', () => {
  const box5 = (words: string): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`;
  const found = (words: string): string[] => told('relationship', box5(words));
  it('takes any tick, and asks for the words of two', () => {
    assert.deepEqual(found(`${TICK} Director 10% Owner Officer (give title below) Other (specify below)`), []);
    assert.deepEqual(found(`Director ${TICK} 10% Owner Officer (give title below) Other (specify below)`), []);
    assert.match(
      found('Director 10% Owner Officer (give title below) Other (specify below)').join(),
      /^error: Expected a tick/,
    );
    assert.match(
      found(`Director 10% Owner ${TICK} Officer (give title below) Other (specify below)`).join(),
      /^error: Expected the title of the officer/,
    );
    assert.match(
      found(`Director 10% Owner Officer (give title below) ${TICK} Other (specify below)`).join(),
      /^error: Expected words that say/,
    );
  });
  it('is one finding, whatever the box lacks', () => {
    assert.deepEqual(found(`Director 10% Owner ${TICK} Officer (give title below) ${TICK} Other (specify below)`), [
      'error: Expected the title of the officer and words that say what the person is in box 5, since Officer and Other are checked; found none.',
    ]);
  });
  it('is told of a mark that belongs to none of its boxes', () => {
    assert.deepEqual(found('[ ] Director [ ] 10% Owner [ ] Officer (give title below) [ ] Other (specify below) X'), [
      'error: Expected a tick at Director, 10% Owner, Officer or Other in box 5; found "X" behind the last of them. Write X between the brackets of the one that applies.',
    ]);
  });
});

describe('amendment', () => {
  const more = 'Remarks: Corrects the price.';
  it('is compared with the last signature, and with the earliest transaction', () => {
    assert.match(
      told('amendment', filing(box4('03/09/2022'), more)).join(),
      /^error: Expected the original form to have been filed on or before 03\/08\/2022/,
    );
    assert.deepEqual(related('amendment', filing(box4('03/09/2022'), more)), ['the signature: 03/08/2022']);
    assert.match(
      told('amendment', filing(box4('03/04/2022'), more)).join(),
      /^warning: .*on or after 03\/07\/2022, the earliest transaction/,
    );
    assert.deepEqual(related('amendment', filing(box4('03/04/2022'), more)), ['the earliest transaction: 03/07/2022']);
    const two = filing(row('03/08/2022'), row('03/07/2022', '1', '10'));
    assert.deepEqual(told('amendment', filing(two, box4('03/07/2022'), more)), []);
  });
  it('is not compared with transactions of which one has no date that can be read', () => {
    for (const date of ['', 'soon', '03/07/0022', '03/07/2031'])
      assert.deepEqual(
        told('amendment', filing(row('03/07/2022'), row(date, '1', '10'), box4('03/04/2022'), more)),
        [],
        date,
      );
    const held = '| Common Stock |  |  |  |  |  |  |  | 5 | I | By Trust |';
    assert.equal(told('amendment', filing(row(), held, box4('03/04/2022'), more)).length, 1, 'holdings have none');
    assert.deepEqual(told('amendment', filing(held, box4('03/04/2022'), more)), []);
  });
  it('is not compared where box 4 itself is wrong', () =>
    assert.deepEqual(told('amendment', filing(box4('03/37/2022'), more)), []));
  it('says what it changes', () => {
    assert.match(told('amendment', box4('03/08/2022')).join(), /^warning: Expected a footnote or a remark/);
    assert.deepEqual(
      told('amendment', filing(box4('03/08/2022'), row().replace('Stock', 'Stock <sup>(1)</sup>'), '1. A note.')),
      [],
    );
  });
});

describe('plan-box', () => {
  const filed = (box: string, ...notes: string[]): string =>
    filing(
      `${box}Check this box to indicate that a transaction was made pursuant to a contract. See Instruction 10.`,
      `| Common Stock | 03/07/2024 |  | S |  | 693 <sup>${notes.map((_, at) => `(${at + 1})`).join('')}</sup> | D | \\$43.16 | 9,503 | D |  |`,
      ...notes.map((note, at) => `${at + 1}. ${note}`),
      '3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2024</u>',
      'Signature: /s/ Rowan J. Alder 03/08/2024',
    );
  const checked = (...notes: string[]): string[] => told('plan-box', filed(`${TICK} `, ...notes));
  const clear = (...notes: string[]): string[] => told('plan-box', filed('', ...notes));
  it('takes the last of several plans', () => {
    const plan = (date: string): string => `Sold pursuant to a 10b5-1 plan adopted on ${date}.`;
    assert.deepEqual(checked(plan('May 2, 2022'), plan('May 2, 2023')), []);
    assert.deepEqual(checked(plan('May 2, 2023'), plan('May 2, 2022')), []);
    assert.match(checked(plan('May 2, 2021'), plan('May 2, 2022')).join(), /the plan is of 05\/02\/2022/);
    assert.match(checked(plan('May 2, 2022'), plan('May 2, 2021')).join(), /the plan is of 05\/02\/2022/);
    assert.match(clear(plan('May 2, 2022'), plan('May 2, 2023')).join(), /a note speaks of a plan of 05\/02\/2023/);
  });
  it('points to the notes that speak of the plan', () => {
    assert.deepEqual(related('plan-box', filed(`${TICK} `, 'Sold under a 10b5-1 plan.', 'Held by a trust.')), [
      'the note: Sold under a 10b5-1 plan.',
    ]);
    assert.deepEqual(related('plan-box', filed(`${TICK} `, 'Sold under a 10b5-1 plan dated May 2, 2023.')), [
      'the note: Sold under a 10b5-1 plan dated May 2, 2023.',
    ]);
  });
  it('tells one finding at a time', () => {
    assert.match(checked('Sold.').join(), /^warning: .*expected a footnote or remark that names the plan and the date/);
    assert.match(
      checked('Sold under a 10b5-1 plan.').join(),
      /^warning: .*names the plan and the date on which it was adopted/,
    );
    assert.deepEqual(clear('Sold.'), []);
    assert.deepEqual(clear('Sold under a 10b5-1 plan.'), []);
  });
  it('asks for the box beside the other one above the tables', () => {
    const text = filingAround(
      '| Common Stock | 04/03/2023 |  | A |  | 1 | A | \\$0 | 9 | D |  |\n3. Date of Earliest Transaction (Month/Day/Year) <u>04/03/2023</u>\nSignature: /s/ Rowan J. Alder 04/04/2023',
    ).replace(/Check this box to indicate.*\n/, '');
    const at = (example: string): string => {
      const { span } = findings(example).find(({ rule }) => rule === 'plan-box')!;
      return example.slice(span.start, span.end).slice(0, 30);
    };
    assert.equal(at(text), 'Check this box if no longer su');
    assert.match(at(text.replace(/Check this box if no longer.*\n/, '')), /^1\. Name and Address/);
    assert.deepEqual(
      findings(text.replaceAll('04/04/2023', '04/02/2023').replaceAll('04/03/2023', '03/31/2023')).map(
        ({ rule }) => rule,
      ),
      [],
    );
  });
});

describe('trojan-text', () => {
  const at = (n: number): string => 'a\u200bb'.repeat(n);
  it('says which character, how many there are, and why', () => {
    assert.match(
      told('trojan-text', `Remarks: ${at(1)}`).join(),
      /^warning: Found a character without width \(U\+200B\): words that look the same are not\.$/,
    );
    assert.match(told('trojan-text', `Remarks: ${at(2)}`).join(), /\(U\+200B\), 2 in all:/);
    assert.match(
      told('trojan-text', 'Remarks: a\u202eb').join(),
      /Found a control character that turns the direction of text \(U\+202E\): what is seen may not be what is filed\.$/,
    );
    assert.match(told('trojan-text', 'Remarks: a\u061cb').join(), /\(U\+061C\)/);
    assert.deepEqual(offers('trojan-text', `Remarks: ${at(1)}`), ['* Remove this character']);
    assert.deepEqual(offers('trojan-text', `Remarks: ${at(2)}`), ['* Remove these characters']);
    assert.equal(related('trojan-text', `Remarks: ${at(30)}`).length, 20);
    assert.match(related('trojan-text', `Remarks: ${at(2)}`).join(), /^another: /);
  });
  it('finds each of them', () => {
    for (const character of '\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u180e\u200b\u200d\u2060\u2064\ufeff')
      assert.equal(told('trojan-text', `Remarks: a${character}b`).length, 1, character.charCodeAt(0).toString(16));
    assert.deepEqual(told('trojan-text', 'Remarks: “it’s” – a\u00a0b'), []);
  });
  it('lets the mark at the very beginning be, with others behind it told apart', () => {
    const text = filingAround('');
    const found = (example: string) => findings(example).filter(({ rule }) => rule === 'trojan-text');
    assert.equal(found('\ufeff' + text.replace('Common', 'Com\ufeffmon')).length, 1);
    assert.equal(found('\u200b' + text).length, 1);
  });
  it('names the place of a mixed name', () => {
    const boxes = (name: string, issuer: string, ticker: string): string =>
      filing(
        `1. Name and Address of Reporting Person* <u>${name}</u>  (Last) (First) (Middle) 12 QUAY STREET  (Street) PORTLAND ME 04101  (City) (State) (Zip)`,
        `2. Issuer Name and Ticker or Trading Symbol <u>${issuer} [ ${ticker} ]</u>`,
      );
    const where = (...args: Parameters<typeof boxes>): string | undefined =>
      /letters in (.*?); found/.exec(told('trojan-text', boxes(...args)).join())?.[1];
    assert.equal(where('Al\u0501der R\u043ewan', 'NORTHWIND INC', 'NWHX'), 'the name in box 1');
    assert.equal(where('Alder Rowan', 'N\u041eRTHWIND INC', 'NWHX'), 'the issuer’s name');
    assert.equal(where('Alder Rowan', 'NORTHWIND INC', '\u041d\u041a'), 'the trading symbol');
    assert.equal(where('Alder Rowan', 'NORTHWIND \u041e\u041e\u041e', 'NWHX'), undefined, 'a word of its own alphabet');
    assert.match(
      told('trojan-text', 'Signature: /s/ R\u043ewan Alder 03/08/2022').join(),
      /Latin letters in the signature; found/,
    );
  });
});
