/**
 * Questions every day: the offer after the first sitting, /daily and its screens, edited in place. Buttons carry what they
 * set, so that an old or repeated tap does what it says; a typed time or city is heard by the `daily` conversation.
 */
import type { Conversation } from '@grammyjs/conversations';
import { Composer, type Context } from 'grammy';
import type { Daily, DailyChange } from '../study/daily.js';
import type { Study } from '../study/study.js';
import { aside, turnTo } from './aside.js';
import type { DailyAsks } from './tap.js';
import { learnerOf, type BotContext } from './context.js';
import type { Message } from './message.js';
import { giveWay, outside, passOn } from './outside.js';
import { say, toast } from './say.js';
import { tapSaid } from './spoken.js';
import { tapped } from './taps.js';
import {
  askClockMessage,
  askPlaceMessage,
  askTimeMessage,
  confirmMessage,
  dailyMessage,
  daysMessage,
  declinedMessage,
  isDailySize,
  settledMessage,
  sizesMessage,
  timeOf,
  unknownPlaceMessage,
  unreadTimeMessage,
} from './texts/daily.js';
import { toasts } from './texts/replies.js';
import { isFromSettings, withWayBack } from './way-back.js';
import { isCommand, isControl, replyIn, wordIn } from './words.js';

/** /daily and its buttons; behind the conversations, which a tap here ends. */
export function daily(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('daily', (ctx) => sayDaily(ctx, study));
  composer.filter(tapped('daily'), (ctx) => turn(ctx, study, dailyMessage));
  composer.filter(tapped('dailySettings'), (ctx) => turn(ctx, study, dailyMessage));
  composer.filter(tapped('dailyAside'), async (ctx) => {
    await toast(ctx);
    await sayDaily(ctx, study);
  });
  composer.filter(tapped('dailyDays'), (ctx) => turn(ctx, study, daysMessage));
  composer.filter(tapped('dailySizes'), (ctx) => turn(ctx, study, sizesMessage));
  composer.filter(tapped('dailyTime'), (ctx) =>
    change(ctx, study, { time: timeOf(ctx.tap.minute), isOn: true }, chosenMessage),
  );
  composer.filter(tapped('dailyZone'), (ctx) =>
    change(ctx, study, { timeZone: ctx.tap.zone, isZoneConfirmed: false }, placedMessage),
  );
  composer.filter(tapped('dailyYes'), (ctx) =>
    change(ctx, study, { isZoneConfirmed: true }, confirmedMessage),
  );
  composer.filter(tapped('dailyWeekdays'), (ctx) => {
    const { weekdays } = ctx.tap;
    if (weekdays === 0) return toast(ctx, toasts.oneDay);
    return change(ctx, study, { weekdays, stepDays: 1 }, daysMessage);
  });
  composer.filter(tapped('dailyOn'), (ctx) =>
    change(ctx, study, { isOn: true, stepDays: ctx.tap.stepDays }, chosenMessage),
  );
  composer.filter(tapped('dailyOff'), (ctx) => change(ctx, study, { isOn: false }, dailyMessage));
  composer.filter(tapped('dailyNo'), (ctx) =>
    change(ctx, study, { isOn: false }, () => declinedMessage),
  );
  composer.filter(tapped('dailySize'), async (ctx) => {
    const { size } = ctx.tap;
    if (!isDailySize(size)) return toast(ctx, toasts.dead);
    await study.changeSetting(learnerOf(ctx), { setting: 'goal', value: size });
    await turn(ctx, study, dailyMessage);
  });
  composer.filter(tapped('dailyTyping'), (ctx) => listen(ctx, study, ctx.tap.asks));
  return composer;
}

/** A bot that was blocked is told by Telegram; mounted before everything that answers. */
export function blocking(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('my_chat_member', async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status !== 'kicked') return;
    await study.silenceDaily(learnerOf(ctx));
  });
  return composer;
}

/** The screen as a new message. */
export async function sayDaily(ctx: BotContext, study: Study): Promise<void> {
  await ctx.conversation.exit('daily');
  const message = dailyMessage(await study.daily(learnerOf(ctx)));
  await say(ctx, await aside(ctx, study, message));
}

type Screen = (daily: Daily) => Message;

/** Another screen in place of this one. */
async function turn(ctx: BotContext, study: Study, screen: Screen): Promise<void> {
  await ctx.conversation.exit('daily');
  const found = await study.daily(learnerOf(ctx));
  await toast(ctx);
  await put(ctx, study, screen(found));
}

async function change(
  ctx: BotContext,
  study: Study,
  wanted: DailyChange,
  screen: Screen,
): Promise<void> {
  await ctx.conversation.exit('daily');
  const changed = await study.changeDaily(learnerOf(ctx), wanted);
  await toast(ctx, changed === null ? toasts.dead : undefined);
  if (changed !== null) await put(ctx, study, screen(changed));
}

/** In place of the tapped screen, leading back where that led. */
const put = (ctx: BotContext, study: Study, screen: Message): Promise<void> =>
  turnTo(ctx, study, isFromSettings(ctx) ? withWayBack(screen) : screen);

/** After a time: the screen, unless the clock is not confirmed yet. */
const chosenMessage: Screen = (daily) =>
  daily.isZoneConfirmed ? dailyMessage(daily) : confirmMessage(daily);

/** After a city: is its clock right? */
const placedMessage: Screen = (daily) => (daily.isOn ? confirmMessage(daily) : dailyMessage(daily));

const confirmedMessage: Screen = (daily) =>
  daily.isOn ? settledMessage(daily) : dailyMessage(daily);

const asked: Readonly<Record<DailyAsks, Message>> = {
  time: askTimeMessage,
  place: askPlaceMessage,
  clock: askClockMessage,
};

const misheard: Readonly<Record<DailyAsks, Message>> = {
  time: unreadTimeMessage,
  place: unknownPlaceMessage,
  clock: unknownPlaceMessage,
};

/** A time that was written for the daily questions; null when it is none. */
export async function timeSaid(
  study: Study,
  learnerId: number,
  text: string,
): Promise<Message | null> {
  const daily = await study.chooseTime(learnerId, text);
  return daily && chosenMessage(daily);
}

/** What was written to «Сейчас у вас 14:05?»: where the learner is, else another hour; null when it is neither. */
export async function clockSaid(
  study: Study,
  learnerId: number,
  text: string,
): Promise<Message | null> {
  return (await placeSaid(study, learnerId, text)) ?? timeSaid(study, learnerId, text);
}

async function placeSaid(study: Study, learnerId: number, text: string): Promise<Message | null> {
  const daily = await study.choosePlace(learnerId, text);
  return daily && (daily.isZoneConfirmed ? confirmedMessage(daily) : placedMessage(daily));
}

/** The next text is a time or a city. */
async function listen(ctx: BotContext, study: Study, asks: DailyAsks): Promise<void> {
  await toast(ctx);
  await put(ctx, study, asked[asks]);
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('daily', asks, isFromSettings(ctx));
}

/** The conversation that hears a time or a city; to be registered under the name `daily`. */
export function dailyConversation(study: Study) {
  return async (
    conversation: Conversation<BotContext, Context>,
    ctx: Context,
    asks: DailyAsks,
    leadsBack: boolean,
  ) => {
    const learnerId = learnerOf(ctx);
    const dressed = (message: Message) => (leadsBack ? withWayBack(message) : message);
    for (;;) {
      const update = await conversation.wait();
      const { message } = update;
      const asking = dressed(asked[asks]);
      const tap = tapSaid(message?.text ?? '', asking);
      // A city is heard below, where the way back is known.
      if (tap !== null && tap.kind !== 'dailyZone')
        return passOn(conversation, tap, asking.keyboard);
      if (isCommand(message) || isControl(wordIn(message?.text ?? ''))) {
        return giveWay(conversation, 'daily');
      }
      const text = replyIn(message);
      if (text === null) await conversation.skip({ next: true });
      const listen = asks === 'time' ? timeSaid : placeSaid;
      const chosen = await outside(conversation, () => listen(study, learnerId, text ?? ''));
      const answer = dressed(chosen ?? misheard[asks]);
      const messageId = await say(update, answer);
      if (chosen === null) continue;
      await outside(
        conversation,
        (outer) => void (outer.onScreen = { message: answer, messageId }),
      );
      return;
    }
  };
}
