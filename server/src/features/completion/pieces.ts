/** Text with places to fill in: a snippet for clients that know them, plain text with the places as they begin else. */
import type { CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import type { Span } from '../../text/span';

/** A place to fill in: empty, with a text to begin with, or with a choice of which the first is taken. */
export interface Place {
  readonly choices: readonly string[];
}

export type Piece = string | Place;

export const place = (...choices: readonly string[]): Place => ({ choices });

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
  const newText = snippets ? snippetOf(pieces) : pieces.map(plainOf).join('');
  return {
    textEdit: { range: filing.lines.range(span), newText },
    ...(snippets ? { insertTextFormat: SNIPPET } : {}),
    insertTextMode: AS_IS,
  };
}

const plainOf = (piece: Piece): string => (typeof piece === 'string' ? piece : (piece.choices[0] ?? ''));

function snippetOf(pieces: readonly Piece[]): string {
  let stop = 0;
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
      stop++;
      const [first, ...others] = piece.choices;
      if (first === undefined) return `$${stop}`;
      if (others.length === 0) return `\${${stop}:${first.replace(/[\\$}]/g, '\\$&')}}`;
      return `\${${stop}|${piece.choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
    })
    .join('');
}
