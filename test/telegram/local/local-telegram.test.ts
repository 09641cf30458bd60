import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { createLocalTelegram } from '../../../src/telegram/local/local-telegram.js';
import { encodePng } from '../../../src/picture/png.js';

const aPicture = (width: number, height: number) =>
  encodePng({ width, height, rgba: new Uint8Array(width * height * 4) });

/** A bot that echoes texts and counts taps, at a local Telegram with a clock of its own. */
function openEcho() {
  const clock = { ms: Date.parse('2026-03-01T09:00:00Z') };
  const telegram = createLocalTelegram({ now: () => clock.ms });
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch: telegram.fetch } });
  const keyboard = new InlineKeyboard().text('Раз', 'one').text('Два', 'two');
  bot.command('start', (ctx) => ctx.reply('Привет', { reply_markup: keyboard }));
  bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery(`Нажато ${ctx.callbackQuery.data}`);
    await ctx.editMessageText(`Было: ${ctx.callbackQuery.data}`);
  });
  const connect = () => telegram.deliverTo((update) => bot.handleUpdate(update));
  return { telegram, bot, clock, connect };
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return error.description;
    throw error;
  }
  return 'accepted';
}

describe('a person and a bot', () => {
  test('talk: a command, a text, a tap with its toast and edit', async () => {
    const { telegram, connect } = openEcho();
    await connect();
    const anna = telegram.person();
    await anna.say('/start');
    const press = await anna.press(anna.newest()!, 'Два');
    expect(press.answer()).toEqual({ text: 'Нажато two', alert: false });
    await anna.say('ещё');
    expect(anna.messages().map(({ text }) => text)).toEqual(['/start', 'Было: two', 'ещё', 'ещё']);
    expect(anna.newest({ withButtons: true })).toBeUndefined();
    expect(telegram.unansweredTaps()).toEqual([]);
    expect(telegram.calls.map(({ method }) => method)).toEqual([
      'sendMessage',
      'answerCallbackQuery',
      'editMessageText',
      'sendMessage',
    ]);
  });

  test('a tap on a message that is gone still arrives, without the message', async () => {
    const { telegram, bot } = openEcho();
    const anna = telegram.person();
    const message = await bot.api.sendMessage(anna.user.id, 'Раз', {
      reply_markup: new InlineKeyboard().text('Да', 'yes'),
    });
    await bot.api.deleteMessage(anna.user.id, message.message_id);
    const { update } = await anna.press(message, 'Да');
    expect(update.callback_query?.message?.date).toBe(0);
  });

  test('a newcomer cannot be written to before the first message, a blocker never', async () => {
    const { telegram, bot, connect } = openEcho();
    await connect();
    const boris = telegram.person({ isNew: true });
    const greet = () => bot.api.sendMessage(boris.user.id, 'Привет');
    expect(await refusal(greet())).toBe("Forbidden: bot can't initiate conversation with a user");
    await boris.say('да');
    expect(await refusal(greet())).toBe('accepted');
    await boris.block();
    expect(await refusal(greet())).toBe('Forbidden: bot was blocked by the user');
    await boris.unblock();
    expect(await refusal(greet())).toBe('accepted');
  });

  test('ids never repeat after a restart', async () => {
    const before = openEcho();
    const anna = before.telegram.person();
    const update = await anna.say('раз');
    const after = openEcho();
    after.clock.ms = before.clock.ms + 5;
    const next = await after.telegram.person().say('два');
    expect(next.update_id).toBeGreaterThan(update.update_id);
    expect(next.message!.message_id).toBeGreaterThan(update.message!.message_id);
  });

  test('a group has its own messages', async () => {
    const { telegram, connect } = openEcho();
    await connect();
    const group = telegram.group('Учим вместе');
    await telegram.person().say('все тут?', { chatId: group });
    expect(telegram.messagesOf(group).map(({ text }) => text)).toEqual(['все тут?', 'все тут?']);
    expect(telegram.person({ id: 5 }).messages()).toEqual([]);
  });
});

describe('limits of messages', () => {
  const html = { parse_mode: 'HTML' } as const;

  test('4096 signs are counted after the tags are gone', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    expect(await refusal(bot.api.sendMessage(id, `<b>${'я'.repeat(4096)}</b>`, html))).toBe(
      'accepted',
    );
    expect(await refusal(bot.api.sendMessage(id, 'я'.repeat(4097)))).toBe(
      'Bad Request: message is too long',
    );
    expect(await refusal(bot.api.sendMessage(id, '<b> </b>', html))).toBe(
      'Bad Request: message text is empty',
    );
  });

  test('captions end at 1024', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    const send = (caption: string) =>
      bot.api.sendPhoto(id, new InputFile(aPicture(4, 4)), { caption });
    expect(await refusal(send('я'.repeat(1024)))).toBe('accepted');
    expect(await refusal(send('я'.repeat(1025)))).toBe('Bad Request: message caption is too long');
  });

  test('a photo is a whole picture of a shape that phones show', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    const send = (bytes: Uint8Array) => bot.api.sendPhoto(id, new InputFile(bytes));
    expect((await send(aPicture(60, 20))).photo).toEqual([
      expect.objectContaining({ width: 60, height: 20 }),
    ]);
    for (const bytes of [Buffer.from('png'), aPicture(60, 20).subarray(0, 50)]) {
      expect(await refusal(send(bytes))).toBe('Bad Request: IMAGE_PROCESS_FAILED');
    }
    expect(await refusal(send(aPicture(1, 21)))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS');
    expect(await refusal(send(aPicture(9000, 1001)))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS');
  });

  test('formatting and strings must be well-formed', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    expect(await refusal(bot.api.sendMessage(id, '<b>', html))).toMatch(/can't parse entities/);
    expect(await refusal(bot.api.sendMessage(id, '*x*', { parse_mode: 'MarkdownV2' }))).toMatch(
      /parse_mode/,
    );
    expect(await refusal(bot.api.sendMessage(id, 'пол-эмодзи \ud83d'))).toMatch(/UTF-8/);
    expect(await refusal(bot.api.sendMessage(404, 'кому'))).toBe('Bad Request: chat not found');
  });

  test.each([
    ['64 bytes of callback data', 'x'.repeat(64), 'accepted'],
    ['65 bytes of callback data', 'x'.repeat(65), 'Bad Request: BUTTON_DATA_INVALID'],
    ['33 Cyrillic letters are 66 bytes', 'я'.repeat(33), 'Bad Request: BUTTON_DATA_INVALID'],
  ])('%s', async (_, data, expected) => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    const reply_markup = { inline_keyboard: [[{ text: 'Да', callback_data: data }]] };
    expect(await refusal(bot.api.sendMessage(id, 'Вопрос', { reply_markup }))).toBe(expected);
  });

  test('a button needs a text and something to do', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    const send = (button: object) =>
      refusal(
        bot.api.sendMessage(id, 'Вопрос', {
          reply_markup: { inline_keyboard: [[button as never]] },
        }),
      );
    expect(await send({ text: ' ', callback_data: 'x' })).toMatch(/text must be non-empty/);
    expect(await send({ text: 'Да' })).toMatch(/Text buttons are unallowed/);
    expect(await send({ text: 'Да', url: 'ссылка' })).toMatch(/is invalid/);
  });
});

describe('edits, deletions and taps', () => {
  test('an edit that changes nothing is refused, one that takes the buttons away is not', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    const reply_markup = new InlineKeyboard().text('Да', 'yes');
    const { message_id } = await bot.api.sendMessage(id, 'Раз', { reply_markup });
    const same = bot.api.editMessageText(id, message_id, '<b></b>Раз', {
      parse_mode: 'HTML',
      reply_markup,
    });
    expect(await refusal(same)).toMatch(/^Bad Request: message is not modified/);
    expect(await refusal(bot.api.editMessageReplyMarkup(id, message_id))).toBe('accepted');
    expect(telegram.messagesOf(id).at(-1)?.reply_markup).toBeUndefined();
    expect(await refusal(bot.api.editMessageText(id, message_id + 9, 'Два'))).toBe(
      'Bad Request: message to edit not found',
    );
    expect(await refusal(bot.api.editMessageCaption(id, message_id, { caption: 'x' }))).toBe(
      'Bad Request: there is no caption in the message to edit',
    );
  });

  test("a person's message cannot be edited", async () => {
    const { telegram, bot } = openEcho();
    const anna = telegram.person();
    const { message } = await anna.say('моё');
    const edit = bot.api.editMessageText(anna.user.id, message!.message_id, 'чужое');
    expect(await refusal(edit)).toBe("Bad Request: message can't be edited");
  });

  test('a message can be deleted for 48 hours', async () => {
    const { telegram, bot, clock } = openEcho();
    const { id } = telegram.person().user;
    const first = await bot.api.sendMessage(id, 'Раз');
    const second = await bot.api.sendMessage(id, 'Два');
    clock.ms += 47 * 3_600_000;
    expect(await refusal(bot.api.deleteMessage(id, first.message_id))).toBe('accepted');
    expect(await refusal(bot.api.deleteMessage(id, first.message_id))).toMatch(
      /to delete not found/,
    );
    clock.ms += 3_600_000;
    expect(await refusal(bot.api.deleteMessage(id, second.message_id))).toMatch(/can't be deleted/);
  });

  test('a tap is answered once, within 15 seconds', async () => {
    const { telegram, bot, clock } = openEcho();
    const anna = telegram.person();
    const message = await bot.api.sendMessage(anna.user.id, 'Раз');
    const tap = async () => (await anna.pressData(message, 'x')).update.callback_query!.id;
    const first = await tap();
    const second = await tap();
    expect(await refusal(bot.api.answerCallbackQuery(first, { text: 'я'.repeat(201) }))).toMatch(
      /TOO_LONG/,
    );
    expect(await refusal(bot.api.answerCallbackQuery(first))).toBe('accepted');
    expect(await refusal(bot.api.answerCallbackQuery(first))).toMatch(/query is too old/);
    clock.ms += 15_001;
    expect(await refusal(bot.api.answerCallbackQuery(second))).toMatch(/query is too old/);
  });
});

describe('files, profile, updates', () => {
  test('a document goes up as a form and down by its path', async () => {
    const { telegram, bot } = openEcho();
    const bytes = Buffer.from('ТЕРМИН - определение\r\n--строка', 'utf8');
    const { id } = telegram.person().user;
    const sent = await bot.api.sendDocument(id, new InputFile(bytes, 'конспект.txt'), {
      caption: '<b>Вот</b>',
      parse_mode: 'HTML',
    });
    expect(sent.document.file_name).toBe('конспект.txt');
    expect(sent.caption_entities).toEqual([{ type: 'bold', offset: 0, length: 3 }]);
    const file = await bot.api.getFile(sent.document.file_id);
    const response = await telegram.fetch(
      `https://api.telegram.org/file/bot${telegram.token}/${file.file_path}`,
    );
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('commands are checked', async () => {
    const { bot } = openEcho();
    const set = (command: string, description = 'Вопросы') =>
      bot.api.setMyCommands([{ command, description }]);
    expect(await refusal(set('quiz'))).toBe('accepted');
    expect(await bot.api.getMyCommands()).toEqual([{ command: 'quiz', description: 'Вопросы' }]);
    expect(await refusal(set('квиз'))).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await refusal(set('quiz', ''))).toBe('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
    expect(await refusal(bot.api.setMyShortDescription('я'.repeat(121)))).toMatch(/too long/);
  });

  test('a method nobody has written down is 404', async () => {
    const { telegram, bot } = openEcho();
    expect(await refusal(bot.api.sendDice(telegram.person().user.id, '🎲'))).toBe(
      'Not Found: method not found',
    );
  });

  test('updates wait for getUpdates until an offset confirms them', async () => {
    const { telegram, bot } = openEcho();
    const anna = telegram.person();
    const first = await anna.say('раз');
    const second = await anna.say('два');
    expect(await bot.api.getUpdates()).toHaveLength(2);
    expect(await bot.api.getUpdates({ offset: first.update_id + 1 })).toEqual([second]);
    const asking = bot.api.getUpdates({ offset: second.update_id + 1, timeout: 60 });
    const third = await anna.say('три');
    expect(await asking).toEqual([third]);
  });

  test('a second poller ends the first one', async () => {
    const { telegram, bot } = openEcho();
    const first = refusal(bot.api.getUpdates({ timeout: 60 }));
    const second = bot.api.getUpdates({ timeout: 60 });
    expect(await first).toMatch(/^Conflict/);
    await telegram.person().say('раз');
    expect(await second).toHaveLength(1);
  });
});

describe('trouble on demand', () => {
  test('a refused call has no effect, one whose answer is lost has', async () => {
    const { telegram, bot } = openEcho();
    const { id } = telegram.person().user;
    telegram.fail('sendMessage', { kind: 'flood', retryAfter: 7 });
    await expect(bot.api.sendMessage(id, 'Раз')).rejects.toMatchObject({
      error_code: 429,
      parameters: { retry_after: 7 },
    });
    telegram.fail('sendMessage', { kind: 'unreachable' });
    await expect(bot.api.sendMessage(id, 'Раз')).rejects.toThrow('Network request');
    expect(telegram.messagesOf(id)).toHaveLength(0);
    telegram.fail('sendMessage', { kind: 'lost-answer' });
    await expect(bot.api.sendMessage(id, 'Раз')).rejects.toThrow('Network request');
    expect(telegram.messagesOf(id)).toHaveLength(1);
  });
});

test('a file is given out at the address getFile made, for an hour, and to nobody without the token', async () => {
  const { telegram, bot, clock } = openEcho();
  const update = await telegram.person().sendDocument({ name: 'a.txt', bytes: Buffer.from('да') });
  const id = update.message?.document?.file_id ?? '';
  const root = `https://api.telegram.org/file/bot${telegram.token}`;
  const status = async (path: string) => (await telegram.fetch(path)).status;
  expect(await status(`${root}/documents/${id}.txt`)).toBe(404);
  const { file_path: path = '' } = await bot.api.getFile(id);
  const response = await telegram.fetch(`${root}/${path}`);
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('да');
  expect(await status(`https://api.telegram.org/file/bot1:wrong/${path}`)).toBe(401);
  clock.ms += 3_600_000;
  expect(await status(`${root}/${path}`)).toBe(404);
});
