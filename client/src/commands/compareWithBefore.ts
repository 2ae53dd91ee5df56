import { commands, type Disposable } from 'vscode';
import type { Pages } from '../pages';

/** Shows what the filing in front says otherwise than the one before it in its folder, beside it. */
export const compareWithBefore = (pages: Pages): Disposable =>
  commands.registerCommand('form4.compareWithBefore', (given?: unknown) => pages.show('before', given));
