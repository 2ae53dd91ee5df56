import {
  commands,
  l10n,
  languages,
  Position,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Gaps } from '../gaps';
import { form4InFront, placeInFront } from '../inFront';
import type { Supervisor } from '../supervisor';
import { tell } from '../tell';
import { chooseTarget, type Target } from '../targets';

/** Opens the filing in front in another layout, as a new document beside it that no file has yet. */
export const convertTo = (server: Supervisor, gaps: Gaps): Disposable =>
  commands.registerCommand('form4.convertTo', async (asked?: Target) => {
    const document = form4InFront();
    if (!document) return;
    const position = placeInFront();
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
      return tell(l10n.t('Not converted: this is another form than Form 4, or the Form 4 server is not running yet.'));
    const known = (await languages.getLanguages()).includes(made.languageId);
    const language = known ? made.languageId : 'plaintext';
    const result = await newDocument(document.uri, made.text, ENDINGS[to] ?? 'txt', language);
    if (to === 'xml') gaps.follow(result);
    await window.showTextDocument(result, { viewColumn: ViewColumn.Beside, preview: false });
    if (made.filing !== undefined)
      window.setStatusBarMessage(l10n.t('Form 4: filing {0} of this file, where the cursor stands', made.filing), 8000);
  });

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ xml: 'xml', text: 'form4.txt', piped: 'form4.md', html: 'html', json: 'json', csv: 'csv' },
};

/** A document that no file has yet, with a name beside the filing's that no file has either, for when it is saved. */
async function newDocument(filing: Uri, content: string, ending: string, language: string): Promise<TextDocument> {
  const name = filing.scheme === 'file' ? await freeName(filing, ending) : undefined;
  if (!name) return workspace.openTextDocument({ content, language });
  const document = await workspace.openTextDocument(name.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), content);
  await workspace.applyEdit(edit);
  return document.languageId === language ? document : languages.setTextDocumentLanguage(document, language);
}

/** Undefined where every name that would do is taken. */
async function freeName(filing: Uri, ending: string): Promise<Uri | undefined> {
  const file = (filing.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (const number of ['', ' 2', ' 3', ' 4', ' 5', ' 6']) {
    const uri = Uri.joinPath(filing, '..', `${file}${number}.${ending}`);
    const there = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!there && !open.has(uri.path)) return uri;
  }
  return undefined;
}
