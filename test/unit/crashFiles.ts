/** The texts in test/crashes, decoded. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode } from '../../server/src/node/decode';

const FOLDER = 'test/crashes';

export const CRASHES: readonly { readonly name: string; readonly text: string }[] = readdirSync(FOLDER)
  .filter((name) => /\.txt(?:\.gz)?$/.test(name))
  .map((name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    return { name, text: decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).text };
  });
