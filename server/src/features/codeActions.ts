/** The fixes of the findings at a place. None is made before the user chooses it. */
import type { CodeAction, CodeActionContext, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Edit, Finding } from '../rules/rule';
import type { Range } from '../text/lines';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics';

const QUICK_FIX = 'quickfix';

export interface CodeActionOptions extends DiagnosticOptions {
  /** The version that the edits are for. */
  readonly version: number;
  /** Whether the client takes edits that name the version they are for. */
  readonly documentChanges: boolean;
}

/** Quick fixes for the findings that touch `range`, the preferred fix of each finding first. */
export function codeActions(
  filing: Filing,
  findings: readonly Finding[],
  range: Range,
  context: Pick<CodeActionContext, 'only'>,
  options: CodeActionOptions,
): CodeAction[] {
  if (context.only && !context.only.some((kind) => kind === '' || kind === QUICK_FIX)) return [];
  const start = filing.lines.offset(range.start);
  const end = filing.lines.offset(range.end);
  return findings
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((finding) => {
      const fixes = [...finding.fixes()].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
      if (fixes.length === 0) return [];
      const diagnostics = [diagnosticOf(filing, finding, options)];
      return fixes.map(({ title, edits, preferred }): CodeAction => ({
        title,
        kind: QUICK_FIX,
        diagnostics,
        ...(preferred ? { isPreferred: true } : {}),
        edit: workspaceEdit(filing, edits, options),
      }));
    });
}

/** Edits of one document, for just the version that they were worked out on where the client can tell. */
export function workspaceEdit(filing: Filing, edits: readonly Edit[], options: CodeActionOptions): WorkspaceEdit {
  const { uri, version } = options;
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: filing.lines.range(span), newText }));
  return options.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
