// The linter keeps the invariants of docs/architecture.md: the stair of imports, a core without a host, linear expressions.
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Each step of the stair and the folders of server/src that it may import besides itself. */
const stair = {
  text: [],
  facts: ['text'],
  filing: ['text', 'facts'],
  readers: ['text', 'facts', 'filing'],
  rules: ['text', 'facts', 'filing'],
  writers: ['text', 'facts', 'filing'],
  ledger: ['text', 'facts', 'filing', 'readers', 'rules', 'writers'],
  operations: ['text', 'facts', 'filing', 'readers', 'rules', 'writers'],
  features: ['text', 'facts', 'filing', 'readers', 'rules', 'writers', 'ledger', 'operations'],
};
const folders = Object.keys(stair);
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
  ...folders.map((folder) => ({
    files: [`server/src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: hostless.paths,
          patterns: [
            ...hostless.patterns,
            {
              group: folders
                .filter((other) => other !== folder && !stair[folder].includes(other))
                .flatMap((other) => [`../${other}/*`, `../../${other}/*`])
                .concat(['../server', '../documents', '../settings', '../cli/*', '../../cli/*']),
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
              regex: 'server/src/(?!readers/recognise|facts/layouts)',
              message: 'The client imports readers/recognise and facts/layouts, and nothing else of the server.',
            },
          ],
        },
      ],
    },
  },
);
