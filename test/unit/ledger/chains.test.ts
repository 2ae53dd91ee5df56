/** Holdings from filing to filing: what follows, what does not, and what an amendment changes. */
import assert from 'node:assert/strict';
import { amendmentsIn, candidatesFor } from '../../../server/src/ledger/amendments';
import { chainsOf } from '../../../server/src/ledger/chains';
import type { Entry } from '../../../server/src/ledger/entry';
import { gapBetween } from '../../../server/src/ledger/gaps';
import { seriesOf } from '../../../server/src/ledger/series';
import { grouped, parseDecimal, whole } from '../../../server/src/text/decimal';
import { entry, holds, signed, trade, xml, xmlHolding } from './made';

/** Each chain of the first series: its holding, and how each filing goes on. */
const told = (...entries: Entry[]): string[] =>
  chainsOf(seriesOf(entries)[0]!).map(
    ({ securityTitle, directOrIndirectOwnership: form, natureOfOwnership, links }) =>
      `${securityTitle} ${form} ${natureOfOwnership}: ${links.map(({ kind, gap }) => kind + (gap ? ` ${gap.split ?? grouped(gap.difference)}` : '')).join(', ')}`,
  );
const first = entry(
  '1',
  signed('01/10/2022', [trade('01/07/2022', 'S', '100', 'D', '900'), holds('50', 'I | By Spouse |')].join('\n')),
);
const next = (rows: readonly string[], more: readonly string[] = []): Entry =>
  entry('2', signed('02/10/2022', rows.join('\n'), more, '02/07/2022'));

describe('chains of holdings', () => {
  it('follow where a filing begins from what the last one left', () => {
    assert.deepEqual(told(first, next([trade('02/07/2022', 'S', '100', 'D', '800'), holds('50', 'I | By Spouse |')])), [
      'Common Stock D : opens, follows',
      'Common Stock I By Spouse: opens, follows',
    ]);
  });
  it('name a gap by its size, and a split by its ratio', () => {
    assert.deepEqual(
      told(first, next([trade('02/07/2022', 'S', '100', 'D', '700'), holds('100', 'I | By Spouse |')])),
      ['Common Stock D : opens, gap -100', 'Common Stock I By Spouse: opens, gap 50'],
    );
    assert.deepEqual(
      told(first, next([trade('02/07/2022', 'S', '100', 'D', '3,500')]))[0],
      'Common Stock D : opens, split 4-for-1',
    );
  });
  it('know a holding again by its balance where its words have changed, and keep the spellings', () => {
    const [direct, indirect] = chainsOf({
      entries: [
        first,
        next([trade('02/07/2022', 'S', '100', 'D', '800'), holds('50', "I | Reporting person's spouse |")]),
      ],
    });
    assert.equal(direct!.links.length, 2);
    assert.deepEqual(indirect!.spellings, ['Common Stock, I, By Spouse', "Common Stock, I, Reporting person's spouse"]);
  });
  it('tell two of the same words by the notes that say who holds them, whatever their numbers', () => {
    const of = (day: string, rows: string[], notes: string[]): Entry =>
      entry(day, signed(day, rows.join('\n'), notes, day));
    const one = of(
      '01/10/2022',
      [holds('10', 'I | See note <sup>(1)</sup> |'), holds('20', 'I | See note <sup>(2)</sup> |')],
      ['- Held by the Quay Trust.', '- Held by the Dock Trust.'],
    );
    const other = of(
      '02/10/2022',
      [holds('25', 'I | See note <sup>(1)</sup> |'), holds('11', 'I | See note <sup>(2)</sup> |')],
      ['- Held by the Dock Trust.', '- Held by the Quay Trust.'],
    );
    assert.deepEqual(told(one, other), [
      'Common Stock I See note: opens, gap 1',
      'Common Stock I See note: opens, gap 5',
    ]);
  });
  it('take a row with a marker of its own for its holding where it goes on from the row above', () => {
    const rows = [
      trade('02/07/2022', 'M', '100', 'A', '1,000'),
      trade('02/07/2022', 'F', '40', 'D', '960').replace('Common Stock', 'Common Stock <sup>(1)</sup>'),
    ];
    const third = entry('3', signed('03/10/2022', trade('03/07/2022', 'S', '60', 'D', '900'), [], '03/07/2022'));
    assert.deepEqual(
      told(first, next(rows, ['- Shares withheld.']), third)[0],
      'Common Stock D : opens, follows, follows',
    );
  });
  it('open with a Form 3, and never go on from a Form 5', () => {
    const of = (type: string, signedOn: string, total: string): Entry =>
      entry(type, xml({ type, signedOn, period: signedOn, rows: xmlHolding(total) }));
    assert.deepEqual(told(of('3', '2022-01-10', '500'), of('5', '2022-02-10', '700'), of('4', '2022-03-10', '500')), [
      'Common Stock D : opens, form5, follows',
    ]);
  });
});

describe('amendments', () => {
  const BOX_4 = '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>01/10/2022</u>';
  const amended = (rows: string[], more: string[] = []): Entry =>
    entry('a', signed('01/20/2022', rows.join('\n'), [BOX_4, ...more], '01/07/2022'));

  it('replace what matches, add what does not, and may repeat a line', () => {
    const a = amended([
      trade('01/07/2022', 'S', '120', 'D', '880'),
      holds('50', 'I | By Spouse |'),
      holds('5', 'D |  |', 'Preferred Stock'),
    ]);
    const { original, steps } = amendmentsIn([first, a]).get(a)!;
    assert.equal(original, first);
    assert.deepEqual(
      steps.map(({ change, replaces }) => `${change} ${replaces?.row ?? '-'}`),
      ['replaced 0', 'unchanged 1', 'added -'],
    );
  });
  it('let the next filing begin from either closing', () => {
    const a = amended([trade('01/07/2022', 'S', '120', 'D', '880')]);
    for (const total of ['800', '780'])
      assert.match(
        told(first, a, next([trade('02/07/2022', 'S', '100', 'D', total)]))[0]!,
        /: opens, amends, follows$/,
      );
    assert.match(told(first, a, next([trade('02/07/2022', 'S', '100', 'D', '790')]))[0]!, /: opens, amends, gap -10$/);
  });
  it('that take a filing back are shown and not counted', () => {
    const a = amended(
      [trade('01/07/2022', 'S', '120', 'D', '880')],
      ['- This report duplicates another; it is withdrawn.'],
    );
    assert.match(
      told(first, a, next([trade('02/07/2022', 'S', '100', 'D', '780')]))[0]!,
      /: opens, withdrawn, gap -20$/,
    );
  });
  it('restate the whole report before 30 June 2003', () => {
    const old = entry('a', signed('01/20/2002', holds('5'), [BOX_4.replace('2022', '2002')], '01/07/2002'));
    assert.equal(amendmentsIn([old]).get(old)!.restates, true);
    assert.equal(amendmentsIn([first, amended([holds('5')])]).get(first), undefined);
  });
  it('find the filing of box 4: filed that day, else signed up to five business days before', () => {
    const a = amended([holds('5')]);
    const of = (path: string, day: string): Entry => entry(path, signed(day, holds('5')));
    const near = of('near', '01/04/2022');
    assert.deepEqual(candidatesFor(a, [near, of('late', '01/11/2022'), of('far', '12/30/2021'), a]), [near]);
    const exact = { ...of('exact', '01/06/2022'), filed: a.dateOfOriginalSubmission };
    assert.deepEqual(candidatesFor(a, [near, exact]), [exact]);
  });
});

describe('gaps', () => {
  const gap = (left: string, begins: string): string | undefined =>
    gapBetween(parseDecimal(left)!, parseDecimal(begins)!).split;
  it('are splits where a ratio explains them, a fraction of a share left out', () => {
    assert.deepEqual(
      [
        gap('1000', '4000'),
        gap('1001', '1501.5'),
        gap('1001', '100'),
        gap('1005', '101'),
        gap('1000', '1001'),
        gap('99', '198'),
        gap('1000.25', '4001.5'),
      ],
      ['4-for-1', '3-for-2', '1-for-10', '1-for-10', undefined, undefined, undefined],
    );
    assert.deepEqual(gapBetween(whole(5), whole(3)).difference, whole(-2));
  });
});
