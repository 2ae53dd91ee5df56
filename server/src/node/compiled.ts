/** Programs that stay compiled from one run to the next. */
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

/**
 * Has the runtime keep what it compiles from here on, where it can (Node 22.1 and later): half of what loading takes, and a
 * third of the first reading (docs/performance.md). `NODE_DISABLE_COMPILE_CACHE=1` forbids it.
 */
export function keepCompiled(): void {
  const keep = (module as { enableCompileCache?: (folder: string) => unknown }).enableCompileCache;
  // Not the runtime's own folder: that one lies where others on the machine may write.
  keep?.(path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'form4'));
}
