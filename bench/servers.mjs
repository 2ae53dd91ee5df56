// Who is measured: our server, the floor, and what a user would open such a text with instead.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SCHEMA, allWrong, filing, json, text } from './gen.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const peers = join(root, 'bench/peers');
export const peerRequire = createRequire(join(peers, 'package.json'));
const peer = (name) => [
  process.execPath,
  join(peers, 'node_modules/vscode-langservers-extracted/bin', name),
  '--stdio',
];

const form = { language: 'form4', extension: 'form4', write: text, pull: true };
/** `features`: hover and its like are asked for too. */
const echo = { ...form, command: [process.execPath, join(root, 'out/bench/echo.js'), '--stdio'], features: true };
const form4 = { ...form, command: [process.execPath, join(root, 'dist/server.js'), '--stdio'], features: true };

/** The size at which every total is wrong, and how many diagnostics a floor then publishes: a text of that length has
 *  nearly as many wrong totals. */
export const WRONG = '400K wrong';
const DIAGNOSTICS = 10_000;
/** What the servers of a size open. */
export const filingOf = (size, bytes, options) => (size === WRONG ? allWrong : filing)(bytes, options);

const pushed = { pull: false, features: false };

/** By name; `write` makes the document of a filing, `pull` asks for diagnostics as VS Code does, `floor` is what it is
 *  measured by, where that is not `echo`, and `wrong` is for the text with every total wrong. */
export const SERVERS = {
  echo,
  'echo again': echo,
  form4,
  'echo, push': { ...echo, ...pushed, floor: 'echo, push' },
  'form4, push': { ...form4, ...pushed, floor: 'echo, push' },
  'echo, 10,000': {
    ...{ ...echo, ...pushed, floor: 'echo, 10,000', wrong: true },
    command: [...echo.command, `--diags=${DIAGNOSTICS}`],
  },
  'form4, all wrong': { ...form4, ...pushed, floor: 'echo, 10,000', wrong: true },
  json: {
    command: peer('vscode-json-language-server'),
    ...{ language: 'json', extension: 'json', write: json, pull: true, peer: true },
    settings: {
      json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'bench://form4', schema: SCHEMA }] },
    },
  },
  markdown: {
    command: peer('vscode-markdown-language-server'),
    ...{ language: 'markdown', extension: 'md', write: text, pull: true, peer: true },
    initialization: { markdownFileExtensions: ['md'] },
    settings: {
      markdown: {
        validate: {
          enabled: true,
          referenceLinks: { enabled: 'warning' },
          fragmentLinks: { enabled: 'warning' },
          fileLinks: { enabled: 'warning', markdownFragmentLinks: 'warning' },
          unusedLinkDefinitions: { enabled: 'hint' },
          duplicateLinkDefinitions: { enabled: 'warning' },
          ignoredLinks: [],
        },
        trace: { server: 'off' },
      },
    },
    handlers: markdownClient,
  },
};

/** VS Code's Markdown client reads the text into tokens on behalf of the server, and so does this one. */
function markdownClient(document) {
  const reader = new (peerRequire('markdown-it'))({ html: true });
  return {
    'markdown/parse': () => reader.parse(document.text, {}),
    'markdown/findMarkdownFilesInWorkspace': () => [document.uri],
    'markdown/fs/readFile': () => [...Buffer.from(document.text)],
    'markdown/fs/stat': () => ({ isDirectory: false }),
    'markdown/fs/readDirectory': () => [],
  };
}

/** Bundles the floor just as our server is bundled, so that start-up compares like with like. */
export async function buildFloor() {
  await build({
    ...{ bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' },
    entryPoints: [join(root, 'bench/servers/echo.cjs')],
    outfile: join(root, 'out/bench/echo.js'),
  });
}

/** Builds what ships, and with it the server. */
export function buildOurs() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status === 0 && existsSync(join(root, 'dist/server.js'));
}

export const peersInstalled = () => existsSync(join(peers, 'node_modules/.package-lock.json'));

/** Fetches the peers from the npm registry, unless they are there. @returns {boolean} whether they are there now */
export function installPeers(say) {
  if (peersInstalled()) return true;
  say('Fetching the JSON and Markdown servers to measure beside, once: 40 packages, 100 MB, into bench/peers …');
  const args = ['ci', '--prefix', peers, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', args, { stdio: ['ignore', 2, 2] }).status === 0 && peersInstalled();
}
