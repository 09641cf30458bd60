import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What `--json` promises. */
interface Printed {
  readonly facts: readonly { readonly id: string }[];
  readonly questions: readonly {
    readonly factId: string;
    readonly source: string;
    readonly line: number;
    readonly choices?: readonly { readonly text: string; readonly correct: boolean }[];
    readonly accepted?: readonly string[];
  }[];
  readonly gaps: readonly unknown[];
}

/** Runs the built tool as `npm run -s questions` does. */
const questions = (...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli/questions.js', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

const NOTE = [
  'ЧТО ТАКОЕ Git? - это система контроля версий для файлов проекта',
  '',
  'Git ВЕТКА - подвижный указатель на последний снимок истории',
  '!!! ВАЖНО: ветки можно легко создавать и удалять',
  '',
  'Git КОММИТ - снимок всех изменений с автором и сообщением',
  '',
  'Git ТЕГ - постоянное имя одного снимка',
  '',
  'КОМАНДЫ:',
  'git status  - посмотреть список изменённых файлов',
  'git log  - посмотреть историю снимков',
  'git branch  - посмотреть список веток',
  '',
  'ОТМЕНА ИЗМЕНЕНИЙ:',
  '',
  '',
].join('\n');

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questions-'));
  file = join(folder, 'git.txt');
  await writeFile(file, NOTE);
});

afterAll(() => rm(folder, { recursive: true }));

test('prints one JSON object of the promised shape', async () => {
  const { code, out, err } = await questions(file, '--json');
  expect([code, err]).toEqual([0, '']);
  const bank = JSON.parse(out) as Printed;
  expect(Object.keys(bank)).toEqual(['facts', 'questions', 'gaps', 'unused']);
  expect(bank.gaps).toEqual([{ section: 'Отмена изменений', line: 15 }]);
  for (const fact of bank.facts) {
    expect(Object.keys(fact)).toEqual(['id', 'kind', 'section', 'line', 'text']);
  }
  const facts = new Set(bank.facts.map(({ id }) => id));
  for (const question of bank.questions) {
    expect(facts).toContain(question.factId);
    expect(question.source.split('\n')).toContain(NOTE.split('\n')[question.line - 1]);
    const right = question.choices?.filter(({ correct }) => correct);
    if (right) expect(right).toHaveLength(1);
    expect(question.choices !== undefined && question.accepted !== undefined).toBe(false);
  }
  expect(bank.questions).toContainEqual(
    expect.objectContaining({
      kind: 'typecmd',
      prompt: 'Напишите команду git\nЗадача: посмотреть историю снимков.',
      accepted: ['git log'],
      answer: 'git log',
      line: 12,
      source: 'git log  - посмотреть историю снимков',
    }),
  );
});

test('the seed is 1 unless said otherwise, and decides everything', async () => {
  const [plain, one, two] = await Promise.all([
    questions(file, '--json'),
    questions(file, '--json', '--seed', '1'),
    questions('--seed', '2', '--json', file),
  ]);
  expect(plain.out).toBe(one.out);
  expect(two.out).not.toBe(one.out);
});

test('without --json it is a listing for people', async () => {
  const { code, out } = await questions(file);
  expect(code).toBe(0);
  expect(out).toContain('Что делает команда?\ngit log\n');
  expect(out).toContain('пустой раздел, строка 15: Отмена изменений');
});

test.each([
  ['no file', []],
  ['two files', ['a.txt', 'b.txt']],
  ['a file that is not there', ['no-such-file.txt']],
  ['a folder', ['.']],
  ['a wrong seed', ['package.json', '--seed', 'abc']],
  ['an unknown option', ['package.json', '--jsno']],
])('%s: one sentence on stderr, exit code 1', async (_what, args) => {
  const { code, out, err } = await questions(...args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^[А-Яа-яЁё].+\n$/u);
});
