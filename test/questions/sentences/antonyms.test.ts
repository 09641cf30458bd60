import fc from 'fast-check';
import { turned, turnsIn } from '../../../src/questions/sentences/antonyms.js';

const turn = (sentence: string): string => turned(sentence, turnsIn(sentence));

test.each([
  ['Тег можно удалить', 'Тег нельзя удалить'],
  ['Нельзя удалить тег', 'Можно удалить тег'],
  ['Тег можно легко удалить', 'Тег нельзя удалить'],
  ['Нет необходимости в сервере', 'Есть необходимость в сервере'],
  ['Сервер разрешён всем', 'Сервер запрещён всем'],
  ['Сервер разрешен всем', 'Сервер запрещён всем'],
  ['Ветка не мешает релизу', 'Ветка мешает релизу'],
  ['Ключ не нужен', 'Ключ обязательно нужен'],
])('%s → %s', (sentence, contrary) => {
  expect(turn(sentence)).toBe(contrary);
});

test.each([
  'Возможность отката есть в журнале',
  'Всегда-включённый режим',
  'Ветка не мешает, а помогает релизу',
  'Никто не мешает релизу',
  'Журнал не пустой',
  'Очень удобно читать историю',
  'Открытый ключ лежит на сервере',
  'Внутри системы живёт сервис',
])('%s stays', (sentence) => {
  expect(turnsIn(sentence)).toEqual([]);
});

test('turning twice by a two-way pair gives the sentence back', () => {
  const pairs = fc.constantFrom('можно', 'легко', 'чаще', 'независимый', 'повышается', 'вручную');
  fc.assert(
    fc.property(pairs, (word) => {
      const sentence = `Сервер ${word} меняют`;
      expect(turnsIn(turn(sentence)).length).toBe(1);
      expect(turn(sentence)).not.toBe(sentence);
    }),
  );
});

test('turns lie inside the text and do not overlap', () => {
  const word = fc.oneof(
    fc.constantFrom('можно', 'легко', 'не', 'мешает', 'нельзя', 'и'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      const sentence = parts.join(' ');
      let end = 0;
      for (const { at, from } of turnsIn(sentence)) {
        expect(sentence.slice(at, at + from.length)).toBe(from);
        expect(at).toBeGreaterThanOrEqual(end);
        end = at + from.length;
      }
    }),
  );
});
