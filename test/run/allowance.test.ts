import { createAllowance } from '../../src/run/allowance.js';

test('a flood is refused, its first one told apart; a person never notices, others are not touched', () => {
  let time = 0;
  const allows = createAllowance({ burst: 5, perSecond: 1, now: () => time });
  const asked = (learnerId: number, times: number) =>
    Array.from({ length: times }, () => allows(learnerId));

  const granted = Array<string>(5).fill('granted');
  expect(asked(1, 8)).toEqual([...granted, 'first refused', 'refused', 'refused']);
  expect(asked(2, 1)).toEqual(['granted']);

  for (let second = 0; second < 30; second += 1) {
    time += 1000;
    expect(allows(1)).toBe('granted');
  }
  // One a second leaves nothing in hand, and they have been told.
  expect(allows(1)).toBe('refused');
  time += 10_000;
  expect(asked(1, 6)).toEqual([...granted, 'first refused']);
});

test('what comes from a chat and not from a person is never refused', () => {
  const allows = createAllowance({ burst: 1, perSecond: 0, now: () => 0 });
  expect([allows(-100), allows(-100), allows(0), allows(0)]).toEqual(
    Array<string>(4).fill('granted'),
  );
});
