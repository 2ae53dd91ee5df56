/**
 * Accepted filings, where FORM4_CORPUS names their folder, with one to five cells changed as by an amendment: a comparison
 * shows each change and no other, in every layout. FORM4_EACH=n takes n of each layout, FORM4_LAYOUTS names some.
 */
import assert from 'node:assert/strict';
import { compareFilings } from '../../../server/src/ledger/compare/compare';
import { columnsOf } from '../../../server/src/ledger/compare/rows';
import { cellOf } from '../../../server/src/filing/columns';
import type { Cell, Column, DateCell, Filing, NumberCell, Row } from '../../../server/src/filing/model';
import { rowsOf } from '../../../server/src/filing/queries';
import { read } from '../../../server/src/readers';
import type { Edit } from '../../../server/src/rules/rule';
import { writtenLike } from '../../../server/src/rules/words';
import type { Decimal } from '../../../server/src/text/decimal';
import { addWhole } from './seriesFaults';
import { below, pick, random, type Random } from '../generate';
import { applied } from '../harness';
import { seed } from '../soak';
import { LAYOUTS, accepted } from '../writers/sources';
import { dateText } from '../acceptedFaults';

const EACH = Number(process.env.FORM4_EACH ?? 60);
const ONLY = process.env.FORM4_LAYOUTS?.split(',');

interface Place {
  readonly row: Row;
  readonly column: Column;
}

/** The cells with a number, a date or words of their own in the text. */
function placesIn(filing: Filing): Place[] {
  return rowsOf(filing).flatMap((row) =>
    columnsOf(row.table).flatMap((column) => {
      const cell = cellOf(row, column);
      return cell && isPlain(filing, cell) ? [{ row, column }] : [];
    }),
  );
}

/** A letter alone stands for few things, and where the text has other characters the value does not stand by itself. */
const isPlain = ({ text }: Filing, { raw, span, value }: Cell<unknown>): boolean =>
  value !== undefined && raw.length > 1 && text.slice(span.start, span.end) === raw && /^[\w,. /$\\-]+$/.test(raw);

/** Another value for a cell. In columns of blanks it is as wide as before: what stands behind would move out of its own. */
function change(next: Random, { row, column }: Place, width: boolean): Edit | undefined {
  const cell = cellOf(row, column)!;
  const { value, span, raw } = cell;
  if (typeof value === 'number') {
    const newText = dateText(cell as DateCell, value - 1 - below(next, 300));
    return width && newText.length !== raw.length ? undefined : { span, newText };
  }
  if (width)
    return /[\da-y]$/.test(raw) ? { span, newText: raw.slice(0, -1) + after(raw[raw.length - 1]!) } : undefined;
  if (typeof value === 'object') {
    const other = addWhole(value as Decimal, 1 + below(next, 5000));
    return { span, newText: writtenLike(cell as NumberCell, other) };
  }
  return /[a-z]{2}$/i.test(raw) ? { span, newText: `${raw} ${pick(next, ['New', 'Other'])}` } : undefined;
}

const after = (character: string): string =>
  character === '9' ? '8' : String.fromCharCode(character.charCodeAt(0) + 1);

for (const layout of LAYOUTS.filter((name) => !ONLY || ONLY.includes(name))) {
  const samples = accepted(layout);
  if (samples.length === 0) continue;
  describe(`amendments made of accepted filings: ${layout}`, function () {
    this.timeout(3_600_000);
    it('show every change and no other', () => {
      const next = random(seed(21));
      const wrong: string[] = [];
      let made = 0;
      for (let tries = 0; tries < EACH * 4 && made < EACH; tries++) {
        const sample = pick(next, samples);
        const filing = read(sample.text);
        const places = placesIn(filing);
        if (places.length === 0 || filing.unread.length > 0) continue;
        const changed = new Set<Place>();
        for (let count = 1 + below(next, 5); count > 0; count--) changed.add(pick(next, places));
        const edits = [...changed].flatMap((place) => {
          const edit = change(next, place, layout === 'columns');
          if (!edit) changed.delete(place);
          return edit ?? [];
        });
        if (edits.length === 0) continue;
        const text = applied(sample.text, edits);
        const { boxes, rows, notes } = compareFilings(filing, read(text));
        made++;
        const shown = [
          ...rows.flatMap(({ kind, before, after, cells }) =>
            kind === 'changed' && before!.index === after!.index
              ? cells.map(({ column }) => `${after!.table} ${after!.index} ${column}`)
              : [`${kind} ${(before ?? after)!.table} ${(before ?? after)!.index}`],
          ),
          ...boxes.map(({ box, before, after }) => `${box} ${before} ${after}`),
          ...notes.map(({ kind }) => `note ${kind}`),
        ].sort();
        const expected = [...changed].map(({ row, column }) => `${row.table} ${row.index} ${column}`).sort();
        if (JSON.stringify(shown) !== JSON.stringify(expected))
          wrong.push(
            `${sample.name}\n  made  ${expected.join('; ')}\n  shown ${shown.join('; ')}\n  ${edits.map(({ span, newText }) => `${sample.text.slice(span.start, span.end)} -> ${newText}`).join('; ')}`,
          );
      }
      console.log(`      ${made - wrong.length} of ${made}`);
      assert.deepEqual(wrong, [], wrong.slice(0, 8).join('\n'));
    });
  });
}
