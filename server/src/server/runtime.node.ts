import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../node/decode';
import { version } from '../node/version';
import { dayOf } from '../text/days';
import type { Runtime } from './server';

/** The rule pages beside the folder that the bundle is in; a packed extension has none. */
const PAGES = path.join(__dirname, '../docs/rules');
/** More than any settings or baseline. */
const MOST_BYTES = 16 * 1024 * 1024;

const pages = new Map<string, string | undefined>();

export const nodeRuntime: Runtime = {
  // Messages that came together are handled one a turn: after two turns without a new one none is waiting.
  whenIdle: (run) => setImmediate(() => setImmediate(run)),
  today: () => {
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
  pageOf: (rule) => {
    if (!pages.has(rule)) {
      const file = path.join(PAGES, `${rule}.md`);
      pages.set(rule, existsSync(file) ? pathToFileURL(file).href : undefined);
    }
    return pages.get(rule);
  },
  textOf: async (uri) => {
    try {
      const file = fileURLToPath(uri);
      const info = await stat(file);
      return info.isFile() && info.size <= MOST_BYTES ? decode(await readFile(file)).text : undefined;
    } catch {
      return undefined;
    }
  },
  version,
};
