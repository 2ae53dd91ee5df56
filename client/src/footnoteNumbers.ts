import {
  Range,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { FORM4, isForm4 } from './documents';
import { Drawing } from './drawing';
import type { FootnoteNumber } from '../../server/src/protocol';
import type { Supervisor } from './supervisor';

/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

/** Draws the number of each footnote before its bullet, unless that is turned off. It is never part of the text. */
export class FootnoteNumbers extends Drawing {
  constructor(private readonly server: Supervisor) {
    const before = { color: new ThemeColor('descriptionForeground'), margin: '0 1ch 0 0', fontStyle: 'italic' };
    super(window.createTextEditorDecorationType({ before }), `${FORM4}.footnoteNumbers`);
  }

  protected override isWanted(document: TextDocument): boolean {
    return wanted(document);
  }

  protected override async draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const params = { textDocument: { uri: document.uri.toString() } };
    const numbers = wanted(document) ? await this.server.request('form4/footnoteNumbers', params) : [];
    // What was typed meanwhile is drawn when it comes to rest.
    if (document.version !== version) return;
    const widest = Math.max(0, ...(numbers ?? []).map(({ number }) => String(number).length));
    editor.setDecorations(
      this.type,
      (numbers ?? []).map((one) => drawn(one, widest)),
    );
  }
}

const wanted = (document: TextDocument): boolean =>
  isForm4(document) && workspace.getConfiguration(FORM4, document).get('footnoteNumbers', true);

function drawn({ number, range }: FootnoteNumber, widest: number): DecorationOptions {
  const { line, character } = range.start;
  return {
    range: new Range(line, character, line, character),
    renderOptions: { before: { contentText: String(number).padStart(widest, FIGURE_SPACE) } },
  };
}
