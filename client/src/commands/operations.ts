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
  'rows.fromLines',
  'cell.next',
  'cell.previous',
  'box.tick',
  'filing.again',
  'filing.amend',
  'filing.split',
  'rows.exercise',
  'owner.seeRemarks',
];

/** A key held down asks for the next cell before the one before is reached: each goes on from where the last one came to. */
const IN_TURN: ReadonlySet<string> = new Set(['cell.next', 'cell.previous']);

/** One command for each operation, where the cursor stands; a key binding may bring answers along. */
export function operations(server: Supervisor): Disposable {
  let last: Promise<unknown> = Promise.resolve();
  const run = (id: string, answers?: Record<string, unknown>): Promise<boolean> => {
    const done = (): Promise<boolean> => operate(server, id, typeof answers === 'object' ? answers : {});
    if (!IN_TURN.has(id)) return done();
    const next = last.then(done, done);
    last = next;
    return next;
  };
  return Disposable.from(
    ...PLAIN.map((id) =>
      commands.registerCommand(`form4.${id}`, (answers?: Record<string, unknown>) => run(id, answers)),
    ),
  );
}
