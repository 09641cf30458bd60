import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders that do no I/O, read no clock and throw no dice: time and chance are arguments there. */
const PURE = ['russian', 'notes', 'questions', 'review', 'search'].map((name) => `src/${name}/**`);

const regexOfString = ':matches(CallExpression, NewExpression)[callee.name="RegExp"]';
const asciiOnlyRegex = [
  'Literal[regex.pattern=/(?<!\\\\)(?:\\\\\\\\)*\\\\[bBwW]/]',
  `${regexOfString} Literal[value=/\\\\[bBwW]/]`,
  `${regexOfString} TemplateElement[value.cooked=/\\\\[bBwW]/]`,
].map((selector) => ({
  selector,
  message: '\\b, \\w and \\W know ASCII letters only, even with /u: use \\p{L} and lookarounds.',
}));

const processEnv = {
  object: 'process',
  property: 'env',
  message: 'config.ts is the only reader of the environment.',
};
const clockAndChance = [
  { object: 'Math', property: 'random', message: 'Take a seeded Random as an argument.' },
  { object: 'Date', property: 'now', message: 'Take the instant as an argument.' },
];

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'drizzle/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['AbortController', 'Buffer', 'clearTimeout', 'console', 'fetch', 'module'],
          ...['performance', 'process', 'setTimeout', 'URL'],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['drizzle.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      // Text from outside holds control characters, and naming them is how they are removed.
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An async function without await keeps a throw inside the promise, which callers rely on.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-params': ['error', { max: 4 }],
      'no-console': 'error',
      'no-restricted-properties': ['error', processEnv],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-properties': ['error', processEnv, ...clockAndChance],
      'no-restricted-syntax': [
        'error',
        ...asciiOnlyRegex,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take the instant as an argument.',
        },
      ],
    },
  },
  {
    files: [
      'src/config.ts',
      'src/main.ts',
      'src/cli/missing.ts',
      'src/cli/push.ts',
      'src/cli/health.ts',
      'src/cli/inbox.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['src/cli/**', 'src/run/terminal.ts'], rules: { 'no-console': 'off' } },
);
