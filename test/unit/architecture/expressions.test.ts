/**
 * All regular expressions are linear: none may be slow on any text.
 *
 * To tell it of one takes up to seconds of searching for a text that is slow, and the answer never changes. So those that
 * were told are listed in `expressions.txt`, and the others alone are looked at. `FORM4_WRITE=1` with this test looks at
 * all that are not listed, and writes the list anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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
  const deadline = Date.now() + 300_000;
  while (answers <= lines.length && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  return [...found.values()];
}

const LIST = 'test/unit/architecture/expressions.txt';
const spelled = ({ source, flags }: Expression): string => `/${source}/${flags.replace(/[vyd]/g, '')}`;
const listed = new Set(readFileSync(LIST, 'utf8').split('\n'));
const linear = new Set<string>();

/**
 * What a search for a slow text says. It counts steps against a bound, so that an expression whose repeats are bounded may
 * be taken for a slow one by chance: what is slow is found from every beginning.
 */
function statusOf({ source, flags }: Expression): string {
  let status = 'unknown';
  for (const randomSeed of [7, 8, 9]) {
    ({ status } = checkSync(source, flags.replace(/[vyd]/g, ''), { timeout: 20_000, randomSeed }));
    if (status !== 'vulnerable') break;
  }
  return status;
}

/** Fails where a text exists on which the expression is slow. */
function mustBeLinear(expression: Expression): void {
  const spelling = spelled(expression);
  if (!listed.has(spelling) && !linear.has(spelling)) {
    const status = statusOf(expression);
    assert.notEqual(status, 'vulnerable', `${spelling} of ${expression.at}`);
    if (status === 'unknown') return; // there was no time to tell: it is looked at again
  }
  linear.add(spelling);
}

describe('regular expressions', function () {
  const all = globSync([
    '{server,client}/src/**/*.ts',
    'webview/**/*.{ts,tsx}',
    '*.mjs',
    '{tools,bench}/*.mjs',
    'test/{security,grammar,ui}/*.mjs',
  ]).flatMap(literalsOf);
  it('are found', () => assert.ok(all.length > 20));
  for (const expression of all) it(`${expression.at} is linear`, () => mustBeLinear(expression));
  it('that are put together from words are linear too', async () => {
    const built = await builtOnes();
    assert.ok(
      built.some(({ source }) => source.includes('jan|feb')),
      'the names of the months',
    );
    built.forEach(mustBeLinear);
  });
  it('would be told if one were not', () =>
    assert.throws(() => mustBeLinear({ source: '^(a+)+$', flags: '', at: 'this test' }), /of this test/));
  after(() => {
    if (process.env.FORM4_WRITE) writeFileSync(LIST, [...linear].sort().join('\n') + '\n');
  });
});
