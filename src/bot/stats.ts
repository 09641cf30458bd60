/** /stats: a picture with a caption, or the same numbers in words when nothing draws. */
import type { Study } from '../study/study.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { say, sayPicture } from './say.js';
import { isUntouched, statsCaption, statsMessage } from './texts/stats.js';

export async function sayStats(ctx: BotContext, study: Study): Promise<void> {
  const stats = await study.stats(learnerOf(ctx));
  const picture = isUntouched(stats) ? null : await study.drawStats(stats);
  const message = picture === null ? statsMessage(stats) : statsCaption(stats);
  const whole = await aside(ctx, study, message);
  if (picture === null) await say(ctx, whole);
  else await sayPicture(ctx, { name: 'stats.png', bytes: picture }, whole);
}
