/** The server in Node: `--stdio`, or the channel of the process that started it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepCompiled } from '../node/compiled';
import { startFirst, type StartRest } from './first.node';
import { stdioConnection } from './stdio';

/** The library is there once: in rest.js, `vscode-languageserver` is this file (esbuild.mjs). */
export * from 'vscode-languageserver/node';

const TRANSPORTS = /^--(?:node-ipc|socket|pipe)(?:=|$)/;

const load = (): StartRest => {
  keepCompiled();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- when it is first needed, and at once
  return (require('./rest.js') as typeof import('./rest.node')).startRest;
};

if (process.argv.includes('--stdio')) startFirst(stdioConnection, load);
else if (process.argv.some((argument) => TRANSPORTS.test(argument)))
  startFirst((options) => createConnection(ProposedFeatures.all, options), load);
else {
  process.stderr.write('form4: this is a language server: start it with --stdio or --node-ipc\n');
  process.exitCode = 2;
}
