import fs from 'node:fs';
import { openWorkbench } from './workbench.mjs';
const clean = fs.readFileSync('samples/clean.txt','utf8');
const vs = await openWorkbench({ 'filing.txt': clean, 'empty.form4': '' });
const { page } = vs;
try {
  await vs.open('filing.txt');
  await vs.command('View: Toggle Primary Side Bar Visibility');
  await vs.goTo(21); await vs.scroll(8);
  const { x, y } = await vs.place('A', 'Common Stock');
  await vs.select('693', 'Common Stock'); await page.keyboard.press('Home');
  for (let i=0;i<2;i++) await page.keyboard.press('Control+ArrowRight');
  const p = await vs.place('\tA\t'.trim() && '03/07/2023', 'Common Stock'); await page.mouse.click(p.x, p.y); await page.keyboard.press('End');
  await vs.goTo(21); await page.keyboard.press('Home');
  for (let i=0;i<'Common Stock\t03/07/2023\t\tA'.length;i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Space'); await page.waitForTimeout(1500); await page.keyboard.press('Control+Space'); await page.waitForTimeout(800); await vs.picture('c-code');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Space'); await page.waitForTimeout(1200); await vs.picture('c-sig'); await page.keyboard.press('Escape');
  await vs.goTo(24); await page.keyboard.press('End'); await page.keyboard.press('Enter'); await page.keyboard.press('Control+Space'); await page.waitForTimeout(1500); await vs.picture('c-row');
  await page.keyboard.press('Enter'); await page.waitForTimeout(700); await vs.picture('c-row2');
  await page.keyboard.press('Escape'); await page.keyboard.press('Escape');
  await vs.goTo(21); await page.keyboard.press('Home');
  for (let i=0;i<'Common Stock\t03/07/2023\t\tA'.length;i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' (', {delay:50}); await page.waitForTimeout(1500); await vs.picture('c-marker');
  await page.keyboard.type('2', {delay:50}); await page.waitForTimeout(500); await page.keyboard.press('Enter'); await page.waitForTimeout(600); await vs.picture('c-marker2');
  await vs.open('empty.form4'); await vs.editor.click(); await page.keyboard.press('Control+Space'); await page.waitForTimeout(1500); await page.keyboard.press('Enter'); await page.waitForTimeout(900); await vs.picture('c-form');
} catch (e) { console.log(e.message.slice(0,500)); await vs.picture('c-fail'); } finally { await vs.end(); }
