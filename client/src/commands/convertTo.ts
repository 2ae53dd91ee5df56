import { commands, l10n, languages, ViewColumn, window, workspace, type Disposable } from 'vscode';
import type { Gaps } from '../gaps';
import { form4InFront } from '../inFront';
import type { Supervisor } from '../supervisor';
import { chooseTarget, type Target } from '../targets';

/** Opens the filing in front in another layout, as a new document beside it that no file has yet. */
export const convertTo = (server: Supervisor, gaps: Gaps): Disposable =>
  commands.registerCommand('form4.convertTo', async (asked?: Target) => {
    const document = form4InFront();
    if (!document) return;
    const position = window.activeTextEditor?.selection.active;
    const file = document.uri.path.split('/').at(-1) ?? '';
    const target = asked?.to
      ? asked
      : await chooseTarget(l10n.t('Convert {0} to', file), l10n.t('Opens as a new document beside it'));
    if (!target) return;
    const { to, schema, table } = target;
    const uri = document.uri.toString();
    const made = await server.request('form4/convert', {
      ...{ uri, to, schema, table },
      ...(position && { position: { line: position.line, character: position.character } }),
    });
    if (!made)
      return void window.showInformationMessage(
        l10n.t('Not converted: this is another form than Form 4, or the Form 4 server is not running yet.'),
      );
    const known = (await languages.getLanguages()).includes(made.languageId);
    const language = known ? made.languageId : 'plaintext';
    const result = await workspace.openTextDocument({ content: made.text, language });
    if (to === 'xml') gaps.follow(result);
    await window.showTextDocument(result, { viewColumn: ViewColumn.Beside, preview: false });
    if (made.filing !== undefined)
      window.setStatusBarMessage(l10n.t('Form 4: filing {0} of this file, where the cursor stands', made.filing), 8000);
  });
