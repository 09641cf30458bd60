import { indexDeck } from '../../../src/questions/deck-index.js';
import {
  areRivals,
  commandPairs,
  definitionPairs,
  isNamed,
  isUmbrella,
  mentions,
  namesItself,
  needsHeading,
} from '../../../src/questions/options/pairs.js';
import { isPurposeOf, isSaidOf } from '../../../src/questions/options/solver.js';
import { command, definition, gitDeck, statement } from '../deck.js';

const deck = indexDeck([]);

const rivals = (a: ReturnType<typeof command>, b: ReturnType<typeof command>): boolean => {
  const index = indexDeck([a, b]);
  const [left, right] = commandPairs(index);
  return left !== undefined && right !== undefined && areRivals(left, right, index);
};

test.each([
  ['git push origin main', 'отправить снимки', 'git push origin dev', 'выложить работу'],
  ['git log -n 3', 'последние три снимка', 'git log -n 5', 'недавние снимки истории'],
  ['ls', 'показать файлы папки', 'dir', 'показать файлы в папке'],
  ['docker ps -a', 'все контейнеры', 'docker ps --all', 'и те, что остановлены'],
])('%s (%s) and %s (%s) could be taken for each other', (a, why, b, reason) => {
  expect(rivals(command(a, why, 1), command(b, reason, 2))).toBe(true);
});

test.each([
  [
    'docker ps',
    'посмотреть список запущенных контейнеров',
    'docker ps -a',
    'посмотреть список всех контейнеров',
  ],
  ['kubectl get pods', 'показать все поды', 'kubectl get nodes', 'показать все машины'],
  ['git push origin main', 'отправить ветку main', 'git push origin dev', 'отправить ветку dev'],
])('%s (%s) and %s (%s) can be told apart', (a, why, b, reason) => {
  expect(rivals(command(a, why, 1), command(b, reason, 2))).toBe(false);
});

test('a text mentions a name in any form and in either alphabet', () => {
  expect(mentions('версии лежат в репозитории', 'repository', deck)).toBe(true);
  expect(mentions('указатель на снимок', 'Снимки', deck)).toBe(true);
  expect(mentions('указатель на снимок', 'Docker-снимок', deck)).toBe(false);
});

test('the word in every term of a deck tells none of them apart', () => {
  const index = indexDeck(gitDeck);
  expect(isUmbrella('Git', index)).toBe(true);
  expect(isUmbrella('Git-ветка', index)).toBe(false);
  expect(namesItself({ name: 'Git-ветка', text: 'указатель в Git' }, index)).toBe(false);
  expect(namesItself({ name: 'Git-ветка', text: 'ветки ведут к снимку' }, index)).toBe(true);
  expect(namesItself({ name: 'СКВ', text: 'система контроля версий' }, index)).toBe(true);
  expect(namesItself({ name: 'СКВ', text: 'хранит все снимки проекта' }, index)).toBe(false);
});

test('a description is shown without «это» and the full stop', () => {
  const [pair] = definitionPairs(indexDeck([definition('Порт', 'Это число программы.')]));
  expect(pair?.text).toBe('число программы');
});

test('the solver knows what statements say of a term', () => {
  const index = indexDeck([
    definition('Ветка', 'подвижный указатель на снимок'),
    statement('Ветка стоит дёшево и живёт недолго', 'Ветка', 2),
  ]);
  expect(isSaidOf('Ветки', 'стоит дёшево и живёт недолго', index)).toBe(true);
  expect(isSaidOf('Ветка', 'стоит дорого', index)).toBe(false);
});

test('the solver joins the purposes of one command spelled in two ways', () => {
  const index = indexDeck([
    command('docker ps -a', 'посмотреть все контейнеры', 1),
    command('docker ps --all', 'найти остановленный контейнер', 2),
  ]);
  expect(isPurposeOf('docker ps -a', 'найти остановленный контейнер', index)).toBe(true);
  expect(isPurposeOf('docker ps -a', 'удалить контейнер', index)).toBe(false);
});

test.each([
  'Физический',
  'канальный',
  'Полносвязная',
  'внешний',
  'Сетевой',
  '22',
  '2 этап',
  '1941–1945',
])('«%s» means nothing without its heading', (name) => {
  expect(needsHeading(name)).toBe(true);
});

test.each([
  'Предложение',
  'Алюминий',
  'Герой',
  'Стая',
  'Деление',
  'IPv4',
  'Закон спроса',
  'Сетевой экран',
])('«%s» stands alone', (name) => {
  expect(needsHeading(name)).toBe(false);
});

test('people and answers to a heading that asks are not asked for by name', () => {
  const isAskable = (term: string, text: string, section: string | null = null): boolean => {
    const index = indexDeck([definition(term, text, 1, section)]);
    const [pair] = definitionPairs(index);
    return pair !== undefined && isNamed(pair, index);
  };
  expect(isAskable('Проба', 'вид опыта с чистой посудой')).toBe(true);
  expect(isAskable('Иванов 1975', 'учение о пробах')).toBe(false);
  expect(isAskable('Верхнее окно', 'две трубы и провод', 'Через что проходит')).toBe(false);
});

test('half a sentence and a line of code stand in no question about a term', () => {
  const facts = [definition('отлив', 'назад'), definition('сброс', 'return 404 $uri;')];
  expect(definitionPairs(indexDeck(facts))).toEqual([]);
});

test('one adjective alone under a heading has no noun, two of them share it', () => {
  const names = (...terms: string[]): string[] =>
    definitionPairs(
      indexDeck(
        terms.map((term, i) => definition(term, `слой под корой номер ${i}`, i, 'Стебель')),
      ),
    ).map(({ name }) => name);
  expect(names('жёлтый', 'камбий')).toEqual(['камбий']);
  expect(names('жёлтый', 'белый')).toEqual(['жёлтый', 'белый']);
});

test('several adjectives need their heading as one does', () => {
  expect(needsHeading('Верхний срединный')).toBe(true);
  expect(needsHeading('Верхний сустав')).toBe(false);
});
