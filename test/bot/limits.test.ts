import { Bot } from 'grammy';
import type { BotContext } from '../../src/bot/context.js';
import { limits } from '../../src/bot/limits.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

test('a flood is answered once and then left, a person never notices, others are not touched', async () => {
  const telegram = createLocalTelegram();
  let time = 0;
  let limited = 0;
  const bot = new Bot<BotContext>(telegram.token, {
    client: { fetch: telegram.fetch },
    botInfo: telegram.me,
  });
  bot.use(limits({ burst: 5, perSecond: 1, now: () => time, onLimited: () => (limited += 1) }));
  bot.on('message', (ctx) => ctx.reply('слышу'));
  await telegram.deliverTo((update) => bot.handleUpdate(update));
  const [anna, boris] = [telegram.person(), telegram.person()];
  const heard = (person: typeof anna) =>
    person
      .messages()
      .filter(({ from }) => from?.is_bot)
      .map(({ text }) => text);

  for (let i = 0; i < 20; i += 1) await anna.say('раз');
  const tooMany = 'Слишком много сообщений подряд. Продолжим через минуту.';
  expect(heard(anna)).toEqual([...Array<string>(5).fill('слышу'), tooMany]);
  expect(limited).toBe(15);
  await boris.say('два');
  expect(heard(boris)).toEqual(['слышу']);

  for (let second = 0; second < 30; second += 1) {
    time += 1000;
    await anna.say('три');
  }
  expect(heard(anna)).toHaveLength(36);
  for (let i = 0; i < 5; i += 1) await anna.say('четыре');
  expect(heard(anna).filter((text) => text === tooMany)).toHaveLength(1);
});
