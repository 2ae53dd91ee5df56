import { commands, Disposable, TabInputCustom, Uri, window, workspace, type Position, type TextDocument } from 'vscode';
import { isForm4, isRefused } from './documents';

/** The view type of the form's editor (package.json). */
export const FORM_EDITOR = 'form4.formEditor';

/** The context keys that `when` clauses ask: of the text in front, and of the text or form in front. */
const KEYS: Readonly<Record<string, () => boolean>> = {
  'form4.isForm4': () => holds(window.activeTextEditor?.document, isForm4),
  'form4.isRefused': () => holds(window.activeTextEditor?.document, isRefused),
  'form4.inFront': () => form4InFront() !== undefined,
};

const holds = (document: TextDocument | undefined, is: (document: TextDocument) => boolean): boolean =>
  document !== undefined && is(document);

/** Where in its text the filing lies that a form shows, by the address of the text. */
const shownByForm = new Map<string, Position>();
export const formShows = (uri: Uri, place: Position): void => void shownByForm.set(uri.toString(), place);

/** The text that is shown as a form in front, whether it is a Form 4 or not. */
function documentOfForm(): TextDocument | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom) || input.viewType !== FORM_EDITOR) return undefined;
  const uri = input.uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** The document in front, as its text or as its form, where it is a Form 4. */
export function form4InFront(): TextDocument | undefined {
  const document = window.activeTextEditor?.document ?? documentOfForm();
  return document && isForm4(document) ? document : undefined;
}

/** Where the cursor is in the document in front or, where that is shown as a form, where its filing lies. */
export function placeInFront(): Position | undefined {
  if (window.activeTextEditor) return window.activeTextEditor.selection.active;
  const uri = documentOfForm()?.uri.toString();
  return uri === undefined ? undefined : shownByForm.get(uri);
}

/** The filing that a menu names by its address, or the one in front; undefined where it is none. */
export async function filingMeant(given: unknown): Promise<TextDocument | undefined> {
  if (!(given instanceof Uri)) return form4InFront();
  const document = await workspace.openTextDocument(given);
  return isForm4(document) ? document : undefined;
}

/** Keeps the context keys true while the file in front is a Form 4, or an XML or web page that is not to be one. */
export function followForm4InFront(): Disposable {
  const told = new Map<string, boolean>();
  const tell = (): void => {
    for (const [key, ask] of Object.entries(KEYS)) {
      const now = ask();
      if (now !== told.get(key)) void commands.executeCommand('setContext', key, now);
      told.set(key, now);
    }
  };
  tell();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(tell),
    window.tabGroups.onDidChangeTabs(tell),
    window.tabGroups.onDidChangeTabGroups(tell),
    workspace.onDidOpenTextDocument(tell), // which a change of language is too
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) tell();
    }),
  );
}
