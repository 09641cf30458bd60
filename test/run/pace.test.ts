import { createAllowance } from '../../src/run/allowance.js';
import { createPace } from '../../src/run/pace.js';

/** A pace whose rests end by hand. */
function openPace(mostHeld: number) {
  const rests: (() => void)[] = [];
  const allows = createAllowance({ burst: 2, perSecond: 0, now: () => 0 });
  const rest = () => new Promise<void>((resolve) => rests.push(resolve));
  const pace = createPace({ allows, rest, mostHeld });
  let answered = 0;
  return {
    rests,
    /** How many of so many updates of a learner are answered before any rest has ended. */
    answersAtOnce: async (learnerId: number, updates: number): Promise<number> => {
      answered = 0;
      for (let i = 0; i < updates; i += 1) void pace(learnerId).then(() => (answered += 1));
      await new Promise(setImmediate);
      return answered;
    },
    answered: () => answered,
  };
}

test('whoever floods waits for the next answer, a few updates and others do not', async () => {
  const { answersAtOnce, rests, answered } = openPace(10);
  expect(await answersAtOnce(1, 5)).toBe(2);
  rests.shift()?.();
  await new Promise(setImmediate);
  expect(answered()).toBe(3);
  expect(await answersAtOnce(2, 2)).toBe(2);
});

test('few answers are held back: the connections are everybody’s', async () => {
  const { answersAtOnce, rests } = openPace(3);
  expect(await answersAtOnce(1, 9)).toBe(6);
  expect(rests).toHaveLength(3);
  expect(await answersAtOnce(2, 4)).toBe(4);
  for (const end of rests.splice(0)) end();
  await new Promise(setImmediate);
  expect(await answersAtOnce(2, 4)).toBe(1);
});
