import fs from 'node:fs';
import { openWorkbench } from './workbench.mjs';
const clean = fs.readFileSync('samples/clean.txt','utf8').replace('<sup>(3)</sup>','<sup>(8)</sup>');
const cols = fs.readFileSync('test/fixtures/layouts/columns.txt','utf8');
const vs = await openWorkbench({ 'filing.txt': clean, 'columns.txt': cols });
try {
  await vs.open('filing.txt');
  await vs.command('View: Toggle Primary Side Bar Visibility');
  await vs.goTo(21); await vs.scroll(8);
  await vs.page.waitForTimeout(4000);
  for (const theme of process.argv.slice(2)) {
    await vs.page.locator('.editor-instance .view-line').first().click(); await vs.page.keyboard.press('Control+k'); await vs.page.keyboard.press('Control+t'); await vs.page.waitForTimeout(1500);
    await vs.page.locator('.quick-input-widget input').fill(theme);
    await vs.page.waitForTimeout(700);
    await vs.page.keyboard.press('Enter');
    await vs.page.waitForTimeout(1200);
    await vs.picture('theme-'+theme.replaceAll(' ','-'));
    if (theme==='Dark Modern') { await vs.open('columns.txt'); await vs.goTo(30); await vs.page.waitForTimeout(2500); await vs.picture('columns'); await vs.open('filing.txt'); }
  }
} finally { await vs.end(); }
