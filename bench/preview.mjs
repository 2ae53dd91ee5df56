// `node bench/preview.mjs`: from a key in the text to the form beside it, in a real editor, next to a view that echoes the
// version of the text and does nothing else. Both are measured in turn in one run, for what counts is the ratio. Then how
// smoothly the largest form scrolls. It needs form4.vsix (npm run package); docs/performance.md has the figures.
import { createVSIX } from '@vscode/vsce';
import path from 'node:path';
import { root } from '../tools/run.mjs';
import { endShared, openWorkbench } from '../test/ui/workbench.mjs';
import { SIZES, filing, text } from './gen.mjs';
import { median, quantile, show } from './stats.mjs';

const ROUNDS = Number(process.argv[2] ?? 3);
const KEYS = Number(process.argv[3] ?? 40);
const WARM = 8;
/** At most as many times the floor. */
const MOST = 2;

/** As much as the form takes: 30 rows in each table, 99 notes. */
function largest() {
  const data = filing(60_000);
  const [first, second] = data.tables;
  const fill = (rows) => Array.from({ length: 30 }, (_, at) => rows[at % rows.length]);
  return text({ ...data, tables: [fill(first), fill(second)] });
}
const FILINGS = { '4K': text(filing(SIZES['4K'])), '40K': text(filing(SIZES['40K'])), largest: largest() };

/** A row of Table I up to the end of its amount, where keys are pressed. */
const AMOUNT = /^Common Stock\t[^\t]*\t[^\t]*\t[^\t]+\t[^\t]*\t[\d,]+/;

/** Runs in a view: the moment at which the next change of what is watched in it is on the screen, on the clock of all frames. */
const nextDrawn = (watched) =>
  new Promise((drawn) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => drawn(performance.timeOrigin + performance.now())));
    });
    watch.observe(document.querySelector(watched), { subtree: true, childList: true, characterData: true });
  });

async function keystrokes(vscode, view, watched) {
  const times = [];
  await vscode.page.evaluate(() => {
    globalThis.pressed = 0;
    addEventListener('keydown', () => (globalThis.pressed = performance.timeOrigin + performance.now()), true);
  });
  for (let key = 0; key < WARM + KEYS; key++) {
    const drawn = view.evaluate(nextDrawn, watched);
    await view.evaluate(() => undefined); // the watch stands before the key is pressed
    await vscode.page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace');
    const at = await drawn;
    if (key >= WARM) times.push(at - (await vscode.page.evaluate(() => globalThis.pressed)));
    // What comes behind, as findings, is waited out, so that the next key is measured by itself.
    await quiet(view);
  }
  return times;
}

/** Until a view has not changed for a dozen frames. */
const quiet = (view) =>
  view.evaluate(
    () =>
      new Promise((still) => {
        let left = 12;
        const watch = new MutationObserver(() => (left = 12));
        watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        const frame = () => (left-- > 0 ? requestAnimationFrame(frame) : (watch.disconnect(), still()));
        frame();
      }),
  );

/** The times between frames while the whole form is scrolled through. */
const scrolled = () =>
  new Promise((done) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
      times.push(now - last);
      last = now;
      scrollBy(0, 120);
      if (scrollY + innerHeight < document.documentElement.scrollHeight - 2 && times.length < 400)
        requestAnimationFrame(step);
      else done(times.slice(2));
    };
    requestAnimationFrame(step);
  });

async function viewOf(vscode, ready) {
  const frame = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await frame.locator(ready).first().waitFor();
  const handle = await frame.locator('body').first().elementHandle();
  return handle.ownerFrame();
}

const VIEWS = {
  echo: ['Echo: Open', '#root'],
  // Its words, and nothing that is drawn besides, as the cell of the cursor.
  preview: ['Form 4: Open Preview', '[data-address="nonDerivativeTable/0/transactionShares"] .words'],
};

const echo = path.join(root, 'out/echo-view.vsix');
await createVSIX({
  cwd: path.join(root, 'bench/echo-view'),
  packagePath: echo,
  dependencies: false,
  allowMissingRepository: true,
});
let missed = 0;
for (const [size, filed] of Object.entries(FILINGS)) {
  const vscode = await openWorkbench({ 'filing.txt': filed }, { beside: [echo] });
  try {
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
    const line = filed.split('\n').findIndex((one) => AMOUNT.test(one)) + 1;
    const [row] = filed.split('\n').slice(line - 1, line);
    const times = { echo: [], preview: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, [command, ready]] of Object.entries(VIEWS)) {
        await vscode.command(command);
        const view = await viewOf(vscode, ready);
        await vscode.page.keyboard.press('Control+1');
        await vscode.goTo(line);
        for (let at = 0; at < AMOUNT.exec(row)[0].length; at++) await vscode.page.keyboard.press('ArrowRight');
        await quiet(view);
        times[name].push(await keystrokes(vscode, view, ready));
        if (name === 'preview' && round === 0) {
          const frames = await view.evaluate(scrolled);
          console.log(
            `${size}: scrolled through, ${frames.length} frames, median ${show(median(frames))} ms, p95 ${show(quantile(frames, 0.95))} ms`,
          );
        }
        await vscode.command('View: Close Editors in Other Groups');
        await vscode.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
      }
    const of = (name, q) => quantile(times[name].flat(), q);
    const ratios = times.preview.map((own, at) => median(own) / median(times.echo[at]));
    const ratio = median(ratios);
    if (ratio > MOST) missed++;
    console.log(
      `${size} (${filed.length} characters): preview ${show(of('preview', 0.5))} ms (p95 ${show(of('preview', 0.95))}), ` +
        `echo ${show(of('echo', 0.5))} ms (p95 ${show(of('echo', 0.95))}); ${show(ratio)} × (${ratios.map(show).join(', ')})`,
    );
  } finally {
    await vscode.end();
    await endShared();
  }
}
process.exitCode = missed > 0 ? 1 : 0;
