import { visible } from '../../../src/bot/html.js';
import type { Message } from '../../../src/bot/message.js';
import {
  decksMessage,
  portionMessage,
  resumeMessage,
  returnMessage,
  stoppedMessage,
  summaryMessage,
  upcomingText,
  welcomeMessage,
} from '../../../src/bot/texts/screens.js';
import type { Home } from '../../../src/study/portion.js';
import { aCommandQuestion, aStep, aSummary, nothingUpcoming } from '../../support/steps.js';

type Portion = Extract<Home, { kind: 'portion' }>;

const aPortion = (changes: Partial<Portion> = {}): Portion => ({
  kind: 'portion',
  deck: { id: 'd1', title: 'Git', isOwn: false, facts: 48 },
  ...{ size: 8, due: 3, minutes: 3, more: 30, upcoming: nothingUpcoming },
  ...{ hasOtherDecks: false, awayDays: 1, isPile: false, hurry: null, exam: null, mistakes: 0 },
  ...changes,
});

/** As read on the phone, with plain spaces. */
const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) =>
  keyboard.map((row) => row.map((button) => button.text.replaceAll('\u00a0', ' ')));

test('a newcomer reads two sentences', () => {
  expect(text(welcomeMessage('Git', 5))).toBe(
    'Здесь спрашивают по конспекту — понемногу, пока не запомнится. Пять вопросов на пробу: Git.\n' +
      'Свой конспект можно прислать в любой момент, файлом или текстом.',
  );
});

test('today’s portion stands behind one «Начать»; only sizes that can be asked are offered', () => {
  expect(text(portionMessage(aPortion()))).toBe('Git — на сегодня 8 вопросов, 3 мин');
  expect(labels(portionMessage(aPortion()))).toEqual([
    ['Начать'],
    ['5', '10', '20'],
    ['По разделам'],
  ]);
  expect(labels(portionMessage(aPortion({ size: 2, more: 4, hasOtherDecks: true })))).toEqual([
    ['Начать'],
    ['5'],
    ['По разделам'],
    ['Другой конспект'],
  ]);
});

test('mistakes and an exam ahead have their place in the portion', () => {
  const exam = { date: '2026-05-28', inDays: 5, today: 75 };
  const message = portionMessage(aPortion({ mistakes: 3, size: 50, exam }));
  expect(text(message)).toBe(
    'Git — на сегодня 50 вопросов, 3 мин\n📅 До экзамена 5 дней, сегодня по плану 75 вопросов',
  );
  expect(labels(message)).toContainEqual(['По разделам', 'Ошибки: 3']);
  const eve = portionMessage(aPortion({ exam: { ...exam, inDays: 1, today: 8 } }));
  expect(text(eve)).toContain('\n📅 Экзамен завтра');
});

test('a day that is done says so and when it goes on', () => {
  const upcoming = { inDays: 1, count: 5, date: '2026-05-21', isNight: false };
  const message = portionMessage(aPortion({ size: 0, more: 3, upcoming }));
  expect(text(message)).toBe('Git — на сегодня всё\nЗавтра 5 вопросов.');
  expect(labels(message)).toEqual([['По разделам']]);
});

test('after a long break nothing is said of what was missed', () => {
  const hurry = { goal: 36, days: 5 };
  const pile = { awayDays: 21, due: 180, size: 15, isPile: true } as const;
  const message = returnMessage(aPortion({ ...pile, hurry }));
  expect(text(message)).toBe(
    'С возвращением! Прогресс на месте.\nК повторению 180 вопросов: по 15 в день — это 12 дней. Начнём с того, что ещё держится в памяти.',
  );
  expect(labels(message)).toEqual([['Начать: 15 вопросов'], ['Быстрее: по 36, 5 дней']]);
  expect(labels(returnMessage(aPortion(pile)))).toEqual([['Начать: 15 вопросов']]);
  expect(text(returnMessage(aPortion({ awayDays: 2 })))).not.toContain('возвращением');
  expect(text(returnMessage(aPortion({ awayDays: 21, due: 12, size: 10 })))).toBe(
    'С возвращением! Прогресс на месте.\nGit — на сегодня 10 вопросов, 3 мин',
  );
});

test('an open sitting is offered first', () => {
  const message = resumeMessage(aStep(aCommandQuestion(), { position: 4 }));
  expect(text(message)).toBe('Продолжим с вопроса 4 из 10?');
  expect(labels(message)).toEqual([['Продолжить', 'Начать заново']]);
});

test('a stopped sitting says its score once there is one', () => {
  expect(text(stoppedMessage(aSummary({ right: 3, answered: 4 }), 5))).toBe(
    'Итог: 3 из 4. Вопрос 5 подождёт.',
  );
  expect(text(stoppedMessage(aSummary({ right: 0, answered: 0 }), 1))).toBe('Вопрос 1 подождёт.');
});

describe('a summary', () => {
  const tomorrow = { inDays: 1, count: 5, date: '2026-05-21', isNight: false };
  const toRepeat = [
    { text: 'Ветка', code: false },
    { text: 'Коммит', code: false },
    { text: 'git log', code: true },
    { text: 'Тег', code: false },
    { text: 'Клон', code: false },
  ];

  test('is anchored with plain spaces and names at most three things', () => {
    const message = summaryMessage(aSummary({ toRepeat, upcoming: tomorrow }));
    expect(message.text.markup).toBe(
      'Итог: 7 из 10\nПовторить: Ветка, Коммит, <code>git log</code> и ещё 2.\nЗавтра 5\u00a0вопросов.',
    );
    expect(labels(message)).toEqual([['Ещё 5', '👎 Плохой вопрос']]);
  });

  test('of a trial says when it is repeated', () => {
    const trial = { sessionKind: 'trial', toRepeat: toRepeat.slice(0, 1) } as const;
    expect(text(summaryMessage(aSummary({ ...trial, upcoming: tomorrow })))).toBe(
      'Итог: 7 из 10\nПовторим завтра: Ветка.',
    );
    const faultless = { ...trial, toRepeat: [], upcoming: tomorrow };
    expect(text(summaryMessage(aSummary(faultless)))).toBe('Итог: 7 из 10\nЗавтра 5 вопросов.');
    const upcoming = { ...tomorrow, isNight: true };
    expect(text(summaryMessage(aSummary({ ...trial, upcoming })))).toContain(
      'Повторим утром: Ветка.',
    );
  });

  test('puts mistakes first', () => {
    expect(labels(summaryMessage(aSummary({ mistakes: 3 })))).toEqual([
      ['Разобрать ошибки: 3'],
      ['Ещё 5', '👎 Плохой вопрос'],
    ]);
  });

  test('after a break comforts instead of naming what was lost', () => {
    const upcoming = { ...tomorrow, count: 15 };
    const back = { right: 9, answered: 15, isAfterBreak: true, isPile: true, toRepeat, upcoming };
    expect(text(summaryMessage(aSummary(back)))).toMatch(
      /^Итог: 9 из 15\nПосле перерыва так и бывает: трудное спросим чаще\. Завтра ещё 15\./,
    );
    const night = aSummary({ ...back, upcoming: { ...upcoming, isNight: true } });
    expect(text(summaryMessage(night))).toContain('Утром ещё 15.');
    expect(text(summaryMessage(aSummary({ ...back, right: 15 })))).not.toContain('перерыва');
  });

  test('points to the sections when nothing more can be asked', () => {
    expect(labels(summaryMessage(aSummary({ more: 0 })))).toEqual([
      ['По разделам', '👎 Плохой вопрос'],
    ]);
  });
});

test.each([
  [{ inDays: 1, count: 1, date: '2026-05-21', isNight: false }, 'Завтра 1 вопрос.'],
  [{ inDays: 1, count: 2, date: '2026-05-21', isNight: true }, 'Утром 2 вопроса.'],
  [{ inDays: 0, count: 3, date: '2026-05-20', isNight: false }, 'Сегодня ещё 3 вопроса.'],
  [{ inDays: 2, count: 3, date: '2026-05-22', isNight: false }, 'Следующие вопросы — в пятницу.'],
  [{ inDays: 6, count: 3, date: '2026-05-26', isNight: false }, 'Следующие вопросы — во вторник.'],
  [{ inDays: 8, count: 3, date: '2026-05-28', isNight: false }, 'Следующие вопросы — 28 мая.'],
])('%j is said as %p', (upcoming, words) => {
  const said = upcomingText(upcoming);
  expect(said && visible(said).replaceAll('\u00a0', ' ')).toBe(words);
});

test('nothing scheduled is not mentioned', () => {
  expect(upcomingText(nothingUpcoming)).toBeNull();
});

test.each([
  [1, '1 вопрос'],
  [2, '2 вопроса'],
  [5, '5 вопросов'],
  [11, '11 вопросов'],
  [21, '21 вопрос'],
  [101, '101 вопрос'],
])('%i agrees with its noun everywhere', (number, words) => {
  expect(text(portionMessage(aPortion({ size: number })))).toContain(`на сегодня ${words}, `);
});

test('many notes are chosen eight a page', () => {
  const decks = Array.from({ length: 19 }, (_, i) => ({
    ...{ id: `d${i}`, title: `Конспект с очень длинным названием ${i}`, isOwn: false, facts: 3 },
  }));
  expect(labels(decksMessage(decks, 0))).toHaveLength(8 + 3);
  expect(labels(decksMessage(decks, 1)).at(-3)).toEqual(['‹ Раньше', 'Ещё ›']);
  expect(labels(decksMessage(decks, 2)).slice(-3)).toEqual([
    ['‹ Раньше'],
    ['Мои конспекты'],
    ['‹ Назад'],
  ]);
  for (const [label] of labels(decksMessage(decks, 0))) expect(label?.length).toBeLessThan(29);
});
