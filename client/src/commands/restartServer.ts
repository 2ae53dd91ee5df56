import { commands, type Disposable } from 'vscode';
import type { Supervisor } from '../supervisor';

export const restartServer = (server: Supervisor): Disposable =>
  commands.registerCommand('form4.restartServer', () => server.restart());
