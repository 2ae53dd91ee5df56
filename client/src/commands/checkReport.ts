import { commands, type Disposable } from 'vscode';
import type { Pages } from '../pages';

/** One page on the filing in front, to go with a proof. */
export const checkReport = (pages: Pages): Disposable =>
  commands.registerCommand('form4.checkReport', (given?: unknown) => pages.show('report', given));
