/** A footnote and its markers, shown together when the cursor is on one of them. */
import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Position } from '../text/lines';
import { labelOf } from './citations';
import { markersOf, notesAt } from './references';

const READ: DocumentHighlightKind = 2;
const WRITE: DocumentHighlightKind = 3;

/** The footnote's label as written, its markers as read; undefined where the cursor is on neither. */
export function documentHighlight(filing: Filing, position: Position): DocumentHighlight[] | undefined {
  const notes = notesAt(filing, position);
  return (
    notes && [
      ...notes.map((note) => ({ range: filing.lines.range(labelOf(filing, note)), kind: WRITE })),
      ...markersOf(filing, notes).map((span) => ({ range: filing.lines.range(span), kind: READ })),
    ]
  );
}
