/**
 * «📅 К экзамену»: when it is, how much of the notes, and the plan that follows. Everything is a screen edited in place;
 * only a date that is written by hand needs a conversation.
 */
import type { Conversation } from '@grammyjs/conversations';
import { Composer, type Context } from 'grammy';
import type { ExamDate, ExamNow } from '../study/exam-plan.js';
import type { Study } from '../study/study.js';
import { turnTo } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { dateOfDay } from './exam-keyboard.js';
import { open } from './home.js';
import type { Message } from './message.js';
import { giveWay, outside, passOn } from './outside.js';
import { say, toast } from './say.js';
import { tapSaid } from './spoken.js';
import { tapped } from './taps.js';
import {
  examDatesMessage,
  examOffMessage,
  examPlanMessage,
  examSetMessage,
  noDateMessage,
  otherDateMessage,
} from './texts/exam.js';
import { toasts } from './texts/replies.js';
import { isFromSettings, withWayBack } from './way-back.js';
import { isCommand, isControl, wordIn } from './words.js';

/** The name under which the conversation is registered. */
export const EXAM_DATE = 'exam-date';

export function exam(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.filter(tapped('exam'), async (ctx) => {
    await turn(ctx, study, nowMessage(await study.exam(learnerOf(ctx), null)));
  });
  composer.filter(tapped('examOf'), async (ctx) =>
    turn(ctx, study, nowMessage(await study.exam(learnerOf(ctx), ctx.tap.deckId))),
  );
  composer.filter(tapped('examIn'), (ctx) =>
    plan(ctx, study, { deckId: ctx.tap.deckId, when: { inDays: ctx.tap.days } }),
  );
  composer.filter(tapped('examPlan'), async (ctx) => {
    const { deckId, day, scope } = ctx.tap;
    const chosen = { deckId, date: dateOfDay(day), scope };
    const found = await study.setExam(learnerOf(ctx), chosen);
    await turn(ctx, study, found && examSetMessage(found));
  });
  composer.filter(tapped('examOff'), async (ctx) => {
    await study.dropExam(learnerOf(ctx), ctx.tap.deckId);
    await turn(ctx, study, examOffMessage(ctx.tap.deckId));
  });
  composer.filter(tapped('firstTen'), (ctx) =>
    open(ctx, study, { kind: 'size', size: FIRST, deckId: ctx.tap.deckId }),
  );
  composer.filter(tapped('examDate'), async (ctx) => {
    await toast(ctx);
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(EXAM_DATE, ctx.tap.deckId, isFromSettings(ctx));
  });
  return composer;
}

const FIRST = 10;

const nowMessage = (now: ExamNow | null): Message | null => {
  if (now === null) return null;
  return now.kind === 'planned'
    ? examPlanMessage(now.plan)
    : examDatesMessage(now.deckId, now.deckTitle);
};

/** Signs of a text that may be a date. */
const LONGEST_DATE = 60;

/** A date that was written for the exam; null when it is none ahead. */
export async function dateSaid(
  study: Study,
  learnerId: number,
  { deckId, text }: { deckId: string; text: string },
): Promise<Message | null> {
  if (text.length > LONGEST_DATE) return null;
  const found = await study.planExam(learnerId, { deckId, when: { text } });
  return found && examPlanMessage(found);
}

async function plan(
  ctx: BotContext,
  study: Study,
  wanted: { deckId: string; when: ExamDate },
): Promise<void> {
  const found = await study.planExam(learnerOf(ctx), wanted);
  await turn(ctx, study, found && examPlanMessage(found));
}

/**
 * Another screen in place of this one, leading back where that led to /settings; none for notes that are gone and dates
 * that have passed.
 */
async function turn(ctx: BotContext, study: Study, message: Message | null): Promise<void> {
  await toast(ctx, message === null ? toasts.dead : undefined);
  if (message === null) return;
  await turnTo(ctx, study, isFromSettings(ctx) ? withWayBack(message) : message);
}

/** Texts taken for dates before the bot stops asking. */
const TRIES = 3;

/** Waits for a date; a command, a tap or a word of control ends it and is handled as ever. */
export function examDateConversation(study: Study) {
  return async (
    conversation: Conversation<BotContext, Context>,
    ctx: Context,
    deckId: string,
    leadsBack: boolean,
  ) => {
    const dressed = (message: Message) => (leadsBack ? withWayBack(message) : message);
    const asking = dressed(otherDateMessage(deckId));
    await say(ctx, asking);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const update = await conversation.wait();
      const text = update.message?.text;
      const tap = tapSaid(text ?? '', asking);
      if (tap !== null) return passOn(conversation, tap, asking.keyboard);
      const isOther = text === undefined || isCommand(update.message) || isControl(wordIn(text));
      if (isOther) return giveWay(conversation, EXAM_DATE);
      const wanted = { deckId, text };
      const found = await outside(conversation, () => dateSaid(study, learnerOf(update), wanted));
      const message = dressed(found ?? noDateMessage(deckId));
      const messageId = await say(update, message);
      if (found === null) continue;
      await outside(conversation, (outer) => void (outer.onScreen = { message, messageId }));
      return;
    }
  };
}
