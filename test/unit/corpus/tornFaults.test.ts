/**
 * A wrong total, code or marker in an accepted filing, told after its rows were torn as it is before, where FORM4_CORPUS
 * names their folder. FORM4_EACH=n takes n filings, FORM4_SHOW prints the figures.
 */
import assert from 'node:assert/strict';
import type { Row } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { TEARS, torn } from '../readers/torn';
import { accepted } from '../writers/sources';

const TODAY = 20_700;
const samples = accepted('tabbed').slice(0, Number(process.env.FORM4_EACH ?? 120));
const rulesOf = (text: string): Set<string> => new Set(check(read(text), { today: TODAY }).map(({ rule }) => rule));

interface Fault {
  readonly rule: string;
  /** Where a row has what is to be wrong, and what stands there then; undefined where it has none. */
  make(row: Row): { readonly at: number; readonly end: number; readonly words: string } | undefined;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  total: {
    rule: 'holdings-total',
    make({ sharesOwnedFollowingTransaction: { raw, span } }) {
      const last = raw.slice(-1);
      return /\d/.test(last) ? { at: span.end - 1, end: span.end, words: last === '7' ? '3' : '7' } : undefined;
    },
  },
  code: {
    rule: 'code-unknown',
    make({ kind, transactionCode: { raw, span } }) {
      return kind === 'transaction' && raw.length === 1 ? { at: span.start, end: span.end, words: 'Q' } : undefined;
    },
  },
  marker: {
    rule: 'footnote-undefined',
    make({ cells }) {
      const marker = cells.flatMap(({ markers }) => markers)[0];
      return marker && { at: marker.span.start, end: marker.span.end, words: '(97)' };
    },
  },
};

(samples.length > 0 ? describe : describe.skip)(
  'faults in accepted filings whose rows have lost their cells',
  function () {
    for (const [name, { rule, make }] of Object.entries(FAULTS)) {
      // Only what is told of the filing itself can be told of its torn text.
      const faulty = (): string[] =>
        samples.flatMap(({ text }) => {
          if (rulesOf(text).has(rule)) return [];
          const { rows } = read(text).nonDerivativeTable;
          for (const row of rows.slice(1)) {
            const made = make(row);
            const wrong = made && text.slice(0, made.at) + made.words + text.slice(made.end);
            if (wrong !== undefined && rulesOf(wrong).has(rule)) return [wrong];
          }
          return [];
        });
      it(`are told: ${name}`, () => {
        const texts = faulty();
        assert.ok(texts.length > 10, `${texts.length} made`);
        for (const tear of TEARS) {
          let [found, unread] = [0, 0];
          for (const text of texts) {
            const after = torn(text, tear);
            if (rulesOf(after).has(rule)) found++;
            else if (read(after).unread.length > 0) unread++;
          }
          const made = texts.length - unread;
          if (process.env.FORM4_SHOW)
            console.log(`${name}, ${tear}: ${found} of ${made} told, ${unread} more in filings read in part`);
          assert.ok(found / made >= 0.98, `${tear}: ${found} of ${made} told`);
        }
      });
    }
  },
);
