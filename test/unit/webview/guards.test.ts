/** What a view and its host send each other is heard where it fits, and dropped where it does not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accepted, flag, list, oneOf, optional, shape, text, whole, type Guards } from '../../../webview/guards';

type Message =
  | { readonly kind: 'go'; readonly to: { readonly at: number }; readonly names: readonly string[] }
  | { readonly kind: 'set'; readonly side: 'A' | 'D'; readonly on: boolean; readonly why?: string };
const GUARDS: Guards<Message> = {
  go: shape({ to: shape({ at: whole }), names: list(text) }),
  set: shape({ side: oneOf('A', 'D'), on: flag, why: optional(text) }),
};
const heard = (message: unknown): boolean => accepted<Message>(GUARDS, message) !== undefined;

describe('messages between a view and its host', () => {
  it('that fit are heard', () => {
    assert.ok(heard({ kind: 'go', to: { at: 3 }, names: [] }));
    assert.ok(heard({ kind: 'go', to: { at: 0 }, names: ['a', ''] }));
    assert.ok(heard({ kind: 'set', side: 'A', on: false }));
    assert.ok(heard({ kind: 'set', side: 'D', on: true, why: 'x' }));
  });

  for (const bad of [
    undefined,
    null,
    'go',
    [],
    {},
    { kind: 'stop' },
    { kind: 'constructor' },
    { kind: '__proto__', side: 'A', on: true },
    { kind: 'go', to: { at: -1 }, names: [] },
    { kind: 'go', to: { at: 1.5 }, names: [] },
    { kind: 'go', to: null, names: [] },
    { kind: 'go', to: { at: 1 }, names: [1] },
    { kind: 'go', to: { at: 1 }, names: { length: 0 } },
    { kind: 'set', side: 'B', on: true },
    { kind: 'set', side: 'A' },
    { kind: 'set', side: 'A', on: true, why: 1 },
  ])
    it(`${JSON.stringify(bad)} is dropped`, () => assert.equal(heard(bad), false));

  it('nothing that is sent makes a guard throw, and no noise is heard', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (noise) => {
        assert.equal(heard(noise), false);
        assert.equal(heard({ kind: 'go', to: noise, names: noise }), false);
      }),
      { numRuns: 2000 },
    );
  });
});
