/**
 * The bot: Telegram in, Russian out. In: a study, a place for conversations, a way to Telegram. Out: a grammY bot whose
 * `handleUpdate` does one update. The order below is the design: what works at every moment, taps judged from the rows,
 * the one conversation that puts questions, then everything that asks for a question to be put.
 */
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, type Context } from 'grammy';
import type { BotContext, BotDeps, ConversationStore, StoredConversations } from './context.js';
import { learnerOf } from './context.js';
import { boundary } from './errors.js';
import { explain } from './explain.js';
import { privateOnly } from './groups.js';
import { quiz, start } from './home.js';
import { inline } from './inline.js';
import { plain } from './plain.js';
import { put } from './put.js';
import { QUESTION_VERSION, questionConversation } from './question.js';
import { questionTaps, readTap } from './taps.js';
import { topics } from './topics.js';

export type { BotDeps, BotLog, ConversationStore } from './context.js';

/** Builds the bot; nothing is sent until an update is handled. */
export function createBot(deps: BotDeps): Bot<BotContext> {
  const { study } = deps;
  const bot = new Bot<BotContext>(deps.token, {
    ...(deps.client && { client: deps.client }),
    ...(deps.botInfo && { botInfo: deps.botInfo }),
  });
  bot.use(boundary(deps));
  bot.use(inline(study));
  bot.use(privateOnly);
  bot.on('callback_query', readTap);
  bot.use(start(study));
  bot.use(questionTaps(study));
  bot.use(conversations<BotContext, Context>({ storage: storageOf(deps.conversationStore) }));
  bot.use(createConversation<BotContext, Context>(questionConversation(study), 'question'));
  bot.use(put(study));
  bot.use(quiz(study));
  bot.use(topics(study));
  bot.use(explain(study));
  bot.use(plain(study));
  return bot;
}

/** One state per learner and chat; a state of another version is forgotten by the plugin. */
const storageOf = (store: ConversationStore) => ({
  type: 'key' as const,
  version: QUESTION_VERSION,
  getStorageKey: (ctx: Context) => `${ctx.chat?.id ?? learnerOf(ctx)}:${learnerOf(ctx)}`,
  adapter: {
    read: async (key: string) => (await store.read(key)) as StoredConversations | undefined,
    write: (key: string, state: StoredConversations) => store.write(key, state),
    delete: (key: string) => store.delete(key),
  },
});
