import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanText, close, hasFindings, hasLanguage, show, swap, until } from './editor';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('form4');
const set = async (name: string, value: unknown): Promise<void> =>
  settings().update(name, value, vscode.ConfigurationTarget.Workspace);
const WHOLE = new vscode.Range(0, 0, 999, 0);

describe('formatting, and what is drawn into a text', () => {
  let document: vscode.TextDocument;
  const open = async (name: string, text: string): Promise<void> => {
    document = await show(name, text);
    await hasLanguage(document, 'form4');
  };
  afterEach(async () => {
    for (const name of ['inlayHints', 'codeLens', 'runningBalance']) await set(name, undefined);
    await close(document);
  });

  it('formats a document in one undoable edit, and leaves a clean one alone', async () => {
    const untidy = swap(swap(cleanText(), '10,196', '10196'), '11,587', '11587');
    await open('untidy.txt', untidy);
    await hasFindings(document, []);
    await until('a formatter', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === cleanText();
    });
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), cleanText());
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), untidy);
  });

  it('formats nothing while typing unless the editor is told to', async () => {
    await open('typed.txt', swap(cleanText(), '10,196', '10196'));
    await hasFindings(document, []);
    const editor = vscode.window.activeTextEditor!;
    const end = document.lineAt(at(document, '10196').line).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.ok(document.getText().includes('10196'));
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      new vscode.Position(end.line + 1, 0),
      '\n',
      { tabSize: 4, insertSpaces: false },
    );
    // The editor brings an edit down to what is new in it.
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      [','],
    );
  });

  it('is no formatter of XML files', async () => {
    document = await show('plain.xml', '<ownershipDocument><documentType>4</documentType></ownershipDocument>');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 4, insertSpaces: true },
    );
    assert.equal(edits?.length ?? 0, 0);
  });

  it('draws hints and lenses once a setting turns them on, and none before', async () => {
    await open('hints.txt', cleanText());
    await hasFindings(document, []);
    const hints = (): Thenable<vscode.InlayHint[]> =>
      vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, WHOLE);
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    assert.deepEqual(await hints(), []);
    assert.deepEqual(await lenses(), []);
    await set('inlayHints', 'codes');
    await set('codeLens', true);
    const [hint] = await until('hints', async () => {
      const found = await hints();
      return found.length > 0 ? found : undefined;
    });
    assert.equal(hint?.label, 'a grant or award from the company');
    const titles = (await lenses()).map(({ command }) => command?.title);
    assert.ok(titles.includes('Check before Filing'), titles.join('; '));
    assert.ok(
      titles.some((title) => title?.startsWith('cited ')),
      titles.join('; '),
    );
  });
});
