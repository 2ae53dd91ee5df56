import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

describe('the keys that are suggested', () => {
  it('shadow no key of the editor, nor the beginning of one', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const json = text
      .split('\n')
      .filter((line) => !line.trim().startsWith('//'))
      .join('\n');
    const all = JSON.parse(json) as Binding[];
    assert.ok(all.length > 300, `${all.length}`);
    const own = all.filter(({ command }) => command.startsWith('form4.'));
    // Tab is the editor's everywhere but in a row of a table, where a setting gives it back.
    const inRow = own.filter(({ key }) => key === 'tab' || key === 'shift+tab');
    assert.equal(inRow.length, 2);
    for (const { when = '' } of inRow)
      for (const condition of ['form4.inRow', 'config.form4.tabToNextCell']) assert.ok(when.includes(condition), when);
    const ours = own.filter((one) => !inRow.includes(one));
    const theirs = all.filter(({ command, when }) => !command.startsWith('form4.') && when !== 'false');
    assert.ok(ours.length > 0);
    for (const { key, command } of ours)
      assert.deepEqual(
        theirs.filter((one) => one.key === key || one.key.startsWith(`${key} `) || key.startsWith(`${one.key} `)),
        [],
        command,
      );
  });
});
