import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanText, closeAll, hasFindings, show } from './editor';

/** FORM4_MOVES=5000 is more. */
const MOVES = Number(process.env.FORM4_MOVES ?? 1000);
const COMMANDS = [
  ...[
    'cursorRight',
    'cursorLeft',
    'cursorDown',
    'cursorUp',
    'cursorEnd',
    'cursorHome',
    'cursorWordRight',
    'cursorWordLeft',
  ],
  ...['cursorRightSelect', 'cursorLeftSelect', 'cursorDownSelect', 'cursorWordRightSelect', 'cursorEndSelect'],
];

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

describe('aligned columns', () => {
  afterEach(closeAll);

  it(`${MOVES} moves come to the same places as without them, and copy the same words`, async () => {
    const document = await show('aligned.txt', cleanText());
    await hasFindings(document, []);
    const editor = vscode.window.activeTextEditor!;
    const start = at(document, '9,503');
    const walk = async (): Promise<string[]> => {
      const next = numbers(4);
      const seen: string[] = [];
      editor.selection = new vscode.Selection(start, start);
      for (let move = 0; move < MOVES; move++) {
        await vscode.commands.executeCommand(COMMANDS[Math.floor(next() * COMMANDS.length)]!);
        const { anchor, active } = editor.selection;
        seen.push(`${anchor.line}:${anchor.character} ${active.line}:${active.character}`);
        if (move % 100 !== 99) continue;
        await vscode.commands.executeCommand('editor.action.clipboardCopyAction');
        seen.push(await vscode.env.clipboard.readText());
        editor.selection = new vscode.Selection(start.translate(move / 100, 0), start.translate(move / 100, 0));
      }
      return seen;
    };
    const plain = await walk();
    const text = document.getText();
    await vscode.commands.executeCommand('form4.alignColumns');
    const aligned = await walk();
    assert.deepEqual(aligned, plain);
    assert.ok(new Set(plain).size > MOVES / 4, 'they go about');
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
  }).timeout(MOVES * 400);
});
