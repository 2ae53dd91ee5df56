import { commands, Disposable } from 'vscode';
import { operate } from '../operate';
import type { Supervisor } from '../supervisor';

/** Commands are `form4.` and the operation's id; what an operation must know it asks itself. */
const PLAIN: readonly string[] = [
  'footnote.insert',
  'footnote.delete',
  'footnote.moveUp',
  'footnote.moveDown',
  'footnote.merge',
  'footnote.sort',
  'row.new',
  'row.duplicate',
  'row.moveUp',
  'row.moveDown',
  'row.delete',
  'row.recompute',
  'row.shiftRight',
  'row.shiftLeft',
  'rows.paste',
  'rows.fills',
  'cell.next',
  'cell.previous',
  'filing.amend',
  'filing.split',
  'rows.exercise',
  'owner.seeRemarks',
];

/** One command for each operation, where the cursor stands; a key binding may bring answers along. */
export const operations = (server: Supervisor): Disposable =>
  Disposable.from(
    ...PLAIN.map((id) =>
      commands.registerCommand(`form4.${id}`, (answers?: Record<string, unknown>) =>
        operate(server, id, typeof answers === 'object' ? answers : {}),
      ),
    ),
  );
