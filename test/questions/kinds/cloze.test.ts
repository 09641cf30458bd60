import { indexDeck } from '../../../src/questions/deck-index.js';
import { cloze } from '../../../src/questions/kinds/cloze.js';
import { clozetype } from '../../../src/questions/kinds/clozetype.js';
import type { ChoiceQuestion, TypedQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { definition, statement } from './facts.js';

const COMPANY = [
  statement('Метрики кластера собирает программа Prometheus'),
  statement('Журналы всех узлов хранит система Loki'),
  statement('Графики по метрикам рисует панель Grafana'),
  statement('Секреты команды лежат в хранилище Vault'),
];

function ask(fact: Fact, seed = 1, company: readonly Fact[] = COMPANY): ChoiceQuestion[] {
  return cloze.make(fact, indexDeck([...company, fact]), seededRandom(seed)) as ChoiceQuestion[];
}

test('a foreign name is blanked and stands among other names of the notes', () => {
  const [question] = ask(statement('Пакеты для кластера чаще всего ставит Helm'));
  expect(question?.material?.text).toBe('«Пакеты для кластера чаще всего ставит ___»');
  const texts = question?.choices.map(({ text }) => text) ?? [];
  expect(texts).toContain('Helm');
  expect(texts).toHaveLength(4);
  for (const text of texts)
    expect(['Helm', 'Prometheus', 'Loki', 'Grafana', 'Vault']).toContain(text);
});

test('every occurrence is blanked', () => {
  const [question] = ask(statement('Манифесты читает Argo, потому что Argo следит за веткой'));
  expect(question?.material?.text).toBe('«Манифесты читает ___, потому что ___ следит за веткой»');
});

test.each([
  ['stands in an enumeration', 'Манифесты понимают Argo, Flux и другие программы'],
  ['is an example', 'Для поставки берут особые программы, например Argo'],
  ['is the front of a compound', 'Каждый Argo-проект описывают в отдельном файле'],
  ['touches another name', 'Поставкой кластера занимается программа Argo CD'],
  ['is a fragment', 'программа Argo'],
])('a name that %s is left alone', (_, text) => {
  expect(ask(statement(text))).toEqual([]);
});

test.each([
  ['leaves too little around it', 'Программа Argo работает'],
  [
    'is an adjunct in small letters',
    'Новые версии сервиса выкатывает дежурный инженер в production',
  ],
  ['stands in a piece of code', 'Лишние повторы из списка убирает запись [...new Set]'],
  [
    'is one of two examples',
    'Проверяющие программы бывают разные, одна другой строже: lint / test',
  ],
])('a name that %s is not typed', (_, text) => {
  const fact = statement(text);
  expect(clozetype.make(fact, indexDeck([...COMPANY, fact]), seededRandom(1))).toEqual([]);
});

test('a name the notes put into the same sentence elsewhere is no wrong option', () => {
  const rival = statement('Пакеты для кластера ставит и менеджер Kustomize');
  const fact = statement('Пакеты для кластера чаще всего ставит Helm');
  for (let seed = 0; seed < 20; seed += 1) {
    const [question] = ask(fact, seed, [...COMPANY, rival]);
    expect(question?.choices.map(({ text }) => text)).not.toContain('Kustomize');
  }
});

test('without two other names there is no choice, but the name can be typed', () => {
  const fact = statement('Пакеты для нового кластера чаще всего ставит Helm');
  const deck = indexDeck([fact]);
  expect(cloze.make(fact, deck, seededRandom(1))).toEqual([]);
  const [question] = clozetype.make(fact, deck, seededRandom(1)) as TypedQuestion[];
  expect(question).toMatchObject({ form: 'typed', judge: 'term', accepted: ['Helm'], rivals: [] });
});

test('the name of the whole deck is never asked', () => {
  const facts = Array.from({ length: 6 }, (_, i) =>
    statement(`Узел номер ${i} держит Kafka в памяти`),
  );
  const deck = indexDeck(facts);
  for (const fact of facts) expect(clozetype.make(fact, deck, seededRandom(1))).toEqual([]);
});

test('two names are too few to choose from, unless they are kindred', () => {
  const fact = statement('На рабочий стол ставят программу Docker Desktop');
  const kindred = [
    statement('Готовые сборки раздаёт реестр Docker Hub'),
    statement('Несколько служб поднимает сразу Docker Compose'),
  ];
  const about = Array.from({ length: 4 }, (_, i) => statement(`Узел ${i} давно держит Docker`));
  expect(ask(fact, 1, [...kindred, ...about])[0]?.choices).toHaveLength(3);
  expect(ask(statement('Пакеты чаще всего ставит Helm'), 1, COMPANY.slice(0, 2))).toEqual([]);
});

test('a figure stands among figures that count the same thing', () => {
  const facts = [
    statement('Сервер отвечает не позже чем через 30 секунд'),
    statement('Проверка узла повторяется каждые 10 секунд'),
    statement('Замена упавшего узла начинается через 45 секунд'),
    statement('В кластере работает ровно 3 узла'),
  ];
  const [question] = ask(facts[0] as Fact, 1, facts.slice(1));
  expect(question?.choices.map(({ text }) => text).sort()).toEqual(['10', '30', '45']);
});

test('a sentence that does not name its subject gets it in front', () => {
  const about = { section: 'Наблюдение', subject: 'Наблюдение' };
  const [question] = ask(statement('Пакеты для кластера чаще всего ставит Helm', about));
  expect(question?.material?.text).toBe('«Наблюдение: пакеты для кластера чаще всего ставит ___»');
});

test('the id of a question does not depend on the seed', () => {
  const fact = statement('Пакеты для кластера чаще всего ставит Helm');
  expect(ask(fact, 1)[0]?.id).toBe(`${fact.id}:cloze:helm`);
  expect(ask(fact, 2)[0]?.id).toBe(`${fact.id}:cloze:helm`);
});

test('a definition is left to other kinds', () => {
  expect(ask(definition('Helm', 'менеджер пакетов для кластера Kubernetes'))).toEqual([]);
});
