import { Api } from 'grammy';
import { tooMany } from '../../src/bot/too-many.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

test('a flood of messages is answered in the chat, a flood of taps over the button', async () => {
  const telegram = createLocalTelegram();
  const bot = { api: new Api(telegram.token, { fetch: telegram.fetch }), botInfo: telegram.me };
  const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
  const tell = tooMany(bot, log);
  await telegram.deliverTo(async (update) => {
    tell(update);
    await new Promise(setImmediate);
  });
  const anna = telegram.person();
  await anna.say('раз');
  await bot.api.sendMessage(anna.user.id, 'кнопка', {
    reply_markup: { inline_keyboard: [[{ text: 'Нажать', callback_data: 'x' }]] },
  });
  const press = await anna.press(anna.messages().at(-1)!, 'Нажать');
  expect(anna.messages().map(({ text }) => text)).toEqual([
    'раз',
    'Слишком много сообщений подряд. Продолжим через минуту.',
    'кнопка',
  ]);
  expect(press.answer()?.text).toBe('Слишком много нажатий подряд. Продолжим через минуту.');
});
