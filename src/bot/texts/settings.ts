/** /settings in words: every button says what is set now; numbers open a row to choose from, the rest turns over. */
import type { SettingName, Settings } from '../../study/settings.js';
import { dayAndMonth, NBSP } from '../count.js';
import { prose } from '../html.js';
import { inRows, type Button, type Keyboard, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { label } from '../note-text.js';

/** What may be chosen; the numbers are questions or new facts a day. */
const OFFERED: Readonly<Record<SettingName, readonly number[]>> = {
  goal: [5, 8, 10, 15, 20, 30],
  new: [0, 3, 5, 10, 15, 20],
  typing: [0, 1],
  pacing: [0, 1],
};

const PER_ROW = 3;
const LONGEST_LABEL = 28;

/** Is it a value that stands on a button? */
export const isOffered = (it: { setting: SettingName; value: number }): boolean =>
  OFFERED[it.setting].includes(it.value);

/** The screen. */
export const settingsMessage = (settings: Settings): Message => ({
  text: prose`<b>Настройки</b>`,
  keyboard: settingsRows(settings),
});

function settingsRows(settings: Settings): Keyboard {
  const { dailyGoal, newPerDay, isTyping, isPacing, deckTitle } = settings;
  const rows: (Button | null)[] = [
    { text: `Вопросов в день: ${dailyGoal}`, tap: { kind: 'setting', setting: 'goal' } },
    { text: `Новых в день: ${newPerDay}`, tap: { kind: 'setting', setting: 'new' } },
    {
      text: isTyping ? 'Ответы: кнопки и текст' : 'Ответы: только кнопки',
      tap: { kind: 'set', setting: 'typing', value: isTyping ? 0 : 1 },
    },
    {
      text: isPacing ? 'Пауза: всегда' : 'Пауза: после ошибок',
      tap: { kind: 'set', setting: 'pacing', value: isPacing ? 0 : 1 },
    },
    { text: dailyLabel(settings.daily), tap: { kind: 'dailySettings' } },
    { text: `📅 Экзамен: ${dateLabel(settings.exam)}`, tap: { kind: 'exam' } },
    deckTitle === null
      ? null
      : {
          text: label(`Конспект: ${deckTitle}`, LONGEST_LABEL),
          tap: { kind: 'decks', page: 0 },
        },
    { text: restLabel(settings), tap: { kind: 'rests' } },
  ];
  return rows.flatMap((button) => (button === null ? [] : [[button]]));
}

const EVERY_DAY = 0b1111111;

function dailyLabel(daily: Settings['daily']): string {
  if (daily === null) return 'Каждый день: нет';
  const { time, weekdays, stepDays } = daily;
  if (stepDays > 1) return `Раз в неделю в ${time}`;
  return weekdays === EVERY_DAY ? `Каждый день в ${time}` : `По дням недели в ${time}`;
}

const dateLabel = (date: string | null): string =>
  date === null ? 'нет' : dayAndMonth(date).replace(NBSP, ' ');

const restLabel = ({ restUntil }: Settings): string =>
  restUntil === null ? 'Отдохнуть' : `Отдых до ${dateLabel(restUntil)}`;

/** The values of one setting, the present one marked. */
export function chooseMessage(setting: SettingName, settings: Settings): Message {
  const now = setting === 'new' ? settings.newPerDay : settings.dailyGoal;
  const buttons = OFFERED[setting].map((value) => ({
    text: value === now ? `• ${value}` : String(value),
    tap: { kind: 'set', setting, value } as const,
  }));
  return {
    text:
      setting === 'new'
        ? prose`<b>Сколько нового в день?</b> Ноль — только повторять.`
        : prose`<b>Сколько вопросов в день?</b>`,
    keyboard: [...inRows(buttons, PER_ROW), backToSettings],
  };
}

/** The way back to the screen. */
export const backToSettings: Row = [{ text: '‹ Назад', tap: { kind: 'settings' } }];
