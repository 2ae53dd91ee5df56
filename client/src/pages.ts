import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocumentContentProvider,
} from 'vscode';
import { whenAtRest } from './atRest';
import { isForm4 } from './documents';
import { filesIn, filingText } from './filingsIn';
import { sha256 } from './sha256';
import type { Supervisor } from './supervisor';
import { today } from './today';

/** Addresses of pages on one filing look like form4-report:/<kind>/<title> <file>.md?<address of the filing>. */
export const PAGES_SCHEME = 'form4-report';

/** The kinds of pages: their title, and what the server calls them. */
const KINDS = {
  'before-filing': { title: l10n.t('Check before Filing'), method: 'form4/checkBeforeFiling' },
  report: { title: l10n.t('Check Report'), method: 'form4/checkReport' },
  explain: { title: l10n.t('What This Filing Says'), method: 'form4/explainFiling' },
  before: { title: l10n.t('Compared with the Filing Before'), method: 'form4/compareWithBefore' },
} as const;
export type PageKind = keyof typeof KINDS;

/** Readonly pages on a filing, as the server writes them. They follow the filing for as long as they are open. */
export class Pages implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable;

  constructor(private readonly server: Supervisor) {
    this.#listeners = Disposable.from(
      workspace.registerTextDocumentContentProvider(PAGES_SCHEME, this),
      whenAtRest((filing) => {
        for (const page of openPages()) if (filingOf(page).toString() === filing.toString()) this.#changed.fire(page);
      }),
    );
  }

  /** Shows a page on the filing in front, beside it. */
  async show(kind: PageKind): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !isForm4(document)) return;
    const page = pageOf(kind, document.uri);
    this.#changed.fire(page);
    await commands.executeCommand('vscode.open', page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }

  async provideTextDocumentContent(page: Uri): Promise<string> {
    const { title, method } = KINDS[page.path.split('/')[1] as PageKind];
    const document = await workspace.openTextDocument(filingOf(page));
    const saved = !document.isDirty && !document.isUntitled;
    const name = workspace.asRelativePath(document.uri);
    const params = {
      textDocument: { uri: document.uri.toString() },
      today: today(),
      name: saved ? name : l10n.t('{0} (not saved)', name),
      link: linkTo(document.uri) ?? null,
      ...(saved && { sha256: await sha256(await workspace.fs.readFile(document.uri)) }),
    };
    if (method === 'form4/compareWithBefore') {
      const others = await filingsBeside(document.uri);
      const compared = await this.server.request(method, { ...params, name, others });
      const none = l10n.t('No filing of the same person at the same company that was made before it is in its folder.');
      return compared ?? `# ${title}\n\n${none}\n`;
    }
    const text = await this.server.request(method, params);
    const nothing = l10n.t('Nothing to show yet: the Form 4 server is starting, or the file is not a Form 4.');
    return text ?? `# ${title}\n\n${nothing}\n`;
  }

  /** Makes all open pages anew, as when another server has come up. */
  renewAll(): void {
    for (const page of openPages()) this.#changed.fire(page);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

const openPages = (): Uri[] =>
  workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === PAGES_SCHEME);

function pageOf(kind: PageKind, filing: Uri): Uri {
  const file = filing.path.split('/').at(-1) ?? '';
  return Uri.from({ scheme: PAGES_SCHEME, path: `/${kind}/${KINDS[kind].title} ${file}.md`, query: filing.toString() });
}

const filingOf = (page: Uri): Uri => Uri.parse(page.query);

/** So many files of a folder are looked at for the filing before. */
const MOST_BESIDE = 1000;

/** The filings in the folder of a file and below it, where that lies in a folder that is open. */
async function filingsBeside(file: Uri): Promise<{ name: string; text: string }[]> {
  if (!workspace.getWorkspaceFolder(file)) return [];
  const { files } = await filesIn(Uri.joinPath(file, '..'), MOST_BESIDE);
  const found: { name: string; text: string }[] = [];
  for (const one of files) {
    const text = await filingText(one);
    if (text !== undefined) found.push({ name: workspace.asRelativePath(one), text });
  }
  return found;
}

/** The way to a file that a link in a Markdown preview can go: it starts at the first folder that is open. */
export function linkTo(file: Uri): string | undefined {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root || root.scheme !== file.scheme || root.authority !== file.authority) return undefined;
  const from = root.path.split('/').filter(Boolean);
  const to = file.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return ['', ...from.slice(same).map(() => '..'), ...to.slice(same).map(encodeURIComponent)].join('/');
}
