// The one place that knows how to drive the editor: tests read as text in, findings out.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as vscode from 'vscode';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

/** The text of samples/clean.txt, as it lies in the workspace. */
export const cleanText = (): string => fs.readFileSync(vscode.Uri.joinPath(folder(), 'clean.txt').fsPath, 'utf8');

/** Replaces the one occurrence of a piece of text. */
export function swap(text: string, from: string, to: string): string {
  assert.equal(text.split(from).length, 2, `${JSON.stringify(from)} should stand in the text just once`);
  return text.replace(from, () => to);
}

/** How long a state is waited for before its test fails: not how long anything takes, so that a busy machine changes nothing. */
const PATIENCE = 60_000;

/** Polls until there is an answer; fails with what was waited for. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  ms = PATIENCE,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Writes a file into the workspace and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  fs.writeFileSync(uri.fsPath, text);
  return reopen(uri);
}

/** Shows a file as a click on it would: a document opened through the API would be kept open for minutes. */
export async function reopen(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until(`${uri.path} is shown`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString() === uri.toString() ? document : undefined;
  });
}

/** Closes a document's editor, throws changes away, and waits until the document is really gone. */
export async function close(document: vscode.TextDocument): Promise<void> {
  await reopen(document.uri);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until(`${document.uri.path} is closed`, () => document.isClosed);
}

export const closeAll = async (): Promise<void> => {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
};

export const hasLanguage = (document: vscode.TextDocument, language: string): Promise<boolean> =>
  until(`${document.uri.path} has the language ${language}`, () => document.languageId === language);

/** Findings as `id at "text": severity`, in file order. */
export function findings(document: vscode.TextDocument): string[] {
  return [...vscode.languages.getDiagnostics(document.uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(
      (finding) =>
        `${ruleOf(finding)} at "${document.getText(finding.range)}": ${vscode.DiagnosticSeverity[finding.severity]}`,
    );
}

export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits until the document has just these findings. */
export async function hasFindings(document: vscode.TextDocument, expected: string[], ms?: number): Promise<void> {
  try {
    await until('the findings', () => findings(document).join('\n') === expected.join('\n'), ms);
  } catch {
    assert.deepEqual(findings(document), expected);
  }
}

/** The position of the n-th occurrence (from 1) of a text, plus an offset. */
export function at(document: vscode.TextDocument, text: string, nth = 1, offset = 0): vscode.Position {
  let index = -1;
  for (let n = 0; n < nth; n++) index = document.getText().indexOf(text, index + 1);
  assert.ok(index >= 0, `${JSON.stringify(text)} should stand in the text ${nth} times`);
  return document.positionAt(index + offset);
}

/** Types over the one occurrence of a text, key by key. */
export async function typeOver(document: vscode.TextDocument, text: string, typed: string): Promise<void> {
  const start = at(document, text);
  const editor = await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  editor.selection = new vscode.Selection(start, start.translate(0, text.length));
  for (const key of typed) await vscode.commands.executeCommand('type', { text: key });
}

/** The process ids of language servers that this extension host started. */
export function servers(): number[] {
  const isServer = (args: string): boolean => args.includes('dist/server.js');
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    const rows = lines.map((line) => line.trim().split(/\s+/));
    return rows
      .filter(([, parent, ...args]) => Number(parent) === process.pid && isServer(args.join(' ')))
      .map(([pid]) => Number(pid));
  }
  const read = (pid: string, file: string): string => {
    try {
      return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return ''; // it has ended meanwhile
    }
  };
  const parentOf = (pid: string): number => Number(/^PPid:\s+(\d+)$/m.exec(read(pid, 'status'))?.[1]);
  const all = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.filter((pid) => isServer(read(pid, 'cmdline')) && parentOf(pid) === process.pid).map(Number);
}
