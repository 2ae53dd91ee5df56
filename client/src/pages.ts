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
import type { Compared } from '../../server/src/protocol';
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
  before: { title: l10n.t('Compared with the Filing Before'), method: 'form4/compare' },
  original: { title: l10n.t('Compared with the Original'), method: 'form4/compare' },
} as const;
type PageKind = keyof typeof KINDS;
export type ComparisonKind = 'before' | 'original';

/** The filing that another is compared with. */
export type Other = Pick<Compared, 'uri' | 'filing'>;

/** Readonly pages on a filing, as the server writes them. They follow the filing for as long as they are open. */
export class Pages implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable;

  constructor(private readonly server: Supervisor) {
    this.#listeners = Disposable.from(
      workspace.registerTextDocumentContentProvider(PAGES_SCHEME, this),
      whenAtRest((filing) => {
        for (const page of openPages())
          if ([filingOf(page).toString(), comparisonIn(page)?.other.uri].includes(filing.toString()))
            this.#changed.fire(page);
      }),
    );
  }

  /** Shows a page on the filing in front, beside it. */
  async show(kind: Exclude<PageKind, ComparisonKind>): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && isForm4(document)) await this.#open(pageOf(kind, document.uri));
  }

  /** Shows what a filing says otherwise than another, beside it. */
  async showComparison(kind: ComparisonKind, filing: Uri, other: Other): Promise<void> {
    await this.#open(pageOf(kind, filing).with({ fragment: JSON.stringify(other) }));
  }

  async #open(page: Uri): Promise<void> {
    this.#changed.fire(page);
    await commands.executeCommand('vscode.open', page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }

  async provideTextDocumentContent(page: Uri): Promise<string> {
    const kind = page.path.split('/')[1] as PageKind;
    const { title, method } = KINDS[kind];
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
    if (method === 'form4/compare') {
      const other = comparisonIn(page)!.other;
      const there = Uri.parse(other.uri);
      const named = { ...other, name: workspace.asRelativePath(there), link: linkTo(there) ?? null };
      const compared = await this.server.request(method, { ...params, with: kind as ComparisonKind, other: named });
      return compared ?? `# ${title}\n\n${l10n.t('Nothing to compare with: the other filing is gone.')}\n`;
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

/** The two filings of a page that compares; undefined for any other page. */
export function comparisonIn(page: Uri): { filing: Uri; other: Other } | undefined {
  if (page.scheme !== PAGES_SCHEME || page.fragment === '') return undefined;
  return { filing: filingOf(page), other: JSON.parse(page.fragment) as Other };
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
