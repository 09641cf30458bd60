/** The terminal chat as a reader of the README meets it: a script that ends by itself, Ctrl-C in the middle, a new start. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster } from '../../src/db/embedded/postmaster.js';
import { type BotProcess, startBot } from '../support/bot-process.js';
import { temporaryDirectory } from '../support/temporary.js';

let directory: string;
let bot: BotProcess;

beforeEach(() => void (directory = temporaryDirectory()));
afterEach(async () => {
  bot.child.kill('SIGKILL');
  await bot.ended;
  const postmaster = findPostmaster(join(directory, 'postgres', 'cluster'));
  if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
  await rm(directory, { recursive: true, maxRetries: 20, retryDelay: 50 });
});

const start = (): BotProcess => (bot = startBot({ DATA_DIR: directory }));

/** Types a line and gives what is said until it matches. */
async function type(line: string, until: RegExp): Promise<string> {
  const from = bot.output().length;
  bot.type(line);
  await bot.says(until, from);
  return bot.output().slice(from);
}

const QUESTION = /Вопрос (\d+) из 5([^]*?)\n\[1\]/;

/** Answers the question on the screen somehow, and reads on to the next one. */
async function answer(): Promise<void> {
  const verdict = await type('1', /✎ #\d+\n(?:✅[^]*Вопрос \d|❌[^]*Дальше)/);
  if (!verdict.includes('✅ Правильно')) await type('1', QUESTION);
}

async function interrupt(): Promise<void> {
  bot.child.kill('SIGINT');
  expect(await bot.ended).toBe(0);
}

test('a piped script is played to its end', async () => {
  start();
  for (const line of ['/start', '1', '/quiz', '1']) bot.type(line);
  bot.child.stdin?.end();
  expect(await bot.ended).toBe(0);
  const screen = bot.output();
  expect(screen).toMatch(/> \/start\n[^]*Вопрос 1 из 5\n[^]*> 1\n→ [^]*\n(?:✅ Правильно|❌ Нет)/);
  expect(screen).toMatch(/> \/quiz\n[^]*Продолжим с вопроса 2 из 5\?\n[^]*> 1\n→ Продолжить\n/);
  expect(screen.trimEnd()).toMatch(/Вопрос 2 из 5\n[^]*\[\d\] Стоп$/);
  expect(bot.errors()).toBe('');
  expect(findPostmaster(join(directory, 'postgres', 'cluster'))).toBeNull();
});

test('after Ctrl-C the session goes on at the same question, and /stats agrees', async () => {
  start();
  await type('/start', QUESTION);
  await answer();
  await answer();
  const asked = QUESTION.exec(bot.output().slice(bot.output().lastIndexOf('Вопрос 3')))?.slice(1);
  expect(asked?.[0]).toBe('3');
  await interrupt();

  start();
  await type('/quiz', /Продолжим с вопроса 3 из 5\?/);
  const again = await type('1', QUESTION);
  expect(QUESTION.exec(again)?.slice(1)).toEqual(asked);
  const stats = await type('/stats', /неделе[^]*К вопросу/);
  expect(stats).toContain('На этой неделе 2\u00a0вопроса.');
  const back = /\[(\d)\] К вопросу/.exec(stats)?.[1] ?? '';
  expect(QUESTION.exec(await type(back, QUESTION))?.slice(1)).toEqual(asked);
  await answer();
  await interrupt();
});

test('after kill -9 too', async () => {
  start();
  await type('/start', QUESTION);
  await answer();
  bot.child.kill('SIGKILL');
  expect(await bot.ended).toBe('SIGKILL');

  start();
  expect(await type('/stats', /неделе.*\n/)).toContain('На этой неделе 1\u00a0вопрос.');
  await type('дальше', /Вопрос 2 из 5/);
  await interrupt();
});
