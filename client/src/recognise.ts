import { languages, workspace, type Disposable, type TextDocument } from 'vscode';
import type { Decisions } from './decisions';
import { DOCS_SCHEME } from './docs';
import { FORM4, hasForm4Language, readsLikeForm4, VIEWS_SCHEME } from './documents';
import { PAGES_SCHEME } from './pages';

const PLAIN = new Set(['plaintext', 'markdown']);
/** What we show ourselves speaks of Form 4 and is none. */
const OURS = new Set([DOCS_SCHEME, PAGES_SCHEME, VIEWS_SCHEME]);

/** Documents that are plain text for a moment alone. */
const anew = new Set<string>();

/** Gives each plain text that reads like a Form 4 its language, without a word, unless the user has said otherwise. */
export function recogniseDocuments(decisions: Decisions): Disposable[] {
  const leaving = new WeakSet<TextDocument>();
  const look = (document: TextDocument): void => {
    if (anew.has(document.uri.toString())) return;
    // VS Code changes a language by closing the document and opening it again: a Form 4 that comes back as text was told to.
    if (leaving.delete(document) && !hasForm4Language(document)) return void decisions.keep(document.uri, 'text');
    const wanted = wantedLanguage(document, decisions);
    // What VS Code opens for itself, as the last commit of a file, may be gone by now.
    if (wanted && wanted !== document.languageId)
      languages.setTextDocumentLanguage(document, wanted).then(undefined, () => undefined);
  };
  workspace.textDocuments.forEach(look);
  return [
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // A page that was pasted into an empty file.
      const [change, ...others] = contentChanges;
      if (
        change &&
        others.length === 0 &&
        change.text.length > LEAST &&
        change.text.length >= document.getText().length
      )
        look(document);
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (hasForm4Language(document) && !document.isClosed) leaving.add(document);
    }),
  ];
}

/** A shorter text is no page of a form. */
const LEAST = 500;

function wantedLanguage(document: TextDocument, decisions: Decisions): string | undefined {
  if (OURS.has(document.uri.scheme) || !(hasForm4Language(document) || PLAIN.has(document.languageId)))
    return undefined;
  const decision = decisions.of(document.uri);
  if (decision === 'text') return hasForm4Language(document) ? textLanguage(document) : undefined;
  return decision === 'form4' || hasForm4Language(document) || readsLikeForm4(document) ? FORM4 : undefined;
}

/** The language a file would have had without us. */
export const textLanguage = (document: TextDocument): string =>
  document.uri.path.endsWith('.md') ? 'markdown' : 'plaintext';

/** Has a document of another language closed and opened for all who serve it, with a decision on it made between. */
export async function openAnew(document: TextDocument, decide: () => Promise<void>): Promise<void> {
  const { languageId } = document;
  anew.add(document.uri.toString());
  try {
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await decide();
    await languages.setTextDocumentLanguage(document, languageId);
  } finally {
    anew.delete(document.uri.toString());
  }
}
