// The linter keeps the invariants of docs/architecture.md: the stair of imports, a core without a host, linear expressions.
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { STAIR } from './tools/stair.mjs';

const rooms = Object.keys(STAIR);
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
      'max-lines': ['error', { max: 420, skipBlankLines: true, skipComments: true }],
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
);
