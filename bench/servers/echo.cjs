// The floor: a language server that keeps the text in step and answers with one fixed diagnostic, reading nothing. Other
// requests get a fixed reply too, as short as one that says anything can be.
// `--diags=N` answers with so many diagnostics. `--spin=MS` uses so much CPU on each change and `--wait=MS` sits that
// long: the harness is checked against these.
'use strict';
const { createConnection, ProposedFeatures, TextDocuments } = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const option = (name) => Number((process.argv.find((a) => a.startsWith(`--${name}=`)) ?? '=0').split('=')[1]);
const [spin, wait] = [option('spin'), option('wait')];
const start = { line: 0, character: 0 };
const range = { start, end: { line: 0, character: 8 } };
const items = Array.from({ length: option('diags') || 1 }, () => ({
  ...{ severity: 2, range, source: 'echo', message: 'nothing was read' },
}));

const codes = [...'PSVADFIMCEHOXGLWZJKU'].map((label) => ({ label, kind: 12, detail: 'transaction code' }));

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let pulled = false;

async function work() {
  const used = ({ user, system }) => (user + system) / 1000;
  const before = process.cpuUsage();
  while (used(process.cpuUsage(before)) < spin);
  if (wait) await new Promise((done) => setTimeout(done, wait));
}

connection.onInitialize(({ capabilities }) => {
  pulled = Boolean(capabilities.textDocument?.diagnostic);
  const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
  return {
    capabilities: {
      textDocumentSync: 2,
      ...(pulled && { diagnosticProvider }),
      hoverProvider: true,
      definitionProvider: true,
      completionProvider: {},
      documentSymbolProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: ['keyword'], tokenModifiers: [] }, full: true },
    },
  };
});
connection.onHover(() => ({ contents: { kind: 'markdown', value: '**P**: open market or private purchase' } }));
connection.onDefinition(({ textDocument: { uri } }) => ({ uri, range: range }));
connection.onCompletion(() => codes);
connection.onDocumentSymbol(() => [{ name: 'Form 4', kind: 1, range: range, selectionRange: range }]);
connection.languages.semanticTokens.on(() => ({ data: [0, 0, 1, 0, 0] }));
connection.languages.diagnostics.on(async () => {
  if (spin || wait) await work();
  return { kind: 'full', items };
});
documents.onDidChangeContent(async ({ document: { uri, version } }) => {
  if (pulled) return;
  if (spin || wait) await work();
  connection.sendDiagnostics({ uri, version, diagnostics: items });
});
documents.listen(connection);
connection.listen();
