/** /mistakes: what was answered wrong lately, asked until it is right twice in a row; and a pile worked off faster. */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { goHome, goOnWithOpen, open } from './home.js';
import { mistakesOf } from './keyboards.js';
import { say, toast } from './say.js';
import { tapped } from './taps.js';
import { mistakesMessage } from './texts/mistakes.js';
import { resumeMessage, returnMessage } from './texts/screens.js';

export function mistakes(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('mistakes', (ctx) => openMistakes(ctx, study));
  composer.filter(tapped('mistakes'), (ctx) =>
    open(ctx, study, { kind: 'mistakes', deckId: ctx.tap.deckId }),
  );
  composer.filter(tapped('hurry'), async (ctx) => {
    await toast(ctx);
    await study.hurry(learnerOf(ctx));
    await goHome(ctx, study, returnMessage);
  });
  return composer;
}

/**
 * At once, where the notes asked now have any; otherwise what there is to say. A sitting on something else is not closed by
 * a word: it is offered first, as /quiz does; one on the mistakes goes on.
 */
export async function openMistakes(ctx: BotContext, study: Study): Promise<void> {
  const found = await study.mistakes(learnerOf(ctx));
  const [first] = found.decks;
  if (first?.isChosen !== true) {
    return void (await say(ctx, await aside(ctx, study, mistakesMessage(found))));
  }
  const progress = await study.progress(learnerOf(ctx));
  if (progress.kind !== 'step') {
    return open(ctx, study, { kind: 'mistakes', deckId: first.deck.id });
  }
  const { step } = progress;
  if (step.sessionKind === 'mistakes') return goOnWithOpen(ctx, study);
  await say(ctx, resumeMessage(step, mistakesOf(first.deck.id, first.count)));
}
