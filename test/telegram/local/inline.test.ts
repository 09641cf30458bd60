import { Bot, GrammyError } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import { createLocalTelegram } from '../../../src/telegram/local/local-telegram.js';

function card(changes: Partial<InlineQueryResultArticle> = {}): InlineQueryResultArticle {
  return {
    ...{ type: 'article', id: 'a', title: 'Слой', description: 'часть образа' },
    input_message_content: { message_text: '<b>Слой</b>', parse_mode: 'HTML' },
    ...changes,
  };
}

const saying = (text: string) => ({
  input_message_content: { message_text: text, parse_mode: 'HTML' as const },
});

/** A bot that answers every inline query in this way. */
async function ask(
  answer: (bot: Bot, id: string) => Promise<unknown>,
  { lateMs = 0 }: { lateMs?: number } = {},
) {
  let now = Date.parse('2026-03-01T09:00:00Z');
  const telegram = createLocalTelegram({ now: () => now });
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch: telegram.fetch } });
  let refusal = null;
  await telegram.deliverTo(async (update) => {
    now += lateMs;
    await answer(bot, update.inline_query?.id ?? '').catch((error: unknown) => {
      if (!(error instanceof GrammyError)) throw error;
      refusal = error.description.replace('Bad Request: ', '');
    });
  });
  const asked = await telegram.person().inline('слой');
  return { asked, refusal };
}

test('the bot hears what is typed and the person sees its cards', async () => {
  const { asked } = await ask((bot, id) =>
    bot.api.answerInlineQuery(id, [card()], { cache_time: 9, is_personal: true }),
  );
  expect(asked.update.inline_query).toMatchObject({ query: 'слой', offset: '' });
  expect(asked.answer()).toEqual({
    cards: [{ id: 'a', title: 'Слой', description: 'часть образа', text: 'Слой' }],
    ...{ cacheSeconds: 9, isPersonal: true, button: null },
  });
});

test.each([
  [
    'more than fifty cards',
    Array.from({ length: 51 }, (_, i) => card({ id: `${i}` })),
    'RESULTS_TOO_MUCH',
  ],
  ['two cards of one id', [card(), card()], 'RESULT_ID_DUPLICATE'],
  ['an id over 64 bytes', [card({ id: 'я'.repeat(33) })], 'RESULT_ID_INVALID'],
  ['no title', [card({ title: ' ' })], 'ARTICLE_TITLE_EMPTY'],
  ['a text over 4096 signs', [card(saying('а'.repeat(4097)))], 'MESSAGE_TOO_LONG'],
  ['a text of nothing', [card(saying('<b> </b>'))], 'message text is empty'],
])('%s is refused', async (_, cards, words) => {
  const { asked, refusal } = await ask((bot, id) => bot.api.answerInlineQuery(id, cards));
  expect([refusal, asked.answer()]).toEqual([words, null]);
});

test('broken formatting and a button that leads nowhere are refused', async () => {
  const broken = await ask((bot, id) => bot.api.answerInlineQuery(id, [card(saying('<b>'))]));
  expect(broken.refusal).toMatch(/^can't parse entities/);
  const button = { text: 'Открыть', start_parameter: 'раз два' };
  const nowhere = await ask((bot, id) => bot.api.answerInlineQuery(id, [], { button }));
  expect(nowhere.refusal).toBe('START_PARAM_INVALID');
});

test('an answer that comes too late, or twice, finds nothing', async () => {
  const twice = await ask(async (bot, id) => {
    await bot.api.answerInlineQuery(id, [card()]);
    await bot.api.answerInlineQuery(id, []);
  });
  expect(twice.refusal).toMatch(/^query is too old/);
  const late = await ask((bot, id) => bot.api.answerInlineQuery(id, []), { lateMs: 60_000 });
  expect(late.refusal).toMatch(/^query is too old/);
});
