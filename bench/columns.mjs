// `node bench/columns.mjs`: Align Columns in a real editor, from the click to the last change that is seen, next to a command
// that sets one decoration in one line. Both are measured in turn in one run, for what counts is the ratio. It needs form4.vsix
// (npm run package); docs/performance.md has the figures.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../tools/run.mjs';
import { endShared, openWorkbench } from '../test/ui/workbench.mjs';
import { median } from './stats.mjs';

const ROUNDS = Number(process.argv[2] ?? 11);
const ALIGN = 'Align Columns';
/** The 30 rows of Table I, and none of Table II. */
const large = fs.readFileSync(path.join(root, 'samples/large.txt'), 'utf8').replaceAll(/^(?:Series|Warrant).*\n/gm, '');

/** A stub beside the command: it sets one decoration. */
function addStub(folder) {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.contributes.commands.push({ command: 'stub.one', title: 'Stub', icon: '$(circle)' });
  manifest.contributes.menus['editor/title'].push({ command: 'stub.one', group: 'navigation@9' });
  fs.writeFileSync(file, JSON.stringify(manifest));
  const stub = `;(() => { const { commands, window, Range } = require('vscode');
    const type = window.createTextEditorDecorationType({}); let on = false;
    const options = { before: { contentText: '|', width: '2ch' } };
    commands.registerCommand('stub.one', () => {
      const editor = window.activeTextEditor;
      const { line } = editor.visibleRanges[0].start;
      const one = { range: new Range(line + 3, 3, line + 3, 3), renderOptions: options };
      editor.setDecorations(type, (on = !on) ? [one] : []);
    }); })();`;
  fs.appendFileSync(path.join(folder, 'dist/extension.js'), stub);
}

/** Runs in the page: presses a button of the title bar, and says after how many milliseconds its last change was seen. */
async function pressed(words) {
  const button = document.querySelector(`.editor-actions [aria-label="${words}"]`);
  const lines = document.querySelector('.editor-instance .view-lines');
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  let before = lines.innerHTML;
  const start = performance.now();
  let last;
  button.click();
  for (let still = 0; last === undefined || still < 12; still++) {
    if (performance.now() - start > 30_000) throw new Error(`${words} has changed nothing`);
    await frame();
    if (lines.innerHTML === before) continue;
    before = lines.innerHTML;
    last = performance.now() - start;
    still = 0;
  }
  return last;
}

const vscode = await openWorkbench({ 'large.txt': large }, { prepare: addStub });
try {
  await vscode.open('large.txt');
  await vscode.hideSideBar();
  await vscode.goToRow(large.slice(0, large.indexOf('728,960')).split('\n').length);
  await vscode.scroll(6);
  const times = { [ALIGN]: [], Stub: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const [label, all] of Object.entries(times)) {
      all.push(await vscode.page.evaluate(pressed, label));
      await vscode.page.evaluate(pressed, label); // and back
    }
  const [aligned, stub] = [median(times[ALIGN]), median(times.Stub)];
  // Some 900 pieces of 35 lines are measured here against one piece of one line.
  console.log(
    `${ROUNDS} rounds: columns shown after ${aligned.toFixed(0)} ms, one decoration after ${stub.toFixed(0)} ms: ${(aligned / stub).toFixed(2)} x`,
  );
} finally {
  await vscode.end();
  await endShared();
}
