// Entry for a browser: the server is one worker.
import type { ExtensionContext } from 'vscode';
import { start, stop } from './main';

export function activate(context: ExtensionContext): void {
  start(context, async () => (await import('./connect.web')).connect);
}

export function deactivate(): Promise<void> {
  return stop();
}
