// One bundle lends modules to another that is loaded after it, so that what both need is there once. esbuild can only
// split ES modules; these are CommonJS, which every editor's Node loads as it is.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds `lender` and `borrower`, both as options of esbuild with one entry and an `outfile`, into the same folder.
 * @returns {Promise<object[]>} the results of both
 */
export async function buildLending(lender, borrower) {
  const [inLender, inBorrower] = await Promise.all(
    [lender, borrower].map((options) => build({ ...options, write: false, metafile: true })),
  );
  const lent = lentModules(inLender.metafile.inputs, inBorrower.metafile.inputs);
  const file = `./${path.basename(lender.outfile)}`;
  return Promise.all([
    build({ ...lender, entryPoints: undefined, stdin: entryOf(lender.entryPoints[0], lent) }),
    build({ ...borrower, external: [...(borrower.external ?? []), file], plugins: [borrowing(lent, file)] }),
  ]);
}

/** The modules of the lender that others of the borrower import, each with the names that they import. */
function lentModules(lender, borrower) {
  const lent = new Map();
  for (const [file, { imports }] of Object.entries(borrower)) {
    if (file in lender) continue;
    const source = readFileSync(file, 'utf8');
    for (const { path: module, original } of imports.filter((one) => one.path in lender)) {
      const names = namesFrom(source, original);
      if (names.length === 0) throw new Error(`${file}: what is imported from ${original} should be named in braces`);
      lent.set(module, new Set([...(lent.get(module) ?? []), ...names]));
    }
  }
  return [...lent].sort().map(([module, names]) => ({ module, names: [...names].sort() }));
}

/** The names of values that a source imports from a module, or exports from it. */
const namesFrom = (source, module) =>
  source
    .split(`} from '${module}';`)
    .slice(0, -1)
    .map((before) => [before.slice(0, before.lastIndexOf('{')), before.slice(before.lastIndexOf('{') + 1)])
    .flatMap(([before, list]) => (before.endsWith(' type ') ? [] : list.split(',')))
    .map((one) => one.trim().split(' as ')[0])
    .filter((one) => one !== '' && !one.startsWith('type '));

/** The lender's entry, and `lent`: what it lends, module by module. */
function entryOf(entry, lent) {
  const from = (file) => `'./${file.replace(/\.ts$/, '')}'`;
  const lines = lent.map(({ module, names }, at) => {
    const list = names.map((name) => `${name} as ${name}${at}`).join(', ');
    return `import { ${list} } from ${from(module)};`;
  });
  const values = lent.map(({ names }, at) => `{ ${names.map((name) => `${name}: ${name}${at}`).join(', ')} }`);
  const contents = [`export * from ${from(entry)};`, ...lines, `export const lent = [${values.join(', ')}];`].join(
    '\n',
  );
  return { contents, resolveDir: process.cwd(), sourcefile: `lent-by-${path.basename(entry)}`, loader: 'ts' };
}

/** In the borrower a lent module is what the lender has of it. */
function borrowing(lent, file) {
  const at = new Map(lent.map(({ module }, index) => [module, String(index)]));
  return {
    name: 'borrowing',
    setup(bundle) {
      bundle.onResolve({ filter: /^\./ }, async ({ path: wanted, pluginData, ...rest }) => {
        if (pluginData === 'asked') return undefined;
        const { path: found } = await bundle.resolve(wanted, { ...rest, pluginData: 'asked' });
        const index = at.get(path.relative(process.cwd(), found).replaceAll(path.sep, '/'));
        return index === undefined ? undefined : { path: index, namespace: 'lent' };
      });
      bundle.onLoad({ filter: /^/, namespace: 'lent' }, ({ path: index }) => ({
        contents: `module.exports = require('${file}').lent[${index}];`,
        resolveDir: process.cwd(),
      }));
    },
  };
}
