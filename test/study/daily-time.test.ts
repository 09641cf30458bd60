import fc from 'fast-check';
import { timeIn } from '../../src/study/daily-time.js';

test.each([
  ['9:30', '9:30'],
  ['09:05', '9:05'],
  ['21.00', '21:00'],
  ['в 9 утра', '9:00'],
  ['9', '9:00'],
  ['8 вечера', '20:00'],
  ['в 6 вечера', '18:00'],
  ['2 часа дня', '14:00'],
  ['час дня', '13:00'],
  ['11 дня', '11:00'],
  ['12 дня', '12:00'],
  ['12 ночи', '0:00'],
  ['3 ночи', '3:00'],
  ['11 ночи', '23:00'],
  ['полдень', '12:00'],
  ['в полночь', '0:00'],
  ['полдевятого', '8:30'],
  ['Полдевятого вечера', '20:30'],
  ['половина восьмого', '7:30'],
  ['без четверти девять', '8:45'],
  ['без 10 девять вечера', '20:50'],
  ['четверть десятого', '9:15'],
  ['двадцать минут восьмого', '7:20'],
  ['девять тридцать', '9:30'],
  ['в девять двадцать пять', '9:25'],
  ['семь утра', '7:00'],
  ['9 часов 15 минут', '9:15'],
  ['9ч30', '9:30'],
  ['930', '9:30'],
  ['2130', '21:30'],
  ['9 30', '9:30'],
  ['9-30', '9:30'],
  ['каждый день в 7:45', '7:45'],
  ['24:00', '0:00'],
  ['полпервого ночи', '0:30'],
])('%s is %s', (text, time) => expect(timeIn(text)).toBe(time));

test.each(['', 'утром', '25:61', '9:75', 'завтра', 'docker', '14 мая', 'полкило', '1 2 3 4', '-'])(
  '«%s» is no time',
  (text) => expect(timeIn(text)).toBeNull(),
);

test('every time of the day as a clock shows it is read as it is', () => {
  const aTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(aTime, ([hour, minute]) => {
      const time = `${hour}:${String(minute).padStart(2, '0')}`;
      expect(timeIn(time)).toBe(time);
      expect(timeIn(`в ${time}`)).toBe(time);
    }),
  );
});

test('whatever is typed is a time of a day or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(timeIn(text) ?? '0:00').toMatch(/^(?:1?\d|2[0-3]):[0-5]\d$/);
    }),
  );
});
