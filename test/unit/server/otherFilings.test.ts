/** The other filing of a redline: read once, however often the form is made anew, and again when it has changed. */
import assert from 'node:assert/strict';
import { OtherFilings } from '../../../server/src/server/compare';
import { filingAround } from '../harness';

const ROW = '| Common Stock | 03/07/2022 |  | A |  | 5 | A | \\$0 | 9 | D |  |';
const against = { uri: 'file:///before.txt', name: 'before.txt' };

describe('the other filing of a redline', () => {
  it('is read once for many keys, and again when files have changed', async () => {
    let reads = 0;
    let text = filingAround(ROW);
    const others = new OtherFilings(
      () => undefined,
      async () => (reads++, text),
    );
    const first = await others.against(against);
    for (let key = 0; key < 20; key++) assert.equal((await others.against(against))?.filing, first?.filing);
    assert.equal(reads, 1);
    text = filingAround(ROW.replace('| 9 |', '| 8 |'));
    others.forget();
    assert.match((await others.against(against))!.filing.text, /\| 8 \|/);
    assert.equal(reads, 2);
  });
  it('is what its editor has where it is open, as it is now', async () => {
    let open = filingAround(ROW);
    const others = new OtherFilings(
      () => open,
      () => assert.fail('the file is open'),
    );
    const first = await others.against(against);
    assert.equal((await others.against(against))?.filing, first?.filing);
    open = filingAround(ROW.replace('| 9 |', '| 7 |'));
    assert.match((await others.against(against))!.filing.text, /\| 7 \|/);
  });
  it('is none where the file is gone, or is no Form 4', async () => {
    const gone = new OtherFilings(
      () => undefined,
      async () => undefined,
    );
    assert.equal(await gone.against(against), undefined);
    assert.equal(await gone.against(undefined), undefined);
  });
});
