// Entry for the desktop and for remote hosts: the server is a Node process of its own.
import type { ExtensionContext } from 'vscode';
import { start, stop } from './main';

export function activate(context: ExtensionContext): void {
  start(context, async () => (await import('./connect.node')).connect);
}

export function deactivate(): Promise<void> {
  return stop();
}
