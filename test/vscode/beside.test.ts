import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { at, cleanText, closeAll, hasFindings, hasLanguage, reopen, servers, show, swap, until } from './editor';

const fixture = (name: string): string =>
  fs.readFileSync(
    path.join(vscode.extensions.getExtension('form4.form4')!.extensionPath, 'test/fixtures/layouts', name),
    'utf8',
  );
const wrongXml = (): string => swap(fixture('edgarXml.xml'), '<value>20600</value>', '<value>20060</value>');
const TOTAL = 'holdings-total at "20060": Error';

/** How often the server's main thread has slept and been woken. */
function wakes(): number {
  const [pid] = servers();
  return Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}

describe('XML and web pages', () => {
  afterEach(closeAll);

  it('of a Form 4 keep their language and get their findings', async () => {
    const xml = await show('ownership.xml', wrongXml());
    await hasFindings(xml, [TOTAL]);
    assert.equal(xml.languageId, 'xml');
    const page = await show('filing.html', swap(fixture('html.html'), '20,600', '20,060'));
    await hasFindings(page, ['holdings-total at "20,060": Error']);
    assert.equal(page.languageId, 'html');
  });

  it('that become a Form 4 while they are edited are served from then on', async () => {
    const document = await show('pasted.xml', '<a/>\n');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), wrongXml());
    await vscode.workspace.applyEdit(edit);
    await hasFindings(document, [TOTAL]);
  });

  it('of anything else cost the server nothing: it sleeps on', async function () {
    if (process.platform !== 'linux') this.skip();
    await hasLanguage(await show('first.txt', cleanText()), 'form4');
    await until('one server', () => servers().length === 1);
    await closeAll();
    const letter = await show('letter.xml', '<letter><to>All</to></letter>\n');
    let before = wakes();
    await until('the server is at rest', async () => {
      const last = before;
      await new Promise((resolve) => setTimeout(resolve, 200)); // what is waited for is a time without any message
      return (before = wakes()) === last;
    });
    const where = at(letter, 'letter');
    for (let round = 0; round < 5; round++) {
      await vscode.commands.executeCommand('vscode.executeHoverProvider', letter.uri, where);
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', letter.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(letter.uri, where, 'x');
      await vscode.workspace.applyEdit(edit);
    }
    const woken = wakes() - before;
    assert.ok(woken < 5, `woken ${woken} times`); // a message wakes it once at least, its own clock once in seconds
  });
});

describe('“Convert to …”', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  const convert = (target: object): Thenable<void> => vscode.commands.executeCommand('form4.convertTo', target);
  const results = (): vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  const result = (): Promise<vscode.TextDocument> => until('a new document', () => results().at(-1));

  it('opens XML beside the filing, with its gaps, and leaves the filing as it is', async () => {
    const filing = await show('to-convert.txt', cleanText());
    await hasFindings(filing, []);
    await until('the server answers', async () => {
      await convert({ to: 'xml', schema: 'X0508' });
      return results().length > 0;
    });
    const xml = await result();
    assert.equal(xml.languageId, 'xml');
    assert.match(xml.getText(), /<schemaVersion>X0508<\/schemaVersion>/);
    assert.match(xml.getText(), /<!-- To fill in, issuerCik: .* -->\s*<issuerCik><\/issuerCik>/);
    assert.equal(vscode.window.activeTextEditor?.document, xml);
    assert.equal(vscode.window.activeTextEditor.viewColumn, vscode.ViewColumn.Two);
    assert.equal(filing.getText(), cleanText());
    assert.equal(filing.isDirty, false);
  });

  it('gives text that is a Form 4 itself, from XML too', async () => {
    const filing = await show('to-convert.xml', wrongXml());
    await hasFindings(filing, [TOTAL]);
    await convert({ to: 'text' });
    const text = await result();
    assert.equal(text.languageId, 'form4');
    await hasFindings(text, ['holdings-total at "20,060": Error']);
  });

  it('does nothing in a file that is no Form 4', async () => {
    const document = await show('letter.xml', '<letter/>\n');
    await reopen(document.uri);
    await convert({ to: 'text' });
    assert.deepEqual(results(), []);
  });
});
