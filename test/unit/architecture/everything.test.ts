/** What test/unit/everything.ts asks for is all there is: each file of the features and of the writers has a part in it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { globSync } from 'tinyglobby';

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^|\n)(?:import|export)\s(?!type)[^;]*?from '(\.[^']+)'/g)].map(
    ([, path]) => normalize(join(dirname(file), path!)),
  );
const fileOf = (path: string): string | undefined =>
  [`${path}.ts`, `${path}/index.ts`].find((file) => existsSync(file));

/** The files that a file comes to need, itself too. */
function reached(from: string): Set<string> {
  const files = new Set([from]);
  for (const file of files)
    for (const path of importsOf(file)) {
      const to = fileOf(path);
      if (to !== undefined) files.add(to);
    }
  return files;
}

describe('everything', () => {
  const all = reached('test/unit/everything.ts');
  for (const file of globSync(['server/src/{lint,features,writers,operations}/**/*.ts']).sort())
    if (
      !file.endsWith('operations/operation.ts') &&
      /^export (?:async )?(?:function|class|const)/m.test(readFileSync(file, 'utf8'))
    )
      it(`has ${file} in it`, () => assert.ok(all.has(file), 'ask for it in test/unit/everything.ts'));
});
