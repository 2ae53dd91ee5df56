/** The fixes of the findings at a place, and all safe ones at once. None is made before the user chooses it. */
import type {
  AnnotatedTextEdit,
  CodeAction,
  CodeActionContext,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Edit, Finding, Fix } from '../rules/rule';
import type { Range } from '../text/lines';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics';
import { safeFixOf } from '../lint/fixAll';
import { FIX_ALL, QUICK_FIX } from './names';
import { deletesRowsOrNotes } from './deletions';

/** Asked by the editor itself, as for a light bulb; LSP calls it CodeActionTriggerKind.Automatic. */
const AUTOMATIC = 2;
/** Trying the fixes of more findings, only to say whether there is one, would keep the user waiting. */
const MOST_LOOKED_AT = 100;
/** Nobody looks through the fixes of more findings than this; "Fix all" makes the others. */
const MOST_FIXED = 30;

/** How the edits of a document are put. */
export interface EditOptions {
  readonly uri: string;
  /** The version that the edits are for. */
  readonly version: number;
  /** Whether the client takes edits that name the version they are for. */
  readonly documentChanges: boolean;
}

export interface CodeActionOptions extends DiagnosticOptions, EditOptions {
  /** Whether the client asks the user before it makes edits that are marked so. */
  readonly annotations: boolean;
  /** Whether the client asks for the edits of an action when it is chosen. */
  readonly resolves: boolean;
  /** Whether the client has a command for each operation. */
  readonly runsOperations: boolean;
  /** The edits of all safe fixes, or of those of one rule. */
  readonly repair: (rule: string | undefined) => readonly Edit[];
}

/** What an action that is not worked out yet is about. */
export interface FixAllData {
  readonly uri: string;
  /** The rule whose findings are to be fixed; undefined for all. */
  readonly rule?: string;
}

/** Quick fixes for the findings that touch `range`, the preferred fix of each finding first, and what fixes several. */
export function codeActions(
  filing: Filing,
  findings: readonly Finding[],
  range: Range,
  context: Pick<CodeActionContext, 'only' | 'triggerKind'>,
  options: CodeActionOptions,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    context.only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ??
    (kind !== FIX_ALL || context.triggerKind !== AUTOMATIC);
  const start = filing.lines.offset(range.start);
  const end = filing.lines.offset(range.end);
  const here = findings.filter(({ span }) => span.start <= end && start <= span.end).slice(0, MOST_FIXED);
  return [
    ...(wants(QUICK_FIX)
      ? [
          ...here.flatMap((finding) => quickFixes(filing, finding, options)),
          ...ofOneKind(filing, here, findings, options),
        ]
      : []),
    ...(wants(FIX_ALL) && anySafe(findings)
      ? [lazily({ title: 'Fix all that is safe to fix', kind: FIX_ALL }, filing, undefined, options)]
      : []),
  ];
}

/** The fixes of one finding, the preferred first. */
export function quickFixes(filing: Filing, finding: Finding, options: CodeActionOptions): CodeAction[] {
  const fixes = [...finding.fixes()].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
  if (fixes.length === 0) return [];
  const diagnostics = [diagnosticOf(filing, finding, options)];
  return fixes.map((fix) => ({
    title: fix.title,
    kind: QUICK_FIX,
    diagnostics,
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: fixEdit(filing, fix, options),
  }));
}

/** One action for each rule that has a finding here and another one elsewhere, both with a safe fix. */
function ofOneKind(
  filing: Filing,
  here: readonly Finding[],
  findings: readonly Finding[],
  options: CodeActionOptions,
): CodeAction[] {
  const rules = new Set(here.filter(safeFixOf).map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const alike = findings.filter((one) => one.rule === rule);
    let safe = 0;
    for (const finding of alike.slice(0, MOST_LOOKED_AT)) if (safe < 2 && safeFixOf(finding)) safe++;
    if (safe < 2) return [];
    return [lazily({ title: `Fix all of this kind (${rule})`, kind: QUICK_FIX }, filing, rule, options)];
  });
}

const anySafe = (findings: readonly Finding[]): boolean => findings.length > MOST_LOOKED_AT || findings.some(safeFixOf);

function lazily(action: CodeAction, filing: Filing, rule: string | undefined, options: CodeActionOptions): CodeAction {
  const data: FixAllData = { uri: options.uri, ...(rule !== undefined && { rule }) };
  return options.resolves ? { ...action, data } : resolved(action, filing, rule, options);
}

/** The action with its edits. */
export function resolved(
  action: CodeAction,
  filing: Filing,
  rule: string | undefined,
  options: CodeActionOptions,
): CodeAction {
  return { ...action, edit: workspaceEdit(filing, options.repair(rule), options) };
}

/** One click is one change, which one undo takes back. What deletes a row or a note is shown before, where the client can do that. */
function fixEdit(filing: Filing, { title, edits, safe }: Fix, options: CodeActionOptions): WorkspaceEdit {
  const edit = workspaceEdit(filing, edits, options);
  const [change] = edit.documentChanges ?? [];
  if (!options.annotations || safe || !change || !('edits' in change) || !deletesRowsOrNotes(filing, edits))
    return edit;
  const annotated = change.edits.map((one): AnnotatedTextEdit => ({ ...(one as TextEdit), annotationId: 'deletion' }));
  return {
    documentChanges: [{ ...change, edits: annotated }],
    changeAnnotations: {
      deletion: { label: title, description: 'This deletes what the filing says.', needsConfirmation: true },
    },
  };
}

/** Edits of one document, for just the version that they were worked out on where the client can tell. */
export function workspaceEdit(
  filing: Filing,
  edits: readonly Edit[],
  { uri, version, documentChanges }: EditOptions,
): WorkspaceEdit {
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: filing.lines.range(span), newText }));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
