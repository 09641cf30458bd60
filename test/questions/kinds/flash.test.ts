import fc from 'fast-check';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { flash } from '../../../src/questions/kinds/flash.js';
import type { RecallQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { command, dated, definition, explanation, list, statement } from './facts.js';

function card(fact: Fact): RecallQuestion {
  const made = flash.make(fact, indexDeck([fact]), seededRandom(1));
  expect(made).toHaveLength(1);
  return made[0] as RecallQuestion;
}

test.each([
  [
    'Планировщик не трогает узлы, у которых стоит запрет',
    'Планировщик не трогает узлы, у которых ___',
    'стоит запрет',
  ],
  ['Одна задача - один коммит', 'Одна задача — ___', 'один коммит'],
  ['Метки нужны, чтобы выбирать поды', 'Метки нужны, чтобы ___', 'выбирать поды'],
  ['Новая ветка не мешает готовой', 'Новая ветка ___', 'не мешает готовой'],
  [
    'также сервис раздаёт запросы (по очереди) всем подам',
    'Сервис раздаёт запросы (по очереди) ___',
    'всем подам',
  ],
])('%s breaks before what has to be recalled', (text, head, rest) => {
  const question = card(statement(text));
  expect(question.ask).toBe('Продолжите');
  expect(question.material?.text).toBe(`«${head}»`);
  expect(question.items).toEqual([rest]);
});

test('other facts are continued after their name', () => {
  expect(card(definition('Под', 'группа контейнеров')).material?.text).toBe('«Под — ___»');
  expect(card(command('git log', 'показать историю')).material?.text).toBe('«git log — ___»');
  expect(card(dated('1991', 'первый выпуск Linux')).items).toEqual(['первый выпуск Linux']);
  expect(card(list('Виды', ['один', 'два'])[0]).items).toEqual(['один; два']);
});

test('a question of the notes is asked as it stands, with its question mark', () => {
  const question = card(explanation('Зачем нужен Ingress', 'раздавать запросы по правилам'));
  expect(question).toMatchObject({ ask: 'Зачем нужен Ingress?', material: null });
});

test('a line of one word is asked by its title', () => {
  const [, item] = list('Оболочки', ['bash', 'zsh', 'fish']);
  expect(card(item as Fact).material?.text).toBe('«Оболочки: ___»');
});

test('head and rest make the whole line again, whatever the line is', () => {
  const word = fc.stringMatching(/^[а-яёA-Za-z(),«».-]{1,9}$/u);
  // The parser never makes a fact of signs alone.
  const lines = fc
    .array(word, { minLength: 1, maxLength: 14 })
    .filter((line) => /\p{L}/u.test(line.join('')));
  fc.assert(
    fc.property(lines, (line) => {
      const { material, items } = card(statement(line.join(' ')));
      expect(items).toHaveLength(1);
      expect(items[0]).not.toBe('');
      expect(material?.text).toContain('___');
    }),
  );
});

test('a statement that does not name its subject is led by it', () => {
  const said = statement('Это не ноль и не пустая строка', { subject: 'NULL' });
  expect(card(said).material?.text).toBe('«NULL: это не ноль и ___»');
  const named = statement('NULL не равен нулю и самому себе', { subject: 'NULL' });
  expect(card(named).material?.text).not.toContain('NULL:');
});

test('a short entry is missing among its neighbours', () => {
  const facts = list('Фазы', ['профаза', 'Метафаза', 'анафаза', 'телофаза']);
  const deck = indexDeck(facts);
  const [made] = flash.make(facts[2] as Fact, deck, seededRandom(1));
  expect(made?.material?.text).toBe('«Фазы: профаза; ___; анафаза; телофаза»');
  expect((made as RecallQuestion).items).toEqual(['Метафаза']);
});
