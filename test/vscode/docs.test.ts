import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './editor';

const page = (id: string): vscode.Uri => vscode.Uri.parse(`form4-docs:/rules/${id}.md`);

describe('rule pages', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open from their address, without a network', async () => {
    const document = await vscode.workspace.openTextDocument(page('holdings-total'));
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# A total .*\n\n.*`holdings-total`/);
  });

  it('are shown rendered', async () => {
    await vscode.commands.executeCommand('vscode.open', page('holdings-total'));
    const input = await until('a tab', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input);
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
  });

  it('a page that is not there says so', async () => {
    for (const id of ['no-such-rule', 'constructor']) {
      const document = await vscode.workspace.openTextDocument(page(id));
      assert.match(document.getText(), new RegExp(`no rule \`${id}\``));
    }
  });
});
