/**
 * Compiles src/ to dist/ with swc, which takes a second where tsc takes ten; types are checked by `npm run check`.
 * Only files older than their source are written, each by a rename, so that scripts may build at the same time.
 */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const dist = join(root, 'dist');

const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'es6' },
  swcrc: false,
};

const modifiedAt = (path) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function filesIn(folder, ending) {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((name) => name.endsWith(ending));
}

const outputOf = (source) => source.replace(/\.ts$/, '.js');

async function compile(source) {
  // Loaded when there is something to compile: a start without changes does not pay for it.
  const { transformFile } = await import('@swc/core');
  const { code } = await transformFile(join(src, source), options);
  const target = join(dist, outputOf(source));
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, target);
}

const sources = await filesIn(src, '.ts');
const oldest = Math.max(
  await modifiedAt(fileURLToPath(import.meta.url)),
  await modifiedAt(join(root, 'package-lock.json')),
);
const stale = [];
for (const source of sources) {
  const builtAt = await modifiedAt(join(dist, outputOf(source)));
  const changedAt = await modifiedAt(join(src, source));
  if (builtAt < Math.max(changedAt, oldest)) stale.push(source);
}
await Promise.all(stale.map(compile));

const wanted = new Set(sources.map(outputOf));
for (const output of await filesIn(dist, '.js')) {
  if (!wanted.has(output)) await rm(join(dist, output));
}
if (process.argv.includes('--verbose')) {
  console.log(`${stale.length} of ${sources.length} files compiled to ${relative(root, dist)}/`);
}
