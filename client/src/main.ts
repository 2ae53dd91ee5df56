// What both entries share. Until a Form 4 is open nothing here costs more than a look at a text's head.
import { workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { BalanceDecorations } from './balance';
import { checkBeforeFiling } from './commands/checkBeforeFiling';
import { checkReport } from './commands/checkReport';
import { CheckFolder } from './commands/checkFolder';
import { convertTo } from './commands/convertTo';
import { copyExplanation } from './commands/copyExplanation';
import { compareWithBefore } from './commands/compareWithBefore';
import { editAsForm } from './commands/editAsForm';
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
import { FolderReports } from './folderReport';
import { FootnoteNumbers } from './footnoteNumbers';
import { Gaps } from './gaps';
import { GitHead } from './gitHead';
import { followForm4InFront } from './inFront';
import { Pages } from './pages';
import { Previews } from './previews';
import { recogniseDocuments } from './recognise';
import { Status } from './status';
import { Supervisor, type Connect } from './supervisor';
import { Views } from './views';
import { FormEditors } from './views/formEditor';

let supervisor: Supervisor | undefined;

/** Loads the language client library, which nothing needs before the first Form 4. */
export type LoadConnect = () => Promise<(context: ExtensionContext) => Connect>;

/** Wires the extension up; returns without waiting for the server. */
export function start(context: ExtensionContext, load: LoadConnect): void {
  const decisions = new Decisions(context.globalState);
  heed(decisions);
  let status: Status | undefined;
  const connect: Connect = async (lost) => (await load())(context)(lost);
  const reports = new FolderReports();
  const folders: CheckFolder = new CheckFolder(() => server, reports);
  const wanted = (): boolean => anyForm4() || folders.wantsServer;
  const server: Supervisor = (supervisor = new Supervisor(connect, wanted, (state) => {
    if (!status) context.subscriptions.push((status = new Status()), new Compass(server));
    status.state = state;
    if (state.kind !== 'running') return;
    pages.renewAll();
    balance.drawAll();
    footnoteNumbers.drawAll();
    void gitHead.tellAll();
    views.renewAll();
    forms.renewAll();
    previews.renewAll();
  }));
  const pages = new Pages(server);
  const balance = new BalanceDecorations(server);
  const footnoteNumbers = new FootnoteNumbers(server);
  const gitHead = new GitHead(server);
  const views = new Views(server);
  const forms = new FormEditors(context, server);
  const previews = new Previews(context, server);
  const gaps = new Gaps();
  const wake = (document: TextDocument): void => {
    if (isForm4(document)) server.start();
  };
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(DOCS_SCHEME, rulePages(context)),
    pages,
    balance,
    footnoteNumbers,
    gitHead,
    views,
    previews,
    checkBeforeFiling(pages),
    checkReport(pages),
    compareWithBefore(pages),
    convertTo(server, gaps),
    copyExplanation(server),
    editAsForm(forms),
    explainFiling(pages),
    folders,
    forms,
    gaps,
    openSample(context),
    reports,
    followForm4InFront(),
    openAs(views, previews),
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
