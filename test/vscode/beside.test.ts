import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  at,
  cleanText,
  close,
  closeAll,
  findings,
  hasFindings,
  hasLanguage,
  reopen,
  servers,
  show,
  swap,
  until,
} from './editor';

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
    const ROUNDS = 20;
    for (let round = 0; round < ROUNDS; round++) {
      await vscode.commands.executeCommand('vscode.executeHoverProvider', letter.uri, where);
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', letter.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(letter.uri, where, 'x');
      await vscode.workspace.applyEdit(edit);
    }
    const woken = wakes() - before;
    // Three messages a round would wake it three times at least; its own clock does so once in seconds.
    assert.ok(woken < ROUNDS, `woken ${woken} times`);
  });
});

describe('“Treat as Plain Text” on an XML', () => {
  afterEach(closeAll);

  it('takes the findings away for good, leaves it an XML, and “Treat as Form 4” brings them back', async () => {
    const xml = await show('refused.xml', wrongXml());
    await hasFindings(xml, [TOTAL]);
    await vscode.commands.executeCommand('form4.treatAsPlainText');
    await hasFindings(xml, []);
    assert.equal(xml.languageId, 'xml');
    await close(xml);
    const again = await reopen(xml.uri);
    const other = await show('taken.xml', wrongXml());
    await hasFindings(other, [TOTAL]); // what is asked of the server later is answered: the first was left alone
    assert.deepEqual(findings(again), []);
    await reopen(again.uri);
    await vscode.commands.executeCommand('form4.treatAsForm4');
    await hasFindings(again, [TOTAL]);
    assert.equal(again.languageId, 'xml');
  });

  it('keeps no findings away for good: all documents may be asked about in between', async () => {
    const rules = vscode.workspace.getConfiguration('form4');
    const xml = await show('asked.xml', wrongXml());
    await vscode.commands.executeCommand('form4.treatAsPlainText');
    await hasFindings(xml, []);
    const other = await show('beside.xml', wrongXml());
    await hasFindings(other, [TOTAL]);
    try {
      // Settings that have changed have every document asked about anew, the one that is left alone too.
      await rules.update('rules', { 'holdings-total': 'warning' }, vscode.ConfigurationTarget.Workspace);
      const warned = [TOTAL.replace('Error', 'Warning')];
      await hasFindings(other, warned);
      await reopen(xml.uri);
      await vscode.commands.executeCommand('form4.treatAsForm4');
      await hasFindings(xml, warned);
    } finally {
      await rules.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('“Open as …”', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  const openAs = (target: object): Thenable<void> => vscode.commands.executeCommand('form4.openAs', target);
  /** A view that is closed stays open for the editor for minutes. */
  const viewOf = (file: string): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'form4-view' && uri.path.startsWith(`/${file}`));
  const edit = async (document: vscode.TextDocument, from: string, to: string): Promise<boolean> => {
    const change = new vscode.WorkspaceEdit();
    const start = at(document, from);
    change.replace(document.uri, new vscode.Range(start, start.translate(0, from.length)), to);
    return vscode.workspace.applyEdit(change);
  };

  it('shows an XML as text beside it, which follows each change and has no findings of its own', async () => {
    const xml = await show('proof.xml', wrongXml());
    await hasFindings(xml, [TOTAL]);
    await openAs({ to: 'text' });
    const view = await until('a view', () => viewOf('proof.xml'));
    assert.match(view.getText(), /\t20,060\t/);
    assert.equal(view.uri.path, '/proof.xml.txt');
    await hasLanguage(view, 'form4');
    assert.equal(vscode.window.activeTextEditor?.document, xml);
    assert.ok(vscode.window.visibleTextEditors.some((one) => one.document === view && one.viewColumn === 2));
    await edit(xml, '20060', '20600');
    await until('the view follows', () => view.getText().includes('\t20,600\t'));
    await hasFindings(xml, []);
    assert.deepEqual(findings(view), []);
  });

  it('shows the printed form as a page', async () => {
    const filing = await show('printed.txt', cleanText());
    await hasFindings(filing, []);
    const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until('the page', async () => {
      await openAs({ to: 'html' });
      return labels().includes('Preview of printed.txt');
    });
    assert.equal(viewOf('printed.txt'), undefined);
  });

  it('shows the filing of a dump at which the cursor stood, wherever it moves', async () => {
    const dump = await show('dump.txt', cleanText() + cleanText().replaceAll('HVPD', 'ZQXV'));
    await hasLanguage(dump, 'form4');
    await hasFindings(dump, []);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at(dump, 'ZQXV'), at(dump, 'ZQXV'));
    const view = await until('a view', async () => {
      await openAs({ to: 'piped' });
      return viewOf('dump.txt');
    });
    assert.match(view.getText(), /ZQXV/);
    await edit(dump, 'Wickmore', 'Wickmore\n\n\n\n');
    await edit(dump, 'ZQXV', 'ZQXW');
    await until('the view follows', () => view.getText().includes('ZQXW'));
    assert.doesNotMatch(view.getText(), /HVPD/);
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
