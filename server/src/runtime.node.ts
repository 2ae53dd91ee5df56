import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Runtime } from './server';
import { dayOf } from './text/days';

/** The rule pages beside the folder that the bundle is in. */
const PAGES = path.join(__dirname, '../docs/rules');

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
};
