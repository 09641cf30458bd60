/** Where everything begins: home, /quiz and the ways to a sitting. A sitting that is open is offered first. */
import { Composer } from 'grammy';
import type { Home } from '../study/portion.js';
import type { SessionPlan } from '../study/sitting.js';
import type { Step } from '../study/step.js';
import type { Study } from '../study/study.js';
import { turnTo, wayOn } from './aside.js';
import { SIZES } from './keyboards.js';
import { learnerOf, type BotContext } from './context.js';
import type { Message } from './message.js';
import { say, show, takeButtons, toast } from './say.js';
import { saySummary } from './answering.js';
import { endedMessages, nothingToAskMessage, toasts } from './texts/replies.js';
import {
  cancelledMessage,
  decksMessage,
  noDecksMessage,
  nothingToCancelMessage,
  portionMessage,
  resumeMessage,
  welcomeChoiceMessage,
  welcomeMessage,
} from './texts/screens.js';
import { tapped } from './taps.js';
import { isFromSettings, withWayBack } from './way-back.js';

/** /quiz and the buttons that open or go on with a sitting. */
export function quiz(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('quiz', (ctx) => goHome(ctx, study, portionMessage));
  composer.filter(tapped('home'), async (ctx) => {
    await toast(ctx);
    await goHome(ctx, study, portionMessage);
  });
  composer.filter(tapped('continue'), async (ctx) => {
    await toast(ctx);
    await takeButtons(ctx, ctx.callbackQuery?.message?.message_id);
    await goOnWithOpen(ctx, study);
  });
  composer.filter(tapped('restart'), (ctx) => restart(ctx, study));
  composer.filter(tapped('portion'), (ctx) => open(ctx, study, { kind: 'portion' }));
  composer.filter(tapped('size'), async (ctx) => {
    const { size } = ctx.tap;
    if (!SIZES.includes(size)) return toast(ctx, toasts.dead);
    await open(ctx, study, { kind: 'size', size });
  });
  composer.filter(tapped('try'), (ctx) => tryDeck(ctx, study, ctx.tap.deckId));
  composer.filter(tapped('decks', 'decksSettings'), async (ctx) => {
    await toast(ctx);
    const message = decksMessage(await study.decks(learnerOf(ctx)), ctx.tap.page);
    await turnTo(ctx, study, isFromSettings(ctx) ? withWayBack(message) : message);
  });
  composer.filter(tapped('deck'), async (ctx) => {
    const switched = await study.switchDeck(learnerOf(ctx), ctx.tap.deckId);
    await toast(ctx, switched === null ? toasts.dead : undefined);
    if (switched === null) return;
    await ctx.conversation.exitAll();
    await goHome(ctx, study, portionMessage);
    await takeButtons(ctx, switched.left);
  });
  return composer;
}

type Portion = Extract<Home, { kind: 'portion' }>;

/** The screen that fits what the learner has: a newcomer is asked at once. */
export async function goHome(
  ctx: BotContext,
  study: Study,
  screen: (portion: Portion) => Message,
): Promise<void> {
  // «Продолжить» stands under an «Итог», and by now perhaps under a verdict: both are to stay.
  const isScreen = ctx.tap !== undefined && ctx.tap.kind !== 'continue';
  const respond = isScreen ? show : say;
  const home = await study.home(learnerOf(ctx));
  switch (home.kind) {
    case 'no-decks':
      await respond(ctx, noDecksMessage);
      return;
    case 'newcomer':
      return welcome(ctx, study, home);
    case 'open':
      if (isUnseenTrial(home.step)) return introduce(ctx, study, home.step);
      await respond(ctx, resumeMessage(home.step));
      return;
    case 'portion':
      await respond(ctx, screen(home));
  }
}

/** Opened for a newcomer, and the bot died before a word was said. */
const isUnseenTrial = ({ sessionKind, position, messageId }: Step): boolean =>
  sessionKind === 'trial' && position === 1 && messageId === null;

async function welcome(
  ctx: BotContext,
  study: Study,
  { decks }: Extract<Home, { kind: 'newcomer' }>,
): Promise<void> {
  const [deck, ...others] = decks;
  if (deck === undefined) return void (await say(ctx, noDecksMessage));
  if (others.length > 0) return void (await say(ctx, welcomeChoiceMessage(decks)));
  const opened = await study.open(learnerOf(ctx), { kind: 'trial', deckId: deck.id });
  if (opened.kind === 'step') return introduce(ctx, study, opened.step, deck.title);
  await say(ctx, nothingToAskMessage);
}

/** The first words to a newcomer, and the first question. */
export async function introduce(
  ctx: BotContext,
  study: Study,
  step: Step,
  title?: string,
): Promise<void> {
  const name = title ?? step.deckTitle ?? (await study.decks(learnerOf(ctx)))[0]?.title ?? '';
  await say(ctx, welcomeMessage(name, step.length));
  ctx.upNext = { session: step.session, position: step.position, isAgain: true };
}

/** A newcomer has chosen the notes to begin with. */
async function tryDeck(ctx: BotContext, study: Study, deckId: string): Promise<void> {
  const isChosen = await study.chooseDeck(learnerOf(ctx), deckId);
  if (!isChosen) return toast(ctx, toasts.dead);
  await open(ctx, study, { kind: 'trial', deckId });
}

/** «Начать заново»: a newcomer tries again, everybody else gets today's portion. */
async function restart(ctx: BotContext, study: Study): Promise<void> {
  const progress = await study.progress(learnerOf(ctx));
  const isTrial = progress.kind === 'step' && progress.step.sessionKind === 'trial';
  await open(ctx, study, { kind: isTrial ? 'trial' : 'portion' });
}

/** Opens a sitting; the question of the one before it loses its buttons, and so does the screen that was tapped. */
export async function open(ctx: BotContext, study: Study, plan: SessionPlan): Promise<void> {
  const learnerId = learnerOf(ctx);
  const pressed = ctx.callbackQuery?.message?.message_id;
  const before = await study.progress(learnerId);
  const question = before.kind === 'step' ? before.step : null;
  if (question !== null && isDoubleTap(question, pressed)) return toast(ctx, toasts.asked);
  const opened = await study.open(learnerId, plan);
  await toast(ctx, opened.kind === 'outdated' ? toasts.outdated : undefined);
  if (opened.kind !== 'step') return void (await say(ctx, nothingToAskMessage));
  await takeButtons(ctx, pressed);
  await takeButtons(ctx, question?.messageId);
  const { session, position } = opened.step;
  ctx.upNext = { session, position, isAgain: true };
}

/** A first question stands unanswered below this screen: its button has put it a moment ago. */
const isDoubleTap = ({ position, messageId }: Step, pressed: number | undefined): boolean =>
  position === 1 && pressed !== undefined && (messageId ?? 0) > pressed;

/** «Продолжить»: the open question again, at the bottom. */
export async function goOnWithOpen(ctx: BotContext, study: Study): Promise<void> {
  const progress = await study.progress(learnerOf(ctx));
  if (progress.kind === 'none') return goHome(ctx, study, portionMessage);
  if (progress.kind === 'finished') return saySummary(ctx, study, progress.summary.session);
  const { session, position } = progress.step;
  ctx.upNext = { session, position, isAgain: true };
}

/** Stops for now, what was answered is kept; while something else was waited for, only the waiting ends. */
export async function cancel(ctx: BotContext, study: Study): Promise<void> {
  if (ctx.ended !== undefined) {
    return void (await say(ctx, await wayOn(ctx, study, endedMessages[ctx.ended])));
  }
  const learnerId = learnerOf(ctx);
  const progress = await study.progress(learnerId);
  const summary = await study.pause(learnerId);
  if (summary === null) return void (await say(ctx, nothingToCancelMessage));
  await say(ctx, cancelledMessage);
  if (progress.kind === 'step') await takeButtons(ctx, progress.step.messageId);
}
