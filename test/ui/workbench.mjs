// Drives the workbench as a hand would: what the tests need of its page, in their words.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../tools/chromium.mjs';
import { installExtensions, startServer, temporaryDir } from '../../tools/host.mjs';
import { root } from '../../tools/run.mjs';

const results = path.join(root, 'test-results/ui');
const PATIENCE = 20_000;

/**
 * Opens VS Code with the packed extension on a folder of the given files (name → text).
 * @param options.settings more settings of the user
 * @param options.prepare is given the folder of the installed extension before the editor starts
 * @param options.language the language of the display
 */
export async function openWorkbench(
  files,
  { vsix = path.join(root, 'form4.vsix'), settings: more = {}, prepare, language } = {},
) {
  fs.mkdirSync(results, { recursive: true });
  const dataDir = temporaryDir('ui');
  const folder = path.join(dataDir, 'filings');
  fs.mkdirSync(folder);
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const extensionsDir = path.join(dataDir, 'extensions');
  const browser = await launchBrowser();
  let server;
  const end = async () => {
    await browser.close();
    await server?.stop();
    // An extension host writes its last lines after the server has gone.
    for (
      const deadline = Date.now() + 15_000;
      fs.existsSync(dataDir);
      await new Promise((done) => setTimeout(done, 100))
    )
      try {
        fs.rmSync(dataDir, { recursive: true, force: true });
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
  };
  try {
    installExtensions([vsix], { dataDir, extensionsDir });
    const installed = fs.readdirSync(extensionsDir).find((name) => name.startsWith('form4.form4'));
    await prepare?.(path.join(extensionsDir, installed));
    const settings = {
      ...more,
      'editor.hover.above': false,
      'workbench.reduceMotion': 'on',
      'workbench.sideBar.location': 'right',
    };
    server = await startServer({ dataDir, extensionsDir, settings, log: path.join(results, 'server.log') });
    const page = await browser.newPage({ viewport: { width: 1340, height: 720 }, deviceScaleFactor: 1 });
    page.setDefaultTimeout(PATIENCE);
    if (language) await page.addInitScript(displayIn, language);
    page.on('console', (message) => fs.appendFileSync(path.join(results, 'browser.log'), `${message.text()}\n`));
    await page.goto(server.address(folder, [['skipWelcome', 'true']]));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
    return new Workbench(page, end, write, dataDir);
  } catch (error) {
    await end();
    throw error;
  }
}

class Workbench {
  constructor(page, end, write, dataDir) {
    this.dataDir = dataDir;
    this.page = page;
    this.end = end;
    /** Writes a file of the folder, as another program would. */
    this.write = write;
    this.editor = page.locator('.editor-instance').first();
    this.squiggles = page.locator('.editor-instance .squiggly-error');
    this.hover = page.locator('.monaco-hover:visible');
    this.problems = page.locator('.markers-panel');
    this.notifications = page.locator('.notification-toast');
  }

  /** Runs a command by its title, through the command palette. */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  }

  /** Opens a file in front, and waits until it has the language. */
  async open(name, language = 'Form 4') {
    await this.page.keyboard.press('Control+P');
    await this.page.locator('.quick-input-widget input').fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().click();
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.statusbar-item').filter({ hasText: language }).first().waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Opens the language menu of the status bar, whose items move about while a file opens. */
  async languageMenu() {
    const menu = this.page.locator('.hover-language-status');
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      await this.page.mouse.move(0, 0);
      await this.page.locator('[id="status.languageStatus"]').hover();
      if (
        await menu
          .first()
          .waitFor({ timeout: 2000 })
          .then(
            () => true,
            () => false,
          )
      )
        return menu;
    }
    throw new Error('the language menu does not open');
  }

  /** Moves the cursor to a line (from 1), which is then in view. */
  async goTo(line) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line},` })
      .waitFor();
    // The status bar shows the line as soon as it is typed: keys go to the editor when the box has given them back.
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
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

  /** Selects a word as a double click does. */
  async select(word, inLine) {
    const { x, y } = await this.place(word, inLine);
    await this.page.mouse.dblclick(x, y);
  }

  /** The middle of a text on the screen, wherever the tokens of its line begin and end. */
  async place(text, inLine = text) {
    const spot = await this.page.evaluate(find, { text, inLine });
    if (!spot) throw new Error(`${text} is not in view`);
    return spot;
  }

  /** Waits until one text is underlined as an error, and nothing else. */
  async underlined(text, inLine) {
    const deadline = Date.now() + PATIENCE;
    let boxes = [];
    while (Date.now() < deadline) {
      const { x, y } = await this.place(text, inLine);
      boxes = await this.squiggles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const [box] = boxes;
      if (boxes.length === 1 && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) return;
    }
    throw new Error(`${text} is not what is underlined: ${JSON.stringify(boxes)}`);
  }

  /** Puts the mouse on a text until the hover stands there. */
  async point(text, inLine) {
    const { x, y } = await this.place(text, inLine);
    await this.page.mouse.move(x - 40, y - 40);
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.hover.first().waitFor();
  }

  /** The lines that the extension has written into its output channel. */
  log() {
    const files = fs.readdirSync(this.dataDir, { recursive: true }).filter((file) => file.endsWith('Form 4.log'));
    if (files.length === 0) throw new Error('there is no output channel');
    return files.flatMap((file) => fs.readFileSync(path.join(this.dataDir, file), 'utf8').split('\n').filter(Boolean));
  }

  /** Keeps what the page looks like now. */
  async picture(name) {
    await this.page.evaluate(comeToRest);
    await this.page.screenshot({ path: path.join(results, `${name}.png`) });
  }
}

/** Runs in the page before the editor does: the editor asks here which language it has. */
function displayIn(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
}

/** Runs in the page: waits until what fades in has faded in; a blinking cursor may go on. */
async function comeToRest() {
  const passing = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map((one) => one.finished));
}

/** Runs in the page. The editor draws a space as a no-break space. */
function find({ text, inLine }) {
  const drawn = (string) => string.replaceAll('\u00a0', ' ');
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    if (!drawn(line.textContent).includes(inLine)) continue;
    const start = drawn(line.textContent).indexOf(text);
    if (start < 0) continue;
    const middle = start + Math.floor(text.length / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (before + node.length > middle) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      before += node.length;
    }
  }
  return undefined;
}
