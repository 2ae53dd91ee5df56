import { commands, type Disposable } from 'vscode';
import type { Pages } from '../pages';

/** Says the filing in front in plain sentences, beside it. */
export const explainFiling = (pages: Pages): Disposable =>
  commands.registerCommand('form4.explainFiling', (given?: unknown) => pages.show('explain', given));
