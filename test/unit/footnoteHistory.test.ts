/** Typing does not take notes and markers apart, however many letters come between two looks. */
import assert from 'node:assert/strict';
import { Documents } from '../../server/src/server/documents';
import { NO_DOCUMENT_CONFIG } from '../../server/src/server/documentConfigs';
import { LineIndex } from '../../server/src/text/lines';

const URI = 'file:///a.form4';
const TEXT = `FORM 4
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP
OMB Number: 3235-0287
1. Name and Address of Reporting Person
Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
Common Stock\t03/07/2022\t\tS\t\t10\tD\t\\$43.16<sup>(1)</sup>\t100<sup>(2)</sup>\tD\t
Common Stock\t\t\t\t\t\t\t\t5,233\tI\tBy Trust
Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned
Explanation of Responses:
1. Held since the merger.
2. Held since the merger.
`;

describe('footnotes that are alike', () => {
  it('have not moved where one is typed in together with a row that cites none', () => {
    const documents = new Documents(() => {});
    documents.open({ textDocument: { uri: URI, languageId: 'form4', version: 1, text: TEXT } });
    const moved = (): string[] =>
      documents
        .get(URI)!
        .check(NO_DOCUMENT_CONFIG, undefined)
        .findings.flatMap(({ rule, message }) => (rule === 'footnote-moved' ? [message] : []));
    assert.deepEqual(moved(), []);
    ['By Trust', 'Held since'].forEach((words, at) => {
      const text = documents.textOf(URI)!;
      const end = text.indexOf(words) + words.length;
      const range = new LineIndex(text).range({ start: end, end });
      documents.change({ textDocument: { uri: URI, version: at + 2 }, contentChanges: [{ range, text: 's' }] });
    });
    assert.deepEqual(moved(), []);
  });
});
