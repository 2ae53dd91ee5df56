/** What the parts of the editor share: the form as it was sent last, what waits, and the way to ask for a change. */
import type { FormChanged } from '../../server/src/protocol';
import type { PrintedForm } from '../../server/src/writers/printedForm/model';
import type { CodeChoice, EditorFinding, FromEditor } from './messages';
import { Outbox } from './outbox';

export interface Shown {
  readonly version: number;
  readonly form: PrintedForm;
  readonly findings: readonly EditorFinding[];
  readonly refused?: string;
  readonly codes: readonly CodeChoice[];
}

/** Words that were typed and not taken, with the reason. */
export interface NotTaken {
  readonly text: string;
  readonly why: string;
}

/** Rows and notes come and go with these, so that addresses behind them name others. */
const moves = (change: FormChanged | Fix): boolean =>
  change.kind === 'run' || change.kind === 'note' || change.kind === 'fix';

export interface Fix {
  readonly kind: 'fix';
  readonly finding: number;
  readonly fix: number;
}

interface Asked {
  readonly address: string | undefined;
  readonly text: string | undefined;
  /** What gets the focus once the change is made. */
  readonly then: string | undefined;
}

export class Desk {
  shown: Shown | undefined;
  words: Readonly<Record<string, string>> = {};
  why = '';
  /** What was said last of a change: why it was not made, or what the user should know besides. */
  said = '';
  /** The titles of fixes by the number of their finding, as far as they were asked for. */
  private readonly fixes = new Map<number, readonly string[]>();
  /** Typed and on its way: shown until the form comes that has it. */
  readonly pending = new Map<string, { readonly text: string; readonly version: number | undefined }>();
  readonly notTaken = new Map<string, NotTaken>();
  private readonly asked = new Map<number, Asked>();
  private readonly outbox: Outbox<FormChanged | Fix>;
  private readonly clipboards = new Map<number, string>();
  private focusAt: { readonly address: string; readonly version: number } | undefined;
  private saving = false;
  /** The place that has the focus, or had it last. */
  focused = '';

  constructor(
    private readonly post: (message: FromEditor) => void,
    private readonly draw: () => void,
  ) {
    this.outbox = new Outbox(({ id, version, change }) => {
      const clipboard = this.clipboards.get(id);
      this.clipboards.delete(id);
      post(
        change.kind === 'fix'
          ? { ...change, id, version }
          : { kind: 'change', id, version, change, ...(clipboard !== undefined && { clipboard }) },
      );
    }, moves);
  }

  /** Our own words, in the language of the display. */
  t(words: string, ...values: readonly (string | number)[]): string {
    return (this.words[words] ?? words).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
  }

  /** Sets the words of a place. */
  set(address: string, text: string): void {
    this.pending.set(address, { text, version: undefined });
    this.notTaken.delete(address);
    this.ask({ kind: 'set', places: [{ address, text }] }, { address, text });
  }

  ask(
    change: FormChanged | Fix,
    { address, text, then, clipboard }: { address?: string; text?: string; then?: string; clipboard?: string } = {},
  ): void {
    if (!this.shown) return;
    this.said = '';
    this.outbox.push(this.shown.version, change, (given) => {
      if (clipboard !== undefined) this.clipboards.set(given, clipboard);
      this.asked.set(given, { address, text, then });
    });
    this.draw();
  }

  heard(shown: Shown): void {
    if (shown.version !== this.shown?.version) this.fixes.clear();
    this.shown = shown;
    for (const [address, { version }] of this.pending)
      if (version !== undefined && version <= shown.version) this.pending.delete(address);
    this.askFixes();
    this.draw();
    const { focusAt } = this;
    if (focusAt && focusAt.version <= shown.version) {
      this.focusAt = undefined;
      focusOn(focusAt.address);
    }
  }

  answered(id: number, version: number | undefined, refused: string | undefined, remark: string | undefined): void {
    const { address, text, then } = this.asked.get(id) ?? {};
    this.asked.delete(id);
    this.said = refused ?? remark ?? '';
    if (address !== undefined && text !== undefined) {
      if (refused !== undefined) {
        this.pending.delete(address);
        this.notTaken.set(address, { text, why: refused });
      } else if (this.pending.get(address)?.text === text)
        this.pending.set(address, { text, version: version ?? this.shown?.version });
    }
    // Where nothing has changed no form comes.
    if (version !== undefined && version === this.shown?.version && address !== undefined) this.pending.delete(address);
    if (refused === undefined && then !== undefined && version !== undefined) this.focusAt = { address: then, version };
    this.outbox.answered(id, version);
    if (this.saving && this.outbox.isEmpty) {
      this.saving = false;
      this.post({ kind: 'save' });
    }
    this.draw();
    if (this.focusAt && this.shown && this.focusAt.version <= this.shown.version) {
      focusOn(this.focusAt.address);
      this.focusAt = undefined;
    }
  }

  /** Saves once all that was typed is in the text. */
  save(): void {
    if (this.outbox.isEmpty) this.post({ kind: 'save' });
    else this.saving = true;
  }

  show(start: number, end: number): void {
    this.post({ kind: 'show', start, end });
  }

  convert(): void {
    this.post({ kind: 'convert' });
  }

  /** What a place shows: what is on its way, else what was not taken, else what the text says. */
  wordsAt(address: string, words: string): string {
    return this.pending.get(address)?.text ?? this.notTaken.get(address)?.text ?? words;
  }

  findingsAt(address: string): readonly { readonly finding: EditorFinding; readonly at: number }[] {
    return (this.shown?.findings ?? []).flatMap((finding, at) =>
      finding.address === address ? [{ finding, at }] : [],
    );
  }

  /** The focus has come to a place: what can be done about what is found there is asked for. */
  reached(address: string): void {
    this.focused = address;
    this.askFixes();
    this.draw();
  }

  private askFixes(): void {
    const { shown } = this;
    if (!shown) return;
    for (const { at } of this.findingsAt(this.focused))
      if (!this.fixes.has(at)) {
        this.fixes.set(at, []);
        this.post({ kind: 'fixes', version: shown.version, finding: at });
      }
  }

  fixesHeard(version: number, finding: number, titles: readonly string[]): void {
    if (version !== this.shown?.version) return;
    this.fixes.set(finding, titles);
    this.draw();
  }

  fixesOf(finding: number): readonly string[] {
    return this.fixes.get(finding) ?? [];
  }

  redraw(): void {
    this.draw();
  }
}

/** Puts the focus on a place, and selects what stands there. */
export function focusOn(address: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`);
  if (!field) return false;
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
  return true;
}
