/**
 * The inline mode: `@bot термин` in any chat. In: what is being typed there, letter by letter. Out: at most ten cards of
 * what the notes say. Nothing is counted, nobody is remembered.
 */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import type { BotContext } from './context.js';
import { answerInline } from './say.js';
import { inlineCard } from './texts/inline.js';

/** To be mounted in front of whatever needs a chat. */
export function inline(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('inline_query', async (ctx) => {
    const { from, query } = ctx.inlineQuery;
    const places = await study.inlineResults(from.id, query);
    await answerInline(ctx, places.map(inlineCard));
  });
  return composer;
}
