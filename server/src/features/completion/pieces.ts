/** Text with places to fill in as a completion: a snippet for clients that know them, plain text else. */
import type { CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import { plainOf, snippetOf, type Piece } from '../../text/snippet';
import type { Span } from '../../text/span';

export { place, type Piece } from '../../text/snippet';

const SNIPPET: InsertTextFormat = 2;
/** White space stays as it is: a tab parts cells. */
const AS_IS: InsertTextMode = 1;

/** The item's text edit and how it is to be taken. */
export function insertion(
  filing: Filing,
  span: Span,
  pieces: readonly Piece[],
  snippets: boolean,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat' | 'insertTextMode'> {
  return {
    textEdit: { range: filing.lines.range(span), newText: snippets ? snippetOf(pieces) : plainOf(pieces) },
    ...(snippets ? { insertTextFormat: SNIPPET } : {}),
    insertTextMode: AS_IS,
  };
}
