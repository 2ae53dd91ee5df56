import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openConnection } from './client';
import type { Connect } from './supervisor';

/** What went wrong is in the output channel and in the status item; nothing of it deserves a notification. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export const connect = (context: ExtensionContext): Connect => {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return (lost) =>
    openConnection(context, lost, (options) => new QuietClient('form4', 'Form 4', { run, debug }, options));
};
