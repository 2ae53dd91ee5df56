import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openConnection, type Heard } from './client';
import type { Connection } from './supervisor';

/** What went wrong is in the output channel and in the status item; nothing of it deserves a notification. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export const connect = (context: ExtensionContext): ((heard: Heard) => Promise<Connection>) => {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return (heard) =>
    openConnection(context, heard, (options) => new QuietClient('form4', 'Form 4', { run, debug }, options));
};
