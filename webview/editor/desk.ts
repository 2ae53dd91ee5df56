/** What the parts of the editor share: the form as it was sent last, what waits, and the way to ask for a change. */
import type { FormChanged, FormTable } from '../../server/src/protocol';
import type { Drawn, DrawnForm } from '../form/drawn';
import { FormFromParts } from '../form/parts';
import type { CodeChoice, EditorFinding, FromEditor, ToEditor } from './messages';
import { Outbox } from './outbox';

export interface Shown {
  readonly version: number;
  readonly form: DrawnForm;
  /** The form without its rows and notes: the same object for as long as nothing in it has changed. */
  readonly frame: DrawnForm;
  readonly findings: readonly EditorFinding[];
  readonly refused?: string;
  readonly codes: readonly CodeChoice[];
}

/** A finding, and its place among all of them. */
interface Found {
  readonly finding: EditorFinding;
  readonly at: number;
}
const NONE: readonly Found[] = [];
/** What has parts that are drawn by themselves. */
const APART = new Set(['nonDerivativeTable', 'derivativeTable', 'footnote']);

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
  private readonly kept = new FormFromParts();
  /** What is found, by the address of the field that shows it; what no field shows under ''. */
  private found: ReadonlyMap<string, readonly Found[]> = new Map();
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

  heard({ parts, ...told }: Extract<ToEditor, { kind: 'form' }>): void {
    // Without what came before it nobody knows what the rest of the form is.
    if (!this.kept.take(parts)) return this.post({ kind: 'ready' });
    const { form, frame } = this.kept;
    const shown: Shown = { ...told, form: form!, frame: frame! };
    if (shown.version !== this.shown?.version) this.fixes.clear();
    this.shown = shown;
    this.found = byField(shown);
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

  show(address: string): void {
    this.post({ kind: 'show', address });
  }

  /** A table as it is now. */
  table(name: FormTable['name']): Drawn<FormTable> {
    return this.shown!.form[name];
  }

  convert(): void {
    this.post({ kind: 'convert' });
  }

  /** What a place shows: what is on its way, else what was not taken, else what the text says. */
  wordsAt(address: string, words: string): string {
    return this.pending.get(address)?.text ?? this.notTaken.get(address)?.text ?? words;
  }

  /** What is found at a field; under '' what no field shows. */
  findingsAt(address: string): readonly Found[] {
    return this.found.get(address) ?? NONE;
  }

  /** The focus goes to the next field at which something is found, or back to the one before. */
  toFinding(by: 1 | -1): void {
    const all = [...document.querySelectorAll<HTMLElement>('[data-address]')];
    const at = all.findIndex((field) => field.dataset.address === this.focused);
    // Behind the last one it begins anew; where nothing has had the focus yet, with the first.
    const order =
      by === 1
        ? [...all.slice(at + 1), ...all.slice(0, at + 1)]
        : [...all.slice(0, Math.max(0, at)).reverse(), ...all.slice(Math.max(0, at)).reverse()];
    const to = order.find((field) => this.found.has(field.dataset.address!));
    if (to) focusOn(to.dataset.address!);
  }

  /** How many fields there are at which something is found. */
  get fieldsFound(): number {
    return this.found.size - (this.found.has('') ? 1 : 0);
  }

  /** How the fields look that stand in no table and are no notes. */
  get looksBesides(): string {
    const all = new Set([...this.pending.keys(), ...this.notTaken.keys(), ...this.found.keys()]);
    return this.looks([...all].filter((address) => !APART.has(address.split('/')[0]!)));
  }

  /** How some fields look besides their words: two that are drawn alike have the same. */
  looks(addresses: Iterable<string>): string {
    let looks = '';
    for (const address of addresses) {
      const [pending, refused] = [this.pending.get(address), this.notTaken.get(address)];
      const found = this.findingsAt(address);
      if (pending || refused || found.length > 0)
        looks += JSON.stringify([address, pending?.text, refused, found.map(({ finding, at }) => [finding, at])]);
    }
    return looks;
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

/** Each finding at the field that shows it: one of a whole row at its first cell, one of box 5 at its first box. */
function byField({ form, findings }: Shown): Map<string, Found[]> {
  const {
    issuer: { name, symbol },
  } = form;
  // What of the form is not typed into shows nothing.
  const fields = new Set(addressesIn({ ...form, issuer: { name, symbol }, jointFiling: [], unread: [] }));
  const found = new Map<string, Found[]>();
  findings.forEach((finding, at) => {
    const { address = '' } = finding;
    const own = [address, `${address}/securityTitle`, address.replace(/relationship$/, 'isDirector')];
    const field = own.find((one) => fields.has(one)) ?? '';
    found.set(field, [...(found.get(field) ?? []), { finding, at }]);
  });
  return found;
}

/** The addresses of what can be typed into or ticked: a row is not one, its cells are. */
export function addressesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { address, cells, name } = part as { address?: unknown; cells?: unknown; name?: unknown };
  const isField = typeof address === 'string' && cells === undefined && name === undefined;
  return [...(isField ? [address] : []), ...Object.values(part).flatMap(addressesIn)];
}

/** Puts the focus on a place, and selects what stands there. */
export function focusOn(address: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`);
  if (!field) return false;
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
  return true;
}
