/** The core behind the page of the form's editor, without an editor around it: a text, its form, and what changes it. */
import { editedForm, formChoices } from '../../../../server/src/features/formEdits';
import { linter } from '../../../../server/src/lint/linter';
import { read } from '../../../../server/src/readers';
import { applied } from '../../../../server/src/text/edits';
import { LineIndex } from '../../../../server/src/text/lines';
import { printedForm } from '../../../../server/src/writers/printedForm/form';
import type { PrintedForm } from '../../../../server/src/writers/printedForm/model';
import { placed } from '../../../../server/src/writers/printedForm/placed';
import { partsOf } from '../../../../webview/form/parts';
import type { FromEditor, ToEditor } from '../../../../webview/editor/messages';

const TODAY = 19_900;

/** A document as the extension has it: what the page says goes in, what it is sent comes out. */
export class FormDocument {
  version = 1;
  /** The texts before, for undo. */
  readonly past: string[] = [];
  saved: string | undefined;
  private told: PrintedForm | undefined;
  private nth = 0;
  private words: (message: ToEditor) => void = () => undefined;

  constructor(public text: string) {}

  connect(send: (message: ToEditor) => void): void {
    this.words = send;
  }

  change(text: string): void {
    this.past.push(this.text);
    this.text = text;
    this.version++;
    this.draw();
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    this.text = before;
    this.version++;
    this.draw();
  }

  draw(): void {
    this.words(this.message());
  }

  /** Sends all of the form the next time. */
  forget(): void {
    this.told = undefined;
  }

  /** The form as the page is sent it: what has changed since it was sent last. */
  message(): ToEditor {
    const filing = read(this.text);
    const form = printedForm(filing);
    const before = this.told;
    this.told = form;
    const { findings } = linter({ today: TODAY }).lint([filing], []);
    return {
      kind: 'form',
      version: this.version,
      parts: partsOf(before, form, ++this.nth),
      findings: placed(form, findings).map(({ address, severity, message }) => ({
        severity,
        message,
        ...(address !== undefined && { address }),
      })),
      ...formChoices(filing),
    };
  }

  heard(message: FromEditor): void {
    if (message.kind === 'ready') {
      this.forget();
      return this.draw();
    }
    if (message.kind === 'save') return void (this.saved = this.text);
    if (message.kind !== 'change') return;
    const { id, version, change, clipboard } = message;
    const options = { uri: 'a', version: this.version, documentChanges: false };
    const answers = clipboard === undefined ? {} : { clipboard };
    const done = editedForm(read(this.text), version, change, { answers, today: TODAY }, options);
    if (done.refused !== undefined || done.asks) {
      if (done.stale) this.draw();
      return this.words({ kind: 'answered', id, refused: done.refused ?? 'asked' });
    }
    const lines = new LineIndex(this.text);
    const edits = (done.edit?.changes?.a ?? []).map(({ range, newText }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      newText,
    }));
    if (edits.length > 0) this.change(applied(this.text, edits));
    this.words({
      kind: 'answered',
      id,
      version: this.version,
      ...(done.remark !== undefined && { remark: done.remark }),
    });
  }
}
