/**
 * Who decides what is asked today. In: how many facts there are, the budget of a day, chance. Out: `pick(day)`, facts in
 * the order they are asked, and `answered(fact, day, isRight)`. Ten new facts a day at most, as in the bot; none of the
 * policies knows the learner's forgetting curve.
 */
import { pickPortion } from '../dist/review/pick.js';
import { newCard, rateCard, retrievability } from '../dist/review/schedule.js';

const NEW_A_DAY = 10;
const FIRST_DAY = Date.parse('2026-01-01T09:00:00Z');
const DAY = 86_400_000;
const GOOD = 3;
const AGAIN = 1;

const dateOf = (day) => new Date(FIRST_DAY + day * DAY);

/** What the bot does: FSRS, the least remembered first, new facts up to the limit, a pile worked off from its best end. */
export function ours({ count, budget }) {
  const cards = new Map();
  const dayOf = (card) => Math.floor((Date.parse(card.due) - FIRST_DAY) / DAY);
  return {
    pick(day) {
      const candidates = Array.from({ length: count }, (_, index) => {
        const card = cards.get(index);
        return {
          ...{ factId: String(index), section: null, kin: null, isMain: false, position: index },
          isDue: card !== undefined && dayOf(card) <= day,
          retrievability: card === undefined ? null : retrievability(card, dateOf(day)),
        };
      });
      const limits = { dailyGoal: budget, newLeft: NEW_A_DAY, catchUpGoal: null, exam: null };
      return pickPortion(candidates, limits).map(Number);
    },
    answered(index, day, isRight) {
      const card = cards.get(index) ?? newCard(dateOf(day));
      // Nobody knows a fact the first time, and the bot is told so.
      cards.set(index, rateCard(card, isRight ? GOOD : AGAIN, dateOf(day)));
    },
  };
}

/** A ladder of intervals in days: a right answer climbs a rung, a wrong one goes back to the first; overdue ones first. */
export const fixedIntervals =
  (ladder) =>
  ({ count }) => {
    const facts = new Map();
    return {
      pick(day) {
        const due = [...facts.entries()]
          .filter(([, { dueOn }]) => dueOn <= day)
          .toSorted(([, a], [, b]) => a.dueOn - b.dueOn)
          .map(([index]) => index);
        const fresh = Array.from({ length: count }, (_, index) => index).filter(
          (index) => !facts.has(index),
        );
        return [...due, ...fresh.slice(0, NEW_A_DAY)];
      },
      answered(index, day, isRight) {
        const rung = facts.get(index)?.rung ?? -1;
        const next = isRight ? Math.min(rung + 1, ladder.length - 1) : 0;
        facts.set(index, { rung: next, dueOn: day + ladder[next] });
      },
    };
  };

/** Any facts, as a quiz without a memory draws them. */
export const randomOrder = ({ count, budget, random }) => ({
  pick: () => {
    const left = Array.from({ length: count }, (_, index) => index);
    return Array.from({ length: Math.min(budget, count) }, () =>
      left.splice(Math.floor(random() * left.length), 1),
    ).flat();
  },
  answered: () => undefined,
});
