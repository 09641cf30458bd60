import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countMissing } from '../../src/db/missing.js';
import { withDatabase } from '../support/database.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built tool as `npm run -s check-notes` does. */
const checkNotes = (...args: string[]): Promise<Outcome> => runTool(args);

const runTool = (args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...variables };
    execFile(process.execPath, ['dist/cli/check-notes.js', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-notes-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function checkText(content: string | Uint8Array): Promise<Outcome> {
  const file = join(folder, 'note.txt');
  await writeFile(file, content);
  return checkNotes(file);
}

describe('check-notes', () => {
  test('reports facts, empty sections, unclear lines and terms defined twice', async () => {
    const note = [
      'ПЛЮСЫ ТОМОВ:',
      '',
      '',
      'Слой - часть образа',
      'Том - место для данных',
      'Слой - ступень приложения',
      'Митоз деление клетки',
    ];
    const { code, out, err } = await checkText(note.join('\n'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^3 факта\nС проверкой ответа — \d+, «вспомните сами» — \d+\.\n/);
    expect(out).toContain('Пустых разделов — 1:\n  строка 1: Плюсы томов\n');
    expect(out).toContain(
      'Неразобранных строк — 1:\n  строка 7: «Митоз деление клетки» — нет тире между термином и определением\n',
    );
    expect(out).toContain(
      'Терминов с двумя определениями — 1:\n  Слой\n    строка 4: часть образа\n    строка 6: ступень приложения\n',
    );
  });

  test('the two counts of facts add up', async () => {
    const { out } = await checkText('ПЛЮСЫ:\n- живут долго\n- видны многим\n- легко копировать\n');
    const [, all, checked, recalled] =
      /^(\d+) \S+\nС проверкой ответа — (\d+), «вспомните сами» — (\d+)\./.exec(out) ?? [];
    expect(Number(all)).toBe(4);
    expect(Number(checked) + Number(recalled)).toBe(4);
  });

  test.each([
    ['nothing to ask', 'привет\n', 'Спрашивать пока не о чем'],
    ['an empty file', '', 'Файл пустой.'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'Это не текст'],
    ['a file over the limit', 'а'.repeat(600_000), 'Файл больше 1 МБ'],
  ])('%s is one sentence on stderr and exit code 1', async (_, content, sentence) => {
    const { code, out, err } = await checkText(content);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a missing file and a missing argument are told apart', async () => {
    expect((await checkNotes(join(folder, 'none.txt'))).err).toContain(
      'Не получилось прочитать файл',
    );
    expect((await checkNotes()).err).toContain('Укажите файл');
  });
});

describe('check-notes --missing', () => {
  test('lists what was looked for in vain, the most often asked first', () =>
    withDatabase(async ({ db, url }) => {
      const missing = () => runTool(['--missing'], { DATABASE_URL: url, BOT_TOKEN: '' });
      expect(await missing()).toEqual({
        ...{ code: 0, err: '' },
        out: 'Всё, что искали, в конспектах есть.\n',
      });
      const now = new Date('2026-05-20T09:00:00Z');
      for (const query of ['щи', 'борщ', 'борщ']) await countMissing(db, query, now);
      expect((await missing()).out).toBe(
        'Искали, а в конспектах нет:\n  борщ — 2 раза\n  щи — 1 раз\n',
      );
    }));

  test('settings that cannot work are one sentence', async () => {
    const { code, out, err } = await runTool(['--missing'], { DATABASE_URL: 'nonsense' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^DATABASE_URL [^\n]+\n$/);
  });
});
