import { workspace, type TextDocument, type WorkspaceEditEntryMetadata } from 'vscode';
import type { FormFinding, OfferedFix } from '../../../server/src/protocol';
import { editOf } from '../operate';
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

/** Makes one of the fixes, as one step that one undo takes back; whether it was made. What deletes a row or a note is shown before. */
export async function makeFix(
  document: TextDocument,
  version: number,
  offered: readonly OfferedFix[],
  title: string,
): Promise<boolean> {
  const fix = offered.find((one) => one.title === title);
  // The edits are for the text that the server saw.
  return (
    fix !== undefined &&
    document.version === version &&
    workspace.applyEdit(editOf(fix, document.uri, (id) => noteOf(fix, id)))
  );
}

/** What VS Code shows of an edit before it is made. */
function noteOf({ edit: { changeAnnotations = {} } }: OfferedFix, id: string): WorkspaceEditEntryMetadata | undefined {
  const note = changeAnnotations[id];
  return (
    note && {
      label: note.label,
      needsConfirmation: note.needsConfirmation ?? false,
      ...(note.description !== undefined && { description: note.description }),
    }
  );
}
