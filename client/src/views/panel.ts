import { Disposable, env, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import type { Guards } from '../../../webview/guards';
import { hear, webviewHtml, webviewOptions, type ViewName } from './webview';

/** A view of which one is open at most: a second wish brings it to the front. */
export class OnePanel<In extends { readonly kind: string }, Out> implements Disposable {
  #panel: WebviewPanel | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly view: ViewName,
    private readonly title: string,
    private readonly guards: Guards<In>,
    private readonly heard: (message: In) => void,
    private readonly closed: () => void,
  ) {}

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** Opens it; false where it was open already, and is in front now. */
  show(): boolean {
    if (this.#panel) return (this.#panel.reveal(), false);
    const panel = (this.#panel = window.createWebviewPanel(
      `form4.${this.view}`,
      this.title,
      { viewColumn: window.activeTextEditor?.viewColumn ?? 1 },
      { ...webviewOptions(this.context), retainContextWhenHidden: true },
    ));
    const listener = hear<In>(panel.webview, this.guards, this.heard);
    panel.onDidDispose(() => {
      this.#panel = undefined;
      listener.dispose();
      this.closed();
    });
    panel.webview.html = webviewHtml(this.context, panel.webview, this.view, env.language);
    return true;
  }

  post(message: Out): void {
    void this.#panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
