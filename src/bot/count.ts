/** Numbers with their nouns, dates and lists, as Russian prose has them; a no-break space keeps a number and its noun together. */
import { plural } from '../russian/plural.js';

/** Keeps a number and its noun on one line. */
export const NBSP = '\u00a0';

/** «1 вопрос», «2 вопроса», «5 вопросов». */
export const count = (number: number, one: string, few: string, many: string): string =>
  `${number}${NBSP}${plural(number, one, few, many)}`;

export const questions = (number: number): string => count(number, 'вопрос', 'вопроса', 'вопросов');

export const facts = (number: number): string => count(number, 'факт', 'факта', 'фактов');

export const days = (number: number): string => count(number, 'день', 'дня', 'дней');

const WEEKDAYS = [
  'в воскресенье',
  'в понедельник',
  'во вторник',
  'в среду',
  'в четверг',
  'в пятницу',
  'в субботу',
];

const MONTHS = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
];

/** «в четверг» of an ISO date. */
export function weekday(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** «28 мая» of an ISO date. */
export function dayAndMonth(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${day.getUTCDate()}${NBSP}${MONTHS[day.getUTCMonth()] ?? ''}`;
}
