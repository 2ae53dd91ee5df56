import { commands, Disposable, l10n, Uri, workspace, type ExtensionContext } from 'vscode';
import type { CheckedText, FormState } from '../../../server/src/protocol';
import { FROM_BOARD, type BoardRow, type FromBoard, type State, type ToBoard } from '../../../webview/board/messages';
import { whenFilesChange } from '../filesChanged';
import { filesIn, filingText } from '../filingsIn';
import type { Supervisor } from '../supervisor';
import { today, whenDayChanges } from '../today';
import { goTo } from './goTo';
import { OnePanel } from './panel';

/** So many files are looked at. */
const MOST_FILES = 2000;
/** So many are told at once. */
const MOST_TOLD = 100;

/** "Form 4: Board of Filings": what is due, late, unsigned, and what was found, filing by filing. */
export class BoardView implements Disposable {
  readonly #panel: OnePanel<FromBoard, ToBoard>;
  readonly #command: Disposable;
  #watching: Disposable | undefined;
  /** Where each filing that is shown begins. */
  readonly #lines = new Map<string, number>();
  #left: readonly string[] = [];
  /** Tells the check under way from one that has overtaken it. */
  #round = 0;

  constructor(
    context: ExtensionContext,
    private readonly server: () => Supervisor,
  ) {
    this.#panel = new OnePanel(
      context,
      'board',
      l10n.t('Board of Filings'),
      FROM_BOARD,
      (message) => void this.#hear(message),
      () => this.#closed(),
    );
    this.#command = commands.registerCommand('form4.boardOfFilings', () => this.#show());
  }

  /** While it is open the server is wanted, whatever else is. */
  get wantsServer(): boolean {
    return this.#panel.isOpen;
  }

  #show(): void {
    if (!this.#panel.show()) return;
    this.#watching = Disposable.from(
      whenFilesChange((files) => void this.#check(files, false)),
      whenDayChanges(() => void this.#checkAll()),
    );
  }

  async #hear(message: FromBoard): Promise<void> {
    if (message.kind === 'ready') {
      this.#panel.post({ kind: 'words', words: wordsOfBoard() });
      return this.#checkAll();
    }
    const line = this.#lines.get(message.id);
    if (line !== undefined) await goTo(Uri.parse(message.id.slice(0, message.id.lastIndexOf('#'))), line);
  }

  async #checkAll(): Promise<void> {
    const { files, more } = await filesIn(undefined, MOST_FILES);
    this.#left = more ? [l10n.t('There are more files: only the first {0} were looked at.', MOST_FILES)] : [];
    this.#round++;
    await this.#check(files, true);
  }

  /** Checks files and tells the board of them, some at a time; with `anew` they are all that there is. */
  async #check(files: readonly Uri[], anew: boolean): Promise<void> {
    const round = this.#round;
    await this.server().whenRunning();
    let rows: BoardRow[] = [];
    let gone: string[] = [];
    const tell = (done: number, first: boolean): void => {
      const progress = anew ? { done, of: files.length } : { done: 0, of: 0 };
      this.#panel.post({ kind: 'rows', rows, gone, ...progress, left: this.#left, anew: anew && first });
      [rows, gone] = [[], []];
    };
    if (anew) tell(0, true);
    for (const [at, file] of files.entries()) {
      const text = await filingText(file);
      const uri = file.toString();
      const checked = text === undefined ? null : await this.server().request('form4/checkText', { uri, text });
      if (round !== this.#round || !this.#panel.isOpen) return;
      const own = checked ? rowsOf(file, checked) : [];
      checked?.forms.forEach(({ line }, place) => this.#lines.set(`${uri}#${place}`, line));
      if (own.length === 0) gone.push(uri);
      rows.push(...own);
      if (at % MOST_TOLD === MOST_TOLD - 1) tell(at + 1, false);
    }
    tell(files.length, false);
  }

  #closed(): void {
    this.#watching?.dispose();
    this.#watching = undefined;
    this.#lines.clear();
    this.#round++;
  }

  dispose(): void {
    this.#command.dispose();
    this.#panel.dispose();
  }
}

/** A row for each filing of a file. What was found stands at the first: findings are told file by file. */
function rowsOf(file: Uri, { forms, counts }: CheckedText): BoardRow[] {
  const name = workspace.asRelativePath(file);
  const count = (severity: string, place: number): number => (place === 0 ? (counts[severity] ?? 0) : 0);
  return forms.map((form, place) => ({
    id: `${file.toString()}#${place}`,
    file: forms.length === 1 ? name : l10n.t('{0} ({1})', name, place + 1),
    person: form.person,
    issuer: form.issuer,
    form: form.documentType,
    period: form.period ?? '',
    due: form.due ?? '',
    signed: form.signed ?? '',
    state: stateOf(form),
    errors: count('error', place),
    warnings: count('warning', place),
    remarks: count('information', place) + count('hint', place),
  }));
}

/** Due is what is not signed and has its day today or later. */
function stateOf({ late, signed, due }: FormState): State {
  if (late) return 'late';
  if (signed !== null) return 'signed';
  return due !== null && due >= today() ? 'due' : 'unsigned';
}

const wordsOfBoard = (): Record<string, string> => ({
  title: l10n.t('Board of Filings'),
  show: l10n.t('Show'),
  showOf: l10n.t('{0} ({1})', '{0}', '{1}'),
  all: l10n.t('All'),
  due: l10n.t('Due'),
  late: l10n.t('Late'),
  unsigned: l10n.t('Not signed'),
  findings: l10n.t('With findings'),
  find: l10n.t('File, person or company'),
  checking: l10n.t('{0} of {1} files have been looked at.', '{0}', '{1}'),
  count: l10n.t('{0} of {1} filings are shown.', '{0}', '{1}'),
  more: l10n.t('Show {0} More of {1}', '{0}', '{1}'),
  errors: l10n.t('Errors: {0}', '{0}'),
  warnings: l10n.t('Warnings: {0}', '{0}'),
  remarks: l10n.t('Notes: {0}', '{0}'),
  'head.state': l10n.t('State'),
  'head.file': l10n.t('Filing'),
  'head.person': l10n.t('Reporting person'),
  'head.issuer': l10n.t('Issuer'),
  'head.period': l10n.t('Box 3'),
  'head.due': l10n.t('Due on'),
  'head.signed': l10n.t('Signed on'),
  'head.findings': l10n.t('Found'),
  'state.late': l10n.t('Late'),
  'state.due': l10n.t('Due'),
  'state.unsigned': l10n.t('Not signed'),
  'state.signed': l10n.t('Signed'),
});
