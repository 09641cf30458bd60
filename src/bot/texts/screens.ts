/** What is said between questions: the start, today's portion, the summary, what was reached. One message, one decision. */
import type { DeckSummary, Home, Hurry } from '../../study/portion.js';
import type { Summary, Upcoming } from '../../study/sitting.js';
import type { Step } from '../../study/step.js';
import { count, dayAndMonth, NBSP, questions, weekday } from '../count.js';
import { summaryKeyboard } from '../corrections-keyboard.js';
import { prose, join, lines, type Html } from '../html.js';
import {
  beginKeyboard,
  beginPortion,
  continueKeyboard,
  inRows,
  mistakesOf,
  resumeKeyboard,
  sizeRow,
  toMine,
  type Button,
  type Keyboard,
  type Row,
} from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText, label, noteText, worded } from '../note-text.js';
import { pageOf } from '../pages.js';
import { examAheadText } from './exam.js';
import { streakText } from './streak.js';

type Portion = Extract<Home, { kind: 'portion' }>;

const LONGEST_TITLE = 60;
const LONGEST_TOPIC = 60;
const LONGEST_LABEL = 28;
const TOPICS_SHOWN = 3;
const DECKS_PER_PAGE = 8;
const LONG_BREAK_DAYS = 7;

const TRIAL_SIZES = [
  '',
  'Один вопрос',
  'Два вопроса',
  'Три вопроса',
  'Четыре вопроса',
  'Пять вопросов',
];

const PURPOSE = prose`Здесь спрашивают по конспекту — понемногу, пока не запомнится.`;

/** The first words to a newcomer; the first question follows at once. */
export function welcomeMessage(deckTitle: string, size: number): Message {
  const words = TRIAL_SIZES[size] || questions(size);
  return {
    text: lines([
      prose`${PURPOSE} ${words} на пробу: ${noteText(deckTitle, LONGEST_TITLE)}.`,
      prose`Свой конспект можно прислать в любой момент, файлом или текстом.`,
    ]),
  };
}

/** The first words when there are several notes to begin with. */
export const welcomeChoiceMessage = (decks: readonly DeckSummary[]): Message => ({
  text: prose`${PURPOSE} С какого конспекта начать?`,
  keyboard: deckRows(decks, 0, { deck: 'try', list: 'decks' }),
});

export const noDecksMessage: Message = {
  text: prose`Конспектов пока нет. Пришлите свой: файл .txt, .md, .docx или текст. Помощь — /help`,
};

/** «Продолжим с вопроса 4 из 10?», before anything closes that sitting: what was asked for comes «instead». */
export function resumeMessage({ position, length }: Step, instead?: Button): Message {
  return {
    text: prose`Продолжим с вопроса ${position} из ${length}?`,
    keyboard: resumeKeyboard(instead),
    listens: { yes: { kind: 'continue' }, no: instead?.tap ?? { kind: 'restart' } },
  };
}

/** Today's portion behind one «Начать». */
export function portionMessage(portion: Portion): Message {
  const { deck, size, minutes } = portion;
  const title = boldNoteText(deck.title, LONGEST_TITLE);
  const text =
    size > 0
      ? lines([
          prose`${title} — на сегодня ${questions(size)}, ${minutes}${NBSP}мин`,
          examAheadText(portion),
        ])
      : lines([prose`${title} — на сегодня всё`, upcomingText(portion.upcoming)]);
  return {
    text,
    keyboard: [...(size > 0 ? [begin] : []), ...wayRows(portion)],
    ...(size > 0 && { listens: { yes: { kind: 'portion' } } }),
  };
}

const begin: Row = [{ text: 'Начать', tap: { kind: 'portion' } }];

const wayRows = ({ deck, size, more, mistakes, hasOtherDecks }: Portion): Row[] =>
  [
    sizeRow(size + more),
    [
      { text: 'По разделам', tap: { kind: 'topics', page: 0 } } as const,
      ...(mistakes > 0 ? [mistakesOf(deck.id, mistakes)] : []),
    ],
    hasOtherDecks ? [otherDecks('Другой конспект')] : [],
  ].filter((row) => row.length > 0);

const otherDecks = (text: string) => ({ text, tap: { kind: 'decks', page: 0 } }) as const;

/** /start of somebody who has been here: after a long break nothing is said of what was missed. */
export function returnMessage(portion: Portion): Message {
  if (portion.awayDays < LONG_BREAK_DAYS) return portionMessage(portion);
  const { due, size, hurry } = portion;
  const hello = prose`С возвращением! Прогресс на месте.`;
  if (size === 0 || !portion.isPile) {
    const { text, ...rest } = portionMessage(portion);
    return { text: lines([hello, text]), ...rest };
  }
  const days = count(Math.ceil(due / size), 'день', 'дня', 'дней');
  const plan = prose`К повторению ${questions(due)}: по ${size} в день — это ${days}.`;
  return {
    text: lines([hello, prose`${plan} Начнём с того, что ещё держится в памяти.`]),
    keyboard: [beginPortion(size), ...hurryRow(hurry)],
    listens: { yes: { kind: 'portion' } },
  };
}

const hurryRow = (hurry: Hurry | null): Row[] => {
  if (hurry === null) return [];
  const days = count(hurry.days, 'день', 'дня', 'дней').replace(NBSP, ' ');
  return [[{ text: `Быстрее: по ${hurry.goal}, ${days}`, tap: { kind: 'hurry' } }]];
};

/** The notes to choose from, eight a page. */
export const decksMessage = (decks: readonly DeckSummary[], page: number): Message => ({
  text: prose`Какой конспект спрашивать?`,
  keyboard: [
    ...deckRows(decks, page, { deck: 'deck', list: 'decks' }),
    toMine,
    [{ text: '‹ Назад', tap: { kind: 'home' } }],
  ],
});

/** The same from /topics: the sections of the notes that are chosen. */
export const topicDecksMessage = (decks: readonly DeckSummary[], page: number): Message => ({
  text: prose`Разделы какого конспекта показать?`,
  keyboard: [
    ...deckRows(decks, page, { deck: 'topicsOf', list: 'topicDecks' }),
    [{ text: '‹ Назад', tap: { kind: 'topics', page: 0 } }],
  ],
});

/** What a tap on a deck means, and where the pages of the list are. */
interface DeckList {
  readonly deck: 'deck' | 'try' | 'topicsOf';
  readonly list: 'decks' | 'topicDecks';
}

function deckRows(
  decks: readonly DeckSummary[],
  page: number,
  { deck: kind, list }: DeckList,
): Keyboard {
  const { shown, turns } = pageOf(decks, page, {
    size: DECKS_PER_PAGE,
    tap: (to) => ({ kind: list, page: to }),
  });
  const buttons = shown.map(({ id: deckId, title }) => ({
    text: label(title, LONGEST_LABEL),
    tap: { kind, deckId },
  }));
  return [...inRows(buttons, 1), ...turns];
}

/** `Итог: 7 из 10`, what to repeat, when the next questions come. */
export function summaryMessage(summary: Summary): Message {
  return {
    text: lines([
      prose`Итог: ${summary.right} из ${summary.answered}`,
      ...(isRusty(summary)
        ? [afterBreakText(summary)]
        : [repeatText(summary), saysWhen(summary) ? null : upcomingText(summary.upcoming)]),
      summary.sessionKind === 'trial' ? null : streakText(summary.streak),
    ]),
    keyboard: summaryKeyboard(summary),
  };
}

/** Mistakes on the first day after a break, with more to come: nobody is told what they have forgotten. */
const isRusty = ({ isAfterBreak, isPile, right, answered }: Summary): boolean =>
  isAfterBreak && isPile && right < answered;

function afterBreakText({ upcoming }: Summary): Html {
  const comfort = prose`После перерыва так и бывает: трудное спросим чаще.`;
  if (upcoming.inDays !== 1) return comfort;
  return prose`${comfort} ${upcoming.isNight ? 'Утром' : 'Завтра'} ещё ${upcoming.count}.`;
}

/** After the first questions «Повторим завтра: …» says when already. */
const saysWhen = ({ toRepeat, sessionKind, upcoming }: Summary): boolean =>
  toRepeat.length > 0 && sessionKind === 'trial' && upcoming.inDays === 1;

function repeatText(summary: Summary): Html | null {
  const { toRepeat, upcoming } = summary;
  if (toRepeat.length === 0) return null;
  const shown = toRepeat.slice(0, TOPICS_SHOWN).map((topic) => worded(topic, LONGEST_TOPIC));
  const rest = toRepeat.length - shown.length;
  const names = join(shown, ', ');
  const when = upcoming.isNight ? 'утром' : 'завтра';
  const lead = saysWhen(summary) ? `Повторим ${when}` : 'Повторить';
  return rest > 0 ? prose`${lead}: ${names} и ещё ${rest}.` : prose`${lead}: ${names}.`;
}

/** When the next questions come; null when nothing is scheduled. */
export function upcomingText({ inDays, count: number, date, isNight }: Upcoming): Html | null {
  if (inDays === null || number === 0) return null;
  if (inDays === 0) return prose`Сегодня ещё ${questions(number)}.`;
  if (inDays === 1) return prose`${isNight ? 'Утром' : 'Завтра'} ${questions(number)}.`;
  if (date === null) return null;
  return prose`Следующие вопросы — ${inDays < 7 ? weekday(date) : dayAndMonth(date)}.`;
}

/** A sitting stopped in the middle, said in place of its question. */
export function stoppedMessage(summary: Summary, position: number): Message {
  const score = prose`Итог: ${summary.right} из ${summary.answered}. `;
  return {
    text: prose`${summary.answered > 0 ? score : ''}Вопрос ${position} подождёт.`,
    keyboard: continueKeyboard,
  };
}

export const cancelledMessage: Message = {
  text: prose`Остановлено, ответы сохранены.`,
  keyboard: continueKeyboard,
};

export const nothingToCancelMessage: Message = {
  text: prose`Останавливать нечего.`,
  keyboard: beginKeyboard,
};
