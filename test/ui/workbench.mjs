// Drives the workbench as a hand would: what the tests need of its page, in their words.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../tools/chromium.mjs';
import { drawLess, installExtensions, setSettings, startServer, temporaryDir } from '../../tools/host.mjs';
import { root } from '../../tools/run.mjs';
import { comeToRest, displayIn, find, frames, rowsOfBox } from './page.mjs';

const results = path.join(root, 'test-results/ui');
/** How long a state is waited for before its test fails: not how long anything takes, so that a busy machine changes nothing. */
const PATIENCE = 60_000;
/** After so long a click that something is in the way of is tried anew. */
const CLICK = 2_000;
/** So many frames a box is waited for, or a palette looked at, before it is opened anew. */
const FRAMES = 60;

/** Removes a folder that programs which are ending still write into. */
async function remove(dir) {
  for (const deadline = Date.now() + PATIENCE; fs.existsSync(dir); await new Promise((done) => setTimeout(done, 100)))
    try {
      fs.rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
}

/** VS Code's server with the packed extension. `settings` is put where the user's settings are, `end` stops it. */
async function startWithExtension({ vsix = path.join(root, 'form4.vsix'), settings, prepare, beside = [] }) {
  fs.mkdirSync(results, { recursive: true });
  const dataDir = temporaryDir('ui');
  const extensionsDir = path.join(dataDir, 'extensions');
  installExtensions([vsix, ...beside], { dataDir, extensionsDir });
  const installed = fs.readdirSync(extensionsDir).find((name) => name.startsWith('form4.form4'));
  await prepare?.(path.join(extensionsDir, installed));
  const server = await startServer({ dataDir, extensionsDir, settings, log: path.join(results, 'server.log') });
  const end = async () => {
    await server.stop();
    await remove(dataDir);
  };
  return { server, dataDir, end };
}

const quiet = {
  ...drawLess,
  'editor.hover.above': false,
  'workbench.sideBar.location': 'right',
};
/** One browser for all tests, and one server for all that want nothing else of it: each test has a window of its own. */
let browser;
let usual;
/** Ends what the windows share; the tests need not say it. */
export async function endShared() {
  const ending = [browser, usual];
  browser = usual = undefined;
  await (await ending[0])?.close();
  await (await ending[1])?.end();
}
globalThis.after?.(endShared);

/** The server that most windows share, with the settings it began with, whatever the window before has set. */
async function usualServer() {
  usual ??= startWithExtension({ settings: quiet });
  const { server, dataDir } = await usual;
  setSettings(dataDir, quiet);
  return { server, dataDir, end: () => undefined };
}

/**
 * Opens VS Code with the packed extension on a folder of the given files (name → text).
 * @param options.settings more settings of the user
 * @param options.prepare is given the folder of the installed extension before the editor starts
 * @param options.language the language of the display
 * @param options.empty whether the window has no folder
 * @param options.beside other extensions, packed, that are installed too
 * @param options.alone whether the server is no other window's: for tests of its processes and its logs
 */
export async function openWorkbench(files, { language, empty = false, ...own } = {}) {
  const { server, dataDir, end } =
    Object.keys(own).length > 0
      ? await startWithExtension({ ...own, settings: { ...own.settings, ...quiet } })
      : await usualServer();
  const folder = path.join(temporaryDir('ui-folder'), 'filings');
  fs.mkdirSync(folder);
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  browser ??= launchBrowser();
  const context = await (await browser).newContext({ viewport: { width: 1340, height: 720 }, deviceScaleFactor: 1 });
  const endAll = async () => {
    await context.close();
    await end();
    await remove(path.dirname(folder));
  };
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    if (language) await page.addInitScript(displayIn, language);
    page.on('console', (message) => fs.appendFileSync(path.join(results, 'browser.log'), `${message.text()}\n`));
    await page.goto(server.address(empty ? undefined : folder, [['skipWelcome', 'true']]));
    await page
      .locator(empty ? '.part.statusbar .statusbar-item' : '.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor();
    const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
    return new Workbench(page, endAll, { folder, write, read }, dataDir);
  } catch (error) {
    await endAll();
    throw error;
  }
}

class Workbench {
  constructor(page, end, { folder, write, read }, dataDir) {
    /** Where the files are that the window was opened on. */
    this.folder = folder;
    this.dataDir = dataDir;
    this.page = page;
    this.end = end;
    /** Writes a file of the folder, as another program would. */
    this.write = write;
    /** A file of the folder, as it is saved. */
    this.read = read;
    this.editor = page.locator('.editor-instance').first();
    this.squiggles = page.locator('.editor-instance .squiggly-error');
    this.hover = page.locator('.monaco-hover:visible');
    this.problems = page.locator('.markers-panel');
    this.notifications = page.locator('.notification-toast');
    /** The box at the top that asks for a command, a file, a line, or what an extension wants to know. */
    this.box = page.locator('.quick-input-widget:visible');
  }

  /**
   * Asks once a frame, and more seldom the longer it takes, until the answer is good, which is then given back. To ask each
   * frame takes half of a processor from what is waited for.
   * @param what is said where it does not become so
   */
  async until(what, ask, good = Boolean) {
    const deadline = Date.now() + PATIENCE;
    for (let asked = 1; ; asked++) {
      const answer = await ask();
      if (good(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`Not so in time: ${what}; ${JSON.stringify(answer)}`);
      await this.page.evaluate(frames, Math.min(12, Math.ceil(asked / 4)));
    }
  }

  /**
   * Presses a key until something is seen. A page in a frame that is still loading swallows a key, and what was typed just
   * before may close a box: where nothing comes for a while it is pressed again, as a person would.
   */
  pressUntil(key, what, seen) {
    return this.until(what, async () => {
      await this.page.keyboard.press(key);
      for (let frame = 0; frame < FRAMES; frame++) {
        if (await seen()) return true;
        await this.page.evaluate(frames, 1);
      }
      return false;
    });
  }

  /** Opens the box at the top with a key, and writes into it. */
  async ask(key, words) {
    const input = this.box.locator('input:focus').first();
    await this.pressUntil(key, `the box that ${key} opens`, () => input.isVisible());
    await this.box.locator('input').fill(words);
  }

  /**
   * Takes the row of the box at the top whose words begin so.
   * @param typed whether the list is one that was brought down to what is typed: before that it still shows other rows
   */
  async pick(words, typed = true) {
    const rows = () => this.page.evaluate(rowsOfBox);
    const begins = ({ label }) => label.startsWith(words);
    const there = await this.until(`a row ${words}`, rows, (all) =>
      all.some((row) => begins(row) && (row.found || !typed)),
    );
    for (
      let more = there.length;
      more > 0 && !(await rows()).find(({ focused }) => focused)?.label.startsWith(words);
      more--
    )
      await this.page.keyboard.press('ArrowDown');
    await this.until(`${words} is the row that Enter takes`, rows, (all) =>
      all.some((row) => row.focused && begins(row)),
    );
    await this.page.keyboard.press('Enter');
    await this.until(`${words} is taken`, rows, (all) => !all.some((row) => row.focused && begins(row)));
  }

  /** The row of the box at the top that Enter takes; undefined where there is none. */
  async focusedRow() {
    return (await this.page.evaluate(rowsOfBox)).find(({ focused }) => focused)?.label;
  }

  /** A line of the editor with some words in it. */
  line(words) {
    return this.page.locator('.editor-instance .view-line').filter({ hasText: words }).first();
  }

  /** The text of the file in front, as it is copied; the cursor stays where it is. */
  async wholeText() {
    const { keyboard } = this.page;
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await keyboard.press('Control+A');
    await keyboard.press('Control+C');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Waits until what follows the cursor is done: the way to the place of the cursor stands above the text. */
  async inRow() {
    await this.page.locator('.breadcrumbs-control').filter({ hasText: 'Table I' }).first().waitFor();
  }

  /** How many errors the status bar counts, which it shows first. */
  async errorsShown() {
    return parseInt((await this.page.locator('[id="status.problems"]').innerText()).trim(), 10);
  }

  /** Runs a command by its title, through the command palette. */
  async command(title) {
    // A palette that was opened before the editor knew the file for a Form 4 never shows its commands: it is opened anew.
    await this.until(`the command ${title} in the palette`, async () => {
      await this.ask('F1', `>${title}`);
      for (let frame = 0; frame < FRAMES; frame++) {
        const rows = await this.page.evaluate(rowsOfBox);
        if (rows.some(({ label, found }) => found && label.startsWith(title))) return true;
        await this.page.evaluate(frames, 1);
      }
      await this.page.keyboard.press('Escape');
      await this.box.waitFor({ state: 'hidden' });
      return false;
    });
    await this.pick(title);
  }

  /** Runs the last command again, which is the first of the palette. */
  async lastCommand(title) {
    await this.pressUntil('F1', `the last command is ${title}`, async () =>
      (await this.focusedRow())?.startsWith(title),
    );
    await this.page.keyboard.press('Enter');
  }

  /** Exports a proof of a kind, once the name that is offered for it is this one. */
  async exportProof(kind, file) {
    await this.command('Form 4: Export Proof');
    await this.pick(kind, false);
    const name = this.box.locator('input:focus');
    await this.until(
      'the name of the proof',
      () => name.inputValue().catch(() => ''),
      (value) => value.endsWith(file),
    );
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file in front, and waits until it is shown in its language and has the keys. */
  async open(name, language = 'Form 4') {
    await this.ask('Control+P', name);
    await this.pick(name);
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page
      .locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"] .view-line`)
      .first()
      .waitFor();
    await this.page.locator('[id="status.editor.mode"]').filter({ hasText: language }).waitFor();
  }

  /** Closes all editors; what is not saved is asked about. */
  async closeAll() {
    await this.command('View: Close All Editors');
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
  }

  /** Gives the editor the whole width. */
  async hideSideBar() {
    await this.command('View: Toggle Primary Side Bar Visibility');
    await this.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** Opens the language menu of the status bar, whose items move about while a file opens. */
  async languageMenu() {
    const menu = this.page.locator('.hover-language-status');
    await this.until('the language menu', async () => {
      if (await menu.first().isVisible()) return true;
      await this.page.mouse.move(0, 0); // what is said of a neighbour may lie over it
      const item = this.page.locator('[id="status.languageStatus"]');
      await item.click({ timeout: CLICK }).catch(() => undefined);
      return menu.first().isVisible();
    });
    return menu;
  }

  /** Moves the cursor to a line of Table I, and waits until the server has said that it is one: the way to it stands above the text. */
  async goToRow(line) {
    await this.goTo(line);
    await this.page.locator('.breadcrumbs-control').filter({ hasText: 'Table I' }).first().waitFor();
  }

  /** Where the cursor is and how much is selected, as the status bar says it. */
  position() {
    return this.page.locator('[id="status.editor.selection"]').innerText();
  }

  /** Moves the cursor to the beginning of a line (from 1), which is then in view. */
  async goTo(line) {
    await this.ask('Control+G', `:${line}`);
    await this.page.keyboard.press('Enter');
    // The status bar shows the line as soon as it is typed: keys go to the editor when the box has given them back.
    await this.box.waitFor({ state: 'hidden' });
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await this.until(
      `the cursor is on line ${line}`,
      () => this.position(),
      (at) => at === `Ln ${line}, Col 1`,
    );
  }

  /** Scrolls the text up by so many lines; the cursor stays. */
  async scroll(lines) {
    for (let line = 0; line < lines; line++) await this.page.keyboard.press('Control+ArrowDown');
  }

  /** The token with this text in a line that has another text. */
  token(text, inLine = '') {
    const line = this.page.locator('.editor-instance .view-line').filter({ hasText: inLine });
    return line.locator('span > span').filter({ hasText: text }).first();
  }

  /** The middle of a text on the screen, wherever the tokens of its line begin and end, once it stands still with nothing before it. */
  async place(text, inLine = text) {
    let last;
    return this.until(`${text} stands still and is to be seen`, async () => {
      const before = last;
      last = await this.page.evaluate(find, { text, inLine });
      if (last?.behind) await this.page.mouse.move(0, 0); // a hover goes when the mouse does
      return before && last && !last.behind && before.x === last.x && before.y === last.y ? last : undefined;
    });
  }

  /** Puts the cursor into a text with a click. */
  click(text, inLine) {
    return this.clickUntil(text, inLine, 1, ({ line, from, to }, at) => {
      const [, atLine, column] = /^Ln (\d+), Col (\d+)$/.exec(at)?.map(Number) ?? [];
      return atLine === line && from <= column && column <= to;
    });
  }

  /** Selects a word with a double click. */
  select(word, inLine) {
    return this.clickUntil(
      word,
      inLine,
      2,
      ({ line, to }, at) => at === `Ln ${line}, Col ${to} (${word.length} selected)`,
    );
  }

  /** Clicks until the status bar says that a click has met: one that is made while the text moves goes elsewhere. */
  clickUntil(text, inLine, clickCount, met) {
    return this.until(`the cursor is at ${text}`, async () => {
      const spot = await this.place(text, inLine);
      if (spot.focused && met(spot, await this.position())) return true;
      await this.page.mouse.click(spot.x, spot.y, { clickCount });
      return false;
    });
  }

  /** Types words where the cursor is, and waits until they stand in a line that has another text. */
  async type(words, inLine = words) {
    await this.page.keyboard.type(words);
    await this.place(words, inLine);
  }

  /** Waits until one text is underlined as an error, and nothing else. */
  async underlined(text, inLine) {
    await this.until(
      `${text} is what is underlined`,
      async () => {
        const spot = await this.place(text, inLine);
        return {
          spot,
          boxes: await this.squiggles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())),
        };
      },
      ({ spot: { x, y }, boxes }) =>
        boxes.length === 1 && boxes.every((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom),
    );
  }

  /** Keeps the mouse on a text until a hover with some words stands there. */
  async point(text, inLine, words) {
    const hover = this.hover.filter({ hasText: words }).first();
    let side = 1;
    await this.until(`a hover at ${text} that says ${words}`, async () => {
      const spot = await this.page.evaluate(find, { text, inLine });
      // A hover is asked for by a mouse that moves, and not in a text that has changed since.
      if (spot && !spot.behind) await this.page.mouse.move(spot.x + (side = -side), spot.y);
      return hover.isVisible();
    });
  }

  /** Takes the mouse away, and with it every hover. */
  async noHover() {
    await this.page.mouse.move(0, 0);
    await this.page.locator('.monaco-hover:visible').first().waitFor({ state: 'detached' });
  }

  /** The processes of this workbench that run a file of the extension (Linux). */
  processes(file) {
    const command = (pid) => {
      try {
        return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return ''; // it has ended meanwhile
      }
    };
    const all = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return all.filter((pid) => command(pid).includes(this.dataDir) && command(pid).includes(file)).map(Number);
  }

  /** The lines that the extension has written into its output channel. */
  log() {
    const files = fs.readdirSync(this.dataDir, { recursive: true }).filter((file) => file.endsWith('Form 4.log'));
    if (files.length === 0) throw new Error('there is no output channel');
    return files.flatMap((file) => fs.readFileSync(path.join(this.dataDir, file), 'utf8').split('\n').filter(Boolean));
  }

  /** Waits until the editor has kept what is not saved, with some words in it, of which one should be the document's name. */
  backedUp(...words) {
    const backups = () =>
      fs
        .readdirSync(this.dataDir, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile() && one.parentPath.includes('Backups'))
        .map(({ parentPath, name }) => fs.readFileSync(path.join(parentPath, name), 'utf8'));
    return this.until('the backup is written', () =>
      backups().some((kept) => words.every((each) => kept.includes(each))),
    );
  }

  /** Keeps what the page looks like now. */
  async picture(name) {
    await this.page.evaluate(comeToRest);
    await this.page.screenshot({ path: path.join(results, `${name}.png`) });
  }
}
