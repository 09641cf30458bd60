import * as fc from 'fast-check';
import { pack, unpack, type Tap } from '../../src/bot/callbacks.js';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/u);
const number = fc.integer({ min: 0, max: 9999 });
const at = { session: id, position: number };

const tap: fc.Arbitrary<Tap> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), ...at, choice: number }),
  fc.record({
    kind: fc.constant('grade' as const),
    ...at,
    result: fc.constantFrom('correct' as const, 'partial' as const, 'wrong' as const),
  }),
  fc.record({
    kind: fc.constantFrom('hint', 'unknown', 'stop', 'reveal', 'next') as fc.Arbitrary<'hint'>,
    ...at,
  }),
  fc.record({
    kind: fc.constantFrom('home', 'continue', 'restart', 'portion') as fc.Arbitrary<'home'>,
  }),
  fc.record({ kind: fc.constant('size' as const), size: number }),
  fc.record({
    kind: fc.constantFrom('decks', 'topics', 'gaps') as fc.Arbitrary<'gaps'>,
    page: number,
  }),
  fc.record({ kind: fc.constantFrom('deck', 'try') as fc.Arbitrary<'deck'>, deckId: id }),
  fc.record({ kind: fc.constant('gap' as const), index: number }),
  fc.record({ kind: fc.constant('section' as const), deckId: id, index: number, version: number }),
);

test('every tap survives its button', () => {
  fc.assert(
    fc.property(tap, (given) => {
      const data = pack(given);
      expect(unpack(data)).toEqual(given);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    }),
  );
});

test('data is read only in the one way it is written', () => {
  const looksPacked = fc
    .tuple(fc.constantFrom(...'aghusvnqcrpzltedyix'), fc.array(fc.string({ maxLength: 6 })))
    .map(([letter, fields]) => [`1${letter}`, ...fields].join(':'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), looksPacked), (data) => {
      const read = unpack(data);
      expect(read === null || pack(read) === data).toBe(true);
    }),
  );
});

test.each([
  '',
  '1',
  '1a',
  '1a:s:1',
  '1a:s:1:2:3',
  '1a:s:-1:0',
  '1a:s:01:0',
  '1a:s:99999:0',
  '1a:две:1:0',
  '1a:s s:1:0',
  '1g:s:1:splendid',
  '0a:s:1:0',
  'a:s:1:0',
  '1__proto__',
])('garbage %p is nobody’s button', (data) => {
  expect(unpack(data)).toBeNull();
});
