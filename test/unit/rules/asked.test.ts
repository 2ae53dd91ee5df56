/** What a rule says of itself so that it need not be asked: which traits of rows it needs, and what it looks at. */
import assert from 'node:assert/strict';
import type { Cell, Filing, Row, Table } from '../../../server/src/filing/model';
import { readAll } from '../../../server/src/readers';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import type { Rule } from '../../../server/src/rules/rule';
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

/** Runs something while rules are otherwise than they are. */
function meanwhile<T>(other: (rule: Rule) => Partial<Rule>, run: () => T): T {
  const before = CATALOGUE.map((rule) => ({ ...rule }));
  try {
    for (const rule of CATALOGUE) Object.assign(rule, other(rule));
    return run();
  } finally {
    CATALOGUE.forEach((rule, at) => {
      for (const key of Object.keys(rule)) delete (rule as unknown as Record<string, unknown>)[key];
      Object.assign(rule, before[at]);
    });
  }
}

/** A filing whose rows tell what of them is looked at: a column by its name, `markers`, `cells`. */
function telling(filing: Filing, tell: (what: string) => void): Filing {
  const cellOf = (column: string, cell: Cell<unknown>): Cell<unknown> =>
    new Proxy(cell, {
      get: (of, key) => {
        if (key === 'markers') tell('markers');
        else if (typeof key === 'string' && !key.toLowerCase().endsWith('span')) tell(column);
        return Reflect.get(of, key) as unknown;
      },
    });
  const rowOf = (row: Row): Row => {
    const cells = new Map<PropertyKey, unknown>();
    return new Proxy(row, {
      get: (of, key) => {
        const value = Reflect.get(of, key) as unknown;
        if (typeof value !== 'object' || value === null || !('cellSpan' in value)) {
          if (key === 'cells') tell('cells');
          return value;
        }
        if (!cells.has(key)) cells.set(key, cellOf(String(key), value as Cell<unknown>));
        return cells.get(key);
      },
    });
  };
  const tableOf = <R extends Row>(table: Table<R>): Table<R> => ({ ...table, rows: table.rows.map(rowOf) as R[] });
  return {
    ...filing,
    nonDerivativeTable: tableOf(filing.nonDerivativeTable),
    derivativeTable: tableOf(filing.derivativeTable),
  };
}

describe('a rule that says when it need not be asked', function () {
  this.timeout(0);
  it('is silent without the traits that it needs', () => {
    for (const text of TEXTS) {
      const findings = (): unknown =>
        readAll(text).flatMap((filing) => check(filing, OPTIONS).map(({ fixes: _, ...finding }) => finding));
      const asked = findings();
      assert.deepEqual(
        asked,
        meanwhile(() => ({ needs: undefined }), findings),
        text,
      );
    }
  });

  for (const { id, reads } of CATALOGUE.filter((rule) => rule.reads && rule.check))
    it(`looks at no more than it says: ${id}`, () => {
      let isAsked = false;
      const alone = (rule: Rule): Partial<Rule> =>
        rule.id === id
          ? {
              check: (context) => {
                isAsked = true;
                rule_(context);
                isAsked = false;
              },
            }
          : { check: undefined, checkRow: undefined };
      const rule_ = CATALOGUE.find((rule) => rule.id === id)!.check!;
      meanwhile(alone, () => {
        for (const text of TEXTS) {
          const seen = new Set<string>();
          const [filing] = readAll(text);
          const found = check(
            telling(filing!, (what) => isAsked && seen.add(what)),
            OPTIONS,
          );
          // Who has spoken is asked again in any case.
          if (found.length > 0) continue;
          // Whether a cell may have markers shows in the cells of the row.
          if (reads!.includes('markers')) seen.delete('cells');
          assert.deepEqual(
            [...seen].filter((what) => !(reads as readonly string[]).includes(what)),
            [],
            text,
          );
        }
      });
    });
});
