import { commands, Disposable, TabInputCustom, Uri, window } from 'vscode';
import { form4InFront } from '../inFront';
import { FORM_EDITOR } from '../views/formEditor';

/** Opens the filing in front as a form to be filled in, and from there as its text again. */
export const editAsForm = (): Disposable =>
  Disposable.from(
    commands.registerCommand('form4.editAsForm', async (file?: Uri) => {
      const uri = file instanceof Uri ? file : form4InFront()?.uri;
      if (uri) await commands.executeCommand('vscode.openWith', uri, FORM_EDITOR);
    }),
    commands.registerCommand('form4.editAsText', async () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      if (input instanceof TabInputCustom && input.viewType === FORM_EDITOR)
        await commands.executeCommand('vscode.openWith', input.uri, 'default');
    }),
  );
