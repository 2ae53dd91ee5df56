/** Totals that go on from the row above under another title or ownership; rows and numbers that changed places. */
import assert from 'node:assert/strict';
import { filingAround, findings, fixed, fixes, marked } from '../../harness';
import { filing, row, type More } from './rows';

const found = (text: string) =>
  findings(marked(filingAround(text)).text).filter(({ rule }) => /^(?:holding|title-drift)/.test(rule));
const told = (...rows: string[]): string[] => found(filing(...rows)).map(({ severity, rule }) => `${severity} ${rule}`);
const offers = (...rows: string[]): string[] =>
  found(filing(...rows))[0]!
    .fixes()
    .map(({ title, preferred, safe }) => `${preferred ? '* ' : ''}${safe ? '! ' : ''}${title}`);

const TRUST = { owner: 'I | By Alder Trust' };
const ODD = 'warning holdings-drift';

describe('a total that goes on from the row above', () => {
  const between = (more: More, others: More = {}): string[] => [
    row('-300 11,700', others),
    row('-580 11,120', more),
    row('-120 11,000', others),
  ];
  it('is right: the title, the letter or the nature is the odd one', () => {
    assert.deepEqual(told(...between({ title: 'Comon Stock' })), [ODD]);
    assert.deepEqual(told(...between({ title: 'Common Stock, $0.01 par value' })), [ODD]);
    assert.deepEqual(told(...between(TRUST)), [ODD]);
    assert.deepEqual(told(...between({ owner: 'D | ' }, TRUST)), [ODD]);
    assert.deepEqual(told(...between({ owner: 'I | By Alder Trst' }, TRUST)), [ODD]);
  });
  it('is told at that cell, with a fix that is never made by itself', () => {
    const [one] = found(filing(...between({ title: 'Comon Stock' })));
    const { text } = marked(filingAround(filing(...between({ title: 'Comon Stock' }))));
    assert.equal(text.slice(one!.span.start, one!.span.end), 'Comon Stock');
    assert.deepEqual(offers(...between({ title: 'Comon Stock' })), ['Write "Common Stock", as in the row above']);
    assert.deepEqual(offers(...between({ owner: 'D | ' }, TRUST)), [
      'Write "I" and "By Alder Trust", as in the row above',
    ]);
    fixes('holdings-drift', filing(...between({ owner: 'D | ' }, TRUST)), filing(...between(TRUST, TRUST)));
    fixes('holdings-drift', filing(...between(TRUST)), filing(...between({})));
  });
  it('is told once for several rows', () => {
    const rows = (title: string): string[] => [
      row('-300 11,700'),
      row('-580 11,120', { title }),
      row('-20 11,100', { title }),
      row('-100 11,000'),
    ];
    assert.deepEqual(told(...rows('Comon Stock')), [ODD]);
    assert.equal(fixed('holdings-drift', filing(...rows('Comon Stock'))).match(/\| Common Stock \|/g)?.length, 4);
  });
  it('is told where the odd row breaks the holding that it names', () => {
    assert.deepEqual(told(row('-10 5,000', TRUST), row('-300 9,500'), row('-200 9,300', TRUST)), [ODD]);
    assert.deepEqual(
      told(row('-10 5,000', TRUST), row('-300 9,500'), row('-200 9,300', TRUST), row('-100 4,900', TRUST)),
      [ODD],
    );
    assert.deepEqual(told(row('-300 9,500'), row('-200 9,300', TRUST), row('-100 4,900', TRUST)), [ODD]);
    assert.deepEqual(
      told(row('-300 9,500'), row('-200 9,300', TRUST), row('-50 9,250', TRUST), row('-100 4,900', TRUST)),
      ['error holdings-total'],
      'two rows that follow one another are of the holding that they name',
    );
  });
  it('accuses no holding row of what the odd row names', () => {
    const holding = '| Common Stock |  |  |  |  |  |  |  | 597 | D |  |';
    assert.deepEqual(told(...between({ owner: 'D | ' }, TRUST), holding), [ODD]);
    assert.deepEqual(told(row('-300 11,700', TRUST), row('-580 900'), holding), ['warning holding-repeats-row']);
  });
  it('is chance from 0, and where the total is what is acquired', () => {
    assert.deepEqual(told(row('-500 0'), row('+500 500', TRUST), row('-100 400', TRUST)), []);
    assert.deepEqual(told(row('-10 800', TRUST), row('-100 0'), row('+50 50', TRUST), row('-10 40', TRUST)), []);
  });
  it('is chance where each holding adds up as it stands', () => {
    assert.deepEqual(told(row('-500 500'), row('+500 1,000', TRUST), row('-100 400')), []);
    assert.deepEqual(told(row('-100 900', TRUST), row('-500 1,400'), row('-500 900', TRUST)).length, 1);
  });
  it('is an information where no other row is of either holding, and not from 0 or behind another row', () => {
    const odd = row('-580 11,120', { title: 'Comon Stock' });
    assert.deepEqual(told(row('-300 11,700'), odd), ['information holdings-drift']);
    assert.deepEqual(told(row('-300 11,700'), odd, row('-100 11,600')), []);
    assert.deepEqual(told(row('-300 0'), row('+580 580', { title: 'Comon Stock' })), []);
  });
  it('acquits the number where title and ownership differ at once, and says no more', () =>
    assert.deepEqual(told(...between({ title: 'Class B', ...TRUST })), []));
  it('is a way of adding up where a holding goes on so again and again', () =>
    assert.deepEqual(
      told(row('-10 990'), row('-20 970', TRUST), row('-10 960'), row('-20 940', TRUST), row('-10 930')),
      [],
    ));
  it('reads a line break of HTML in a title as a space', () =>
    assert.deepEqual(told(...between({ title: 'Common<br>Stock' })), []));
});

describe('a total that goes on from the row above, with a marker on its title', () => {
  const first = row('+200 5,000', { title: 'Class C Stock' });
  const units = (mark: string, title = 'Units'): More => ({ title: `${title} <sup>(${mark})</sup>` });
  it('is told though rows of other markers are of the class that it says', () => {
    const last = row('-120 880', units('1', 'Class C Stock'));
    assert.deepEqual(told(first, row('-100 1,000', units('1')), last), ['information holdings-drift']);
  });
  it('is not where its own holding goes on, or the one above', () => {
    const last = row('-120 880', units('1', 'Class C Stock'));
    assert.deepEqual(told(first, row('-100 1,000', units('1')), last, row('-80 920', units('1'))), []);
    assert.deepEqual(told(first, row('-100 1,000', units('1')), last, row('-80 800', units('1'))), [ODD]);
    assert.deepEqual(told(first, row('+100 100', units('1')), row('-20 80', units('1')), last), []);
    assert.deepEqual(told(row('+200 1,000', { title: 'Class C Stock' }), row('-100 900', units('1')), last), []);
  });
});

describe('two rows that add up in the other order alone', () => {
  it('are no error, though one digit of the amount, with the other side, would do', () => {
    assert.deepEqual(told(row('-1,155 27,955'), row('-1,175 29,110')), ['warning holdings-order']);
    assert.deepEqual(offers(row('-1,155 27,955'), row('-1,175 29,110')), ['* Swap the two rows']);
  });
  it('are a warning at the amount where one digit of it would do', () => {
    const rows = [row('+1,000 3,000'), row('-1,900 2,000')];
    assert.deepEqual(told(...rows), ['warning holdings-total']);
    assert.match(found(filing(...rows))[0]!.message, /Or the two rows have changed places\.$/);
    assert.deepEqual(offers(...rows).slice(-1), ['Swap the two rows']);
    assert.ok(offers(...rows).every((title) => !title.startsWith('*')));
  });
  it('are not told so where the dates stand in order', () => {
    const rows = [row('+580 12,000'), row('-300 11,420', { date: '03/08/2022' })];
    assert.deepEqual(told(...rows), ['error holdings-total']);
    assert.match(found(filing(...rows))[0]!.message, /^Expected 11,700 .*It is open which number is wrong/);
    assert.ok(offers(...rows).every((title) => !title.startsWith('*')));
    assert.deepEqual(told(row('+580 12,000'), row('-300 11,420')), ['warning holdings-order']);
  });
  it('are not told so where all is sold before it is acquired', () => {
    assert.deepEqual(told(row('+900 900'), row('-350 0')), ['error holdings-total']);
    assert.deepEqual(told(row('+300 300'), row('-850 0')), ['warning holdings-order']);
  });
  it('are silent where the newest stands first and the totals follow the dates', () => {
    assert.deepEqual(told(row('-500 8,500', { date: '03/08/2022' }), row('-1,000 9,000')), []);
    const [a, b] = [{ date: '03/09/2022' }, { date: '03/08/2022' }];
    assert.deepEqual(told(row('-500 8,500', a), row('-100 9,000', b), row('-50 9,100', b), row('-1,000 9,150')), []);
    assert.deepEqual(told(row('-500 8,500', a), row('-50 9,050', b), row('-100 8,999', b)).length > 0, true);
  });
  it('are an information where the dates of two alone say the same', () =>
    assert.deepEqual(
      told(row('-10 990'), row('-20 940', { date: '03/09/2022' }), row('-30 960', { date: '03/08/2022' })),
      ['information holdings-order'],
    ));
  it('may have exchanged amounts instead, or totals: no fix is the best', () => {
    assert.deepEqual(offers(row('+580 12,000'), row('-300 11,420')), [
      'Swap the two rows',
      'Exchange the amounts 580 and 300',
    ]);
    assert.deepEqual(offers(row('-50 940', { price: '\\$2' }), row('-50 990')), [
      'Swap the two rows',
      'Exchange the totals 940 and 990',
    ]);
    fixes(
      'holdings-order',
      filing(row('+580 12,000'), row('-300 11,420')),
      filing(row('-300 11,420'), row('+580 12,000')),
    );
  });
});

describe('numbers that changed places', () => {
  it('are two totals, told once', () => {
    const rows = (a: string, b: string): string =>
      filing(row('-10 990'), row(`-20 ${a}`), row(`-70 ${b}`), row('-5 895'));
    const [one, ...more] = found(rows('900', '970'));
    assert.equal(more.length, 0);
    assert.equal(
      one!.message,
      'Expected 900 here and 970 in the row above; the two totals seem to have changed places.',
    );
    fixes('holdings-total', rows('900', '970'), rows('970', '900'));
  });
  it('are the amounts of two rows as soon as one wrong total', () => {
    const rows = (a: string, b: string): string => filing(row('-10 990'), row(`-${a} 970`), row(`-${b} 900`));
    const [one, ...more] = found(rows('70', '20'));
    assert.equal(more.length, 0);
    assert.match(one!.message, /^Expected 20 .* the amount of the next row; .* seem to be exchanged\. It is open/);
    assert.deepEqual(
      one!.fixes().map(({ title, preferred }) => [title, preferred]),
      [
        ['Exchange the amounts 70 and 20', undefined],
        ['Set the total to 920', undefined],
      ],
    );
    fixes('holdings-total', rows('70', '20'), rows('20', '70'));
  });
  it('are amount and price of a row', () => {
    const text = (says: string, price: string): string =>
      filing(row('-420 11,580', { price: '\\$24.5' }), row(says, { price }));
    const [one, ...more] = found(text('-24.9 11,000', '\\$580'));
    assert.equal(more.length, 0);
    assert.equal(
      one!.message,
      'Expected 580 (the totals go from 11,580 to 11,000), the number that stands under the price; the filing says 24.9 disposed of. Amount and price seem to be exchanged.',
    );
    assert.deepEqual(
      one!.fixes().map(({ preferred }) => preferred),
      [true, undefined, undefined],
    );
    fixes('holdings-total', text('-24.9 11,000', '\\$580'), text('-580 11,000', '\\$24.9'));
  });
  it('are amount and price only perhaps, where no other row has such a price', () => {
    const rows = (price: string): string[] => [row('-420 11,580', { price }), row('-25 11,000', { price: '\\$580' })];
    assert.match(offers(...rows('\\$1'))[0]!, /^Exchange the amount and the price 25 and 580$/);
    assert.match(offers(...rows('\\$24'))[0]!, /^\* Exchange/);
    const [small] = found(filing(row('-420 11,580'), row('-25.5 11,573', { price: '\\$7' })));
    assert.ok(
      small!.fixes().every(({ preferred }) => !preferred),
      'a small number may be equal by chance',
    );
  });
});

describe('a row that was not added', () => {
  const text = (first: string): string => filing(row(`+4,167 ${first}`), row('-1,622 56,798'));
  it('is told at its own total, where the first one was left as it stood before', () => {
    const [one, ...more] = found(text('54,253'));
    assert.equal(more.length, 0);
    assert.match(one!.message, /^Expected 58,420, from which .* The 4,167 acquired in this row seem not to be added\./);
    const whole = marked(filingAround(text('54,253'))).text;
    assert.equal(whole.slice(one!.span.start, one!.span.end), '54,253');
    assert.deepEqual(
      one!
        .fixes()
        .map(({ title, preferred }) => [title, preferred])
        .slice(0, 2),
      [
        ['Set the total before it to 58,420', undefined],
        ['Set the total to 52,631', undefined],
      ],
    );
    fixes('holdings-total', text('54,253'), text('58,420'));
  });
  it('is named where the next total leaves it out', () => {
    const rows = [row('-10 7,000'), row('-1,234 5,766'), row('-321 6,679')];
    assert.match(found(filing(...rows))[0]!.message, /The row before it was left out of this total\. It is open/);
    assert.equal(offers(...rows)[0], 'Set the total to 5,445');
  });
});
