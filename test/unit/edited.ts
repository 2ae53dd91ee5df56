import type { TextEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/text/lines';
import { applied } from '../../server/src/text/edits';

/** A text as an editor has it after edits. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applied(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      newText,
    })),
  );
}
