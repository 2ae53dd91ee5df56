/** What a user or a client can set. Whatever comes in, sound settings come out: what makes no sense is as if not there. */
import { configOf, NO_CONFIG, type Config } from './config';
import { parseDate, type Day } from './text/days';

/** The section of the settings that is ours. */
export const SECTION = 'form4';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value of `form4`, however a client sent it: what `.form4.json` may say can stand there too. */
export function settingsOf(value: unknown): Config {
  return isRecord(value) ? configOf(value).config : NO_CONFIG;
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
  /** `{ rules: … }`, for clients that have no other way to send settings. */
  readonly settings: Config;
}

export function initializationOptionsOf(value: unknown): InitializationOptions {
  const options = isRecord(value) ? value : {};
  const docs = typeof options.docs === 'string' && /^[a-z][\w+.-]*:$/i.test(options.docs) ? options.docs : undefined;
  return {
    today: dayOfText(options.today),
    docs,
    version: typeof options.version === 'string' ? options.version : undefined,
    readsFiles: options.readsFiles === true,
    settings: settingsOf(options),
  };
}
