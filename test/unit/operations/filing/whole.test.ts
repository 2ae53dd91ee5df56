import assert from 'node:assert/strict';
import { read } from '../../../../server/src/readers';
import { filingAround } from '../../harness';
import { asks, done, faults, makes, refuses } from '../rows/operating';

const STOCK = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |';
const OPTION =
  '| Stock Option | \\$12.25 | 03/01/2022 |  | A |  | 500 |  | 03/01/2022 | 02/01/2027 | Common Stock | 500 | \\$0 | 4,500 | D |  |';

describe('an exercise', () => {
  const answers = {
    option: '0',
    number: '1,500',
    date: '03/07/2022',
    then: 'withheld',
    disposed: '600',
    price: '48.11',
  };
  const box3 = '3. Date of Earliest Transaction (Month/Day/Year) <u>03/01/2022</u>';

  it('writes M in both tables, F, and every total', () => {
    const { text } = makes(
      'rows.exercise',
      `\n${box3}\n${STOCK}\nTable II\n${OPTION}\n- A ‸note.`,
      `\n${box3}\n${STOCK}
| Common Stock | 03/07/2022 |  | M |  | 1,500 | A | \\$12.25 | 2,500 | D |  |
| Common Stock | 03/07/2022 |  | F |  | 600 | D | \\$48.11 | 1,900 | D |  |
Table II
${OPTION}
| Stock Option | \\$12.25 | 03/07/2022 |  | M |  |  | 1,500 | 03/01/2022 | 02/01/2027 | Common Stock | 1,500 | \\$0 | 3,000 | D |  |
- A note.`,
      answers,
    );
    assert.deepEqual(faults(text.replace('- A note.', '')), []);
  });
  it('with a sale, or all kept', () => {
    const at = `\n${box3}\n${STOCK}\nTable II\n${OPTION.replace('12.25', '12‸.25')}`;
    const { text } = done('rows.exercise', filingAround(at), { ...answers, then: 'sold', disposed: '2000' });
    assert.match(text, /\| S \| {2}\| 2,000 \| D \| \\\$48\.11 \| 500 \| D \| {2}\|/);
    const kept = done('rows.exercise', filingAround(at), { ...answers, then: 'kept' }).text;
    assert.match(kept, /2,500 \| D \| {2}\|\n\nTable II/);
    assert.deepEqual(faults(kept), []);
  });
  it('a holding row of the option, and of the shares, gives way', () => {
    const held = OPTION.replace('| 03/01/2022 |  | A |  | 500 |  |', '|  |  |  |  |  |  |').replace('| \\$0 |', '|  |');
    const { text } = done(
      'rows.exercise',
      filingAround(
        `\n| Common Stock |  |  |  |  |  |  |  | 1,000 | D |  |\nTable II\n${held.replace('| 500 |', '| 4,500 |').replace('12.25', '12‸.25')}`,
      ),
      { ...answers, then: 'kept' },
    );
    assert.equal(text.match(/^\| Stock Option/gm)?.length, 1);
    assert.equal(text.match(/^\| Common Stock/gm)?.length, 1);
    assert.deepEqual(faults(text), []);
  });
  it('units without a price carry their marker over', () => {
    const units = OPTION.replace('\\$12.25', '<sup>(1)</sup>').replace('Stock Option', 'Restricted ‸Stock Units');
    const { text } = done(
      'rows.exercise',
      filingAround(`\n${box3}\n${STOCK}\nTable II\n${units}\n(1) One share each.`),
      { ...answers, then: 'kept' },
    );
    assert.match(text, /\| M \| {2}\| 1,500 \| A \| <sup>\(1\)<\/sup> \| 2,500 \|/);
    assert.deepEqual(faults(text), []);
  });
  it('an option that Table II has no row of is asked for, term by term', () => {
    const terms = {
      ...answers,
      option: 'another',
      optionTitle: 'Warrants',
      exercisePrice: '9',
      exercisable: '1/1/2020',
      expires: '1/1/2030',
      underlying: 'Common Stock',
      held: '2000',
      then: 'kept',
    };
    const { text } = done('rows.exercise', filingAround(`\n${STOCK}\n- A ‸note.`), terms);
    assert.match(
      text,
      /\| Warrants \| \\\$9 \| 03\/07\/2022 \| {2}\| M \| {2}\| {2}\| 1,500 \| 01\/01\/2020 \| 01\/01\/2030 \| Common Stock \| 1,500 \| \\\$0 \| 500 \| D \| {2}\|/,
    );
    assert.deepEqual(faults(text.replace('- A note.', '')), []);
  });
  it('asks one thing after another, and again where the answer cannot be', () => {
    const example = `\n${STOCK}\nTable II\n${OPTION}\n- A ‸note.`;
    const { choices } = asks('rows.exercise', example, 'option');
    assert.deepEqual(choices![0], {
      value: '0',
      label: 'Stock Option, $12.25, expires 02/01/2027',
      description: '4,500 left',
    });
    asks('rows.exercise', example, 'number', { option: '0' });
    assert.match(
      asks('rows.exercise', example, 'number', { option: '0', number: '4501' }).problem ?? '',
      /Expected 4,500 at the most; found 4,501/,
    );
    assert.equal(asks('rows.exercise', example, 'date', { option: '0', number: '1' }).value, '03/07/2022');
    asks('rows.exercise', example, 'then', { option: '0', number: '1', date: '3/7/22' });
    asks('rows.exercise', example, 'disposed', { ...answers, disposed: '1501' });
    asks('rows.exercise', example, 'price', { ...answers, price: '0' });
    refuses('rows.exercise', example.replace('| 4,500 |', '| 0 |'), /none of them is left/, answers);
    refuses('rows.exercise', example, /9,999 would be disposed of/, { ...answers, then: 'sold', disposed: '9999' });
  });
});

describe('splitting', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => {
      const day = at < 30 ? '03/07/2022' : '03/08/2022';
      const note = at % 10 === 5 ? ` <sup>(${(at - 5) / 10 + 1})</sup>` : '';
      return `| Common Stock | ${day} |  | A |  | 10${note} | A | \\$0 | ${(1000 + at * 10).toLocaleString('en-US')} | D |  |`;
    }).join('\n');
  const notes = (count: number): string =>
    Array.from({ length: count }, (_, at) => `(${at + 1}) Note ${at + 1}.`).join('\n');

  it('leaves 30 rows and opens the others with the notes that they cite, numbered anew, and their own box 3', () => {
    const { text, outcome } = done(
      'filing.split',
      filingAround(`\n${rows(40)}\n${notes(4)}\nSignature: /s/ Rowan J. Alder 03/09‸/2022`),
    );
    const [one, two] = [read(text), read(outcome.another!.text)];
    assert.equal(one.nonDerivativeTable.rows.length, 30);
    assert.equal(two.nonDerivativeTable.rows.length, 10);
    assert.deepEqual(
      one.footnotes.list.map(({ text: words }) => words),
      ['Note 1.', 'Note 2.', 'Note 3.'],
    );
    assert.match(outcome.another!.text, /10 <sup>\(1\)<\/sup>[\s\S]*\n\(1\) Note 4\.\n/);
    assert.match(outcome.another!.text, /<u>03\/08\/2022<\/u>/);
    assert.deepEqual(faults(text), []);
    assert.deepEqual(faults(outcome.another!.text), []);
  });
  it('leaves a box 3 that is not the earliest transaction to the user', () => {
    const box3 = '3. Date of Earliest Transaction (Month/Day/Year) <u>03/04/2022</u>';
    const { outcome } = done(
      'filing.split',
      filingAround(`\n${box3}\n${rows(40)}\n${notes(4)}\nSignature: /s/ Rowan J. Alder 03/09‸/2022`),
    );
    assert.match(outcome.another!.text, /<u>03\/04\/2022<\/u>/);
  });
  it('takes a transaction along where only holdings would go', () => {
    const holding = '\n| Common Stock |  |  |  |  |  |  |  | 7 | I | By Trust |';
    const { text, outcome } = done(
      'filing.split',
      filingAround(`\n${rows(30)}${holding}\n${notes(3)}\nSignature: /s/ Rowan J. Alder 03/09‸/2022`),
    );
    assert.equal(read(text).nonDerivativeTable.rows.length, 29);
    assert.deepEqual(
      read(outcome.another!.text).nonDerivativeTable.rows.map(({ kind }) => kind),
      ['transaction', 'holding'],
    );
    assert.deepEqual(faults(outcome.another!.text), []);
  });
  it('is refused where nothing is too long', () => {
    refuses('filing.split', `\n${rows(30)}‸\n${notes(3)}`, /no table here has more than 30 rows/);
  });
});

describe('an amendment', () => {
  const second = STOCK.replace('| A |  | 100 ', '| A |  | 200 <sup>(1)</sup> ').replace('1,000', '1,200');
  const original = filingAround(`\n${STOCK}\n${second}\n(1) Vests in 2023.`);
  const now = original.replace('200 <sup>', '2‸50 <sup>').replace('1,200', '1,250');
  const answers = {
    original,
    filed: '03/08/2022',
    note: 'This amendment corrects the number of shares in the second row.',
  };

  it('leaves the lines that differ, and writes box 4 and the note', () => {
    const { text, outcome } = done('filing.amend', now, answers);
    const filing = read(text);
    assert.equal(filing.documentType, '4/A');
    assert.deepEqual(
      filing.nonDerivativeTable.rows.map(({ transactionShares: { raw } }) => raw),
      ['250'],
    );
    assert.match(text, /Original Filed \(Month\/Day\/Year\) <u>03\/08\/2022<\/u>/);
    assert.match(text, /\(1\) Vests in 2023\.\n\nRemarks:\n\nThis amendment corrects/);
    assert.equal(
      outcome.remark,
      'Left out: 1 line that is as in the original. Sign it anew: the signature still has the original’s date, 03/08/2022.',
    );
    assert.deepEqual(faults(text), []);
  });
  it('does not ask to sign anew what has been signed anew', () => {
    const signed = now.replace('Alder 03/08/2022', 'Alder 03/15/2022');
    assert.equal(done('filing.amend', signed, answers).outcome.remark, 'Left out: 1 line that is as in the original.');
  });
  it('compares what lines say: the words of their footnotes, not their numbers', () => {
    const renumbered = original.replace('| 100 |', '| 1‸01 |').replace('(1)</sup>', '(01)</sup>');
    const { text } = done('filing.amend', renumbered, answers);
    assert.deepEqual(
      read(text).nonDerivativeTable.rows.map(({ transactionShares: { raw } }) => raw),
      ['101'],
    );
    const reworded = original.replace('Vests in 2023', 'Vests in ‸2024');
    assert.equal(read(done('filing.amend', reworded, answers).text).nonDerivativeTable.rows.length, 1);
  });
  it('counts equal lines: one that the original has once leaves one', () => {
    const twice = original.replace(STOCK, `${STOCK}\n${STOCK.replace('| D |', '| D‸ |')}`);
    assert.equal(read(done('filing.amend', twice, answers).text).nonDerivativeTable.rows.length, 1);
  });
  it('asks for the original, the day and the note; refuses what is no original', () => {
    assert.equal(asks('filing.amend', now, 'original').kind, 'file');
    assert.equal(asks('filing.amend', now, 'filed', { original }).value, '03/08/2022');
    asks('filing.amend', now, 'filed', { original, filed: '03/08/2031' });
    asks('filing.amend', now, 'note', { original, filed: '03/08/2022' });
    refuses('filing.amend', now, /no row of a Form 4/, { original: 'A letter.' });
    refuses('filing.amend', original.replace('2023', '2023‸'), /no line here differs/, answers);
  });
});

describe('a long title', () => {
  const box5 = (title: string): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director 10% Owner <input checked="" type="checkbox"/> Officer (give title below) Other (specify below) ${title}`;
  it('goes to the remarks', () => {
    const long = 'Executive Vice President and General Counsel';
    const { text } = done('owner.seeRemarks', filingAround(`\n${box5(long.replace('Vice', 'Vi‸ce'))}\n${STOCK}`));
    assert.equal(read(text).reportingOwners[0]!.officerTitle!.value, 'See Remarks');
    assert.equal(read(text).remarks!.value, `Title: ${long}`);
    assert.deepEqual(faults(text), []);
    const more = done(
      'owner.seeRemarks',
      filingAround(`\n${box5(long.replace('Vice', 'Vi‸ce'))}\n${STOCK}\nRemarks: Exhibit 24.`),
    ).text;
    assert.equal(read(more).remarks!.value, `Exhibit 24. Title: ${long}`);
  });
  it('of 30 characters stays', () => {
    refuses(
      'owner.seeRemarks',
      `\n${box5('Chief Executive Officer, Chair'.replace('Chief', 'Chi‸ef'))}\n${STOCK}`,
      /no officer’s title/,
    );
  });
});
