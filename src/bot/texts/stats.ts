/** /stats in words: short under the picture, for those who do not see it; longer where there is no picture. */
import type { MasteryCounts, Stats } from '../../study/mastery.js';
import { days, facts, questions } from '../count.js';
import { prose, join, lines, paragraphs, type Html } from '../html.js';
import { beginKeyboard, type Keyboard } from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText } from '../note-text.js';
import { noDecksMessage, upcomingText } from './screens.js';
import { streakText } from './streak.js';

const LONGEST_TITLE = 60;

/** «Освоено 21 из 48, учится 15, новых 12. Серия — 6 дней, рекорд — 34. На этой неделе 31 вопрос.» */
export function statsCaption(stats: Stats): Message {
  const sentences = [masteryText(stats), streakSentence(stats), weekText(stats)];
  return {
    text: lines([join(sentences, ' '), notableStreak(stats)]),
    keyboard: wayRows(stats),
  };
}

/** What leads on; a tap sends a message of its own, for a picture does not turn into text. */
const wayRows = ({ due }: Stats): Keyboard => [
  [{ text: due > 0 ? 'Начать' : 'Вопросы', tap: { kind: 'home' } }],
  [
    { text: 'По разделам', tap: { kind: 'topics', page: 0 } },
    { text: 'Настройки', tap: { kind: 'settings' } },
  ],
];

/** Nothing was answered yet, in these notes or lately: there is nothing to draw. */
export const isUntouched = ({ counts, total, days: past }: Stats): boolean =>
  counts.new === total && past.every(({ answers }) => answers === 0);

/** Somebody without an answer: no numbers, the way to the first ones. */
const untouchedMessage = ({ deckTitle, total }: Stats): Message => ({
  text: paragraphs([
    deckTitle === null ? null : boldNoteText(deckTitle, LONGEST_TITLE),
    prose`Всего ${facts(total)}, все новые. Что освоено, будет видно после первых вопросов.`,
  ]),
  keyboard: beginKeyboard,
});

/** The same numbers without a picture. */
export function statsMessage(stats: Stats): Message {
  if (stats.total === 0) return noDecksMessage;
  if (isUntouched(stats)) return untouchedMessage(stats);
  const { due, deckTitle, upcoming } = stats;
  return {
    text: paragraphs([
      deckTitle === null ? null : boldNoteText(deckTitle, LONGEST_TITLE),
      lines([
        masteryText(stats),
        weekText(stats),
        memoryText(stats),
        due > 0 ? prose`К повторению ${questions(due)}.` : prose`Повторять сегодня нечего.`,
        upcomingText(upcoming),
        aheadText(stats),
        notableStreak(stats) === null ? streakSentence(stats) : notableStreak(stats),
      ]),
      prose`Вопросы — /quiz, разделы — /topics`,
    ]),
  };
}

/** «Освоено 21 из 48, учится 15, новых 12.»; what is zero is left out. */
function masteryText({ counts, total }: Stats): Html {
  const { mastered, learning, new: fresh }: MasteryCounts = counts;
  const parts = [
    ...(mastered > 0 ? [`Освоено ${mastered} из ${total}`] : []),
    ...(learning > 0 ? [`учится ${learning}`] : []),
    ...(fresh > 0 ? [`новых ${fresh}`] : []),
  ];
  if (fresh === total) return prose`Всего ${facts(total)}, все новые.`;
  const said = parts.join(', ');
  return mastered > 0 ? prose`${said}.` : prose`Всего ${facts(total)}: ${said}.`;
}

const weekText = ({ answersThisWeek: week }: Stats): Html =>
  week > 0
    ? prose`На этой неделе ${questions(week)}.`
    : prose`На этой неделе вопросов ещё не было.`;

function streakSentence({ streak }: Stats): Html | null {
  if (streak.record === 0) return null;
  if (streak.days === 0) return prose`Рекорд серии — ${days(streak.record)}.`;
  return streak.record > streak.days
    ? prose`Серия — ${days(streak.days)}, рекорд — ${streak.record}.`
    : prose`Серия — ${days(streak.days)}.`;
}

/** The line of the streak where it says more than its numbers: a day off, a repaired day, a day off earned. */
function notableStreak({ streak }: Stats): Html | null {
  return streak.saved.length > 0 || streak.isDayOffEarned ? streakText(streak) : null;
}

/** Of the present week; null when nothing came back in it. */
function memoryText({ weeks }: Stats): Html | null {
  const week = weeks.at(-1);
  if (week === undefined || week.asked === 0) return null;
  return prose`Из повторённого на этой неделе помнилось ${week.kept} из ${week.asked}.`;
}

function aheadText({ ahead }: Stats): Html | null {
  const later = ahead.slice(1).reduce((sum, count) => sum + count, 0);
  return later > 0 ? prose`За две недели вернётся ещё ${questions(later)}.` : null;
}
