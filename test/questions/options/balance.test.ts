import fc from 'fast-check';
import { balancedWeights, type Stake } from '../../../src/questions/options/balance.js';

const stake = (...advantages: number[]): Stake => ({ prior: 1, advantages });

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, w) => sum + w, 0);

const average = (questions: readonly (readonly Stake[])[], weights: readonly number[][]): number =>
  questions.reduce(
    (sum, sets, q) =>
      sum +
      sets.reduce((own, set, s) => own + (weights[q]?.[s] ?? 0) * (set.advantages[0] ?? 0), 0),
    0,
  ) / questions.length;

test('a question that always falls to the trick is paid for by the others', () => {
  const questions = [
    [stake(0.75)],
    [stake(0.75), stake(-0.25)],
    [stake(0.75), stake(-0.25)],
    [stake(0.75), stake(-0.25)],
  ];
  const weights = balancedWeights(questions);
  expect(Math.abs(average(questions, weights))).toBeLessThan(0.01);
});

test('sets are drawn evenly where the balance allows it', () => {
  const questions = [
    [stake(0.5), stake(-0.5)],
    [stake(0.5), stake(-0.5)],
  ];
  expect(balancedWeights(questions)).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
});

test('welcome sets are drawn more often', () => {
  const [weights] = balancedWeights([
    [
      { prior: 3, advantages: [0] },
      { prior: 1, advantages: [0] },
    ],
  ]);
  expect(weights).toEqual([0.75, 0.25]);
});

test('questions without sets are left alone', () => {
  expect(balancedWeights([])).toEqual([]);
  expect(balancedWeights([[], [stake(0)]])).toEqual([[], [1]]);
});

test('weights of a question always add up to one', () => {
  const anyStake = fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map(([a, b]) => stake(a, b));
  const anyQuestions = fc.array(fc.array(anyStake, { maxLength: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      balancedWeights(questions).forEach((weights, i) => {
        expect(weights).toHaveLength(questions[i]?.length ?? 0);
        if (weights.length > 0) expect(sumOf(weights)).toBeCloseTo(1);
      });
    }),
  );
});

test('sets that share their advantages weigh what they would weigh with advantages of their own', () => {
  const known = [
    [0.75, -0.25],
    [-0.25, 0.25],
    [-0.25, -0.25],
  ];
  const anyStake = fc
    .tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 5 }))
    .map(([kind, prior]): Stake => ({ prior, advantages: known[kind] ?? [] }));
  const anyQuestions = fc.array(fc.array(anyStake, { maxLength: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      const copied = questions.map((sets) =>
        sets.map(({ prior, advantages }) => ({ prior, advantages: [...advantages] })),
      );
      const weights = balancedWeights(copied).flat();
      balancedWeights(questions)
        .flat()
        .forEach((weight, i) => expect(weight).toBeCloseTo(weights[i] ?? NaN));
    }),
  );
});
