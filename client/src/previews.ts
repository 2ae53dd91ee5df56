import { commands, Disposable, l10n, window, type ExtensionContext, type QuickPickItem } from 'vscode';
import { askAgainst } from './commands/compare';
import { form4InFront, placeInFront } from './inFront';
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
  async show(): Promise<void> {
    const document = form4InFront();
    const place = placeInFront();
    if (!document) return;
    const known = [...this.#open].find((preview) => preview.serves(document.uri));
    if (known) return known.reveal(document, place);
    const { Preview } = await import('./views/preview');
    const closed = (preview: Preview): boolean => this.#open.delete(preview);
    this.#open.add(new Preview(this.context, this.server, document, place, closed));
  }

  /** Draws all anew, as when another server has come up. */
  renewAll(): void {
    for (const preview of this.#open) void preview.draw();
  }

  async #export(asked: unknown): Promise<void> {
    const document = form4InFront();
    const position = placeInFront();
    if (!document) return;
    const kind = typeof asked === 'boolean' ? { findings: asked } : await askKind();
    if (!kind) return;
    const against = kind.against && (await askAgainst(kind.against, document.uri, this.server));
    if (kind.against && !against) return;
    const { exportProof } = await import('./views/proof');
    await exportProof(this.server, document, {
      findings: kind.findings,
      ...(against && { against }),
      ...(position && { position: { line: position.line, character: position.character } }),
    });
  }

  dispose(): void {
    this.#commands.dispose();
    for (const preview of this.#open) preview.dispose();
  }
}

interface Kind {
  readonly findings: boolean;
  readonly against?: 'before' | 'original';
}

/** What it is to be; undefined where the user turns it down. */
async function askKind(): Promise<Kind | undefined> {
  const items: readonly (QuickPickItem & Kind)[] = [
    { label: l10n.t('Proof'), description: l10n.t('the form, for those who sign off'), findings: false },
    {
      label: l10n.t('Review copy'),
      description: l10n.t('with the points to look at, for those who prepare it'),
      findings: true,
    },
    {
      label: l10n.t('Redline against the original'),
      description: l10n.t('what an amendment says otherwise'),
      findings: false,
      against: 'original',
    },
    {
      label: l10n.t('Redline against the filing before'),
      description: l10n.t('what is otherwise than in the last filing of the same person'),
      findings: false,
      against: 'before',
    },
  ];
  return window.showQuickPick(items, {
    title: l10n.t('Export Proof'),
    placeHolder: l10n.t('One web page, made to be printed'),
  });
}
