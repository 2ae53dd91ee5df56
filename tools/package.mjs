// npm run package: form4.vsix, small, the same each time, and with nothing in it that was not asked for.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPromise } from 'yauzl';
import { billOfMaterials, notices } from './bundled.mjs';
import { mustRunNode, root } from './run.mjs';

const MOST_BYTES = 1_200_000;
const MOST_FILES = 60;
const vsix = path.join(root, 'form4.vsix');
/** What the package contains, file by file, as somebody has looked at it: `npm run package -- --write` puts down what it does now. */
const LIST = path.join(root, 'tools/vsix-files.txt');
const NOTICES = path.join(root, 'THIRD-PARTY-NOTICES.txt');
const BILL = path.join(root, 'form4.cdx.json');

const build = () => mustRunNode(path.join(root, 'esbuild.mjs'));

/** Builds the extension, and packs it; resolves to the path of the .vsix. */
export async function packageExtension() {
  await build();
  return pack();
}

/** Packs what is built. */
async function pack() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const missing = shipped().filter((file) => !file.includes('*') && !files.includes(file));
  if (missing.length > 0) throw new Error(`Not there to be packed: ${missing.join(', ')}`);
  process.env.SOURCE_DATE_EPOCH ??= '1'; // the same time on every file, and the files in order
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

/** The name of each file in the package and the SHA-256 of what is in it. */
async function contentsOf(file) {
  const zip = await openPromise(file);
  const contents = new Map();
  for await (const entry of zip.eachEntry()) {
    const hash = createHash('sha256');
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk);
    contents.set(entry.fileName, hash.digest('hex'));
  }
  return contents;
}

/** Compares a text with the file that holds it, or writes it there. */
function settle(file, text, write) {
  if (write) fs.writeFileSync(file, text);
  const stands = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (stands === text) return;
  const [before, now] = [stands, text].map((all) => new Set(all.split('\n')));
  const lines = (from, other, sign) => [...from].filter((line) => !other.has(line)).map((line) => `  ${sign} ${line}`);
  const changes = [...lines(before, now, '-'), ...lines(now, before, '+')].slice(0, 20).join('\n');
  throw new Error(
    `${path.relative(root, file)} is not up to date; look at what has changed, then npm run package -- --write\n${changes}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write = process.argv.includes('--write');
  await build();
  settle(NOTICES, notices(), write);
  const { size, files } = await pack();
  const first = await contentsOf(vsix);
  settle(LIST, [...first.keys()].sort().join('\n') + '\n', write);
  fs.writeFileSync(BILL, await billOfMaterials());
  await packageExtension();
  const second = await contentsOf(vsix);
  for (const [name, hash] of second)
    if (first.get(name) !== hash) throw new Error(`${name} is another one when it is built again.`);
  const components = JSON.parse(fs.readFileSync(BILL, 'utf8')).components.length;
  console.log(
    `form4.vsix: ${files.length} files, ${(size / 1024).toFixed(0)} KB, the same twice; ` +
      `form4.cdx.json: ${components} libraries`,
  );
}
