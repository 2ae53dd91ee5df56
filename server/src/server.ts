/** The language server: the only file that registers handlers. */
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { CAPABILITIES, clientOf, type Client } from './capabilities';
import { Documents, type Snapshot } from './documents';
import { codeActions } from './features/codeActions';
import { definition } from './features/definition';
import { diagnosticsOf, type DiagnosticOptions } from './features/diagnostics';
import { documentHighlight } from './features/documentHighlight';
import { documentLink } from './features/documentLink';
import { documentSymbol, flatSymbols } from './features/documentSymbol';
import { foldingRange } from './features/foldingRange';
import { hover } from './features/hover';
import { references } from './features/references';
import { selectionRange } from './features/selectionRange';
import { workspaceSymbol } from './features/workspaceSymbol';
import {
  DEFAULT_SETTINGS,
  SECTION,
  dayOfText,
  initializationOptionsOf,
  sectionOf,
  settingsOf,
  type Settings,
} from './settings';
import type { Day } from './text/days';

/** What a host gives. */
export interface Runtime {
  /** Runs something once the messages that are already here have been handled. */
  readonly whenIdle: (run: () => void) => void;
  /** Today, for clients that do not say it. */
  readonly today: () => Day | undefined;
  /** The address of a rule's page on this machine; undefined where there is none. */
  readonly pageOf?: (rule: string) => string | undefined;
}

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Registers all handlers and listens. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let client: Client = clientOf({ capabilities: {} });
  let today: Day | undefined;
  let docs: string | undefined;
  let shared: Settings = DEFAULT_SETTINGS;
  const ofDocument = new Map<string, Promise<Settings>>();
  const due = new Map<string, object>();

  const tell = (message: string): void => connection.console.warn(message);
  const failed = (what: string, error: unknown): void =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const documents = new Documents(tell);

  const pageOf = (rule: string): string | undefined => {
    if (!client.codeDescription) return undefined;
    return docs === undefined ? runtime.pageOf?.(rule) : `${docs}/rules/${rule}.md`;
  };
  const optionsFor = (uri: string): DiagnosticOptions => ({ uri, pageOf, related: client.related });
  const day = (): Day | undefined => today ?? runtime.today();

  /** The settings of a document: asked of the client once, until it says that they have changed. */
  const settingsFor = (uri: string): Promise<Settings> => {
    if (!client.configuration) return Promise.resolve(shared);
    let settings = ofDocument.get(uri);
    if (!settings) {
      settings = connection.workspace
        .getConfiguration({ scopeUri: uri, section: SECTION })
        .then(settingsOf)
        .catch((error: unknown) => (failed('workspace/configuration', error), shared));
      ofDocument.set(uri, settings);
    }
    return settings;
  };

  const publish = async (uri: string): Promise<void> => {
    const ticket = {};
    due.set(uri, ticket);
    const settings = await settingsFor(uri);
    runtime.whenIdle(() => {
      if (due.get(uri) !== ticket) return;
      due.delete(uri);
      const snapshot = documents.get(uri);
      let diagnostics: Diagnostic[] = [];
      try {
        if (snapshot)
          diagnostics = diagnosticsOf(snapshot.filing, snapshot.check(settings, day()).findings, optionsFor(uri));
      } catch (error) {
        failed('publishDiagnostics', error);
      }
      void connection.sendDiagnostics({ uri, diagnostics, ...(snapshot && { version: snapshot.version }) });
    });
  };
  /** Findings may be others now, though no text has changed. */
  const recheck = (): void => {
    if (!client.pulls) for (const uri of documents.uris) void publish(uri);
    else if (client.refreshes)
      connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => failed('workspace/diagnostic/refresh', error));
  };

  /** Answers a request about a document; with `empty` where there is no such document, or where we fail. */
  const safe =
    <P extends InDocument, R>(
      empty: R,
      answer: (snapshot: Snapshot, params: P, settings: Settings) => R | undefined,
    ): ((params: P, token: CancellationToken) => Promise<R | ResponseError<never>>) =>
    async (params, token) => {
      try {
        const settings = await settingsFor(params.textDocument.uri);
        await new Promise<void>((resolve) => runtime.whenIdle(resolve));
        if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        const snapshot = documents.get(params.textDocument.uri);
        return (snapshot && answer(snapshot, params, settings)) ?? empty;
      } catch (error) {
        failed('a request', error);
        return empty;
      }
    };
  const handle =
    <P>(what: string, act: (params: P) => void): ((params: P) => void) =>
    (params) => {
      try {
        act(params);
      } catch (error) {
        failed(what, error);
      }
    };

  connection.onInitialize((params) => {
    client = clientOf(params);
    ({ today, docs, settings: shared } = initializationOptionsOf(params.initializationOptions));
    return { capabilities: CAPABILITIES, serverInfo: { name: 'form4' } };
  });
  connection.onDidOpenTextDocument(
    handle('didOpen', (params) => {
      documents.open(params);
      if (!client.pulls) void publish(params.textDocument.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    handle('didChange', (params) => {
      documents.change(params);
      if (!client.pulls) void publish(params.textDocument.uri);
    }),
  );
  connection.onDidCloseTextDocument(
    handle('didClose', ({ textDocument: { uri } }) => {
      documents.close(uri);
      ofDocument.delete(uri);
      due.delete(uri);
      if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  );
  connection.onDidChangeConfiguration(
    handle('didChangeConfiguration', (params) => {
      ofDocument.clear();
      const section = sectionOf(params.settings);
      if (section !== undefined) shared = settingsOf(section);
      recheck();
    }),
  );
  connection.onNotification(
    'form4/today',
    handle('form4/today', (params: { today?: unknown } | null) => {
      const before = day();
      today = dayOfText(params?.today) ?? today;
      if (day() !== before) recheck();
    }),
  );

  connection.languages.diagnostics.on(
    safe<DocumentDiagnosticParams, DocumentDiagnosticReport>(NOTHING, (snapshot, params, settings) => {
      const { findings, resultId } = snapshot.check(settings, day());
      if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const items = diagnosticsOf(snapshot.filing, findings, optionsFor(snapshot.uri));
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
  connection.onCodeAction(
    safe(null, (snapshot, { range, context }, settings) => {
      if (!client.codeActions) return null;
      const { uri, version, filing } = snapshot;
      const options = { ...optionsFor(uri), version, documentChanges: client.documentChanges };
      return codeActions(filing, snapshot.check(settings, day()).findings, range, context ?? {}, options);
    }),
  );
  connection.onHover(safe(null, ({ filing }, { position }) => hover(filing, position, client.markup)));
  connection.onDefinition(
    safe(null, ({ uri, filing }, { position }) => {
      const links = definition(filing, position, uri);
      if (!links || client.definitionLinks) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onReferences(
    safe(null, ({ uri, filing }, { position, context }) =>
      references(filing, position, uri, context?.includeDeclaration === true),
    ),
  );
  connection.onDocumentHighlight(safe(null, ({ filing }, { position }) => documentHighlight(filing, position)));
  connection.onDocumentSymbol(
    safe(null, ({ uri, filing }) => (client.symbolTree ? documentSymbol(filing) : flatSymbols(filing, uri))),
  );
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbol(documents.snapshots, query));
  connection.onFoldingRanges(safe(null, ({ filing }) => foldingRange(filing, client.folds)));
  connection.onSelectionRanges(safe(null, ({ filing }, { positions }) => selectionRange(filing, positions)));
  connection.onDocumentLinks(safe(null, ({ filing }) => documentLink(filing)));
  connection.listen();
}
