import { commands, type Disposable } from 'vscode';
import { release } from '../heldBack';
import type { Pages } from '../pages';

/** Says what stands between the filing in front and EDGAR, as if it were signed today; nothing of it is held back any more. */
export const checkBeforeFiling = (pages: Pages): Disposable =>
  commands.registerCommand('form4.checkBeforeFiling', (given?: unknown) => {
    release();
    return pages.show('before-filing', given);
  });
