/** All regular expressions are linear, in the code and in the grammar: none may be slow on any text. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
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

/** The expressions that the server puts together from words while it starts, and while every place of a filing is hovered. */
async function builtOnes(): Promise<Expression[]> {
  const found = new Map<string, Expression>();
  const keep = (expression: RegExp): RegExp => {
    const { source, flags } = expression;
    found.set(`/${source}/${flags}`, { source, flags, at: `the expression /${source.slice(0, 40)}/` });
    return expression;
  };
  const text = readFileSync('samples/clean.txt', 'utf8');
  let answers = 0;
  const scope: { onmessage?: (event: { data: unknown }) => void } = createContext({
    ...{ setTimeout, clearTimeout, TextEncoder, TextDecoder, console },
    addEventListener: () => undefined,
    postMessage: ({ id }: { id?: number }) => void (id !== undefined && answers++),
    RegExp: new Proxy(RegExp, {
      construct: (target, args) => keep(Reflect.construct(target, args) as RegExp),
      apply: (target, self, args) => keep(Reflect.apply(target, self, args) as RegExp),
    }),
  });
  runInContext(readFileSync('dist/server.web.js', 'utf8'), scope);
  const send = (message: object): void => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  send({ id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const textDocument = { uri: 'file:///a.form4', languageId: 'form4', version: 1, text };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  const lines = text.split('\n').map((line, at) => ({ line: at, character: Math.min(3, line.length) }));
  for (const [at, position] of lines.entries())
    send({ id: at + 1, method: 'textDocument/hover', params: { textDocument, position } });
  const deadline = Date.now() + 20_000;
  while (answers <= lines.length && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  return [...found.values()];
}

describe('regular expressions', function () {
  this.timeout(60_000);
  const all = globSync([
    '{server,client}/src/**/*.ts',
    '*.mjs',
    '{tools,bench}/*.mjs',
    'test/{security,grammar,ui}/*.mjs',
  ]).flatMap(literalsOf);
  it('are found', () => assert.ok(all.length > 20));
  for (const { source, flags, at } of all)
    it(`${at} is linear`, () => {
      const { status } = checkSync(source, flags.replace(/[vyd]/g, ''), { timeout: 20_000, randomSeed: 7 });
      assert.notEqual(status, 'vulnerable', `/${source}/`);
    });
  it('that are put together from words are linear too', async () => {
    const built = await builtOnes();
    assert.ok(
      built.some(({ source }) => source.includes('jan|feb')),
      'the names of the months',
    );
    for (const { source, flags, at } of built) {
      const { status } = checkSync(source, flags.replace(/[vyd]/g, ''), { timeout: 20_000, randomSeed: 7 });
      assert.notEqual(status, 'vulnerable', at);
    }
  });
});
