import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Uri,
  ViewColumn,
  workspace,
  type CancellationToken,
  type TextDocumentContentProvider,
} from 'vscode';
import { whenAtRest } from './atRest';
import { nameOf } from './documents';
import type { Compared } from '../../server/src/protocol';
import { filingMeant } from './inFront';
import { sha256 } from './sha256';
import type { Supervisor } from './supervisor';
import { today } from './today';

/**
 * Addresses of pages on one filing look like form4-report:/<file>: <title>?<what it is of>: the path is what the tab says.
 * Pages of rules that they lead to are form4-report:/rules/<id>.md.
 */
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

/** What the address of a page says besides its title. */
interface Shown {
  readonly kind: PageKind;
  /** The address of the filing. */
  readonly filing: string;
  /** Of a comparison. */
  readonly other?: Other;
}

const RULES = 'rules/';

/** Readonly pages on a filing, as the server writes them. They follow the filing for as long as they are open. */
export class Pages implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable;

  constructor(
    private readonly server: Supervisor,
    private readonly rules: TextDocumentContentProvider,
  ) {
    this.#listeners = Disposable.from(
      workspace.registerTextDocumentContentProvider(PAGES_SCHEME, this),
      // Its name ends with no ending that says so.
      workspace.onDidOpenTextDocument((page) => {
        if (page.uri.scheme === PAGES_SCHEME && page.languageId !== 'markdown')
          void languages.setTextDocumentLanguage(page, 'markdown');
      }),
      whenAtRest((filing) => {
        for (const page of openPages()) {
          const shown = shownIn(page);
          if (shown && [shown.filing, shown.other?.uri].includes(filing.toString())) this.#changed.fire(page);
        }
      }),
    );
  }

  /** Shows a page on a filing, or on the one in front, beside it; each kind of page has a tab of its own. */
  async show(kind: Exclude<PageKind, ComparisonKind>, given?: unknown): Promise<void> {
    const document = await filingMeant(given);
    if (document) await this.#open(pageOf({ kind, filing: document.uri.toString() }));
  }

  /** Shows what a filing says otherwise than another, beside it. */
  async showComparison(kind: ComparisonKind, filing: Uri, other: Other): Promise<void> {
    await this.#open(pageOf({ kind, filing: filing.toString(), other }));
  }

  async #open(page: Uri): Promise<void> {
    this.#changed.fire(page);
    const how = { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false };
    await commands.executeCommand('vscode.open', page, how);
  }

  async provideTextDocumentContent(page: Uri, token: CancellationToken): Promise<string> {
    const shown = shownIn(page);
    if (!shown) return (await this.rules.provideTextDocumentContent(page, token)) ?? '';
    const { title, method } = KINDS[shown.kind];
    const document = await workspace.openTextDocument(Uri.parse(shown.filing));
    const saved = !document.isDirty && !document.isUntitled;
    const name = nameOf(document);
    const params = {
      textDocument: { uri: document.uri.toString() },
      today: today(),
      name: saved ? name : l10n.t('{0} (not saved)', name),
      link: linkTo(document.uri) ?? null,
      rules: RULES,
      ...(saved && { sha256: await sha256(await workspace.fs.readFile(document.uri)) }),
    };
    if (method === 'form4/compare') {
      const other = shown.other!;
      const there = Uri.parse(other.uri);
      const named = { ...other, name: workspace.asRelativePath(there), link: linkTo(there) ?? null };
      const compared = await this.server.request(method, {
        ...params,
        with: shown.kind as ComparisonKind,
        other: named,
      });
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

function pageOf(shown: Shown): Uri {
  const file = Uri.parse(shown.filing).path.split('/').at(-1) ?? '';
  return Uri.from({
    scheme: PAGES_SCHEME,
    // The folder of a comparison is what its button goes by (package.json); a tab does not show it.
    path: `${shown.other ? `/${shown.kind}` : ''}/${file}: ${KINDS[shown.kind].title}`,
    query: JSON.stringify(shown),
  });
}

/** What a page is of; undefined of a rule's page, whose address may still say where the link to it stood. */
const shownIn = ({ path, query }: Uri): Shown | undefined =>
  path.startsWith(`/${RULES}`) ? undefined : (JSON.parse(query) as Shown);

/** The two filings of a page that compares; undefined for any other page. */
export function comparisonIn(page: Uri): { filing: Uri; other: Other } | undefined {
  const shown = page.scheme === PAGES_SCHEME ? shownIn(page) : undefined;
  return shown?.other && { filing: Uri.parse(shown.filing), other: shown.other };
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
