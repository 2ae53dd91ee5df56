/** Rows of a page whose columns have moved, anew on each of its pages: each is read by the order of its cells. */
import assert from 'node:assert/strict';
import { bandedRows } from '../../../server/src/readers/columns/banded';
import { Page } from '../../../server/src/readers/columns/page';
import { TABLE_I, TABLE_II, type Grammar } from '../../../server/src/readers/loose/grammar';
import { LineIndex } from '../../../server/src/text/lines';

function rowsOf(text: string, grammar: Grammar = TABLE_I): string[] | undefined {
  const lines = new LineIndex(text);
  const body = Array.from({ length: lines.starts.length }, (_, line) => line);
  return bandedRows(new Page(text, lines), body, grammar)?.map(({ cells }) =>
    cells.map((pieces) => pieces.map(({ start, end }) => text.slice(start, end)).join(' ')).join('|'),
  );
}

describe('rows of a page whose columns have moved', () => {
  it('have a price on the lines above and below them, and words over several lines', () =>
    assert.deepEqual(
      rowsOf(
        [
          '                                                        $',
          'Class C Capital Stock     05/02/2018      S    37    D            1,854     D',
          '                                                        1,028.1',
          '                                                                                  By Family',
          'Class A Common Stock                                              1,680     I',
          '                                                                                  Trust',
        ].join('\n'),
      ),
      [
        'Class C Capital Stock|05/02/2018||S||37|D|$ 1,028.1|1,854|D|',
        'Class A Common Stock||||||||1,680|I|By Family Trust',
      ],
    ));
  it('are read on the next page too, where all stands elsewhere', () =>
    assert.deepEqual(
      rowsOf(
        [
          'Common Stock     05/02/2018      S    37    D   $ 1.50     1,854     D',
          '\fCommon Stock        05/03/2018   S          40    D         $ 1.60 1,814          D',
        ].join('\n'),
      ),
      ['Common Stock|05/02/2018||S||37|D|$ 1.50|1,854|D|', 'Common Stock|05/03/2018||S||40|D|$ 1.60|1,814|D|'],
    ));
  it('go on on the next page with words alone', () =>
    assert.deepEqual(
      rowsOf(
        [
          'Common Stock     05/02/2018      S    37    D   $ 1.50     1,854     I     By the',
          '                                                                           Reed',
          '\f                                                                         Family',
          'Common Stock     05/03/2018      S    40    D   $ 1.60     1,814     D',
        ].join('\n'),
      ),
      [
        'Common Stock|05/02/2018||S||37|D|$ 1.50|1,854|I|By the Reed Family',
        'Common Stock|05/03/2018||S||40|D|$ 1.60|1,814|D|',
      ],
    ));
  it('begin on the first line of their page where they go on on the next', () => {
    const row = (price: string, moved = ''): string[] => [
      'Option',
      'to                               Class A',
      `Buy      $       (2) 04/04/2022  Common    8,646${moved}     8,646${moved}     D`,
      `Common   ${price}                   Stock`,
      'Shares',
    ];
    const cut = [
      'Option   $       (2) 07/29/2019  Class A   2,436     2,436     D',
      'to       18.56                   Common',
      'Buy                              Stock',
    ];
    const read = (price: string, shares: string): string =>
      `Option to Buy Common Shares|$ ${price}||||||(2)|${shares === '2,436' ? '07/29/2019' : '04/04/2022'}|Class A Common Stock|${shares}||${shares}|D|`;
    assert.deepEqual(
      rowsOf([...row('21.02'), ...cut, '\fCommon', 'Shares', ...row('31.50', '   ')].join('\n'), TABLE_II),
      [read('21.02', '8,646'), read('18.56', '2,436'), read('31.50', '8,646')],
    );
  });
  it('of Table II have words that stand above a number beside them', () =>
    assert.deepEqual(
      rowsOf(
        [
          'Option                                                   Class A',
          'to Buy    $ 21.52 07/30/2013   M    180    (3)  04/19/2014 Common 180    $0    0    D',
          'Shares                                                   Stock',
        ].join('\n'),
        TABLE_II,
      ),
      ['Option to Buy Shares|$ 21.52|07/30/2013||M||180|(3)|04/19/2014|Class A Common Stock|180|$0|0|D|'],
    ));
  it('are not read where the lines between two may be of either', () =>
    assert.equal(
      rowsOf(
        [
          'Common Stock                                              1,680     I    By the',
          '                                                                         Reed',
          'Common Stock                                              1,690     I    Trust',
        ].join('\n'),
      ),
      undefined,
    ));
});
