/** What a user or a client can set. Whatever comes in, sound settings come out: what makes no sense is as if not there. */
import { configOf, NO_CONFIG, type Config } from '../config/config';
import type { LensCommand } from '../features/codeLens';
import { INLAY_HINTS, type InlayHints } from '../features/inlayHint';
import { parseDate, type Day } from '../text/days';

/** The section of the settings that is ours. */
export const SECTION = 'form4';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is drawn into the text: nothing, unless the user wants it. */
export interface Display {
  readonly inlayHints: InlayHints;
  readonly codeLens: boolean;
}

const NO_DISPLAY: Display = { inlayHints: 'off', codeLens: false };

/** The settings of an editor: what `.form4.json` may say too, and what is shown. */
export interface Settings extends Config {
  readonly display: Display;
}

export const NO_SETTINGS: Settings = { ...NO_CONFIG, display: NO_DISPLAY };

/** The value of `form4`, however a client sent it. */
export function settingsOf(value: unknown): Settings {
  if (!isRecord(value)) return NO_SETTINGS;
  const inlayHints = INLAY_HINTS.find((one) => one === value.inlayHints) ?? NO_DISPLAY.inlayHints;
  return { ...configOf(value).config, display: { inlayHints, codeLens: value.codeLens === true } };
}

/** The `form4` section of what a client says has changed: `{ form4: { … } }`; undefined where it has none. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? settings[SECTION] : undefined;
}

/** A day as a client gives it, 2023-03-07; undefined for anything else. */
export function dayOfText(value: unknown): Day | undefined {
  const date = typeof value === 'string' ? parseDate(value) : undefined;
  return date?.form === 'iso' ? date.day : undefined;
}

/** What a client may say when it starts the server; all of it optional. */
export interface InitializationOptions {
  /** Today where the user is, as 2023-03-07. */
  readonly today: Day | undefined;
  /** The scheme under which the client shows rule pages, `form4-docs:`. */
  readonly docs: string | undefined;
  /** The version of the program, where the server cannot know it by itself. */
  readonly version: string | undefined;
  /** Whether the client reads files for a server that cannot: form4/readFile. */
  readonly readsFiles: boolean;
  /** Whether the client tells of the filings in the folders that are open: form4/workspaceFilings. */
  readonly listsFilings: boolean;
  /** Whether the client has a command for each operation, `form4.` and its id, which does what cannot be said by edits. */
  readonly runsOperations: boolean;
  /** `{ rules: … }`, for clients that have no other way to send settings. */
  readonly settings: Settings;
  /** The client's own commands that can stand above a form. */
  readonly lenses: readonly LensCommand[];
}

const isLensCommand = (value: unknown): value is LensCommand =>
  isRecord(value) && typeof value.title === 'string' && typeof value.command === 'string';

export function initializationOptionsOf(value: unknown): InitializationOptions {
  const options = isRecord(value) ? value : {};
  const docs = typeof options.docs === 'string' && /^[a-z][\w+.-]*:$/i.test(options.docs) ? options.docs : undefined;
  return {
    today: dayOfText(options.today),
    docs,
    version: typeof options.version === 'string' ? options.version : undefined,
    readsFiles: options.readsFiles === true,
    listsFilings: options.listsFilings === true,
    runsOperations: options.runsOperations === true,
    settings: settingsOf(options),
    lenses: Array.isArray(options.lenses) ? options.lenses.filter(isLensCommand) : [],
  };
}
