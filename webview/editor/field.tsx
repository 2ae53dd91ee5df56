/** A field that is typed into. While somebody types, nothing that comes from the text touches it. */
import type {
  InputHTMLAttributes,
  JSX,
  TargetedClipboardEvent,
  TargetedCompositionEvent,
  TargetedFocusEvent,
  TargetedInputEvent,
  TargetedKeyboardEvent,
  TextareaHTMLAttributes,
} from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from './desk';
import { worst } from './findings';

type Input = HTMLInputElement | HTMLTextAreaElement;
type Key = TargetedKeyboardEvent<Input>;

/** What keys can do with the words of a field. */
export interface Typing {
  /** Whether somebody types, and has not come to an end. */
  readonly editing: boolean;
  /** Has the words set; nothing where they are what they were. */
  readonly commit: () => void;
  /** Begins to change the words that are there, as with F2. */
  readonly begin: () => void;
  /** Has these words set in place of what is typed. */
  readonly put: (words: string) => void;
  readonly draft: string | undefined;
}

export interface FieldProps {
  readonly desk: Desk;
  readonly address: string;
  readonly words: string;
  readonly label: string;
  readonly lines?: boolean;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** In a grid one field alone is reached with Tab. */
  readonly tabIndex?: number;
  /** Keys that the place knows; true where one was taken. */
  readonly keys?: (event: Key, typing: Typing) => boolean;
  readonly onFocus?: () => void;
  /** What is typed so far; undefined once it is not typed any more. */
  readonly onDraft?: (draft: string | undefined) => void;
  readonly onPaste?: (event: TargetedClipboardEvent<Input>) => void;
  /** Of a field that a list belongs to. */
  readonly list?: { readonly id: string; readonly open: boolean; readonly chosen: string | undefined };
}

export function Field(props: FieldProps): JSX.Element {
  const { desk, address, words, label, lines, placeholder, readOnly, tabIndex, keys, onFocus, onDraft, onPaste } =
    props;
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const shown = desk.wordsAt(address, words);
  const type = (to: string | undefined): void => {
    setDraft(to);
    onDraft?.(to);
  };
  const put = (to: string): void => {
    type(undefined);
    if (to.trim() !== words.trim()) desk.set(address, to);
    else if (desk.notTaken.delete(address)) desk.redraw();
  };
  const commit = (): void => {
    if (draft !== undefined) put(draft);
  };
  const cancel = (): boolean => {
    const held = desk.notTaken.delete(address);
    const was = draft !== undefined || held;
    type(undefined);
    if (held) desk.redraw();
    return was;
  };
  const onKeyDown = (event: Key): void => {
    if (event.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const taken = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (control && event.key === 's' && !event.shiftKey && !event.altKey) {
      taken();
      commit();
      desk.save();
    } else if (control && event.key === 'z' && draft !== undefined) {
      // What was only typed is no change of the text yet: the first undo takes it back, the next ones go to the text.
      taken();
      cancel();
    } else if (event.key === 'Escape' && cancel()) {
      taken();
      event.currentTarget.select();
    } else if (
      keys?.(event, { editing: draft !== undefined, commit, put, draft, begin: () => type(event.currentTarget.value) })
    )
      taken();
    else if (event.key === 'Enter' && !event.altKey) {
      taken();
      commit();
    }
  };
  const wrong = worst(desk.findingsAt(address));
  const refused = desk.notTaken.get(address);
  const messages = [
    ...(refused ? [refused.why] : []),
    ...desk.findingsAt(address).map(({ finding }) => finding.message),
  ];
  const common = {
    'data-address': address,
    'aria-label': label,
    'aria-invalid': wrong === 'error' || wrong === 'warning' || refused !== undefined,
    'aria-description': messages.join(' ') || undefined,
    title: messages.join('\n') || undefined,
    class: `field ${wrong ?? ''} ${refused ? 'not-taken' : ''} ${draft === undefined ? '' : 'typing'}`,
    value: draft ?? shown,
    placeholder,
    readOnly,
    tabIndex,
    spellcheck: lines === true,
    onKeyDown,
    onPaste,
    onInput: (event: TargetedInputEvent<Input>) => type(event.currentTarget.value),
    onCompositionStart: (event: TargetedCompositionEvent<Input>) => {
      if (draft === undefined) type(event.currentTarget.value);
    },
    onFocus: (event: TargetedFocusEvent<Input>) => {
      if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
      onFocus?.();
      desk.reached(address);
    },
    onBlur: commit,
  };
  if (lines) return <textarea rows={1} {...(common as TextareaHTMLAttributes)} />;
  const input = { type: 'text', autocomplete: 'off', ...common };
  const { list } = props;
  const combobox = list && {
    role: 'combobox',
    'aria-expanded': list.open,
    'aria-controls': list.open ? list.id : undefined,
    'aria-activedescendant': list.chosen,
  };
  return <input {...({ ...input, ...combobox } as InputHTMLAttributes)} />;
}
