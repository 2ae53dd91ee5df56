/** The core behind the page of the form's editor, without an editor around it: a text, its form, and what changes it. */
import { editedForm, formChoices } from '../../../server/src/features/formEdits';
import { linter } from '../../../server/src/lint/linter';
import { read } from '../../../server/src/readers';
import { applied } from '../../../server/src/text/edits';
import { LineIndex } from '../../../server/src/text/lines';
import { printedForm } from '../../../server/src/writers/printedForm/form';
import { placed } from '../../../server/src/writers/printedForm/placed';
import type { FromEditor, ToEditor } from '../../../webview/editor/messages';

const TODAY = 19_900;

/** A document as the extension has it: what the page says goes in, what it is sent comes out. */
export class FormDocument {
  version = 1;
  /** The texts before, for undo. */
  readonly past: string[] = [];
  saved: string | undefined;
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

  /** The form as the page is sent it. */
  message(): ToEditor {
    const filing = read(this.text);
    const form = printedForm(filing);
    const { findings } = linter({ today: TODAY }).lint([filing], []);
    return {
      kind: 'form',
      version: this.version,
      form,
      findings: placed(form, findings).map(({ address, severity, message }) => ({
        severity,
        message,
        ...(address !== undefined && { address }),
      })),
      ...formChoices(filing),
    };
  }

  heard(message: FromEditor): void {
    if (message.kind === 'ready') return this.draw();
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
