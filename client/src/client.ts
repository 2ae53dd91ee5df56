// What the Node and the web client share. Loaded only when a Form 4 is open.
import {
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import {
  CloseAction,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ErrorAction,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Middleware,
} from 'vscode-languageclient';
import type { ClientRequests, ServerNotifications, TodayParams } from '../../server/src/protocol';
import { DOCS_SCHEME } from './docs';
import { BESIDE, FORM4, isForm4, VIEWS_SCHEME } from './documents';
import { isHeldBack, onReleased, withoutHeldBack } from './heldBack';
import { Quarantine } from './quarantine';
import { previousFiling } from './previousFiling';
import { readFile } from './readFile';
import type { Connection } from './supervisor';
import { today, whenDayChanges } from './today';
import { WorkspaceFilings } from './workspaceFilings';

/** Earlier states of a file that stand beside it in a comparison, and views of it: coloured, but its findings are shown once, in the file itself. */
const ASIDE = new Set(['git', 'gitlens', 'pr', 'review', 'vscode-local-history', VIEWS_SCHEME]);

const quarantine = new Quarantine();
let output: LogOutputChannel | undefined;

/** What a connection tells of itself. */
export interface Heard {
  /** The server has ended by itself. */
  readonly lost: () => void;
  /** The server has said what it finds in a document, and that stands. */
  readonly answered: (uri: Uri) => void;
}

/** Starts a client with its server; rejects where the server does not come up. `over` says from outside that the server has died. */
export async function openConnection(
  context: ExtensionContext,
  { lost, answered }: Heard,
  make: (options: LanguageClientOptions, over: () => void) => BaseLanguageClient,
): Promise<Connection> {
  if (!output) context.subscriptions.push((output = window.createOutputChannel('Form 4', { log: true })));
  const over = (): void => {
    quarantine.died();
    lost();
  };
  const options: LanguageClientOptions = {
    documentSelector: [...[FORM4, ...BESIDE].map((language) => ({ language })), { pattern: '**/.form4.json' }],
    outputChannel: output,
    initializationOptions: () => ({
      today: today(),
      docs: `${DOCS_SCHEME}:`,
      version: (context.extension.packageJSON as { version: string }).version,
      readsFiles: true,
      listsFilings: true,
      runsOperations: true,
      lenses: lenses(),
    }),
    synchronize: { configurationSection: FORM4 },
    middleware: middleware(() => client, answered),
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        over();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  const client = make(options, over);
  const answer = <M extends keyof ClientRequests & string>(
    method: M,
    make: (params: ClientRequests[M]['params']) => Promise<ClientRequests[M]['result']>,
  ): Disposable => client.onRequest(method, make);
  answer('form4/readFile', ({ uri }) => readFile(uri));
  const changed = 'form4/filingsChanged' satisfies keyof ServerNotifications;
  const filings = new WorkspaceFilings(() => void client.sendNotification(changed, {}));
  answer('form4/workspaceFilings', ({ since }) => filings.tell(since));
  await client.start();
  const newDay = 'form4/today' satisfies keyof ServerNotifications;
  const days: Disposable = whenDayChanges(
    (day) => void client.sendNotification(newDay, { today: day } satisfies TodayParams),
  );
  const released = onReleased((document) => {
    const feature = client.getFeature(DocumentDiagnosticRequest.method);
    feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  });
  return {
    request: (method, params, token) =>
      token ? client.sendRequest(method, params, token) : client.sendRequest(method, params),
    stop: async () => {
      days.dispose();
      released.dispose();
      filings.dispose();
      await client.dispose();
    },
  };
}

/** What can be done with a filing, one click above it. */
const lenses = (): { title: string; command: string }[] => [
  { title: l10n.t('Check before Filing'), command: 'form4.checkBeforeFiling' },
  { title: l10n.t('Check Report'), command: 'form4.checkReport' },
];

function middleware(client: () => BaseLanguageClient, answered: (uri: Uri) => void): Middleware {
  const leftOut = new Set<string>();
  const leaveOut = (document: TextDocument): boolean =>
    ASIDE.has(document.uri.scheme) ||
    (BESIDE.includes(document.languageId) && !isForm4(document)) ||
    quarantine.holds(document.getText());
  return {
    sendRequest: (type, params, token, next) => {
      const uri = (params as { textDocument?: { uri?: string } } | undefined)?.textDocument?.uri;
      return uri !== undefined && leftOut.has(uri) ? Promise.resolve(null as never) : next(type, params, token);
    },
    didOpen: async (document, next) => {
      if (leaveOut(document)) leftOut.add(document.uri.toString());
      else await next(document);
    },
    didChange: async (event, next) => {
      const uri = event.document.uri.toString();
      if (!leftOut.has(uri)) return next(event);
      if (leaveOut(event.document)) return;
      leftOut.delete(uri);
      await client()
        .getFeature(DidOpenTextDocumentNotification.method)
        .getProvider(event.document)
        ?.send(event.document);
    },
    workspace: {
      configuration: async (params, token, next) => {
        const settings = await next(params, token);
        if (!Array.isArray(settings)) return settings;
        return settings.map((value: unknown, at) => {
          const { section, scopeUri } = params.items[at] ?? {};
          if (section !== FORM4 || typeof value !== 'object') return value;
          return { ...value, previousFiling: previousFiling(scopeUri === undefined ? undefined : Uri.parse(scopeUri)) };
        });
      },
    },
    didClose: async (document, next) => {
      if (!leftOut.delete(document.uri.toString())) return next(document);
      // It may have been asked about with all others. The library forgets that where the server is told of the closing, and
      // would not ask about the same version once more when the document is served.
      client().getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.forget(document);
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = ('uri' in document ? document.uri : document).toString();
      const text = 'uri' in document ? document : workspace.textDocuments.find((open) => open.uri.toString() === uri);
      if (!text || leftOut.has(uri)) return undefined;
      quarantine.asks(uri, text.getText());
      try {
        const report = await next(document, previousResultId, token);
        // The library takes the report up first; one that was taken back comes to nothing.
        if (report) setTimeout(() => answered(text.uri), 0);
        if (report?.kind !== 'full' || !isHeldBack(text)) return report;
        // Without an id the next report is whole again, with what was held back.
        return { kind: report.kind, items: withoutHeldBack(text, report.items) } as typeof report;
      } finally {
        quarantine.answered(uri);
      }
    },
  };
}
