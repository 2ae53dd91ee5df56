import assert from 'node:assert/strict';
import { signatureHelp } from '../../../server/src/features/signatureHelp';
import { atCursor } from './cursor';

function marked(example: string, offsets = true): string | undefined {
  const { filing, position } = atCursor(example);
  const help = signatureHelp(filing, position, offsets);
  const signature = help?.signatures[0];
  const label = signature?.parameters?.[help!.activeParameter!]?.label;
  return Array.isArray(label) ? signature!.label.slice(...(label as [number, number])) : label;
}

describe('signature help', () => {
  const ROW = '| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$0 | 9,503 | D |  |';
  it('marks the column of the cursor, also in a blank cell and on a marker', () => {
    assert.equal(marked(ROW.replace('Common', 'Com‸mon')), '1. Title of Security');
    assert.equal(marked(ROW.replace('2022 |  |', '2022 | ‸ |')), '2A. Deemed Execution Date, if any');
    assert.equal(marked(ROW.replace('(1)', '(‸1)')), '4. Amount');
    assert.equal(marked(ROW.replace('9,503', '9,50‸3')), '5. Amount of Securities Beneficially Owned');
    assert.equal(marked(ROW.replace('| A |  |', '| A | ‸ |'), false), '3. V');
  });
  it('names all columns of the table in their order', () => {
    const { filing, position } = atCursor(
      'Table II\n| Option | \\$1 | 03/07/2022 |  | ‸M |  |  | 4 |  |  | Stock | 4 | \\$0 | 8 | D |  |',
    );
    const help = signatureHelp(filing, position, true)!;
    assert.match(
      help.signatures[0]!.label,
      /^Table II: 1\. Title of Derivative Security \| 2\. Conv.* \| 11\. Nature of/,
    );
    assert.equal(help.signatures[0]!.parameters!.length, 16);
    assert.equal(help.activeParameter, 4);
    assert.ok(help.signatures[0]!.parameters!.every(({ documentation }) => documentation));
  });
  it('is silent outside of rows', () => {
    assert.equal(marked('Remarks: wor‸ds'), undefined);
  });
});
