// The linter keeps the invariants of docs/architecture.md: the stair of imports, a core without a host, linear expressions.
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { STAIR } from './tools/stair.mjs';

const rooms = Object.keys(STAIR);
/** What makes markup of words: a renderer writes text. */
const MARKUP =
  'innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|dangerouslySetInnerHTML|createContextualFragment|srcdoc';
const asMarkup = 'Words are made into a page by the renderer, which escapes them, and never as markup.';
const hostless = {
  paths: [
    'vscode',
    'vscode-languageserver',
    'vscode-languageserver/node',
    'vscode-languageserver/browser',
    'vscode-languageclient',
  ],
  patterns: [{ group: ['node:*'], message: 'The core runs unchanged in a browser worker.' }],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      'node_modules/',
      'tools/workbench*/',
      'test-results/',
      '.demo/',
      'bench/servers/dist/',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 460, skipBlankLines: true, skipComments: true }],
    },
  },
  ...rooms.map((room) => ({
    files: [`server/src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: hostless.paths,
          patterns: [
            ...hostless.patterns,
            {
              group: [...rooms, 'node', 'server', 'cli']
                .filter((other) => other !== room && !STAIR[room].includes(other))
                .flatMap((other) => [`../${other}/*`, `../../${other}/*`]),
              message: 'Imports go down the stair only (docs/architecture.md).',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'require',
        'setTimeout',
        'setInterval',
        'fetch',
        'Date',
        'console',
      ],
    },
  })),
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'server/src/(?!protocol|readers/recognise|facts/layouts)',
              message:
                'The client imports protocol, readers/recognise and facts/layouts, and nothing else of the server.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['webview/**/*.{ts,tsx}', 'client/src/**/*.ts', 'server/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `MemberExpression[property.name=/^(?:${MARKUP})$/]`, message: asMarkup },
        { selector: `MemberExpression[property.value=/^(?:${MARKUP})$/]`, message: asMarkup },
        { selector: `Property[key.name=/^(?:${MARKUP})$/]`, message: asMarkup },
        { selector: `JSXAttribute[name.name=/^(?:${MARKUP})$/i]`, message: asMarkup },
        { selector: 'MemberExpression[object.name="document"][property.name=/^write(?:ln)?$/]', message: asMarkup },
        { selector: 'NewExpression[callee.name=/^(?:DOMParser|Function)$/]', message: asMarkup },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    files: ['webview/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: hostless.paths,
          patterns: [
            {
              regex: '(?:server|client)/src/',
              message: 'A webview knows types of the core, and nothing else of it.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
);
