import { commands, l10n, Uri, window, workspace, type TextEditor } from 'vscode';

/**
 * What has such a name, wherever in its address, VS Code takes for a document that has no place yet: it asks where to save it,
 * and finds what it has kept of it when a window ends without a word. Of any other address it saves into that place unasked.
 */
const NOWHERE = 'Untitled-1';

/**
 * Shows an empty filing that no file has yet, with a name for its tab and for the dialog that saves it. VS Code names such a
 * document by its first line, unless that is blank.
 * @returns its editor, whose text is that blank first line; undefined where it could not be shown
 */
export async function showUntitled(name: string): Promise<TextEditor | undefined> {
  const uri = Uri.from({ scheme: 'untitled', path: freePath(fileName(name)) });
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await editor?.edit((edit) => edit.insert(editor.document.positionAt(0), '\n'));
  return editor;
}

/** Without what no file's name has: `A/B Trust` is one name, and no folder. */
const fileName = (name: string): string =>
  name
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 100) || l10n.t('New filing');

function freePath(name: string): string {
  const taken = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 2, path = `${NOWHERE}/${name}.form4`; ; number++) {
    if (!taken.has(path)) return path;
    path = `${NOWHERE}/${name} ${number}.form4`;
  }
}
