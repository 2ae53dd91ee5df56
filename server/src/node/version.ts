import fs from 'node:fs';
import path from 'node:path';

/** The version of the package that the program lies in. */
export function version(): string {
  const manifest = fs.readFileSync(path.join(__dirname, '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
