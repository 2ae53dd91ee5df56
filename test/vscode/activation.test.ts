// First of all files: it wants a window that has not seen a Form 4 yet.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanText, close, closeAll, hasLanguage, reopen, servers, show, until } from './editor';

const extension = (): vscode.Extension<unknown> => vscode.extensions.getExtension('form4.form4')!;

describe('a folder of plain text', () => {
  after(closeAll);

  it('wakes the extension for a look and starts no server', async () => {
    const note = await show('note.txt', 'Dear all,\n\nthe meeting is at ten.\n');
    await until('the extension is active', () => extension().isActive);
    const readme = await show('readme.md', '# Read me\n\nForm 4 is mentioned here, and OMB Number: 3235-0287.\n');
    assert.deepEqual([note.languageId, readme.languageId], ['plaintext', 'markdown']);
    await show('letter.xml', '<letter><to>All</to></letter>\n');
    await show('page.html', '<html><body>Form 4 is mentioned here.</body></html>\n');
    assert.deepEqual(servers(), []);
  });

  it('gets one server when the first Form 4 is opened', async () => {
    const filing = await show('filing.txt', cleanText());
    await hasLanguage(filing, 'form4');
    await until('one server', () => servers().length === 1);
    await show('second.txt', cleanText());
    await hasLanguage(vscode.window.activeTextEditor!.document, 'form4');
    assert.equal(servers().length, 1);
  });
});

describe('recognition', () => {
  afterEach(closeAll);

  it('knows a Form 4 in .txt and .md by its content, wherever its beginning is blank', async () => {
    await hasLanguage(await show('a.txt', cleanText()), 'form4');
    await hasLanguage(await show('b.md', `\n\n\n${cleanText()}`), 'form4');
  });

  it('takes .form4 as it is, even empty', async () => {
    assert.equal((await show('empty.form4', '')).languageId, 'form4');
  });

  it('leaves ordinary text alone', async () => {
    const letter = await show('letter.txt', 'Name and Address of Reporting Person: unknown.\n'.repeat(300));
    const notes = await show('notes.md', '# Statement of changes in beneficial ownership\n\nA note about it.\n');
    await hasLanguage(await show('c.txt', cleanText()), 'form4'); // both have been looked at before this one
    assert.deepEqual([letter.languageId, notes.languageId], ['plaintext', 'markdown']);
  });

  it('says nothing when it changes the language', async () => {
    await hasLanguage(await show('quiet.txt', cleanText()), 'form4');
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
  });
});

describe('the user’s word on a file', () => {
  after(closeAll);
  /** Another Form 4 that was opened later is recognised: so every document before it has been looked at. */
  const looked = async (): Promise<unknown> => hasLanguage(await show('later.txt', cleanText()), 'form4');

  it('“Treat as Plain Text” is kept for that file, and “Treat as Form 4” takes it back', async () => {
    let document = await show('refused.txt', cleanText());
    await hasLanguage(document, 'form4');
    await vscode.commands.executeCommand('form4.treatAsPlainText');
    await hasLanguage(document, 'plaintext');

    await close(document);
    document = await reopen(document.uri);
    await looked();
    assert.equal(document.languageId, 'plaintext');

    await reopen(document.uri);
    await vscode.commands.executeCommand('form4.treatAsForm4');
    await hasLanguage(document, 'form4');
  });

  it('a language chosen by hand is kept too', async () => {
    let document = await show('chosen.md', cleanText());
    await hasLanguage(document, 'form4');
    document = await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await close(document);
    document = await reopen(document.uri);
    await looked();
    assert.equal(document.languageId, 'markdown');
  });

  it('“Treat as Form 4” holds for a text that does not look like one', async () => {
    let document = await show('odd.txt', 'not much\n');
    await vscode.commands.executeCommand('form4.treatAsForm4');
    await hasLanguage(document, 'form4');
    await close(document);
    document = await reopen(document.uri);
    await hasLanguage(document, 'form4');
  });
});
