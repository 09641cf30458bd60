/** Shapes that other people write: what was a wrong fact, a lost line or two facts in one. */
import type { Fact } from '../../src/notes/note.js';
import { parseNote } from '../../src/notes/parse.js';

const factsOf = (text: string): readonly Fact[] => parseNote(text).facts;

describe('lines of an author who begins in lower case', () => {
  const start = 'узел - машина сети\nшина - общий кабель\nкольцо - сеть без конца\n';

  test('stay apart', () => {
    expect(
      factsOf(`${start}шлюз - выход из сети, через него идут все чужие пакеты\nкак найти шлюз`),
    ).toHaveLength(4);
    expect(factsOf(`${start}git rebase main - перенести свои снимки поверх чужих\nлучше так не делать с общей веткой`)).toMatchObject([
      {}, {}, {}, { kind: 'command', purpose: 'перенести свои снимки поверх чужих' }, { kind: 'statement' },
    ]); // prettier-ignore
  });

  test('go on under a line as wide as a page', () => {
    const wide = 'мост - устройство, которое соединяет две части сети и смотрит на адреса кадров,';
    expect(
      factsOf(`${start}${wide.slice(0, -1)}\nно не смотрит на адреса пакетов`).at(-1),
    ).toMatchObject({
      text: expect.stringMatching(/кадров но не смотрит/) as string,
    });
  });
});

test.each([
  'TCP - надёжная доставка сообщений между программами\nгде TCP: почта, страницы, файлы',
  'антидот свинца - особое вещество из группы комплексонов\nртуть = унитиол, вещество с серой',
])('a line with a question or an equals sign of its own goes on nowhere: %j', (text) => {
  expect(factsOf(text)[0]).toMatchObject({
    kind: 'definition',
    line: 1,
    source: text.split('\n')[0],
  });
});

describe('separators', () => {
  test('a tab parts a term from its meaning and a command from its purpose', () => {
    expect(factsOf('калий\tделает сердце спокойнее\nls -l\tподробный список')).toMatchObject([
      { kind: 'definition', term: 'калий', text: 'делает сердце спокойнее' },
      { kind: 'command', command: 'ls -l', purpose: 'подробный список' },
    ]);
  });

  test('a dash glued to a word is one where the whole note glues', () => {
    const glued = [
      'Ядро-хранит чертёж клетки',
      'Вакуоль-запас воды и солей',
      'Лизосома-пузырёк с едой внутри',
    ];
    expect(factsOf(glued.join('\n'))).toMatchObject([
      { term: 'Ядро', text: 'хранит чертёж клетки' },
      { term: 'Вакуоль', text: 'запас воды и солей' },
      { term: 'Лизосома', text: 'пузырёк с едой внутри' },
    ]);
    expect(factsOf('Юго-восточный ветер приносит дождь').map(({ kind }) => kind)).toEqual([
      'statement',
    ]);
  });

  test('a dash before digits lost its first space', () => {
    expect(factsOf('MAC-адрес- 48 бит, прошит в карте')).toMatchObject([{ term: 'MAC-адрес' }]);
  });

  test('a command and its purpose may be glued or stand wide apart', () => {
    expect(factsOf('git branch -D old -удалить ветку без вопросов')).toMatchObject([
      { command: 'git branch -D old', purpose: 'удалить ветку без вопросов' },
    ]);
    expect(factsOf('git push --force  ОПАСНО, затирает чужое')).toMatchObject([
      { kind: 'command', command: 'git push --force' },
    ]);
  });

  test('code between back ticks and what it does', () => {
    expect(factsOf('- `DROP TABLE t;` удалить таблицу')).toMatchObject([
      { kind: 'code', code: 'DROP TABLE t;', comment: 'удалить таблицу' },
    ]);
  });

  test('a sign between back ticks is a term', () => {
    expect(
      factsOf('`^` - начало строки\n`[^abc]` - любой, кроме этих').map(
        (it) => 'term' in it && it.term,
      ),
    ).toEqual(['^', '[^abc]']);
  });

  test('several code words of one line are several terms', () => {
    expect(factsOf('`BEGIN` - начать, `COMMIT` - записать, `ROLLBACK` - вернуть')).toMatchObject([
      { term: 'BEGIN', text: 'начать' },
      { term: 'COMMIT', text: 'записать' },
      { term: 'ROLLBACK', text: 'вернуть' },
    ]);
    expect(factsOf('Шлюз - выход, а мост - перемычка')).toHaveLength(1);
  });

  test('a formula in words defines, a pair of names only stands', () => {
    expect(factsOf('Плотность = масса тела / объём тела')).toMatchObject([
      { kind: 'definition', term: 'Плотность' },
    ]);
    expect(factsOf('свинец = комплексон')).toMatchObject([{ kind: 'statement' }]);
  });

  test('a number glued to its entry is no part of it', () => {
    expect(
      factsOf('Клетки:\n1.все живое из клеток\n2.клетки делятся\n3.клетки похожи')[0],
    ).toMatchObject({
      kind: 'list',
      items: ['все живое из клеток', 'клетки делятся', 'клетки похожи'],
    });
  });
});

test('a question with a colon is a question and its answer', () => {
  expect(factsOf('Чем занимался совет: дороги, школы, больницы')).toMatchObject([
    { kind: 'explanation', question: 'Чем занимался совет?', answer: 'Дороги, школы, больницы' },
  ]);
  expect(factsOf('Как правило: ответ приходит сразу').map(({ kind }) => kind)).not.toContain(
    'explanation',
  );
});

test.each([
  'Правило - не править общую ветку',
  'Виды: красные, белые',
  'Механизм: блок фермента, меньше боли',
])('a label is no term: %j', (text) => {
  expect(factsOf(text)).toMatchObject([{ kind: 'statement' }]);
});

test('a row of a wide table is a definition by its columns', () => {
  expect(
    factsOf('| Вид | Скорость | Цена |\n|---|---|---|\n| SSD | высокая | больше |'),
  ).toMatchObject([
    { kind: 'definition', term: 'SSD', text: 'скорость: высокая; цена: больше', line: 3 },
  ]);
});

test('a stressed line may hold a date or a definition', () => {
  expect(factsOf('19 февраля 1861 - воля крестьянам!!!')).toMatchObject([
    { kind: 'date', date: '19 февраля 1861' },
  ]);
  expect(factsOf('Опиоиды - снимают боль, вызывают привыкание!!!')).toMatchObject([
    { kind: 'definition', term: 'Опиоиды', weight: 1 },
  ]);
});

test('the end of a line is not a preposition when it is a name or half of a shortening', () => {
  expect(factsOf('варфарин - враг витамина К\nкалий - только в/в\nнатрий - соль')).toHaveLength(3);
});

test('remarks, plans and contacts give nothing and are nobody’s fault', () => {
  const note = parseNote(
    'TODO спросить про хуки\n- [ ] дописать главу\n- [x] прочитать главу 7\n%% потом %%\n(болел)',
  );
  expect(note.facts).toEqual([]);
  expect(new Set(note.unused.map(({ reason }) => reason))).toEqual(new Set(['mark', 'markup']));
});

describe('capitals', () => {
  test('mean something where both spellings stand or the word fills its bracket', () => {
    expect(factsOf('Гомозигота (АА или аа) - одинаковые гены')).toMatchObject([
      { term: 'Гомозигота (АА или аа)' },
    ]);
    expect(factsOf('Картель - сговор о ценах (ОПЕК)')).toMatchObject([
      { text: 'сговор о ценах (ОПЕК)' },
    ]);
  });

  test('are calm elsewhere, with the joint between them', () => {
    expect(factsOf('git reset --hard - отменить снимок И ПОТЕРЯТЬ правки')).toMatchObject([
      { purpose: 'отменить снимок и потерять правки' },
    ]);
  });

  test('stay on a ruler and behind the number of a lecture', () => {
    expect(parseNote('РЕФОРМЫ ПЕТРА I\nСенат - высший совет').sections).toMatchObject([
      { title: 'Реформы Петра I' },
    ]);
    expect(parseNote('ЛЕКЦИЯ 1. ВВЕДЕНИЕ\nСеть - связь машин').sections).toMatchObject([
      { title: 'Лекция 1. Введение' },
    ]);
    expect(parseNote('РУССКАЯ КУЛЬТУРА XIX ВЕКА\nпоэт - тот, кто пишет').sections).toMatchObject([
      { title: 'Русская культура XIX века' },
    ]);
  });
});

test('things announced in one line are a list, whose title tells whose they are', () => {
  expect(factsOf('Виды памяти: кэш, оперативная и внешняя')).toMatchObject([
    { kind: 'list', title: 'Виды памяти', items: ['кэш', 'оперативная', 'внешняя'] },
  ]);
  expect(factsOf('АСПИРИН\nЭффекты: жар, боль, отёк').at(-1)).toMatchObject({
    kind: 'list',
    title: 'Аспирин: эффекты',
  });
  expect(factsOf('Причины войны - спор, который длился годами, голод, долги')).toMatchObject([
    { kind: 'statement' },
  ]);
});

test('a wide gap parts like a tab; Russian words behind a command are placeholders', () => {
  expect(factsOf('ls          список файлов\ncat файл    показать содержимое')).toMatchObject([
    { command: 'ls', purpose: 'список файлов' },
    { command: 'cat <файл>', purpose: 'показать содержимое' },
  ]);
  expect(factsOf('docker образ - шаблон контейнера')).toMatchObject([{ kind: 'definition' }]);
});

test('behind code a wide gap parts before a dash does', () => {
  expect(factsOf('jobs -l   список задач - с номерами, от новых к старым')).toMatchObject([
    { command: 'jobs -l', purpose: 'список задач - с номерами, от новых к старым' },
  ]);
});

test('orders to a program behind a backslash are commands, classes of signs are none', () => {
  const console =
    '\\dt     таблицы\n\\dn     схемы\n\\timing   время запроса\n\\copy   файл в таблицу\n\\q      выход';
  expect(factsOf(console).map(({ kind }) => kind)).toEqual(Array(5).fill('command'));
  const patterns = '\\d - цифра\n\\w - буква, цифра или черта\n\\s - пробел или табуляция';
  expect(factsOf(patterns).map(({ kind }) => kind)).toEqual(Array(3).fill('definition'));
});

test('small code that does something is typed to do it, and so is the small code beside it', () => {
  const editor =
    'dd - удалить строку\nyy - скопировать строку\n:wq - сохранить и выйти\no - новая строка снизу';
  expect(factsOf(editor).map(({ kind }) => kind)).toEqual(Array(4).fill('command'));
  const parts = 'kubelet - агент на узле\netcd - хранилище состояния\nproxy - пропускать запросы';
  expect(factsOf(parts).map(({ kind }) => kind)).toEqual(Array(3).fill('definition'));
});

test('a place among commands is no command', () => {
  expect(factsOf('## Команды\n- ping - ответ узла\n- /srv - файлы сайтов')).toMatchObject([
    { kind: 'command', command: 'ping' },
    { kind: 'definition', term: '/srv' },
  ]);
});

test('the heading or the head of a table says that commands follow', () => {
  expect(factsOf('## Команды\n- ping - ответ узла\n- nodes - список узлов')).toMatchObject([
    { kind: 'command', command: 'ping' },
    { kind: 'command', command: 'nodes' },
  ]);
  const table = '| Команда | Что делает |\n|---|---|\n| make-topic --new | новая тема |';
  expect(factsOf(table)).toMatchObject([
    { kind: 'command', command: 'make-topic --new', purpose: 'новая тема' },
  ]);
});

test('a formula is no command', () => {
  expect(factsOf('v = s/t  - скорость тела').filter(({ kind }) => kind === 'command')).toEqual([]);
});

test('a key and what it does', () => {
  expect(factsOf('Ctrl-r вернуть отменённое')).toMatchObject([
    { kind: 'definition', term: 'Ctrl-r', text: 'вернуть отменённое' },
  ]);
});

test('words that hang below a definition are its parts, not its end', () => {
  expect(factsOf('Корень - подземный орган\n    главный\n    боковой')).toMatchObject([
    { term: 'Корень', text: 'подземный орган' },
  ]);
});

test('a sentence before the dash is no term', () => {
  expect(factsOf('Орган побега. Задача листа - ловить свет').map(({ kind }) => kind)).toEqual([
    'statement',
    'statement',
  ]);
});

test('a reason asked for with a dash is an explanation', () => {
  expect(factsOf('Зачем нужен индекс - чтобы искать быстрее')).toMatchObject([
    { kind: 'explanation', question: 'Зачем нужен индекс?', answer: 'Чтобы искать быстрее' },
  ]);
});

test('frames and slashes make headings', () => {
  const note = parseNote('[Файлы]\nls - список\n\n// Процессы\nps aux - все процессы');
  expect(note.sections.map(({ title }) => title)).toEqual(['Файлы', 'Процессы']);
});

test('a heading whose lines stand further in ends with them', () => {
  const note = parseNote(
    'СЕТИ\nДиапазоны:\n\t10.0.0.0/8 - большой\n\t192.168.0.0/16 - домашний\nNAT - подмена адресов',
  );
  expect(note.facts.at(-1)).toMatchObject({ term: 'NAT', section: 'Сети' });
});

test('a chain of words is a list as well', () => {
  expect(factsOf('Фазы деления: первая-вторая-третья (учить)')).toMatchObject([
    { kind: 'list', title: 'Фазы деления', items: ['первая', 'вторая', 'третья'] },
  ]);
});

test('what a bracket adds to a short entry is said of that entry', () => {
  expect(
    factsOf('Виды:\n- мост\n- узел\n- шлюз (работает и без адреса сети)').at(-1),
  ).toMatchObject({
    kind: 'statement',
    subject: 'шлюз',
    text: 'Работает и без адреса сети',
  });
});

describe('terms that are none', () => {
  test.each([
    'зависит от: температуры, давления',
    'COPY vs ADD: первая проще, вторая умеет больше',
  ])('%j', (text) => {
    expect(factsOf(text).map(({ kind }) => kind)).not.toContain('definition');
  });
});

test('a sign behind a term leaves it one', () => {
  expect(factsOf('kill -9 PID\tубить сразу\nкоманда &\tзапустить в фоне')).toMatchObject([
    { kind: 'command', purpose: 'убить сразу' },
    { kind: 'definition', term: 'команда &', text: 'запустить в фоне' },
  ]);
});

test('the next sentence may define the next term', () => {
  expect(factsOf('Окисление — отдача электронов. Восстановление — приём электронов')).toMatchObject(
    [
      { kind: 'definition', term: 'Окисление', text: 'отдача электронов' },
      { kind: 'definition', term: 'Восстановление', text: 'приём электронов' },
    ],
  );
});

test('a ruler does not go on in the next line', () => {
  expect(factsOf('---\nузел хранит адреса соседей')).toMatchObject([{ line: 2 }]);
});

test('a framed heading does not go on in the next line', () => {
  const note = parseNote('--- образы ---\ndocker build -t имя .      собрать образ');
  expect(note.sections).toMatchObject([{ title: 'Образы' }]);
  expect(note.facts).toMatchObject([
    { kind: 'command', command: 'docker build -t <имя> .', purpose: 'собрать образ' },
  ]);
});

test('a row of a wide table is no command, though its first cell is called like one', () => {
  expect(
    factsOf(
      '| метод | что делает | новый массив |\n|---|---|---|\n| sort | меняет порядок | нет |',
    ),
  ).toMatchObject([{ kind: 'definition', term: 'sort' }]);
});

test('of key words a few that do something are no commands', () => {
  const words =
    'const - нельзя менять\nfinal - запретить наследование\nauto - тип по значению\nstatic - один на всех';
  expect(factsOf(words).map(({ kind }) => kind)).toEqual(Array(4).fill('definition'));
});

test.each(['=== Порты ===', '== Порты ==', '=== ПОРТЫ!!! ===', '--- Порты !! ---'])(
  'what is ruled in heads a section: %s',
  (heading) => {
    const note = parseNote(`${heading}\nшлюз - выход из сети\nузел - машина ==важной== сети`);
    expect(note.sections.map(({ title }) => title)).toEqual(['Порты']);
    expect(note.facts).toMatchObject([{ section: 'Порты' }, { text: 'машина важной сети' }]);
  },
);

test('shouted orders with arguments, and orders of a device, are commands without a known program', () => {
  const store =
    'GET key - прочитать\nZADD top 150 vasya - добавить в рейтинг\nLPUSH list a - положить слева\nTTL key - сколько осталось жить';
  expect(factsOf(store).map(({ kind }) => kind)).toEqual(Array(4).fill('command'));
  const device =
    'show ip route - таблица маршрутов\nshow vlan brief - списки портов\nexit - на уровень назад\nno shutdown - включить порт';
  expect(factsOf(device).map(({ kind }) => kind)).toEqual(Array(4).fill('command'));
  const terms =
    'ЗАПИСИ ИМЁН\nSOA - начало зоны, её хозяин\nMX record - почтовый сервер имени\nTTL - время жизни записи';
  expect(factsOf(terms).map(({ kind }) => kind)).toEqual(Array(3).fill('definition'));
});
