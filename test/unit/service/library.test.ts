/** The package as a program imports it: the example of docs/library.md runs as it stands there, and prints what it says. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const page = readFileSync('docs/library.md', 'utf8');
const blocks = new Map(
  [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => [language!, text!]),
);
const block = (language: string): string => blocks.get(language)!;

describe('the library', function () {
  it('does what its page says', () => {
    const file = 'out/test/library-example.mjs'; // within the package, whose name then leads to its own exports
    mkdirSync('out/test', { recursive: true });
    writeFileSync(file, block('js'));
    assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), block(''));
  });

  it('has types for all that its page uses', () => {
    const file = 'out/test/library-example.ts';
    const example = block('js').replace("'form4'", "'../../server/src/service'");
    // Without types of Node, the console is all that the example takes from its host.
    writeFileSync(file, 'declare const console: { log(...words: unknown[]): void };\n' + example);
    const { options } = ts.parseJsonConfigFileContent(
      {
        extends: './tsconfig.base.json',
        compilerOptions: { composite: false, noEmit: true, emitDeclarationOnly: false },
      },
      ts.sys,
      '.',
    );
    const program = ts.createProgram([file], { ...options, noUncheckedIndexedAccess: false });
    const problems = ts.getPreEmitDiagnostics(program).filter((one) => one.file?.fileName.endsWith(file));
    assert.deepEqual(
      problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    );
  });

  it('is the way that server and command line come', () => {
    for (const file of globSync(['server/src/{server,cli}/**/*.ts']))
      assert.doesNotMatch(
        readFileSync(file, 'utf8'),
        /^import (?!type ).* from '(?:\.\.\/)+(?:lint\/linter|readers|rules\/run)'/m,
        file,
      );
  });
});
