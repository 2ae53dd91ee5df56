/** What a user or a client can set. Whatever comes in, sound settings come out: what makes no sense is as if not there. */
import { SEVERITIES, type Severity } from './rules/rule';
import { parseDate, type Day } from './text/days';

export interface Settings {
  /** How each rule speaks: `form4.rules`. A rule that is not named keeps its own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** The section of the settings that is ours. */
export const SECTION = 'form4';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value of `form4`, however a client sent it. */
export function settingsOf(value: unknown): Settings {
  if (!isRecord(value) || !isRecord(value.rules)) return DEFAULT_SETTINGS;
  const rules = Object.entries(value.rules).filter((entry): entry is [string, Severity | 'off'] => isLevel(entry[1]));
  return rules.length === 0 ? DEFAULT_SETTINGS : { rules: Object.fromEntries(rules) };
}

const isLevel = (value: unknown): value is Severity | 'off' =>
  value === 'off' || (SEVERITIES as readonly unknown[]).includes(value);

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
  /** `{ rules: … }`, for clients that have no other way to send settings. */
  readonly settings: Settings;
}

export function initializationOptionsOf(value: unknown): InitializationOptions {
  const options = isRecord(value) ? value : {};
  const docs = typeof options.docs === 'string' && /^[a-z][\w+.-]*:$/i.test(options.docs) ? options.docs : undefined;
  return { today: dayOfText(options.today), docs, settings: settingsOf(options) };
}
