import fc from 'fast-check';
import { offsetOfClock } from '../../src/study/own-clock.js';

const NOON = new Date('2026-05-20T12:00:00Z');

test.each([
  ['15:00', 180],
  ['у меня 17:02', 300],
  ['сейчас уже 14:58', 180],
  ['17.30', 330],
  ['9:00', -180],
  ['00:00', 720],
  ['3 часа дня', 180],
])('«%s» at noon in Greenwich is %i minutes ahead', (text, offset) => {
  expect(offsetOfClock(text, NOON)).toBe(offset);
});

test.each(['в 15:00', '15:10', '21:45', 'Омск', 'нет', '', '99:99'])('«%s» is no clock', (text) => {
  expect(offsetOfClock(text, NOON)).toBeNull();
});

test('whatever the hour, a clock that is right within minutes says its zone', () => {
  const halfHours = fc.integer({ min: -23, max: 24 }).map((half) => half * 30);
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(halfHours, minute, fc.integer({ min: -3, max: 3 }), (offset, at, slip) => {
      const now = new Date(NOON.getTime() + at * 60_000);
      const shown = new Date(now.getTime() + (offset + slip) * 60_000);
      const clock = shown.toISOString().slice(11, 16);
      expect(offsetOfClock(clock, now)).toBe(offset);
    }),
  );
});
