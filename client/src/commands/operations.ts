import { commands, Disposable } from 'vscode';
import { operate } from '../operate';
import type { Supervisor } from '../supervisor';

/** Commands that ask the user nothing: `form4.` and the operation's id. */
const PLAIN: readonly string[] = [];

/** One command for each operation that can be made as it is, where the cursor stands. */
export const operations = (server: Supervisor): Disposable =>
  Disposable.from(...PLAIN.map((id) => commands.registerCommand(`form4.${id}`, () => operate(server, id))));
