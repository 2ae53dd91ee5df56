import type { Filing, Row } from '../../filing/model';
import type { Fix } from '../rule';

/** Takes a row out of the text, its line end too. */
export function deleteRow({ lines, text }: Filing, row: Row): Fix {
  const line = lines.lineAt(row.span.start);
  const end = lines.starts[line + 1];
  // The last line has no end of its own: the one before it goes.
  const span =
    end === undefined ? { start: lines.lineSpan(line - 1).end, end: text.length } : { start: row.span.start, end };
  return { title: 'Delete this row', edits: [{ span, newText: '' }] };
}
