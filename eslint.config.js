import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Where each place may look. `components` and `lib` know nothing of entrypoints; the gate knows only the wires; no page script meets Zod. */
const noZod = { name: 'zod', message: 'Import z from lib/zod.ts: it is jitless.' };
const restrict = (patterns, paths = [noZod]) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });
const layer = (group, message) => ({ group, message });
const ENTRYPOINTS = layer(['**/entrypoints/**'], 'Nothing imports an entrypoint.');
const UI = layer(
  ['**/components/**', 'react', 'react-dom', 'react-dom/*', 'react-markdown', 'lucide-react'],
  'lib/ has no React and no components.',
);
const PAGE_WORLD = layer(
  [
    ...['**/zod', 'dexie', 'dexie-*', 'react', 'react-dom', 'jose', '**/progress/**', '**/pack/**', '**/worker/**', '**/settings'],
    ...['**/signing/**', '**/approval/**'],
  ],
  'This runs in the customer’s page: no Zod, no Dexie, no React, no database, no keys.',
);

export default tseslint.config(
  { ignores: ['.output', '.wxt', 'node_modules', 'tests/lab/salesforce/modules'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.tsx', 'components/**'], ...reactHooks.configs.flat.recommended },
  { files: ['lib/**'], rules: restrict([ENTRYPOINTS, UI]) },
  {
    files: ['lib/criteria/**'],
    rules: restrict([
      ENTRYPOINTS,
      UI,
      layer(['**/pack/**', '**/guard/**', '**/progress/**', '**/gate/**', '**/watcher/**', '**/worker/**'], 'criteria stands on its own.'),
    ]),
  },
  {
    files: ['lib/pack/**'],
    rules: restrict([
      ENTRYPOINTS,
      UI,
      layer(['**/guard/**', '**/progress/**', '**/gate/**', '**/watcher/**', '**/worker/**'], 'A pack knows criteria, nothing above.'),
    ]),
  },
  {
    files: ['lib/guard/**'],
    rules: restrict([
      ENTRYPOINTS,
      UI,
      layer(['**/progress/**', '**/approval/**', '**/gate/**', '**/watcher/**', '**/worker/**', '#imports', 'wxt/*'], 'The judge is pure.'),
    ]),
  },
  {
    files: ['lib/signing/**'],
    rules: restrict([ENTRYPOINTS, UI, layer(['../**'], 'Keys and signatures stand on their own.')]),
  },
  {
    files: ['lib/approval/**'],
    rules: restrict([
      ENTRYPOINTS,
      UI,
      layer(['**/guard/**', '**/gate/**', '**/watcher/**', '**/worker/**', '#imports', 'wxt/*', 'dexie'], 'Codes are pure.'),
    ]),
  },
  {
    files: ['lib/gate/**', 'lib/crm/**/wire.ts'],
    rules: restrict([ENTRYPOINTS, UI, PAGE_WORLD, layer(['wxt/*', '#imports'], 'The gate has no browser.*.')]),
  },
  {
    files: ['lib/watcher/**', 'components/overlay/**', 'lib/crm/{salesforce,hubspot}/**', 'entrypoints/*.content.ts'],
    rules: restrict([PAGE_WORLD]),
  },
  {
    files: ['components/**'],
    ignores: ['components/overlay/**'],
    rules: restrict([
      ENTRYPOINTS,
      layer(
        ['#imports', 'wxt/*', 'dexie', 'dexie-*', '**/progress/db', '**/worker/**', '**/gate/**', '**/watcher/**'],
        'Components get props: no browser.*, no database.',
      ),
    ]),
  },
  {
    files: ['entrypoints/background.ts', 'lib/worker/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > VariableDeclaration[kind="let"]',
          message: 'The worker may be stopped at any moment: no mutable module state.',
        },
      ],
    },
  },
  { files: ['lib/zod.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-imports': ['error', { paths: [noZod] }] },
  },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
);
