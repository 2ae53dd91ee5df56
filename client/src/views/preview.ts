import {
  Disposable,
  l10n,
  languages,
  Position,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { Against, PrintedFiling } from '../../../server/src/protocol';
import { drawn, drawnAlike } from '../../../webview/form/drawn';
import { isNothing, partsOf } from '../../../webview/form/parts';
import { FROM_PREVIEW, type AgainstWhich, type FromPreview, type ToPreview } from '../../../webview/preview/messages';
import { askAgainst } from '../commands/compare';
import { isForm4 } from '../documents';
import type { Supervisor } from '../supervisor';
import { fixesOf, makeFix } from './fixes';
import { placeOf, thingAt } from './formPlaces';
import { previewWords } from './previewWords';
import { printProof } from './proof';
import { hear, webviewHtml, webviewOptions } from './webview';

/** An answer that is behind the text is asked for again so often, and then when the text changes next. */
const MOST_TRIES = 5;

/** One preview: the form of a filing beside its text, which it follows. */
export class Preview implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #listeners: Disposable;
  #filing: Uri;
  #cursor: Position | undefined;
  #locked = false;
  /** The filing against which changes are marked, and which of its kind it is. */
  #against: { readonly which: 'before' | 'original'; readonly other: Against } | undefined;
  /** What is shown; every message of the page is about it. */
  #shown: PrintedFiling | undefined;
  /** What the page was told last, which it draws on; nothing where it is to be told all. */
  #told:
    | {
        readonly printed: PrintedFiling;
        readonly file: string;
        readonly locked: boolean;
        readonly against: AgainstWhich;
      }
    | undefined;
  #nth = 0;
  #ready = false;
  #drawing = false;
  #again = false;

  constructor(
    context: ExtensionContext,
    private readonly server: Supervisor,
    { uri }: TextDocument,
    place: Position | undefined,
    private readonly closed: (preview: Preview) => void,
  ) {
    this.#filing = uri;
    this.#cursor = place;
    this.#panel = window.createWebviewPanel(
      'form4.preview',
      this.#title(),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      webviewOptions(context),
    );
    const { webview } = this.#panel;
    this.#listeners = Disposable.from(
      hear<FromPreview>(webview, FROM_PREVIEW, (message) => void this.#hear(context, message)),
      this.#panel.onDidDispose(() => this.#gone()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isOf(document.uri)) void this.draw();
      }),
      // Settings, baselines and the day change what is found, and not the text.
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => this.#isOf(uri))) void this.draw();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      window.onDidChangeActiveTextEditor((active) => active && this.#follow(active)),
      // A text that is told to be a Form 4 only after it is shown is opened anew, in another language.
      workspace.onDidOpenTextDocument((document) => {
        const active = window.activeTextEditor;
        if (active?.document === document) this.#follow(active);
      }),
    );
    webview.html = webviewHtml(context, webview, 'preview', previewWords().language);
  }

  /** Whether it shows this filing, or would turn to it. */
  serves(uri: Uri): boolean {
    return !this.#locked || this.#isOf(uri);
  }

  /** Brings it to the front, with a filing of a text. */
  reveal(document: TextDocument, place: Position | undefined): void {
    this.#turnTo(document, place);
    this.#panel.reveal(undefined, true);
  }

  /** Draws the form of the text as it is now. While one is being made, the next waits: of ten keystrokes it is the last. */
  async draw(): Promise<void> {
    if (!this.#ready) return;
    this.#again = true;
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      for (let tries = 0; this.#again && tries < MOST_TRIES; tries++) {
        this.#again = false;
        await this.#drawOnce();
      }
    } finally {
      this.#drawing = false;
    }
  }

  async #drawOnce(): Promise<void> {
    const filing = this.#filing;
    const document = await this.#document();
    const printed =
      document &&
      (await this.server.request('form4/printedForm', {
        textDocument: { uri: filing.toString() },
        ...(this.#cursor && { position: { line: this.#cursor.line, character: this.#cursor.character } }),
        ...(this.#against && { against: this.#against.other }),
      }));
    if (filing !== this.#filing) return void (this.#again = true);
    this.#shown = printed ?? undefined;
    // A text that has just been opened may not have reached the server yet.
    this.#again ||= !printed && document !== undefined && isForm4(document);
    if (!printed) {
      this.#told = undefined;
      return this.#post({
        kind: 'nothing',
        why: l10n.t('Nothing to show yet: the Form 4 server is starting, or the file is not a Form 4.'),
      });
    }
    this.#again ||= document.version !== printed.version;
    this.#tell(printed);
    this.#light(document);
  }

  /** Tells the page what is to be drawn anew, if anything is. */
  #tell(printed: PrintedFiling): void {
    const [file, locked, before] = [this.#name(), this.#locked, this.#told];
    const against = this.#against?.which ?? 'none';
    const parts = partsOf(before?.printed.form, printed.form, this.#nth + 1);
    const { version, findings, moreFindings } = printed;
    const isSame =
      before?.printed.version === version &&
      before.file === file &&
      before.locked === locked &&
      before.against === against &&
      before.printed.moreFindings === moreFindings &&
      drawnAlike(before.printed.findings, findings);
    this.#told = { printed, file, locked, against };
    if (isSame && isNothing(parts)) return;
    this.#nth++;
    this.#post({ kind: 'show', file, locked, against, version, parts, findings: drawn(findings), moreFindings });
  }

  /** Lights the thing that the cursor is in. Where the text is ahead of the form, the form is about to come with it. */
  #light(document: TextDocument): void {
    if (!this.#cursor || this.#shown?.version !== document.version) return;
    const address = thingAt(this.#shown.form, document.offsetAt(this.#cursor));
    this.#post({ kind: 'cursor', ...(address !== undefined && { address }) });
  }

  #follow({ document, selection }: TextEditor): void {
    if (
      !this.#isOf(document.uri) &&
      (this.#locked || !isForm4(document) || document !== window.activeTextEditor?.document)
    )
      return;
    this.#turnTo(document, selection.active);
  }

  #turnTo(document: TextDocument, place: Position | undefined): void {
    if (!this.#isOf(document.uri)) {
      this.#filing = document.uri;
      this.#panel.title = this.#title();
      this.#shown = undefined;
      this.#told = undefined;
      this.#against = undefined;
    }
    this.#cursor = place;
    // Of a text of several filings it shows the one that the cursor is in.
    if (!this.#shown || this.#shown.filing !== undefined) void this.draw();
    else this.#light(document);
  }

  async #hear(context: ExtensionContext, message: FromPreview): Promise<void> {
    if (message.kind === 'ready') {
      this.#ready = true;
      this.#told = undefined;
      this.#post({ kind: 'words', words: previewWords() });
      return this.draw();
    }
    if (message.kind === 'lock') {
      this.#locked = message.locked;
      this.#panel.title = this.#title();
      return this.draw();
    }
    if (message.kind === 'against') return this.#compare(message.which);
    const document = await this.#document();
    const shown = this.#shown;
    if (!document || !shown) return;
    if (message.kind === 'proof')
      return printProof(context, this.server, document, {
        findings: message.findings,
        filing: shown.filing,
        ...(this.#against && { against: this.#against.other }),
      });
    // A message about another text than this one comes too late: the form is about to be drawn anew.
    if (shown.version !== document.version) return;
    if (message.kind === 'go') return this.#go(document, shown, message.address);
    const finding = shown.findings[message.finding];
    if (!finding || message.version !== shown.version) return;
    const offered = await fixesOf(this.server, document, finding);
    if (message.kind === 'fix') return void (await makeFix(document, shown.version, offered, message.title));
    const titles = offered.map(({ title }) => title);
    this.#post({ kind: 'fixes', version: message.version, finding: message.finding, titles });
  }

  /** Marks what is otherwise than in another filing, which is asked for where several may be meant. */
  async #compare(which: AgainstWhich): Promise<void> {
    const filing = this.#filing;
    const against = which === 'none' ? undefined : await askAgainst(which, filing, this.server);
    if (filing !== this.#filing) return;
    this.#against = against && which !== 'none' ? { which, other: against } : undefined;
    // Where none was found or chosen, the page goes back to what it had.
    this.#told = undefined;
    return this.draw();
  }

  async #go(document: TextDocument, { form }: PrintedFiling, address: string): Promise<void> {
    const span = placeOf(form, address);
    if (!span) return;
    const at = document.positionAt(span.start);
    const beside = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    await window.showTextDocument(document, { viewColumn: beside ?? ViewColumn.One, selection: new Range(at, at) });
  }

  async #document(): Promise<TextDocument | undefined> {
    try {
      return await workspace.openTextDocument(this.#filing);
    } catch {
      return undefined; // the file is gone
    }
  }

  #isOf(uri: Uri): boolean {
    return uri.toString() === this.#filing.toString();
  }

  #name(): string {
    return this.#filing.path.split('/').at(-1) ?? '';
  }

  #title(): string {
    return this.#locked ? l10n.t('Preview of {0} (stays)', this.#name()) : l10n.t('Preview of {0}', this.#name());
  }

  #post(message: ToPreview): void {
    void this.#panel.webview.postMessage(message);
  }

  #gone(): void {
    this.#listeners.dispose();
    this.closed(this);
  }

  dispose(): void {
    this.#panel.dispose();
  }
}
