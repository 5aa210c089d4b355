import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** `patterns` as no-restricted-imports wants them, with the reason a developer reads. */
const forbid = (...rules) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: rules.map(([regex, message]) => ({ regex, message })) },
  ],
});
const dexie = ['^dexie$', 'Dexie is used in renderer/store only.'];
const sheets = ['^(xlsx|hucre)(/|$)', 'xlsx and hucre are used in shared/exchange only.'];
const electronSide = [
  '(^|/)electron(/|$)',
  'The renderer reaches the shell through shared/desktop.',
];
const rendererSide = ['/renderer/', 'Imports go renderer → shared ← electron.'];
const ledgers = ['/ledgers(/|$)', 'Engine folders take the definition as an argument.'];
const store = ['/store(/|$)', 'Components do not touch the store.'];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'test/fixtures'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: forbid(dexie, sheets, electronSide, rendererSide, ledgers),
  },
  {
    files: ['shared/exchange/**/*.ts'],
    rules: forbid(dexie, electronSide, rendererSide, ledgers),
  },
  {
    files: ['shared/ledgers/**/*.ts', 'shared/sample/**/*.ts'],
    rules: forbid(dexie, sheets, electronSide, rendererSide),
  },
  { files: ['electron/**/*.ts'], rules: forbid(dexie, sheets, rendererSide) },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    rules: forbid(dexie, sheets, electronSide),
  },
  {
    files: ['renderer/components/**/*.{ts,tsx}'],
    rules: forbid(dexie, sheets, electronSide, store, ledgers, [
      '/features/',
      'Components serve features.',
    ]),
  },
  {
    files: ['renderer/features/**/*.{ts,tsx}'],
    rules: forbid(dexie, sheets, electronSide, [
      '(^|/)\\.\\./\\.\\./features/|^\\.\\./(?!\\.\\.)[a-z]',
      'Features do not import each other.',
    ]),
  },
  {
    files: ['renderer/store/**/*.ts'],
    rules: forbid(sheets, electronSide, ledgers, [
      '/(features|components|app)/',
      'The store serves them.',
    ]),
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/ipc.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportSpecifier[imported.name='ipcMain']",
          message: 'ipcMain is used in electron/ipc.ts only.',
        },
      ],
    },
  },
);
