import { visible } from '../../../src/bot/html.js';
import { pack } from '../../../src/bot/callbacks.js';
import type { Message } from '../../../src/bot/message.js';
import {
  askMessage,
  lookUpMessage,
  pagesOf,
  placeMessage,
  sectionMessage,
} from '../../../src/bot/texts/explain.js';
import { inlineCard } from '../../../src/bot/texts/inline.js';
import type {
  Explanation,
  LookUp,
  NamedPlace,
  Reading,
  SectionText,
} from '../../../src/study/explanation.js';

const named = (title: string, line: number, changes: Partial<NamedPlace> = {}): NamedPlace => ({
  ...{ deckId: 'deck0000001', version: 3, title, line, isCode: false },
  ...changes,
});

const written = (number: number, text: string, code: string | null = null) => ({
  number,
  text,
  code,
});

function anExplanation(changes: Partial<Explanation> = {}): Explanation {
  return {
    ...named('Ветка', 12),
    ...{ kind: 'term', deckTitle: null, section: null, neighbours: [], related: [] },
    quote: [written(12, 'ВЕТКА - подвижный указатель на коммит')],
    ...{ hasMore: true, canCheck: true },
    ...changes,
  };
}

const aLookUp = (changes: Partial<LookUp> = {}): LookUp => ({
  ...{ query: 'ветка', found: [anExplanation()], reading: null, missing: null, others: [] },
  decks: 1,
  ...changes,
});

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) => keyboard.map((row) => row.map((it) => it.text));

test('the best hit is answered at once, with its line, its neighbours and the other places', () => {
  const message = lookUpMessage(
    aLookUp({
      found: [
        anExplanation({
          neighbours: [named('Коммит', 13), named('git branch', 20, { isCode: true })],
          related: [named('Индекс', 14), named('Коммит', 13)],
        }),
      ],
      others: [named('Коммит', 13), named('git checkout -b <имя ветки>', 120, { isCode: true })],
    }),
  );
  expect(text(message)).toBe(
    [
      'Ветка\n📖 строка 12\nВЕТКА - подвижный указатель на коммит',
      'Рядом: git branch',
      'Ещё об этом:',
    ].join('\n\n'),
  );
  expect(labels(message)).toEqual([
    ['Коммит · строка 13'],
    ['git checkout -b <имя… · 120'],
    ['Индекс · строка 14'],
    ['Весь раздел', 'Проверить себя'],
  ]);
});

test.each<[Reading, string]>([
  [{ how: 'layout', typed: 'ljrth', readAs: 'докер' }, '«ljrth» в русской раскладке — «докер»'],
  [
    { how: 'layout', typed: 'вщслук зы', readAs: 'docker ps' },
    '«вщслук зы» в английской раскладке — «docker ps»',
  ],
  [{ how: 'name', typed: 'бранч', readAs: 'ветка' }, '«бранч» — в конспекте «ветка»'],
  [
    { how: 'sound', typed: 'докер хаб', readAs: 'docker hub' },
    '«докер хаб» — в конспекте «docker hub»',
  ],
  [{ how: 'slip', typed: 'ветко', readAs: 'ветка' }, '«ветко» — похоже на «ветка»'],
])('how it was read is said first: %j', (reading, words) => {
  expect(text(lookUpMessage(aLookUp({ reading }))).split('\n')[0]).toBe(words);
});

test('of a comparison both stand in one message and are checked together', () => {
  const both = [anExplanation(), anExplanation({ title: 'Тег', line: 15 })];
  const message = lookUpMessage(aLookUp({ found: both }));
  expect(text(message)).toMatch(/^Ветка\n📖 строка 12\n.+\n\nТег\n📖 строка 15\n/);
  expect(message.keyboard).toEqual([
    [
      {
        text: 'Проверить себя',
        tap: { kind: 'check', deckId: 'deck0000001', version: 3, line: 12, other: 15 },
      },
    ],
  ]);
});

test('of two things to compare the one that is not there is named', () => {
  expect(text(lookUpMessage(aLookUp({ missing: 'борщ' })))).toContain(
    'В конспекте этого нет: «борщ».',
  );
});

test('an empty heading is said to be one, never asked about', () => {
  const found = [anExplanation({ kind: 'empty', title: 'Недостатки', line: 50 })];
  const message = lookUpMessage(aLookUp({ found }));
  expect(text(message)).toBe(
    '«Недостатки» есть в конспекте только заголовком: раздел пуст (строка 50).',
  );
  expect(labels(message)).toEqual([['Разделы']]);
});

test('a term left without its meaning is said to be one', () => {
  const quote = [written(57, 'Рецессивный -')];
  const term = anExplanation({ kind: 'empty', title: 'Рецессивный', line: 57, quote });
  const said = (section: string) => text(lookUpMessage(aLookUp({ found: [{ ...term, section }] })));
  expect(said('Признаки')).toBe('«Рецессивный» есть в конспекте, но без определения (строка 57).');
  expect(said('Рецессивный')).toBe(
    '«Рецессивный» есть в конспекте только заголовком: раздел пуст (строка 57).',
  );
});

test('what is quoted already is not offered', () => {
  const quote = [written(13, 'commit - записать'), written(14, 'push - отправить')];
  const found = [anExplanation({ kind: 'section', quote })];
  const others = [named('commit', 13), named('fetch', 20)];
  expect(labels(lookUpMessage(aLookUp({ found, others })))[0]).toEqual(['fetch · строка 20']);
});

test('what was looked for is named without the words of the question', () => {
  const nothing = { query: 'что такое борщ?', missing: 'борщ', found: [] };
  expect(text(lookUpMessage(aLookUp(nothing)))).toBe('В конспекте этого нет: «борщ».');
});

test('what the notes do not have is said, with ways on', () => {
  const nothing = { query: 'борщ «со сметаной»', found: [] };
  expect(text(lookUpMessage(aLookUp(nothing)))).toBe(
    'В конспекте этого нет: «борщ „со сметаной“».',
  );
  expect(labels(lookUpMessage(aLookUp(nothing)))).toEqual([['Разделы']]);
  expect(labels(lookUpMessage(aLookUp({ ...nothing, decks: 2 })))).toEqual([
    ['Разделы', 'Другой конспект'],
  ]);
});

test('an empty heading stands before what other notes say of it', () => {
  const found = [
    anExplanation({
      kind: 'empty',
      title: 'Ветка',
      line: 40,
      deckTitle: 'Лекции',
      canCheck: false,
    }),
    anExplanation({ deckId: 'd2', deckTitle: 'Git' }),
  ];
  const message = lookUpMessage(aLookUp({ found, decks: 2 }));
  expect(text(message)).toMatch(
    /^«Ветка» есть в конспекте только заголовком: раздел пуст \(Лекции, строка 40\)\.\n\nВетка\n📖 Git, строка /u,
  );
  expect(labels(message).at(-1)).toContain('Проверить себя');
});

test('words typed in quotes are not quoted twice', () => {
  const nothing = (query: string) =>
    text(lookUpMessage(aLookUp({ query, found: [], missing: query })));
  expect(nothing('"борщ"')).toBe('В конспекте этого нет: «борщ».');
  expect(nothing('«борщ»')).toBe('В конспекте этого нет: «борщ».');
});

test('several notes are told apart by their title, a line without a name by its section', () => {
  const line = anExplanation({ kind: 'line', section: 'Команды', deckTitle: 'Git', line: 40 });
  expect(text(lookUpMessage(aLookUp({ found: [line], decks: 2 })))).toMatch(
    /^Команды\n📖 Git, строка 40\n/,
  );
});

test('a place reached by a button leads back to the look-up', () => {
  const message = placeMessage(anExplanation({ related: [named('Коммит', 13)] }), 'ветки');
  expect(labels(message)).toEqual([
    ['Коммит · строка 13'],
    ['Весь раздел', 'Проверить себя'],
    ['‹ Назад'],
  ]);
  expect(message.keyboard?.at(-1)?.[0]?.tap).toEqual({ kind: 'found', query: 'ветки' });
  expect(message.keyboard?.[0]?.[0]?.tap).toMatchObject({ kind: 'look', line: 13, query: 'ветки' });
});

const aSection = (lines: SectionText['lines']): SectionText => ({
  ...named('Команды', 20),
  ...{ deckTitle: null, lines },
});

test('a section is read page by page, its commands to be copied', () => {
  const lines = Array.from({ length: 40 }, (_, i) =>
    written(20 + i, `git log -${i}  - показать последние записи: ${i}`, `git log -${i}`),
  );
  const first = sectionMessage(aSection(lines), 0, 'команды');
  expect(text(first)).toMatch(/^Команды\n📖 строки 20–37\ngit log -0 {2}- показать/);
  expect(first.text.markup).toContain('<code>git log -17</code>  - показать');
  expect(first.text.markup).not.toContain('expandable');
  expect(labels(first)).toEqual([['Ещё ›'], ['‹ Назад']]);
  expect(labels(sectionMessage(aSection(lines), 1, ''))).toEqual([
    ['‹ Раньше', 'Ещё ›'],
    ['‹ Назад'],
  ]);
  const beyond = sectionMessage(aSection(lines), 99, '');
  expect(text(beyond)).toContain('строки 56–59');
  expect(labels(beyond)).toEqual([['‹ Раньше'], ['‹ Назад']]);
  const around = sectionMessage({ ...aSection(lines), line: 45 }, null, '');
  expect(text(around)).toContain('📖 строки 38–55');
  expect(text(sectionMessage({ ...aSection(lines), line: 7 }, null, ''))).toContain('строки 20–37');
});

test('the pages of a section hold all of it, a line of any length too', () => {
  const lines = [
    written(1, 'раз'),
    written(2, 'слово '.repeat(1000)),
    written(3, 'я'.repeat(5000)),
  ];
  const shown = pagesOf(lines).flatMap((page) => page.map((line) => line.text));
  const letters = (texts: readonly string[]) => texts.join('').replace(/\s/g, '');
  expect(letters(shown)).toBe(letters(lines.map((line) => line.text)));
  for (const page of pagesOf(lines)) {
    expect(page.reduce((sum, line) => sum + line.text.length, 0)).toBeLessThanOrEqual(900);
  }
});

test('without a word one is asked for, and while a question is open told how', () => {
  const mistakes = { places: [named('Ветка', 12)], areMistakes: true };
  const message = askMessage(mistakes, false);
  expect(text(message)).toBe('Какое слово найти?\n\nПоследние ошибки:');
  expect(labels(message)).toEqual([['Ветка · строка 12']]);
  expect(text(askMessage({ places: [named('Ветка', 12)], areMistakes: false }, true))).toBe(
    'Какое слово найти?\n\nСейчас открыт вопрос, поэтому вместе с командой: /explain слово\n\nНапример:',
  );
});

describe('whatever the notes hold', () => {
  const nasty = `<b>&amp; anna@mail.ru +7 999 123-45-67 @user #tag ${'🙂\u202e</code> word '.repeat(400)}`;
  const huge = (line: number): Explanation =>
    anExplanation({
      ...{ title: nasty, line, section: nasty, deckTitle: nasty },
      quote: [written(line, nasty), written(line + 1, nasty, nasty)],
      neighbours: Array.from({ length: 3 }, (_, i) =>
        named(nasty, line + 10 + i, { isCode: true }),
      ),
      related: Array.from({ length: 5 }, (_, i) => named(nasty, line + 20 + i)),
    });
  const typed = '<b>&amp; \u202e🙂 '.repeat(300);
  const reading: Reading = { how: 'layout', typed, readAs: 'нить '.repeat(300) };
  const others = Array.from({ length: 4 }, (_, i) => named(nasty, 9_999_990 + i));
  const messages = [
    lookUpMessage(
      aLookUp({
        query: typed,
        found: [huge(1), huge(100), huge(200)],
        reading,
        others,
        missing: typed,
      }),
    ),
    lookUpMessage(aLookUp({ query: typed, found: [], decks: 2 })),
    lookUpMessage(aLookUp({ found: [{ ...huge(1), kind: 'empty' }], others })),
    placeMessage({ ...huge(1), kind: 'line' }, 'нить'),
    placeMessage({ ...huge(1), kind: 'command', isCode: true }, 'нить'),
    sectionMessage(
      { ...aSection([written(1, nasty), written(2, nasty)]), title: nasty },
      1,
      'нить',
    ),
    askMessage({ places: others, areMistakes: true }, true),
  ];

  test.each(messages)('a message fits Telegram and shows no personal data', (message) => {
    expect(text(message).length).toBeLessThanOrEqual(4096);
    expect(text(message)).not.toMatch(/mail\.ru|123-45-67/);
    for (const row of message.keyboard ?? []) {
      for (const { text: words, tap } of row) {
        expect(words.length).toBeLessThanOrEqual(row.length === 1 ? 28 : 16);
        expect(words).not.toMatch(/mail\.ru|123-45-67/);
        expect(Buffer.byteLength(pack(tap))).toBeLessThanOrEqual(64);
      }
    }
  });

  test('a card of the inline mode too', () => {
    const card = inlineCard(huge(1));
    expect(visible(card.text).length).toBeLessThanOrEqual(4096);
    expect(card.title.length).toBeLessThanOrEqual(60);
    expect(card.description.length).toBeLessThanOrEqual(120);
    expect(`${card.title} ${card.description} ${visible(card.text)}`).not.toMatch(/mail\.ru/);
  });
});
