import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { cleanText, closeAll, findings, hasFindings, ruleOf, show, swap, until } from './editor';

const wrong = (): string => swap(cleanText(), '10,196', '10,169');
const total = (severity: string): string => `holdings-total at "10,169": ${severity}`;

describe('.form4.json', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'house');
  const config = vscode.Uri.joinPath(folder, '.form4.json');
  const write = (text: string): void => fs.writeFileSync(config.fsPath, text);
  before(() => fs.mkdirSync(vscode.Uri.joinPath(folder, 'year').fsPath, { recursive: true }));
  afterEach(closeAll);
  after(() => fs.rmSync(folder.fsPath, { recursive: true }));

  it('sets rules by family for what lies below it, and is heeded anew when it is saved', async () => {
    write('{ "rules": { "holdings": "hint" } }');
    const document = await show('house/year/filing.txt', wrong());
    await hasFindings(document, [total('Hint')]);
    write('{ "rules": { "holdings": "hint", "holdings-total": "warning" } }');
    await hasFindings(document, [total('Warning')]);
    fs.rmSync(config.fsPath);
    await hasFindings(document, [total('Error')]);
    write('{ "rules": { "holdings-total": "off" } }');
    await hasFindings(document, []);
    await hasFindings(await show('outside.txt', wrong()), [total('Error')]);
  });

  it('is told in the filing, on its first line, where it cannot be read', async () => {
    write('{ "rules": ');
    const document = await show('house/year/broken.txt', wrong());
    await hasFindings(document, ['house-file at "": Warning', total('Error')]);
    const [fault] = vscode.languages.getDiagnostics(document.uri).filter((one) => ruleOf(one) === 'house-file');
    assert.match(fault!.message, /^Nothing of .*house\/\.form4\.json holds here: this is not JSON: /);
    write('{ "rules": { "holdings-total": "off" } }');
    await hasFindings(document, []);
  });

  it('has its own problems said in it once, with what was likely meant', async () => {
    await hasFindings(await show('house/filing.txt', cleanText()), []); // so that the server runs
    const document = await show('house/.form4.json', '{\n  "rules": { "holdings-totl": "off", "box-3": "eror" }\n}\n');
    assert.equal(document.languageId, 'jsonc'); // comments are no fault in it
    await until('two problems', () => findings(document).length >= 2);
    const said = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    assert.deepEqual(said, [
      'There is no rule and no family of rules "holdings-totl". Did you mean "holdings-total"?',
      '"box-3" takes off, hint, information, warning, error; found "eror". Did you mean "error"?',
    ]);
  });
});

describe('fixing all', () => {
  afterEach(closeAll);
  it('“Fix All” makes the safe fixes and leaves the values', async () => {
    const twice = wrong().replaceAll('03/07/2023\t\tA', '3/7/2023\t\tA');
    const document = await show('all.txt', twice);
    await until('the findings', () => findings(document).length === 4);
    const kind = vscode.CodeActionKind.SourceFixAll.value;
    // The editor knows the command once somebody has said that there are such fixes; before, it does nothing and says nothing.
    await until('fixes of all', async () => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const args = [document.uri, whole, kind] as const;
      return (await vscode.commands.executeCommand<unknown[]>('vscode.executeCodeActionProvider', ...args)).length > 0;
    });
    // Unlike editor.action.fixAll this does not pass over an editor that is still being made.
    await vscode.commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' });
    await hasFindings(document, [total('Error')]);
    assert.equal(document.getText(), wrong());
  });
});
