import * as fc from 'fast-check';
import { indexOf } from './open-index.js';

const NOTES = `САДОВЫЙ ИНВЕНТАРЬ

Секатор - ножницы для обрезки веток
Тяпка - инструмент, которым рыхлят землю
Компостер (compost bin) - ящик, в котором из травы получается удобрение
Том - толстая книга о растениях
Мульча - слой соломы вокруг растения
!!! ВАЖНО: Секатор после работы протирают маслом


КОМАНДЫ СКЛАДА:
garden list  - показать все растения
garden list -d  - показать только посаженные растения
garden remove <имя>  - удалить растение из списка
garden move <имя>  - перенести растение на другую грядку


ПРЕИМУЩЕСТВА ТЕПЛИЦЫ
1) Урожай созревает раньше
2) Растения защищены от заморозков


БОЛЕЗНИ РАСТЕНИЙ:


Sprinkler - опрыскиватель с таймером
Kubernetes здесь тоже упоминается: так зовут соседского кота
`;

const index = indexOf(NOTES);
const lines = NOTES.split('\n');
const top = (query: string) => index.find(query).hits[0];
const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;

describe('the ladder of a look-up', () => {
  test.each([
    ['секатор', 'exact', 'Секатор -'],
    ['garden list -d', 'exact', 'garden list -d'],
    ['секаторами', 'stem', 'Секатор -'],
    ['плюсы теплицы', 'alias', 'ПРЕИМУЩЕСТВА'],
    ['ctrfnjh', 'layout', 'Секатор -'],
    ['пфквут дшые', 'layout', 'garden list  -'],
    ['спринклер', 'skeleton', 'Sprinkler'],
    ['sekator', 'skeleton', 'Секатор -'],
    ['секотор', 'typo', 'Секатор -'],
    ['опрыскевателем', 'words', 'Sprinkler'],
    ['таймер', 'words', 'Sprinkler'],
  ])('finds «%s» by %s', (query, why, text) => {
    expect(top(query)).toMatchObject({ why, line: lineOf(text) });
  });

  test('says how it read what was typed', () => {
    expect(top('ctrfnjh')).toMatchObject({ asked: 'секатор', readAs: 'секатор' });
    expect(top('секотор')).toMatchObject({ asked: 'секотор', readAs: 'секатор' });
    expect(top('спринклер')).toMatchObject({ asked: 'спринклер', readAs: 'sprinkler' });
  });

  test('says how it read a word that stands inside a line', () => {
    const heard = { why: 'words', guess: 'skeleton', asked: 'кубернитис', readAs: 'kubernetes' };
    const many = indexOf('Оркестратор нужен, когда контейнеров десятки, например Kubernetes');
    expect(many.find('что такое кубернитис').hits[0]).toMatchObject(heard);
    expect(top('опрыскевателем')).toMatchObject({ why: 'words', guess: 'typo' });
    expect(top('таймер')?.guess).toBeUndefined();
    expect(top('заморозками')?.guess).toBeUndefined();
  });

  test('knows a name by its brackets and by its initials', () => {
    expect(top('compost bin')?.line).toBe(lineOf('Компостер'));
    const short = indexOf('Виртуальная машина - компьютер внутри другого компьютера');
    expect(short.find('вм').hits[0]?.title).toBe('Виртуальная машина');
  });

  test('finds a little word of the language when the notes name something so', () => {
    expect(top('что такое том')).toMatchObject({ kind: 'term', line: lineOf('Том -') });
    expect(top('njv')?.line).toBe(lineOf('Том -'));
  });

  test.each([
    ['столбцов', 'Столбец - поле таблицы', 'Стол - мебель'],
    ['уровни', 'Уровень - прибор с пузырьком', 'Уровняли землю ещё весной'],
    ['трункейт', 'TRUNCATE - очистка таблицы', 'TRUNK - ствол'],
    ['чериппик', 'git cherry-pick - взять один коммит', 'git pick - выбрать'],
    ['эффектпервогопрохождения', 'Эффект первого прохождения - потеря в печени', 'Эффект - итог'],
    ['секд+с', 'Ctrl+C - прервать', 'Ctrl+Z - отложить'],
    ['реестр', 'Реестр хранит репозитории', 'push - отправить образ в реестр'],
    ['ориджин', 'origin - откуда взяли', 'orient - сторона света'],
    ['ctrfnhj', 'Секатор - ножницы', 'Сектор - часть круга или поля'],
    ['узлами', 'Узел - место, где сходятся нити', 'Нить держит узлы на ткани'],
    ['секаторкомпостер', 'Секатор и компостер стоят в сарае', 'Сарай - дом для вещей'],
    ['pul', 'plu - садовая лейка', 'pla - поле за домом'],
    ['вайфай', 'Беспроводная сеть - связь по воздуху', 'Провод - связь по меди'],
    ['физлицо', 'Физическое лицо - человек', 'Налог платит любое физлицо'],
    ['этсд', 'etcd - хранилище', 'std - выпуск'],
    ["kanal'nyj", 'Канальный уровень - кадры', 'Канава - яма'],
    ['to4ka', 'Точка - знак', 'Тачка - тележка'],
    ['mezhsetevoj', 'Межсетевой экран - защита', 'Сеть - нити'],
    ['гипервайзер', 'Гипервизор - программа', 'Гипербола - кривая'],
    ['контейнеризейшн', 'Контейнеризация - упаковка', 'Контейнер - ящик'],
    ['выйти без сохранения', 'q2 - выйти и не сохранять', 'wq - сохранить и выйти'],
  ])('«%s» finds «%s» rather than «%s»', (query, right, other) => {
    for (const text of [`${right}\n${other}`, `${other}\n${right}`]) {
      const [hit] = indexOf(text).find(query).hits;
      expect(text.split('\n')[(hit?.line ?? 0) - 1]).toBe(right);
    }
  });

  test('takes no line without a price for an answer to what a thing costs', () => {
    const shop = indexOf('Секатор - ножницы, 20 см\nТяпка - нож на палке, цена 300 рублей\n');
    expect(shop.find('сколько стоит секатор').hits).toEqual([]);
    expect(shop.find('сколько стоит тяпка').hits[0]?.line).toBe(2);
  });

  test('prefers the line that says how many to the heading above it', () => {
    const notes = indexOf(
      'МОДЕЛЬ ЛЕСТНИЦЫ\n7 ступеней, считаем снизу\n\nСтупень - опора для ноги\n',
    );
    expect(notes.find('сколько ступеней в модели лестницы').hits[0]?.line).toBe(2);
  });

  test('finds by the wider headings what stands under the narrow ones', () => {
    const notes = indexOf(
      '# Сад\n\nграбли и вёдра\n\n## Выход\nоткрыть калитку\n\n# Дом\n\n## Выход\nоткрыть дверь и снять цепочку\n',
    );
    expect(notes.find('выход из дома').hits[0]?.line).toBe(10);
    expect(notes.find('выход из сада').hits[0]?.line).toBe(5);
  });

  test('finds a bare number only where the notes name or say it', () => {
    const ports = indexOf(
      '1) Порт - место у воды\n22 - вход для своих\n443 - вход для всех, бывший 80\n',
    );
    expect(ports.find('22').hits.map(({ line }) => line)).toEqual([2]);
    expect(ports.find('80').hits.map(({ line }) => line)).toEqual([3]);
    expect(ports.find('1').hits).toEqual([]);
    expect(ports.find('99').hits).toEqual([]);
  });

  test('takes a few last words for a term left without its meaning', () => {
    const notes = indexOf('Хлор: газ с запахом\nБром: жидкость\nЙодистый калий\n\nФтор: газ\n');
    expect(notes.find('йодистый калий').hits[0]).toMatchObject({ kind: 'empty', line: 3 });
  });

  test('prefers what is said of a thing to a row that only names it', () => {
    const notes = indexOf(
      '| слово | счёт |\n|---|---|\n| list | [1, 2] |\n| set | {1} |\n\n- list — упорядоченный набор значений\n- set — набор без повторов\n',
    );
    expect(notes.find('list').hits[0]?.line).toBe(6);
  });

  test('takes a key over indented lines for no term left without its meaning', () => {
    const file = indexOf('services:\n  web: сайт\nПлацебо -\n\nСинергизм - усиление');
    expect(file.places.filter(({ kind }) => kind === 'empty').map(({ line }) => line)).toEqual([3]);
  });

  test('takes a verb for no form of the noun it is made of', () => {
    const notes = indexOf('Телофаза - образуются два ядра\nВода испаряется из почвы');
    expect(notes.find('образ').hits).toEqual([]);
    expect(notes.find('образует').hits[0]?.line).toBe(1);
  });

  test('shows a line without the word that only stresses it', () => {
    expect(top('масло')?.title).toBe('Секатор после работы протирают маслом');
  });

  test('prefers what is done to what it is done for', () => {
    const notes = indexOf(
      'stash - спрятать правки, чтобы перейти на ветку\nswitch - перейти на ветку',
    );
    expect(notes.find('как перейти на другую ветку').hits[0]?.line).toBe(2);
  });

  test('finds names made of signs as they are written', () => {
    const keys = indexOf('ВЫХОД ИЗ РЕДАКТОРА\n:q  - закрыть файл\n:q!  - закрыть и не сохранять\n');
    expect(keys.find(':q!').hits[0]?.line).toBe(3);
    expect(keys.find('что делает :q').hits[0]?.line).toBe(2);
    expect(keys.find('Жй').hits[0]?.line).toBe(2);
  });

  test('finds signs as they are written, be they in a column or between backticks', () => {
    const signs = indexOf('>   записать\n>>  дописать в конец\nстрелка `->` ведёт дальше\n');
    expect(signs.find('>').hits[0]?.line).toBe(1);
    expect(signs.find('>>').hits[0]?.line).toBe(2);
    expect(signs.find('->').hits[0]?.line).toBe(3);
    const { compared } = signs.find('чем > отличается от >>');
    expect(compared?.map(({ line }) => line)).toEqual([1, 2]);
  });

  test('does not take a remark to oneself for an answer while there is another', () => {
    const notes = indexOf('%% спросить: почему так %%\nСпрос — сколько хотят купить\n');
    expect(notes.find('спроса').hits[0]?.line).toBe(2);
  });

  test('joins a word torn in two', () => {
    expect(top('сприн клер')?.line).toBe(lineOf('Sprinkler'));
  });

  test('finds a line the parser made nothing of', () => {
    expect(top('кот')).toMatchObject({ kind: 'line', line: lineOf('Kubernetes') });
  });
});

describe('questions', () => {
  test.each([
    ['что такое мульча?', 'Мульча'],
    ['Мульча это что', 'Мульча'],
    ['объясни мне про мульчу', 'Мульча'],
    ['как удалить растение', 'garden remove'],
    ['команда чтобы перенести растение', 'garden move'],
    ['как посмотреть все растения', 'garden list  -'],
    ['какие плюсы у теплицы', 'ПРЕИМУЩЕСТВА'],
    ['xnj nfrjt vekmxf', 'Мульча'],
  ])('«%s»', (query, text) => {
    expect(top(query)?.line).toBe(lineOf(text));
  });

  test.each([
    ['чем отличается секатор от тяпки'],
    ['чем секатор отличается от тяпки?'],
    ['разница между секатором и тяпкой'],
    ['секатор vs тяпка'],
    ['секатор или тяпка'],
    ['секатор и тяпка'],
  ])('«%s» gives both, in the order they were named', (query) => {
    const { compared, hits, missing } = index.find(query);
    expect(compared?.map(({ title }) => title)).toEqual(['Секатор', 'Тяпка']);
    expect(hits.slice(0, 2)).toEqual(compared);
    expect(missing).toBeNull();
  });

  test('the line that tells two things apart comes before both', () => {
    const notes = indexOf(
      'Корень - подземная часть растения\nЛист - зелёная часть растения\n\nКорень отличается от листа тем, что в нём нет хлорофилла\n',
    );
    const { hits, compared } = notes.find('чем корень отличается от листа');
    expect(hits.map(({ line }) => line)).toEqual([4, 1, 2]);
    expect(compared?.map(({ line }) => line)).toEqual([1, 2]);
  });

  test('names the one of two the notes do not have', () => {
    const { compared, missing, hits } = index.find('чем отличается секатор от газонокосилки');
    expect(compared).toBeNull();
    expect(missing).toBe('газонокосилки');
    expect(hits[0]?.title).toBe('Секатор');
  });

  test('a heading of two words with «и» is one thing', () => {
    const notes = indexOf(
      'СПРОС И ПРЕДЛОЖЕНИЕ\nСпрос - желание купить\nПредложение - желание продать\n',
    );
    const { hits, compared } = notes.find('спрос и предложение');
    expect(compared).toBeNull();
    expect(hits[0]).toMatchObject({ kind: 'section', line: 1 });
  });
});

test.each([
  ['формула площади', 'площадь: S = ab', 'площадь считают по сторонам участка'],
  ['сколько планет', 'В системе 8 планет', 'Планеты светят отражённым светом'],
  ['чем опасен хлор', 'хлор: вдыхать нельзя, разъедает лёгкие', 'хлор: добывают из соли'],
])('«%s» is answered by «%s» rather than «%s»', (question, right, other) => {
  for (const text of [`${right}\n${other}`, `${other}\n${right}`]) {
    const [hit] = indexOf(text).find(question).hits;
    expect(text.split('\n')[(hit?.line ?? 0) - 1]).toBe(right);
  }
});

describe('honesty', () => {
  test.each([
    ['борщ'], ['томат'], ['секатуризация'], ['мультфильм'], ['что такое'], ['как приготовить борщ'], ['теплоход'],
    ['йцукен'], ['qwerty'], ['?'], ['…'], ['🙂'], [''], ['   '], ['красная мульти-панель'],
  ])('«%s» is not in the notes', (query) => {
    expect(index.find(query)).toEqual({ hits: [], compared: null, missing: null, related: [] });
  }); // prettier-ignore

  test('a contrary prefix is no slip of the finger', () => {
    const notes = indexOf('Гипертония - повышенное давление крови в сосудах');
    expect(notes.find('гипертоня').hits).toHaveLength(1);
    expect(notes.find('гипотония').hits).toEqual([]);
  });

  test('a heading with nothing under it is found as empty', () => {
    expect(top('болезни растений')).toMatchObject({ kind: 'empty', factIds: [] });
  });

  test('an alternative is never the same line twice, and there are at most five', () => {
    const { hits } = index.find('растения');
    expect(hits.length).toBeLessThanOrEqual(5);
    expect(new Set(hits.map(({ line }) => line)).size).toBe(hits.length);
  });
});

describe('what comes with a hit', () => {
  test('its facts and section', () => {
    const hit = top('секатор');
    expect(hit?.section).toBe('Садовый инвентарь');
    expect(hit?.factIds).toHaveLength(1);
    expect(top('преимущества теплицы')?.factIds).toHaveLength(2);
  });

  test('related terms: those it speaks of first, then its neighbours', () => {
    const notes = indexOf(
      'РАСТЕНИЕ\nКорень - часть растения под землёй\nЛист - часть растения, которая растёт на ветке\nЦветок - часть растения, из которой выходит плод\nВетка - часть дерева\n',
    );
    const { related } = notes.find('лист');
    expect(related.map(({ title }) => title)).toEqual(['Ветка', 'Корень', 'Цветок']);
  });
});

describe('any text', () => {
  const words = NOTES.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const query = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((some) => some.join(' ')),
  );

  test('can be asked of any notes, and is answered the same way twice', () => {
    fc.assert(
      fc.property(query, (text) => {
        const found = index.find(text);
        expect(index.find(text)).toEqual(found);
        for (const { line, lines: own } of found.hits) {
          expect(own[0]).toBe(line);
          expect(lines[line - 1]?.trim()).toBeTruthy();
        }
      }),
    );
  });

  test('can be notes', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), query, (some, text) => {
        const text_ = some.join('\n');
        expect(() => indexOf(text_).find(text)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  test('a line of a hundred thousand signs holds nobody up', () => {
    const long = [`--- a${'-'.repeat(100_000)}x`, 'a '.repeat(50_000), 'АБВ'.repeat(30_000) + 'г'];
    expect(indexOf(long.join('\n')).find('секатор').hits).toEqual([]);
  });
});
