/** The formats of `form4 check`, one file each in report/. Each is loaded when it is asked for. */
import type { Format } from './format';

type Maker = (toTerminal: boolean) => Format;

const LOADERS = {
  stylish: async () => (await import('./report/stylish')).stylish,
  compact: async () => (await import('./report/compact')).compact,
  json: async () => (await import('./report/json')).json,
  jsonl: async () => (await import('./report/json')).jsonl,
  sarif: async () => (await import('./report/sarif')).sarif,
  github: async () => (await import('./report/github')).github,
  gitlab: async () => (await import('./report/gitlab')).gitlab,
  junit: async () => (await import('./report/junit')).junit,
  checkstyle: async () => (await import('./report/checkstyle')).checkstyle,
  report: async () => (await import('./report/page')).page,
} satisfies Record<string, () => Promise<Maker>>;

export type FormatName = keyof typeof LOADERS;

export const FORMATS = Object.keys(LOADERS) as FormatName[];

/** @param toTerminal results go to stdout, which may be a terminal */
export async function formatNamed(name: FormatName, toTerminal: boolean): Promise<Format> {
  const make: Maker = await LOADERS[name]();
  return make(toTerminal);
}
