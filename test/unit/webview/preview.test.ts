/** The preview's host hears nothing but what its page can mean; places lead there and back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeOf, thingAt } from '../../../client/src/views/formPlaces';
import { readAll } from '../../../server/src/readers';
import { printedForm } from '../../../server/src/writers/printedForm/form';
import { thingsOf } from '../../../server/src/writers/printedForm/placed';
import { printedForm as isForm } from '../../../webview/form/guard';
import { accepted } from '../../../webview/guards';
import { FROM_PREVIEW, type FromPreview } from '../../../webview/preview/messages';
import { MADE_UP } from '../writers/sources';

const heard = (message: unknown): FromPreview | undefined => accepted<FromPreview>(FROM_PREVIEW, message);

describe('what the preview says to the extension', () => {
  it('is heard where it fits', () => {
    for (const message of [
      { kind: 'ready' },
      { kind: 'go', address: 'periodOfReport' },
      { kind: 'fixes', version: 1, finding: 0 },
      { kind: 'fix', version: 1, finding: 0, title: 'x' },
      { kind: 'proof', findings: true },
      { kind: 'lock', locked: false },
    ])
      assert.deepEqual(heard(message), message);
  });

  it('has no effect where it does not: 10,000 of noise', () => {
    const kinds = fc.constantFrom('go', 'fixes', 'fix', 'proof', 'lock', 'openExternal', 'command', '__proto__');
    const noise = fc.oneof(fc.anything(), fc.record({ kind: kinds, uri: fc.string(), command: fc.string() }));
    fc.assert(
      fc.property(noise, (message) => assert.equal(heard(message), undefined)),
      { numRuns: 10_000 },
    );
  });

  it('names places of the form alone: an address that is none leads nowhere', () => {
    const form = printedForm(readAll(MADE_UP[0]!.text)[0]!);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'reportingOwner/99/relationship')),
        (address) => assert.equal(placeOf(form, address), undefined),
      ),
    );
  });
});

describe('places of the form', () => {
  it('lead to the text and back, and every form is one that the page takes', () => {
    let looked = 0;
    for (const { name, text } of MADE_UP)
      for (const filing of readAll(text)) {
        const form = printedForm(filing);
        assert.ok(isForm(JSON.parse(JSON.stringify(form))), name);
        for (const { address } of thingsOf(form)) {
          const span = placeOf(form, address);
          assert.ok(span, `${name}: ${address}`);
          const back = thingAt(form, span.start);
          assert.ok(back !== undefined, `${name}: ${address}`);
          looked++;
        }
      }
    assert.ok(looked > 1000, `${looked}`);
  });
});
