/**
 * How much one learner may ask of the bot: far more than a person can tap, so that only a program meets it. In: every
 * update, by its learner. Out: whether it is handled; the first one that is not is told apart, for its sender to hear why.
 */

export interface AllowanceSettings {
  /** Updates that may come at once. */
  readonly burst: number;
  /** Updates a second in the long run. */
  readonly perSecond: number;
  /** Milliseconds of any clock that only grows. */
  readonly now: () => number;
}

export type Allowed = 'granted' | 'first refused' | 'refused';

export const usualAllowance: AllowanceSettings = {
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

/** Counts one more update of a learner, and says what becomes of it. Chats without a person have ids of their own sort and no limit. */
export function createAllowance({ burst, perSecond, now }: AllowanceSettings) {
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

  return (learnerId: number): Allowed => {
    if (learnerId <= 0) return 'granted';
    const bucket = bucketOf(learnerId);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      // Whoever has calmed down is told again the next time.
      if (bucket.tokens > burst / 10) bucket.isTold = false;
      return 'granted';
    }
    if (bucket.isTold) return 'refused';
    bucket.isTold = true;
    return 'first refused';
  };
}
