import { isRemark, isTask, withoutRemarks } from '../../../src/notes/grammar/remarks.js';

test.each([
  'TODO спросить про хуки', 'дописать про кэш', 'повторить лекцию 4', 'к зачёту: вопросы 1-10', '(был в отъезде, списал)',
  'преподаватель: Анна Ильинична', 'проверять тут: example', 'не судите строго)))', 'вопросы на anna@example.org',
  'за конспектом к Пете, 8 912 000-11-22', 'см. рис. 3',
])('%j is said by the author to themselves', (text) => {
  expect(isRemark(text)).toBe(true);
}); // prettier-ignore

test.each([
  'Повторить команду можно стрелкой вверх', 'Прочитать файл целиком', 'Кэш живёт в памяти (она быстрая)', 'Порты 8000 и 8080',
  '(т.е. каждый узел помнит соседей)', 'Преподаватель ставит оценку',
  '(память процесса делится на стек и кучу, у каждой части своя граница и свой способ роста)',
])('%j says something', (text) => {
  expect(isRemark(text)).toBe(false);
}); // prettier-ignore

test('a box to be ticked holds a task only before something to do', () => {
  expect(isTask('прочитать главу 7')).toBe(true);
  expect(isTask('узел отвечает на запросы')).toBe(false);
});

test.each([
  ['точка над очагом (Зинаида спрашивает всегда!!!)', 'точка над очагом'],
  ['жёлоб, 11 км (в др. книге 10)', 'жёлоб, 11 км'],
  ['сеть узлов (?)', 'сеть узлов'],
  ['Нил, спорят', 'Нил'],
  ['не люблю. код растёт сам', 'код растёт сам'],
  ['удаляет только хозяин файла, пример /tmp', 'удаляет только хозяин файла'],
])('%j is %j without what the author says in passing', (text, bare) => {
  expect(withoutRemarks(text)).toBe(bare);
});

test.each([
  'функция (вызывается сама)',
  'бред величия',
  '(?)',
  'пример, который все знают',
  'запрос (спрос)',
])('%j says it all to the reader', (text) => {
  expect(withoutRemarks(text)).toBe(text);
});
