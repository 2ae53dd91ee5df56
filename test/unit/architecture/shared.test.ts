/** In Node the library is there once: what the rest of the server takes of it, `main.node.ts` has to hand on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** The names of a list in braces that are values, not types. */
const valuesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

describe('the library, out of server.js', () => {
  it('has every name that the rest of the server uses', () => {
    const main = readFileSync('server/src/main.node.ts', 'utf8');
    const handedOn = new Set(valuesIn(/export \{([^}]*)\} from 'vscode-languageserver/.exec(main)![1]!));
    const used = globSync('server/src/**/*.ts', {
      ignore: ['**/cli/**', '**/main.*.ts', '**/stdio.ts', '**/first.node.ts'],
    })
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/^import \{([^}]*)\} from 'vscode-languageserver(?:-protocol)?'/gm),
      ])
      .flatMap(([, list]) => valuesIn(list!));
    assert.ok(used.length > 3);
    assert.deepEqual(
      [...new Set(used)].filter((name) => !handedOn.has(name)),
      [],
    );
  });
});
