/** Registers a handler for each method of protocol.ts, which says what it is given and answers. */
import type { Connection } from 'vscode-languageserver';
import { alignment } from '../features/alignment';
import { balances } from '../features/balance';
import { compass } from '../features/compass';
import { editedForm, formChoices } from '../features/formEdits';
import { footnoteNumbers } from '../features/footnoteNumbers';
import { newFiling } from '../operations/filing/newFiling';
import type { Known } from '../operations/filing/known';
import { operate } from '../features/operations';
import type { Filing } from '../filing/model';
import { standing } from '../features/standing';
import type {
  Alignment,
  Balances,
  CheckedText,
  CheckTextParams,
  CommittedParams,
  ComparableParams,
  Compared,
  CompareParams,
  Converted,
  ConvertParams,
  ConvertTextParams,
  DocumentParams,
  EditedForm,
  EditFormParams,
  ExplainParams,
  FixesParams,
  FootnoteNumber,
  Ledger,
  LedgerAsParams,
  LedgerList,
  LedgerParams,
  LedgersParams,
  FormChoices,
  FormChoicesParams,
  OfferedFix,
  Operated,
  OperateParams,
  PageParams,
  PositionParams,
  PrintedFiling,
  PrintedFormParams,
  Proof,
  ProofParams,
  Received,
  Standing,
  TodayParams,
} from '../protocol';
import { checkText } from './checkText';
import { converted, convertedText } from './convert';
import { comparable, comparedWith, OtherFilings } from './compare';
import type { Publisher } from './diagnostics';
import type { Documents } from './documents';
import { ledger, ledgerAs, ledgers } from './ledgers';
import { fixesOf, printed, proof } from './printedForm';
import { beforeFilingPage, explanationPage, reportPage } from './pages';
import type { RequestHandlers } from './requests';
import type { Session } from './session';
import { dayOfText } from './settings';
import type { Snapshot } from './snapshot';
import { typedConnection } from './typedConnection';
import type { WorkspaceFilings } from './workspaceFilings';

export interface MethodsContext {
  readonly connection: Connection;
  readonly session: Session;
  readonly documents: Pick<Documents, 'get'>;
  readonly publisher: Publisher;
  readonly handlers: RequestHandlers;
  readonly others: WorkspaceFilings;
  /** Who files at which company by the filings besides a document. */
  readonly knownBesides: (besides: Snapshot) => Promise<readonly Known[]>;
  /** Has the findings of a document made up anew. */
  readonly reconsider: (snapshot: Snapshot) => void;
}

export function registerMethods({
  connection,
  session,
  documents,
  publisher,
  handlers,
  others,
  knownBesides,
  reconsider,
}: MethodsContext): void {
  const { answer, reply, handle } = handlers;
  const textOf = async (uri: string): Promise<string | undefined> =>
    documents.get(uri)?.text ?? (await session.textOf(uri));
  const redlines = new OtherFilings(
    (uri) => documents.get(uri)?.text,
    (uri) => session.textOf(uri),
  );
  const protocol = typedConnection(connection);
  protocol.onNotification(
    'form4/today',
    handle('form4/today', (params: Received<TodayParams> | null) => {
      if (session.dayIs(params?.today)) publisher.recheck();
    }),
  );
  protocol.onNotification(
    'form4/filingsChanged',
    handle('form4/filingsChanged', () => {
      redlines.forget();
      others.renew();
    }),
  );
  protocol.onRequest(
    'form4/operate',
    answer<OperateParams, Operated | null>(null, async (snapshot, { operation, range, answers, snippets }, config) => {
      const options = session.actionOptions(snapshot, config);
      const known = operation === newFiling.id ? await knownBesides(snapshot) : [];
      return operate(operation, snapshot.at(range.start), range, answers ?? {}, options, session.day, {
        snippets: snippets === true,
        known,
      });
    }),
  );
  protocol.onRequest(
    'form4/formChoices',
    answer<Received<FormChoicesParams, 'textDocument'>, FormChoices | null>(null, (snapshot, { filing }) =>
      formChoices(nth(snapshot, filing)),
    ),
  );
  protocol.onRequest(
    'form4/editForm',
    answer<Received<EditFormParams, 'textDocument'>, EditedForm | null>(
      null,
      (snapshot, { version, filing, change, answers }, config) => {
        const given = typeof answers === 'object' && answers !== null ? (answers as Record<string, unknown>) : {};
        const context = { answers: given, today: session.day };
        return editedForm(nth(snapshot, filing), version, change, context, session.actionOptions(snapshot, config));
      },
    ),
  );
  protocol.onRequest(
    'form4/checkBeforeFiling',
    answer<Received<PageParams, 'textDocument'>, string | null>(null, (snapshot, params, config) =>
      beforeFilingPage(snapshot, params, config, dayOfText(params.today) ?? session.day),
    ),
  );
  protocol.onRequest(
    'form4/explainFiling',
    answer<Received<ExplainParams, 'textDocument'>, string | null>(null, (snapshot, params, config) =>
      explanationPage(snapshot, params, config),
    ),
  );
  protocol.onRequest(
    'form4/comparable',
    answer<Received<ComparableParams, 'textDocument'>, Compared[]>([], (snapshot, params, config) =>
      comparable(snapshot, params, config, others),
    ),
  );
  protocol.onRequest(
    'form4/compare',
    answer<Received<CompareParams, 'textDocument'>, string | null>(null, (snapshot, params) =>
      comparedWith(snapshot, params, textOf),
    ),
  );
  protocol.onRequest(
    'form4/ledgers',
    reply<Received<LedgersParams> | null, LedgerList>(
      () => ({ series: [] }),
      (params) => ledgers(params ?? {}, others, documents),
    ),
  );
  protocol.onRequest(
    'form4/ledger',
    reply<Received<LedgerParams> | null, Ledger | null>(
      () => null,
      (params) => ledger(params ?? {}, others),
    ),
  );
  protocol.onRequest(
    'form4/ledgerAs',
    reply<Received<LedgerAsParams> | null, string | null>(
      () => null,
      (params) => ledgerAs(params ?? {}, others),
    ),
  );
  protocol.onRequest(
    'form4/checkReport',
    answer<Received<PageParams, 'textDocument'>, string | null>(null, (snapshot, params, config) =>
      reportPage(snapshot, params, config, dayOfText(params.today) ?? session.day, session.version),
    ),
  );
  protocol.onRequest(
    'form4/convert',
    reply<Received<ConvertParams, 'position'> | null, Converted | null>(
      () => null,
      (params, token) => {
        const convert = answer<DocumentParams & Received<ConvertParams, 'position'>, Converted | null>(null, converted);
        return convert({ ...params, textDocument: { uri: String(params?.uri) } }, token);
      },
    ),
  );
  protocol.onRequest(
    'form4/printedForm',
    answer<DocumentParams & Received<PrintedFormParams, 'position'>, PrintedFiling | null>(
      null,
      async (snapshot, params, config) => {
        const before = await redlines.against(params.against);
        return printed(snapshot, params, snapshot.check(config, session.day).findings, before);
      },
    ),
  );
  protocol.onRequest(
    'form4/fixes',
    answer<Received<FixesParams, 'textDocument'>, readonly OfferedFix[] | null>(null, (snapshot, params, config) =>
      fixesOf(snapshot, params, snapshot.check(config, session.day).findings, session.actionOptions(snapshot, config)),
    ),
  );
  protocol.onRequest(
    'form4/proof',
    answer<DocumentParams & Received<ProofParams, 'position'>, Proof | null>(null, async (snapshot, params, config) => {
      redlines.forget(); // a proof is of what the files say now
      const before = await redlines.against(params.against);
      return proof(snapshot, params, config, dayOfText(params.today) ?? session.day, session.version, before);
    }),
  );
  protocol.onRequest(
    'form4/committed',
    answer<Received<CommittedParams, 'textDocument'>, boolean>(false, (snapshot, { text }) => {
      const changed = typeof text === 'string' && snapshot.history.committed(text, snapshot.filings);
      if (changed) reconsider(snapshot);
      return changed;
    }),
  );
  protocol.onRequest(
    'form4/footnoteNumbers',
    answer<DocumentParams, FootnoteNumber[]>([], ({ filings }) => footnoteNumbers(filings), 'hints'),
  );
  protocol.onRequest(
    'form4/compass',
    answer(null, (snapshot, { position }: PositionParams, config) =>
      compass(snapshot.at(position), position, config.closed),
    ),
  );
  protocol.onRequest(
    'form4/alignment',
    answer<DocumentParams, Alignment | null>(null, ({ filings }) => alignment(filings), 'hints'),
  );
  protocol.onRequest(
    'form4/standing',
    answer<DocumentParams, Standing | null>(null, ({ filing }, _, config) => standing(filing, config)),
  );
  protocol.onRequest(
    'form4/checkText',
    reply<Received<CheckTextParams>, CheckedText | null>(
      () => null,
      (params) => checkText(params, session),
    ),
  );
  protocol.onRequest(
    'form4/convertText',
    reply<Received<ConvertTextParams>, Converted | null>(() => null, convertedText),
  );
  protocol.onRequest(
    'form4/balance',
    answer<DocumentParams, Balances | null>(
      null,
      (snapshot, _, config) => balances(snapshot.filings, snapshot.check(config, session.day).findings),
      'hints',
    ),
  );
}

/** The filing of a number, from 1, of a text of several; the first where there is none of that number. */
const nth = (snapshot: Snapshot, filing: unknown): Filing =>
  (typeof filing === 'number' ? snapshot.filings[filing - 1] : undefined) ?? snapshot.filing;
