/** A form goes to a page in parts: put together there they are the form, and what reads as it did is not sent again. */
import assert from 'node:assert/strict';
import { readAll } from '../../../server/src/readers';
import { printedForm } from '../../../server/src/writers/printedForm/form';
import { accepted } from '../../../webview/guards';
import { drawn } from '../../../webview/form/drawn';
import { FormFromParts, isNothing, partsOf, type FormParts } from '../../../webview/form/parts';
import { TO_PREVIEW, type ToPreview } from '../../../webview/preview/messages';
import { below, madeUp, pick, random } from '../generate';
import { MADE_UP } from '../writers/sources';

const formOf = (text: string) => printedForm(readAll(text)[0]!);

/** As it comes on the other side, where a guard has looked at it. */
function sent(parts: FormParts): FormParts {
  const message = JSON.parse(
    JSON.stringify({ kind: 'show', file: 'a', locked: false, version: 1, parts, findings: [], moreFindings: 0 }),
  ) as unknown;
  const heard = accepted<ToPreview>(TO_PREVIEW, message);
  assert.ok(heard?.kind === 'show');
  return heard.parts;
}

describe('a form in parts', () => {
  it('is put together to what it is, after any change of the text', () => {
    const next = random(7);
    for (let filing = 0; filing < 40; filing++) {
      const page = new FormFromParts();
      let text = madeUp(next).lines.join('\n');
      let before: ReturnType<typeof formOf> | undefined;
      for (let nth = 1; nth < 12; nth++) {
        const form = formOf(text);
        assert.ok(page.take(sent(partsOf(before, form, nth))));
        assert.deepEqual(page.form, JSON.parse(JSON.stringify(drawn(form))), text);
        before = form;
        const lines = text.split('\n');
        const line = below(next, lines.length);
        const change = pick(next, [
          (): string[] => [],
          (one: string) => [one, one],
          (one: string) => [one.replace(/\d/, '7')],
          (one: string) => [`${one}x`],
        ]);
        lines.splice(line, 1, ...change(lines[line]!));
        text = next() < 0.1 ? madeUp(next).lines.join('\n') : lines.join('\n');
      }
    }
  });

  it('is the one row that is typed into, though all behind it has moved', () => {
    const { text } = MADE_UP[0]!;
    const form = formOf(text);
    const [row] = form.nonDerivativeTable.rows;
    const price = row!.cells[7]!;
    const typed = `${text.slice(0, price.span.end)}55${text.slice(price.span.end)}`;
    const { frame, rows, notes } = partsOf(form, formOf(typed), 2);
    assert.equal(frame, undefined);
    assert.deepEqual(
      rows.map(({ address }) => address),
      [row!.address],
    );
    assert.deepEqual(notes, []);
    assert.ok(isNothing(partsOf(form, formOf(text), 2)));
  });

  it('that is not the first is not taken where the one before it did not come', () => {
    const form = formOf(MADE_UP[0]!.text);
    const page = new FormFromParts();
    assert.equal(page.take(partsOf(form, form, 5)), false);
    assert.equal(page.take(partsOf(undefined, form, 6)), true);
    assert.equal(page.take(partsOf(form, form, 8)), false);
    assert.equal(page.take(partsOf(form, form, 7)), true);
  });
});
