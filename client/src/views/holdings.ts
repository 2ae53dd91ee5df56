import { commands, Disposable, env, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Ledger, LedgerList } from '../../../server/src/protocol';
import { FROM_HOLDINGS, type FromHoldings, type ToHoldings } from '../../../webview/holdings/messages';
import { whenFilesChange } from '../filesChanged';
import { form4InFront } from '../inFront';
import type { Supervisor } from '../supervisor';
import { goTo } from './goTo';
import { OnePanel } from './panel';

/** "Form 4: Holdings over Time": what a person has held of a company, of the filings in the folders that are open. */
export class HoldingsView implements Disposable {
  readonly #panel: OnePanel<FromHoldings, ToHoldings>;
  readonly #command: Disposable;
  #watching: Disposable | undefined;
  #filing: Uri | undefined;
  #list: LedgerList | undefined;
  #ledger: Ledger | undefined;

  constructor(
    context: ExtensionContext,
    private readonly server: () => Supervisor,
  ) {
    this.#panel = new OnePanel(
      context,
      'holdings',
      l10n.t('Holdings over Time'),
      FROM_HOLDINGS,
      (message) => void this.#hear(message),
      () => this.#closed(),
    );
    this.#command = commands.registerCommand('form4.holdingsOverTime', () => this.#show());
  }

  /** While it is open the server is wanted, whatever else is. */
  get wantsServer(): boolean {
    return this.#panel.isOpen;
  }

  #show(): void {
    this.#filing = form4InFront()?.uri ?? this.#filing;
    if (!this.#panel.show()) return void this.#renew(true);
    this.#watching = whenFilesChange(() => void this.#renew(false));
  }

  async #hear(message: FromHoldings): Promise<void> {
    if (message.kind === 'ready') {
      this.#panel.post({ kind: 'words', words: wordsOfHoldings() });
      await this.#renew(true);
    } else if (message.kind === 'choose') await this.#choose(message.series);
    else if (message.kind === 'keep') await this.#keep(message.series, message.as);
    else if (message.series === this.#ledger?.series) {
      const step = this.#ledger.holdings[message.holding]?.steps[message.step];
      if (typeof step?.uri === 'string') await goTo(Uri.parse(step.uri), step.line);
    }
  }

  /** Asks for all anew; with `own` the series of the filing in front is shown. */
  async #renew(own: boolean): Promise<void> {
    await this.server().whenRunning();
    const asked = own && this.#filing ? { textDocument: { uri: this.#filing.toString() } } : {};
    const list = await this.server().request('form4/ledgers', asked);
    if (!list) return;
    this.#list = list;
    this.#panel.post({ kind: 'list', list });
    const keys = list.series.map(({ key }) => key);
    const shown = this.#ledger?.series;
    const key = list.own ?? (shown !== undefined && keys.includes(shown) ? shown : keys[0]);
    if (key !== undefined) await this.#choose(key);
  }

  async #choose(series: string): Promise<void> {
    if (!this.#list?.series.some(({ key }) => key === series)) return;
    const ledger = await this.server().request('form4/ledger', { series });
    if (ledger) this.#panel.post({ kind: 'ledger', ledger: (this.#ledger = ledger) });
  }

  /** Saves what is shown; a page that is to be printed is opened where pages can be. */
  async #keep(series: string, as: 'csv' | 'svg' | 'html'): Promise<void> {
    const text = await this.server().request('form4/ledgerAs', { series, format: as });
    if (text === undefined || text === null) return;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = `holdings ${this.#ledger?.person ?? ''}`.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '');
    const file = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${as}`) }),
      filters: { [as.toUpperCase()]: [as] },
      title: l10n.t('Holdings over Time'),
    });
    if (!file) return;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    if (as === 'html') await env.openExternal(file);
  }

  #closed(): void {
    this.#watching?.dispose();
    this.#ledger = this.#list = this.#watching = undefined;
  }

  dispose(): void {
    this.#command.dispose();
    this.#panel.dispose();
  }
}

const wordsOfHoldings = (): Record<string, string> => ({
  title: l10n.t('Holdings over Time'),
  none: l10n.t('There are no filings in the folders that are open.'),
  loading: l10n.t('Reading the filings …'),
  person: l10n.t('Person and company'),
  personOf: l10n.t('{0} · {1} ({2})', '{0}', '{1}', '{2}'),
  class: l10n.t('Class'),
  ownership: l10n.t('Ownership'),
  code: l10n.t('Code'),
  all: l10n.t('All'),
  direct: l10n.t('Direct'),
  indirect: l10n.t('Indirect'),
  print: l10n.t('Page to Print'),
  csv: l10n.t('Save as CSV'),
  svg: l10n.t('Save as SVG'),
  byName: l10n.t('Some of these filings give no CIK: they are put together by name alone.'),
  count: l10n.t('{0} of {1} holdings are shown.', '{0}', '{1}'),
  filed: l10n.t('Filed or signed'),
  traded: l10n.t('Transaction'),
  change: l10n.t('Change'),
  left: l10n.t('Left'),
  where: l10n.t('Where'),
  remarks: l10n.t('Remarks'),
  place: l10n.t('{0}, line {1}', '{0}', '{1}'),
  chart: l10n.t('The same as a drawing. A triangle stands where a filing does not go on from the one before it.'),
  chartLabel: l10n.t('Holdings over time, {0} drawings; the tables say the same.', '{0}'),
  point: l10n.t('{0}: {1}', '{0}', '{1}'),
  pointApart: l10n.t('{0}: {1}, does not go on from the filing before', '{0}', '{1}'),
});
