/**
 * What a learner keeps: 180 days with our picking and scheduling, with fixed intervals, and in random order, from the same
 * notes with the same daily budget. Nobody is asked: a simulated learner forgets by a model of its own, which is not that
 * of FSRS (`simulated-learner.mjs`). A row compares medians over seeds; every number is known exactly, not sampled.
 */
import { median } from './measure.mjs';
import { fixedIntervals, ours, randomOrder } from './memory-policies.mjs';
import { study } from './simulated-learner.mjs';

const SEEDS = 12;
const DAYS = 180;
/** A term's notes with the ordinary daily goal and with a keen learner's; a chapter that both can keep up with. */
const COURSES = [
  { facts: 400, budget: 10 },
  { facts: 400, budget: 20 },
  { facts: 100, budget: 20 },
];

const OTHERS = [
  ['fixed 1-3-7-14-30-60', fixedIntervals([1, 3, 7, 14, 30, 60])],
  ['random order', randomOrder],
];

/** The rows of the table. */
export function memory() {
  return COURSES.flatMap(({ facts, budget }) => {
    const lives = seeds((seed) => study(ours, { seed, budget, days: DAYS, facts }));
    return OTHERS.flatMap(([name, policy]) => {
      const others = seeds((seed) => study(policy, { seed, budget, days: DAYS, facts }));
      const title = `${facts} facts, ${budget} a day, against ${name}`;
      return [
        {
          what: `known on day ${DAYS}: ${title}`,
          ...compared(lives, others, ({ known }) => known),
          unit: 'facts',
          reach: { atLeast: 1 },
        },
        {
          what: `recall of what was ever asked: ${title}`,
          ...compared(lives, others, ({ retention }) => 100 * retention),
          unit: '%',
        },
        {
          what: `questions: ${title}`,
          ...compared(lives, others, ({ questions }) => questions / DAYS),
          unit: 'a day',
        },
      ];
    });
  });
}

const seeds = (live) => Array.from({ length: SEEDS }, (_, seed) => live(seed + 1));

function compared(lives, others, numberOf) {
  const pairs = lives.map((life, i) => [numberOf(life), numberOf(others[i])]);
  const ratios = pairs.map(([project, floor]) => project / floor);
  return {
    project: median(pairs.map(([project]) => project)),
    floor: median(pairs.map(([, floor]) => floor)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}
