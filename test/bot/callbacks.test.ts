import * as fc from 'fast-check';
import { carrying, pack, unpack } from '../../src/bot/callbacks.js';
import type { Tap } from '../../src/bot/tap.js';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/u);
const number = fc.integer({ min: 0, max: 9999 });
const at = { session: id, position: number };
const ownId = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/u);
const line = fc.integer({ min: 0, max: 9_999_999 });
const place = { deckId: ownId, version: number, line };
const query = fc.stringMatching(/^[а-яё a-z0-9-]{0,20}$/u);

const setting = fc.constantFrom(...(['goal', 'new', 'typing', 'pacing'] as const));

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
    kind: fc.constantFrom('decks', 'topics', 'gaps', 'shareTopics') as fc.Arbitrary<'gaps'>,
    page: number,
  }),
  fc.record({ kind: fc.constantFrom('deck', 'try') as fc.Arbitrary<'deck'>, deckId: id }),
  fc.record({ kind: fc.constant('gap' as const), index: number }),
  fc.record({ kind: fc.constant('section' as const), deckId: id, index: number, version: number }),
  fc.record({ kind: fc.constant('found' as const), query }),
  fc.record({
    kind: fc.constantFrom(
      'setAside',
      'replayAll',
      'pausePushes',
      'keepPushes',
    ) as fc.Arbitrary<'setAside'>,
  }),
  fc.record({
    kind: fc.constant('replay' as const),
    update: fc.integer({ min: 0, max: 999_999_999_999_999 }),
  }),
  fc.record({ kind: fc.constantFrom('settings', 'rests') as fc.Arbitrary<'rests'> }),
  fc.record({ kind: fc.constant('setting' as const), setting }),
  fc.record({ kind: fc.constant('set' as const), setting, value: number }),
  fc.record({ kind: fc.constant('rest' as const), days: number }),
  fc.record({
    kind: fc.constantFrom(
      'begin',
      'report',
      'held',
      'rename',
      'share',
      'leaving',
      'leave',
    ) as fc.Arbitrary<'begin'>,
    deckId: id,
  }),
  fc.record({ kind: fc.constant('faults' as const), deckId: id, page: number }),
  fc.record({ kind: fc.constant('mine' as const), page: number }),
  fc.record({
    kind: fc.constantFrom('asVersion', 'asDeck', 'added', 'taken') as fc.Arbitrary<'taken'>,
    import: id,
  }),
  fc.record({ kind: fc.constant('changes' as const), import: id, page: number }),
  fc.record({
    kind: fc.constantFrom('paste', 'noPaste', 'pasteDone') as fc.Arbitrary<'paste'>,
    paste: id,
  }),
  fc.record({ kind: fc.constantFrom('look', 'whole') as fc.Arbitrary<'look'>, ...place, query }),
  fc.record({ kind: fc.constant('part' as const), ...place, page: number, query }),
  fc.record({ kind: fc.constant('check' as const), ...place, other: line }),
  fc.record({
    kind: fc.constantFrom('credit', 'dislike', 'forgive', 'dislikeAsked') as fc.Arbitrary<'credit'>,
    ...at,
  }),
  fc.record({ kind: fc.constant('forgiveAsked' as const), ...at }),
  fc.record({ kind: fc.constant('asked' as const), session: id, page: number }),
  fc.record({
    kind: fc.constantFrom('hurry', 'exam', 'export', 'keep') as fc.Arbitrary<'hurry'>,
  }),
  fc.record({
    kind: fc.constantFrom('mistakes', 'examOf', 'examDate', 'examOff') as fc.Arbitrary<'mistakes'>,
    deckId: id,
  }),
  fc.record({ kind: fc.constant('firstTen' as const), deckId: id }),
  fc.record({ kind: fc.constant('examIn' as const), deckId: id, days: number }),
  fc.record({
    kind: fc.constant('examPlan' as const),
    ...{ deckId: id, day: line, scope: fc.constantFrom('main' as const, 'all' as const) },
  }),
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
    .tuple(fc.constantFrom(...'aghusvnqcrpzltedyixokwm'), fc.array(fc.string({ maxLength: 6 })))
    .map(([letter, fields]) => [`1${letter}`, ...fields].join(':'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), looksPacked), (data) => {
      const read = unpack(data);
      expect(read === null || pack(read) === data).toBe(true);
    }),
  );
});

describe('the words of a look-up in a button', () => {
  const part = { kind: 'part', deckId: 'abcdefghijk', version: 12, line: 135, page: 0 } as const;
  const question = 'чем отличается образ от контейнера';

  test('a question fits whole', () => {
    expect(carrying({ ...part, query: '' }, [question, 'образ'])).toEqual({
      ...part,
      query: question,
    });
  });

  test('when they do not fit, the next words do', () => {
    expect(carrying({ ...part, query: '' }, [`${question} в двух словах`, 'образ'])).toEqual({
      ...part,
      query: 'образ',
    });
  });

  test('whatever they are, the button fits', () => {
    fc.assert(
      fc.property(
        fc.record({ ...place, page: number }),
        fc.string({ unit: 'binary' }),
        (at, words) => {
          const tap = carrying({ kind: 'part', ...at, query: '' }, [words]);
          expect(Buffer.byteLength(pack(tap))).toBeLessThanOrEqual(64);
          expect(unpack(pack(tap))).not.toBeNull();
        },
      ),
    );
  });
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
  '1k:d:1:2:слой',
  '1k:d:1:12345678:A',
  '1o:%0061',
])('garbage %p is nobody’s button', (data) => {
  expect(unpack(data)).toBeNull();
});
