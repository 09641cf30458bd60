/** Days without questions in words. */
import type { Settings } from '../../study/settings.js';
import { dayAndMonth, days } from '../count.js';
import { prose } from '../html.js';
import { beginKeyboard, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { backToSettings } from './settings.js';

const LONGEST_REST = 60;

const OFFERED = [3, 7, 14];

/** Can one rest for so many days? */
export const canRest = (count: number): boolean => count >= 1 && count <= LONGEST_REST;

const lengths: Row = OFFERED.map((count) => ({
  text: days(count),
  tap: { kind: 'rest', days: count },
}));

/** A number of days that nobody can rest for. */
export const restsMessage: Message = {
  text: prose`Отдохнуть можно от 1 до ${days(LONGEST_REST)}. На сколько?`,
  keyboard: [lengths],
};

/** /pause alone: how long, or until when; from /settings it leads back there. */
export function restingMessage(settings: Settings, { isScreen }: { isScreen: boolean }): Message {
  const { text, keyboard = [] } =
    settings.restUntil === null
      ? { text: prose`<b>На сколько дней отдохнуть?</b> Серия подождёт.`, keyboard: [lengths] }
      : restMessage(settings);
  return { text, keyboard: isScreen ? [...keyboard, backToSettings] : keyboard };
}

/** «Отдыхайте до 30 мая: вопросов не будет, серия подождёт.» Or the end of it. */
export function restMessage({ restUntil }: Settings): Message {
  if (restUntil === null) {
    return { text: prose`С возвращением! Прогресс на месте.`, keyboard: beginKeyboard };
  }
  return {
    text: prose`Отдыхайте до ${dayAndMonth(restUntil)}: вопросов не будет, серия подождёт.`,
    keyboard: [[{ text: 'Вернуться раньше', tap: { kind: 'rest', days: 0 } }]],
  };
}
