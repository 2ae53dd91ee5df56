/** The page before filing: a filing and a day in, Markdown out. */
import assert from 'node:assert/strict';
import { Snapshot } from '../../../server/src/server/snapshot';
import { NO_DOCUMENT_CONFIG, type DocumentConfig } from '../../../server/src/server/documentConfigs';
import { beforeFilingPage, reportPage } from '../../../server/src/server/pages';
import { dayOf, type Day } from '../../../server/src/text/days';
import { filingAround } from '../harness';

const CONFIG: DocumentConfig = { ...NO_DOCUMENT_CONFIG, whoSet: () => 'set in /a/.form4.json' };
const MARCH = (day: number): Day => dayOf(2022, 3, day)!;
const URI = 'file:///filings/one%201.txt';
const snapshotOf = (example: string): Snapshot => new Snapshot(URI, 1, filingAround(example), () => '1');
const page = (example: string, today: Day | undefined = MARCH(8), config = CONFIG, more = {}): string =>
  beforeFilingPage(snapshotOf(example), { textDocument: { uri: URI }, ...more }, config, today);
const part = (text: string, heading: string): string =>
  text.split(`## ${heading}\n\n`)[1]?.split('\n\n')[0]!.trimEnd() ?? '';
/** The line below the title. */
const verdict = (text: string): string => text.split('\n')[2]!;
/** The line of an example's first row, from 1. */
const lineOf = (example: string): number =>
  filingAround(example)
    .split('\n')
    .findIndex((line) => line.startsWith('| Common Stock')) + 1;

const GOOD = '| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 9,503 | D |  |';
const UNSIGNED = `${GOOD}\nSignature:`;
const WRONG = `${GOOD}\n| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 10,169 | D |  |`;

describe('the pages on a text of several filings', () => {
  const dump = new Snapshot(URI, 1, filingAround(GOOD) + filingAround(WRONG), () => '1');
  const second = lineOf(GOOD) + filingAround(GOOD).split('\n').length - 1;
  it('before filing are one a filing, each with its own verdict and its own day', () => {
    const text = beforeFilingPage(dump, { textDocument: { uri: URI } }, CONFIG, MARCH(8));
    assert.deepEqual(text.match(/^# .*|^\*\*(?:Ready|Not).*/gm), [
      '# Check before filing: /filings/one 1.txt',
      '# Check before filing: /filings/one 1.txt, filing 1 of 2',
      '**Ready to file.**',
      '# Check before filing: /filings/one 1.txt, filing 2 of 2',
      '**Not ready: 1 thing does not add up.**',
    ]);
    assert.match(
      text,
      new RegExp(`for the transaction of 03/07/2022 \\(\\[Table I, row 1, column 2\\]\\(.*#L${second},`),
    );
  });
  it('of the report are one a filing', async () => {
    const text = await reportPage(dump, { textDocument: { uri: URI } }, CONFIG, MARCH(8), '1');
    assert.deepEqual(text.match(/^# Check report.*|^\*\*(?:\d|Nothing).*/gm), [
      '# Check report: /filings/one 1.txt',
      '# Check report: /filings/one 1.txt, filing 1 of 2',
      '**Nothing found.**',
      '# Check report: /filings/one 1.txt, filing 2 of 2',
      '**1 error.**',
    ]);
  });
});

describe('the check before filing', () => {
  it('reminds of the power of attorney where an attorney-in-fact signs, unless the remarks speak of it', () => {
    const signed = `${GOOD}\nSignature: /s/ Orla Fenn, Attorney-in-Fact for Rowan J. Alder 03/08/2022`;
    assert.match(
      part(page(signed), 'To remember'),
      /^- \[the signature\].*: an attorney-in-fact signs\. Check that the power/,
    );
    assert.equal(verdict(page(signed)), '**Ready to file.**');
    assert.equal(part(page(`${signed}\nRemarks: Exhibit 24 - Power of Attorney.`), 'To remember'), '');
    assert.equal(part(page(GOOD), 'To remember'), '');
  });
  it('a filing without a fault is ready, and nothing is listed', () => {
    const text = page(GOOD);
    assert.equal(verdict(text), '**Ready to file.**');
    assert.deepEqual(text.match(/^#+ .*/gm), ['# Check before filing: /filings/one 1.txt', '## Due']);
    assert.match(text, /^Checked as it would be filed today, Tuesday, 03\/08\/2022\.$/m);
  });

  it('says until when, for which row, and how far that is', () => {
    const due = (day: number): string => part(page(GOOD, MARCH(day)), 'Due');
    const place = `[Table I, row 1, column 2](file:///filings/one%201.txt#L${lineOf(GOOD)},18)`;
    assert.equal(
      due(8),
      `**Wednesday, 03/09/2022, 10 p.m. Eastern**, for the transaction of 03/07/2022 (${place}). That is tomorrow.`,
    );
    assert.match(due(7), /That is in 2 days\.$/);
    assert.match(due(9), /That is today\.$/);
    assert.match(due(10), /\*\*That was yesterday: the form is late\.\*\*$/);
    assert.match(due(14), /\*\*That was 5 days ago: the form is late\.\*\*$/);
    assert.match(
      part(page(GOOD, MARCH(8), { ...CONFIG, closed: new Set([MARCH(8)]) }), 'Due'),
      /Thursday, 03\/10\/2022/,
    );
  });

  it('takes the earliest row that is due, and says where none is', () => {
    const rows = [
      '| Common Stock | 03/07/2022 |  | G | V | 5 | D | \\$0 | 9,498 | D |  |',
      '| Common Stock | 03/08/2022 |  | S |  | 5 | D | \\$43.16 | 9,493 | D |  |',
    ];
    assert.match(part(page(rows.join('\n')), 'Due'), /^\*\*Thursday, 03\/10\/2022/);
    for (const two of [`${rows[1]}\n${GOOD}`, `${GOOD}\n${rows[1]}`])
      assert.match(part(page(two), 'Due'), /^\*\*Wednesday, 03\/09\/2022/);
    assert.equal(part(page(rows[0]!), 'Due'), 'No transaction here says on which day the form is due.');
    assert.equal(
      part(page(`${GOOD}\n4. If Amendment, Date of Original Filed (Month/Day/Year) 03/01/2022`), 'Due'),
      'An amendment is not due on a day.',
    );
  });

  it('that a form is late is said once', () => {
    const text = page(`${GOOD}\nSignature: /s/ Rowan J. Alder 03/14/2022`, MARCH(14));
    assert.equal(text.match(/late|due by/g)?.length, 1);
    assert.ok(!text.includes('filed-late'));
  });

  it('parts what EDGAR would suspend from what does not add up', () => {
    const text = page(`${WRONG}\n| Common Stock | 03/07/2022 |  | Q |  | 1 | A | \\$43.16 | 10,197 | D |  |`);
    assert.match(
      part(text, 'EDGAR would suspend'),
      /^- \[Table I, row 3, column 3 \(Code\)\]\(.*\): Expected one of the transaction codes .* \(code-unknown\)$/,
    );
    assert.match(
      part(text, 'Does not add up'),
      /^- \[Table I, row 2, column 5\]\(.*\): Expected 10,196 .* \(holdings-total\)$/,
    );
    assert.equal(verdict(text), '**Not ready: EDGAR would suspend it for 1 reason, and 1 thing does not add up.**');
    assert.equal(verdict(page(WRONG)), '**Not ready: 1 thing does not add up.**');
  });

  it('a draft is judged as if it were signed: the signature is missing', () => {
    const text = page(UNSIGNED);
    assert.match(text, /^Checked as if it were signed today, Tuesday, 03\/08\/2022\.$/m);
    assert.match(part(text, 'EDGAR would suspend'), /\(signature\)$/);
    assert.equal(verdict(text), '**Not ready: EDGAR would suspend it for 1 reason.**');
  });

  it('a signature that is only dated too early is nothing that EDGAR looks at', () => {
    const text = page(`${GOOD}\nSignature: /s/ Rowan J. Alder 02/08/2022`);
    assert.equal(part(text, 'EDGAR would suspend'), '');
    assert.match(part(text, 'Does not add up'), /\((?:signature|date-after-signature)\)$/);
  });

  it('what is only likely to be wrong is for a look, and the form is ready if it is meant', () => {
    const text = page('| Common Stock | 03/07/2022 |  | G |  | 5 | D | \\$2.50 | 9,503 | D |  |');
    assert.match(part(text, 'To look at'), /\(gift-price\)$/);
    assert.equal(verdict(text), '**Ready to file, if 1 thing to look at is as meant.**');
  });

  it('notes keep nothing from being filed, and the verdict counts them', () => {
    const note = '2. Issuer Name and Ticker or Trading Symbol <u>NORTHWIND HARBOR INC [ NW HX ]</u>';
    const text = page(`${GOOD}\n${note}`);
    assert.match(part(text, 'Notes'), /\(ticker-blank\)$/);
    assert.equal(verdict(text), '**Ready to file; 1 note to look at.**');
    const doubtful = '| Common Stock | 03/07/2022 |  | G |  | 5 | D | \\$2.50 | 9,503 | D |  |';
    assert.equal(
      verdict(page(`${doubtful}\n${note}`)),
      '**Ready to file, if 1 thing to look at is as meant; 1 note besides.**',
    );
  });

  it('names what was left out, and on whose word', () => {
    const text = page(WRONG, MARCH(8), { ...CONFIG, rules: { 'holdings-total': 'off' } });
    assert.equal(part(text, 'Left out'), '- holdings-total: off, set in /a/.form4.json');
    assert.equal(verdict(text), '**Ready to file.**');
    assert.match(text, /\*\*Ready to file\.\*\*\n\n1 rule is off: see “Left out” below\.\n/);
  });

  it('says first where the house’s own settings could not be read, and leads from each rule to its page', () => {
    const text = page(
      WRONG,
      MARCH(8),
      { ...CONFIG, fault: 'Nothing of /a/.form4.json holds.' },
      { rules: '../rules/' },
    );
    assert.match(text, /\n\nThe house’s own settings could not be read: see “Left out” below\.\n/);
    assert.equal(part(text, 'Left out'), '- Nothing of /a/.form4.json holds.');
    assert.match(part(text, 'Does not add up'), / \(\[holdings-total\]\(\.\.\/rules\/holdings-total\.md\)\)$/);
  });

  it('links lead where the client says, or are none', () => {
    assert.match(page(GOOD, MARCH(8), CONFIG, { link: '/a (b)/c.txt' }), /\]\(\/a%20%28b%29\/c\.txt#L\d+,18\)/);
    assert.doesNotMatch(page(GOOD, MARCH(8), CONFIG, { link: null }), /\]\(/);
    assert.match(page(GOOD, MARCH(8), CONFIG, { name: 'a_b*.txt' }), /^# Check before filing: a\\_b\\\*\.txt$/m);
  });

  it('nothing of the filing is markup', () => {
    const text = page('| Common Stock | 03/07/2022 |  | [x](http://a) |  | 693 | A | \\$43.16 | 9,503 | D |  |');
    assert.doesNotMatch(text.replaceAll('](file:', ''), /[^\\]\]\(/);
  });
});

describe('the check report of an unsaved text', () => {
  it('has the hash of the text, and the day and version it is given', async () => {
    const text = await reportPage(snapshotOf(GOOD), { textDocument: { uri: URI } }, CONFIG, MARCH(8), '1.2.3');
    const { createHash } = await import('node:crypto');
    assert.ok(text.includes(`\`${createHash('sha256').update(filingAround(GOOD)).digest('hex')}\``));
    assert.ok(text.includes('| Checked | form4 1.2.3, as on 2022-03-08 |'));
  });
});
