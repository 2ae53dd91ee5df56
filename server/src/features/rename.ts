/** F2 on a footnote or on a marker: another number for it, with all that names it. */
import type { PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Refusal } from '../operations/operation';
import { renameable, renamed } from '../operations/footnotes/rename';
import type { Position } from '../text/lines';
import { workspaceEdit, type EditOptions } from './codeActions';

/** What is to be typed over at a place: the number; undefined where nothing has one. */
export function prepareRename(filing: Filing, position: Position): PrepareRenameResult | Refusal | undefined {
  const what = renameable(filing, filing.lines.offset(position));
  if (!what || 'refused' in what) return what;
  return { range: filing.lines.range(what.span), placeholder: String(what.number) };
}

/** The edit that makes the footnote at a place number `newName`. */
export function rename(
  filing: Filing,
  position: Position,
  newName: string,
  options: EditOptions,
): WorkspaceEdit | Refusal {
  const edits = renamed(filing, filing.lines.offset(position), newName);
  return 'refused' in edits ? edits : workspaceEdit(filing, edits, options);
}
