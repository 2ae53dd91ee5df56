import { commands, env, l10n, UIKind, Uri, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import type { Against, Proof } from '../../../server/src/protocol';
import { nameOf } from '../documents';
import { sha256 } from '../sha256';
import type { Supervisor } from '../supervisor';
import { tell } from '../tell';
import { today } from '../today';

export interface ProofWanted {
  /** Whether it is a review copy, with what is found. */
  readonly findings: boolean;
  /** The filing against which it is a redline. */
  readonly against?: Against;
  /** Which filing of a text of several: its number, from 1, or a place in it. */
  readonly filing?: number;
  readonly position?: { readonly line: number; readonly character: number };
}

/** Writes a proof where the user says. */
export async function exportProof(server: Supervisor, document: TextDocument, wanted: ProofWanted): Promise<void> {
  const proof = await proofOf(server, document, wanted);
  if (!proof) return;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folderOf(document), fileName(document, wanted, proof)),
    filters: { [l10n.t('Web page')]: ['html'] },
    title: wanted.findings ? l10n.t('Export review copy') : l10n.t('Export proof'),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(proof.html));
  const open = l10n.t('Open');
  const file = target.path.split('/').at(-1) ?? '';
  const chosen = await window.showInformationMessage(l10n.t('{0} is written. Print it from a browser.', file), open);
  if (chosen !== open) return;
  // Elsewhere than on a desktop no browser can reach the file: it is shown as what it is.
  await (isLocal() ? env.openExternal(target) : commands.executeCommand('vscode.open', target));
}

/** On a desktop the proof opens in the browser, which prints it; elsewhere no browser can reach it, and it is saved. */
export async function printProof(
  context: ExtensionContext,
  server: Supervisor,
  document: TextDocument,
  wanted: ProofWanted,
): Promise<void> {
  if (!isLocal()) return exportProof(server, document, wanted);
  const proof = await proofOf(server, document, wanted);
  if (!proof) return;
  const folder = Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'proofs');
  await workspace.fs.createDirectory(folder);
  const target = Uri.joinPath(folder, fileName(document, wanted, proof));
  await workspace.fs.writeFile(target, new TextEncoder().encode(proof.html));
  await env.openExternal(target);
}

const isLocal = (): boolean => env.uiKind === UIKind.Desktop && env.remoteName === undefined;

async function proofOf(server: Supervisor, document: TextDocument, wanted: ProofWanted): Promise<Proof | undefined> {
  const saved = !document.isDirty && !document.isUntitled;
  const made = await server.request('form4/proof', {
    textDocument: { uri: document.uri.toString() },
    today: today(),
    name: nameOf(document),
    ...(saved && { sha256: await sha256(await workspace.fs.readFile(document.uri)) }),
    ...wanted,
  });
  if (made) return made;
  tell(l10n.t('No proof was made: this is another form than Form 4, or the Form 4 server is not running yet.'));
  return undefined;
}

/** A filing that is not saved has no folder: its proof goes to the one that is open, or to the user's own. */
const folderOf = ({ uri, isUntitled }: TextDocument): Uri =>
  isUntitled ? (workspace.workspaceFolders?.[0]?.uri ?? Uri.file(HOME)) : Uri.joinPath(uri, '..');

/** In a browser there is no such folder. */
const HOME = (typeof process === 'undefined' ? undefined : (process.env.HOME ?? process.env.USERPROFILE)) ?? '/';

/** `filing-proof.html`, `dump-2-review.html`. */
function fileName({ uri, isUntitled }: TextDocument, { findings, against }: ProofWanted, { filing }: Proof): string {
  const name = uri.path.split('/').at(-1) ?? '';
  const stem = isUntitled && !name.includes('.') ? 'form4' : name.replace(/(.)\.[^.]{1,8}$/, '$1');
  return (
    [stem, ...(filing === undefined ? [] : [filing]), against ? 'redline' : findings ? 'review' : 'proof'].join('-') +
    '.html'
  );
}
