/** Questions every day, in words: the offer, /daily with its screens, the farewell. In: a schedule. Out: messages. */
import type { Tap } from '../tap.js';
import { dayAndMonth, NBSP, questions } from '../count.js';
import { lines, prose, type Html } from '../html.js';
import { inRows, type Button, type Keyboard, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import type { Daily, DailyOffer } from '../../study/daily.js';

const HOURS = ['8:00', '9:00', '13:00', '20:00'];
const OFFERED_HOURS = ['9:00', '13:00', '20:00'];
const SIZES = [5, 8, 10, 15, 20, 30];
const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
const EVERY_DAY = 0b1111111;
const WORKDAYS = 0b0011111;
const WEEKEND = 0b1100000;

/** City and zone, an hour apart, from west to east. */
const CITIES = [
  ['Калининград', 'Europe/Kaliningrad'],
  ['Москва', 'Europe/Moscow'],
  ['Самара', 'Europe/Samara'],
  ['Екатеринбург', 'Asia/Yekaterinburg'],
  ['Омск', 'Asia/Omsk'],
  ['Новосибирск', 'Asia/Novosibirsk'],
  ['Иркутск', 'Asia/Irkutsk'],
  ['Якутск', 'Asia/Yakutsk'],
  ['Владивосток', 'Asia/Vladivostok'],
  ['Магадан', 'Asia/Magadan'],
  ['Камчатка', 'Asia/Kamchatka'],
  ['Минск', 'Europe/Minsk'],
] as const;

/** /daily. */
export function dailyMessage(daily: Daily): Message {
  const { isOn, restUntil } = daily;
  const rest =
    isOn && restUntil !== null
      ? prose`Отдых: вопросов не будет до ${dayAndMonth(restUntil)}.`
      : null;
  return {
    text: isOn ? lines([statusText(daily), rest]) : offText(daily),
    keyboard: isOn ? onRows(daily) : offRows(daily),
    listens: { hears: { kind: 'time' } },
  };
}

function statusText({ time, weekdays, stepDays, place, clock, goal }: Daily): Html {
  const isDaily = stepDays === 1 && weekdays === EVERY_DAY;
  const often = stepDays > 1 ? 'Раз в неделю' : isDaily ? 'Каждый день' : 'Вопросы';
  const days = stepDays > 1 && weekdays === EVERY_DAY ? '' : `, ${daysText(weekdays)}`;
  return prose`☀️ <b>${often} в${NBSP}${time}</b> · ${place}, сейчас ${clock}, ${questions(goal)}${days}`;
}

const offText = ({ place, clock }: Daily): Html =>
  lines([
    prose`☀️ <b>Ежедневные вопросы выключены</b> · ${place}, сейчас ${clock}`,
    prose`Во сколько присылать?`,
  ]);

function daysText(weekdays: number): string {
  if (weekdays === EVERY_DAY) return 'все дни';
  if (weekdays === WORKDAYS) return 'по будням';
  if (weekdays === WEEKEND) return 'по выходным';
  return WEEKDAYS.filter((_, day) => hasDay(weekdays, day)).join(', ');
}

const hasDay = (weekdays: number, day: number): boolean => ((weekdays >> day) & 1) === 1;

const askTime: Tap = { kind: 'dailyTyping', asks: 'time' };
const otherTime: Button = { text: 'Другое время', tap: askTime };
const otherCity: Button = { text: 'Другой город', tap: { kind: 'dailyTyping', asks: 'place' } };
const back: Row = [{ text: '‹ Назад', tap: { kind: 'daily' } }];
const off: Button = { text: 'Выключить', tap: { kind: 'dailyOff' } };

function onRows({ time, stepDays, goal }: Daily): Keyboard {
  return [
    hourRow(time),
    [otherTime, { text: 'Дни недели', tap: { kind: 'dailyDays' } }],
    [otherCity, { text: `Вопросов: ${goal}`, tap: { kind: 'dailySizes' } }],
    stepDays > 1 ? [{ text: 'Каждый день', tap: { kind: 'dailyOn', stepDays: 1 } }, off] : [off],
  ];
}

const offRows = (_: Daily): Keyboard => [hourRow(null), [otherTime, otherCity]];

/** Four labels in a row have six signs each: the mark of a long one stands close to it. */
function hourRow(chosen: string | null): Row {
  return HOURS.map((time) => ({
    text: time !== chosen ? time : time.length < 5 ? `• ${time}` : `•${time}`,
    tap: { kind: 'dailyTime', minute: minuteOf(time) },
  }));
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** `9:30` of the minute 570 of the day. */
export const timeOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** The zone is not known for sure: is this the learner's clock? */
export const confirmMessage = (daily: Daily): Message => ({
  text: prose`☀️ ${whenText(daily)}. Сейчас у вас ${daily.clock}?`,
  keyboard: [[{ text: 'Да', tap: { kind: 'dailyYes' } }, otherCity]],
  listens: {
    yes: { kind: 'dailyYes' },
    no: { kind: 'dailyTyping', asks: 'clock' },
    hears: { kind: 'clock' },
  },
});

/** All is chosen. */
export const settledMessage = (daily: Daily): Message => ({
  text: prose`☀️ ${whenText(daily)}. Поменять — /daily`,
});

function whenText({ time, place, weekdays, stepDays }: Daily): string {
  const often = stepDays > 1 ? 'Раз в неделю' : weekdays === EVERY_DAY ? 'Каждый день' : 'Вопросы';
  const days = weekdays === EVERY_DAY ? '' : ` ${daysText(weekdays)}`;
  return `${often} в${NBSP}${time}${days}${place === 'Москва' ? ' по Москве' : `, ${place}`}`;
}

/** The days of the week, each a switch; one at least stays on. */
export function daysMessage({ weekdays }: Daily): Message {
  const buttons = WEEKDAYS.map((name, day): Button => {
    const isOn = hasDay(weekdays, day);
    return {
      text: isOn ? `• ${name}` : name,
      tap: { kind: 'dailyWeekdays', weekdays: weekdays ^ (1 << day) },
    };
  });
  const shortcuts: Row = [
    { text: 'Все дни', tap: { kind: 'dailyWeekdays', weekdays: EVERY_DAY } },
    { text: 'По будням', tap: { kind: 'dailyWeekdays', weekdays: WORKDAYS } },
  ];
  return {
    text: prose`По каким дням присылать?`,
    keyboard: [...inRows(buttons, 4), shortcuts, back],
  };
}

/** How many questions a day. */
export function sizesMessage({ goal }: Daily): Message {
  const buttons = SIZES.map((size): Button => ({
    text: size === goal ? `• ${size}` : `${size}`,
    tap: { kind: 'dailySize', size },
  }));
  return { text: prose`Сколько вопросов в день?`, keyboard: [...inRows(buttons, 3), back] };
}

/** Does the size stand on a button? */
export const isDailySize = (size: number): boolean => SIZES.includes(size);

/** A time is to be typed. */
export const askTimeMessage: Message = {
  text: prose`Во сколько присылать? Напишите время: «9:30» или «в 9 утра».`,
  keyboard: [back],
};

const placeRows: Keyboard = [
  ...inRows(
    CITIES.map(([text, zone]): Button => ({ text, tap: { kind: 'dailyZone', zone } })),
    2,
  ),
  back,
];

/** A city is to be chosen or typed. */
export const askPlaceMessage: Message = {
  text: prose`В каком городе вы живёте? Если его нет на кнопках, напишите: «Казань», «Алматы». Подойдёт и сдвиг: «МСК+2», «UTC+5».`,
  keyboard: placeRows,
};

/** The clock shown is not the learner's: theirs says where they are. */
export const askClockMessage: Message = {
  text: prose`Сколько сейчас у вас? Напишите время, например «16:05», или выберите город.`,
  keyboard: placeRows,
};

export const unreadTimeMessage: Message = {
  text: prose`Не получилось прочитать время. Напишите, например, «9:30» или «в 9 утра».`,
  keyboard: [back],
};

export const unknownPlaceMessage: Message = {
  text: prose`Такого города в списке нет. Напишите город покрупнее рядом или сдвиг: «МСК+2», «UTC+5».`,
  keyboard: [back],
};

/** At the end of the first sitting, and after a silence. */
export const offerMessage = ({ kind, daily }: DailyOffer): Message =>
  kind === 'first' ? firstOffer(daily) : returnOffer(daily);

function firstOffer({ place }: Daily): Message {
  const zone =
    place === 'Москва' ? `, время московское${NBSP}— его` : `. Часовой пояс: ${place}, его`;
  return {
    text: prose`<b>Присылать вопросы каждый день?</b> Пара минут${zone} можно поменять.`,
    keyboard: [
      OFFERED_HOURS.map((time): Button => ({
        text: `В ${time}`,
        tap: { kind: 'dailyTime', minute: minuteOf(time) },
      })),
      [otherTime, { text: 'Не сейчас', tap: { kind: 'dailyNo' } }],
    ],
    listens: { yes: askTime, no: { kind: 'dailyNo' }, hears: { kind: 'time' } },
  };
}

const returnOffer = ({ time }: Daily): Message => ({
  text: prose`<b>Вернуть вопросы в${NBSP}${time}?</b>`,
  keyboard: [
    [
      { text: 'Да', tap: { kind: 'dailyOn', stepDays: 1 } },
      { text: 'Нет', tap: { kind: 'dailyNo' } },
    ],
    [otherTime],
  ],
  listens: {
    yes: { kind: 'dailyOn', stepDays: 1 },
    no: { kind: 'dailyNo' },
    hears: { kind: 'time' },
  },
});

/** The offer was declined. */
export const declinedMessage: Message = {
  text: prose`Хорошо. Включить можно в любой момент — /daily`,
};

/** Once, after a week of pushes without an answer. */
export const farewellMessage: Message = {
  text: prose`☀️ Ежедневные вопросы на паузе, чтобы не отвлекать. Прогресс на месте.`,
  keyboard: [
    [
      { text: 'Включить снова', tap: { kind: 'dailyOn', stepDays: 1 } },
      { text: 'Раз в неделю', tap: { kind: 'dailyOn', stepDays: 7 } },
    ],
  ],
};
