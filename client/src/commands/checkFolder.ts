import {
  commands,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
  type Progress,
} from 'vscode';
import { filesIn, filingText } from '../filingsIn';
import type { CheckedText } from '../../../server/src/protocol';
import type { CheckedFolder, FolderReports } from '../folderReport';
import type { Supervisor } from '../supervisor';

/** So many files are looked at; the command line has no such bound. */
const MOST_FILES = 1000;

/** Checks every filing of a folder and shows one readonly report. Nothing of the files is run, opened or changed. */
export class CheckFolder implements Disposable {
  readonly #command: Disposable;
  #running = 0;

  constructor(
    private readonly server: () => Supervisor,
    private readonly reports: FolderReports,
  ) {
    this.#command = commands.registerCommand('form4.checkFolder', (given?: unknown) => this.#check(given));
  }

  /** While a folder is checked the server is wanted, whatever is open. */
  get wantsServer(): boolean {
    return this.#running > 0;
  }

  async #check(given: unknown): Promise<void> {
    const folder = given instanceof Uri ? given : await choose();
    if (!folder) return;
    const name = folder.path.split('/').filter(Boolean).at(-1) ?? folder.path;
    this.#running += 1;
    try {
      const title = l10n.t('Form 4: checking {0}', name);
      const checked = await window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (progress, token) => this.#go(folder, name, progress, token),
      );
      if (checked) await commands.executeCommand('vscode.open', this.reports.put(checked));
    } finally {
      this.#running -= 1;
    }
  }

  /** Undefined where it was cancelled. */
  async #go(
    folder: Uri,
    name: string,
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ): Promise<CheckedFolder | undefined> {
    const { files, more } = await filesIn(folder, MOST_FILES, token);
    await this.server().whenRunning();
    const found: { uri: Uri; checked: CheckedText }[] = [];
    let unanswered = 0;
    for (const uri of files) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: workspace.asRelativePath(uri), increment: 100 / files.length });
      const text = await filingText(uri);
      if (text === undefined) continue;
      const params = { uri: uri.toString(), text };
      const checked = await this.server().request('form4/checkText', params, token);
      if (checked) found.push({ uri, checked });
      else unanswered += 1;
    }
    if (token.isCancellationRequested) return undefined;
    const left = [
      ...(more ? [l10n.t('There are more files: only the first {0} were looked at.', MOST_FILES)] : []),
      ...(unanswered > 0 ? [l10n.t('{0} files could not be checked.', unanswered)] : []),
    ];
    return { name, files: found, looked: files.length, left };
  }

  dispose(): void {
    this.#command.dispose();
  }
}

/** The folder that is open, one of several, or any other. */
async function choose(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1)
    return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Check the filings of which folder?') }))?.uri;
  const picked = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: l10n.t('Check'),
    title: l10n.t('Check the filings of which folder?'),
  });
  return picked?.[0];
}
