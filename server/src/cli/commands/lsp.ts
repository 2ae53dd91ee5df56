import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `form4 lsp`: the language server on stdin and stdout, the same that the editor runs. It ends with its client. */
export async function lsp(): Promise<void> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  process.removeAllListeners('SIGINT');
  process.stdout.removeAllListeners('error');
  await import(pathToFileURL(path.join(__dirname, 'server.js')).href);
}
