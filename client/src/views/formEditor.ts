import {
  commands,
  Disposable,
  env,
  l10n,
  Range,
  ViewColumn,
  window,
  workspace,
  type CustomTextEditorProvider,
  type ExtensionContext,
  type Position,
  type TextDocument,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import { FROM_EDITOR, type FromEditor, type ToEditor } from '../../../webview/editor/messages';
import { partsOf } from '../../../webview/form/parts';
import type { EditedForm, EditFormParams, OfferedFix, PrintedFiling } from '../../../server/src/protocol';
import { ask } from '../ask';
import { converse, type Answers, type Turn } from '../converse';
import { FORM_EDITOR, formShows } from '../inFront';
import { editOf } from '../operate';
import type { Supervisor } from '../supervisor';
import { editorWords } from './editorWords';
import { fixesOf, makeFix } from './fixes';
import { placeOf } from './formPlaces';
import { hear, webviewHtml, webviewOptions } from './webview';

/** Shows filings as forms to be filled in. The text of the document is the one truth: every change is an edit of it. */
export class FormEditors implements CustomTextEditorProvider, Disposable {
  readonly #open = new Set<FormEditor>();
  /** Where the cursor was in a text that is opened as a form: of several filings that one is meant. */
  readonly #places = new Map<string, Position>();
  readonly #registered: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: Supervisor,
  ) {
    this.#registered = window.registerCustomEditorProvider(FORM_EDITOR, this, {
      // What is typed and not set yet, and where the focus is, outlive a look at another tab.
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    });
  }

  /** Opens a document as its form, of several filings the one at the place. */
  async show(uri: Uri, place: Position | undefined): Promise<void> {
    if (place) this.#places.set(uri.toString(), place);
    await commands.executeCommand('vscode.openWith', uri, FORM_EDITOR);
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
    this.server.start();
    const key = document.uri.toString();
    const editor = new FormEditor(this.server, document, panel, this.context, this.#places.get(key));
    this.#places.delete(key);
    this.#open.add(editor);
    panel.onDidDispose(() => {
      this.#open.delete(editor);
      editor.dispose();
    });
  }

  /** Draws all forms anew, as when another server has come up. */
  renewAll(): void {
    for (const editor of this.#open) editor.draw();
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

class FormEditor implements Disposable {
  readonly #listeners: Disposable;
  /** Messages are answered one after the other: each change is for the text that the one before has left. */
  #last: Promise<void> = Promise.resolve();
  #drawing: Promise<void> | undefined;
  #drawAgain = false;
  /** The form that was sent last. */
  #shown: PrintedFiling | undefined;
  /** How many forms were sent: the page draws each on the one before. */
  #nth = 0;
  readonly #fixes = new Map<number, readonly OfferedFix[]>();
  #isClosed = false;
  /** Which filing of a text of several it is, from 1, once that is known. */
  #filing: number | undefined;

  constructor(
    private readonly server: Supervisor,
    private readonly document: TextDocument,
    private readonly panel: WebviewPanel,
    context: ExtensionContext,
    private readonly place: Position | undefined,
  ) {
    const { webview } = panel;
    webview.options = webviewOptions(context);
    this.#listeners = Disposable.from(
      hear(webview, FROM_EDITOR, (message) => {
        this.#last = this.#last.then(() => this.#heard(message)).catch(() => undefined);
      }),
      workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (changed === document && contentChanges.length > 0) this.draw();
      }),
    );
    webview.html = webviewHtml(context, webview, 'editor', env.language);
  }

  /** Sends the form of the text as it is; while one is on its way, once more behind it. */
  draw(): void {
    if (this.#drawing) this.#drawAgain = true;
    else
      this.#drawing = this.#send().finally(() => {
        this.#drawing = undefined;
        if (this.#drawAgain) {
          this.#drawAgain = false;
          this.draw();
        }
      });
  }

  async #send(): Promise<void> {
    const textDocument = { uri: this.document.uri.toString() };
    const position = this.place && { line: this.place.line, character: this.place.character };
    const printed = await this.server.request('form4/printedForm', {
      textDocument,
      ...(this.#filing === undefined ? position && { position } : { filing: this.#filing }),
    });
    this.#filing ??= printed?.filing;
    const choices = printed && (await this.server.request('form4/formChoices', { textDocument, ...this.#which() }));
    if (!printed || !choices) {
      this.#shown = undefined;
      return this.#post({
        kind: 'nothing',
        why: l10n.t('This is no Form 4, or the Form 4 server is not running yet.'),
      });
    }
    const { version, form, findings } = printed;
    // The server may have been asked before it was told of a change.
    if (version !== this.document.version) this.#drawAgain = true;
    formShows(this.document.uri, this.document.positionAt(form.periodOfReport.span.start));
    if (version !== this.#shown?.version) this.#fixes.clear();
    const parts = partsOf(this.#shown?.form, form, ++this.#nth);
    this.#shown = printed;
    this.#post({
      kind: 'form',
      version,
      parts,
      findings: findings.map(({ address, severity, message }) => ({
        severity,
        message,
        ...(address !== undefined && { address }),
      })),
      ...choices,
    });
  }

  #which(): { readonly filing?: number } {
    return this.#filing === undefined ? {} : { filing: this.#filing };
  }

  #post(message: ToEditor): void {
    // What was on its way when the view was closed has nowhere to go.
    if (!this.#isClosed) void this.panel.webview.postMessage(message);
  }

  async #heard(message: FromEditor): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#shown = undefined;
        this.#post({ kind: 'words', words: editorWords() });
        return this.draw();
      case 'change':
        return this.#change(message);
      case 'fixes':
        return this.#offer(message.version, message.finding);
      case 'fix':
        return this.#fix(message);
      case 'save':
        return void (await this.document.save());
      case 'show': {
        const span = this.#shown && placeOf(this.#shown.form, message.address);
        if (!span) return;
        const selection = new Range(this.document.positionAt(span.start), this.document.positionAt(span.end));
        await window.showTextDocument(this.document, { viewColumn: ViewColumn.Beside, selection });
        return;
      }
      case 'convert':
        await commands.executeCommand('form4.convertTo');
    }
  }

  async #change({ id, version, change, clipboard }: Extract<FromEditor, { kind: 'change' }>): Promise<void> {
    const answered = (more: { refused?: string; remark?: string }): void =>
      this.#post({
        kind: 'answered',
        id,
        ...(more.refused === undefined && { version: this.document.version }),
        ...more,
      });
    const textDocument = { uri: this.document.uri.toString() };
    const params: EditFormParams = { textDocument, version, change, ...this.#which() };
    const done = await this.#asked(params, clipboard === undefined ? {} : { clipboard });
    if (!done) return answered({ refused: l10n.t('Nothing was changed: the Form 4 server is not running yet.') });
    if (done === 'turned down') return answered({ refused: '' });
    if (done.stale || this.document.version !== version) {
      this.draw();
      return answered({ refused: done.refused ?? l10n.t('Nothing was changed: the text has changed meanwhile.') });
    }
    if (done.refused !== undefined) return answered({ refused: done.refused });
    if (!(await this.#make(done.edit)))
      return answered({ refused: l10n.t('Nothing was changed: the file cannot be written.') });
    answered(done.remark === undefined ? {} : { remark: done.remark });
  }

  /** The server's answer once the user has answered what it asks; `turned down` where the user does not. */
  async #asked(
    params: EditFormParams,
    known: Readonly<Record<string, unknown>>,
  ): Promise<EditedForm | 'turned down' | undefined> {
    let asked = false;
    const next = async (answers: Answers): Promise<Turn<EditedForm | undefined>> => {
      const done = await this.server.request('form4/editForm', { ...params, answers });
      if (!done?.asks) return { done: done ?? undefined };
      asked = true;
      return { asks: done.asks };
    };
    const done = await converse(ask, next, known);
    return done ?? (asked ? 'turned down' : undefined);
  }

  async #make(edit: EditedForm['edit']): Promise<boolean> {
    const made = editOf({ edit }, this.document.uri);
    return made.size === 0 || workspace.applyEdit(made);
  }

  async #offer(version: number, finding: number): Promise<void> {
    const actions = await this.#actionsFor(version, finding);
    this.#post({ kind: 'fixes', version, finding, titles: actions.map(({ title }) => title) });
  }

  /** The quick fixes of a finding of the form that was sent last; none of a form before it. */
  async #actionsFor(version: number, nth: number): Promise<readonly OfferedFix[]> {
    const finding = this.#shown?.version === version ? this.#shown.findings[nth] : undefined;
    if (!finding || this.document.version !== version) return [];
    const known = this.#fixes.get(nth);
    if (known) return known;
    const own = await fixesOf(this.server, this.document, finding);
    this.#fixes.set(nth, own);
    return own;
  }

  async #fix({ id, version, finding, fix }: Extract<FromEditor, { kind: 'fix' }>): Promise<void> {
    const offered = await this.#actionsFor(version, finding);
    const chosen = offered[fix];
    const isMade = chosen !== undefined && (await makeFix(this.document, version, offered, chosen.title));
    if (!isMade) this.draw();
    this.#post(
      isMade
        ? { kind: 'answered', id, version: this.document.version }
        : { kind: 'answered', id, refused: l10n.t('Nothing was changed: the text has changed meanwhile.') },
    );
  }

  dispose(): void {
    this.#isClosed = true;
    this.#listeners.dispose();
  }
}
