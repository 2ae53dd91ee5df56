/** The tables that rules look things up in, entry by entry: names of columns, twins of letters, months, look-alikes. */
import assert from 'node:assert/strict';
import type { Column, NumberCell, Row, TextCell } from '../../../server/src/filing/model';
import { columnName } from '../../../server/src/rules/columnNames';
import { isRatio } from '../../../server/src/rules/holdings/digits';
import {
  CONTRADICTION,
  GOOD,
  LIKELY,
  UNLIKELY,
  fitOf,
  fitOfWords,
  seamOf,
} from '../../../server/src/rules/rows/columnKinds';
import { count, oneOf, quote, writtenLike } from '../../../server/src/rules/words';
import { parseDecimal, type Decimal } from '../../../server/src/text/decimal';
import { filingAround, findings } from '../harness';

describe('words', () => {
  it('count and list', () => {
    assert.deepEqual([count(0, 'row'), count(1, 'row'), count(2, 'row')], ['0 rows', '1 row', '2 rows']);
    assert.equal(count(2, 'other row', 'others'), '2 others');
    assert.deepEqual(
      [oneOf([]), oneOf(['A']), oneOf(['A', 'B']), oneOf(['A', 'B', 'C'])],
      ['', 'A', 'A or B', 'A, B or C'],
    );
  });
  it('quote on one line, at most 40 characters', () => {
    assert.equal(quote(' two\n words '), '"two words"');
    assert.equal(quote('x'.repeat(40)), `"${'x'.repeat(40)}"`);
    assert.equal(quote('x'.repeat(41)), `"${'x'.repeat(39)}…"`);
  });
  it('write a number as another one is written', () => {
    const like = (raw: string, value: string): string => writtenLike({ raw } as NumberCell, parseDecimal(value)!);
    assert.equal(like('9,503', '10196'), '10,196');
    assert.equal(like('9503', '10196'), '10196');
    assert.equal(like('950', '10196'), '10,196', 'three digits need no comma, and say nothing');
    assert.equal(like('\\$43.16', '5'), '\\$5');
    assert.equal(like('$1,043.16', '12345.6'), '$12,345.6');
    assert.equal(like('1000', '1234567'), '1234567');
    assert.equal(like('24.3125', '15550'), '15,550', 'digits behind the point say nothing either');
    assert.equal(like('1024.31', '15550'), '15550');
  });
});

describe('a ratio of two amounts', () => {
  const is = (pair: string): boolean => {
    const [a, b] = pair.split(' ').map((amount) => parseDecimal(amount)!) as [Decimal, Decimal];
    return isRatio(a, b) && isRatio(b, a);
  };
  it('is a few times, as many and a half, or five, ten, fifteen times as many', () => {
    for (const pair of ['1 1', '1 2', '2 3', '2 5', '1 9', '2 19', '1 10', '1 15', '1 100', '7 105', '0.5 1.5'])
      assert.ok(is(pair), pair);
  });
  it('is no quarter, no eleven times as many and nothing that is rounded', () => {
    for (const pair of ['4 5', '4 7', '1 11', '1 12', '2 21', '2 31', '3 10', '3 100', '0 1', '7 1000'])
      assert.ok(!is(pair), pair);
  });
});

describe('the names of columns', () => {
  const nameOf = (table: Row['table'], column: Column): string => columnName({ table } as Row, column);
  const NAMES: [Row['table'], Record<string, string>][] = [
    [
      'nonDerivativeTable',
      {
        securityTitle: '1 (title)',
        transactionDate: '2 (transaction date)',
        deemedExecutionDate: '2A (deemed execution date)',
        transactionCode: '3 (code)',
        transactionFormType: '3 (V)',
        transactionShares: '4 (amount)',
        transactionAcquiredDisposedCode: '4 ((A) or (D))',
        transactionPricePerShare: '4 (price)',
        sharesOwnedFollowingTransaction: '5 (amount owned following)',
        directOrIndirectOwnership: '6 (ownership form)',
        natureOfOwnership: '7 (nature of indirect ownership)',
      },
    ],
    [
      'derivativeTable',
      {
        securityTitle: '1 (title)',
        conversionOrExercisePrice: '2 (conversion or exercise price)',
        transactionDate: '3 (transaction date)',
        deemedExecutionDate: '3A (deemed execution date)',
        transactionCode: '4 (code)',
        transactionFormType: '4 (V)',
        transactionShares: '5 (number)',
        acquired: '5 (A)',
        disposed: '5 (D)',
        exerciseDate: '6 (date exercisable)',
        expirationDate: '6 (expiration date)',
        underlyingSecurityTitle: '7 (title)',
        underlyingSecurityShares: '7 (amount)',
        transactionPricePerShare: '8 (price)',
        sharesOwnedFollowingTransaction: '9 (number owned following)',
        directOrIndirectOwnership: '10 (ownership form)',
        natureOfOwnership: '11 (nature of indirect ownership)',
      },
    ],
  ];
  for (const [table, names] of NAMES)
    it(`are those of the form in the ${table}`, () => {
      for (const [column, name] of Object.entries(names))
        assert.equal(nameOf(table, column as Column), `column ${name}`);
    });
  it('are none where the table has no such column', () =>
    assert.equal(nameOf('nonDerivativeTable', 'exerciseDate'), 'this column'));
});

describe('what a column takes', () => {
  /** For each kind of column what is just right, what cannot be meant, what is likely and what is not; the rest is neither. */
  const KINDS: Record<
    string,
    { columns: Column[]; good?: string; likely?: string; unlikely?: string; wrong?: string }
  > = {
    titles: {
      columns: ['securityTitle', 'underlyingSecurityTitle'],
      likely: 'text',
      unlikely: 'number',
      wrong: 'date dollars',
    },
    dates: {
      columns: ['transactionDate', 'deemedExecutionDate', 'exerciseDate', 'expirationDate'],
      good: 'date',
      unlikely: 'text digit',
      wrong: 'number dollars letter code',
    },
    numbers: {
      columns: [
        'conversionOrExercisePrice',
        'transactionShares',
        'acquired',
        'disposed',
        'underlyingSecurityShares',
        'transactionPricePerShare',
        'sharesOwnedFollowingTransaction',
      ],
      good: 'number digit dollars',
      unlikely: 'text',
      wrong: 'date letter code',
    },
    codes: { columns: ['transactionCode'], good: 'letter code', unlikely: 'text', wrong: 'date number dollars' },
    'the V': {
      columns: ['transactionFormType'],
      unlikely: 'letter digit text',
      wrong: 'date number dollars',
    },
    'the side': {
      columns: ['transactionAcquiredDisposedCode'],
      likely: 'letter',
      unlikely: 'text',
      wrong: 'date number dollars',
    },
    'the ownership form': {
      columns: ['directOrIndirectOwnership'],
      likely: 'letter',
      wrong: 'text date number dollars',
    },
    'the nature': { columns: ['natureOfOwnership'], likely: 'text', unlikely: 'number date dollars' },
  };
  const LOOKS: Record<string, string[]> = {
    text: [
      'Common Stock',
      '5% Notes due 2030',
      '?',
      '-',
      'P/S',
      '??',
      '/5',
      ':5',
      '69az',
      '69 A–Z',
      'P44',
      'GVV',
      'GV V',
    ],
    number: ['693', '1,693.5', '-5', '(5)', '69x', '.50', '00', '6[@`{9', '-\\$5', '12/07', '1/2/12345'],
    digit: ['0', '7', '9'],
    dollars: ['$43.16', '\\$43.16'],
    date: ['03/07/2022', '3-7-22', '2022-03-07'],
    letter: ['Q', 'x', 'É'],
    code: ['S/K', 'P4', 'GV', 'G V'],
  };
  for (const [name, { columns, good = '', likely = '', unlikely = '', wrong = '' }] of Object.entries(KINDS))
    it(`in ${name}`, () => {
      for (const column of columns)
        for (const [look, samples] of Object.entries(LOOKS))
          for (const raw of samples) {
            const fit = fitOfWords(column, raw);
            const says = `${column} ${raw}: ${fit}`;
            if (good.split(' ').includes(look)) assert.equal(fit, GOOD, says);
            else if (likely.split(' ').includes(look)) assert.equal(fit, LIKELY, says);
            else if (unlikely.split(' ').includes(look)) assert.equal(fit, UNLIKELY, says);
            else if (wrong.split(' ').includes(look)) assert.equal(fit, CONTRADICTION, says);
            else assert.equal(fit, 0, says);
          }
    });
  it('knows its own letters', () => {
    for (const raw of ['V', 'v']) assert.equal(fitOfWords('transactionFormType', raw), GOOD);
    for (const raw of ['A', 'd']) assert.equal(fitOfWords('transactionAcquiredDisposedCode', raw), GOOD);
    for (const raw of ['I', 'd']) assert.equal(fitOfWords('directOrIndirectOwnership', raw), GOOD);
    for (const raw of ['Direct', 'INDIRECT']) assert.equal(fitOfWords('directOrIndirectOwnership', raw), LIKELY);
    for (const raw of ['D', 'I']) assert.equal(fitOfWords('natureOfOwnership', raw), CONTRADICTION);
    assert.equal(fitOfWords('directOrIndirectOwnership', 'A'), 2);
    assert.equal(fitOfWords('transactionAcquiredDisposedCode', 'V'), 2);
    assert.equal(fitOfWords('transactionFormType', 'D'), UNLIKELY, 'the letter of another column');
    assert.equal(fitOfWords('transactionFormType', 'Direct'), UNLIKELY);
    assert.equal(fitOfWords('securityTitle', 'D'), 0);
    assert.equal(fitOfWords('natureOfOwnership', 'i'), 0);
  });

  const cell = (raw: string, marker = false): TextCell => ({ raw, markers: marker ? [{}] : [] }) as unknown as TextCell;
  it('lets a marker stand where a footnote may, and minds what a whole row has', () => {
    const required: Column[] = [
      'securityTitle',
      'transactionDate',
      'transactionCode',
      'transactionShares',
      'transactionAcquiredDisposedCode',
      'sharesOwnedFollowingTransaction',
      'directOrIndirectOwnership',
    ];
    const footnoted: Column[] = [
      'conversionOrExercisePrice',
      'exerciseDate',
      'expirationDate',
      'underlyingSecurityShares',
      'transactionPricePerShare',
    ];
    const optional: Column[] = [
      'deemedExecutionDate',
      'transactionFormType',
      'acquired',
      'disposed',
      'underlyingSecurityTitle',
      'natureOfOwnership',
    ];
    for (const [columns, blank, marked] of [
      [required, -2, -1],
      [footnoted, 0, 1],
      [optional, 0, 0],
    ] as const)
      for (const column of columns) {
        assert.equal(fitOf([column], cell('')), blank, column);
        assert.equal(fitOf([column], undefined), blank, column);
        assert.equal(fitOf([column], cell('', true)), marked, column);
      }
    assert.equal(fitOf([], cell('693')), 0);
  });
  it('takes words and numbers where two columns share a place, and no date', () => {
    const item7: Column[] = ['underlyingSecurityTitle', 'underlyingSecurityShares'];
    for (const raw of ['Common Stock', '500', '$5']) assert.equal(fitOf(item7, cell(raw)), 2, raw);
    assert.equal(fitOf(item7, cell('03/07/2022')), CONTRADICTION);
  });

  it('shows where a cell holds the words of two columns', () => {
    const seam = (raw: string, left: Column, right: Column): number | undefined => seamOf(cell(raw), [left], [right]);
    assert.equal(seam('Common Stock 03/07/2022', 'securityTitle', 'transactionDate'), 12);
    assert.equal(seam('03/07/2022 Common Stock', 'expirationDate', 'underlyingSecurityTitle'), 10);
    assert.equal(seam('I By Alder Trust', 'directOrIndirectOwnership', 'natureOfOwnership'), 1);
    assert.equal(seam('Q By Alder Trust', 'directOrIndirectOwnership', 'natureOfOwnership'), undefined);
    assert.equal(seam('DD', 'directOrIndirectOwnership', 'natureOfOwnership'), undefined, 'two letters in one cell');
    assert.equal(seam('500 7 x', 'transactionShares', 'transactionPricePerShare'), undefined);
    assert.equal(seam('Common Stock', 'securityTitle', 'transactionDate'), undefined);
    assert.equal(seam(' 693', 'securityTitle', 'transactionShares'), undefined, 'nothing stands before the space');
    assert.equal(seamOf(cell('693 A'), [], ['transactionAcquiredDisposedCode']), undefined);
    assert.equal(seamOf(cell('693 A'), ['transactionShares'], []), undefined);
  });
});

describe('letters that look like Latin ones', () => {
  const TWINS =
    'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY аa сc еe һh іi јj оo рp ѕs хx уy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv';
  it('are written in Latin, each', () => {
    for (const [twin, latin] of TWINS.split(' ')) {
      const example = `Signature: /s/ Alder${twin} Quill 03/08/2022`;
      const titles = findings(filingAround(example)).map((one) => one.fixes()[0]?.title);
      assert.deepEqual(titles, [`Write “/s/ Alder${latin} Quill” in Latin letters`], twin);
    }
  });
});
