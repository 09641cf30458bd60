/** Every text with a number in it, said with 0, 1, 2, 5, 11, 21 and 101: nouns agree, labels fit, the tone stays. */
import { visible } from '../../src/bot/html.js';
import { WIDTHS } from '../../src/bot/keyboards.js';
import type { Message } from '../../src/bot/message.js';
import { heldMessage, leavingMessage } from '../../src/bot/texts/decks.js';
import { deleteMessage, restoredMessage } from '../../src/bot/texts/own-data.js';
import { pasteMessage } from '../../src/bot/texts/paste.js';
import { refusedMessage } from '../../src/bot/texts/refusals.js';
import { reportMessage } from '../../src/bot/texts/report.js';
import {
  portionMessage,
  returnMessage,
  stoppedMessage,
  summaryMessage,
  welcomeMessage,
} from '../../src/bot/texts/screens.js';
import { statsCaption, statsMessage } from '../../src/bot/texts/stats.js';
import { plural } from '../../src/russian/plural.js';
import type { Home } from '../../src/study/portion.js';
import { aStats } from '../support/stats.js';
import { aStreak, aSummary, nothingUpcoming } from '../support/steps.js';

const NUMBERS = [0, 1, 2, 5, 11, 21, 101];

/** The nouns of the bot: one, few, many. */
const NOUNS = [
  ['вопрос', 'вопроса', 'вопросов'],
  ['факт', 'факта', 'фактов'],
  ['раздел', 'раздела', 'разделов'],
  ['строка', 'строки', 'строк'],
  ['ошибка', 'ошибки', 'ошибок'],
  ['пункт', 'пункта', 'пунктов'],
  ['день', 'дня', 'дней'],
  ['выходной', 'выходных', 'выходных'],
  ['конспект', 'конспекта', 'конспектов'],
  ['ответ', 'ответа', 'ответов'],
  ['новый', 'новых', 'новых'],
  ['сообщение', 'сообщения', 'сообщений'],
] as const;

type Portion = Extract<Home, { kind: 'portion' }>;

const aPortion = (n: number, changes: Partial<Portion> = {}): Portion => ({
  ...{ kind: 'portion', size: n, due: n, isPile: false, hurry: null, exam: null },
  ...{ deck: { id: 'd1', title: 'Git', facts: n, isOwn: false }, mistakes: n, minutes: n },
  ...{ more: n, hasOtherDecks: true, awayDays: 0 },
  upcoming: { inDays: 1, count: n, date: '2026-05-21', isNight: false },
  ...changes,
});

const topic = (text: string) => ({ text, code: false });

/** Everything that is said with a number, by what it is. */
const said: Readonly<Record<string, (n: number) => Message>> = {
  welcome: (n) => welcomeMessage('Git', n),
  portion: (n) => portionMessage(aPortion(n)),
  return: (n) => returnMessage(aPortion(n, { awayDays: 21, isPile: true })),
  hurry: (n) =>
    returnMessage(aPortion(n, { awayDays: 21, isPile: true, hurry: { goal: n, days: n } })),
  stopped: (n) => stoppedMessage(aSummary({ right: n, answered: n }), n),
  summary: (n) =>
    summaryMessage(
      aSummary({
        ...{ right: n, answered: n, length: n, mistakes: n, more: n },
        toRepeat: ['Ветка', 'Коммит', 'Индекс', 'Клон', 'Тег'].map(topic),
        upcoming: { inDays: 1, count: n, date: '2026-05-21', isNight: false },
        streak: aStreak({ days: n, daysOff: n, record: n, isDayOffEarned: true }),
      }),
    ),
  today: (n) => summaryMessage(aSummary({ upcoming: { ...nothingUpcoming, inDays: 0, count: n } })),
  stats: (n) =>
    statsMessage(
      aStats({
        ...{ total: 3 * n, answersThisWeek: n, answersToday: n, rightToday: n, due: n },
        counts: { mastered: n, learning: n, new: n },
        streak: aStreak({ days: n, record: n }),
      }),
    ),
  caption: (n) =>
    statsCaption(
      aStats({
        ...{ total: 3 * n, answersThisWeek: n, due: n, streak: aStreak({ days: n, record: n }) },
        counts: { mastered: n, learning: n, new: n },
      }),
    ),
  report: (n) =>
    reportMessage({
      ...{ deckId: 'd1', title: 'Git', isOwn: true, facts: n, checked: Math.floor(n / 2) },
      ...{ gaps: n, unclear: n, conflicts: n },
    }),
  held: (n) => heldMessage({ deckId: 'd1', title: 'Git', isOwn: true, learners: n }),
  leaving: (n) => leavingMessage({ deckId: 'd1', title: 'Git', isOwn: true, learners: n }),
  paste: (n) =>
    pasteMessage({
      ...{ id: 'p1', learnerId: 1, parts: n, lastPart: 5, isWanted: false },
      ...{ messageId: null, quietIn: 0 },
    }),
  tooOften: (n) => refusedMessage({ reason: 'too-often', most: 5, minutes: n }, 1_048_576),
  delete: (n) => deleteMessage(n),
  restored: (n) => restoredMessage({ kind: 'restored', decks: n, cards: n, answers: n }),
};

/** What is not said at all when there is nothing. */
const NEVER_NONE = new Set(['welcome', 'stopped', 'report', 'caption', 'paste', 'tooOften']);

const cases = Object.entries(said).flatMap(([name, text]) =>
  NUMBERS.filter((n) => n > 0 || !NEVER_NONE.has(name)).map((n) => [name, n, text(n)] as const),
);

const words = ({ text }: Message): string => visible(text).replaceAll('\u00a0', ' ');

test.each(cases)('%s with %i: nouns agree with their numbers', (_name, _n, message) => {
  const wrong = [...words(message).matchAll(/(?<![\d:.–-])(\d+) (\p{Ll}+)/gu)].filter(
    ([, number, noun = '']) => {
      const forms = NOUNS.find((it) => it.some((form) => form === noun));
      return forms !== undefined && plural(Number(number), forms[0], forms[1], forms[2]) !== noun;
    },
  );
  expect(wrong.map(([pair]) => pair)).toEqual([]);
});

test.each(cases)(
  '%s with %i: no verb stands beside a number it may not fit, and zero is words',
  (_name, _n, message) => {
    // «учат ещё 1 человек», «осталось 2»: the phrase is turned round instead.
    expect(words(message)).not.toMatch(/(?:учат|ждут|вернулись|исчезнут|останутся) (?:ещё )?\d/u);
    expect(words(message)).not.toMatch(/ 0 (?!из )\p{L}/u);
  },
);

test.each(cases)('%s with %i: labels fit their rows', (_name, _n, { keyboard = [] }) => {
  const width = (label: string): number =>
    [...label].reduce((sum, sign) => sum + (/\p{Extended_Pictographic}/u.test(sign) ? 2 : 1), 0);
  const wide = keyboard.flatMap((row) =>
    row.map(({ text }) => text).filter((text) => width(text) > (WIDTHS[row.length] ?? 0)),
  );
  expect(wide).toEqual([]);
});
