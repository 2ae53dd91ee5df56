import { Uri, type ExtensionContext, type Webview, type WebviewOptions } from 'vscode';
import { accepted, type Guards } from '../../../webview/guards';

/** The views that are pages of their own: each is webview/<name>.tsx, and dist/webview/<name>.js and .css. */
export type ViewName = 'editor' | 'preview' | 'holdings' | 'board';

const folder = ({ extensionUri }: ExtensionContext): Uri => Uri.joinPath(extensionUri, 'dist', 'webview');

/** A webview may run its own bundle and load what lies beside that, and nothing else. */
export const webviewOptions = (context: ExtensionContext): WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [folder(context)],
});

/**
 * The page of a view: an empty place (`#root`) that its bundle fills. There is no word of a filing in it: those come as
 * messages, and the view's renderer makes text of them. `language` is that of our own words.
 */
export function webviewHtml(context: ExtensionContext, webview: Webview, view: ViewName, language: string): string {
  const nonce = makeNonce();
  const address = (file: string): string => attribute(webview.asWebviewUri(Uri.joinPath(folder(context), file)));
  const policy = [
    `default-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address(`${view}.css`)}">
<title>Form 4</title>
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${address(`${view}.js`)}"></script>
</body>
</html>`;
}

/** Hears what a view says, as far as its guards let it through. */
export const hear = <M extends { readonly kind: string }>(
  webview: Webview,
  guards: Guards<M>,
  heard: (message: M) => void,
): { dispose(): unknown } =>
  webview.onDidReceiveMessage((sent: unknown) => {
    const message = accepted<M>(guards, sent);
    if (message) heard(message);
  });

/** What may stand between the quotes of an attribute: addresses and names of languages, all others as references. */
const attribute = (value: Uri | string): string =>
  String(value).replace(/[^\w:/.%~+@-]/g, (sign) => `&#${sign.codePointAt(0)};`);

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
