/** Accepted filings that come in several layouts, where FORM4_CORPUS names their folder: what is found is the same in each. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { readAll } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { isoDate, parseDate } from '../../../server/src/text/days';
import { LAYOUTS, accepted } from '../writers/sources';

const TODAY = 20_700;
const stem = (name: string): string => basename(name).replace(/\.\w+$/, '');

/** The same for a value in each way of writing it: `\$1,200`, `$1,200.00` and `1200`; 03/07/2023 and 2023-03-07; `(2)` and F2. */
function plain(words: string): string {
  const text = words
    .replace(/\\/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^F(\d+)$/, '($1)')
    .trim();
  const day = parseDate(text)?.day;
  if (day !== undefined) return isoDate(day);
  const digits = text.replace(/[$,]/g, '');
  return /^[\d.]+$/.test(digits) ? String(Number(digits)) : text;
}

/** Each finding as its rule and the value at fault, in an order of its own: layouts print the parts in other orders. */
function found(text: string): string[] {
  return readAll(text)
    .flatMap((filing) => check(filing, { today: TODAY }))
    .map(({ rule, severity, span }) => `${severity} ${rule} ${plain(text.slice(span.start, span.end))}`)
    .sort();
}

const others = LAYOUTS.filter((layout) => ['piped', 'markdown', 'columns', 'xml', 'submission'].includes(layout));

(others.length > 0 ? describe : describe.skip)('accepted filings in several layouts', function () {
  const tabbed = new Map(accepted('tabbed').map(({ name, text }) => [stem(name), text]));
  for (const layout of others)
    it(`have the same findings in ${layout} as in tabbed`, () => {
      let compared = 0;
      for (const { name, text } of accepted(layout)) {
        const twin = tabbed.get(stem(name));
        if (twin === undefined) continue;
        compared++;
        assert.deepEqual(found(text), found(twin), stem(name));
      }
      assert.ok(compared > 0);
    });
});
