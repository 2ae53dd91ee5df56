import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanText, closeAll, hasFindings, servers, show, swap, typeOver, until } from './editor';

const TOTAL = 'holdings-total at "10,169": Error';

describe('the server', () => {
  afterEach(closeAll);
  const another = (than: number): Promise<number> =>
    until('another server', () => servers().find((pid) => pid !== than));

  it('is there again two seconds after it was killed, and no text is lost', async () => {
    const document = await show('killed.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, [TOTAL]);
    const text = document.getText();
    const [pid] = servers();
    process.kill(pid!, 'SIGKILL');
    const killed = Date.now();
    await until('the findings went or a new server came', () => servers().some((other) => other !== pid));
    await hasFindings(document, [TOTAL], 5000);
    console.log(`      findings back ${Date.now() - killed} ms after kill -9`);
    assert.equal(document.getText(), text);
    await typeOver(document, '10,169', '10,196');
    await hasFindings(document, []);
  });

  it('restarts on command', async () => {
    const document = await show('restart.txt', swap(cleanText(), '10,196', '10,169'));
    await hasFindings(document, [TOTAL]);
    const [pid] = servers();
    await vscode.commands.executeCommand('form4.restartServer');
    await another(pid!);
    await until('the old server is gone', () => servers().length === 1);
    await hasFindings(document, [TOTAL]);
  });
});
