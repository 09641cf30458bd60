import { execFile } from 'node:child_process';
import type { Step } from '../../src/study/step.js';
import { ANNA, BORIS, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const NOTES = `git stash  - отложить незаконченные правки
git restore  - вернуть файл к последнему снимку
`;

let house: TestStudy;
beforeEach(async () => {
  house = await openTestStudy(NOTES);
});
afterEach(() => house.close());

let updateId = 0;
const say = (learnerId: number, step: Step, text: string) =>
  house.study.answer(learnerId, step, { kind: 'text', text }, (updateId += 1));

/** Runs the built tool on this database as `npm run -s questions` does. */
async function health(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { connectionString = '' } = house.deps.db.$client.options;
  const env = { ...process.env, DATABASE_URL: connectionString, BOT_TOKEN: '' };
  return new Promise((resolve) => {
    const command = ['dist/cli/questions.js', '--health', ...args];
    execFile(process.execPath, command, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('nothing answered, nothing to look at', async () => {
  expect(await health()).toEqual({ code: 0, out: 'Плохих вопросов не видно.\n', err: '' });
  expect((await health('--json')).out).toBe('[]\n');
});

test('disliked and credited questions come first, with their numbers', async () => {
  const [first, other] = [await house.begin(ANNA, 2), await house.begin(BORIS, 2)];
  await say(ANNA, first, 'git hide');
  await house.study.credit(ANNA, first);
  await house.study.answer(BORIS, other, replyTo(other, false), (updateId += 1));
  await house.study.dislike(BORIS, other);
  const found = JSON.parse((await health('--json')).out) as Record<string, unknown>[];
  expect(found[0]).toMatchObject({ questionId: other.question.id, disliked: 1, deck: 'Git' });
  const credited = found.find((it) => it['credited'] === 1);
  expect(credited).toMatchObject({ questionId: first.question.id, right: 0 });
  const { out } = await health();
  expect(out).toContain('Вопросы, на которые стоит взглянуть:');
  expect(out).toMatch(/^ {3}👎 1 · верно 0 из \d/mu);
  expect(out).toContain('засчитано 1');
  expect(out).toMatch(/^ {3}Git, строка \d · \S+:typecmd$/mu);
});

test('an option that nobody takes is named once it was offered often enough', async () => {
  await house.importNotes(
    ['ВЕТКА - подвижный указатель на один из коммитов', 'КОММИТ - снимок всех файлов проекта']
      .concat(['ИНДЕКС - область для сбора изменений', 'КЛОН - полная копия чужого хранилища'])
      .join('\n'),
  );
  for (let learner = 1; learner <= 30; learner += 1) {
    const opened = await house.study.open(learner, { kind: 'trial' });
    if (opened.kind !== 'step') throw new Error(opened.kind);
    const step = await house.put(learner, opened.step);
    await house.study.answer(learner, step, replyTo(step, true), (updateId += 1));
  }
  const found = JSON.parse((await health('--json')).out) as { unchosen: string[] }[];
  expect(found.some(({ unchosen }) => unchosen.length > 0)).toBe(true);
});

test('a file and --health exclude each other, in one sentence', async () => {
  const { code, out, err } = await health('notes.txt');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trim().split('\n')).toHaveLength(1);
});
