import { commands, Disposable, l10n, window, type ExtensionContext, type TextEditor } from 'vscode';
import { form4InFront } from './inFront';
import type { Supervisor } from './supervisor';
import type { Preview } from './views/preview';

/** The previews that are open. What they are made of is loaded when the first is asked for. */
export class Previews implements Disposable {
  readonly #open = new Set<Preview>();
  readonly #commands: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: Supervisor,
  ) {
    this.#commands = Disposable.from(
      commands.registerCommand('form4.openPreview', () => this.show()),
      commands.registerCommand('form4.exportProof', (findings?: unknown) => this.#export(findings)),
    );
  }

  /** Shows the filing in front beside it: in the preview that is open where one serves it, else in a new one. */
  async show(editor: TextEditor | undefined = window.activeTextEditor): Promise<void> {
    if (!editor || editor.document !== form4InFront()) return;
    const known = [...this.#open].find((preview) => preview.serves(editor.document.uri));
    if (known) return known.reveal(editor);
    const { Preview } = await import('./views/preview');
    this.#open.add(new Preview(this.context, this.server, editor, (preview) => this.#open.delete(preview)));
  }

  /** Draws all anew, as when another server has come up. */
  renewAll(): void {
    for (const preview of this.#open) void preview.draw();
  }

  async #export(asked: unknown): Promise<void> {
    const document = form4InFront();
    const position = window.activeTextEditor?.selection.active;
    if (!document) return;
    const findings = typeof asked === 'boolean' ? asked : await askKind();
    if (findings === undefined) return;
    const { exportProof } = await import('./views/proof');
    await exportProof(this.server, document, {
      findings,
      ...(position && { position: { line: position.line, character: position.character } }),
    });
  }

  dispose(): void {
    this.#commands.dispose();
    for (const preview of this.#open) preview.dispose();
  }
}

/** Whether it is to be a review copy; undefined where the user turns it down. */
async function askKind(): Promise<boolean | undefined> {
  const chosen = await window.showQuickPick(
    [
      { label: l10n.t('Proof'), description: l10n.t('the form, for those who sign off'), findings: false },
      {
        label: l10n.t('Review copy'),
        description: l10n.t('with the points to look at, for those who prepare it'),
        findings: true,
      },
    ],
    { title: l10n.t('Export Proof'), placeHolder: l10n.t('One web page, made to be printed') },
  );
  return chosen?.findings;
}
