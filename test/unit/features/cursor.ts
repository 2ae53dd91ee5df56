/** How the tests of features speak: a filing with the cursor ‸ in it goes in, pieces of its text come out. */
import assert from 'node:assert/strict';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import type { Position, Range } from '../../../server/src/text/lines';
import { filingAround } from '../harness';

const CURSOR = '‸';

/** Reads a whole filing around an example (test/unit/harness.ts) that has the cursor in it. */
export function atCursor(example: string): { filing: Filing; position: Position } {
  const text = filingAround(example);
  const offset = text.indexOf(CURSOR);
  assert.ok(offset >= 0 && offset === text.lastIndexOf(CURSOR), 'one cursor');
  const filing = read(text.replace(CURSOR, ''));
  return { filing, position: filing.lines.position(offset) };
}

export const textOf = (filing: Filing, range: Range | undefined): string => {
  assert.ok(range);
  return filing.text.slice(filing.lines.offset(range.start), filing.lines.offset(range.end));
};
