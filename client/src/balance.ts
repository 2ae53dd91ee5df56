import {
  l10n,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { FORM4, isForm4 } from './documents';
import { Drawing } from './drawing';
import type { Balances, RowBalance } from '../../server/src/protocol';
import type { Supervisor } from './supervisor';

/** Draws the running balance behind the rows of Table I, for whoever turns it on. It is never part of the text. */
export class BalanceDecorations extends Drawing {
  constructor(private readonly server: Supervisor) {
    super(window.createTextEditorDecorationType({}), FORM4);
  }

  protected override isWanted(document: TextDocument): boolean {
    return wanted(document) !== 'off';
  }

  protected override async draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const what = wanted(document);
    const { version } = document;
    const answer = what === 'off' ? undefined : await this.#ask(document);
    // What was typed meanwhile is drawn when it comes to rest.
    if (document.version !== version || wanted(document) !== what) return;
    const shown = (answer?.rows ?? []).filter(
      ({ state, line }) => line < document.lineCount && (what === 'all' || state === 'wrong'),
    );
    const more = what === 'all' ? (answer?.more ?? 0) : 0;
    editor.setDecorations(
      this.type,
      shown.map((row) => decoration(document, row, row === shown.at(-1) ? more : 0)),
    );
  }

  async #ask(document: TextDocument): Promise<Balances | undefined> {
    const params = { textDocument: { uri: document.uri.toString() } };
    return (await this.server.request('form4/balance', params)) ?? undefined;
  }
}

type Wanted = 'off' | 'problems' | 'all';

const wanted = (document: TextDocument): Wanted =>
  isForm4(document) ? workspace.getConfiguration(FORM4, document).get<Wanted>('runningBalance', 'off') : 'off';

const COLOURS = {
  agrees: 'editorInlayHint.foreground',
  differs: 'editorInlayHint.foreground',
  wrong: 'editorError.foreground',
};

function decoration(document: TextDocument, row: RowBalance, more: number): DecorationOptions {
  const { range } = document.lineAt(row.line);
  const words = [wordsOf(row), ...(more > 0 ? [l10n.t('{0} more rows not shown', more)] : [])].join(' · ');
  const color = new ThemeColor(COLOURS[row.state]);
  const after = { contentText: words, color, margin: '0 0 0 3ch', fontStyle: 'italic' };
  return { range: range.with(range.end), renderOptions: { after } };
}

/** `9,503 + 693 = 10,196`, and what the row says where that is something else. */
function wordsOf({ sum, expected, stated, state }: RowBalance): string {
  if (state === 'agrees') return `${sum} = ${expected}`;
  return l10n.t('{0} = {1}, here {2}', sum, expected, stated);
}
