#!/usr/bin/env node
// Takes the arguments of the desktop `code` that @vscode/test-electron passes, and runs the tests in the workbench of tools/workbench.
import { parseArgs } from 'node:util';
import { runExtensionTests } from './extension-tests.mjs';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
  },
  allowPositionals: true,
  strict: false, // the flags that matter to a desktop only
});
if (!values.extensionTestsPath || positionals.length !== 1) {
  console.error('usage: code.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE');
  process.exit(2);
}
try {
  process.exit(await runExtensionTests({ ...values, folder: positionals[0] }));
} catch (error) {
  console.error(error);
  process.exit(1);
}
