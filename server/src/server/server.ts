/** The language server: registers a handler for each message of LSP; reading.ts does so for those that only read a text, methods.ts for our own. */
import {
  DocumentDiagnosticReportKind,
  type CodeAction,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  type SymbolInformation,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { acceptActions } from '../features/acceptFootnotes';
import { codeActions, resolved, type FixAllData } from '../features/codeActions';
import { completion, completionList, resolveCompletion } from '../features/completion';
import { formatting, onTypeFormatting } from '../features/formatting';
import { ACCEPT_FOOTNOTES } from '../features/names';
import { operate, operationActions, type OperationData } from '../features/operations';
import { prepareRename, rename } from '../features/rename';
import { workspaceSymbol } from '../features/workspaceSymbol';
import { knownIn, type Known } from '../operations/filing/known';
import { partiesOf } from '../ledger/entryOf';
import type { DocumentParams } from '../protocol';
import { greeting } from './capabilities';
import { Publisher } from './diagnostics';
import { Documents } from './documents';
import { isSameParty } from '../ledger/parties';
import { registerMethods } from './methods';
import { registerReading } from './reading';
import { requestHandlers, type Failed } from './requests';
import { Session, type Runtime } from './session';
import type { Snapshot } from './snapshot';
import { toResponseError } from './toResponseError';
import { WorkspaceFilings } from './workspaceFilings';

export type { Runtime } from './session';

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Registers all handlers; `said` is what the client has said of itself, where `initialize` is answered already. */
export function startServer(connection: Connection, runtime: Runtime, said?: InitializeParams): void {
  const failed: Failed = (what, error) =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const documents = new Documents(
    (message) => connection.console.warn(message),
    (config) => others.shelfFor(config),
  );
  const session = new Session(connection, runtime, failed);
  const publisher = new Publisher(connection, session, documents, runtime, failed);
  const others: WorkspaceFilings = new WorkspaceFilings(
    connection,
    () => session.listsFilings,
    runtime,
    () => publisher.recheckBesideOthers(),
  );
  const handlers = requestHandlers(session, documents, runtime, failed);
  const { answer, reply, handle } = handlers;
  const tokens = registerReading(connection, session, handlers);

  const initialize = (params: InitializeParams): InitializeResult => {
    session.start(params);
    return greeting(params, session.version);
  };
  connection.onInitialize(initialize);
  if (said) initialize(said);
  connection.onInitialized(() => session.initialized());
  connection.onDidOpenTextDocument(
    handle('didOpen', (params) => {
      documents.open(params);
      session.opened(params.textDocument.uri);
      publisher.changed(params.textDocument.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    handle('didChange', (params) => {
      documents.change(params);
      publisher.changed(params.textDocument.uri);
    }),
  );
  connection.onDidCloseTextDocument(
    handle('didClose', ({ textDocument: { uri } }) => {
      documents.close(uri);
      session.closed(uri);
      tokens.forget(uri);
      publisher.closed(uri);
    }),
  );
  connection.onDidChangeConfiguration(
    handle('didChangeConfiguration', (params) => {
      session.settingsChanged(params.settings);
      publisher.recheck();
      session.redraw();
    }),
  );
  connection.onDidChangeWatchedFiles(
    handle('didChangeWatchedFiles', ({ changes }) => {
      if (session.filesChanged(changes.map(({ uri }) => uri))) publisher.recheck();
    }),
  );

  /** Findings may be others now: more is known of what a document was before. */
  const reconsider = (snapshot: Snapshot): void => {
    snapshot.reconsider();
    publisher.recheck();
  };
  const knownBesides = async (snapshot: Snapshot): Promise<readonly Known[]> => {
    const open = documents.snapshots.flatMap((one) => (one === snapshot ? [] : one.filings.flatMap(knownIn)));
    const all = [...open, ...(await others.filersBesides(documents.uris))];
    return [...new Map(all.map((one) => [`${one.name}\t${one.issuer}`.toLowerCase(), one])).values()];
  };
  registerMethods({ connection, session, documents, publisher, handlers, others, knownBesides, reconsider });
  connection.languages.diagnostics.on(
    answer<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      NOTHING,
      (snapshot, params, config) => publisher.report(snapshot, config, params.previousResultId),
      'structure',
      (params) => publisher.reportElsewhere(params),
    ),
  );
  connection.onCodeAction(
    answer(null, (snapshot, { range, context }, config) => {
      if (!session.client.codeActions) return null;
      const { findings } = snapshot.check(config, session.day);
      const filing = snapshot.at(range.start);
      const options = session.actionOptions(snapshot, config);
      return [
        ...codeActions(filing, findings, range, context ?? {}, options),
        ...acceptActions(filing, findings, range, context ?? {}, options),
        ...operationActions(filing, range, context ?? {}, options, session.day),
      ];
    }),
  );
  connection.onCodeActionResolve(
    reply<CodeAction, CodeAction>(
      (action) => action,
      (action, token) => {
        const { uri, rule, operation, range, answers } = (action.data ?? {}) as Partial<FixAllData & OperationData>;
        const resolve = answer<DocumentParams, CodeAction>(action, (snapshot, _, config) => {
          const options = session.actionOptions(snapshot, config);
          if (operation === undefined || !range) return resolved(action, snapshot.filing, rule, options);
          const { edit } = operate(operation, snapshot.at(range.start), range, answers ?? {}, options, session.day);
          return { ...action, ...(edit && { edit }) };
        });
        return uri === undefined ? action : resolve({ textDocument: { uri } }, token);
      },
    ),
  );
  connection.onCompletion(
    answer(null, (snapshot, { position }, config) => {
      const parties = partiesOf(snapshot.at(position));
      const open = documents.snapshots
        .flatMap((one) => (one === snapshot ? [] : one.filings))
        .filter((one) => isSameParty(partiesOf(one).issuer, parties.issuer));
      const { snippets, labelDetails, listDefaults } = session.client;
      const make = listDefaults ? completionList : completion;
      return make(snapshot.at(position), position, {
        uri: snapshot.uri,
        others: open,
        files: others.wordsFor(parties, documents.uris),
        phrases: () => others.phrasesFor(parties),
        today: session.day,
        house: config,
        snippets,
        labelDetails,
      });
    }),
  );
  connection.onCompletionResolve(
    reply<CompletionItem, CompletionItem>(
      (item) => item,
      (item) => resolveCompletion(item, session.client.markup, (uri) => documents.get(uri)?.filings ?? []),
    ),
  );
  connection.onExecuteCommand(
    reply<ExecuteCommandParams, null>(
      () => null,
      ({ command, arguments: [uri] = [] }) => {
        const snapshot = command === ACCEPT_FOOTNOTES ? documents.get(uri) : undefined;
        if (!snapshot) return null;
        snapshot.history.accept(snapshot.filings);
        reconsider(snapshot);
        return null;
      },
    ),
  );
  connection.onPrepareRename(
    answer(null, (snapshot, { position }) => toResponseError(prepareRename(snapshot.at(position), position))),
  );
  connection.onRenameRequest(
    answer(null, (snapshot, { position, newName }, config) =>
      toResponseError(
        rename(snapshot.at(position), position, String(newName), session.actionOptions(snapshot, config)),
      ),
    ),
  );
  connection.onWorkspaceSymbol(
    reply<WorkspaceSymbolParams, SymbolInformation[]>(
      () => [],
      async ({ query }) => workspaceSymbol(documents.snapshots, query, await others.besides(documents.uris)),
    ),
  );
  connection.onDocumentFormatting(answer(null, ({ filings }) => formatting(filings)));
  connection.onDocumentRangeFormatting(answer(null, ({ filings }, { range }) => formatting(filings, range)));
  connection.onDocumentRangesFormatting(answer(null, ({ filings }, { ranges }) => formatting(filings, ...ranges)));
  connection.onDocumentOnTypeFormatting(
    answer(null, ({ filings }, { position, ch }) => onTypeFormatting(filings, position, ch)),
  );
}
