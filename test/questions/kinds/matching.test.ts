import type { Fact } from '../../../src/notes/note.js';
import { openBank } from '../../../src/questions/bank.js';
import type { ChoiceQuestion, QuestionKind } from '../../../src/questions/question.js';
import { list } from './facts.js';
import { cellDeck, codeLine, command, commandDeck, definition, gitDeck } from '../deck.js';

const seeds = Array.from({ length: 30 }, (_, i) => i + 1);

/** Every way one fact is asked in one kind. */
function asked(
  facts: readonly Fact[],
  fact: Fact | undefined,
  kind: QuestionKind,
): ChoiceQuestion[] {
  const bank = openBank(facts);
  return seeds
    .flatMap((seed) => bank.questionsFor(fact?.id ?? '', seed))
    .filter((question) => question.kind === kind && question.form === 'choice') as ChoiceQuestion[];
}

const optionsOf = (questions: readonly ChoiceQuestion[]): Set<string> =>
  new Set(questions.flatMap(({ choices }) => choices.map(({ text }) => text)));

const answersOf = (questions: readonly ChoiceQuestion[]): Set<string> =>
  new Set(questions.flatMap(({ choices }) => choices.filter((c) => c.correct).map((c) => c.text)));

describe('def2term', () => {
  test('asks for the term of a description and explains the wrong ones from the notes', () => {
    const [question] = asked(cellDeck, cellDeck[1], 'def2term');
    expect(question).toMatchObject({
      ask: 'Как это называется?',
      material: { text: '«место сборки белка из аминокислот»', code: false },
      answer: { text: 'Рибосома' },
      topic: { text: 'Рибосома' },
    });
    expect(question?.choices).toHaveLength(4);
    for (const { correct, text, about } of question?.choices ?? []) {
      const own = cellDeck.find((fact) => fact.kind === 'definition' && fact.term === text);
      expect(about).toEqual(
        correct
          ? undefined
          : { text: own?.kind === 'definition' && own.text, code: false, line: own?.line },
      );
    }
  });

  test.each([
    ['Git repository', 'в репозитории хранятся версии одного проекта'],
    ['Обмен', 'вещества, которые меняются частями'],
    ['Психология', 'как устроена психика и её законы'],
  ])('%s is not asked for by words of its own root', (term, text) => {
    const telling = definition(term, text, 9);
    const deck = [...gitDeck, telling];
    expect(asked(deck, telling, 'def2term')).toEqual([]);
    expect(asked(deck, telling, 'term2def')).toEqual([]);
    expect(asked(deck, telling, 'tf')).toEqual([]);
  });

  test('a word of the term may stand in the description when every option has it', () => {
    const laws = [
      definition('Закон Ома', 'закон о токе и напряжении на участке', 1, 'Законы'),
      definition('Закон Кулона', 'сила между двумя зарядами', 2, 'Законы'),
      definition('Закон Гука', 'упругая сила и удлинение пружины', 3, 'Законы'),
      definition('Пружина', 'упругий виток проволоки', 4, 'Законы'),
      definition('Магнит', 'тело с двумя полюсами', 5, 'Законы'),
      ...cellDeck,
    ];
    const questions = asked(laws, laws[0], 'def2term');
    expect(questions.length).toBeGreaterThan(0);
    for (const option of optionsOf(questions)) expect(option).toMatch(/^Закон /u);
  });

  test('does not ask for a term that its description repeats', () => {
    const telling = definition('Индекс', 'индекс ускоряет поиск, если индекс построен', 40);
    expect(asked([...cellDeck, telling], telling, 'def2term')).toEqual([]);
  });

  test('never offers a term that stands in the description', () => {
    const nested = definition('Кодон', 'три буквы, которые читает рибосома', 41, 'Органоиды');
    expect(optionsOf(asked([...cellDeck, nested], nested, 'def2term'))).not.toContain('Рибосома');
  });
});

describe('term2def', () => {
  test('asks for the description of a term and says whose the wrong ones are', () => {
    const [question] = asked(cellDeck, cellDeck[0], 'term2def');
    expect(question).toMatchObject({ ask: 'Что такое «Ядро»?', material: null });
    expect(question?.choices.find(({ correct }) => correct)?.text).toBe(
      'хранилище наследственной информации',
    );
    for (const choice of question?.choices ?? []) {
      expect(choice.about === undefined).toBe(choice.correct);
    }
  });

  test('a term with two descriptions never meets its other one', () => {
    const other = definition('Ядро', 'центр клетки с двойной оболочкой', 50, 'Органоиды');
    const deck = [...cellDeck, other];
    for (const question of asked(deck, deck[0], 'term2def')) {
      expect(question.choices.map(({ text }) => text)).not.toContain(other.text);
    }
  });

  test('a description that names its own term is no option', () => {
    const telling = definition(
      'Цитоскелет',
      'скелет клетки, цитоскелет из белков',
      51,
      'Органоиды',
    );
    const deck = [...cellDeck, telling];
    const all = deck.flatMap((fact) => [...optionsOf(asked(deck, fact, 'term2def'))]);
    expect(all).not.toContain(telling.text);
  });

  test('nearly equal descriptions never meet', () => {
    const twin = definition(
      'Полисома',
      'место сборки нового белка из аминокислот',
      52,
      'Органоиды',
    );
    const deck = [...cellDeck, twin];
    const options = optionsOf(asked(deck, twin, 'term2def'));
    expect(options.size).toBeGreaterThan(3);
    expect(options).not.toContain('место сборки белка из аминокислот');
  });
});

describe('cmd2desc', () => {
  test('offers only purposes that say by themselves what a command does', () => {
    const broken = [
      command('kubectl get pods -n dev', 'только в этом пространстве', 20, 'Команды'),
      command('kubectl cordon <node>', 'закрыть', 21, 'Команды'),
      command('kubectl drain <node>', 'увести поды с машины, -f = без вопросов', 22, 'Команды'),
    ];
    const deck = [...commandDeck, ...broken];
    const options = optionsOf(deck.flatMap((fact) => asked(deck, fact, 'cmd2desc')));
    expect(options).toContain('увести поды с машины');
    expect([...options].filter((text) => /^только|^закрыть$|-f/u.test(text))).toEqual([]);
  });

  test('a purpose that translates its command stands beside another one that does', () => {
    const create = command('kubectl create ns <name>', 'создать новое пространство', 20, 'Команды');
    for (const { choices } of asked([...commandDeck, create], create, 'cmd2desc'))
      expect(choices.filter(({ text }) => text.includes('создать')).length).toBeGreaterThan(1);
    const lonely = commandDeck.filter((fact) => !fact.source.includes('4'));
    expect(asked([...lonely, create], create, 'cmd2desc')).toEqual([]);
  });
});

test('people are found among people, by surnames that look like adjectives, too', () => {
  const people = [
    definition('Пржевальский', 'исследовал пустыни Азии', 1, 'Путешественники'),
    definition('Витус Беринг', 'возглавил две экспедиции', 2, 'Путешественники'),
    definition('Семён Дежнёв', 'прошёл северный пролив', 3, 'Путешественники'),
    definition('Компас', 'прибор со стрелкой', 4, 'Путешественники'),
  ];
  const [question] = asked(people, people[0], 'def2term');
  expect(question?.ask).toBe('Кто это?');
  expect(question?.choices.map(({ text }) => text).sort()).toEqual([
    'Витус Беринг',
    'Пржевальский',
    'Семён Дежнёв',
  ]);
});

test('a name is not asked for by a few words, which fit too much else', () => {
  const shapes = [
    definition('Озеро', 'вода в яме', 1, 'Суша'),
    definition('Река', 'поток от истока к устью', 2, 'Суша'),
    definition('Болото', 'сырая земля, заросшая мхом и осокой', 3, 'Суша'),
    definition('Холм', 'невысокий подъём с пологими склонами', 4, 'Суша'),
  ];
  expect(asked(shapes, shapes[0], 'def2term')).toEqual([]);
  expect(asked(shapes, shapes[1], 'def2term')).not.toEqual([]);
  expect(asked(shapes, shapes[0], 'term2def')).not.toEqual([]);
});

test('a piece of a pattern is shown as code, letter by letter', () => {
  const groups = [
    definition('(abc)', 'скобки, которые запоминают то, что нашли', 1, 'Скобки'),
    definition('(?:abc)', 'только вместе, без памяти', 2, 'Скобки'),
    definition('(?=abc)', 'заглянуть вперёд', 3, 'Скобки'),
  ];
  const [question] = asked(groups, groups[0], 'def2term');
  expect(question?.choices.map(({ code }) => code)).toEqual([true, true, true]);
});

describe('lines that only join two things', () => {
  const [, ...pairs] = list('Плоды растений', [
    'дуб → жёлудь',
    'горох → боб',
    'вишня → костянка',
    'пшеница → зерновка',
  ]);

  test('are asked under their heading, from either side', () => {
    expect(asked(pairs, pairs[0], 'term2def')[0]).toMatchObject({
      ask: 'Плоды растений: что в паре?',
      material: { text: '«дуб»' },
      answer: { text: 'жёлудь' },
    });
    expect(asked(pairs, pairs[1], 'def2term')[0]).toMatchObject({
      material: { text: '«боб»' },
      answer: { text: 'Горох' },
    });
  });

  test('stand among themselves only, and two of them are no table', () => {
    const deck = [...pairs, ...cellDeck];
    const options = optionsOf(asked(deck, pairs[0], 'term2def'));
    expect([...options].sort()).toEqual(['боб', 'жёлудь', 'зерновка', 'костянка']);
    expect(asked(pairs.slice(0, 2), pairs[0], 'term2def')).toEqual([]);
  });

  test('a name that stands for a name is asked as a pair, not as a description', () => {
    const towns = [
      definition('Уральский', 'Екатеринбург', 1, 'Столицы округов'),
      definition('Сибирский', 'Новосибирск', 2, 'Столицы округов'),
      definition('Приволжский', 'Нижний Новгород', 3, 'Столицы округов'),
      definition('Южный', 'Ростов-на-Дону', 4, 'Столицы округов'),
    ];
    expect(asked(towns, towns[0], 'term2def')[0]).toMatchObject({
      ask: 'Столицы округов: что в паре?',
      material: { text: '«Уральский»' },
    });
    expect(asked(towns, towns[0], 'tf')).toEqual([]);
  });

  test('a formula is looked for by what it gives', () => {
    const [, ...formulas] = list('Тепло', [
      'Q = cmt - нагревание',
      'Q = qm - сгорание',
      'Q = rm - кипение',
    ]);
    expect(asked(formulas, formulas[0], 'term2def')[0]).toMatchObject({
      ask: 'Какая формула подходит?',
      material: { text: '«нагревание»' },
      answer: { text: 'Q = cmt' },
    });
  });
});

describe('terms that mean nothing alone', () => {
  const layers = [
    definition('Физический', 'биты по проводам между разъёмами', 1, 'Уровни сети (снизу вверх)'),
    definition('Канальный', 'кадры между соседними узлами', 2, 'Уровни сети (снизу вверх)'),
    definition('Сетевой', 'пакеты и выбор пути', 3, 'Уровни сети (снизу вверх)'),
    definition('22', 'удалённый вход по паролю', 4, 'Уровни сети (снизу вверх)'),
    definition('80', 'просмотр сайта без шифра', 5, 'Уровни сети (снизу вверх)'),
  ];

  test('stand behind their heading', () => {
    expect(asked(layers, layers[0], 'term2def')[0]?.ask).toBe(
      'Уровни сети: что такое «Физический»?',
    );
    expect(asked(layers, layers[2], 'tf')[0]?.material?.text).toMatch(
      /^Уровни сети: «Сетевой» — /u,
    );
    expect(asked(layers, layers[3], 'tf')).toEqual([]);
  });

  test('are not asked without one; a number is never «called» anything', () => {
    const bare = layers.map((fact) => ({ ...fact, section: null }));
    expect(asked(bare, bare[0], 'term2def')).toEqual([]);
    expect(asked(bare, bare[0], 'tf')).toEqual([]);
    expect(asked(layers, layers[3], 'def2term')).toEqual([]);
  });
});

describe('a command among others of its section', () => {
  const texts = (kind: 'desc2cmd' | 'cmd2desc', facts: readonly Fact[], fact: Fact | undefined) =>
    optionsOf(asked(facts, fact, kind));
  const tools = [
    command('awk "{print $2}" visits.log', 'вывести второе поле', 1, 'Текст'),
    command('wc -l visits.log', 'измерить длину журнала', 2, 'Текст'),
    command('uniq -c visits.log', 'посчитать повторы подряд', 3, 'Текст'),
    command('tac visits.log', 'напечатать строки в обратном порядке', 4, 'Текст'),
    command('cut -c', '-c5 visits.log — пятый знак', 5, 'Текст'),
  ];

  test('is not asked about when its point is blacked out', () => {
    expect(asked(tools, tools[0], 'desc2cmd')).toEqual([]);
    expect(asked(tools, tools[0], 'cmd2desc')).toEqual([]);
    expect(asked(tools, tools[1], 'desc2cmd')).not.toEqual([]);
  });

  test('is never described by half of another command', () => {
    const shown = texts('cmd2desc', tools, tools[2]);
    expect([...shown].filter((text) => text.startsWith('-'))).toEqual([]);
    expect(shown.size).toBeGreaterThan(2);
  });
});

test('options come from the same section, and never from one that has terms enough of its own', () => {
  const other = ['Стена', 'Окно', 'Крыша', 'Порог'].map((term, i) =>
    definition(
      term,
      [
        'опора для всего, что над ней',
        'просвет для солнца и воздуха',
        'защита от дождя, снега и града',
        'место, где переступают через доску',
      ][i] ?? '',
      70 + i,
      'Дом',
    ),
  );
  const own = optionsOf(asked([...cellDeck, ...other], other[0], 'def2term'));
  expect([...own].sort()).toEqual(['Крыша', 'Окно', 'Порог', 'Стена']);
  const twins = other.map((fact) => ({ ...fact, text: 'часть дома над землёй' }));
  expect(asked([...cellDeck, ...twins], twins.at(-1), 'def2term')).toEqual([]);
});

test('small sections lend each other terms that look alike', () => {
  const homes = ['Стена', 'Печь', 'Лодка', 'Седло'].map((term, i) =>
    definition(
      term,
      [
        'опора для крыши всего дома',
        'источник тепла в холодной комнате',
        'доска для плавания по воде',
        'сиденье для езды на коне',
      ][i] ?? '',
      70 + 9 * i,
      ['Дом', 'Быт', 'Река', 'Конь'][i],
    ),
  );
  expect(optionsOf(asked(homes, homes[0], 'def2term')).size).toBe(4);
  const foreign = homes.map((fact, i) => (i === 0 ? { ...fact, term: 'API REST' } : fact));
  expect(asked(foreign, foreign[0], 'def2term')).toEqual([]);
});

test('the other half of a line is offered before farther neighbours', () => {
  const line = 3;
  const pair = [
    definition('Прилив', 'подъём воды дважды за сутки', line, 'Море'),
    definition('Отлив', 'возвращение её назад, обнажающее дно', line, 'Море'),
  ];
  const others = ['Волна', 'Мель', 'Шхуна', 'Компас', 'Якорь'].map((term, i) =>
    definition(
      term,
      [
        'гребень, который поднял сильный ветер',
        'дно почти у самой поверхности',
        'судно с парусом на мачте',
        'прибор со стрелкой на север',
        'груз на цепи под судном',
      ][i] ?? '',
      line + 2 + i,
      'Море',
    ),
  );
  const questions = asked([...pair, ...others], pair[0], 'def2term');
  const withOther = questions.filter(({ choices }) => choices.some(({ text }) => text === 'Отлив'));
  expect(withOther.length).toBeGreaterThan(questions.length / 2);
});

describe('commands', () => {
  const [status, log] = gitDeck.filter((fact) => fact.kind === 'command');

  test('purpose and command are asked both ways, in voice', () => {
    expect(asked(gitDeck, status, 'cmd2desc')[0]).toMatchObject({
      ask: 'Что делает команда?',
      material: { text: 'git status', code: true },
      answer: { text: 'посмотреть список изменённых файлов' },
    });
    expect(asked(gitDeck, status, 'desc2cmd')[0]).toMatchObject({
      ask: 'Какая команда подходит?',
      material: { text: 'Задача: посмотреть список изменённых файлов.', code: false },
      answer: { text: 'git status', code: true },
    });
  });

  test('the command with one more key is offered beside the shorter one', () => {
    expect(optionsOf(asked(gitDeck, log, 'desc2cmd'))).toContain('git log --oneline');
  });

  test('capitals for emphasis are lowered', () => {
    expect(optionsOf(asked(gitDeck, log, 'cmd2desc'))).toContain(
      'посмотреть историю одной строкой на снимок',
    );
  });

  test('two commands that differ in an argument only never meet', () => {
    const deck = [
      ...commandDeck,
      command('git push origin main', 'отправить снимки на сервер', 30, 'Команды'),
      command('git push origin dev', 'выложить работу коллегам', 31, 'Команды'),
    ];
    expect(optionsOf(asked(deck, deck.at(-1), 'desc2cmd'))).not.toContain('git push origin main');
    expect(answersOf(asked(deck, deck.at(-1), 'desc2cmd'))).toEqual(
      new Set(['git push origin dev']),
    );
  });

  test('two programs told to do one thing never meet', () => {
    const deck = [
      command('nginx -s reload', 'перечитать настройки без обрыва', 1, 'Сервер'),
      command('systemctl reload nginx', 'обновить конфиг на ходу', 2, 'Сервер'),
      command('systemctl restart nginx', 'остановить и запустить заново', 3, 'Сервер'),
      command('nginx -s quit', 'дождаться клиентов и выйти', 4, 'Сервер'),
      command('nginx -t', 'проверить синтаксис файлов', 5, 'Сервер'),
    ];
    const options = optionsOf(asked(deck, deck[0], 'desc2cmd'));
    expect(options.size).toBeGreaterThan(2);
    expect(options).not.toContain('systemctl reload nginx');
  });

  test('a vague purpose is neither asked nor offered', () => {
    const vague = command('kubectl get all', 'то же, но по всем видам сразу', 11, 'Команды');
    const look = command('kubectl get events', 'посмотреть, что происходит', 12, 'Команды');
    const deck = [...commandDeck, vague, look];
    const all = deck.flatMap((fact) => [
      ...optionsOf(asked(deck, fact, 'desc2cmd')),
      ...optionsOf(asked(deck, fact, 'cmd2desc')),
    ]);
    expect(all).toContain('kubectl get nodes');
    for (const text of ['kubectl get all', 'kubectl get events', 'посмотреть, что происходит']) {
      expect(all).not.toContain(text);
    }
  });

  test('lines of code have prompts of their own', () => {
    const lines = [
      codeLine('FROM node:20', 'базовый образ приложения', 1),
      codeLine('WORKDIR /app', 'рабочая папка внутри образа', 2),
      codeLine('EXPOSE 3000', 'порт, который слушает сервер', 3),
      codeLine('USER node', 'кто запускает программу', 4),
    ];
    expect(asked(lines, lines[1], 'cmd2desc')[0]?.ask).toBe('Для чего эта строка?');
    expect(asked(lines, lines[1], 'desc2cmd')[0]).toMatchObject({
      ask: 'Какая строка подходит?',
      material: { text: '«рабочая папка внутри образа»' },
    });
  });

  test('two commands are too few to choose from', () => {
    const pair = gitDeck.filter((fact) => fact.kind === 'command').slice(0, 2);
    expect(asked(pair, pair[0], 'cmd2desc')).toEqual([]);
  });
});

describe('the header', () => {
  test('is shown when every option stands under the same heading', () => {
    expect(asked(cellDeck, cellDeck[0], 'def2term').map(({ section }) => section)).toContain(
      'Органоиды',
    );
  });

  test('is left out when it names the answer', () => {
    const deck = cellDeck.map((fact) => ({ ...fact, section: 'Ядро и его соседи' }));
    expect(asked(deck, deck[0], 'def2term').map(({ section }) => section)).not.toContain(
      'Ядро и его соседи',
    );
  });
});

test('a superlative is a riddle and no term: neither asked nor offered', () => {
  const records = [
    definition('самая длинная река', 'поток через всю северную пустыню', 1, 'Реки'),
    definition('дельта', 'низкая равнина у самого моря', 2, 'Реки'),
    definition('приток', 'вода, что вливается в большую', 3, 'Реки'),
    definition('исток', 'место, где ручей выходит наружу', 4, 'Реки'),
    definition('пойма', 'часть долины под весенней водой', 5, 'Реки'),
  ];
  const questions = records.flatMap((fact) => [
    ...asked(records, fact, 'def2term'),
    ...asked(records, fact, 'term2def'),
  ]);
  expect(questions.length).toBeGreaterThan(0);
  expect(JSON.stringify(questions)).not.toMatch(/самая длинная|северную пустыню/u);
});

test('a wrong term that does something is explained by its deed', () => {
  const network = [
    definition('Маска', 'отделяет номер сети от номера узла', 1, 'Сеть'),
    definition('Шлюз', 'выпускает пакеты за пределы своей сети', 2, 'Сеть'),
    definition('Мост', 'устройство между двумя кусками кабеля', 3, 'Сеть'),
    definition('Петля', 'кольцо из мостов без единого выхода', 4, 'Сеть'),
  ];
  const about = network
    .flatMap((fact) => asked(network, fact, 'def2term'))
    .flatMap(({ choices }) => choices)
    .flatMap(({ text, about: own }) => (own ? [[text, own.isDeed ?? false] as const] : []));
  expect(about.length).toBeGreaterThan(0);
  for (const [text, isDeed] of about) expect(isDeed).toBe(text === 'Маска' || text === 'Шлюз');
});

test('a bare number out of a table describes nothing', () => {
  const pieces = ['пешка', 'конь', 'ладья', 'ферзь'].map((term, i) =>
    definition(term, String(2 * i + 1), i + 1, 'Фигуры'),
  );
  for (const piece of pieces) expect(asked(pieces, piece, 'term2def')).toEqual([]);
});
