/** Near misses of the checks against the filing before: the last that is told, and the first that is not. */
import assert from 'node:assert/strict';
import { withPast } from '../../../server/src/ledger/checks/run';
import { Shelf } from '../../../server/src/ledger/shelf';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { formDate } from '../../../server/src/text/days';
import type { Severity } from '../../../server/src/rules/rule';
import { entry, holds, signed, trade, xml, xmlHolding, xmlOwner } from './made';

/** What is told of the last of some filings beside the others: `warning opening`. */
function told(texts: readonly string[], rules: Record<string, Severity | 'off'> = {}): string[] {
  const last = texts[texts.length - 1]!;
  const filing = read(last);
  const own = entryOf(filing, { path: 'last' });
  const shelf = new Shelf(texts.slice(0, -1).map((text, at) => entry(`${at}`, text)));
  return withPast(filing, own, check(filing, { today: 30_000 }), shelf.pastsOf(own), rules)
    .filter(({ severity, rule }) => severity !== 'hint' && rule !== 'closed-day')
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

/** A sale of 100 shares that leaves so many, and what else is held, signed the day after. */
const SIGNED_ON = 19_031; // 2022-02-08
const sale = (day: number, total: string, rows: readonly string[] = [], more: readonly string[] = []): string =>
  signed(formDate(day + 1), [trade(formDate(day), 'S', '100', 'D', total), ...rows].join('\n'), more, formDate(day));
const FIRST = sale(SIGNED_ON - 1, '48,310');
const later = (days: number, total: string, rows: readonly string[] = [], more: readonly string[] = []): string =>
  sale(SIGNED_ON + days, total, rows, more);

describe('opening', () => {
  const W = ['warning opening'];
  const I = ['information opening'];
  it('is told up to 130 days; what a slip explains, later too, as an information', () => {
    assert.deepEqual(told([FIRST, later(130, '40,000')]), I);
    assert.deepEqual(told([FIRST, later(131, '40,000')]), []);
    assert.deepEqual(told([FIRST, later(130, '48,030')]), W);
    assert.deepEqual(told([FIRST, later(131, '48,030')]), I);
  });
  it('is silent where a holding has grown by a fiftieth or less, but not within 30 days', () => {
    assert.deepEqual(told([FIRST, later(31, '49,176')]), []);
    assert.deepEqual(told([FIRST, later(31, '49,177')]), I);
    assert.deepEqual(told([FIRST, later(30, '49,176')]), I);
    assert.deepEqual(told([FIRST, later(30, '49,100.5')]), [], 'a part of a share was reinvested');
  });
  it('is told of a little more where the filer has said of each gap before what it was, or no gap was a little more', () => {
    const bought = '- Includes 300 shares bought under the employee stock purchase plan.';
    const plan = (more: readonly string[]): string[] => [
      FIRST,
      later(40, '48,210'),
      later(80, more.length > 0 ? '48,410 <sup>(1)</sup>' : '48,410', [], more),
      later(120, '48,310'),
    ];
    assert.deepEqual(told([...plan([bought]), later(160, '48,522')]), I);
    assert.deepEqual(told([...plan([]), later(160, '48,522')]), []);
    const fewer = [FIRST, later(40, '40,000'), later(80, '39,900'), later(120, '39,800')];
    assert.deepEqual(told([...fewer, later(160, '39,999')]), I);
  });
  it('is told after more than 130 days where the holding has gone on from four filings since its last gap', () => {
    const once = [FIRST, later(10, '40,000'), later(20, '39,900'), later(30, '39,800'), later(40, '39,700')];
    assert.deepEqual(told([...once, later(300, '30,000')]), []);
    assert.deepEqual(told([...once, later(50, '39,600'), later(300, '30,000')]), I);
  });
  it('is silent where several holdings differ: a filing is not here', () => {
    const trust = (total: string): string[] => [holds(total, 'I | By Trust |')];
    const first = sale(SIGNED_ON - 1, '48,310', trust('5,000'));
    assert.deepEqual(told([first, later(20, '40,000', trust('5,000'))]), I);
    assert.deepEqual(told([first, later(20, '40,000', trust('4,111'))]), []);
  });
  it('is silent where a filing with the class lies between, or the holding has had gaps before', () => {
    assert.deepEqual(told([FIRST, later(10, '48,210'), later(20, '48,110')]), []);
    const gaps = [FIRST, later(10, '40,000'), later(20, '30,000')];
    assert.deepEqual(told(gaps), []);
    const once = [FIRST, later(10, '40,000'), later(20, '39,900'), later(30, '39,800'), later(40, '39,700')];
    assert.deepEqual(told([...once, later(50, '30,000')]), I, 'one gap of five is no habit');
  });
  it('is told however little a holding grows that has always gone on, and beside one that has not', () => {
    const steady = [FIRST, later(10, '48,210'), later(20, '48,110')];
    assert.deepEqual(told([...steady, later(30, '48,111')]), I);
    const trust = (total: string): string[] => [holds(total, 'I | By Trust |')];
    const two = [
      sale(SIGNED_ON - 1, '48,310'),
      ...[10, 20].map((days) => later(days, `48,${310 - days * 10}`)),
      later(30, '48,010', trust('5,000')),
    ];
    assert.deepEqual(
      told([...two, later(40, '40,000', trust('4,111'))]),
      I,
      'the trust began in the last filing alone',
    );
  });
  it('is told of a number ten times as large, as an information; not where a note tells of a split', () => {
    assert.deepEqual(told([FIRST, later(20, '483,000')]), I);
    const split = later(20, '483,000', [], ['- Adjusted for the ten-for-one stock split.']);
    assert.deepEqual(told([FIRST, split.replace('| \\$40 |', '| \\$40 <sup>(1)</sup> |')]), []);
    assert.deepEqual(told([FIRST, later(20, '144,830')]), [], 'three for one');
  });
  it('is silent where units of a grant became shares', () => {
    const units = (total: string): string[] => [holds(total, 'D |  |', 'Class A Stock Units')];
    const first = sale(SIGNED_ON - 1, '48,310', units('900'));
    assert.deepEqual(told([first, later(20, '50,000', units('900'))]), I);
    assert.deepEqual(told([first, later(20, '50,000', units('700'))]), []);
    const both = (total: string, held: string): string[] => [...units(total), holds(held, 'I | By Trust |')];
    const trust = sale(SIGNED_ON - 1, '48,310', both('900', '5,000'));
    assert.deepEqual(told([trust, later(20, '48,210', both('700', '5,612'))]), I, 'but not those of a trust');
    const ofB = (total: string, held: string): string[] => [...units(total), holds(held, 'D |  |', 'Class B Stock')];
    const other = sale(SIGNED_ON - 1, '48,310', ofB('900', '5,000'));
    assert.deepEqual(told([other, later(20, '48,210', ofB('700', '5,612'))]), I, 'nor those of another class');
  });
  it('is silent where a note on the row, or one on plans or splits anywhere, says what no row shows', () => {
    const noted = (note: string, on: string): string =>
      later(20, '40,000', [], [`- ${note}`]).replace(`| ${on} |`, `| ${on} <sup>(1)</sup> |`);
    assert.deepEqual(told([FIRST, noted('Includes shares of the last award.', '40,000')]), []);
    assert.deepEqual(told([FIRST, noted('Includes shares of the last award.', '\\$40')]), I);
    assert.deepEqual(told([FIRST, noted('Shares are also bought through the 401(k) plan.', '\\$40')]), []);
  });
  it('is silent in an amendment, in one of several filings and behind one, and where the last was read otherwise', () => {
    const amended = later(
      20,
      '40,000',
      [],
      ['4. If Amendment, Date of Original Filed (Month/Day/Year) <u>02/08/2022</u>'],
    );
    assert.ok(!told([FIRST, amended]).includes('information opening'));
    const part = 'Remarks: This is the first of two Forms 4.';
    assert.deepEqual(told([FIRST, later(20, '40,000', [], [part])]), []);
    assert.deepEqual(told([sale(SIGNED_ON - 1, '48,310', [], [part]), later(20, '40,000')]), []);
  });
  it('is told where it holds in the series of each owner', () => {
    const joint = (ciks: readonly string[], signedOn: string, total: string): string =>
      xml({
        signedOn,
        period: signedOn,
        more: ciks.map((cik) => xmlOwner(cik, `Fund ${cik}`)).join(''),
        rows: xmlHolding(total),
      });
    const ofFund = xml({ ownerCik: '0009999903', owner: 'Fund', signedOn: '2022-03-10', rows: xmlHolding('6543') });
    const last = joint(['0009999903'], '2022-03-20', '6543');
    const rulesOf = (texts: readonly string[]): string[] => told(texts).filter((one) => one.endsWith('opening'));
    assert.deepEqual(
      rulesOf([
        xml({ signedOn: '2022-03-08', rows: xmlHolding('9000') }),
        xml({ signedOn: '2022-03-20', rows: xmlHolding('6543') }),
      ]),
      I,
    );
    assert.deepEqual(rulesOf([xml({ signedOn: '2022-03-08', rows: xmlHolding('9000') }), ofFund, last]), []);
  });
  it('goes by settings', () => {
    assert.deepEqual(told([FIRST, later(20, '40,000')], { opening: 'off' }), []);
    assert.deepEqual(told([FIRST, later(20, '40,000')], { opening: 'hint' }), []);
    assert.deepEqual(told([FIRST, later(20, '40,000')], { opening: 'error' }), ['error opening']);
  });
  it('is not told beside what the filing shows by itself in that cell', () => {
    const below = signed(
      formDate(SIGNED_ON + 21),
      trade(formDate(SIGNED_ON + 20), 'A', '500', 'A', '400').replace('\\$40', '\\$0'),
      [],
      formDate(SIGNED_ON + 20),
    );
    assert.deepEqual(told([FIRST, below]), ['error holdings-below-acquired']);
  });
});

describe('left-unchanged', () => {
  const stale = (rows: string, signedOn: string): string => signed(signedOn, rows, [], formDate(SIGNED_ON - 1));
  it('is told of box 3 where every row is later, and the last filing was signed on another day', () => {
    assert.deepEqual(
      told([FIRST, stale(trade(formDate(SIGNED_ON + 20), 'S', '100', 'D', '48,210'), formDate(SIGNED_ON + 21))]),
      ['warning left-unchanged'],
    );
    const both = [
      trade(formDate(SIGNED_ON - 1), 'S', '100', 'D', '48,210'),
      trade(formDate(SIGNED_ON + 20), 'S', '100', 'D', '48,110'),
    ];
    assert.ok(!told([FIRST, stale(both.join('\n'), formDate(SIGNED_ON + 21))]).includes('warning left-unchanged'));
    assert.ok(
      !told([FIRST, stale(trade(formDate(SIGNED_ON), 'S', '100', 'D', '48,210'), formDate(SIGNED_ON))]).includes(
        'warning left-unchanged',
      ),
    );
  });
  it('is told of what is not signed yet', () => {
    const draft = stale(trade(formDate(SIGNED_ON + 20), 'S', '100', 'D', '48,210'), '').replace(
      '/s/ Rowan J. Alder ',
      '',
    );
    assert.ok(told([FIRST, draft]).includes('warning left-unchanged'));
  });
});

describe('holding-gone', () => {
  const trust = holds('5,000', 'I | By Trust |');
  const other = holds('5,000', 'D |  |', 'Preferred Stock');
  const first = sale(SIGNED_ON - 1, '48,310', [trust, other]);
  it('is told of the class that is traded alone, once', () => {
    assert.deepEqual(told([first, later(20, '48,210', [other])]), ['information holding-gone']);
    assert.deepEqual(told([first, later(20, '48,210', [trust])]), []);
  });
  it('is silent where one of the last two filings did not have it, or had nothing', () => {
    assert.deepEqual(told([first, later(10, '48,210'), later(20, '48,110')]), []);
    const empty = sale(SIGNED_ON - 1, '48,310', [holds('0', 'I | By Trust |')]);
    assert.deepEqual(told([empty, later(20, '48,210')]), []);
  });
  it('is told where every filing since it began had it, and silent where some left it out', () => {
    const begins = [sale(SIGNED_ON - 1, '48,310'), later(10, '48,210', [trust])];
    assert.deepEqual(told([...begins, later(20, '48,110')]), ['information holding-gone']);
    const now = [first, later(10, '48,210'), later(20, '48,110', [trust]), later(30, '48,010')];
    assert.deepEqual(told(now), []);
  });
  it('is silent where a note says why, and not where the last filing said it too', () => {
    const note = '- The reporting person disclaims what the trust holds.';
    const noted = (text: string): string => text.replace('\\$40 |', '\\$40 <sup>(1)</sup> |');
    assert.deepEqual(told([first, noted(later(20, '48,210', [], [note]))]), []);
    const before = noted(sale(SIGNED_ON - 1, '48,310', [trust], [note]));
    assert.deepEqual(told([before, noted(later(20, '48,210', [], [note]))]), ['information holding-gone']);
  });
  it('is silent where a new line may be the same holding', () => {
    assert.deepEqual(told([first, later(20, '48,210', [holds('4,000', 'I | By GRAT |')])]), []);
  });
});
