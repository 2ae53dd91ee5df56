import {
  createConnection,
  ProposedFeatures,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver/node';
import { framingWatch } from './framing';
import { StdioWriter } from './stdioWriter';

/** The connection over stdin and stdout: `dist/server.js --stdio`, `form4 lsp --stdio`. Ends the process when the client does. */
export function stdioConnection(options: ConnectionOptions): Connection {
  const watch = framingWatch((reason) => {
    process.stderr.write(`form4: what came in is not LSP: ${reason}\n`);
    process.exit(1);
  });
  process.stdin.on('data', watch);
  // A client that is gone reads nothing more: the end of stdin says the rest.
  process.stdout.on('error', () => process.exit(1));
  // The library takes a stream to read from beside a writer, and ends the process with the stream; its types do not say so.
  const writer = new StdioWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer, options);
}
