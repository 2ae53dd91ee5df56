import { commands, window, workspace, type Disposable } from 'vscode';
import { FORM4 } from '../documents';
import { operate } from '../operate';
import type { Supervisor } from '../supervisor';

/** A new filing from what the user is asked for, in a document that no file has yet; where nothing is answered it goes again. */
export const newFiling = (server: Supervisor): Disposable =>
  commands.registerCommand('form4.filing.new', async (answers?: Record<string, unknown>) => {
    const document = await workspace.openTextDocument({ content: '', language: FORM4 });
    const editor = await window.showTextDocument(document, { preview: false });
    await server.whenRunning();
    const made = await operate(server, 'filing.new', typeof answers === 'object' ? answers : {}, editor);
    if (made || document.getText() !== '' || window.activeTextEditor?.document !== document) return;
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
