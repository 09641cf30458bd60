/**
 * A time of the day as people write it: «9:30», «21.00», «в 9 утра», «полдевятого», «без четверти восемь вечера».
 * In: a line. Out: `9:30`, 24 hours; null when it is no time. An hour without a word for the part of the day is taken as it
 * stands: «в 8» is the morning.
 */
import { words } from '../russian/fold.js';

const HOURS: readonly (readonly string[])[] = [
  ['ноль', 'нуля'],
  ['час', 'часу', 'один', 'первого'],
  ['два', 'двух', 'второго'],
  ['три', 'трех', 'третьего'],
  ['четыре', 'четырех', 'четвертого'],
  ['пять', 'пяти', 'пятого'],
  ['шесть', 'шести', 'шестого'],
  ['семь', 'семи', 'седьмого'],
  ['восемь', 'восьми', 'восьмого'],
  ['девять', 'девяти', 'девятого'],
  ['десять', 'десяти', 'десятого'],
  ['одиннадцать', 'одиннадцати', 'одиннадцатого'],
  ['двенадцать', 'двенадцати', 'двенадцатого'],
];

const MINUTES = new Map([
  ['пять', 5],
  ['пяти', 5],
  ['десять', 10],
  ['десяти', 10],
  ['пятнадцать', 15],
  ['пятнадцати', 15],
  ['четверть', 15],
  ['четверти', 15],
  ['двадцать', 20],
  ['двадцати', 20],
  ['тридцать', 30],
  ['сорок', 40],
  ['пятьдесят', 50],
]);

/** Words that say nothing about the time. */
const FILLERS = new Set(
  'в во к около где то ровно примерно часов часа ч мин минут минуты минута каждый день давайте можно лучше пусть будет утром и'.split(
    ' ',
  ),
);

type Part = 'утра' | 'дня' | 'вечера' | 'ночи';
const PARTS = new Map<string, Part>([
  ['утра', 'утра'],
  ['дня', 'дня'],
  ['вечера', 'вечера'],
  ['вечером', 'вечера'],
  ['днем', 'дня'],
  ['ночи', 'ночи'],
  ['ночью', 'ночи'],
]);

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** The time a line says. */
export function timeIn(text: string): string | null {
  const line = words(text.replace(/(\d)\s*ч(?:ас(?:ов|а)?)?\.?(?![\p{L}])/giu, '$1 ч '));
  const part = line.map((word) => PARTS.get(word)).find((it) => it !== undefined);
  const said = line.filter((word) => !FILLERS.has(word) && !PARTS.has(word));
  const clock = clockOf(said, part);
  if (clock === null) return null;
  const hour = hourOf(clock.hour, part);
  if (hour === null || clock.minute > 59) return null;
  return `${hour}:${String(clock.minute).padStart(2, '0')}`;
}

function clockOf(said: readonly string[], part: Part | undefined): Clock | null {
  const [first = '', second, third] = said;
  if (said.length === 1) {
    if (first === 'полдень') return { hour: 12, minute: 0 };
    if (first === 'полночь') return { hour: 0, minute: 0 };
    const half = /^пол(.+)$/u.exec(first)?.[1];
    if (half !== undefined) return before(hourNamed(half), 30);
    const run = /^(\d{1,2})(\d\d)$/u.exec(first);
    if (run !== null) return { hour: Number(run[1]), minute: Number(run[2]) };
  }
  if ((first === 'половина' || first === 'пол') && said.length === 2) {
    return before(hourNamed(second), 30);
  }
  if (first === 'без' && said.length === 3) return before(hourNamed(third), minutesNamed(second));
  // «Четверть десятого»: a quarter into the tenth hour.
  if (said.length === 2 && /ого$|его$/u.test(second ?? '')) {
    const into = minutesNamed(first);
    return into === null ? null : before(hourNamed(second), 60 - into);
  }
  const hour = hourNamed(first) ?? (part !== undefined && first === '' ? 1 : null);
  if (hour === null || said.length > 3) return null;
  if (said.length <= 1) return { hour, minute: 0 };
  const ones = said.length === 3 ? (minutesNamed(third) ?? NaN) : 0;
  const minute = (minutesNamed(second) ?? NaN) + ones;
  return Number.isInteger(minute) ? { hour, minute } : null;
}

/** So many minutes before an hour strikes. */
function before(hour: number | null, minutes: number | null): Clock | null {
  if (hour === null || minutes === null || minutes < 1 || minutes > 59) return null;
  return { hour: hour === 0 ? 23 : hour - 1, minute: 60 - minutes };
}

function hourNamed(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d{1,2}$/u.test(word)) return Number(word);
  const at = HOURS.findIndex((forms) => forms.includes(word));
  return at < 0 ? null : at;
}

function minutesNamed(word: string | undefined): number | null {
  if (word === undefined) return null;
  return /^\d{1,2}$/u.test(word) ? Number(word) : (MINUTES.get(word) ?? null);
}

/** «6 вечера» is 18, «12 ночи» is 0, «11 дня» is 11; an hour beyond twelve stands as it is. */
function hourOf(hour: number, part: Part | undefined): number | null {
  if (hour > 24) return null;
  if (hour === 24 || (hour === 12 && part === 'ночи')) return 0;
  if (hour >= 12) return hour;
  const isAfternoon =
    part === 'вечера' || (part === 'дня' && hour < 9) || (part === 'ночи' && hour >= 9);
  return isAfternoon ? hour + 12 : hour;
}
