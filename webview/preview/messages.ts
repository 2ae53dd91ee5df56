/** What the preview and the extension say to each other. */
import type { DrawnFinding } from '../form/drawn';
import { findings, formParts } from '../form/guard';
import type { FormParts } from '../form/parts';
import { flag, list, optional, shape, text, whole, type Guard, type Guards } from '../guards';

/** The preview's own words, in the language of the editor. `{0}` stands for a number or a name. */
export interface PreviewWords {
  readonly language: string;
  readonly preview: string;
  readonly keys: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly hint: string;
  readonly errors: string;
  readonly warnings: string;
  readonly informations: string;
  readonly hints: string;
  readonly nothingFound: string;
  readonly unread: string;
  readonly notAllRead: string;
  readonly inferred: string;
  readonly elsewhere: string;
  readonly moreFindings: string;
  readonly moreRows: string;
  readonly moreNotes: string;
  readonly moreText: string;
  readonly missing: string;
  readonly ticked: string;
  readonly notTicked: string;
  readonly sum: string;
  readonly sumDiffers: string;
  readonly note: string;
  readonly noNote: string;
  readonly next: string;
  readonly lock: string;
  readonly larger: string;
  readonly smaller: string;
  readonly proof: string;
  readonly reviewCopy: string;
}

/** From the preview. */
export type FromPreview =
  | { readonly kind: 'ready' }
  /** The cursor goes to a thing of the form. */
  | { readonly kind: 'go'; readonly address: string }
  /** What could be done about a finding, by its place among those of that version. */
  | { readonly kind: 'fixes'; readonly version: number; readonly finding: number }
  | { readonly kind: 'fix'; readonly version: number; readonly finding: number; readonly title: string }
  | { readonly kind: 'proof'; readonly findings: boolean }
  | { readonly kind: 'lock'; readonly locked: boolean };

/** To the preview. */
export type ToPreview =
  | { readonly kind: 'words'; readonly words: PreviewWords }
  | { readonly kind: 'nothing'; readonly why: string }
  /** The form of a version of the text, as far as it is another one than before. */
  | {
      readonly kind: 'show';
      readonly file: string;
      readonly locked: boolean;
      readonly version: number;
      readonly parts: FormParts;
      /** In the order of the text, the first of very many. */
      readonly findings: readonly DrawnFinding[];
      /** How many findings more there are. */
      readonly moreFindings: number;
    }
  /** The thing of the form that the cursor is in; left out where it is in none. */
  | { readonly kind: 'cursor'; readonly address?: string }
  | {
      readonly kind: 'fixes';
      readonly version: number;
      readonly finding: number;
      readonly titles: readonly string[];
    };

export const FROM_PREVIEW: Guards<FromPreview> = {
  ready: shape({}),
  go: shape({ address: text }),
  fixes: shape({ version: whole, finding: whole }),
  fix: shape({ version: whole, finding: whole, title: text }),
  proof: shape({ findings: flag }),
  lock: shape({ locked: flag }),
};

const words: Guard<PreviewWords> = (value): value is PreviewWords =>
  typeof value === 'object' && value !== null && Object.values(value).every(text) && text((value as PreviewWords).keys);

export const TO_PREVIEW: Guards<ToPreview> = {
  words: shape({ words }),
  nothing: shape({ why: text }),
  show: shape({ file: text, locked: flag, version: whole, parts: formParts, findings, moreFindings: whole }),
  cursor: shape({ address: optional(text) }),
  fixes: shape({ version: whole, finding: whole, titles: list(text) }),
};
