/** `form4`: hands over to the program, compiled already where the runtime can keep that (Node 22.1 and later). */
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

const keep = (module as { enableCompileCache?: (folder: string) => unknown }).enableCompileCache;
// Not the runtime's own folder: that one lies where others on the machine may write.
keep?.(path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'form4'));
// eslint-disable-next-line @typescript-eslint/no-require-imports -- after the line above, and not before
const { main } = require('./form4.js') as typeof import('./main');
void main(process.argv.slice(2));
