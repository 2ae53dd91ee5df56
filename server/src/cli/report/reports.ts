/** The formats of `form4 check`, one file each in report/. Each is loaded when it is asked for. */
import type { Format } from '../check/format';

type Maker = (toTerminal: boolean) => Format;

const LOADERS = {
  stylish: async () => (await import('./stylish')).stylish,
  compact: async () => (await import('./compact')).compact,
  json: async () => (await import('./json')).json,
  jsonl: async () => (await import('./json')).jsonl,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  gitlab: async () => (await import('./gitlab')).gitlab,
  junit: async () => (await import('./junit')).junit,
  checkstyle: async () => (await import('./checkstyle')).checkstyle,
  report: async () => (await import('./page')).page,
} satisfies Record<string, () => Promise<Maker>>;

export type FormatName = keyof typeof LOADERS;

export const FORMATS = Object.keys(LOADERS) as FormatName[];

/** @param toTerminal results go to stdout, which may be a terminal */
export async function formatNamed(name: FormatName, toTerminal: boolean): Promise<Format> {
  const make: Maker = await LOADERS[name]();
  return make(toTerminal);
}
