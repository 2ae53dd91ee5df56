/** What the client can do, in the few words that the features need, and what we can. */
import type { InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver-protocol';
import { MARKDOWN, PLAINTEXT, type Markup } from '../features/hover/markup';
import { ACCEPT_FOOTNOTES, CODE_ACTION_KINDS, LEGEND } from '../features/names';

export interface Client {
  /** Asks for diagnostics by itself; else they are sent to it. */
  readonly pulls: boolean;
  /** Can be told to ask again. */
  readonly refreshes: boolean;
  /** Answers workspace/configuration. */
  readonly configuration: boolean;
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly definitionLinks: boolean;
  readonly codeActions: boolean;
  readonly documentChanges: boolean;
  /** Shows changes that are marked so to the user before they are made. */
  readonly annotations: boolean;
  /** Asks for the edits of an action when it is chosen. */
  readonly resolves: boolean;
  /** Can be asked to tell of changed files; of those in a folder of our choice too. */
  readonly watches: boolean;
  readonly watchesFolders: boolean;
  /** Fills in the places of a snippet. */
  readonly snippets: boolean;
  /** Shows words beside the label of a completion. */
  readonly labelDetails: boolean;
  /** Takes once for a list of completions what all of them have in common. */
  readonly listDefaults: boolean;
  /** Takes the place of a parameter in a signature's label. */
  readonly labelOffsets: boolean;
  /** Shows symbols as a tree. */
  readonly symbolTree: boolean;
  /** The most folds that it takes; undefined where it does not say. */
  readonly folds: number | undefined;
  /** Can be told which documents are ours to format. */
  readonly registersFormatting: boolean;
  /** Can be told to draw hints, or the lines above tables and notes, anew. */
  readonly hintRefreshes: boolean;
  readonly lensRefreshes: boolean;
  readonly markup: Markup;
}

export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Client {
  const { textDocument, workspace } = capabilities ?? {};
  const pulls = textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null;
  const shown = pulls
    ? { ...textDocument.publishDiagnostics, ...textDocument.diagnostic }
    : textDocument?.publishDiagnostics;
  const formats = textDocument?.hover?.contentFormat;
  return {
    pulls,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    related: shown?.relatedInformation === true,
    codeDescription: shown?.codeDescriptionSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    resolves: textDocument?.codeAction?.resolveSupport?.properties?.includes('edit') === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    listDefaults: ['editRange', 'data'].every((one) =>
      textDocument?.completion?.completionList?.itemDefaults?.includes(one),
    ),
    labelOffsets: textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    folds: textDocument?.foldingRange?.rangeLimit,
    registersFormatting: [
      textDocument?.formatting,
      textDocument?.rangeFormatting,
      textDocument?.onTypeFormatting,
    ].every((one) => one?.dynamicRegistration === true),
    hintRefreshes: workspace?.inlayHint?.refreshSupport === true,
    lensRefreshes: workspace?.codeLens?.refreshSupport === true,
    markup: Array.isArray(formats) && formats.length > 0 && !formats.includes('markdown') ? PLAINTEXT : MARKDOWN,
  };
}

/** LSP calls it TextDocumentSyncKind.Incremental. */
const INCREMENTAL = 2;

const CAPABILITIES: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: INCREMENTAL },
  diagnosticProvider: { identifier: 'form4', interFileDependencies: false, workspaceDiagnostics: false },
  codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: true },
  hoverProvider: true,
  // No tab and no rule: a list or a help that opens by itself would take the next key.
  completionProvider: { resolveProvider: true, triggerCharacters: ['(', '['] },
  signatureHelpProvider: { triggerCharacters: [], retriggerCharacters: ['\t', '|'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: [ACCEPT_FOOTNOTES] },
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
};

/** While typing, the row that a new line leaves is formatted: nothing moves on the line of the cursor. */
const ON_TYPE = { firstTriggerCharacter: '\n' };

/** Formatting, request by request: registered for our own language with clients that can be told so. */
export const FORMATTING: readonly (readonly [method: string, options: object])[] = [
  ['textDocument/formatting', {}],
  ['textDocument/rangeFormatting', { rangesSupport: true }],
  ['textDocument/onTypeFormatting', ON_TYPE],
];

/** What the server can do for a client: what is registered later is not told twice. */
function capabilitiesFor({ registersFormatting }: Client): ServerCapabilities {
  if (registersFormatting) return CAPABILITIES;
  return {
    ...CAPABILITIES,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: ON_TYPE,
  };
}

/** What a client is told when it starts the server. */
export function greeting(params: InitializeParams, version: string): InitializeResult {
  return { capabilities: capabilitiesFor(clientOf(params)), serverInfo: { name: 'form4', version } };
}
