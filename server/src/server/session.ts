/** What the server knows of its client and of the day, and what is set for each document. */
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { CONFIG_FILE } from '../config/config';
import type { CodeActionOptions } from '../features/codeActions';
import type { LensCommand } from '../features/codeLens';
import type { DiagnosticOptions } from '../features/diagnostics';
import type { ClientRequests, ReadFileParams } from '../protocol';
import type { Edit } from '../rules/rule';
import type { Day } from '../text/days';
import { clientOf, FORMATTING, type Client } from './capabilities';
import { DocumentConfigs, NO_DOCUMENT_CONFIG, type DocumentConfig } from './documentConfigs';
import { FORM4 } from './documents';
import {
  dayOfText,
  initializationOptionsOf,
  NO_SETTINGS,
  SECTION,
  sectionOf,
  settingsOf,
  type InitializationOptions,
  type Settings,
} from './settings';
import type { Snapshot } from './snapshot';

/** What a host gives. */
export interface Runtime {
  /** Runs something once the messages that are already here have been handled. */
  readonly whenIdle: (run: () => void) => void;
  /** Today, for clients that do not say it. */
  readonly today: () => Day | undefined;
  /** The address of a rule's page on this machine; undefined where there is none. */
  readonly pageOf?: (rule: string) => string | undefined;
  /** The text of a file of this machine, by its `file:` address; undefined where there is none. */
  readonly textOf?: (uri: string) => Promise<string | undefined>;
  /** The version of the program. */
  readonly version?: () => string;
}

export class Session {
  client: Client = clientOf({ capabilities: {} });
  private options: InitializationOptions = initializationOptionsOf({});
  private shared: Settings = NO_SETTINGS;
  private today: Day | undefined;
  private readonly byDocument = new Map<
    string,
    { readonly coming: Promise<DocumentConfig>; config?: DocumentConfig }
  >();
  private readonly watched = new Set<string>();
  private readonly configs = new DocumentConfigs({
    textOf: (uri) => this.textOf(uri),
    tell: (message) => this.connection.console.warn(message),
    watch: (folder, name) => this.watch(folder, name),
  });

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  start(params: InitializeParams): void {
    this.client = clientOf(params);
    this.options = initializationOptionsOf(params.initializationOptions);
    ({ today: this.today, settings: this.shared } = this.options);
  }

  /** The day of the check. */
  get day(): Day | undefined {
    return this.today ?? this.runtime.today();
  }

  /** Takes another day; whether it is another one. */
  dayIs(day: unknown): boolean {
    const before = this.day;
    this.today = dayOfText(day) ?? this.today;
    return this.day !== before;
  }

  /** Commands of the client that can stand above a form. */
  get lenses(): readonly LensCommand[] {
    return this.options.lenses;
  }

  /** Whether the client tells of the filings in the folders that are open. */
  get listsFilings(): boolean {
    return this.options.listsFilings;
  }

  get version(): string {
    return this.options.version ?? this.runtime.version?.() ?? '';
  }

  diagnosticOptions(uri: string): DiagnosticOptions {
    return { uri, related: this.client.related, pageOf: (rule) => this.pageOf(rule) };
  }

  actionOptions(snapshot: Snapshot, config: DocumentConfig): CodeActionOptions {
    const { uri, version } = snapshot;
    const { documentChanges, annotations, resolves } = this.client;
    const repair = (rule: string | undefined): Edit[] => snapshot.repair(config, this.day, rule);
    const { runsOperations } = this.options;
    return { ...this.diagnosticOptions(uri), version, documentChanges, annotations, resolves, runsOperations, repair };
  }

  private pageOf(rule: string): string | undefined {
    if (!this.client.codeDescription) return undefined;
    const { docs } = this.options;
    return docs === undefined ? this.runtime.pageOf?.(rule) : `${docs}/rules/${rule}.md`;
  }

  /**
   * What holds for a document: found out once, until the client says that settings or files have changed. From then on
   * it is there without waiting.
   */
  configFor(uri: string): DocumentConfig | Promise<DocumentConfig> {
    const known = this.byDocument.get(uri);
    if (known) return known.config ?? known.coming;
    const coming = this.settingsOf(uri)
      .then(async (settings) => ({ ...(await this.configs.of(uri, settings)), display: settings.display }))
      .catch((error: unknown) => (this.failed(CONFIG_FILE, error), NO_DOCUMENT_CONFIG));
    const entry: { coming: Promise<DocumentConfig>; config?: DocumentConfig } = { coming };
    this.byDocument.set(uri, entry);
    void coming.then((config) => (entry.config = config));
    return coming;
  }

  private async settingsOf(uri: string): Promise<Settings> {
    if (!this.client.configuration) return this.shared;
    try {
      return settingsOf(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      this.failed('workspace/configuration', error);
      return this.shared;
    }
  }

  opened(uri: string): void {
    // Nobody tells of changed files: what is read for this document is read now.
    if (!this.client.watches) this.configs.forget();
    this.byDocument.delete(uri);
  }

  closed(uri: string): void {
    this.byDocument.delete(uri);
  }

  settingsChanged(settings: unknown): void {
    this.byDocument.clear();
    const section = sectionOf(settings);
    if (section !== undefined) this.shared = settingsOf(section);
  }

  /** Takes note of changed files; whether findings may be others now. */
  filesChanged(uris: readonly string[]): boolean {
    if (!uris.some((uri) => this.configs.concerns(uri))) return false;
    this.configs.forget();
    this.byDocument.clear();
    return true;
  }

  /** What can only be asked for once the client is there: to be told of each `.form4.json`, and what is ours to format. */
  initialized(): void {
    if (this.client.watches) this.register(`**/${CONFIG_FILE}`);
    // Only our own language: an XML or HTML file has a formatter of its own, and two would make the editor ask.
    const documentSelector = [{ language: FORM4 }];
    for (const [method, options] of this.client.registersFormatting ? FORMATTING : [])
      this.connection.client
        .register({ method } as never, { documentSelector, ...options } as never)
        .catch((error: unknown) => this.failed('client/registerCapability', error));
  }

  /** What is drawn into texts may be other now. */
  redraw(): void {
    const { hintRefreshes, lensRefreshes } = this.client;
    const failed = (error: unknown): void => this.failed('a refresh', error);
    if (hintRefreshes) this.connection.languages.inlayHint.refresh().catch(failed);
    if (lensRefreshes) this.connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  }

  /** Asks to be told of one file, wherever it lies. */
  private watch(baseUri: string, pattern: string): void {
    if (!this.client.watches || !this.client.watchesFolders || this.watched.has(baseUri + pattern)) return;
    this.watched.add(baseUri + pattern);
    this.register({ baseUri, pattern: pattern.replace(/[[\]{}*?]/g, '[$&]') });
  }

  private register(globPattern: string | { baseUri: string; pattern: string }): void {
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch((error: unknown) => this.failed('client/registerCapability', error));
  }

  /** The text of a file, read by the host or by the client; undefined where there is none. */
  async textOf(uri: string): Promise<string | undefined> {
    try {
      if (this.runtime.textOf && uri.startsWith('file:')) return await this.runtime.textOf(uri);
      if (!this.options.readsFiles) return undefined;
      const method = 'form4/readFile' satisfies keyof ClientRequests;
      const text: unknown = await this.connection.sendRequest(method, { uri } satisfies ReadFileParams);
      return typeof text === 'string' ? text : undefined;
    } catch (error) {
      this.failed('form4/readFile', error);
      return undefined;
    }
  }
}
