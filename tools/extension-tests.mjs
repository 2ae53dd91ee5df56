// Runs an extension test suite in a real extension host: VS Code's server, driven by a headless browser.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './chromium.mjs';
import { drawLess, startServer, temporaryDir } from './host.mjs';

/** How long the suite may say nothing: longer than its slowest test may take. A busy machine may be slow, but not silent. */
const SILENCE = 300_000;
// The workbench's own log arrives by the same door as the tests' output.
const NOISE =
  /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Ignoring fetching additional builtin|Updating additional builtin|\[Service Worker\]|ChatSessionStore:|Creation of workbench contribution|\[reconnection-grace-time\]|\[ChatModelSelection\])/;

/**
 * The contract of @vscode/test-electron's own runner. The folder is opened as a copy: the web workbench may save files by itself.
 * @returns the exit code
 */
export async function runExtensionTests({ extensionDevelopmentPath, extensionTestsPath, folder }) {
  const logs = process.env.FORM4_TEST_LOGS ?? temporaryDir('logs');
  const dataDir = temporaryDir('vscode');
  const workspace = path.join(dataDir, 'workspace');
  fs.cpSync(folder, workspace, { recursive: true });
  const browserLog = [];
  const browser = await launchBrowser();
  let server;
  let page;
  try {
    server = await startServer({
      settings: drawLess,
      dataDir,
      extensionsDir: path.join(dataDir, 'extensions'),
      args: ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'],
      log: path.join(logs, 'server.log'),
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => browserLog.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => browserLog.push(`[error] ${error.stack}`));
    const ended = testsEnded(page, server, logs);
    const payload = [
      ...extensionDevelopmentPath.map((dir) => ['extensionDevelopmentPath', server.uri(dir)]),
      ['extensionTestsPath', server.uri(extensionTestsPath)],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ];
    await page.goto(server.address(workspace, payload));
    return await ended;
  } catch (error) {
    await page?.screenshot({ path: path.join(logs, 'failure.png') }).catch(() => {});
    throw error;
  } finally {
    await browser.close();
    await server?.stop();
    fs.writeFileSync(path.join(logs, 'browser.log'), browserLog.join('\n'));
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Resolves to the code that the workbench reports when the suite is over, and keeps the logs it hands out. */
function testsEnded(page, server, logs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The tests have said nothing for ${SILENCE / 1000} s.`)), SILENCE);
    server.exited.then((how) => reject(new Error(`VS Code ended (${how}) before the tests did.`)));
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    page.exposeFunction('codeAutomationLog', (type, args) => {
      if (NOISE.test(String(args[0]))) return;
      timer.refresh();
      (type === 'error' || type === 'warn' ? console.error : console.log)(...args);
    });
    page.exposeFunction('codeAutomationExit', (code, files = []) => {
      clearTimeout(timer);
      for (const { relativePath, contents } of files) {
        const file = path.join(logs, relativePath);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, contents);
      }
      resolve(code);
    });
  });
}
