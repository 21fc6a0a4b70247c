import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importRules } from './eslint.imports.mjs';
import { lawRules } from './eslint.laws.mjs';

const FRAMEWORK = [
  'next',
  'next/*',
  'next-auth',
  'next-auth/*',
  'react',
  'react-dom',
  'react-dom/*',
  'server-only',
  'react-aria-components',
];
const framework = (message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group: FRAMEWORK, message }] }] });

export default tseslint.config(
  {
    ignores: [
      '**/.next/**',
      '.programs/**',
      '.data/**',
      'node_modules/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { imports: importRules },
    rules: {
      'imports/direction': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read in lib/env.ts only.' },
        {
          object: 'crypto',
          property: 'randomUUID',
          message: 'Missing on plain http away from localhost: newKey() of lib/http/new-key.ts.',
        },
        {
          object: 'navigator',
          property: 'clipboard',
          message: 'Missing on plain http away from localhost: copyText() of components/ui/copy-text.ts.',
        },
        ...[
          ['crypto', 'subtle'],
          ['window', 'caches'],
          ...['credentials', 'geolocation', 'locks', 'mediaDevices', 'permissions', 'serviceWorker', 'share'].map(
            (name) => ['navigator', name],
          ),
          ...['storage', 'wakeLock'].map((name) => ['navigator', name]),
        ].map(([object, property]) => ({
          object,
          property,
          message: 'Missing on plain http away from localhost. What does without it is a file named below.',
        })),
      ],
    },
  },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['**/*.tsx'],
    rules: {
      // What opens in order to be typed into (palette, search, sheet) takes the focus; dialogs give it back.
      'jsx-a11y/no-autofocus': 'off',
      // Scrolling regions must be reachable by the keyboard (axe: scrollable-region-focusable).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'group', 'log', 'region'] }],
      // The keys of a combobox live on its field (aria-activedescendant), those of a picture on its number fields.
      'jsx-a11y/click-events-have-key-events': 'off',
      'jsx-a11y/interactive-supports-focus': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // The environment: its one reader, the Edge middleware (which cannot load it), and what starts processes or tests.
  {
    files: ['lib/env.ts', 'middleware.ts', 'next.config.ts', 'playwright.config.ts', 'scripts/**', '**/tests/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  // What plain http lacks, each asked for first in one place; and the keys of the server, which is no browser.
  {
    files: [
      'components/models/share-button.tsx',
      'components/ui/copy-text.ts',
      'components/voice/recording.ts',
      'lib/http/bring-voice.ts',
      'lib/http/push.ts',
      'lib/secrets.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**', 'tests/load/**'], rules: { 'no-console': 'off' } },
  // Not packages/: the embedded database keeps the laws of MongoDB, and knows nothing of ours.
  {
    files: ['app/**', 'components/**', 'lib/**', 'realtime/**', 'scripts/**'],
    plugins: { laws: lawRules },
    rules: { 'laws/once': 'error' },
  },
  { files: ['realtime/**/*.ts'], rules: framework('The sidecar is plain Node.') },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/web/**', 'lib/http/**', 'lib/i18n/**'],
    rules: framework('Domains are framework-free; only lib/web knows Next.'),
  },
  {
    files: ['lib/*/schemas.ts', 'lib/*/rules.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: FRAMEWORK, message: 'Schemas and rules run in the browser and on the server.' },
            {
              group: ['mongodb', 'bson', 'node:*', '**/repository', '**/documents', '**/db/*'],
              message: 'Schemas and rules are browser-safe: no database, no Node.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['components/**/*.tsx', 'components/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['mongodb', 'node:*', '**/repository', '**/documents'],
              message: 'Components run in the browser.',
            },
          ],
        },
      ],
    },
  },
);
