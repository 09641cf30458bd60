import { parseNote } from '../../src/notes/parse.js';

const sections = (text: string): string[] => parseNote(text).sections.map(({ title }) => title);
const gaps = (text: string): string[] => parseNote(text).gaps.map(({ section }) => section);

describe('headings known by what stands around them', () => {
  test('a label over a list', () => {
    const note = parseNote(
      'Узел - машина сети\nкак проверить связь\n1) послать запрос\n2) ждать ответа',
    );
    expect(note.sections).toMatchObject([{ title: 'Как проверить связь', line: 2 }]);
    expect(note.facts).toMatchObject([
      { kind: 'definition', section: null },
      { kind: 'item', list: 'Как проверить связь', number: 1 },
      { kind: 'item', list: 'Как проверить связь', number: 2 },
    ]);
  });

  test('a label behind a blank line, right above its facts', () => {
    expect(sections('Шина - общий кабель\n\nустройства\nхаб - повторитель сигнала')).toEqual([
      'Устройства',
    ]);
  });

  test('the first words of a file are its title and reach to the end', () => {
    const note = parseNote('Сети, второй курс\n\nАДРЕСА\nMAC - адрес карты\n\n\nПОРТЫ');
    expect(note.sections.map(({ title }) => title)).toEqual([
      'Сети, второй курс',
      'Адреса',
      'Порты',
    ]);
    expect(note.gaps).toEqual([{ section: 'Порты', line: 7 }]);
  });

  test.each(['Сети - моя шпаргалка (весна)', 'Сети: краткий конспект лекций'])(
    '«%s» names the notes and defines nothing',
    (line) => {
      const note = parseNote(`${line}\n\nхаб - повторитель сигнала`);
      expect(note.sections).toMatchObject([{ title: 'Сети' }]);
      expect(note.facts).toMatchObject([{ term: 'хаб', section: 'Сети' }]);
    },
  );

  test('words alone between blank lines end the section above them', () => {
    const note = parseNote(
      'КОРЕНЬ\nчехлик - защита кончика\n\nВиды побегов\n\nус - побег по земле',
    );
    expect(note.facts).toMatchObject([
      { term: 'чехлик', section: 'Корень' },
      { term: 'ус', section: 'Виды побегов' },
    ]);
  });

  test('a word with a capital over lines that begin low heads them, a sum does not', () => {
    const note = parseNote(
      'ЗАВОД\nстанок - машина для резки\n\nЦех\nдва пролёта\nкран - машина для подъёма\n\nИтого 5\n- пресс - машина для ковки',
    );
    expect(note.sections).toMatchObject([{ title: 'Завод' }, { title: 'Цех' }]);
  });

  test('a bold line is a heading, a bold sentence is not', () => {
    expect(
      sections('## Память\n\n**Виды**\n\nкуча - общая память\n\n**Стек растёт вниз!!!**'),
    ).toEqual(['Память', 'Виды']);
  });

  test('the title of a callout heads its lines', () => {
    expect(parseNote('> [!note] Стек\n> Стек хранит адреса возврата').facts).toMatchObject([
      { kind: 'statement', section: 'Стек' },
    ]);
  });

  test('a sentence, a question of its own line and a lone word are none', () => {
    expect(sections('Узел отвечает\n- сразу\n- потом')).toEqual([]);
    expect(sections('ядро')).toEqual([]);
  });
});

describe('empty headings', () => {
  test('a label alone before the next heading', () => {
    expect(
      gaps(
        'КЭШ\nпамять рядом с процессором бывает быстрой\n\nВытеснение\n\nДИСК\nSSD - диск без движения',
      ),
    ).toEqual(['Вытеснение']);
  });

  test('a heading with nothing but a remark', () => {
    expect(
      gaps('# Сети\n\n## Мост\nМост соединяет две сети\n\n## Шлюз\n\n(спросить на паре)'),
    ).toEqual(['Шлюз']);
  });

  test('a term left without its meaning does not head the next term', () => {
    const note = parseNote('ТЕРМИНЫ\nВече - собрание горожан\nСмерд -\nЯрлык - грамота на власть');
    expect(note.gaps).toEqual([{ section: 'Смерд', line: 3 }]);
    expect(note.facts.map(({ section }) => section)).toEqual(['Термины', 'Термины']);
  });

  test('shouted terms line by line stand under their heading and do not leave it empty', () => {
    const note = parseNote(
      'УСТРОЙСТВА\nХАБ (ПОВТОРИТЕЛЬ) - шлёт всем\nМАРШРУТИЗАТОР - соединяет сети',
    );
    expect(note.gaps).toEqual([]);
    expect(note.facts.map(({ section }) => section)).toEqual(['Устройства', 'Устройства']);
  });

  test('a shouted term right below a heading stands under it, too', () => {
    const note = parseNote('УСТРОЙСТВА:\nМАРШРУТИЗАТОР - соединяет сети\n\nТОПОЛОГИИ:\n\n\nКОЛЬЦО');
    expect(note.gaps.map(({ section }) => section)).toEqual(['Топологии', 'Кольцо']);
    expect(note.facts.map(({ section }) => section)).toEqual(['Устройства']);
  });

  test('a short term does not part a row of shouted ones', () => {
    const note = parseNote(
      'КАБЕЛЬ - пучок проводов\nИОН - частица с зарядом\nАНТЕННА - ловит волны',
    );
    expect(note.sections).toEqual([]);
  });

  test('a last heading over a blank line, where all others stand right above their lines', () => {
    const parts = ['старт', 'ветки', 'сервер', 'откаты'].map(
      (title) => `--- ${title}\ngit ${title.length}x - команда`,
    );
    const text = [...parts, '--- теги', '', '.gitignore - список того, что не хранится'].join('\n');
    const note = parseNote(text);
    expect(note.gaps).toMatchObject([{ section: 'Теги' }]);
    expect(note.facts.at(-1)?.section).toBeNull();
  });

  test('one blank line alone leaves nothing empty', () => {
    expect(gaps('--- сеть\n\nшлюз - выход наружу')).toEqual([]);
  });
});
