import { Range, Uri, workspace, WorkspaceEdit, type TextDocument, type WorkspaceEditEntryMetadata } from 'vscode';
import type { FormFinding, OfferedFix } from '../../../server/src/protocol';
import type { Supervisor } from '../supervisor';

/** What the light bulb offers for a finding, the preferred first: worked out by the server in the same way. */
export async function fixesOf(
  server: Supervisor,
  document: TextDocument,
  { rule, message, span }: FormFinding,
): Promise<readonly OfferedFix[]> {
  const { version, uri } = document;
  const textDocument = { uri: uri.toString() };
  return (await server.request('form4/fixes', { textDocument, version, finding: { rule, message, span } })) ?? [];
}

/** Makes one of the fixes, as one step that one undo takes back. What deletes a row or a note is shown before. */
export async function makeFix(
  document: TextDocument,
  version: number,
  offered: readonly OfferedFix[],
  title: string,
): Promise<void> {
  const fix = offered.find((one) => one.title === title);
  // The edits are for the text that the server saw.
  if (fix && document.version === version) await workspace.applyEdit(editOf(document.uri, fix));
}

function editOf(uri: Uri, { edit: { documentChanges = [], changeAnnotations = {} } }: OfferedFix): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const change of documentChanges)
    for (const one of 'edits' in change ? change.edits : []) {
      if (!('newText' in one)) continue;
      const { start, end } = one.range;
      const note = 'annotationId' in one ? changeAnnotations[one.annotationId] : undefined;
      const metadata: WorkspaceEditEntryMetadata | undefined = note && {
        label: note.label,
        needsConfirmation: note.needsConfirmation ?? false,
        ...(note.description !== undefined && { description: note.description }),
      };
      edit.replace(uri, new Range(start.line, start.character, end.line, end.character), one.newText, metadata);
    }
  return edit;
}
