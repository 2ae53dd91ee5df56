import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { openConnection, type Heard } from './client';
import type { Connection } from './supervisor';

/** What went wrong is in the output channel and in the status item; nothing of it deserves a notification. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export const connect =
  (context: ExtensionContext) =>
  async (heard: Heard): Promise<Connection> => {
    // Not every web host lets a worker be made from the extension's own address, but each takes one from the text of the bundle.
    const bundle = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/server.web.js'));
    const address = URL.createObjectURL(new Blob([bundle as BlobPart], { type: 'application/javascript' }));
    const worker = new Worker(address);
    const connection = await openConnection(context, heard, (options, over) => {
      worker.addEventListener('error', () => {
        worker.terminate();
        over();
      });
      return new QuietClient('form4', 'Form 4', worker, options);
    });
    URL.revokeObjectURL(address); // not before it is sure that the worker has read it
    return { ...connection, stop: () => connection.stop().finally(() => worker.terminate()) };
  };
