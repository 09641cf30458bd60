/**
 * The bot: Telegram in, Russian out. In: a study, a place for conversations, a way to Telegram. Out: a grammY bot whose
 * `handleUpdate` does one update. The order below is the design: what works at every moment, taps judged from the rows,
 * the one conversation that puts questions, then everything that asks for a question to be put. `hearing` stands around the
 * screens: what is said to the last of them counts as a tap.
 */
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, type Context } from 'grammy';
import { admin } from './admin.js';
import type { BotContext, BotDeps, ConversationStore, StoredConversations } from './context.js';
import { learnerOf } from './context.js';
import { blocking, daily, dailyConversation } from './daily.js';
import { boundary } from './errors.js';
import { corrections } from './corrections.js';
import { decks } from './decks.js';
import { DELETION, deletionConversation } from './deletion.js';
import { EXAM_DATE, exam, examDateConversation } from './exam.js';
import { explain } from './explain.js';
import { forget } from './forget.js';
import { privateOnly } from './groups.js';
import { quiz } from './home.js';
import { inline } from './inline.js';
import { mistakes } from './mistakes.js';
import { pastes } from './paste.js';
import { ownData } from './own-data.js';
import { plain } from './plain.js';
import { put } from './put.js';
import { QUESTION_VERSION, questionConversation } from './question.js';
import { renameConversation } from './rename.js';
import { hearing, REPLY, replyConversation } from './reply.js';
import { rest } from './rest.js';
import { settings } from './settings.js';
import { start } from './start.js';
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
  bot.use(blocking(study));
  bot.use(admin(deps));
  bot.use(forget(deps.conversationStore));
  bot.use(start(study));
  bot.use(questionTaps(study));
  bot.use(conversations<BotContext, Context>({ storage: storageOf(deps.conversationStore) }));
  bot.use(hearing);
  bot.use(createConversation<BotContext, Context>(replyConversation(study), REPLY));
  bot.use(createConversation<BotContext, Context>(questionConversation(study), 'question'));
  bot.use(createConversation<BotContext, Context>(examDateConversation(study), EXAM_DATE));
  bot.use(createConversation<BotContext, Context>(dailyConversation(study), 'daily'));
  bot.use(createConversation<BotContext, Context>(renameConversation(study), 'rename'));
  bot.use(createConversation<BotContext, Context>(deletionConversation(study), DELETION));
  bot.use(put(study));
  bot.use(questionTaps(study));
  bot.use(quiz(study));
  bot.use(corrections(study));
  bot.use(mistakes(study));
  bot.use(exam(study));
  bot.use(topics(study));
  bot.use(daily(study));
  bot.use(settings(study));
  bot.use(rest(study));
  bot.use(explain(study));
  bot.use(ownData(study));
  bot.use(decks(deps));
  bot.use(pastes(deps));
  bot.use(plain(deps));
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
