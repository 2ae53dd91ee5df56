import { l10n, workspace, type TextDocument } from 'vscode';
import type { Decisions } from './decisions';
import { LAYOUTS, type Layout } from '../../server/src/facts/layouts';
import { HEAD, layoutOf, recognise } from '../../server/src/readers/recognise';

/** The language id. */
export const FORM4 = 'form4';
/** A context key that nothing asks: setting it is answered behind all that was typed before. */
export const ANSWERED = 'form4.answered';

/** Languages that a Form 4 keeps: it is served beside what else serves them. */
export const BESIDE: readonly string[] = Object.values(LAYOUTS)
  .map(({ language }) => language)
  .filter((language, at, all) => language !== FORM4 && all.indexOf(language) === at);

/** Views of a filing in another layout: it is the filing itself that is served, so that nothing is said twice. */
export const VIEWS_SCHEME = 'form4-view';

export const hasForm4Language = (document: TextDocument): boolean => document.languageId === FORM4;

let decisions: Pick<Decisions, 'of'> | undefined;

/** From now on the user's word on single files goes before their content. */
export const heed = (word: Pick<Decisions, 'of'>): void => void (decisions = word);

/** Whether a document is served: it has our language, or it keeps its own, reads like a Form 4 and is not refused. */
export const isForm4 = (document: TextDocument): boolean =>
  document.uri.scheme !== VIEWS_SCHEME &&
  (hasForm4Language(document) || (readsLikeForm4Beside(document) && decisions?.of(document.uri) !== 'text'));

/** Whether a document of another language would be served, had the user not said that it is to be left alone. */
export const isRefused = (document: TextDocument): boolean =>
  readsLikeForm4Beside(document) && decisions?.of(document.uri) === 'text';

const readsLikeForm4Beside = (document: TextDocument): boolean =>
  BESIDE.includes(document.languageId) && readsLikeForm4(document);

/** Whether any Form 4 is open, shown or not. */
export const anyForm4 = (): boolean => workspace.textDocuments.some(isForm4);

export const readsLikeForm4 = (document: TextDocument): boolean => recognise(head(document, HEAD)) !== undefined;

/** What a document is called: by its path in the folder that is open, and of one that no file has yet by its name alone. */
export const nameOf = ({ uri, isUntitled }: TextDocument): string =>
  isUntitled ? (uri.path.split('/').at(-1) ?? '') : workspace.asRelativePath(uri);

/** What a Form 4 is written in, in plain words. */
export const layoutName = (document: TextDocument): string => NAMES[layoutOf(head(document, 4 * HEAD))];

const NAMES: Readonly<Record<Layout, string>> = {
  tabbed: l10n.t('tab-separated text'),
  piped: l10n.t('Markdown tables'),
  markdown: l10n.t('Markdown page'),
  columns: l10n.t('page of a text browser'),
  edgarXml: l10n.t('EDGAR XML'),
  submission: l10n.t('complete submission'),
  html: l10n.t('web page'),
  ascii: l10n.t('text from before 2003'),
};

/** The beginning of a text, without asking for the rest of what may be a big file. */
function head(document: TextDocument, length: number): string {
  let text = '';
  for (let line = 0; line < document.lineCount && text.length < length; line++)
    text += `${document.lineAt(line).text}\n`;
  return text.slice(0, length);
}
