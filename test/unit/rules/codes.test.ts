/** The transaction codes that a rule lists spare it being asked about other rows, and change nothing of what it finds. */
import assert from 'node:assert/strict';
import { readAll } from '../../../server/src/readers';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { check, type CheckOptions } from '../../../server/src/rules/run';
import { madeUp, random, withFaults } from '../generate';

const OPTIONS: CheckOptions = {
  rules: Object.fromEntries(CATALOGUE.map(({ id, severity }) => [id, severity])),
  today: 19425,
};
const TEXTS = Array.from({ length: 400 }, (_, seed) => {
  const next = random(seed);
  return withFaults(next, madeUp(next), seed % 4);
});

const found = (text: string): unknown =>
  readAll(text).flatMap((filing) =>
    check(filing, OPTIONS).map(({ rule, severity, span, message }) => ({ rule, severity, span, message })),
  );

describe('the codes that a rule lists', () => {
  it('change nothing of what it finds', function () {
    this.timeout(60_000);
    const listed = CATALOGUE.filter(({ codes }) => codes !== undefined);
    assert.ok(listed.length > 10);
    const expected = TEXTS.map(found);
    const before = listed.map(({ codes }) => codes);
    try {
      for (const rule of listed) (rule as { codes?: readonly string[] | undefined }).codes = undefined;
      TEXTS.forEach((text, at) => assert.deepEqual(found(text), expected[at], text));
    } finally {
      listed.forEach((rule, at) => ((rule as { codes?: readonly string[] | undefined }).codes = before[at]));
    }
  });
});
