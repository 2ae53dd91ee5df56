/** The server in Node: `--stdio`, or the channel of the process that started it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeRuntime } from './runtime.node';
import { startServer } from './server';
import { startStdio } from './stdio';

const TRANSPORTS = /^--(?:node-ipc|socket|pipe)(?:=|$)/;

if (process.argv.includes('--stdio')) startStdio();
else if (process.argv.some((argument) => TRANSPORTS.test(argument)))
  startServer(createConnection(ProposedFeatures.all), nodeRuntime);
else {
  process.stderr.write('form4: this is a language server: start it with --stdio or --node-ipc\n');
  process.exitCode = 2;
}
