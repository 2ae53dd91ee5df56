import { commands, Range, TabInputText, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { FORM4 } from '../documents';
import { openForm, workedOut } from '../operate';
import type { Supervisor } from '../supervisor';

/** A new filing from what the user is asked for; the empty document in which it is asked goes again, answered or not. */
export const newFiling = (server: Supervisor): Disposable =>
  commands.registerCommand('form4.filing.new', async (answers?: Record<string, unknown>) => {
    const document = await workspace.openTextDocument({ content: '', language: FORM4 });
    await window.showTextDocument(document, { preview: false });
    await server.whenRunning();
    const given = typeof answers === 'object' ? answers : {};
    const made = await workedOut(server, 'filing.new', given, document, new Range(0, 0, 0, 0));
    if (made?.snippet) await openForm(made.title ?? '', made.snippet.text);
    if (document.getText() === '') await closeTab(document);
  });

async function closeTab({ uri }: TextDocument): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  await window.tabGroups.close(own);
}
