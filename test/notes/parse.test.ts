import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Fact, Note } from '../../src/notes/note.js';
import { readLines } from '../../src/notes/markup.js';
import { parseNote } from '../../src/notes/parse.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/notes/${name}`, import.meta.url), 'utf8');

const factsOf = (text: string): readonly Fact[] => parseNote(text).facts;
const only = (text: string): Fact | undefined => {
  const facts = factsOf(text);
  expect(facts).toHaveLength(1);
  return facts[0];
};
const reasons = ({ unused }: Note): [number, string][] =>
  unused.map(({ line, reason }) => [line, reason]);
const ids = (text: string): string[] => factsOf(text).map(({ id }) => id);

describe('whole notes', () => {
  test.each(['git.txt', 'kubernetes.md', 'linux.txt', 'history.txt'])('%s', (name) => {
    const note = parseNote(fixture(name));
    const expected: unknown = JSON.parse(fixture(name.replace(/\.\w+$/, '.expected.json')));
    expect({
      sections: note.sections,
      facts: note.facts.map(({ id: _id, source: _source, ...rest }) => rest),
      gaps: note.gaps,
      unused: note.unused.map(({ line, reason }) => ({ line, reason })),
    }).toEqual(expected);
  });

  test('the source of a fact is its lines, as they stand in the file', () => {
    const text = fixture('git.txt');
    const lines = text.split('\n');
    for (const fact of factsOf(text)) {
      const own = fact.source.split('\n');
      expect(lines.slice(fact.line - 1, fact.line - 1 + own.length)).toEqual(own);
    }
  });
});

describe('headings', () => {
  test('a heading with nothing under it is a gap, and the next thought starts afresh', () => {
    const note = parseNote('Docker Swarm - \n\n\nDocker Hub - склад готовых образов');
    expect(note.gaps).toEqual([{ section: 'Docker Swarm', line: 1 }]);
    expect(note.facts).toMatchObject([{ kind: 'definition', term: 'Docker Hub', section: null }]);
  });

  test.each([
    ['НЕДОСТАТКИ ВИРТУАЛИЗАЦИИ:', 'Недостатки виртуализации'],
    ['ВИРТУАЛЬНЫЙ ДИСК (VD) - ', 'Виртуальный диск (VD)'],
    ['РАБОТА С Git - ВЕТКАМИ:', 'Работа с Git-ветками'],
    ['КОМАНДЫ ОС Linux', 'Команды ОС Linux'],
    ['## Хранилища ##', 'Хранилища'],
    ['Сети в Docker:', 'Сети в Docker'],
    ['ВОЙНЫ СССР', 'Войны СССР'],
    ['Глава 2. Память', 'Глава 2. Память'],
  ])('%j is shown as «%s»', (line, title) => {
    expect(parseNote(`текст перед этим есть.\n\n${line}\n`).gaps).toEqual([
      { section: title, line: 3 },
    ]);
  });

  test('an underlined line is a heading', () => {
    const note = parseNote('Память\n------\nКэш хранит недавние данные рядом с процессором');
    expect(note.facts).toMatchObject([{ section: 'Память', kind: 'statement' }]);
  });

  test('a Markdown heading with headings below it is not empty', () => {
    const note = parseNote('# Сети\n\n## Мост\n\n## Узел\nУзел делит сеть с машиной целиком');
    expect(note.gaps).toEqual([{ section: 'Мост', line: 3 }]);
  });

  test('a long ruler closes the section', () => {
    const note = parseNote('ВИДЫ ДИСКОВ\nSSD - быстрый диск\n________\nRAM - память');
    expect(note.facts.map(({ section }) => section)).toEqual(['Виды дисков', null]);
  });

  test('a shouted term opens a section of which it is the subject', () => {
    const [definition, statement] = factsOf(
      'Docker ТОМ - место для данных вне контейнера\n!!! Том переживает удаление контейнера',
    );
    expect(definition).toMatchObject({ term: 'Docker-том', section: 'Docker-том' });
    expect(statement).toMatchObject({ kind: 'statement', subject: 'Docker-том', weight: 1 });
  });

  test('an abbreviation is a term and no heading', () => {
    expect(only('СУБД - система управления базами данных')).toMatchObject({
      term: 'СУБД',
      section: null,
    });
  });

  test('a dash at the end of a heading waits for the definition on the next line', () => {
    expect(only('ГИПЕРВИЗОР -\nпрограмма, которая делит машину на части')).toMatchObject({
      kind: 'definition',
      term: 'Гипервизор',
      text: 'программа, которая делит машину на части',
      line: 1,
      source: 'ГИПЕРВИЗОР -\nпрограмма, которая делит машину на части',
    });
  });
});

describe('definitions', () => {
  test.each([
    ['Под - наименьшая единица запуска', 'Под', 'наименьшая единица запуска'],
    ['Под — это наименьшая единица запуска.', 'Под', 'наименьшая единица запуска'],
    ['VM- машина внутри машины', 'VM', 'машина внутри машины'],
    ['RAM-Оперативная память', 'RAM', 'Оперативная память'],
    ['Под -наименьшая единица запуска', 'Под', 'наименьшая единица запуска'],
    ['Контейнер это изолированный процесс', 'Контейнер', 'изолированный процесс'],
    ['ЧТО ТАКОЕ Helm? - это менеджер пакетов', 'Helm', 'менеджер пакетов'],
    ['Что такое Helm?\nЭто менеджер пакетов.', 'Helm', 'менеджер пакетов'],
    ['`kubelet` - агент на узле', 'kubelet', 'агент на узле'],
    ['Docker Hub - склад готовых образов', 'Docker Hub', 'склад готовых образов'],
    ['git - система контроля версий', 'git', 'система контроля версий'],
    ['| HPA | рост числа подов |', 'HPA', 'рост числа подов'],
    ['ВИДЫ СЕТЕЙ:\nМост: сеть по умолчанию', 'Мост', 'сеть по умолчанию'],
  ])('%j', (line, term, text) => {
    expect(only(line)).toMatchObject({ kind: 'definition', term, text });
  });

  test('«есть» behind a dash says that something is there', () => {
    expect(only('Мхи — есть листья и стебли')).toMatchObject({ text: 'есть листья и стебли' });
    expect(only('Мхи — это есть первые растения')).toMatchObject({ text: 'первые растения' });
  });

  test.each([
    'Это - главное отличие контейнера от машины',
    'Первый способ - написать файл и собрать образ',
    'В Linux - всё есть файл',
    'Контейнер запускается быстро - за секунду',
    'Одно приложение - один контейнер',
  ])('%j has no term before its dash', (line) => {
    expect(only(line)?.kind).toBe('statement');
  });

  test.each([
    [
      'прилив: подъём воды; отлив: уход воды',
      [
        { term: 'прилив', text: 'подъём воды' },
        { term: 'отлив', text: 'уход воды' },
      ],
    ],
    ['род / вид: дерево — берёза', [{ term: 'род / вид', text: 'дерево — берёза' }]],
    ['Закон Бойля — Мариотта: давление обратно объёму', [{ term: 'Закон Бойля — Мариотта' }]],
    [
      'порог: высота над полом !!! ВАЖНО спросят у всех',
      [{ term: 'порог', text: 'высота над полом' }],
    ],
  ])('%j: the colon parts the term', (line, facts) => {
    expect(parseNote(`ПОНЯТИЯ\n${line}`).facts).toMatchObject(facts);
  });

  test('further sentences of the line are statements about the term', () => {
    expect(factsOf('Helm - менеджер пакетов. Он ставит приложения одной командой.')).toMatchObject([
      { kind: 'definition', text: 'менеджер пакетов' },
      { kind: 'statement', text: 'Он ставит приложения одной командой', subject: 'Helm' },
    ]);
  });

  test('families are listed and not defined', () => {
    const facts = factsOf('ЦВЕТЫ\nсемейства: розовые, бобовые, злаки\nЗавязь: низ пестика');
    expect(facts.map(({ kind }) => kind)).toEqual(['list', 'definition']);
  });

  test('what is put off is no definition', () => {
    const note = parseNote('TODO: сети, тома - разобраться\nXACK - разобраться зачем');
    expect([note.facts, note.unused.length]).toEqual([[], 2]);
  });

  test('the quoted line keeps the remark that the meaning goes without', () => {
    expect(only('Эпицентр - точка над очагом (спросят точно!!!)')).toMatchObject({
      ...{ text: 'точка над очагом', source: 'Эпицентр - точка над очагом (спросят точно!!!)' },
    });
  });

  test('„in other words“ in brackets is a second definition', () => {
    expect(
      factsOf(
        'Под - обёртка контейнера (другими словами, это группа процессов, у которых общий адрес)',
      ),
    ).toMatchObject([
      { kind: 'definition', text: 'обёртка контейнера' },
      { kind: 'definition', text: 'группа процессов, у которых общий адрес' },
    ]);
  });
});

describe('commands and code', () => {
  test.each([
    ['docker ps -a  - посмотреть ВСЕ контейнеры', 'docker ps -a', 'посмотреть все контейнеры'],
    ['docker rm <имя> — удалить контейнер.', 'docker rm <имя>', 'удалить контейнер'],
    ['`git init` - создать хранилище', 'git init', 'создать хранилище'],
    ['$ ls -la: показать скрытые файлы', 'ls -la', 'показать скрытые файлы'],
    ['mkdir создать папку', 'mkdir', 'создать папку'],
    ['показать контейнеры - docker ps', 'docker ps', 'показать контейнеры'],
    ['- kubectl get pods # список подов', 'kubectl get pods', 'список подов'],
    ['docker ps –a - все контейнеры', 'docker ps -a', 'все контейнеры'],
    ['!!! docker system prune - удалить всё лишнее', 'docker system prune', 'удалить всё лишнее'],
    ['```\nnpm ci  # поставить зависимости\n```', 'npm ci', 'поставить зависимости'],
  ])('%j', (line, command, purpose) => {
    expect(only(line)).toMatchObject({ kind: 'command', command, purpose });
  });

  test('a line of a configuration file with a comment is code', () => {
    expect(only('WORKDIR /app  # рабочая папка')).toMatchObject({
      kind: 'code',
      code: 'WORKDIR /app',
      comment: 'рабочая папка',
    });
  });

  test('a line that ends like a configuration is code, not a command', () => {
    expect(parseNote('gzip_static on;  - отдавать сжатые файлы').facts).toMatchObject([
      { kind: 'code', code: 'gzip_static on;', comment: 'отдавать сжатые файлы' },
    ]);
  });

  test('a prose line that begins with the name of a program is no command', () => {
    expect(only('docker compose запускает несколько контейнеров сразу')?.kind).toBe('statement');
  });

  test('code without a word about it is unused', () => {
    expect(reasons(parseNote('cat file.txt\nservices:  # раздел'))).toEqual([
      [1, 'code'],
      [2, 'code'],
    ]);
  });
});

describe('statements', () => {
  test.each([
    ['!!! Том хранит данные', 1],
    ['!!! ВАЖНО: Том хранит данные', 2],
    ['!!! ОЧЕНЬ ВАЖНО - Том хранит данные', 2],
    ['‼️ Том хранит данные', 1],
    ['Важно: том хранит данные', 2],
    ['Том хранит данные!!!', 1],
  ])('%j has weight %i', (line, weight) => {
    expect(only(line)).toMatchObject({ kind: 'statement', text: 'Том хранит данные', weight });
  });

  test('a line of two sentences is two facts with one source', () => {
    const line = '!!! Том хранит данные. Он живёт дольше контейнера, т.е. его удаляют отдельно';
    const facts = factsOf(line);
    expect(facts.map((fact) => 'text' in fact && fact.text)).toEqual([
      'Том хранит данные',
      'Он живёт дольше контейнера, т.е. его удаляют отдельно',
    ]);
    expect(new Set(facts.map(({ source }) => source))).toEqual(new Set([line]));
  });

  test('a full clause in brackets is a fact of its own, a noun phrase is not', () => {
    const facts = factsOf(
      '!!! Слои хранятся по одному разу (один слой может входить в разные образы)\n!!! Слои лежат на диске (в папке демона)',
    );
    expect(facts.map((fact) => 'text' in fact && fact.text)).toEqual([
      'Слои хранятся по одному разу',
      'Один слой может входить в разные образы',
      'Слои лежат на диске (в папке демона)',
    ]);
  });

  test('a continuation belongs to the line before it', () => {
    expect(only('!!! Том хранит данные\n!!! (ПРОДОЛЖЕНИЕ) и переживает контейнер')).toMatchObject({
      text: 'Том хранит данные, и переживает контейнер',
      source: '!!! Том хранит данные\n!!! (ПРОДОЛЖЕНИЕ) и переживает контейнер',
    });
  });

  test('below short terms a line without a dash is a thought of its own, unless the one above is unfinished', () => {
    const block = 'слой - часть готового образа\nтом - папка, которая живёт на диске узла';
    expect(factsOf(`${block}\nсвязь слоёв и томов друг с другом`)[1]).toMatchObject({
      text: 'папка, которая живёт на диске узла',
    });
    expect(factsOf(`${block} и\nостаётся после контейнера`)[1]).toMatchObject({
      text: 'папка, которая живёт на диске узла и остаётся после контейнера',
    });
  });

  test('what hangs under a full line goes on, whatever verbs it has', () => {
    const note =
      'том: папка\nслой: часть\nлог: файл, в который каждая команда пишется, а после сбоя проигрывается\n     заново. весит больше тома (appendlog\n     always)';
    expect(factsOf(note).slice(2)).toMatchObject([
      { text: expect.stringMatching(/проигрывается заново$/) as string },
      { subject: 'лог', text: 'Весит больше тома (appendlog always)' },
    ]);
  });

  test('a sentence wrapped by the editor is one sentence', () => {
    const text = 'У каждого процесса есть номер, и по этому номеру\nего можно остановить командой.';
    expect(only(text)).toMatchObject({
      text: 'У каждого процесса есть номер, и по этому номеру его можно остановить командой',
      source: text,
    });
  });

  test('an author who begins everything in lower case does not get lines glued together', () => {
    const text =
      'том хранит данные приложения на диске\nобраз нельзя изменить после сборки никак\n\nслой можно использовать повторно\n\nсеть связывает контейнеры между собой';
    expect(factsOf(text)).toHaveLength(4);
  });
});

describe('lists', () => {
  test('a list under a heading is one fact and each entry another', () => {
    const [list, ...items] = factsOf(
      'ПЛЮСЫ ТОМОВ:\n1) живут долго\n2) видны многим;\n3) легко копировать.',
    );
    expect(list).toMatchObject({
      kind: 'list',
      title: 'Плюсы томов',
      items: ['живут долго', 'видны многим', 'легко копировать'],
      isSequence: false,
      line: 2,
      source: '1) живут долго\n2) видны многим;\n3) легко копировать.',
    });
    expect(items).toMatchObject(
      [1, 2, 3].map((number) => ({ kind: 'item', number, list: 'Плюсы томов' })),
    );
  });

  test('only a numbered list titled as a process is a sequence', () => {
    const entries = (marks: string[]): string =>
      marks.map((mark, i) => `${mark} шаг ${i} делаем`).join('\n');
    expect(factsOf(`ПОРЯДОК СБОРКИ\n${entries(['1)', '2)', '3)'])}`)[0]).toMatchObject({
      isSequence: true,
    });
    expect(factsOf(`ПОРЯДОК СБОРКИ\n${entries(['-', '-', '-'])}`)[0]).toMatchObject({
      isSequence: false,
    });
    expect(factsOf(`ВИДЫ СБОРКИ\n${entries(['1)', '2)', '3)'])}`)[0]).toMatchObject({
      isSequence: false,
    });
  });

  test('indented entries are a list titled by their parent', () => {
    const lists = factsOf(
      'СЕТИ\n- Виды:\n  - мост\n  - узел\n  - никакая\n- Имена: их даёт демон\n- Адреса раздаёт он же',
    ).filter((fact) => fact.kind === 'list');
    expect(lists).toMatchObject([
      { title: 'Сети' },
      { title: 'Виды', items: ['мост', 'узел', 'никакая'] },
    ]);
  });

  test('«Бывает» names no list but the kinds of the term above it', () => {
    const facts = factsOf(
      'Масштаб - во сколько раз уменьшили\nБывает:\n- численный\n- именованный\n- линейный',
    );
    expect(facts.filter(({ kind }) => kind === 'list')).toMatchObject([{ title: 'Масштаб: виды' }]);
    expect(
      factsOf('Бывает:\n- численный\n- именованный\n- линейный').filter(
        ({ kind }) => kind === 'list',
      ),
    ).toEqual([]);
  });

  test('entries that define terms are definitions, and the list holds the terms', () => {
    const facts = factsOf(
      'ВИДЫ СЕТЕЙ\n- bridge - сеть по умолчанию\n- host - сеть машины\n- none - без сети',
    );
    expect(facts[0]).toMatchObject({ kind: 'list', items: ['bridge', 'host', 'none'] });
    expect(facts.slice(1).map(({ kind }) => kind)).toEqual([
      'definition',
      'definition',
      'definition',
    ]);
  });

  test('commands under a heading stay commands and make no list', () => {
    const facts = factsOf(
      'КОМАНДЫ\n- docker ps - список\n- docker images - образы\n- docker logs - журнал',
    );
    expect(facts.map(({ kind }) => kind)).toEqual(['command', 'command', 'command']);
  });

  test('a lead-in inside a section ends with its list', () => {
    const facts = factsOf('СЕТИ\nТри вида сетей:\n- мост\n- узел\n- никакая\nDNS - служба имён');
    expect(facts.at(-1)).toMatchObject({ kind: 'definition', section: 'Сети' });
    expect(facts[0]).toMatchObject({ kind: 'list', section: 'Три вида сетей' });
  });
});

describe('dates and explanations', () => {
  test.each([
    ['1812 год - поход на Москву', '1812 год', 'поход на Москву'],
    ['12 апреля 1961 года — полёт в космос', '12 апреля 1961 года', 'полёт в космос'],
    ['В 1147 г. - первое упоминание города', '1147 г.', 'первое упоминание города'],
    ['XIX век - расцвет романа', 'XIX век', 'расцвет романа'],
    ['1941-1945 - годы войны', '1941-1945', 'годы войны'],
  ])('%j', (line, date, event) => {
    expect(only(line)).toMatchObject({ kind: 'date', date, event });
  });

  test.each([
    'Зачем нужен слой? - Он хранит данные.',
    'ЗАЧЕМ НУЖЕН СЛОЙ?\nОн хранит данные.',
    '## Зачем нужен слой?\n\nОн хранит данные',
  ])('%j', (text) => {
    expect(only(text)).toMatchObject({
      kind: 'explanation',
      question: 'Зачем нужен слой?',
      answer: 'Он хранит данные',
    });
  });
});

describe('lines that give nothing', () => {
  test.each([
    ['!!! ', 'mark'],
    ['-----', 'ruler'],
    ['Митоз деление клетки', 'no-separator'],
    ['ядро', 'too-short'],
    ['Контейнер нельзя запустить без', 'unfinished'],
    ['а'.repeat(20_000), 'too-long'],
    [`Контейнер есть ${'и слой '.repeat(100)}конец`, 'too-long'],
    [`${'ы'.repeat(80)} есть слово`, 'no-meaning'],
    ['==== 12 34 :: 56 ====', 'no-meaning'],
  ])('%j', (line, reason) => {
    const note = parseNote(line);
    expect(note.facts).toEqual([]);
    expect(reasons(note)).toEqual([[1, reason]]);
  });

  test('what was said before is a duplicate', () => {
    const note = parseNote('Том - место для данных\n\nтом — место для Данных.');
    expect(reasons(note)).toEqual([[3, 'duplicate']]);
  });
});

describe('content keys', () => {
  const TEXT =
    'Docker ТОМ - место для данных\n!!! ВАЖНО: Тома живут долго\ndocker ps -a  - показать все контейнеры';

  test.each([
    ['white space', TEXT.replace('место для', 'место   для').replaceAll('\n', ' \r\n')],
    ['case and ё', TEXT.replace('Тома живут', 'тома ЖИВУТ')],
    ['dashes', TEXT.replaceAll(' - ', ' — ')],
    ['an ending', TEXT.replace('Тома живут долго', 'Тому живут долго')],
    ['the weight', TEXT.replace('!!! ВАЖНО: ', '!!! ')],
    ['lines in between', `ПРОЧЕЕ - \n\n\n${TEXT}`],
  ])('do not depend on %s', (_, edited) => {
    expect(ids(edited)).toEqual(ids(TEXT));
  });

  test.each([
    ['a flag', TEXT.replace('-a', '-A')],
    ['a word', TEXT.replace('долго', 'недолго')],
    ['the term', TEXT.replace('ТОМ', 'СЛОЙ')],
  ])('change with %s', (_, edited) => {
    expect(ids(edited)).not.toEqual(ids(TEXT));
  });

  test('the same words under two headings are two facts', () => {
    const facts = factsOf(
      'ПЛЮСЫ\nНастройка занимает мало времени\n\nМИНУСЫ\nНастройка занимает мало времени',
    );
    expect(new Set(facts.map(({ id }) => id)).size).toBe(2);
  });
});

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}- пункт ${i}`).join('\n');

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'абв АБВ dockr-:!#*_`()«»|.,1)\t\u0000\u202E\uD800<&>'),
      maxLength: 60,
    }),
    fc.constantFrom(
      ...[
        '!!! ',
        '- ',
        '1) шаг',
        'ЗАГОЛОВОК:',
        '# Тема',
        '```',
        '---',
        '',
        '',
        'Под - единица',
        'docker ps - список',
        '!!! (ПРОДОЛЖЕНИЕ) дальше',
        'Что такое под?',
        'Зачем нужен слой?',
        '1812 год - поход',
        '| a | b |',
        '   - вложенный пункт',
      ],
    ),
  );
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

  test('is read without an exception, and every line is a heading, part of a fact or set aside', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const note = parseNote(sample);
        const accounted = new Set([
          // A heading may be wrapped once.
          ...note.sections.flatMap((section) => [section.line, section.line + 1]),
          ...note.unused.map((unused) => unused.line),
        ]);
        const quoted = new Set(note.facts.flatMap(({ source }) => source.split('\n')));
        for (const { number, source } of readLines(sample)) {
          const isSaying = /[\p{L}\p{N}]/u.test(source);
          if (isSaying && !accounted.has(number)) expect(quoted).toContain(source);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives facts with unique keys, in order, with something to show', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const { facts } = parseNote(sample);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        expect(facts.map((fact) => fact.line)).toEqual(
          facts.map((fact) => fact.line).toSorted((a, b) => a - b),
        );
        for (const fact of facts) {
          expect(fact.source.trim()).not.toBe('');
          expect(fact.source).not.toMatch(/[\u0000\u202E]/);
          if ('text' in fact) expect(fact.text).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of a real note keeps its keys when only white space changes', () => {
    const note = fixture('git.txt');
    const before = ids(note);
    const spaces = fc.array(fc.constantFrom('', ' ', '  ', '\t'), { minLength: 80, maxLength: 80 });
    fc.assert(
      fc.property(spaces, fc.constantFrom('\n', '\r\n'), fc.nat(3), (ends, lineEnd, extra) => {
        const edited = note
          .split('\n')
          .map((written, i) => written + (ends[i % ends.length] ?? ''))
          .join(lineEnd)
          .replace(/(\r?\n[ \t]*\r?\n[ \t]*)\r?\n/g, `$1${lineEnd.repeat(1 + extra)}`);
        expect(ids(edited)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['a word of 5 MB', 'я'.repeat(2_500_000), [0, 0, 1]],
    ['a hundred thousand blank lines', '\n'.repeat(100_000), [0, 0, 0]],
    ['ten thousand open brackets', `Под - ${'('.repeat(9_000)}слой`, [0, 0, 1]],
    ['a list too deep', nested(1000), [4, 0, 995]],
    ['a wall of marks', `x${'!*_:«<'.repeat(1500)}x\n\n`.repeat(100), [0, 0, 100]],
    ['unfinished lines', 'Вот какие бывают слои:\n\n\n'.repeat(5_000), [0, 0, 5_000]],
  ])('%s is read', (_, hostile, [facts, gaps, unused]) => {
    const note = parseNote(hostile);
    expect([note.facts.length, note.gaps.length, note.unused.length]).toEqual([
      facts,
      gaps,
      unused,
    ]);
  });
});
