/** The question whether questions should come every day, or come again; most of the time there is nothing to ask. */
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext } from './context.js';
import { say } from './say.js';
import { offerMessage } from './texts/daily.js';

/** Said once after the first sitting, and once after a silence. */
export async function offerDaily(
  ctx: BotContext,
  study: Study,
  moment: 'summary' | 'start',
): Promise<void> {
  const offer = await study.dailyOffer(learnerOf(ctx), moment);
  if (offer !== null) await say(ctx, offerMessage(offer));
}
