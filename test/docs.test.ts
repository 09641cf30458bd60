/** What the documents say of the program, held against it: commands, settings, parts, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { menu } from '../src/bot/texts/replies.js';

const textOf = (path: string): string => readFileSync(path, 'utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const readme = textOf('README.md');
const architecture = textOf('ARCHITECTURE.md');

test('the README names every command of the menu, and no other', () => {
  const commands = menu.map(({ command }) => command);
  expect(matches(readme, /^\| `\/(\w+)` /gmu).sort()).toEqual(commands.sort());
});

test('the README names every setting of the example, except the one compose takes for itself', () => {
  const settings = Object.keys(parseEnv(textOf('.env.example')));
  const wanted = settings.filter((name) => name !== 'POSTGRES_PASSWORD');
  expect(matches(readme, /^\| `([A-Z_]+)` /gmu).sort()).toEqual(wanted.sort());
});

describe('the architecture', () => {
  const tree = architecture.slice(architecture.indexOf('src/'), architecture.indexOf('## Who'));
  const rows = matches(architecture, /^\| ([^|]+?) +\|/gmu).flatMap((cell) => cell.split(', '));

  test.each(readdirSync('src'))('has a place in the tree for %s', (entry) => {
    expect(tree).toContain(entry.endsWith('.ts') ? entry : `${entry}/`);
  });

  test.each(readdirSync('src'))('says what %s may import', (entry) => {
    expect(rows).toContain(entry.replace(/\.ts$/u, ''));
  });

  test('fits on a page and a half', () => {
    expect(architecture.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });
});

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe.each(documents)('%s', (path) => {
  test('links to files that are there', () => {
    const links = matches(textOf(path), /(?:\]\(|src=")([^)"#\s]+)/gu);
    const files = links.filter((link) => !/^https?:/u.test(link));
    expect(files.filter((file) => !existsSync(resolve(dirname(path), file)))).toEqual([]);
  });

  test('names sources and tests by where they are', () => {
    const files = matches(textOf(path), /`((?:src|test|bench|docs)\/[\w./-]+\.\w+)`/gu);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});
