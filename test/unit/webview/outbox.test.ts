/** Changes on their way from the form to the text: one after the other, each for the text that the user saw. */
import assert from 'node:assert/strict';
import { Outbox } from '../../../webview/editor/outbox';

interface Log {
  readonly sent: string[];
  readonly box: Outbox<string>;
  push(version: number, change: string): number;
}

function made(): Log {
  const sent: string[] = [];
  const box = new Outbox<string>(
    ({ version, change }) => sent.push(`${change}@${version}`),
    (change) => change.startsWith('row'),
  );
  const push = (version: number, change: string): number => {
    let id = 0;
    box.push(version, change, (given) => (id = given));
    return id;
  };
  return { sent, box, push };
}

describe('changes that wait', () => {
  it('are sent one after the other', () => {
    const { sent, box, push } = made();
    const first = push(1, 'a');
    push(1, 'b');
    assert.deepEqual(sent, ['a@1']);
    box.answered(first, 2);
    assert.deepEqual(sent, ['a@1', 'b@2']);
    assert.equal(box.isEmpty, false);
  });

  it('are for the version that our own change has made', () => {
    const { sent, box, push } = made();
    box.answered(push(1, 'a'), 2);
    // The form of version 2 has not come yet.
    box.answered(push(1, 'b'), 3);
    push(1, 'c');
    assert.deepEqual(sent, ['a@1', 'b@2', 'c@3']);
  });

  it('stay for the old version where something else has changed the text, or rows have moved', () => {
    const { sent, box, push } = made();
    box.answered(push(1, 'row.delete'), 2);
    push(1, 'a');
    assert.deepEqual(sent, ['row.delete@1', 'a@1']);
    const other = made();
    other.box.answered(other.push(1, 'a'), undefined);
    other.push(1, 'b');
    assert.deepEqual(other.sent, ['a@1', 'b@1']);
  });

  it('go on behind one that was refused, and heed no answer twice', () => {
    const { sent, box, push } = made();
    const first = push(4, 'a');
    push(4, 'b');
    box.answered(99, 7);
    assert.deepEqual(sent, ['a@4']);
    box.answered(first, undefined);
    box.answered(first, 9);
    assert.deepEqual(sent, ['a@4', 'b@4']);
  });
});
