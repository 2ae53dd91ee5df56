import {
  createConnection,
  ProposedFeatures,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver/node';
import { framingWatch } from './framing';

/** The connection over stdin and stdout: `dist/server.js --stdio`, `form4 lsp --stdio`. Ends the process when the client does. */
export function stdioConnection(options: ConnectionOptions): Connection {
  const watch = framingWatch((reason) => {
    process.stderr.write(`form4: what came in is not LSP: ${reason}\n`);
    process.exit(1);
  });
  process.stdin.on('data', watch);
  // A client that is gone reads nothing more: the end of stdin says the rest.
  process.stdout.on('error', () => process.exit(1));
  return createConnection(ProposedFeatures.all, process.stdin, process.stdout, options);
}
