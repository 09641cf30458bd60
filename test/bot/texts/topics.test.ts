import { visible } from '../../../src/bot/html.js';
import type { Message } from '../../../src/bot/message.js';
import {
  bar,
  gapMessage,
  gapsMessage,
  shareTopicsMessage,
  topicMessage,
  topicsMessage,
} from '../../../src/bot/texts/topics.js';
import type { TopicRow, Topics } from '../../../src/study/mastery.js';

const row = (index: number, changes: Partial<TopicRow> = {}): TopicRow => ({
  ...{ index, title: `Раздел ${index}`, line: index * 10, isEmpty: false, due: 0 },
  ...{ mastered: 0, learning: 0, new: 5 },
  ...changes,
});

const topics = (sections: readonly TopicRow[], changes: Partial<Topics> = {}): Topics => ({
  deck: { id: 'd1', title: 'Git', isOwn: false, facts: 48 },
  ...{ version: 4, hasOtherDecks: false, sections },
  counts: { mastered: 21, learning: 15, new: 12 },
  ...changes,
});

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) => keyboard.map((it) => it.map((b) => b.text));
const empty = (index: number) => row(index, { isEmpty: true, new: 0 });

test('sections have bars and what is due; empty ones are named apart', () => {
  const sections = [
    row(0, { title: 'Ветки', mastered: 3, learning: 0, new: 2, due: 2 }),
    ...[empty(1), empty(2), empty(3), empty(4)],
    row(5, { title: 'Файл .gitignore' }),
  ];
  const message = topicsMessage(topics(sections, { hasOtherDecks: true }), 0);
  expect(text(message)).toBe(
    [
      'Git — освоено 21 из 48',
      '1. Ветки ▰▰▰▱▱ сегодня 2',
      '2. Файл .gitignore ▱▱▱▱▱',
      'Пусто: Раздел 1, Раздел 2, Раздел 3 и ещё 1',
    ].join('\n'),
  );
  expect(labels(message)).toEqual([
    ['1', '2'],
    ['Пустые: 4', 'Ещё конспекты'],
    ['Поделиться разделом'],
  ]);
  expect(message.keyboard?.[0]?.[1]?.tap).toEqual({
    ...{ kind: 'section', deckId: 'd1', index: 5, version: 4 },
  });
});

test('a page holds eight sections, numbers go on over the pages', () => {
  const sections = Array.from({ length: 19 }, (_, i) => row(i));
  expect(labels(topicsMessage(topics(sections), 0))).toEqual([
    ['1', '2', '3', '4'],
    ['5', '6', '7', '8'],
    ['Ещё ›'],
    ['Поделиться разделом'],
  ]);
  expect(labels(topicsMessage(topics(sections), 2))).toEqual([
    ['17', '18', '19'],
    ['‹ Раньше'],
    ['Поделиться разделом'],
  ]);
  expect(labels(topicsMessage(topics(sections), 77))[0]).toEqual(['17', '18', '19']);
});

test.each([
  [0, 0, 5, '▱▱▱▱▱'],
  [0, 1, 20, '▰▱▱▱▱'],
  [0, 5, 0, '▰▰▱▱▱'],
  [4, 1, 0, '▰▰▰▰▱'],
  [5, 0, 0, '▰▰▰▰▰'],
])('%i mastered, %i learning, %i new: %s', (mastered, learning, fresh, expected) => {
  expect(bar(row(0, { mastered, learning, new: fresh }))).toBe(expected);
});

test('zero is words in the header', () => {
  const header = (mastered: number, learning: number) =>
    text(topicsMessage(topics([], { counts: { mastered, learning, new: 5 } }), 0));
  expect(header(0, 0)).toBe('Git — 5 фактов');
  expect(header(0, 3)).toBe('Git — учится 3 из 8');
});

test('an empty section says that it is empty, with the way back', () => {
  const message = gapMessage(empty(5), false);
  expect(text(message)).toBe('Раздел 5, строка 50\nВ этом конспекте раздел пока пуст.');
  expect(labels(message)).toEqual([['‹ Назад']]);
  expect(text(gapMessage(empty(5), true))).toBe(
    'Раздел 5, строка 50\nРаздел пуст — допишите конспект и пришлите файл снова: прогресс сохранится.',
  );
  expect(labels(gapsMessage(topics([row(0), empty(3)]), 0))).toEqual([['1'], ['‹ Назад']]);
});

test('a section behind a link says how far it is and begins with one tap', () => {
  const branches = row(2, { title: 'Ветки', mastered: 3, new: 2, due: 2 });
  const message = topicMessage(topics([row(0), empty(1), branches]), branches);
  expect(text(message)).toBe('Ветки, строка 20\n▰▰▰▱▱ освоено 3 из 5, сегодня 2');
  expect(labels(message)).toEqual([['Начать'], ['Разделы']]);
  expect(text(topicMessage(topics([empty(0)]), empty(0)))).toContain('раздел пока пуст');
});

test('only sections with something to ask have an address', () => {
  const message = shareTopicsMessage(topics([row(0), empty(1), row(2)]), 0, 'git_bot');
  expect(text(message)).toBe(
    [
      'Ссылка открывает раздел',
      '1. Раздел 0\nhttps://t.me/git_bot?start=t_d1_0',
      '2. Раздел 2\nhttps://t.me/git_bot?start=t_d1_2',
    ].join('\n\n'),
  );
});
