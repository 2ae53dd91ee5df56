const { commands, window, workspace, Range, TextEditorRevealType, Uri } = require('vscode');

exports.activate = async () => {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return;
  const editor = await window.showTextDocument(Uri.joinPath(folder.uri, 'errors.txt'), { preview: false });
  await commands.executeCommand('workbench.actions.view.problems');
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const table = editor.document.positionAt(editor.document.getText().indexOf('Table I - '));
  editor.revealRange(new Range(table, table), TextEditorRevealType.AtTop);
};
