/** What the editor and the extension say to each other. */
import type { FormChanged } from '../../server/src/protocol';
import { formParts } from '../form/guard';
import type { FormParts } from '../form/parts';
import { flag, list, optional, shape, text, whole, type Guard, type Guards } from '../guards';

/** A finding; its address is left out where it is about no place of the form. */
export interface EditorFinding {
  readonly address?: string;
  readonly severity: string;
  readonly message: string;
}

export interface CodeChoice {
  readonly code: string;
  readonly meaning: string;
}

/** From the editor. */
export type FromEditor =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'change';
      readonly id: number;
      /** Of the text whose form the user saw. */
      readonly version: number;
      readonly change: FormChanged;
      /** What was copied, for rows that are to be made of it. */
      readonly clipboard?: string;
    }
  /** The n-th fix of the n-th finding of the form of this version. */
  | {
      readonly kind: 'fix';
      readonly id: number;
      readonly version: number;
      readonly finding: number;
      readonly fix: number;
    }
  /** Asks which fixes there are for the n-th finding. */
  | { readonly kind: 'fixes'; readonly version: number; readonly finding: number }
  /** Puts the cursor there in the text beside. */
  | { readonly kind: 'show'; readonly address: string }
  | { readonly kind: 'save' }
  | { readonly kind: 'convert' };

/** To the editor. */
export type ToEditor =
  | {
      readonly kind: 'form';
      readonly version: number;
      /** Of the form what has changed since it was sent last. */
      readonly parts: FormParts;
      readonly findings: readonly EditorFinding[];
      /** Why this layout takes no edits. */
      readonly refused?: string;
      readonly codes: readonly CodeChoice[];
    }
  /** The words of the editor itself, in the language of the display. */
  | { readonly kind: 'words'; readonly words: Readonly<Record<string, string>> }
  /** What became of a change: the version of the text now, or why nothing was done. */
  | {
      readonly kind: 'answered';
      readonly id: number;
      readonly version?: number;
      readonly refused?: string;
      readonly remark?: string;
    }
  /** The titles of the fixes of a finding of the form of this version. */
  | { readonly kind: 'fixes'; readonly version: number; readonly finding: number; readonly titles: readonly string[] }
  | { readonly kind: 'nothing'; readonly why: string };

const LONGEST = 20_000;
const LONGEST_COPIED = 400_000;
const short: Guard<string> = (value): value is string => text(value) && value.length <= LONGEST;
const copied: Guard<string> = (value): value is string => text(value) && value.length <= LONGEST_COPIED;

const CHANGES: Guards<FormChanged> = {
  set: shape({ places: list(shape({ address: short, text: short })) }),
  tick: shape({ address: short, checked: flag }),
  cite: shape({ address: short, number: whole }),
  uncite: shape({ address: short, number: whole }),
  note: shape({ address: short, text: short }),
  run: shape({ address: short, operation: short as Guard<Extract<FormChanged, { kind: 'run' }>['operation']> }),
};
const change: Guard<FormChanged> = (value): value is FormChanged => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind } = value as { kind?: unknown };
  return (
    typeof kind === 'string' &&
    Object.hasOwn(CHANGES, kind) &&
    (CHANGES[kind as FormChanged['kind']] as Guard<unknown>)(value)
  );
};

export const FROM_EDITOR: Guards<FromEditor> = {
  ready: shape({}),
  change: shape({ id: whole, version: whole, change, clipboard: optional(copied) }),
  fix: shape({ id: whole, version: whole, finding: whole, fix: whole }),
  fixes: shape({ version: whole, finding: whole }),
  show: shape({ address: short }),
  save: shape({}),
  convert: shape({}),
};

const words: Guard<Readonly<Record<string, string>>> = (value): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(text);

export const TO_EDITOR: Guards<ToEditor> = {
  form: shape({
    version: whole,
    parts: formParts,
    findings: list(shape({ address: optional(text), severity: text, message: text })),
    refused: optional(text),
    codes: list(shape({ code: text, meaning: text })),
  }),
  words: shape({ words }),
  answered: shape({ id: whole, version: optional(whole), refused: optional(text), remark: optional(text) }),
  fixes: shape({ version: whole, finding: whole, titles: list(text) }),
  nothing: shape({ why: text }),
};
