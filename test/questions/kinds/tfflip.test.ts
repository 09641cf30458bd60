import { indexDeck } from '../../../src/questions/deck-index.js';
import { tfflip } from '../../../src/questions/kinds/tfflip.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { definition, filler, list, statement } from './facts.js';

/** Every wording a fact is asked in, with the answer each expects. */
function claims(fact: Fact, others: readonly Fact[] = []): Map<string, string> {
  const deck = indexDeck([fact, ...others]);
  const seen = new Map<string, string>();
  for (let seed = 0; seed < 40; seed += 1) {
    for (const question of tfflip.make(fact, deck, seededRandom(seed)) as ChoiceQuestion[]) {
      const right = question.choices.find(({ correct }) => correct)?.text ?? '';
      seen.set(question.material?.text ?? '', right);
    }
  }
  return seen;
}

const falsehoods = (fact: Fact, others: readonly Fact[] = []): string[] =>
  [...claims(fact, others)].filter(([, answer]) => answer === 'Неверно').map(([text]) => text);

test.each([
  ['Коммит нельзя изменить после отправки', 'Коммит можно изменить после отправки.'],
  ['Метку можно легко переставить на другой коммит', 'Метку нельзя переставить на другой коммит.'],
  ['Git автоматически сжимает старые объекты', 'Git не сжимает автоматически старые объекты.'],
  [
    'Нет необходимости в сети для просмотра истории',
    'Есть необходимость в сети для просмотра истории.',
  ],
  ['Архив собирается автоматически каждую ночь', 'Архив собирается только вручную каждую ночь.'],
  [
    'Сервис поднимает песочницу, внутри которой живут тесты',
    'Сервис поднимает песочницу, вне которой живут тесты.',
  ],
  [
    'Открытый ключ видят все, а закрытый хранит владелец',
    'Закрытый ключ видят все, а открытый хранит владелец.',
  ],
  [
    'Планировщик убирает узлы, у которых нет запущенных процессов',
    'Планировщик убирает узлы, у которых есть запущенные процессы.',
  ],
  ['В одной ветке пишут одно изменение', 'В одной ветке пишут несколько изменений.'],
  ['Для сборки нужна отдельная машина', 'Для сборки не нужна отдельная машина.'],
  ['Под не переживает гибель своего узла', 'Под переживает гибель своего узла.'],
  ['Каждый под работает в изолированной среде', 'Каждый под работает в общей среде.'],
  [
    'Ветка является независимой и изолированной от других веток',
    'Ветка является зависимой от других веток.',
  ],
  ['Ветка изолирована от чужих правок', 'Ветка не изолирована от чужих правок.'],
  [
    'Узлы работают независимо друг от друга, аналогично старым серверам',
    'Узлы работают зависимо друг от друга.',
  ],
  ['Архив читают быстрее журнала, потому что он сжат', 'Архив читают медленнее журнала.'],
  [
    'Метку легко переставить на другой коммит, например старый',
    'Метку сложно переставить на другой коммит.',
  ],
  ['Метку можно поставить в любое время → пригодится', 'Метку нельзя поставить в любое время.'],
])('%s → %s', (text, falsehood) => {
  expect(falsehoods(statement(text))).toEqual([falsehood]);
});

test('another term of the notes may take the place of the right one', () => {
  const deck = [
    definition('Репозиторий', 'хранилище истории'),
    definition('Коммит', 'снимок проекта'),
    statement('Авторство записано в коммите'),
  ];
  expect(falsehoods(statement('Ветки проекта лежат в репозитории'), deck)).toEqual([
    'Ветки проекта лежат в коммите.',
  ]);
});

test('one kindred name is enough for a falsehood, a stranger is not', () => {
  const fact = statement('На рабочий стол ставят программу Docker Desktop');
  const kindred = statement('Готовые сборки раздаёт реестр Docker Hub');
  const stranger = statement('Журналы всех узлов хранит система Loki');
  const about = Array.from({ length: 4 }, (_, i) => statement(`Узел ${i} давно держит Docker`));
  expect(falsehoods(fact, [kindred, ...about])).toEqual([
    'На рабочий стол ставят программу Docker Hub.',
  ]);
  expect(falsehoods(fact, [stranger, ...about])).toEqual([]);
});

test('the sentence of the notes is true, with its stop and its capital', () => {
  expect(
    claims(statement('коммит нельзя изменить после отправки')).get(
      'Коммит нельзя изменить после отправки.',
    ),
  ).toBe('Верно');
});

test.each([
  ['has no contrary', 'Коммит хранит снимок всего проекта'],
  ['repeats itself after «т.е.»', 'Снимок хранится в архиве, т.е. его нельзя изменить'],
  ['denies the word already', 'Историю проекта не всегда хранят на сервере'],
  ['leans on the line before', 'Поэтому его нельзя изменить после отправки'],
  ['is a fragment', 'нельзя изменить'],
  ['says «всего» after a comparison', 'Чаще всего коммиты читает автор'],
  ['says a condition', 'Если нужна отладка, собирают другой архив'],
  ['speaks of sharing', 'Список создаётся один раз и общий на все вызовы'],
  ['has its subject in another line', 'Пока он не менялся, сборка идёт быстрее'],
  ['starts with a verb whose subject is elsewhere', 'Замедляет сборку и легко ломается'],
  ['points at another line', 'Буква ё туда не входит никогда'],
  ['has the word inside another one', 'Возможность отката хранится в журнале'],
  ['sets one half against the other', 'Журнал растёт быстро, но читают его раз в год'],
  ['judges what it says', 'Общий сервер: минус — его нельзя проверить заранее'],
  ['tells how it was', 'Раньше вместо веток делали копии папок'],
  ['names the exception', 'Старый клиент не умеет ветки, только метки'],
  ['tells what we do', 'Берём снимок и быстро переносим его на другой узел'],
  ['is code', 'Если x > 0, то цикл можно прервать; x = 1'],
])('a sentence that %s is not turned', (_, text) => {
  expect(claims(statement(text)).size).toBe(0);
});

test('of two numbers that hold for each other only the first is turned', () => {
  expect(
    falsehoods(statement('В пуле одно приложение держит одно соединение с базой')),
  ).toHaveLength(1);
});

test('the sentence is cut before its reason when it is true, too', () => {
  const fact = statement('Архив читают быстрее журнала, потому что он сжат');
  expect([...claims(fact).keys()].sort()).toEqual([
    'Архив читают быстрее журнала.',
    'Архив читают медленнее журнала.',
  ]);
});

test('number is turned where the notes themselves have the forms', () => {
  const other = statement('Один релиз собирают из релизов поменьше');
  const fact = statement('Из одной ветки получается много релизов');
  expect(falsehoods(fact, [other])).toEqual(['Из одной ветки получается только один релиз.']);
  expect(claims(fact).size).toBe(0);
});

test('a word that stands twice is turned twice', () => {
  expect(falsehoods(statement('Тег можно удалить, а ветку можно переименовать'))).toEqual([
    'Тег нельзя удалить, а ветку нельзя переименовать.',
  ]);
});

test('an advantage is asked with its subject and without the praise in the header', () => {
  const [whole, item] = list('Преимущества виртуализации', [
    'Легко переносить системы на другие серверы',
    'Приложения работают в изолированной среде',
    'Быстро восстанавливать систему из снимка',
  ]);
  const deck = indexDeck([whole, ...(item ? [item] : []), ...filler(3)]);
  const [question] = item ? tfflip.make(item, deck, seededRandom(1)) : [];
  expect(question?.section).toBeNull();
  expect(question?.material?.text).toMatch(/^Виртуализация: (?:легко|сложно) переносить/u);
});

test('an advantage of something that cannot be named is not asked', () => {
  const facts = list('Преимущества веток', ['Новую идею легко попробовать отдельно от всех']);
  const item = facts[1];
  expect(item && tfflip.make(item, indexDeck(facts), seededRandom(1))).toEqual([]);
});

test('true and false come equally often', () => {
  const fact = statement('Коммит нельзя изменить после отправки');
  const deck = indexDeck([fact]);
  let right = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const [question] = tfflip.make(fact, deck, seededRandom(seed)) as ChoiceQuestion[];
    if (question?.choices[0]?.correct) right += 1;
  }
  expect(right).toBeGreaterThan(75);
  expect(right).toBeLessThan(125);
});

test('a question that is quoted is not turned round: it asks the same', () => {
  const asked = 'Спасатель громко спрашивает лежащего: "Что с вами, нужна помощь?"';
  expect(falsehoods(statement(asked))).toEqual([]);
  expect(falsehoods(statement('Пострадавшему нужна помощь врача и полный покой'))).not.toEqual([]);
});
