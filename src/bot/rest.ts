/** /pause: some days without questions, and the streak waits. «/pause 7» is the shortcut. */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import { aside, turnTo } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { say, toast } from './say.js';
import { tapped } from './taps.js';
import { toasts } from './texts/replies.js';
import { canRest, restingMessage, restMessage, restsMessage } from './texts/rest.js';
import { isFromSettings, withWayBack } from './way-back.js';

export function rest(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('pause', async (ctx) => {
    const days = Number(/^\d{1,3}/u.exec(ctx.match.trim())?.[0] ?? NaN);
    if (!canRest(days)) return sayRests(ctx, study, ctx.match.trim() !== '');
    const message = restMessage(await study.rest(learnerOf(ctx), days));
    await say(ctx, await aside(ctx, study, message));
  });
  composer.filter(tapped('rests'), async (ctx) => {
    await toast(ctx);
    const settings = await study.settings(learnerOf(ctx));
    await turnTo(ctx, study, restingMessage(settings, { isScreen: true }));
  });
  composer.filter(tapped('rest'), async (ctx) => {
    const { days } = ctx.tap;
    if (days !== 0 && !canRest(days)) return toast(ctx, toasts.dead);
    const settings = await study.rest(learnerOf(ctx), days);
    await toast(ctx);
    const message = restMessage(settings);
    await turnTo(ctx, study, isFromSettings(ctx) ? withWayBack(message) : message);
  });
  return composer;
}

/** How long? Or, while somebody rests, until when. */
export async function sayRests(ctx: BotContext, study: Study, isMisread = false): Promise<void> {
  const settings = await study.settings(learnerOf(ctx));
  const message = isMisread ? restsMessage : restingMessage(settings, { isScreen: false });
  await say(ctx, await aside(ctx, study, message));
}
