/**
 * /undo, «Засчитать» and «👎 Плохой вопрос»: what a learner can set right about an answer or its question. All of it is
 * judged from the rows alone, so old verdicts can be corrected too, as long as that still means something.
 */
import { Composer } from 'grammy';
import type { StepRef } from '../study/step.js';
import type { Study } from '../study/study.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { refOf } from './keyboards.js';
import type { Message } from './message.js';
import { say, show, takeButtons, toast } from './say.js';
import { tapped } from './taps.js';
import {
  askedMessage,
  dislikedAskedMessage,
  dislikedMessage,
  nothingToUndoMessage,
  reopenedMessage,
  undoneMessage,
} from './texts/corrections.js';
import { toasts } from './texts/replies.js';
import { summaryMessage } from './texts/screens.js';
import { verdictMessage } from './texts/verdict.js';

export function corrections(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('undo', (ctx) => undo(ctx, study));
  composer.filter(tapped('credit'), (ctx) => credit(ctx, study, refOf(ctx.tap)));
  composer.filter(tapped('dislike'), (ctx) => dislike(ctx, study, dislikedMessage));
  composer.filter(tapped('dislikeAsked'), (ctx) => dislike(ctx, study, dislikedAskedMessage));
  composer.filter(tapped('forgive'), async (ctx) => {
    const step = await study.forgive(learnerOf(ctx), refOf(ctx.tap));
    await toast(ctx, step === null ? toasts.dead : undefined);
    if (step !== null) await show(ctx, verdictMessage(step));
  });
  composer.filter(tapped('forgiveAsked'), async (ctx) => {
    const step = await study.forgive(learnerOf(ctx), refOf(ctx.tap));
    if (step === null) return toast(ctx, toasts.dead);
    await toast(ctx);
    await show(ctx, askedMessage(await study.askedIn(learnerOf(ctx), step.session), 0));
  });
  composer.filter(tapped('asked'), (ctx) => list(ctx, study, ctx.tap));
  composer.filter(tapped('summary'), (ctx) => backToSummary(ctx, study, ctx.tap.session));
  return composer;
}

/** The last answer taken back; its question again, at the bottom. */
export async function undo(ctx: BotContext, study: Study): Promise<void> {
  const undone = await study.undo(learnerOf(ctx), ctx.update.update_id);
  if (undone.kind !== 'reopened') {
    const message = undone.kind === 'undone' ? undoneMessage : nothingToUndoMessage;
    return void (await say(ctx, await aside(ctx, study, message)));
  }
  await say(ctx, reopenedMessage);
  await takeButtons(ctx, undone.onScreen);
  const { session, position } = undone.step;
  ctx.upNext = { session, position, isAgain: true };
}

async function credit(ctx: BotContext, study: Study, ref: StepRef): Promise<void> {
  const credited = await study.credit(learnerOf(ctx), ref);
  if (credited.kind === 'foreign') return toast(ctx, toasts.dead);
  if (credited.kind === 'outdated') return toast(ctx, toasts.askedSince);
  await toast(ctx);
  await show(ctx, verdictMessage(credited.step));
}

async function dislike(
  ctx: BotContext & { readonly tap: StepRef },
  study: Study,
  message: (ref: StepRef) => Message,
): Promise<void> {
  const ref = refOf(ctx.tap);
  const step = await study.dislike(learnerOf(ctx), ref);
  await toast(ctx, step === null ? toasts.dead : undefined);
  if (step !== null) await show(ctx, message(ref));
}

/** The questions of a sitting, in place of its «Итог» or of the page before; when none is left, the «Итог» again. */
async function list(
  ctx: BotContext,
  study: Study,
  { session, page }: { readonly session: string; readonly page: number },
): Promise<void> {
  const asked = await study.askedIn(learnerOf(ctx), session);
  if (asked.questions.length === 0) return backToSummary(ctx, study, session);
  await toast(ctx);
  await show(ctx, askedMessage(asked, page));
}

async function backToSummary(ctx: BotContext, study: Study, session: string): Promise<void> {
  const summary = await study.summary(learnerOf(ctx), session);
  await toast(ctx, summary === null ? toasts.dead : undefined);
  if (summary !== null) await show(ctx, summaryMessage(summary));
}
