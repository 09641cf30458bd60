import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { Bot, InlineKeyboard, InputFile } from 'grammy';
import { createLog } from '../../src/log.js';
import { createInbox } from '../../src/run/inbox.js';
import { startTerminal } from '../../src/run/terminal.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';
import { memoryStore } from './memory-store.js';

let filesDir: string;
beforeEach(async () => void (filesDir = await mkdtemp(join(tmpdir(), 'terminal-'))));
afterEach(() => rm(filesDir, { recursive: true }));

/** A bot that asks on /start, judges taps, repeats texts, and sends a file on /export. */
function createBot(telegram: ReturnType<typeof createLocalTelegram>): Bot {
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch: telegram.fetch } });
  const keyboard = new InlineKeyboard()
    .text('Контейнер', 'a')
    .text('Образ', 'b')
    .row()
    .text('Стоп', 's');
  bot.command('start', async (ctx) => {
    await ctx.reply('<b>Что это?</b>\n<blockquote>запущенный образ</blockquote>', {
      parse_mode: 'HTML',
      reply_markup: keyboard,
    });
  });
  bot.command('export', (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from('ответы'), 'ответы.csv')),
  );
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery(ctx.callbackQuery.data === 'a' ? 'Записано' : '');
    await ctx.editMessageText(`Выбрано: ${ctx.callbackQuery.data}`);
  });
  bot.on('message:document', (ctx) => ctx.reply(`Файл ${ctx.message.document.file_name}`));
  bot.on('message:text', async (ctx) => {
    // Slower than the next line arrives.
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ctx.reply(`Текст: ${ctx.message.text}`);
  });
  return bot;
}

/** Plays a script and gives what stands in the terminal. */
async function play(lines: readonly string[]): Promise<string> {
  const telegram = createLocalTelegram();
  const bot = createBot(telegram);
  const log = createLog('silent');
  const store = memoryStore();
  const inbox = createInbox({
    store,
    handle: (update) => bot.handleUpdate(update),
    troubleOf: () => 'failure',
    log,
  });
  const output = new PassThrough();
  const terminal = await startTerminal({
    telegram,
    person: telegram.person({ id: 1 }),
    inbox,
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    filesDir,
    log,
    onInterrupt: () => undefined,
  });
  await terminal.ended;
  await inbox.drain();
  output.end();
  const screen = (await output.toArray()).join('');
  return screen.slice(screen.indexOf('Ctrl-D.') + 'Ctrl-D.'.length).trim();
}

test('a script is played line by line, each after the answer to the one before', async () => {
  expect(await play(['/start', '2', 'раз', '=7', 'два'])).toBe(
    `
> /start

#1
Что это?
│ запущенный образ
[1] Контейнер  [2] Образ
[3] Стоп

> 2
→ Образ
✎ #1
Выбрано: b

> раз

#2
Текст: раз

> =7

#3
Текст: 7

> два

#4
Текст: два`.trim(),
  );
});

test('a tap reaches an older message by its number, and its toast is shown', async () => {
  const screen = await play(['/start', '/start', '1:1', '2:2']);
  expect(screen).toContain('> 1:1\n→ Контейнер\n· Записано\n✎ #1\nВыбрано: a');
  expect(screen).toContain('> 2:2\n→ Образ\n✎ #2\nВыбрано: b');
});

test('a number without a button is not sent by mistake', async () => {
  expect(await play(['/start', '9'])).toMatch(/> 9\nТакой кнопки нет\. Отправить текстом: =9$/);
});

test('files go both ways', async () => {
  const notes = join(filesDir, 'биология.txt');
  await writeFile(notes, 'МИТОЗ');
  const screen = await play([`/file ${notes}`, '/file нет-такого.txt', '/export']);
  expect(screen).toContain('Файл биология.txt');
  expect(screen).toContain('Файл не прочитан: нет-такого.txt');
  const saved = (await readdir(filesDir)).find((name) => name.endsWith('-ответы.csv'));
  expect(screen).toContain(`📎 ${join(filesDir, saved!)}`);
  expect(await readFile(join(filesDir, saved!), 'utf8')).toBe('ответы');
});

test('where a file has gone is said before the next line is read', async () => {
  const screen = await play(['/export', 'дальше']);
  expect(screen.indexOf('📎')).toBeGreaterThan(screen.indexOf('> /export'));
  expect(screen.indexOf('📎')).toBeLessThan(screen.indexOf('> дальше'));
});

test('a text too long for one message goes as several', async () => {
  const screen = await play(['я'.repeat(4090)]);
  expect(screen.match(/Текст: /g)).toBeNull();
  expect(await play(['я'.repeat(4089), 'ы'.repeat(4000)])).toContain(`Текст: ${'я'.repeat(4089)}`);
});

test('an empty script ends at once', async () => {
  expect(await play([])).toBe('');
});
