import { commands, Disposable, TabInputCustom, Uri, window } from 'vscode';
import { FORM_EDITOR, form4InFront, placeInFront } from '../inFront';
import type { FormEditors } from '../views/formEditor';

/** Opens the filing in front as a form to be filled in, and from there as its text again. */
export const editAsForm = (forms: FormEditors): Disposable =>
  Disposable.from(
    commands.registerCommand('form4.editAsForm', async (file?: Uri) => {
      const front = form4InFront()?.uri;
      const uri = file instanceof Uri ? file : front;
      const isFront = uri?.toString() === front?.toString();
      if (uri) await forms.show(uri, isFront ? placeInFront() : undefined);
    }),
    commands.registerCommand('form4.editAsText', async () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      if (input instanceof TabInputCustom && input.viewType === FORM_EDITOR)
        await commands.executeCommand('vscode.openWith', input.uri, 'default');
    }),
  );
