/** What follows an answer, tapped or typed. In: what the study made of it. Out: buttons gone, the next question or the summary. */
import type { AnswerOutcome } from '../study/step.js';
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext, type Judged } from './context.js';
import { offerDaily } from './daily-offer.js';
import { say, takeButtons } from './say.js';
import { summaryMessage } from './texts/screens.js';
import { needsReading, verdictMessage } from './texts/verdict.js';

/** What a text can come to. */
export type TextOutcome = Extract<AnswerOutcome, { kind: 'judged' | 'misfit' }>;

interface TypedText {
  readonly learnerId: number;
  readonly text: string;
  readonly updateId: number;
}

/** Judges a text against the question on the screen; null when none waits for it. */
export async function answerText(study: Study, typed: TypedText): Promise<TextOutcome | null> {
  const { learnerId, updateId } = typed;
  // Telegram lets NUL through, Postgres stores no text with it.
  const text = typed.text.replaceAll('\0', '');
  const step = await study.awaiting(learnerId, updateId);
  if (step === null) return null;
  const outcome = await study.answer(learnerId, step, { kind: 'text', text }, updateId);
  return outcome.kind === 'judged' || outcome.kind === 'misfit' ? outcome : null;
}

/** After the verdict on a message: the question above loses its buttons, nobody listens for its answer any more. */
export async function afterText(ctx: BotContext, study: Study, judged: Judged): Promise<void> {
  await ctx.conversation.exitAll();
  await takeButtons(ctx, judged.step.messageId);
  if (needsReading(judged.step))
    ctx.onScreen = { message: verdictMessage(judged.step), messageId: 0 };
  await goOn(ctx, study, judged);
}

/** The next question by itself, unless the verdict is to be read first; after the last one the summary. */
export async function goOn(ctx: BotContext, study: Study, judged: Judged): Promise<void> {
  const { step, next } = judged;
  if (needsReading(step)) return;
  if (next === null) await saySummary(ctx, study, step.session);
  else ctx.upNext = { session: step.session, position: next, isAgain: false };
}

/** «Итог» of a sitting. */
export async function saySummary(ctx: BotContext, study: Study, session: string): Promise<void> {
  const summary = await study.summary(learnerOf(ctx), session);
  if (summary === null) return;
  await say(ctx, summaryMessage(summary));
  await offerDaily(ctx, study, 'summary');
}
