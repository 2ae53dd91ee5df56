import {
  CodeActionKind,
  commands,
  Range,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import type { FormFinding } from '../../../server/src/protocol';

/** What the light bulb offers for a finding, the preferred first: the very actions, so that there is one way of making them. */
export async function fixesOf(document: TextDocument, finding: FormFinding): Promise<readonly CodeAction[]> {
  const range = new Range(document.positionAt(finding.span.start), document.positionAt(finding.span.end));
  const actions = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    CodeActionKind.QuickFix.value,
  );
  // VS Code does not always say which findings an action is for: then all that stand at this place are offered.
  return (actions ?? []).filter(
    ({ edit, diagnostics }) => edit !== undefined && (diagnostics?.some((one) => isOf(one, finding)) ?? true),
  );
}

const isOf = ({ code, message }: Diagnostic, finding: FormFinding): boolean =>
  message === finding.message && String(typeof code === 'object' ? code.value : code) === finding.rule;

/** Makes a fix, as one step that one undo takes back. What deletes a row or a note is shown before. */
export async function makeFix(document: TextDocument, finding: FormFinding, title: string): Promise<void> {
  const { version } = document;
  const action = (await fixesOf(document, finding)).find((one) => one.title === title);
  // The edits are for the text that the server saw.
  if (action?.edit && document.version === version) await workspace.applyEdit(action.edit, { isRefactoring: true });
}
