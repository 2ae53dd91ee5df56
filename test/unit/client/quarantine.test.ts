import * as assert from 'node:assert/strict';
import { Quarantine } from '../../../client/src/quarantine';

describe('quarantine', () => {
  it('holds a text that the server died over twice, and only that text', () => {
    const quarantine = new Quarantine();
    for (let death = 0; death < 2; death++) {
      assert.equal(quarantine.holds('bad'), false);
      quarantine.asks('file:///bad', 'bad');
      quarantine.asks('file:///good', 'good');
      quarantine.died();
    }
    assert.equal(quarantine.holds('bad'), true);
    assert.equal(quarantine.holds('good'), false);
    assert.equal(quarantine.holds('bad, changed'), false);
  });

  it('blames no text for a server that was killed while idle', () => {
    const quarantine = new Quarantine();
    for (let death = 0; death < 5; death++) {
      quarantine.asks('file:///a', 'a');
      quarantine.answered('file:///a');
      quarantine.died();
    }
    assert.equal(quarantine.holds('a'), false);
  });
});
