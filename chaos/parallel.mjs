/**
 * One person in many places: two answers to the same question and a word to look up, all at once, each to some process.
 * What must hold: one of the answers counts, as if they had come one after the other, and every word is answered.
 */
import { aTap, aText } from '../bench/bot.mjs';
import { atOnce } from '../bench/measure.mjs';
import { rightChoice, wrongChoice } from '../bench/sittings.mjs';
import { prepare } from './people.mjs';
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';
import { comesToRest, verify } from './verify.mjs';

const PROCESSES = 4;
const TAPS = 10;

export function parallel({ people = 300, seed = 10 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery, pool, db, deck, botApi } = stage;
    await Promise.all(Array.from({ length: PROCESSES }, () => replicas.start()));
    const sittings = await prepare(db, deck, { people, taps: TAPS, from: 1 });
    const history = [];
    await atOnce(16, sittings.learnerIds, async (learnerId) => {
      for (let position = 1; position <= TAPS; position += 1) {
        const deed = answersOf(sittings, { learnerId, position });
        history.push(deed);
        const updates = [deed.taps[0], aText(learnerId, 'слово'), deed.taps[1]];
        await Promise.all(updates.map((update) => delivery.deliver(update)));
      }
    });
    await comesToRest(pool);
    const violations = await verify(pool, history, botApi.state.verdicts);
    const { deaths, leaks } = replicas.seen;
    await replicas.stopAll();
    const done = { people, updates: delivery.counts.taken, answers: history.length };
    return [
      finding('tap, word and tap of one person at once', done, {
        ...violations,
        'ended by themselves': deaths.length,
        'secrets logged': leaks.size,
      }),
    ];
  });
}

/** A right and a wrong answer to the same question; whichever comes first is the one that counts. */
function answersOf({ session, questionAt }, { learnerId, position }) {
  const question = questionAt(position);
  const choices = [wrongChoice(question), rightChoice(question)];
  const taps = choices.map((choice) =>
    aTap({ learnerId, session, position, choice, text: question.ask }),
  );
  const updates = taps.map((tap) => tap.update_id);
  const choiceOf = new Map(updates.map((id, i) => [id, choices[i]]));
  return { learnerId, session, position, taps, updates, choiceOf };
}
