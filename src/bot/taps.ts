/**
 * Buttons of questions, judged from the rows alone: no conversation has to be alive, so old messages, a deploy in
 * between and a lost state change nothing. Every callback query is answered; a stale or repeated tap is ordinary.
 */
import { Composer, type NextFunction } from 'grammy';
import type { AnswerOutcome, Reply, SeenStep, Step, StepRef } from '../study/step.js';
import type { Study } from '../study/study.js';
import { goOn, saySummary } from './answering.js';
import { unpack } from './callbacks.js';
import type { TapKind, TapOf } from './tap.js';
import { learnerOf, type BotContext } from './context.js';
import { show, takeButtons, toast } from './say.js';
import { isScreen } from './spoken.js';
import { toasts } from './texts/replies.js';
import { questionMessage, revealedMessage } from './texts/question.js';
import { stoppedMessage } from './texts/screens.js';
import { closedMessage, needsReading, verdictMessage } from './texts/verdict.js';

/** Reads every tap; forged ones and those of another release end here. */
export async function readTap(ctx: BotContext, next: NextFunction): Promise<void> {
  const data = ctx.callbackQuery?.data;
  const tap = data === undefined ? null : unpack(data);
  if (tap === null) return toast(ctx, toasts.dead);
  ctx.tap = tap;
  await next();
}

/** Is it a tap on a button of this kind? */
export const tapped =
  <K extends TapKind>(...kinds: K[]) =>
  (ctx: BotContext): ctx is BotContext & { tap: TapOf<K> } =>
    kinds.some((kind) => kind === ctx.tap?.kind);

/** Was a screen shown that may be answered in words? */
export const showsScreen = ({ onScreen }: BotContext): boolean =>
  onScreen !== undefined && isScreen(onScreen.message);

/** Answers, hints and the other buttons of a question: those pressed, and once more behind `reply` those said in words. */
export function questionTaps(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onTap = <K extends TapKind>(
    kind: K,
    handle: (ctx: BotContext, tap: TapOf<K>) => Promise<void>,
  ) => {
    composer.filter(tapped(kind), async (ctx, next) => {
      await handle(ctx, ctx.tap);
      // Words that stood for this button have been heard with it: nobody is to look them up as well.
      if (ctx.callbackQuery === undefined) return;
      const isHeard = showsScreen(ctx) || ctx.endsSitting === true;
      if (ctx.upNext !== undefined || isHeard) await next();
    });
  };
  onTap('choice', (ctx, tap) => answer(ctx, study, tap, { kind: 'tap', choice: tap.choice }));
  onTap('grade', (ctx, tap) => answer(ctx, study, tap, { kind: 'graded', result: tap.result }));
  onTap('unknown', (ctx, tap) => answer(ctx, study, tap, { kind: 'unknown' }));
  onTap('hint', (ctx, tap) => hint(ctx, study, tap));
  onTap('reveal', (ctx, tap) => reveal(ctx, study, tap));
  onTap('stop', (ctx, tap) => stop(ctx, study, tap));
  onTap('next', (ctx, tap) => goToNext(ctx, study, tap));
  return composer;
}

async function answer(ctx: BotContext, study: Study, ref: StepRef, reply: Reply): Promise<void> {
  const outcome = await study.answer(learnerOf(ctx), ref, reply, ctx.update.update_id);
  await showOutcome(ctx, outcome);
  if (outcome.kind !== 'judged') return;
  if (ctx.callbackQuery === undefined) await takeButtons(ctx, outcome.step.messageId);
  ctx.endsSitting = outcome.next === null && needsReading(outcome.step);
  await goOn(ctx, study, outcome);
}

async function showOutcome(ctx: BotContext, outcome: AnswerOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'judged':
      await Promise.all([toast(ctx), show(ctx, verdictMessage(outcome.step))]);
      return;
    case 'repeated':
      await toast(ctx, toasts.alreadyAnswered);
      return show(ctx, verdictMessage(outcome.step));
    case 'closed':
      await toast(ctx, toasts.closed);
      return show(ctx, closedMessage(outcome.step));
    case 'misfit':
    case 'foreign':
      return toast(ctx, toasts.dead);
  }
}

async function hint(ctx: BotContext, study: Study, ref: StepRef): Promise<void> {
  const step = await study.hint(learnerOf(ctx), ref);
  if (step === null) return settled(ctx, await study.step(learnerOf(ctx), ref));
  await Promise.all([toast(ctx), show(ctx, questionMessage(step))]);
}

async function reveal(ctx: BotContext, study: Study, ref: StepRef): Promise<void> {
  const step = await openStep(ctx, study, ref);
  if (step === null) return;
  const { question } = step;
  if (question.form !== 'recall') return toast(ctx, toasts.dead);
  await Promise.all([toast(ctx), show(ctx, revealedMessage(step, question))]);
}

async function stop(ctx: BotContext, study: Study, ref: StepRef): Promise<void> {
  const step = await openStep(ctx, study, ref);
  if (step === null) return;
  const learnerId = learnerOf(ctx);
  const summary = (await study.pause(learnerId)) ?? (await study.summary(learnerId, ref.session));
  if (summary === null) return toast(ctx, toasts.dead);
  await Promise.all([toast(ctx), show(ctx, stoppedMessage(summary, step.position))]);
}

async function goToNext(ctx: BotContext, study: Study, ref: StepRef): Promise<void> {
  const pressed = ctx.callbackQuery?.message?.message_id;
  const progress = await study.after(learnerOf(ctx), ref);
  const isAsked =
    progress.kind === 'step' && pressed !== undefined && (progress.step.messageId ?? 0) > pressed;
  await toast(ctx, progress.kind === 'none' ? toasts.dead : isAsked ? toasts.asked : undefined);
  await takeButtons(ctx, pressed);
  if (progress.kind === 'finished') await saySummary(ctx, study, progress.summary.session);
  if (progress.kind !== 'step' || isAsked) return;
  const { session, position } = progress.step;
  ctx.upNext = { session, position, isAgain: true };
}

/** The step if it can still be answered; otherwise the learner is shown what became of it. */
async function openStep(ctx: BotContext, study: Study, ref: StepRef): Promise<Step | null> {
  const seen = await study.step(learnerOf(ctx), ref);
  if (seen?.isOpen === true) return seen.step;
  await settled(ctx, seen);
  return null;
}

function settled(ctx: BotContext, seen: SeenStep | null): Promise<void> {
  if (seen === null) return showOutcome(ctx, { kind: 'foreign' });
  const { step, answered } = seen;
  return showOutcome(
    ctx,
    answered === null ? { kind: 'closed', step } : { kind: 'repeated', step: answered },
  );
}
