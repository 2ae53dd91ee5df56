/** All regular expressions are linear, in the code and in the grammar: none may be slow on any text. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

function literalsOf(file: string): Expression[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = tree.getLineAndCharacterOfPosition(node.pos);
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: `${file}:${line + 1}` });
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

describe('regular expressions', function () {
  this.timeout(60_000);
  const all = globSync(['server/src/**/*.ts', 'client/src/**/*.ts']).flatMap(literalsOf);
  it('are found', () => assert.ok(all.length > 20));
  for (const { source, flags, at } of all)
    it(`${at} is linear`, () => {
      const { status } = checkSync(source, flags.replace(/[vyd]/g, ''), { timeout: 20_000 });
      assert.notEqual(status, 'vulnerable', `/${source}/`);
    });
});
