/** No request and no notification takes the server down: server.ts, reading.ts and methods.ts register each through one of the wrappers of requests.ts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const WRAPPERS = new Set(['answer', 'reply', 'handle']);
/** What comes before there is a session: its failure is told to the client as one. */
const BARE = new Set(['onInitialize', 'onInitialized']);

const trees = ['server', 'reading', 'methods']
  .map((name) => `server/src/server/${name}.ts`)
  .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));

/** Each registration: how it is called, and what it is given. */
function registrations(tree: ts.SourceFile): { name: string; handler: ts.Expression }[] {
  const found: { name: string; handler: ts.Expression }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      if (/^on(?:[A-Z]|$)/.test(name.text) && /^(?:connection|onTokens|protocol)/.test(expression.getText(tree)))
        found.push({ name: name.text, handler: node.arguments.at(-1)! });
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

describe('every handler of the server', () => {
  const all = trees.flatMap((tree) => registrations(tree).map((one) => ({ ...one, tree })));
  it('is found', () => assert.ok(all.length > 25, `${all.length}`));
  for (const { name, handler, tree } of all.filter((one) => !BARE.has(one.name))) {
    const { line } = tree.getLineAndCharacterOfPosition(handler.pos);
    it(`${name} in line ${line + 1} of ${tree.fileName} goes through a wrapper`, () => {
      assert.ok(ts.isCallExpression(handler), handler.getText(tree).slice(0, 80));
      assert.ok(WRAPPERS.has(handler.expression.getText(tree)), handler.expression.getText(tree));
    });
  }
});
