/** The language server: the only file that registers handlers. */
import {
  CodeActionTriggerKind,
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
import { answering, type Failed } from './answering';
import { greeting } from './capabilities';
import { Documents, type Snapshot } from './documents';
import { balances } from './features/balance';
import { codeActions, resolved, type FixAllData } from './features/codeActions';
import { codeLenses } from './features/codeLens';
import { compass } from './features/compass';
import { completion, completionList, resolveCompletion } from './features/completion';
import { definition } from './features/definition';
import { documentHighlight } from './features/documentHighlight';
import { documentLink, isEdgarXml } from './features/documentLink';
import { documentSymbols, flatSymbols } from './features/documentSymbol';
import { foldingRange } from './features/foldingRange';
import { acceptActions } from './features/acceptFootnotes';
import { footnoteNumbers } from './features/footnoteNumbers';
import { hover } from './features/hover';
import type { OperationData } from './features/operations';
import { inlayHints } from './features/inlayHint';
import { ACCEPT_FOOTNOTES } from './features/names';
import { references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { selectionRange } from './features/selectionRange';
import { semanticTokens } from './features/semanticTokens';
import { signatureHelp } from './features/signatureHelp';
import { TokenDeltas } from './features/tokenDeltas';
import { workspaceSymbol } from './features/workspaceSymbol';
import { checkText } from './checkText';
import type {
  Balances,
  CheckedText,
  CheckTextParams,
  CommittedParams,
  Converted,
  ConvertParams,
  DocumentParams,
  ExplainParams,
  FootnoteNumber,
  Operated,
  OperateParams,
  PageParams,
  PositionParams,
  Received,
  TodayParams,
} from './protocol';
import { Publisher } from './publishing';
import { told } from './refusing';
import { dayOfText } from './settings';
import { Session, type Runtime } from './session';
import { typedMethods } from './server/typedMethods';
import { WorkspaceFilings } from './workspaceFilings';

export type { Runtime } from './session';

const onDemand = (): Promise<typeof import('./onDemand.js')> => import('./onDemand.js');

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Registers all handlers; `said` is what the client has said of itself, where `initialize` is answered already. */
export function startServer(connection: Connection, runtime: Runtime, said?: InitializeParams): void {
  const tokens = new TokenDeltas();
  const failed: Failed = (what, error) =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const documents = new Documents((message) => connection.console.warn(message));
  const session = new Session(connection, runtime, failed);
  const others = new WorkspaceFilings(connection, () => session.listsFilings);

  const publisher = new Publisher(connection, session, documents, runtime, failed);
  const { answer, reply, handle } = answering(session, documents, runtime, failed);

  const protocol = typedMethods(connection);

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
  protocol.onNotification(
    'form4/today',
    handle('form4/today', (params: Received<TodayParams> | null) => {
      if (session.dayIs(params?.today)) publisher.recheck();
    }),
  );

  const reconsider = (snapshot: Snapshot): void => {
    snapshot.reconsider();
    publisher.recheck();
  };
  connection.languages.diagnostics.on(
    answer<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      NOTHING,
      (snapshot, params, config) => publisher.report(snapshot, config, params.previousResultId),
      'structure',
      (params) => publisher.reportElsewhere(params),
    ),
  );
  connection.onCodeAction(
    answer(null, async (snapshot, { range, context }, config) => {
      if (!session.client.codeActions) return null;
      const { findings } = snapshot.check(config, session.day);
      const filing = snapshot.at(range.start);
      const options = session.actionOptions(snapshot, config);
      return [
        ...codeActions(filing, findings, range, context ?? {}, options),
        ...acceptActions(filing, findings, range, context ?? {}, options),
        ...(context?.triggerKind === CodeActionTriggerKind.Automatic
          ? []
          : (await onDemand()).operationActions(filing, range, context ?? {}, options, session.day)),
      ];
    }),
  );
  connection.onCodeActionResolve(
    reply<CodeAction, CodeAction>(
      (action) => action,
      (action, token) => {
        const { uri, rule, operation, range } = (action.data ?? {}) as Partial<FixAllData & OperationData>;
        const resolve = answer<DocumentParams, CodeAction>(action, async (snapshot, _, config) => {
          const options = session.actionOptions(snapshot, config);
          if (operation === undefined || !range) return resolved(action, snapshot.filing, rule, options);
          const { operate } = await onDemand();
          const { edit } = operate(operation, snapshot.at(range.start), range, {}, options, session.day);
          return { ...action, ...(edit && { edit }) };
        });
        return uri === undefined ? action : resolve({ textDocument: { uri } }, token);
      },
    ),
  );
  protocol.onRequest(
    'form4/operate',
    answer<OperateParams, Operated | null>(null, async (snapshot, { operation, range, answers }, config) => {
      const { operate } = await onDemand();
      const options = session.actionOptions(snapshot, config);
      return operate(operation, snapshot.at(range.start), range, answers ?? {}, options, session.day);
    }),
  );
  protocol.onRequest(
    'form4/checkBeforeFiling',
    answer<Received<PageParams, 'textDocument'>, string | null>(null, async (snapshot, params, config) =>
      (await onDemand()).beforeFilingPage(snapshot, params, config, dayOfText(params.today) ?? session.day),
    ),
  );
  protocol.onRequest(
    'form4/explainFiling',
    answer<Received<ExplainParams, 'textDocument'>, string | null>(null, async (snapshot, params, config) =>
      (await onDemand()).explanationPage(snapshot, params, config),
    ),
  );
  protocol.onRequest(
    'form4/checkReport',
    answer<Received<PageParams, 'textDocument'>, string | null>(null, async (snapshot, params, config) =>
      (await onDemand()).reportPage(snapshot, params, config, dayOfText(params.today) ?? session.day, session.version),
    ),
  );
  protocol.onRequest(
    'form4/convert',
    reply<Received<ConvertParams, 'position'> | null, Converted | null>(
      () => null,
      async (params, token) => {
        const { converted } = await onDemand();
        const convert = answer<DocumentParams & Received<ConvertParams, 'position'>, Converted | null>(null, converted);
        return convert({ ...params, textDocument: { uri: String(params?.uri) } }, token);
      },
    ),
  );
  connection.onCompletion(
    answer(null, (snapshot, { position }, config) => {
      const open = documents.snapshots.flatMap((one) => (one === snapshot ? [] : one.filings));
      const { snippets, labelDetails, listDefaults } = session.client;
      const make = listDefaults ? completionList : completion;
      return make(snapshot.at(position), position, {
        uri: snapshot.uri,
        others: open,
        files: others.wordsBesides(documents.uris),
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
  connection.onSignatureHelp(
    answer(null, (snapshot, { position }) =>
      signatureHelp(snapshot.at(position), position, session.client.labelOffsets),
    ),
  );
  connection.onHover(
    answer(null, (snapshot, { position }) => hover(snapshot.at(position), position, session.client.markup)),
  );
  connection.onDefinition(
    answer(
      null,
      (snapshot, { position }) => {
        const links = definition(snapshot.at(position), position, snapshot.uri);
        if (!links || session.client.definitionLinks) return links;
        return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
      },
      'structure',
    ),
  );
  connection.onReferences(
    answer(
      null,
      (snapshot, { position, context }) =>
        references(snapshot.at(position), position, snapshot.uri, context?.includeDeclaration === true),
      'structure',
    ),
  );
  protocol.onRequest(
    'form4/committed',
    answer<Received<CommittedParams, 'textDocument'>, boolean>(false, (snapshot, { text }) => {
      const changed = typeof text === 'string' && snapshot.history.committed(text, snapshot.filings);
      if (changed) reconsider(snapshot);
      return changed;
    }),
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
    answer(null, (snapshot, { position }) => told(prepareRename(snapshot.at(position), position))),
  );
  connection.onRenameRequest(
    answer(null, (snapshot, { position, newName }, config) =>
      told(rename(snapshot.at(position), position, String(newName), session.actionOptions(snapshot, config))),
    ),
  );
  protocol.onRequest(
    'form4/footnoteNumbers',
    answer<DocumentParams, FootnoteNumber[]>([], ({ filings }) => footnoteNumbers(filings), 'hints'),
  );
  connection.onDocumentHighlight(
    answer(null, (snapshot, { position }) => documentHighlight(snapshot.at(position), position), 'structure'),
  );
  connection.onDocumentSymbol(
    answer(
      null,
      ({ uri, filings }) =>
        session.client.symbolTree ? documentSymbols(filings) : filings.flatMap((filing) => flatSymbols(filing, uri)),
      'structure',
    ),
  );
  connection.onWorkspaceSymbol(
    reply<WorkspaceSymbolParams, SymbolInformation[]>(
      () => [],
      async ({ query }) => workspaceSymbol(documents.snapshots, query, await others.besides(documents.uris)),
    ),
  );
  protocol.onRequest(
    'form4/compass',
    answer(null, (snapshot, { position }: PositionParams, config) =>
      compass(snapshot.at(position), position, config.closed),
    ),
  );
  protocol.onRequest(
    'form4/checkText',
    reply<Received<CheckTextParams>, CheckedText | null>(
      () => null,
      (params) => checkText(params, session),
    ),
  );
  connection.onFoldingRanges(
    answer(
      null,
      ({ filings }) =>
        filings.flatMap((filing) => foldingRange(filing, session.client.folds)).slice(0, session.client.folds),
      'structure',
    ),
  );
  connection.onSelectionRanges(
    answer(
      null,
      (snapshot, { positions }) => positions.flatMap((position) => selectionRange(snapshot.at(position), [position])),
      'structure',
    ),
  );
  connection.onDocumentLinks(
    answer(null, ({ filings }) => documentLink(filings.find(isEdgarXml) ?? filings[0]!), 'structure'),
  );
  connection.onDocumentFormatting(answer(null, async ({ filings }) => (await onDemand()).formatting(filings)));
  connection.onDocumentRangeFormatting(
    answer(null, async ({ filings }, { range }) => (await onDemand()).formatting(filings, range)),
  );
  connection.onDocumentRangesFormatting(
    answer(null, async ({ filings }, { ranges }) => (await onDemand()).formatting(filings, ...ranges)),
  );
  connection.onDocumentOnTypeFormatting(
    answer(null, async ({ filings }, { position, ch }) => (await onDemand()).onTypeFormatting(filings, position, ch)),
  );
  connection.languages.inlayHint.on(
    answer(
      null,
      ({ filings }, { range }, { display }) => (display ? inlayHints(filings, range, display.inlayHints) : []),
      'hints',
    ),
  );
  connection.onCodeLens(
    answer(
      null,
      ({ filings }, _, { display }) => (display?.codeLens ? codeLenses(filings, session.lenses) : []),
      'hints',
    ),
  );
  protocol.onRequest(
    'form4/balance',
    answer<DocumentParams, Balances | null>(
      null,
      (snapshot, _, config) => balances(snapshot.filings, snapshot.check(config, session.day).findings),
      'hints',
    ),
  );
  const { semanticTokens: onTokens } = connection.languages;
  onTokens.on(answer({ data: [] }, ({ uri, filings }) => tokens.full(uri, semanticTokens(filings)), 'hints'));
  onTokens.onDelta(
    answer(
      { data: [] },
      ({ uri, filings }, { previousResultId }) => tokens.delta(uri, previousResultId, semanticTokens(filings)),
      'hints',
    ),
  );
  onTokens.onRange(
    answer({ data: [] }, ({ filings }, { range }) => ({ data: semanticTokens(filings, range) }), 'hints'),
  );
}
