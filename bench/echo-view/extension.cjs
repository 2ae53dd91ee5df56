// The least that a view which follows a text can do: it is told the version of each change, and shows it.
const { commands, window, workspace, ViewColumn } = require('vscode');

exports.activate = (context) =>
  context.subscriptions.push(
    commands.registerCommand('echo.open', () => {
      const panel = window.createWebviewPanel(
        'echo',
        'Echo',
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true },
      );
      const listener = workspace.onDidChangeTextDocument(
        ({ document }) => void panel.webview.postMessage(document.version),
      );
      panel.onDidDispose(() => listener.dispose());
      panel.webview.html = `<!DOCTYPE html><p id="root">0</p><script>addEventListener('message', ({ data }) => { document.getElementById('root').textContent = data; });</script>`;
    }),
  );
