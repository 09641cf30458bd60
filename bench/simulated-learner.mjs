/**
 * A learner made of a forgetting curve. Every fact has a half-life: after t days it is recalled with chance 2^(−t/h), the
 * curve of half-life regression (Settles and Meeder, 2016), which is not the power curve that FSRS assumes. A recall
 * lengthens the half-life the more, the harder it was (the spacing effect), and less for difficult facts; a failure
 * shortens it. Facts differ in both: log-normal first half-lives and growths, drawn from the seed.
 */
import { seededRandom } from '../dist/questions/random.js';

/** Days after which half of what was seen once is gone, of a median fact, and how much facts differ. */
const FIRST_HALF_LIFE = 2.5;
const SPREAD = 0.6;
/** A recall at even odds multiplies the half-life of a median fact by one plus this. */
const GROWTH = 2.2;
/** What a failure leaves of a half-life. */
const LEFT_AFTER_FAILURE = 0.35;
const SHORTEST_HALF_LIFE = 0.5;
const LONGEST_HALF_LIFE = 3650;

/**
 * One life: each day a policy is asked what to ask, within the budget, and told what came of it. Gives how many facts are
 * expected to be known at the end, the mean chance to recall a fact once asked over all days, and questions asked.
 */
export function study(policy, { seed, budget, days, facts: count }) {
  const random = seededRandom(`${seed}`);
  const facts = Array.from({ length: count }, (_, index) => newFact(index, random));
  const scheduler = policy({ count, budget, random: seededRandom(`policy ${seed}`) });
  let questions = 0;
  let chances = 0;
  let chancesOf = 0;
  for (let day = 0; day < days; day += 1) {
    for (const index of scheduler.pick(day).slice(0, budget)) {
      const fact = facts[index];
      const isRight = random() < recall(fact, day);
      learn(fact, day, isRight);
      scheduler.answered(index, day, isRight);
      questions += 1;
    }
    for (const fact of facts) {
      if (fact.seenOn === null) continue;
      chances += recall(fact, day + 1);
      chancesOf += 1;
    }
  }
  const known = facts.reduce((sum, fact) => sum + recall(fact, days), 0);
  return { known, retention: chances / chancesOf, questions };
}

function newFact(index, random) {
  return {
    index,
    seenOn: null,
    halfLife: FIRST_HALF_LIFE * Math.exp(SPREAD * normal(random)),
    growth: GROWTH * Math.exp(SPREAD * normal(random)),
  };
}

/** A fact never seen is not known. */
const recall = ({ seenOn, halfLife }, day) =>
  seenOn === null ? 0 : 2 ** (-(day - seenOn) / halfLife);

function learn(fact, day, isRight) {
  const isFirst = fact.seenOn === null;
  const chance = recall(fact, day);
  fact.seenOn = day;
  if (isFirst) return;
  const factor = isRight ? 1 + fact.growth * Math.sqrt(2 * (1 - chance)) : LEFT_AFTER_FAILURE;
  const halfLife = fact.halfLife * factor;
  fact.halfLife = Math.min(LONGEST_HALF_LIFE, Math.max(SHORTEST_HALF_LIFE, halfLife));
}

/** Box and Muller. */
const normal = (random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
