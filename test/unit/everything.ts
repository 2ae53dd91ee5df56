/**
 * Everything that can be asked of a text, in one list, and what must hold of each answer whatever the text: it comes, and
 * every range in it lies in the text. A new feature is a line here; test/unit/architecture/everything.test.ts asks for it.
 */
import assert from 'node:assert/strict';
import type { CodeAction, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { linter } from '../../server/src/lint/linter';
import { effectiveConfig } from '../../server/src/config/effectiveConfig';
import { alignment } from '../../server/src/features/alignment';
import { balances } from '../../server/src/features/balance';
import { codeActions, resolved } from '../../server/src/features/codeActions';
import { codeLenses } from '../../server/src/features/codeLens';
import { compass } from '../../server/src/features/compass';
import { completion, completionList, resolveCompletion } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { documentHighlight } from '../../server/src/features/documentHighlight';
import { documentLink } from '../../server/src/features/documentLink';
import { documentSymbols, flatSymbols } from '../../server/src/features/documentSymbol';
import { fixAll } from '../../server/src/lint/fixAll';
import { editsBetween } from '../../server/src/text/editsBetween';
import { editedForm, formChoices } from '../../server/src/features/formEdits';
import { foldingRange } from '../../server/src/features/foldingRange';
import { formatting, onTypeFormatting } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hover';
import { MARKDOWN, PLAINTEXT } from '../../server/src/features/hover/markup';
import { inlayHints } from '../../server/src/features/inlayHint';
import { operate, operationActions } from '../../server/src/features/operations';
import { acceptActions } from '../../server/src/features/acceptFootnotes';
import { stateOf } from '../../server/src/features/footnoteHistory';
import { withHistory } from '../../server/src/features/footnoteMoved';
import { footnoteNumbers } from '../../server/src/features/footnoteNumbers';
import { references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import { selectionRange } from '../../server/src/features/selectionRange';
import { LEGEND } from '../../server/src/features/names';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { standing } from '../../server/src/features/standing';
import { TokenDeltas } from '../../server/src/features/tokenDeltas';
import { workspaceSymbol } from '../../server/src/features/workspaceSymbol';
import type { Filing } from '../../server/src/filing/model';
import { withPast } from '../../server/src/ledger/checks/run';
import { compareFilings } from '../../server/src/ledger/compare/compare';
import { comparisonAsData, comparisonAsMarkdown, comparisonAsText } from '../../server/src/ledger/compare/words';
import { entryOf } from '../../server/src/ledger/entryOf';
import { ledgerAsSvg } from '../../server/src/ledger/print/chart';
import { seriesAsHtml } from '../../server/src/ledger/print/page';
import { seriesAsTable } from '../../server/src/ledger/print/table';
import { stepsOf } from '../../server/src/ledger/records';
import { seriesOf } from '../../server/src/ledger/series';
import { Shelf } from '../../server/src/ledger/shelf';
import { OPERATIONS } from '../../server/src/operations/catalogue';
import { FORM_OPERATIONS } from '../../server/src/operations/form/run';
import { readAll } from '../../server/src/readers';
import { plainOf } from '../../server/src/readers/projection';
import { recognise } from '../../server/src/readers/recognise';
import type { Finding } from '../../server/src/rules/rule';
import { isSuspended } from '../../server/src/rules/suspended';
import { LineIndex, type Position, type Range } from '../../server/src/text/lines';
import type { Span } from '../../server/src/text/span';
import { writeBeforeFiling } from '../../server/src/writers/beforeFiling';
import { DATA_SET_TABLES, DataSet } from '../../server/src/writers/csv';
import { SCHEMAS } from '../../server/src/writers/edgarXml';
import { EXPLANATION_FORMATS, writeExplanation } from '../../server/src/writers/explain';
import { toJson } from '../../server/src/writers/json';
import { writeReport } from '../../server/src/writers/report';
import { writePages } from '../../server/src/writers/several';
import { TABLE_WORDS } from '../../server/src/writers/printedForm/words';
import { WRITERS } from '../../server/src/writers/targets';

const URI = 'file:///a.form4';
const TODAY = 20_000; // 2024-10-04
const { lint } = linter({ today: TODAY });

/** What is asked: one filing of a text, its findings, a place in it and a stretch that begins or ends there. */
export interface Asked {
  readonly text: string;
  readonly filings: readonly Filing[];
  readonly filing: Filing;
  readonly findings: readonly Finding[];
  readonly at: Position;
  readonly range: Range;
}

const options = (text: string): Parameters<typeof codeActions>[4] => ({
  uri: URI,
  version: 1,
  documentChanges: false,
  annotations: false,
  resolves: true,
  runsOperations: false,
  repair: () => editsBetween(text, fixAll(text, (filing) => lint([filing], []).findings).text),
  related: true,
  pageOf: (rule: string) => `d:/${rule}`,
});

const completed = ({ filing, filings, at }: Asked, rich: boolean): unknown => {
  const others = filings.filter((one) => one !== filing);
  const items = completion(filing, at, { uri: URI, others, today: TODAY, snippets: rich, labelDetails: rich });
  return items.slice(0, 5).map((item) => resolveCompletion(item, rich ? MARKDOWN : PLAINTEXT, () => filings));
};

/** Changes of the form: of each kind one, at the row at a place or at its first one. */
function changesOf(filing: Filing, { line, character }: Position): unknown[] {
  const table = line % 2 === 0 ? 'nonDerivativeTable' : 'derivativeTable';
  const row = line % Math.max(1, filing[table].rows.length);
  const { column } = TABLE_WORDS[table].headings[character % TABLE_WORDS[table].headings.length]!;
  const address = `${table}/${row}/${column}`;
  return [
    { kind: 'set', places: [{ address, text: '1,234|\t<b>' }] },
    { kind: 'set', places: [{ address, text: '03/07/2023' }] },
    { kind: 'set', places: [{ address: 'issuer/issuerName', text: 'Halvane & Co' }] },
    { kind: 'tick', address: 'aff10b5One', checked: character % 2 === 0 },
    { kind: 'cite', address, number: 1 },
    { kind: 'uncite', address, number: 1 },
    { kind: 'note', address, text: 'A note.' },
    ...FORM_OPERATIONS.map((operation) => ({ kind: 'run', operation, address })),
  ];
}

/** Every feature and every writer, by name. */
export const EVERYTHING: Readonly<Record<string, (asked: Asked) => unknown>> = {
  recognise: ({ text }) => recognise(text),
  findings: ({ findings }) => findings.map(({ span, related, message }) => ({ span, related, message })),
  diagnostics: ({ text, filing, findings }) => diagnosticsOf(filing, findings, options(text)),
  codeActions: ({ text, filing, findings, range }) => codeActions(filing, findings, range, {}, options(text)),
  fixes: ({ text, filing }) => resolved({ title: 'all' } as CodeAction, filing, undefined, options(text)),
  // Their data only gives back the range that was asked about.
  operations: ({ text, filing, range }) =>
    operationActions(filing, range, {}, options(text), TODAY).map(({ title }) => title),
  operated: ({ text, filing, range }) =>
    OPERATIONS.map(({ id }) => operate(id, filing, range, {}, options(text), TODAY).edit),
  hover: ({ filing, at }) => [hover(filing, at, MARKDOWN), hover(filing, at, PLAINTEXT)],
  completion: (asked) => [completed(asked, true), completed(asked, false)],
  completionList: ({ filing, at }) =>
    completionList(filing, at, { uri: URI, others: [], today: TODAY, snippets: true, labelDetails: true }),
  compass: ({ filing, at }) => compass(filing, at),
  signatureHelp: ({ filing, at }) => [signatureHelp(filing, at, true), signatureHelp(filing, at, false)],
  definition: ({ filing, at }) => definition(filing, at, URI),
  references: ({ filing, at }) => references(filing, at, URI, true),
  documentHighlight: ({ filing, at }) => documentHighlight(filing, at),
  documentSymbols: ({ filings }) => documentSymbols(filings),
  flatSymbols: ({ filing }) => flatSymbols(filing, URI),
  workspaceSymbol: ({ filings }) => workspaceSymbol([{ uri: URI, filings }], 'a'),
  alignment: ({ filings }) => alignment(filings),
  standing: ({ filing }) => standing(filing, effectiveConfig({})),
  editedForm: ({ text, filing, at }) =>
    changesOf(filing, at).map(
      (change) => editedForm(filing, 1, change, { answers: {}, today: TODAY }, options(text)).edit,
    ),
  formChoices: ({ filing }) => formChoices(filing).refused,
  foldingRange: ({ filing }) => foldingRange(filing),
  selectionRange: ({ filing, at }) => selectionRange(filing, [at]),
  documentLink: ({ filing }) => documentLink(filing),
  semanticTokens: ({ filings, range }) => {
    const deltas = new TokenDeltas();
    const { resultId } = deltas.full(URI, semanticTokens(filings));
    const delta: SemanticTokens | SemanticTokensDelta = deltas.delta(URI, resultId!, semanticTokens(filings));
    assert.deepEqual(delta, { resultId: '2', edits: [] });
    return semanticTokens(filings, range) && { data: semanticTokens(filings) };
  },
  rename: ({ text, filing, at }) => [prepareRename(filing, at), rename(filing, at, '1', options(text))],
  footnoteNumbers: ({ filings }) => footnoteNumbers(filings),
  footnotesMoved: ({ text, filing, findings, range }) => {
    const found = withHistory(filing, findings, stateOf(filing) ?? { notes: [], rows: [], others: '' }, undefined);
    return [
      diagnosticsOf(filing, found, options(text)),
      acceptActions(filing, found, range, {}, options(text)),
      codeActions(filing, found, range, {}, options(text)),
    ];
  },
  formatting: ({ filings, range }) => [formatting(filings), formatting(filings, range)],
  onTypeFormatting: ({ filings, at }) => onTypeFormatting(filings, at, '\n'),
  inlayHints: ({ filings, range }) => inlayHints(filings, range, 'all'),
  codeLenses: ({ filings }) => codeLenses(filings, [{ title: 'a', command: 'b' }]),
  balances: ({ filings, findings }) => balances(filings, findings),
  explanation: ({ filings }) =>
    EXPLANATION_FORMATS.map((format) =>
      writeExplanation({ name: 'a', filings, linkTo: (line) => `#L${line}` }, format),
    ),
  json: ({ filing }) => JSON.stringify(toJson(filing)),
  text: ({ filing }) => WRITERS.text.write(filing, 'X0609').text,
  piped: ({ filing }) => WRITERS.piped.write(filing, 'X0609').text,
  printed: ({ filing }) => WRITERS.html.write(filing, 'X0609').text,
  xml: ({ filing }) => SCHEMAS.map((schema) => WRITERS.xml.write(filing, schema).text),
  csv: ({ filings }) => {
    const set = new DataSet();
    for (const filing of filings) set.add(filing);
    return DATA_SET_TABLES.map((table) => set.write(table, 'csv'));
  },
  report: ({ filings, findings }) =>
    writePages('Check report', 'a', filings, (filing, name) =>
      writeReport({ name, filing, findings, rules: [], known: 0, sha256: '', version: '', today: TODAY }),
    ),
  ledger: ({ text, filings, filing, findings }) => {
    // The filing stands before itself, under another name.
    const entries = filings.flatMap((one, at) => ['before', 'a'].map((path) => entryOf(one, { path: `${path}${at}` })));
    const own = entryOf(filing, { path: 'own' });
    const told = withPast(filing, own, findings, new Shelf(entries).pastsOf(own));
    const series = seriesOf(entries).map((one) => ({ name: one, steps: stepsOf(one) }));
    return [
      diagnosticsOf(filing, told, options(text)),
      series.map(({ name, steps }) => [seriesAsTable(name, steps), seriesAsHtml(name, steps)]),
      ledgerAsSvg(series),
    ];
  },
  compared: ({ filings, filing }) => {
    const comparison = compareFilings(filings[0]!, filing);
    const names = ['a', 'b'] as const;
    return [
      comparisonAsText(comparison, names),
      comparisonAsMarkdown(comparison, names, { title: 'c', linkTo: (of, line) => `${of}#${line}` }),
      JSON.stringify(comparisonAsData(comparison, names)),
      JSON.stringify(compareFilings(filing, filing).same),
    ];
  },
  beforeFiling: ({ filing, findings }) => {
    const told = findings.map((finding) => ({ ...finding, suspended: isSuspended(filing, finding) }));
    return writeBeforeFiling({
      ...{ name: 'a', filing, findings: told, off: [], known: 0, today: TODAY, closed: new Set<number>() },
      linkTo: () => undefined,
    });
  },
};

/**
 * Asks everything of a text, at two places of it, each given as a part of its length. Reading and checking is asked of each
 * text.
 * @param share where there are thousands of texts, only one in so many is asked each other thing, the things in turn
 */
export function askEverything(text: string, [one, other]: readonly [number, number], share = 1): void {
  const turn = Math.floor(one * 1000);
  const filings = readAll(text);
  assert.ok(filings.length > 0);
  const { findings } = lint(filings, []);
  const filing = filings[Math.floor(one * filings.length)] ?? filings[0]!;
  // Where something stands is more telling than the white space between.
  const { rows } = other < 0.5 ? filing.nonDerivativeTable : filing.derivativeTable;
  const { span } = rows[Math.floor(one * rows.length)] ?? { span: { start: 0, end: text.length } };
  const within = (part: number): Position =>
    filing.lines.position(Math.floor(span.start + part * (span.end - span.start)));
  const places = [within(other), filing.lines.position(Math.floor(one * text.length))] as const;
  for (const [index, at] of places.entries()) {
    const end = places[1 - index]!;
    const forward = filing.lines.offset(at) <= filing.lines.offset(end);
    const range = forward ? { start: at, end } : { start: end, end: at };
    const asked: Asked = { text, filings, filing, findings, at, range };
    for (const [nth, [name, ask]] of Object.entries(EVERYTHING).entries()) {
      if (index > 0 && !PLACED.has(name)) continue;
      if (share > 1 ? (turn + nth) % share > 0 : COSTLY.has(name) && turn % 4 > 0) continue;
      sound(text, filing.lines, name, ask(asked));
    }
  }
  for (const one of filings) soundSpans(text, one);
}

/** What depends on the place, and so is asked at each. */
const PLACED: ReadonlySet<string> = new Set([
  ...['hover', 'completion', 'signatureHelp', 'definition', 'references', 'documentHighlight', 'selectionRange'],
  ...['codeActions', 'operations', 'operated'],
]);

/** What takes more time than all the rest: asked of every fourth text. */
const COSTLY: ReadonlySet<string> = new Set([
  ...['fixes', 'operations', 'operated', 'explanation', 'formatting', 'onTypeFormatting', 'xml', 'csv', 'codeActions'],
]);

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value;

/** Every range of an answer, wherever it stands, lies in the text and does not end before it starts. */
function sound(text: string, lines: LineIndex, name: string, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  if ('start' in answer && 'end' in answer) {
    const { start, end } = answer;
    if (isPosition(start) && isPosition(end)) {
      for (const { line, character } of [start, end]) {
        const span = lines.lineSpan(line);
        assert.ok(
          Number.isInteger(line) && line >= 0 && line < lines.starts.length && character >= 0,
          `${name}: line ${line} of ${lines.starts.length}, character ${character}`,
        );
        assert.ok(span.start + character <= span.end, `${name}: character ${character} of line ${line}`);
      }
      assert.ok(lines.offset(start) <= lines.offset(end), `${name}: ends before it starts`);
    } else soundSpan(text, answer as Span, name);
    return;
  }
  if ('startLine' in answer && 'endLine' in answer) {
    const { startLine, endLine } = answer as { startLine: number; endLine: number };
    assert.ok(
      0 <= startLine && startLine <= endLine && endLine < lines.starts.length,
      `${name}: ${startLine}, ${endLine}`,
    );
  }
  if ('data' in answer && Array.isArray(answer.data)) soundTokens(lines, name, answer.data as number[]);
  else for (const each of Object.values(answer)) sound(text, lines, name, each);
}

/** Tokens go forward, do not overlap and do not leave their line. */
function soundTokens(lines: LineIndex, name: string, data: readonly number[]): void {
  let [line, character, until] = [0, 0, 0];
  assert.equal(data.length % 5, 0, name);
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type] = data.slice(at, at + 4) as [number, number, number, number];
    if (down > 0) [line, character, until] = [line + down, 0, 0];
    character += right;
    const span = lines.lineSpan(line);
    assert.ok(down >= 0 && right >= 0 && length > 0 && character >= until, `${name}: token ${at / 5} of line ${line}`);
    until = character + length;
    assert.ok(span.start + until <= span.end, `${name}: token ${at / 5} leaves line ${line}`);
    assert.ok(type < LEGEND.tokenTypes.length, `${name}: no type ${type}`);
  }
}

function soundSpan(text: string, { start, end }: Span, name: string): void {
  assert.ok(
    Number.isInteger(start) && 0 <= start && start <= end && end <= text.length,
    `${name}: ${start} to ${end} of ${text.length}`,
  );
}

/** Every span in the model, wherever it stands. The tree of an XML text may be deeper than calls can go. */
function soundSpans(text: string, filing: Filing): void {
  const waiting: (readonly [string, object])[] = [['filing', filing]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, value] = next;
    const plain = plainOf(value);
    for (const [key, each] of Object.entries(plain) as [string, unknown][]) {
      if (typeof each !== 'object' || each === null || key === 'lines') continue;
      if ('start' in each && 'end' in each) soundSpan(text, each as Span, `${name}.${key}`);
      else waiting.push([key, each]);
    }
  }
}
