// The grammar in the engine that VS Code uses: text in, the tokens of each line out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const grammarFile = new URL('../../syntaxes/form4.tmLanguage.json', import.meta.url);
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

/** The grammar as JSON. */
export const grammarJson = () => JSON.parse(readFileSync(grammarFile, 'utf8'));

/** The grammar, loaded; `tokenizeLine` and `tokenizeLine2` as VS Code calls them. */
export async function loadGrammar() {
  await oniguruma.loadWASM(readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) => Promise.resolve(scopeName === 'text.form4' ? grammarJson() : null),
  });
  return registry.loadGrammar('text.form4');
}

/** Each line of a text as `[text, scopes]` pairs, the innermost scope first. */
export function tokenize(grammar, text) {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/u).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), [...scopes].reverse()]);
  });
}
