// Tab in rows at the speed of a hand and above it; FORM4_ROUNDS says in how many rows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { hasRow } from './page.mjs';
import { openWorkbench } from './workbench.mjs';

const ROUNDS = Number(process.env.FORM4_ROUNDS ?? 3);
const text = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8');
const blank = `Common Stock${'\t'.repeat(10)}`;
const first = text.split('\n').findIndex((line) => line.startsWith('Common Stock'));
const lines = text.split('\n');
const rows = [...lines.slice(0, first), ...Array.from({ length: ROUNDS }, () => blank), ...lines.slice(first)].join(
  '\n',
);
const filled = `Common Stock${'123456789X'.replace(/./g, '\t$&')}`;

describe('Tab in a row', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'new.txt': text, 'slow.txt': rows, 'fast.txt': rows });
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(`tab-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(() => vscode?.end());

  const typeRows = async (delay) => {
    const { keyboard } = vscode.page;
    for (let row = 0; row < ROUNDS; row++) {
      // A cursor that is still on its way would come after the keys that lead to the next row.
      await vscode.until(`row ${row}`, async () => {
        if ((await vscode.position()) === `Ln ${first + 1 + row}, Col 1`) return true;
        await vscode.ask('Control+G', `:${first + 1 + row}`);
        await keyboard.press('Enter');
        await vscode.box.waitFor({ state: 'hidden' });
        return false;
      });
      await vscode.inRow();
      for (const key of '123456789X') {
        await keyboard.press('Tab', { delay });
        await keyboard.press(key, { delay });
      }
      // Whoever goes on by hand before the cursor has come along leaves what was typed where it stands.
      await vscode
        .until('each character is in its cell', () => vscode.page.evaluate(hasRow, ['Common Stock', ...'123456789X']))
        .catch((late) => console.log(`      row ${row}: ${late.message}`));
    }
    return (await vscode.wholeText())
      .replaceAll('\r', '')
      .split('\n')
      .slice(first, first + ROUNDS);
  };

  for (const [name, delay] of [
    ['slow.txt', 30],
    ['fast.txt', 0],
  ])
    it(`at ${delay} ms between keys puts every character in its cell`, async () => {
      await vscode.open(name);
      const typed = await typeRows(delay);
      const wrong = typed.filter((line) => line !== filled);
      console.log(`      ${ROUNDS - wrong.length} of ${ROUNDS} rows`);
      assert.equal(wrong.length, 0, wrong.slice(0, 3).join('\n'));
    });

  it('in a new row at 0 ms puts every character in its cell', async () => {
    await vscode.open('new.txt');
    await vscode.goToRow(first + 1);
    await vscode.command('Form 4: New Row like This One');
    for (let row = 1; row <= ROUNDS; row++) {
      const said = await vscode.notifications.allInnerTexts();
      await vscode.until(`a new row after ${row - 1} (${said.join()})`, () => vscode.line('‹code›').isVisible());
      const { keyboard } = vscode.page;
      for (const words of ['P', '1', 'A', '2', '3']) {
        for (const key of words) await keyboard.press(key);
        await keyboard.press('Tab');
      }
      if (row === ROUNDS) break;
      await vscode.lastCommand('Form 4: New Row');
    }
    const typed = (await vscode.wholeText())
      .split('\n')
      .slice(first + 1, first + 1 + ROUNDS)
      .filter((line) => line.trimEnd() === 'Common Stock\t03/07/2023\t\tP\t\t1\tA\t2\t3\tD');
    console.log(`      ${typed.length} of ${ROUNDS} rows`);
    assert.equal(typed.length, ROUNDS);
  });
});
