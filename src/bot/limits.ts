/**
 * How much one learner may ask of the bot: far more than a person can tap, so that only a program meets it. In: every
 * update. Out: the ones within the limit; the first beyond it is answered, the rest end here without a word.
 */
import type { Middleware } from 'grammy';
import type { BotContext, UpdateLimit } from './context.js';
import { say, toast } from './say.js';
import { tooManyMessage, toasts } from './texts/replies.js';

export const usualLimit: UpdateLimit = {
  burst: 600,
  perSecond: 2,
  now: () => performance.now(),
};

interface Bucket {
  tokens: number;
  at: number;
  isTold: boolean;
}

/** Buckets kept; a learner whose bucket is dropped starts with a full one. */
const REMEMBERED = 20_000;

/** To be mounted before everything that costs anything. */
export function limits({ burst, perSecond, now, onLimited }: UpdateLimit): Middleware<BotContext> {
  const buckets = new Map<number, Bucket>();

  function bucketOf(learnerId: number): Bucket {
    const time = now();
    const bucket = buckets.get(learnerId) ?? { tokens: burst, at: time, isTold: false };
    bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
    bucket.at = time;
    // Who comes last stays longest.
    buckets.delete(learnerId);
    buckets.set(learnerId, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > REMEMBERED && oldest !== undefined) buckets.delete(oldest);
    return bucket;
  }

  return async (ctx, next) => {
    if (ctx.from === undefined) return next();
    const bucket = bucketOf(ctx.from.id);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      // Whoever has calmed down is told again the next time.
      if (bucket.tokens > burst / 10) bucket.isTold = false;
      return next();
    }
    onLimited?.();
    if (bucket.isTold) return;
    bucket.isTold = true;
    if (ctx.callbackQuery !== undefined) await toast(ctx, toasts.tooMany);
    else if (ctx.chat?.type === 'private') await say(ctx, tooManyMessage);
  };
}
