import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanText, closeAll, findings, hasFindings, hasLanguage, reopen, show, swap, typeOver } from './editor';

const TOTAL = 'holdings-total at "10,169": Error';

describe('findings', () => {
  afterEach(closeAll);

  it('come while typing and go with undo', async () => {
    const document = await show('typing.txt', cleanText());
    await hasFindings(document, []);
    await typeOver(document, '10,196', '10,169');
    await hasFindings(document, [TOTAL]);
    while (document.getText() !== cleanText()) await vscode.commands.executeCommand('undo');
    await hasFindings(document, []);
  });

  it('name the number, its sum and the row before, and lead to the page of the rule', async () => {
    const document = await show('wrong.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, [TOTAL]);
    const finding = vscode.languages.getDiagnostics(document.uri)[0]!;
    assert.match(finding.message, /Expected 10,196 \(9,503 \+ 693 acquired\)/);
    assert.equal(finding.source, 'form4');
    const { target } = finding.code as { target: vscode.Uri };
    assert.equal(target.toString(true), 'form4-docs:/rules/holdings-total.md');
    const before = finding.relatedInformation?.[0]?.location;
    assert.equal(before?.uri.toString(), document.uri.toString());
    assert.equal(before?.range.start.line, at(document, '9,503').line);
  });

  it('are taken away by the first fix, which sets the total and nothing else', async () => {
    const document = await show('fix.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, [TOTAL]);
    const [first] = await fixes(document, '10,169');
    assert.equal(first?.isPreferred, true);
    const edit = new vscode.WorkspaceEdit(); // without the question whether to change a number (house.test.ts)
    for (const [uri, edits] of first.edit!.entries()) edit.set(uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), cleanText());
    await hasFindings(document, []);
  });

  it('stand at a marker without a footnote, and only there', async () => {
    const document = await show('marker.txt', swap(cleanText(), '<sup>(3)</sup>', '<sup>(4)</sup>'));
    await hasFindings(document, ['footnote-undefined at "(4)": Error']);
  });

  it('listen to form4.rules: another severity, off, and back', async () => {
    const settings = vscode.workspace.getConfiguration('form4');
    const set = (value: unknown): Thenable<void> =>
      settings.update('rules', value, vscode.ConfigurationTarget.Workspace);
    const document = await show('settings.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, [TOTAL]);
    try {
      await set({ 'holdings-total': 'hint' });
      await hasFindings(document, ['holdings-total at "10,169": Hint']);
      await set({ 'holdings-total': 'off' });
      await hasFindings(document, []);
      await set({ 'holdings-total': 7, nonsense: null });
      await hasFindings(document, [TOTAL]);
    } finally {
      await set(undefined);
    }
    await hasFindings(document, [TOTAL]);
  });

  it('are shown once, also where an earlier state of the file is open too', async () => {
    const text = swap(cleanText(), '10,196', '10,169');
    const past = vscode.workspace.registerTextDocumentContentProvider('review', {
      provideTextDocumentContent: () => text,
    });
    try {
      const now = await show('compared.txt', text);
      const before = await reopen(now.uri.with({ scheme: 'review' }));
      await hasLanguage(before, 'form4');
      await vscode.commands.executeCommand('form4.restartServer'); // which tells and asks everything anew
      await hasFindings(now, [TOTAL]);
      await hasFindings(await show('later.txt', text), [TOTAL]);
      assert.deepEqual(findings(before), []);
    } finally {
      past.dispose();
    }
  });
});

const fixes = (document: vscode.TextDocument, text: string): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at(document, text), at(document, text)),
    vscode.CodeActionKind.QuickFix.value,
  );
