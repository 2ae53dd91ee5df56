/** The invariants of docs/architecture.md that the shape of the code shows. The linter says the same while one types. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { globSync } from 'tinyglobby';
import { STAIR } from '../../../tools/stair.mjs';

const ROOT = 'server/src';
const CORE = Object.keys(STAIR);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import|require\()\s*'([\w@./:-]+)'/g)].map(([, path]) => path!);

/** The folder of server/src that a file or an import of it lies in; '' for the top. */
const stepOf = (path: string): string => {
  const [first = ''] = normalize(path)
    .slice(ROOT.length + 1)
    .split('/');
  return first.endsWith('.ts') ? '' : first;
};
const fileOf = (path: string): string | undefined =>
  [`${path}.ts`, `${path}/index.ts`].map(normalize).find((file) => existsSync(file));
/** Types alone, for the rooms from the features on (protocol.test.ts). */
const PROTOCOL = 'protocol';

describe('the stair', () => {
  const files = globSync(`${ROOT}/**/*.ts`);
  for (const step of CORE)
    it(`${step} imports only what lies below it`, () => {
      for (const file of files.filter((one) => stepOf(one) === step))
        for (const path of importsOf(file).filter((one) => one.startsWith('.'))) {
          const to = stepOf(join(dirname(file), path));
          assert.ok(
            to === step || STAIR[step]!.includes(to) || (to === PROTOCOL && step === 'features'),
            `${file} imports ${path}`,
          );
        }
    });
  it('the core knows no host: no Node built-in, no editor, no connection, no clock', () => {
    for (const file of files.filter((one) => CORE.includes(stepOf(one)))) {
      for (const path of importsOf(file).filter((one) => !one.startsWith('.')))
        assert.ok(
          [
            'vscode-languageserver-types',
            'vscode-languageserver-protocol',
            'jsonc-parser',
            'fastest-levenshtein',
          ].includes(path),
          `${file} imports ${path}`,
        );
      assert.doesNotMatch(
        readFileSync(file, 'utf8'),
        /\b(?:new Date|Date\.now|process\.|Buffer\.|setTimeout|fetch)\(?/,
        file,
      );
    }
  });
  it('the client imports protocol, readers/recognise and facts/layouts, and nothing else of the server', () => {
    for (const file of globSync('client/src/**/*.ts'))
      for (const path of importsOf(file).filter((one) => one.includes('server/src')))
        assert.match(path, /server\/src\/(?:protocol|readers\/recognise|facts\/layouts)$/, file);
  });
  it('only protocol.ts lies outside of a room', () => {
    assert.deepEqual(
      files.filter((file) => stepOf(file) === ''),
      [`${ROOT}/protocol.ts`],
    );
  });
  it('has no circle, in a room either', () => {
    const open = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .flatMap((path) => fileOf(join(dirname(file), path)) ?? []),
      ]),
    );
    // A file whose imports are all laid aside is laid aside: what is left in the end are circles and what leads to them.
    for (let before = -1; before !== open.size;) {
      before = open.size;
      for (const [file, imports] of open) if (!imports.some((one) => open.has(one))) open.delete(file);
    }
    assert.deepEqual([...open.keys()], []);
  });
  it('only the client imports vscode', () => {
    for (const file of files) assert.ok(!importsOf(file).includes('vscode'), file);
  });
});
