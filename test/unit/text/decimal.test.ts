import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  equals,
  grouped,
  multiply,
  negate,
  parseDecimal,
  plain,
  subtract,
  type Decimal,
} from '../../../server/src/text/decimal';

const number = (text: string): Decimal => {
  const value = parseDecimal(text);
  assert.ok(value, text);
  return value;
};

describe('decimals', () => {
  it('are read from plain digits with one point', () => {
    assert.equal(plain(number('9503')), '9503');
    assert.equal(plain(number('43.1600')), '43.16');
    assert.equal(plain(number('.5')), '0.5');
    assert.equal(plain(number('7.')), '7');
    assert.equal(plain(number('999999999999.9999')), '999999999999.9999');
  });
  it('are nothing else', () => {
    for (const text of ['', '.', '1,000', '-5', '1.2.3', '12a', ' 5', '1e3', '9'.repeat(41)])
      assert.equal(parseDecimal(text), undefined, text);
  });
  it('add up exactly where floats do not', () => {
    assert.equal(plain(add(number('0.1'), number('0.2'))), '0.3');
    assert.equal(plain(subtract(number('999999999999.9999'), number('0.0001'))), '999999999999.9998');
    assert.equal(plain(subtract(number('693'), number('1000'))), '-307');
  });
  it('compare by value', () => {
    assert.equal(compare(number('10'), number('9.9999')), 1);
    assert.equal(compare(number('1.50'), number('1.5')), 0);
    assert.ok(equals(number('100.00'), number('100')));
  });
  it('are printed in groups of three', () => {
    assert.equal(grouped(number('1234567.25')), '1,234,567.25');
    assert.equal(grouped(number('693')), '693');
    assert.equal(grouped(negate(number('1000'))), '-1,000');
  });
  it('divide to so many places, and not by zero', () => {
    assert.equal(plain(divide(number('1'), number('3'), 4)!), '0.3333');
    assert.equal(divide(number('1'), number('0')), undefined);
  });

  const any = fc
    .tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, scale]) => {
      const value = number(`${digits < 0n ? -digits : digits}`);
      const scaled = multiply(value, number(`0.${'0'.repeat(scale)}1`));
      return digits < 0n ? negate(scaled) : scaled;
    });
  it('obey arithmetic, whatever they are', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        assert.ok(equals(subtract(add(a, b), b), a));
        assert.ok(equals(add(a, b), add(b, a)));
        assert.equal(compare(a, b), -compare(b, a) + 0);
        const back = number(plain(absolute(a)));
        assert.ok(equals(back, absolute(a)));
        assert.equal(grouped(a).replaceAll(',', ''), plain(a));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
  it('are as exact beyond 2^53 as below it, and equal numbers have equal digits', () => {
    const digits = fc.oneof(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.bigInt({ min: -999n, max: 999n }));
    const scale = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(digits, scale, digits, scale, (a, b, c, d) => {
        const [left, right] = [decimal(a, b), decimal(c, d)];
        const all = Math.max(b, d);
        const [x, y] = [a * 10n ** BigInt(all - b), c * 10n ** BigInt(all - d)];
        assert.deepEqual(add(left, right), decimal(x + y, all));
        assert.deepEqual(subtract(left, right), decimal(x - y, all));
        assert.deepEqual(multiply(left, right), decimal(a * c, b + d));
        assert.deepEqual(negate(left), decimal(-a, b));
        assert.equal(compare(left, right), x < y ? -1 : x > y ? 1 : 0);
        assert.equal(equals(left, right), x === y);
      }),
      { seed: 5, numRuns: 5000 },
    );
  });
});
