/**
 * Commands of whoever runs the bot, by Telegram id and in the private chat only. For everybody else they do not exist: what
 * others send passes through and is answered like any unknown command or dead button. Mounted before the conversations, so
 * that a look at the bot answers nobody's question.
 */
import { Composer, type Api } from 'grammy';
import type { By } from '../study/admin.js';
import { aside, turnTo } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import type { Message } from './message.js';
import { say, takeButtons, toast } from './say.js';
import { tapped } from './taps.js';
import {
  adminMenu,
  healthMessage,
  keptMessage,
  missedMessage,
  pausedMessage,
  pauseQuestion,
  replayedMessage,
  resumedMessage,
  setAsideMessage,
  statusMessage,
} from './texts/admin.js';
import { menu, toasts } from './texts/replies.js';

/** Everything an admin can do in the chat; nothing without admins. */
export function admin({ admins, study, log }: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  if (admins === undefined) return composer;
  const { ids, desk } = admins;
  const own = composer.filter((ctx) => ids.includes(learnerOf(ctx)));
  const tell = async (ctx: BotContext, message: Message) =>
    void (await say(ctx, await aside(ctx, study, message)));

  const met = new Set<number>();
  own.use(async (ctx, next) => {
    const adminId = learnerOf(ctx);
    // Telegram knows no chat with somebody who has not written yet: the menu waits for their first word.
    if (!met.has(adminId)) {
      met.add(adminId);
      await showMenu(ctx.api, adminId).catch((err: unknown) =>
        log.warn({ err }, 'the menu of an admin could not be registered'),
      );
    }
    await next();
  });
  own.command('status', async (ctx) => tell(ctx, statusMessage(await desk.status(byOf(ctx)))));
  own.command('health', async (ctx) => tell(ctx, healthMessage(await desk.worst(byOf(ctx)))));
  own.command('missing', async (ctx) => tell(ctx, missedMessage(await desk.missed(byOf(ctx)))));
  own.command('setaside', async (ctx) =>
    tell(ctx, setAsideMessage(await desk.setAside(byOf(ctx)))),
  );
  own.command('pausepush', (ctx) => tell(ctx, pauseQuestion));
  own.command('resumepush', async (ctx) => {
    const isResumed = await desk.resumePushes(byOf(ctx));
    await tell(ctx, isResumed ? resumedMessage : keptMessage);
  });

  own.filter(tapped('setAside'), async (ctx) => {
    await toast(ctx);
    await turnTo(ctx, study, setAsideMessage(await desk.setAside(byOf(ctx))));
  });
  own.filter(tapped('replay', 'replayAll'), async (ctx) => {
    const target = ctx.tap.kind === 'replay' ? ctx.tap.update : 'all';
    const replayed = await desk.replay(byOf(ctx), target);
    await toast(ctx);
    await turnTo(ctx, study, replayedMessage(replayed));
  });
  own.filter(tapped('keepPushes'), async (ctx) => {
    await toast(ctx);
    await turnTo(ctx, study, keptMessage);
  });
  own.filter(tapped('pausePushes'), async (ctx) => {
    const message = ctx.callbackQuery?.message;
    if (await desk.pausePushes(byOf(ctx), new Date((message?.date ?? 0) * 1000))) {
      await toast(ctx);
      return turnTo(ctx, study, pausedMessage);
    }
    await toast(ctx, toasts.dead);
    await takeButtons(ctx, message?.message_id);
  });
  return composer;
}

/** The learner's menu and, in this chat alone, the commands above. */
async function showMenu(api: Api, adminId: number): Promise<void> {
  await api.setMyCommands([...menu, ...adminMenu], { scope: { type: 'chat', chat_id: adminId } });
}

const byOf = (ctx: BotContext): By => ({
  adminId: learnerOf(ctx),
  updateId: ctx.update.update_id,
});
