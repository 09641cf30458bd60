/**
 * /start and /cancel come before the conversations and end whatever one of them was waiting for: its state is taken away. A
 * question that stays open needs none, for a text is judged from the rows as well.
 */
import { Composer } from 'grammy';
import {
  learnerOf,
  type Awaited,
  type BotContext,
  type ConversationStore,
  type StoredConversations,
} from './context.js';

/** To be mounted before /start and /cancel. */
export function forget(store: ConversationStore): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(['start', 'cancel'], async (ctx, next) => {
    const key = `${ctx.chat.id}:${learnerOf(ctx)}`;
    const ended = awaitedIn((await store.read(key)) as StoredConversations | undefined);
    if (ended !== null) ctx.ended = ended;
    await store.delete(key);
    await next();
  });
  return composer;
}

const AWAITED: readonly Awaited[] = ['daily', 'exam-date', 'rename', 'deletion'];

/** What was waited for; null for a question alone. */
const awaitedIn = (stored: StoredConversations | undefined): Awaited | null =>
  AWAITED.find((name) => stored !== undefined && name in stored.state) ?? null;
