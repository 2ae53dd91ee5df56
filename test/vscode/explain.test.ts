import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanText, close, closeAll, hasFindings, hasLanguage, show, swap, until } from './editor';

describe('explaining and checking', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  const pageOf = (scheme: string, says: RegExp): Promise<vscode.TextDocument> =>
    until(`a page that says ${says}`, () =>
      vscode.workspace.textDocuments.find((one) => one.uri.scheme === scheme && says.test(one.getText())),
    );

  it('“Explain This Filing” shows plain sentences beside the filing', async () => {
    await hasLanguage(await show('explained.txt', cleanText()), 'form4');
    await until('a page', async () => {
      await vscode.commands.executeCommand('form4.explainFiling');
      return vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'form4-report');
    });
    const page = await pageOf('form4-report', /^# What this filing says: explained\.txt\n/);
    await until('the sentence', () =>
      page
        .getText()
        .includes('- 597 shares of Common Stock, held indirectly (By ESOP Trust). (line [24](/explained.txt#L24,1))'),
    );
  });

  it('“Copy Explanation” puts it on the clipboard as text or as JSON', async () => {
    const document = await show('copied.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, ['holdings-total at "10,169": Error']);
    await vscode.commands.executeCommand('form4.copyExplanation', 'text');
    assert.match(await vscode.env.clipboard.readText(), /^What this filing says: copied\.txt\n\nWho\n- Ruthe/);
    await vscode.commands.executeCommand('form4.copyExplanation', 'json');
    assert.equal((JSON.parse(await vscode.env.clipboard.readText()) as { path: string }).path, 'copied.txt');
  });

  it('“Check a Folder” reports every filing of it, also where none is open', async () => {
    const document = await show('wrong.txt', swap(cleanText(), '10,196', '10,169'));
    await close(document);
    await vscode.commands.executeCommand('form4.checkFolder', vscode.workspace.workspaceFolders![0]!.uri);
    const report = await pageOf('form4-folder', /^# Check of a folder: /);
    assert.match(
      report.getText(),
      /## wrong\.txt\n\nErrors: 1\. Warnings: 0\. Notes: 0\.\n\n- \[line 22\]\(\/wrong\.txt#L22,58\): error: Expected 10,196/,
    );
    assert.match(report.getText(), /## errors\.txt/);
  });

  it('“Open Sample” opens a new document with faults', async () => {
    await vscode.commands.executeCommand('form4.openSample');
    const document = await until('a new document', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled ? shown : undefined;
    });
    await until('its findings', () => vscode.languages.getDiagnostics(document.uri).length >= 8);
  });

  it('symbols of the workspace are those of closed files too', async () => {
    await hasLanguage(await show('open.txt', cleanText()), 'form4');
    const found = await until('the symbol', async () => {
      const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Verity',
      );
      return all.find(({ name }) => name === 'Verity Brannock Ilse');
    });
    assert.ok(found.location.uri.path.endsWith('/errors.txt'));
  });
});
