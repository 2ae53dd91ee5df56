// What both entries share. Until a Form 4 is open nothing here costs more than a look at a text's head.
import { workspace, type Disposable, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { AlignedColumns } from './alignment';
import { BalanceDecorations } from './balance';
import { checkBeforeFiling } from './commands/checkBeforeFiling';
import { checkReport } from './commands/checkReport';
import { CheckFolder } from './commands/checkFolder';
import { convertTo } from './commands/convertTo';
import { copyExplanation } from './commands/copyExplanation';
import { compareWithBefore } from './commands/compareWithBefore';
import { explainFiling } from './commands/explainFiling';
import { openAs } from './commands/openAs';
import { openSample } from './commands/openSample';
import { operations } from './commands/operations';
import { restartServer } from './commands/restartServer';
import { treatAsForm4 } from './commands/treatAsForm4';
import { treatAsPlainText } from './commands/treatAsPlainText';
import { Compass } from './compass';
import { Decisions } from './decisions';
import { DOCS_SCHEME, rulePages } from './docs';
import { anyForm4, heed, isForm4 } from './documents';
import type { Heard } from './client';
import { FilingBar } from './filingBar';
import { FolderReports } from './folderReport';
import { FootnoteNumbers } from './footnoteNumbers';
import { Gaps } from './gaps';
import { GitHead } from './gitHead';
import { followForm4InFront } from './inFront';
import { LastFindings } from './lastFindings';
import { Pages } from './pages';
import { recogniseDocuments } from './recognise';
import { Status } from './status';
import { Supervisor, type Connect, type Connection, type State } from './supervisor';
import { Views } from './views';

let supervisor: Supervisor | undefined;

/** Loads the language client library, which nothing needs before the first Form 4. */
export type LoadConnect = () => Promise<(context: ExtensionContext) => (heard: Heard) => Promise<Connection>>;

/** Wires the extension up; returns without waiting for the server. */
export function start(context: ExtensionContext, load: LoadConnect): void {
  const decisions = new Decisions(context.globalState);
  heed(decisions);
  const last = new LastFindings();
  let bars: (Disposable & { state: State })[] | undefined;
  const answered = (uri: Uri): void => {
    last.answered(uri);
    for (const bar of bars ?? []) bar.state = server.state;
  };
  const connect: Connect = async (lost) => (await load())(context)({ lost, answered });
  const reports = new FolderReports();
  const folders: CheckFolder = new CheckFolder(() => server, reports);
  const wanted = (): boolean => anyForm4() || folders.wantsServer;
  const server: Supervisor = (supervisor = new Supervisor(connect, wanted, (state) => {
    if (state.kind === 'running') last.goOn();
    else if (state.kind !== 'starting') last.keep();
    if (!bars)
      context.subscriptions.push(...(bars = [new Status(last), new FilingBar(server, last)]), new Compass(server));
    for (const bar of bars) bar.state = state;
    if (state.kind !== 'running') return;
    pages.renewAll();
    balance.drawAll();
    footnoteNumbers.drawAll();
    columns.drawAll();
    void gitHead.tellAll();
    views.renewAll();
  }));
  const rules = rulePages(context);
  const pages = new Pages(server, rules);
  const balance = new BalanceDecorations(server);
  const footnoteNumbers = new FootnoteNumbers(server);
  const columns = new AlignedColumns(server);
  const gitHead = new GitHead(server);
  const views = new Views(server);
  const gaps = new Gaps();
  const wake = (document: TextDocument): void => {
    if (isForm4(document)) server.start();
  };
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(DOCS_SCHEME, rules),
    pages,
    balance,
    footnoteNumbers,
    columns,
    gitHead,
    views,
    checkBeforeFiling(pages),
    checkReport(pages),
    compareWithBefore(pages),
    convertTo(server, gaps),
    copyExplanation(server),
    explainFiling(pages),
    folders,
    last,
    gaps,
    openSample(context),
    reports,
    followForm4InFront(),
    openAs(views),
    operations(server),
    restartServer(server),
    treatAsPlainText(decisions),
    treatAsForm4(decisions),
    ...recogniseDocuments(decisions),
    workspace.onDidOpenTextDocument(wake),
    workspace.onDidChangeTextDocument(({ document }) => wake(document)),
  );
  server.start();
}

export async function stop(): Promise<void> {
  await supervisor?.stop();
}
