// npm run package: form4.vsix, small and with nothing in it that was not asked for.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRunNode, root } from './run.mjs';

const MOST_BYTES = 1_000_000;
const MOST_FILES = 60;
const vsix = path.join(root, 'form4.vsix');

/** Builds and packs the extension; resolves to the path of the .vsix. */
export async function packageExtension() {
  await mustRunNode(path.join(root, 'esbuild.mjs'));
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const missing = shipped().filter((file) => !file.includes('*') && !files.includes(file));
  if (missing.length > 0) throw new Error(`Not there to be packed: ${missing.join(', ')}`);
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = fs.statSync(vsix);
  if (size > MOST_BYTES) throw new Error(`form4.vsix has ${size} bytes; at most ${MOST_BYTES} are wanted.`);
  if (files.length > MOST_FILES)
    throw new Error(`form4.vsix has ${files.length} files; at most ${MOST_FILES} are wanted.`);
  return { vsix, size, files };
}

/** The lines of .vscodeignore that let something in. */
function shipped() {
  const lines = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).trim());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { size, files } = await packageExtension();
  console.log(`form4.vsix: ${files.length} files, ${(size / 1024).toFixed(0)} KB`);
}
