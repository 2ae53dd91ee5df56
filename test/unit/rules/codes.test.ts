/** What a rule says of when it is to be asked spares it being asked in vain, and changes nothing of what it finds. */
import assert from 'node:assert/strict';
import { readAll } from '../../../server/src/readers';
import { letterOf, rulesFor } from '../../../server/src/rules/asked';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import type { Rule } from '../../../server/src/rules/rule';
import { check, type CheckOptions } from '../../../server/src/rules/run';
import { BITS } from '../../../server/src/rules/signBits';
import { madeUp, random, withFaults } from '../generate';
import { filingAround } from '../harness';

/** Fresh settings, so that nothing is kept that was made for others. */
const options = (): CheckOptions => ({
  rules: Object.fromEntries(CATALOGUE.map(({ id, severity }) => [id, severity])),
  today: 19425,
});
const MADE_UP = Array.from({ length: 400 }, (_, seed) => {
  const next = random(seed);
  return withFaults(next, madeUp(next), seed % 4);
});
/** Rows of which each cell can be read, and one is not what nearly every row has there. */
const ODD = [
  '| Class C Units | 03/07/2022 |  | C |  | 60 | D | \\$0 | 725 | D |  |',
  '| Class C Units | 03/07/2022 |  | C |  | 60 | D | \\$4 | 725 | D |  |',
  '| Common Stock | 03/07/2022 |  | G | V | 60 | D | \\$0 | 725 | D |  |',
  '| Common Stock | 03/07/2022 | 03/08/2022 | S |  | 60 | D | \\$4 | 725 | D |  |',
  '| Common Stock | 03/07/2022 | 03/08/2031 | S |  | 60 | D | \\$4 | 725 | D |  |',
  '| Common Stock | 03/07/2022 | 03/01/2022 | S |  | 60 | D | \\$4 | 725 | D |  |',
  '| Common Stock | 03/07/2022 |  | S |  | 60 | D | \\$0 | 725 | D |  |',
  '| Common Stock | 03/07/2022 |  | P |  | 60 | A | \\$4 | 25 | D |  |',
  'Table II\n| Option | \\$4 | 03/07/2022 |  | M |  | 60 |  | 03/07/2022 | 03/07/2032 | Common Stock | 60 | \\$0 | 60 | D |  |',
  'Table II\n| Option | \\$4 | 03/07/2022 | 03/07/2022 | A | V | 60 |  | 03/07/2022 | 03/07/2032 | Common Stock | 60 | \\$0 | 6 | D |  |',
].map((rows) => filingAround(rows));
/** The same behind rows that are plain, and in a table that is longer than a form's. */
const BEHIND = ODD.map((text) =>
  text.replace(
    /^\| (?:Class|Common|Option).*$/m,
    (row) =>
      [0, 1, 2].map((more) => row.replace(/ 60 /g, ` ${70 + more} `).replace(/ V \|/, '  |')).join('\n') + `\n${row}`,
  ),
);
const LONG = ODD.map((text) => text.replace(/^\| (?:Class|Common|Option).*$/m, (row) => `${row}\n`.repeat(34).trim()));
const TEXTS = [...MADE_UP, ...ODD, ...BEHIND, ...LONG];

function findings(texts: readonly string[]): unknown[] {
  const settings = options();
  return texts.map((text) =>
    readAll(text).flatMap((filing) =>
      check(filing, settings).map(({ rule, severity, span, message }) => ({ rule, severity, span, message })),
    ),
  );
}

type Condition = 'codes' | 'sign' | 'oddRows' | 'mentions' | 'beside';

/** The rules without a condition that they have, while `work` goes on. */
function without<T>(condition: Condition, work: () => T): T {
  const rules = CATALOGUE.filter((rule) => rule[condition] !== undefined) as { -readonly [K in keyof Rule]: Rule[K] }[];
  const before = rules.map((rule) => rule[condition]);
  try {
    for (const rule of rules) delete rule[condition];
    return work();
  } finally {
    rules.forEach((rule, at) => Object.assign(rule, { [condition]: before[at] }));
  }
}

describe('what a rule says of when it is to be asked', () => {
  for (const [condition, least] of [
    ['codes', 10],
    ['sign', 30],
    ['oddRows', 20],
    ['mentions', 5],
    ['beside', 0],
  ] as const)
    it(`${condition} change nothing of what it finds`, function () {
      assert.ok(CATALOGUE.filter((rule) => rule[condition] !== undefined).length > least);
      const expected = findings(TEXTS);
      const found = without(condition, () => findings(TEXTS));
      TEXTS.forEach((text, at) => assert.deepEqual(found[at], expected[at], text));
    });

  it('what was asked of one filing says nothing of the next, whatever its codes', () => {
    const [filing] = readAll(TEXTS[0]!);
    const all = letterOf('A') | letterOf('W') | letterOf('X') | letterOf('Z');
    const asked = (hasOdd: boolean, signs: number): readonly string[] =>
      rulesFor(filing!, all, hasOdd, signs).map(({ rule }) => rule.id);
    const [few, more] = [asked(false, 0), asked(true, 0)];
    assert.ok(more.length > few.length + 20, 'rows that are not plain ask more rules');
    assert.ok(!few.includes('owner-ccc') && asked(false, BITS.xml).includes('owner-ccc'), 'XML asks rules of its own');
  });

  it('what is odd about a row is told in numbers, where each of its cells can be read', () => {
    for (const text of ODD) {
      const { nonDerivativeTable, derivativeTable } = readAll(text)[0]!;
      assert.ok(nonDerivativeTable.numbers?.hasOdd || derivativeTable.numbers?.hasOdd, text);
      assert.ok(
        [...nonDerivativeTable.rows, ...derivativeTable.rows].every(({ plain }) => !plain),
        text,
      );
    }
  });

  it('most rows are plain', () => {
    const rows = MADE_UP.flatMap((text) => readAll(text).flatMap((filing) => filing.nonDerivativeTable.rows));
    assert.ok(rows.filter(({ plain }) => plain).length > rows.length / 2);
  });
});
