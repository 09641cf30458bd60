/**
 * The push as a message. In: a push that its sender has claimed. Out: the one call that sends it, with sound, and what is
 * done about the messages it takes the place of.
 */
import type { Api } from 'grammy';
import type { ClaimedPush, DailyPush, DailyPushes } from '../study/daily-push.js';
import { ring, retire, stripButtons } from './say.js';
import { farewellMessage } from './texts/daily.js';
import { questionMessage } from './texts/question.js';

/** Begins a push and puts it into words; null when nothing is to be sent now. Fits `push/sender.ts` by shape. */
export function pushLetters(api: Api, pushes: DailyPushes) {
  return async (push: ClaimedPush) => {
    const daily = await pushes.begin(push);
    if (daily === null) return null;
    const { learnerId } = push;
    return {
      send: () => ring(api, learnerId, messageOf(daily)),
      sent: (messageId: number) => pushes.sent(push, messageId),
      tidy: () => tidy(api, pushes, { push, daily }),
    };
  };
}

const messageOf = (daily: DailyPush) =>
  daily.kind === 'farewell' ? farewellMessage : questionMessage(daily.step);

/** Unanswered pushes of other days go, a question that was open loses its buttons. */
async function tidy(
  api: Api,
  pushes: DailyPushes,
  { push, daily }: { push: ClaimedPush; daily: DailyPush },
): Promise<void> {
  const { learnerId } = push;
  const old = await pushes.unanswered(push);
  for (const messageId of old) await retire(api, learnerId, messageId);
  await pushes.retired(push, old);
  const replaced = daily.kind === 'question' ? daily.replaced : null;
  if (replaced !== null && !old.includes(replaced)) await stripButtons(api, learnerId, replaced);
}
