/** Edits of the form in every layout that the readers know: made exactly, or refused in words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { LAYOUTS } from '../../../../server/src/facts/layouts';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../../../server/src/filing/columns';
import type { Filing } from '../../../../server/src/filing/model';
import { editForm } from '../../../../server/src/operations/form/edit';
import { factsOf, firstDifference } from '../../../../server/src/operations/form/facts';
import { FORM_BOXES, keyOf, OWNER_BOXES, type WordsPlace } from '../../../../server/src/operations/form/place';
import { asFiled } from '../../../../server/src/operations/form/typed';
import { read } from '../../../../server/src/readers';
import { applied } from '../../../../server/src/text/edits';

const FOLDER = 'test/fixtures/layouts';

function placesOf(filing: Filing): WordsPlace[] {
  return [
    ...(
      [
        ['nonDerivativeTable', NON_DERIVATIVE_COLUMNS],
        ['derivativeTable', DERIVATIVE_COLUMNS],
      ] as const
    ).flatMap(([table, columns]) =>
      filing[table].rows.flatMap((_, row) => columns.flat().map((column) => ({ table, row, column }))),
    ),
    ...filing.reportingOwners.flatMap((_, owner) => OWNER_BOXES.map((box) => ({ box, owner }))),
    ...FORM_BOXES.map((box) => ({ box })),
    ...filing.footnotes.list.map((_, note) => ({ note })),
    ...filing.ownerSignatures.flatMap((_, signature) => [
      { signature, part: 'signatureName' as const },
      { signature, part: 'signatureDate' as const },
    ]),
  ];
}

const TYPED = (place: WordsPlace): string => {
  const name = 'column' in place ? place.column : 'box' in place ? place.box : 'part' in place ? place.part : 'note';
  if (/date|period/i.test(name)) return '03/04/2019';
  if (/shares|price|^acquired|^disposed/i.test(name)) return '1,234';
  return /code|form|direct/i.test(name) ? 'D' : 'Other words';
};

describe('edits of the form in every layout', () => {
  const show = process.env.FORM4_SHOW;
  for (const name of readdirSync(FOLDER)) {
    const filing = read(readFileSync(`${FOLDER}/${name}`, 'utf8'));
    const takes = filing.xml !== undefined || LAYOUTS[filing.layout].writable;
    it(`${name} (${filing.layout}) ${takes ? 'takes them' : 'refuses them and offers the conversion'}`, () => {
      let made = 0;
      const refused: string[] = [];
      for (const place of placesOf(filing)) {
        const text = TYPED(place);
        const done = editForm(filing, { kind: 'set', places: [{ place, text }] });
        if ('refused' in done) {
          refused.push(`${keyOf(place)}: ${done.refused}`);
          if (!takes) assert.match(done.refused, /Form 4: Convert to/);
          continue;
        }
        made++;
        const after = read(applied(filing.text, done.edits));
        const wanted = new Map(factsOf(filing)).set(keyOf(place), asFiled(filing, place, text));
        assert.equal(firstDifference(wanted, factsOf(after)), undefined, keyOf(place));
      }
      if (show && takes) console.log(name, made, refused.length, '\n' + refused.slice(0, 40).join('\n'));
      assert.equal(made > 0, takes);
    });
  }
});
