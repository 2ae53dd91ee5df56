import { commands, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { FORM4 } from '../documents';

/** Opens a made-up filing with faults as a new document, that no file has and nothing is lost with. */
export const openSample = (context: ExtensionContext): Disposable =>
  commands.registerCommand('form4.openSample', async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'samples/errors.txt'));
    const content = new TextDecoder().decode(bytes);
    await window.showTextDocument(await workspace.openTextDocument({ content, language: FORM4 }), { preview: false });
  });
