/** /settings: one screen, edited in place. A button carries what it sets, so that a repeated tap changes nothing more. */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import { aside, turnTo } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { say, toast } from './say.js';
import { tapped } from './taps.js';
import { toasts } from './texts/replies.js';
import { chooseMessage, isOffered, settingsMessage } from './texts/settings.js';

export function settings(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('settings', (ctx) => saySettings(ctx, study));
  composer.filter(tapped('settings'), async (ctx) => {
    await toast(ctx);
    await turnTo(ctx, study, settingsMessage(await study.settings(learnerOf(ctx))));
  });
  composer.filter(tapped('setting'), async (ctx) => {
    await toast(ctx);
    const message = chooseMessage(ctx.tap.setting, await study.settings(learnerOf(ctx)));
    await turnTo(ctx, study, message);
  });
  composer.filter(tapped('set'), async (ctx) => {
    if (!isOffered(ctx.tap)) return toast(ctx, toasts.dead);
    const changed = await study.changeSetting(learnerOf(ctx), ctx.tap);
    await toast(ctx);
    await turnTo(ctx, study, settingsMessage(changed));
  });
  return composer;
}

/** The screen as a new message. */
export async function saySettings(ctx: BotContext, study: Study): Promise<void> {
  const message = settingsMessage(await study.settings(learnerOf(ctx)));
  await say(ctx, await aside(ctx, study, message));
}
