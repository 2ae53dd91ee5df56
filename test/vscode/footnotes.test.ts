import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { at, cleanText, close, closeAll, findings, hasFindings, hasLanguage, reopen, show, until } from './editor';

describe('footnotes', () => {
  let document: vscode.TextDocument;
  const open = async (name: string): Promise<vscode.TextEditor> => {
    document = await show(name, cleanText());
    await hasLanguage(document, 'form4');
    return vscode.window.activeTextEditor!;
  };
  const cursor = (editor: vscode.TextEditor, position: vscode.Position): void => {
    editor.selection = new vscode.Selection(position, position);
  };
  /** Does something that changes the text, and waits until it has. */
  const changes = async (act: () => PromiseLike<unknown>): Promise<string> => {
    const { version } = document;
    await act();
    await until('another text', () => document.version > version);
    return document.getText();
  };
  const undo = (): Promise<string> => changes(() => vscode.commands.executeCommand('undo'));
  /** What each marker of the text cites, by the first words of the note. */
  const cited = (text: string): string[] => {
    const notes = [...text.matchAll(/^- (.*)/gm)].map(([, words]) => words!.slice(0, 75));
    return [...text.matchAll(/<sup>\((\d)\)<\/sup>/g)].map(([, number]) => notes[Number(number) - 1]!);
  };
  afterEach(closeAll);

  it('are renamed with their markers, and one undo restores every byte', async () => {
    await open('rename.txt');
    const before = document.getText();
    // Until the server is up nobody offers a rename.
    const edit = await until('a rename', async () => {
      const place = at(document, '(3)</sup>', 1, 1);
      const command = 'vscode.executeDocumentRenameProvider';
      const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(command, document.uri, place, '1');
      return made.size > 0 ? made : undefined;
    });
    const after = await changes(() => vscode.workspace.applyEdit(edit));
    assert.match(after, /1,391 <sup>\(1\)<\/sup>/);
    assert.deepEqual(cited(after), cited(before));
    assert.equal(await undo(), before);
  });

  it('are inserted where the cursor is, with the words to be typed over; one undo takes all back', async () => {
    const editor = await open('insert.txt');
    const before = document.getText();
    cursor(editor, at(document, '10,196'));
    const after = await until('a footnote', async () => {
      await vscode.commands.executeCommand('form4.footnote.insert');
      return document.getText() === before ? undefined : document.getText();
    });
    assert.match(after, /10,196 <sup>\(3\)<\/sup>[\s\S]*1,391 <sup>\(4\)<\/sup>/);
    await until('the words are selected', () => document.getText(editor.selection) === '[Explain here]');
    assert.equal(await undo(), before);
  });

  it('that are not written are told once the cursor has left them, and are places to fill in', async () => {
    const editor = await open('unwritten.txt');
    const before = document.getText();
    cursor(editor, at(document, '10,196'));
    await until('a footnote', async () => {
      await vscode.commands.executeCommand('form4.footnote.insert');
      return document.getText() !== before;
    });
    await until('the words are selected', () => document.getText(editor.selection) === '[Explain here]');
    const note = editor.selection;
    // The server answers in turn: behind this the findings of the new text have come.
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, note.start);
    assert.deepEqual(findings(document), []);
    cursor(editor, at(document, '10,196'));
    await hasFindings(document, ['placeholder at "[Explain here]": Error']);
    await vscode.commands.executeCommand('form4.blank.next');
    await until('the place is selected', () => editor.selection.isEqual(note));
  });

  it('move up and down by command, and are deleted with their markers', async () => {
    const editor = await open('move.txt');
    const before = document.getText();
    cursor(editor, at(document, '- Performance shares', 1, 4));
    const down = await until('a move', async () => {
      await vscode.commands.executeCommand('form4.footnote.moveDown');
      return document.getText() === before ? undefined : document.getText();
    });
    assert.deepEqual(cited(down), cited(before));
    await until('the cursor is on the note', () =>
      document.lineAt(editor.selection.active).text.startsWith('- Performance shares'),
    );
    const deleted = await changes(() => vscode.commands.executeCommand('form4.footnote.delete'));
    assert.equal(cited(deleted).length, cited(before).length - 1);
    assert.equal(await undo(), down);
    assert.equal(await undo(), before);
  });

  it('that are moved by hand are told once, until their markers follow', async () => {
    const editor = await open('moved.txt');
    await hasFindings(document, []);
    // The server has looked at the text as it was: a finding comes and goes.
    await changes(() => editor.edit((edit) => edit.insert(at(document, '\t10,196', 1, 1), '9')));
    await until('a finding', () => findings(document).length > 0);
    await undo();
    await hasFindings(document, []);
    cursor(editor, at(document, '- Performance shares'));
    await changes(() => vscode.commands.executeCommand('editor.action.moveLinesUpAction'));
    await hasFindings(document, ['footnote-moved at "(1)": Information']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at(document, '(1)</sup>'), at(document, '(1)</sup>', 1, 3)),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title.startsWith('The markers follow'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('; '));
    await changes(() => vscode.workspace.applyEdit(fix.edit!));
    await until('it is right again', () => !findings(document).some((one) => one.startsWith('footnote-moved')));
  });

  it('that were moved since the last commit are told when the file is opened', async function () {
    if (!vscode.extensions.getExtension('vscode.git')) this.skip();
    const { uri } = await open('committed.txt').then(() => document);
    await close(document);
    const folder = path.dirname(uri.fsPath);
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
    git('init', '-q');
    git('add', 'committed.txt');
    git('commit', '-q', '-m', 'One');
    const settings = vscode.workspace.getConfiguration('git');
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    try {
      const [one, two] = [...cleanText().matchAll(/^- .*\n/gm)].map(([line]) => line);
      document = await show('committed.txt', cleanText().replace(one! + two!, two! + one!));
      await hasLanguage(document, 'form4');
      await hasFindings(document, ['footnote-moved at "(1)": Information']);
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
      await reopen(uri);
    }
  });
});
