/** Slips of the hand, and ways of filling column 5 that are no tally. */
import assert from 'node:assert/strict';
import { slip } from '../../../../server/src/rules/holdings/digits';
import { chainsInSomeOrder, followsStyle } from '../../../../server/src/rules/holdings/habits';
import type { Step } from '../../../../server/src/rules/holdings/chains';
import { negate, parseDecimal } from '../../../../server/src/text/decimal';

/** `+10 110` is a row that adds 10 and says 110, `+10 110 7` one of another day than the others. */
const steps = (...rows: string[]): Step[] =>
  rows.map((row) => {
    const [change, total, day] = row.split(' ').map((number) => parseDecimal(number.replace(/[+-]/, ''))!);
    const dated = { transactionDate: { value: Number(day?.digits ?? 0) } };
    return { change: row.startsWith('-') ? negate(change!) : change!, total: total!, row: dated as never };
  });

describe('a slip of the hand', () => {
  const how = (stated: string, meant: string): string | undefined => slip(parseDecimal(stated)!, parseDecimal(meant)!);
  it('is one digit that is different, wherever it stands', () => {
    for (const [stated, meant] of [
      ['103', '203'],
      ['113', '103'],
      ['103', '104'],
      ['7', '8'],
    ] as const)
      assert.equal(how(stated, meant), 'one digit is different', stated);
  });
  it('is two neighbours that changed places', () => {
    for (const [stated, meant] of [
      ['1203', '2103'],
      ['1230', '1320'],
      ['1203', '1230'],
    ] as const)
      assert.equal(how(stated, meant), 'two digits are swapped', stated);
    for (const [stated, meant] of [
      ['1204', '1230'],
      ['321', '123'],
      ['1203', '2113'],
      ['12', '34'],
      ['123', '231'],
    ] as const)
      assert.equal(how(stated, meant), undefined, stated);
  });
  it('is a digit that is missing or too many', () => {
    for (const [short, long] of [
      ['103', '1103'],
      ['103', '1030'],
      ['103', '1203'],
      ['103', '9103'],
      ['1', '10'],
    ] as const) {
      assert.equal(how(short, long), 'a digit is missing', short);
      assert.equal(how(long, short), 'a digit is too many', long);
    }
    for (const [short, long] of [
      ['103', '1304'],
      ['103', '11103'],
      ['103', '4031'],
    ] as const) {
      assert.equal(how(short, long), undefined, short);
      assert.equal(how(long, short), undefined, long);
    }
  });
});

describe('a style', () => {
  it('shows in three rows, not in two', () => {
    assert.ok(followsStyle(steps('+10 160', '+20 160', '+30 160')));
    assert.ok(!followsStyle(steps('+10 160', '+20 160')));
  });
  it('is one total, or one opening, on every row', () => {
    assert.ok(followsStyle(steps('+10 110', '+20 120', '-35 65')));
    assert.ok(!followsStyle(steps('+10 110', '+20 120', '+35 136')));
    assert.ok(!followsStyle(steps('+10 110', '+20 121', '+35 135')));
    assert.ok(!followsStyle(steps('+10 160', '+20 160', '+30 161')));
    assert.ok(!followsStyle(steps('+10 160', '+20 161', '+30 160')));
  });
  it('is one total a run of rows, that after all of them', () => {
    assert.ok(followsStyle(steps('+10 110', '+20 160', '+30 160')));
    assert.ok(followsStyle(steps('+10 130', '+20 130', '+30 160 7')));
    assert.ok(!followsStyle(steps('+10 130', '+20 130', '+30 160')), 'the day goes on, and the total is not its last');
    assert.ok(!followsStyle(steps('+10 130', '+20 130 7', '+30 160 7')), 'no total of a day');
    assert.ok(followsStyle(steps('+10 130', '+20 130', '+30 200', '+40 200')));
    assert.ok(!followsStyle(steps('+10 130', '+20 130', '+30 201', '+40 201')));
    assert.ok(!followsStyle(steps('+10 110', '+20 161', '+30 161')));
    assert.ok(!followsStyle(steps('+10 110', '+20 160', '+30 160', '+5 166')));
  });
  it('is no run where every run is one row', () => {
    assert.ok(!followsStyle(steps('+10 110', '+20 130', '+30 160')));
    assert.ok(followsStyle(steps('+10 110', '+20 130', '+30 200', '+40 200')));
  });
});

describe('another order of the rows', () => {
  it('leads through all of them', () => {
    assert.ok(chainsInSomeOrder(steps('+30 160', '+20 130', '+10 110')));
    assert.ok(chainsInSomeOrder(steps('+20 130', '+10 110', '+30 160')));
    assert.ok(!chainsInSomeOrder(steps('+20 130', '+10 110', '+30 161')));
    assert.ok(!chainsInSomeOrder(steps('+10 110', '+20 140')));
  });
  it('may come back to where it began', () => {
    assert.ok(chainsInSomeOrder(steps('-10 100', '+10 110')));
    assert.ok(chainsInSomeOrder(steps('+10 110', '-10 100', '+5 105')));
    assert.ok(!chainsInSomeOrder(steps('+10 110', '-10 100', '+10 210', '-10 200')), 'two rounds that never meet');
  });
  it('begins and ends once', () => {
    assert.ok(!chainsInSomeOrder(steps('+10 110', '+20 120')), 'one opening, two ends');
    assert.ok(!chainsInSomeOrder(steps('+20 120', '+10 120')), 'two openings, one end');
    assert.ok(!chainsInSomeOrder(steps('+10 110', '+10 110')), 'the same row twice');
    assert.ok(!chainsInSomeOrder(steps('+10 110', '+20 120', '+30 140', '+20 140')), 'two ways between two balances');
  });
  it('has no negative opening', () => {
    assert.ok(chainsInSomeOrder(steps('+20 30', '+10 10')));
    assert.ok(!chainsInSomeOrder(steps('+20 25', '+10 5')));
  });
});
