import { pick, seededRandom, shuffle, spreadRandom } from '../../src/questions/random.js';

test('a seed gives the same numbers every time, another seed other ones', () => {
  const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('a shuffle keeps every item', () => {
  expect(shuffle([1, 2, 3, 4, 5], seededRandom(1)).sort()).toEqual([1, 2, 3, 4, 5]);
});

test('nothing can be picked from an empty list', () => {
  expect(pick([], seededRandom(1))).toBeUndefined();
});

test('first draws of a key are spread evenly over fifty seeds', () => {
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    const firsts = Array.from({ length: 50 }, (_, seed) => spreadRandom(seed + 1, key)());
    const low = firsts.filter((value) => value < 0.5).length;
    expect(Math.abs(low - 25)).toBeLessThanOrEqual(2);
  }
});

test('seeds of any kind give numbers in [0, 1)', () => {
  for (const seed of [0, -3, 2 ** 60, 0.5, Number.NaN, 'session:12', '']) {
    const random = spreadRandom(seed, 'key');
    for (let i = 0; i < 20; i += 1) {
      const value = random();
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }
  }
});
