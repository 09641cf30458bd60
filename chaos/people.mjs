/**
 * People in the middle of long sittings who tap one answer after the other, three of ten twice, as their app does when it
 * hears nothing. What each of them did is remembered, to be held against the database.
 */
import { aTap } from '../bench/bot.mjs';
import { atOnce } from '../bench/measure.mjs';
import { prepareSittings, rightChoice, wrongChoice } from '../bench/sittings.mjs';

/** Prepares so many people with so many questions each. `from` is the first one's id. */
export function prepare(db, deck, { people, taps, from }) {
  return prepareSittings(db, {
    ...{ deckId: deck.id, questions: deck.questions, learners: people, from },
    // One more step than taps, so that the sitting goes on.
    ...{ length: taps + 1, asked: taps + 1 },
  });
}

/** Everybody taps through their sitting; gives what they did. */
export async function play({ sittings, taps, delivery, random, together = 64, repeats = 0.3 }) {
  const { session, learnerIds, questionAt } = sittings;
  const history = [];
  await atOnce(together, learnerIds, async (learnerId) => {
    for (let position = 1; position <= taps; position += 1) {
      const question = questionAt(position);
      const choice = random() < 0.7 ? wrongChoice(question) : rightChoice(question);
      const tap = () => aTap({ learnerId, session, position, choice, text: question.ask });
      const updates = [tap(), ...(random() < repeats ? [tap()] : [])];
      history.push({
        learnerId,
        session,
        position,
        choice,
        updates: updates.map((it) => it.update_id),
      });
      await Promise.all(updates.map((update) => delivery.deliver(update)));
    }
  });
  return history;
}
