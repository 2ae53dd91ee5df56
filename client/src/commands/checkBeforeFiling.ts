import { commands, type Disposable } from 'vscode';
import type { Pages } from '../pages';

/** Says what stands between the filing in front and EDGAR, as if it were signed today. */
export const checkBeforeFiling = (pages: Pages): Disposable =>
  commands.registerCommand('form4.checkBeforeFiling', (given?: unknown) => pages.show('before-filing', given));
