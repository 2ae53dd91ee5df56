// Every bundle. `node esbuild.mjs` builds what ships into dist/; `--tests` also bundles each test file into out/test/.
import { build } from 'esbuild';
import path from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { keepBundled } from './tools/bundled.mjs';
import { writeRulePages } from './tools/rule-pages.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const shared = {
  bundle: true,
  define: { FORM4_VERSION: JSON.stringify(version) },
  sourcemap: 'linked',
  minify: true,
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'ascii', // with a single character beyond Latin-1 the runtime keeps, and compiles, two bytes for each
  metafile: true,
};
const node = {
  ...{ ...shared, platform: 'node', format: 'cjs', target: 'node20' },
  mainFields: ['module', 'main'], // ES modules where a library has them: what nobody uses of them is left out
};
const web = { ...shared, platform: 'browser', format: 'cjs', target: 'es2022' };
// What runs in a webview: each view and its style by itself, loaded when somebody opens it.
const view = { ...web, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' };
const views = globSync('webview/*.tsx').sort();
const bundle = (options, entry, outfile, more = {}) =>
  existsSync(entry) ? build({ ...options, entryPoints: [entry], outfile, ...more }) : undefined;

/**
 * A bundle whose modules are in another one too looks them up there, so that the package has them once.
 * @param has whether a file, by its path in the project, is looked up
 * @param place what gives its module in the other bundle, as code
 * @returns the plugin of the bundle that looks up, and the files that it has looked up once it is built
 */
function lookUp(name, has, place) {
  const files = new Set();
  const asked = {};
  const setup = ({ onResolve, onLoad, resolve }) => {
    onResolve({ filter: /^(?:\.|vscode-)/ }, async ({ path: to, namespace, pluginData, ...from }) => {
      if (namespace !== 'file' || pluginData === asked) return undefined;
      const found = await resolve(to, { ...from, namespace, pluginData: asked });
      const file = path.relative('.', found.path).replaceAll('\\', '/');
      return has(file) ? { path: file, namespace: name } : undefined;
    });
    onLoad({ filter: /./, namespace: name }, ({ path: file }) => {
      files.add(file);
      return { contents: `module.exports = ${place(file)}`, loader: 'js' };
    });
  };
  return { plugin: { name, setup }, files };
}

/**
 * The core once for server and command line, as dist/core.js, each of its files under a name of its own: two copies of it
 * were 200 KB of the package.
 */
const CORE = globSync('server/src/{text,facts,filing,readers,rules,writers,config,ledger,lint,service}/**/*.ts').sort();
const coreName = (file) => `m${CORE.indexOf(file)}`;
const fromCore = lookUp(
  'core',
  (file) => CORE.includes(file),
  (file) => `require('./core.js').${coreName(file)}`,
);
const core = () =>
  build({
    ...node,
    stdin: {
      contents: [...fromCore.files]
        .sort()
        .map((file) => `export * as ${coreName(file)} from './${file}';`)
        .join('\n'),
      resolveDir: path.resolve('.'),
    },
    outfile: 'dist/core.js',
  });

/**
 * The library of the language client once for desktop and browser: two copies of it were 110 KB of the package. A browser's
 * extension is one file, so the desktop's looks its part up there, when it connects.
 */
const LIBRARY = /node_modules\/vscode-[a-z-]+\/lib\/(?:common|esm)\//;
const fromBrowser = lookUp(
  'library',
  (file) => LIBRARY.test(file),
  (file) => `require('./extension.web.js').library['${file}']`,
);
const browserExtension = () =>
  build({
    ...web,
    stdin: {
      contents: `export * from './client/src/extension.web';
        export const library = {${[...fromBrowser.files].sort().map((file) => `get '${file}'() { return require('./${file}'); }`)}};`,
      resolveDir: path.resolve('.'),
    },
    external: ['vscode'],
    outfile: 'dist/extension.web.js',
  });

const built = await Promise.all([
  bundle(node, 'client/src/extension.ts', 'dist/extension.js', {
    external: ['vscode', './extension.web.js'],
    plugins: [fromBrowser.plugin],
  }),
  // Two files, for the client waits for the first alone: the library, and the answer of `initialize`.
  bundle(node, 'server/src/server/main.node.ts', 'dist/server.js', { external: ['./rest.js'] }),
  bundle(node, 'server/src/server/rest.node.ts', 'dist/rest.js', {
    external: ['./server.js', './core.js'],
    plugins: [fromCore.plugin],
    alias: { 'vscode-languageserver': './server.js', 'vscode-languageserver-protocol': './server.js' },
  }),
  bundle(node, 'server/src/cli/entry.ts', 'dist/cli.js', {
    banner: { js: '#!/usr/bin/env node' },
    external: ['./form4.js'],
  }),
  bundle(node, 'server/src/cli/main.ts', 'dist/form4.js', {
    external: ['./core.js'],
    plugins: [fromCore.plugin],
    define: { ...shared.define, 'import.meta.url': '__filename' }, // a dependency asks for it, and CommonJS has none
  }),
  bundle(node, 'server/src/service/index.ts', 'dist/library.js'),
  // The side of piscina that runs on the other thread; it is looked for beside the bundle under this name.
  bundle(node, 'node_modules/piscina/dist/worker.js', 'dist/worker.js', { external: ['@napi-rs/nice'] }),
  bundle({ ...web, format: 'iife' }, 'server/src/server/main.web.ts', 'dist/server.web.js'),
  ...views.map((entry) => bundle(view, entry, entry.replace(/^(.*)\.tsx$/, 'dist/$1.js'))),
]);
built.push(...(await Promise.all([core(), browserExtension()])));
keepBundled(built);
writeRulePages();

if (process.argv.includes('--tests')) {
  await build({
    ...node,
    minify: false,
    sourcemap: 'inline',
    entryPoints: globSync(['test/{unit,lsp,vscode}/**/*.test.ts', 'test/vscode/index.ts']),
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'mocha', 'fast-check', 'typescript', 'recheck', 'tinyglobby', 'xmllint-wasm'],
  });
}
