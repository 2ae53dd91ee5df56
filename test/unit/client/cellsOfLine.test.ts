/** In which cells Tab shows a list of values: blank ones of the transaction code and the total, in both tables. */
import assert from 'node:assert/strict';
import { wantsList } from '../../../client/src/cellsOfLine';
import { blankForm } from '../../../server/src/operations/filing/blankForm';
import { plainOf } from '../../../server/src/text/snippet';

const text = plainOf(
  blankForm({
    owners: [{}],
    tableI: [['Common Stock', '\t'.repeat(10)]],
    tableII: [['Option', '\t'.repeat(15)]],
    notes: [],
  }),
);

/** The columns with a list, from 0, of the row that begins with a title. */
function columnsWithList(title: string, filled = ''): number[] {
  const lines = text.split('\n').map((line) => (line.startsWith(title) ? line.replaceAll('\t', `\t${filled}`) : line));
  const document = { lineCount: lines.length, lineAt: (line: number) => ({ text: lines[line]! }) };
  const line = lines.findIndex((one) => one.startsWith(title));
  const cells = lines[line]!.split('\t');
  const starts = cells.map((_, at) => cells.slice(0, at).join('\t').length + (at > 0 ? 1 : 0));
  return starts.flatMap((character, at) => (wantsList(document, { line, character }) ? [at] : []));
}

describe('a list of values behind Tab', () => {
  it('comes in blank cells of the code and the total', () => {
    assert.deepEqual(columnsWithList('Common Stock'), [3, 8]);
    assert.deepEqual(columnsWithList('Option'), [4, 13]);
  });
  it('comes in places to fill in there', () => {
    assert.deepEqual(columnsWithList('Common Stock', '‹was 10,196›'), [3, 8]);
  });
  it('does not come where something stands, nor outside of rows', () => {
    assert.deepEqual(columnsWithList('Common Stock', '5'), []);
    assert.deepEqual(columnsWithList('OMB Number'), []);
  });
});
