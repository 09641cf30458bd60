import {
  calm,
  headline,
  isAbbreviation,
  joinCompounds,
  readVocabulary,
} from '../../../src/notes/grammar/spelling.js';

const EMPTY = readVocabulary([]);

test.each([
  ['ЗА СЧЁТ ЧЕГО РАБОТАЕТ Docker', 'За счёт чего работает Docker'],
  ['РАБОТА С Docker - ОБРАЗАМИ', 'Работа с Docker-образами'],
  ['УСТРОЙСТВО ОЗУ И ГОСТ', 'Устройство ОЗУ и ГОСТ'],
  ['КРОСС-ПЛАТФОРМЕННОСТЬ', 'Кросс-платформенность'],
  ['Docker - КОНТЕЙНЕРНАЯ ПЛАТФОРМА', 'Docker - контейнерная платформа'],
])('the heading %j is shown as «%s»', (text, shown) => {
  expect(headline(text, EMPTY)).toBe(shown);
});

test('how the note writes a word elsewhere decides about a shouted one', () => {
  const vocabulary = readVocabulary(['план дня и сны', 'столица теперь Москва']);
  expect(headline('СНЫ И ПЛАН', vocabulary)).toBe('Сны и план');
  expect(headline('МЭРЫ ГОРОДА МОСКВА', vocabulary)).toBe('Мэры города Москва');
});

test('a shouted word in a sentence is calmed, abbreviations are not', () => {
  expect(calm('список ВСЕХ образов НЕ виден в СУБД', EMPTY)).toBe(
    'список всех образов не виден в СУБД',
  );
  expect(calm('ВСЕ образы', EMPTY)).toBe('Все образы');
});

test('a foreign name and its noun are joined where the note joins them itself', () => {
  const vocabulary = readVocabulary(['слои Docker-образа']);
  expect(joinCompounds('модели лежат в Docker - образах', vocabulary)).toBe(
    'модели лежат в Docker-образах',
  );
  expect(joinCompounds('запущенный Docker Образ', vocabulary)).toBe('запущенный Docker-образ');
  expect(joinCompounds('запущенный Docker образ', vocabulary)).toBe('запущенный Docker образ');
  expect(joinCompounds('Docker - сервис', vocabulary)).toBe('Docker - сервис');
});

test('an abbreviation is told by the table, by its letters or by what it stands for', () => {
  expect(isAbbreviation('СУБД', 'программа')).toBe(true);
  expect(isAbbreviation('ХРЯЩ', 'ткань')).toBe(false);
  expect(isAbbreviation('АСКИ', 'американская стандартная кодировка информации')).toBe(true);
  expect(isAbbreviation('ОБРАЗ', 'основа')).toBe(false);
});
