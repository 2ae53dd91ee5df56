import {
  Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type StatusBarItem,
  type TextDocument,
} from 'vscode';
import type { Standing } from '../../server/src/protocol';
import { isForm4, layoutName } from './documents';
import { foundIn } from './found';
import { form4InFront } from './inFront';
import type { LastFindings } from './lastFindings';
import type { State, Supervisor } from './supervisor';

/** Behind what VS Code itself says of problems. */
const PRIORITY = 10;
const REST_MS = 150;
/** An icon of VS Code. */
const WARNING = '$(warning) ';

/**
 * The item in the status bar that is in sight while a filing is: its layout, what was found, when it is due; and, in the
 * colour of a warning, that nothing is checked while no server runs. A click leads to the check before filing.
 */
export class FilingBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #listeners: Disposable;
  #state: State = { kind: 'stopped' };
  /** A server that comes up at once is no alarm; where one does not, it is one until a server runs. */
  #alarm = false;
  /** What the server said of the filing as a whole, and of which one. */
  #standing: (Standing & { readonly of: string }) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: Supervisor,
    private readonly last: LastFindings,
  ) {
    this.#item = window.createStatusBarItem('form4.filing', StatusBarAlignment.Left, PRIORITY);
    this.#item.name = l10n.t('Form 4: The Filing');
    const look = (): void => this.#look();
    this.#listeners = Disposable.from(
      window.onDidChangeVisibleTextEditors(look),
      window.onDidChangeActiveTextEditor(look),
      window.tabGroups.onDidChangeTabs(look), // which a form in front is
      workspace.onDidOpenTextDocument(look), // which a change of language is too
      languages.onDidChangeDiagnostics(look),
    );
    this.#look();
  }

  set state(state: State) {
    this.#state = state;
    if (state.kind === 'running') this.#alarm = false;
    else if (state.kind === 'stopped' || (state.kind === 'waiting' && state.seconds > 0)) this.#alarm = true;
    this.#look();
  }

  /** Shows what is known, and asks for the rest once things have come to rest. */
  #look(): void {
    this.#show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), REST_MS);
  }

  async #ask(): Promise<void> {
    const document = filingInView();
    if (!document || this.#state.kind !== 'running') return;
    const of = document.uri.toString();
    const standing = await this.server.request('form4/standing', { textDocument: { uri: of } });
    if (standing) this.#standing = { ...standing, of };
    this.#show();
  }

  #show(): void {
    const document = filingInView();
    if (!document) return this.#item.hide();
    const standing = this.#standing?.of === document.uri.toString() ? this.#standing : undefined;
    const alarm = this.#alarm;
    const off = standing?.off.length ?? 0;
    const said = [
      this.#words(document),
      ...(off > 0 && !alarm ? [off === 1 ? l10n.t('1 rule off') : l10n.t('{0} rules off', off)] : []),
      ...(standing?.due === undefined ? [] : [l10n.t('due {0}', standing.due)]),
    ].join(', ');
    const layout = layoutName(document);
    this.#item.text = `${alarm ? WARNING : ''}${l10n.t('Form 4, {0}: {1}', layout, said)}`;
    this.#item.accessibilityInformation = { label: l10n.t('Form 4, {0}: {1}', layout, said) };
    this.#item.backgroundColor = alarm ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    const running = this.#state.kind === 'running';
    this.#item.command = running
      ? { title: l10n.t('Check before Filing'), command: 'form4.checkBeforeFiling', arguments: [document.uri] }
      : { title: l10n.t('Restart'), command: 'form4.restartServer' };
    this.#item.tooltip = [
      ...(standing?.sentences ?? []),
      ...(standing?.off ?? []).map(({ id, who }) => l10n.t('{0} is off, {1}', id, who)),
      running ? l10n.t('Click: Check before Filing') : l10n.t('Click: start the Form 4 server anew'),
    ].join('\n');
    this.#item.show();
  }

  /** What was found; where nothing is checked that is said instead. */
  #words({ uri }: TextDocument): string {
    if (this.#state.kind === 'running' && this.last.isChecked(uri)) return foundIn(uri);
    const { since } = this.last;
    if (since !== undefined) return l10n.t('not checked since {0}', since);
    return this.#alarm ? l10n.t('not checked') : l10n.t('being checked');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#item.dispose();
  }
}

/** The filing in front, as its text or its form, or, where a page or another file is, the first that can be seen beside it. */
const filingInView = (): TextDocument | undefined =>
  form4InFront() ?? window.visibleTextEditors.map(({ document }) => document).find(isForm4);
