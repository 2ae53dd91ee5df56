// From one filing to the next, as somebody sees it: what does not go on, what has changed, what is held over time, the board.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { faultsIn } from './axe.mjs';
import { openWorkbench } from '../workbench.mjs';

const sample = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8');
/** The sample with Table I of its own, signed on a day. */
function filing(day, rows, more = (text) => text) {
  const lines = sample.split('\n');
  const [first, last] = [
    lines.findIndex((line) => line.includes('9,503')),
    lines.findIndex((line) => line.includes('By ESOP')),
  ];
  assert.ok(first > 0 && last >= first);
  const text = [...lines.slice(0, first), ...rows, ...lines.slice(last + 1)].join('\n');
  return more(text.replaceAll('03/07/2023', day).replaceAll('03/09/2023', day));
}
const row = (day, code, amount, side, total) =>
  `Common Stock\t${day}\t\t${code}\t\t${amount}\t${side}\t$41\t${total}\tD\t`;
const held = (total) => `Common Stock\t\t\t\t\t\t\t\t${total}\tI\tBy Spouse`;
const at = (day, amount, total, spouse) => filing(day, [row(day, 'S', amount, 'D', total), held(spouse)]);
const FILES = {
  'filings/2022-11.txt': at('11/07/2022', '100', '48,410', '2,000'),
  'filings/2022-12.txt': at('12/07/2022', '100', '48,310', '2,000'),
  'filings/2023-01.txt': at('01/09/2023', '310', '47,820', '2,000'),
};

/** A filing without the name and the date of its signature. */
function unsigned(text) {
  const start = text.indexOf('/s/');
  return text.slice(0, start) + text.slice(text.indexOf('Ruthe', start) + 'Ruthe'.length);
}

describe('filings that go on from one another', function () {
  let vscode;
  const view = () => vscode.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
  /** What a tool for people who cannot see says of a view. */
  const faults = async (options) => {
    for (const frame of vscode.page.frames()) {
      if (!(await frame.evaluate(() => document.querySelector('#root main') !== null).catch(() => false))) continue;
      return faultsIn(frame, options);
    }
    return ['no view'];
  };
  const inThemes = async (name) => {
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
      await vscode.command('Preferences: Color Theme');
      await vscode.box.locator('input').fill(theme);
      await vscode.pick(theme);
      await view().locator('main').waitFor();
      assert.deepEqual(await faults({ contrastAlone: theme !== 'Light Modern' }), [], `${name} in ${theme}`);
      await vscode.picture(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  };
  before(async () => {
    vscode = await openWorkbench(FILES);
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed') await vscode?.picture('series-failed');
  });
  beforeEach(() => vscode.closeAll());
  after(() => vscode?.end());

  it('an opening is told, and what a total goes on from', async () => {
    await vscode.open('2023-01.txt');
    await vscode.command('View: Focus Problems (Errors, Warnings, Infos)');
    await vscode.problems
      .locator('.monaco-list-row')
      .filter({ hasText: 'begin from 48,310 shares, which the last filing (signed' })
      .waitFor();
    await vscode.command('View: Toggle Panel Visibility');
  });

  it('it is compared with the one before, as a list and side by side', async () => {
    await vscode.open('2023-01.txt');
    await vscode.command('Form 4: Compare with the Filing Before');
    await view().locator('li').filter({ hasText: '48,310 → 47,820' }).first().waitFor();
    await vscode.picture('compared');
    await vscode.page.locator('.tab').filter({ hasText: 'Compared with the Filing Before' }).click();
    await vscode.page.getByRole('button', { name: 'Show Both Texts Side by Side' }).first().click();
    await vscode.page.locator('.monaco-diff-editor .view-line').filter({ hasText: '01/09/2023' }).first().waitFor();
    await vscode.picture('side-by-side');
  });

  it('holdings over time: tables, a drawing, links, filters; other files show at once', async () => {
    await vscode.open('2023-01.txt');
    await vscode.command('Form 4: Holdings over Time');
    const tables = view().locator('table');
    await tables.filter({ hasText: '47,820' }).first().waitFor();
    assert.equal(await tables.count(), 2);
    await view()
      .locator('td.flag')
      .filter({ hasText: 'gap of -180: expected to begin from 48,310, begins from 48,130' })
      .waitFor();
    await view().locator('svg path.apart').waitFor();
    await inThemes('holdings');
    await view().getByLabel('Ownership').selectOption({ label: 'Indirect' });
    await vscode.until(
      'one table is left',
      () => tables.count(),
      (count) => count === 1,
    );
    await view().getByLabel('Ownership').selectOption({ label: 'All' });
    vscode.write('filings/2023-02.txt', at('02/07/2023', '20', '47,800', '2,000'));
    await tables.filter({ hasText: '47,800' }).first().waitFor();
    await view().getByRole('button', { name: '2022-12.txt, line' }).first().focus();
    await vscode.page.keyboard.press('Enter');
    await vscode.page.locator('.tab.active').filter({ hasText: '2022-12.txt' }).waitFor();
  });

  it('the board: what is late, unsigned, and found', async () => {
    vscode.write('filings/draft.txt', unsigned(at('02/09/2023', '10', '47,790', '2,000')));
    await vscode.command('Form 4: Board of Filings');
    const rows = view().locator('tbody tr');
    await vscode.until(
      'five filings',
      () => rows.count(),
      (count) => count === 5,
    );
    await rows.filter({ hasText: 'draft.txt' }).filter({ hasText: 'Late' }).waitFor();
    await inThemes('board');
    await view().getByLabel('Show').selectOption('unsigned');
    await vscode.until(
      'the draft alone',
      () => rows.count(),
      (count) => count === 1,
    );
    await view().getByLabel('Show').selectOption('all');
    vscode.write('filings/draft.txt', 'Dear all,\n');
    await vscode.until(
      'it is gone from the board',
      () => rows.count(),
      (count) => count === 4,
    );
    await view()
      .getByRole('button', { name: /2023-01/ })
      .click();
    await vscode.page.locator('.tab.active').filter({ hasText: '2023-01.txt' }).waitFor();
  });
});
