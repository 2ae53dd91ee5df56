// The in-editor suite through @vscode/test-electron. VSCODE_EXECUTABLE names a desktop VS Code to run it in, VSCODE_VERSION one to
// download; without either it runs in the workbench of tools/workbench.
import { runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const { VSCODE_EXECUTABLE, VSCODE_VERSION } = process.env;
const logs = path.join(root, 'test-results/in-editor');
const result = path.join(logs, 'result.json');
fs.rmSync(logs, { recursive: true, force: true });
fs.mkdirSync(logs, { recursive: true });

process.env.FORM4_TEST_LOGS = logs;
process.env.FORM4_TEST_RESULT = result;
const editor = VSCODE_VERSION
  ? { version: VSCODE_VERSION }
  : { vscodeExecutablePath: VSCODE_EXECUTABLE ?? path.join(root, 'tools/code.mjs') };
try {
  await runTests({
    ...editor,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/test/vscode/index.js'),
    launchArgs: [path.join(root, 'samples')],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
// The workbench reports success for an extension host that died: only the suite's own last word counts.
if (!fs.existsSync(result)) {
  console.error('The extension host ended before the tests did.');
  process.exitCode = 1;
}
