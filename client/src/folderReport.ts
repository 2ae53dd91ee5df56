import { EventEmitter, l10n, Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import type { CheckedText } from '../../server/src/protocol';
import { linkTo } from './pages';

/** Addresses of reports look like form4-folder:/<title> <folder>.md?<number>. */
const FOLDER_SCHEME = 'form4-folder';

export interface CheckedFolder {
  readonly name: string;
  readonly files: readonly { readonly uri: Uri; readonly checked: CheckedText }[];
  /** How many files were looked at. */
  readonly looked: number;
  /** What the reader should know of what was left out. */
  readonly left: readonly string[];
}

/** Readonly reports on folders, as long as their tabs are open. */
export class FolderReports implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: readonly Disposable[];

  constructor() {
    this.#listeners = [
      workspace.registerTextDocumentContentProvider(FOLDER_SCHEME, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** The address of the report; a second one on a folder of the same name takes its place. */
  put(folder: CheckedFolder): Uri {
    const path = `/${l10n.t('Check of')} ${folder.name.replaceAll('/', ' ')}.md`;
    const uri = Uri.from({ scheme: FOLDER_SCHEME, path });
    this.#texts.set(uri.toString(), reportOn(folder));
    this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? l10n.t('This report is of an earlier session: check the folder again.');
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}

/** Words of a file inside Markdown: on one line, and nothing in them is markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&!$]/g, '\\$&');

function reportOn({ name, files, looked, left }: CheckedFolder): string {
  const filings = files.reduce((sum, { checked }) => sum + checked.filings, 0);
  const faulty = files.filter(({ checked }) => checked.findings.length > 0);
  const parts = [
    `# ${l10n.t('Check of a folder: {0}', plain(name))}`,
    l10n.t('{0} files were looked at; {1} filings were found and checked.', looked, filings),
    ...left,
    `**${sums(files.map(({ checked }) => checked))}**`,
    ...faulty.map(({ uri, checked }) => section(uri, checked)),
  ];
  return parts.join('\n\n') + '\n';
}

function section(uri: Uri, checked: CheckedText): string {
  const link = linkTo(uri);
  const lines = checked.findings.map(({ rule, severity, message, start }) => {
    const words = l10n.t('line {0}', start.line + 1);
    const place = link === undefined ? words : `[${words}](${link}#L${start.line + 1},${start.character + 1})`;
    return `- ${place}: ${severity}: ${plain(message)} (${rule})`;
  });
  const all = Object.values(checked.counts).reduce((sum, count) => sum + count, 0);
  const more = all - checked.findings.length;
  if (more > 0) lines.push(`- ${l10n.t('{0} more, not listed', more)}`);
  return `## ${plain(workspace.asRelativePath(uri))}\n\n${sums([checked])}\n\n${lines.join('\n')}`;
}

function sums(all: readonly CheckedText[]): string {
  const of = (...severities: string[]): number =>
    all.reduce((sum, { counts }) => sum + severities.reduce((one, name) => one + (counts[name] ?? 0), 0), 0);
  const [errors, warnings, notes] = [of('error'), of('warning'), of('information', 'hint')];
  if (errors + warnings + notes === 0) return l10n.t('Nothing found.');
  return l10n.t('Errors: {0}. Warnings: {1}. Notes: {2}.', errors, warnings, notes);
}
