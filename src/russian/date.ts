/**
 * A date as people write it. In: «28 мая», «28.05», «через неделю», «в пятницу», and the date it is. Out: an ISO date, never
 * before today; null for what is no date. A date without a year is the next one of that name.
 */

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const MONTH_WORD =
  /^(?:январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])$/u;

/** Beginnings of the weekdays, Sunday first. */
const WEEKDAYS = ['воскр', 'понед', 'вторн', 'сред', 'четв', 'пятн', 'субб'];

const NUMBERS = new Map([
  ...[
    '',
    'один',
    'два',
    'три',
    'четыре',
    'пять',
    'шесть',
    'семь',
    'восемь',
    'девять',
    'десять',
  ].map((word, number) => [word, number] as const),
  ['две', 2],
  ['пару', 2],
]);

const NEAR = new Map([
  ['сегодня', 0],
  ['завтра', 1],
  ['послезавтра', 2],
]);

/** The date meant by a text, from today on. */
export function readDate(text: string, today: string): string | null {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^\s*экзамен\s+/u, '')
    .replace(/[!.\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const near = NEAR.get(said);
  if (near !== undefined) return daysAfter(today, near);
  return (
    inSomeTime(said, today) ??
    onWeekday(said, today) ??
    inWords(said, today) ??
    inDigits(said, today)
  );
}

/** «через 5 дней», «через неделю», «через две недели», «через месяц» */
function inSomeTime(said: string, today: string): string | null {
  const [, amount = '', unit] =
    /^через (?:(\p{L}+|\d{1,3}) )??(ден|дн|недел|месяц)\p{L}*$/u.exec(said) ?? [];
  if (unit === undefined) return null;
  const number = amount === '' ? 1 : /^\d/u.test(amount) ? Number(amount) : NUMBERS.get(amount);
  if (number === undefined || number === 0) return null;
  if (unit !== 'месяц') return daysAfter(today, number * (unit === 'недел' ? 7 : 1));
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // The 31st of a month without one is its last day.
  const last = new Date(Date.UTC(year, month - 1 + number + 1, 0)).getUTCDate();
  return isoOf(new Date(Date.UTC(year, month - 1 + number, Math.min(day, last))));
}

/** «в пятницу», «пятница»: the next one, never today. */
function onWeekday(said: string, today: string): string | null {
  const word = said.replace(/^(?:во?|эт\p{L}{1,2}) /u, '');
  const wanted = WEEKDAYS.findIndex((start) => word.startsWith(start) && /^\p{L}+$/u.test(word));
  if (wanted < 0) return null;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return daysAfter(today, (wanted - now + 7) % 7 || 7);
}

/** «28 мая», «28 мая 2027 года» */
function inWords(said: string, today: string): string | null {
  const [, day, month = '', year] =
    /^(\d{1,2})(?:-?го)? (\p{L}+)(?: (\d{4})(?: г(?:ода)?)?)?$/u.exec(said) ?? [];
  if (day === undefined || !MONTH_WORD.test(month)) return null;
  const index = MONTHS.findIndex((start) => month.startsWith(start));
  return dateOf({ day: Number(day), month: index + 1, year }, today);
}

/** «28.05», «28.5.27», «28/05/2027», «2027-05-28» */
function inDigits(said: string, today: string): string | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(said) ?? [];
  if (isoYear !== undefined) {
    return dateOf({ day: Number(isoDay), month: Number(isoMonth), year: isoYear }, today);
  }
  const [, day, month, year] =
    /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?: г)?$/u.exec(said) ?? [];
  if (day === undefined) return null;
  return dateOf({ day: Number(day), month: Number(month), year }, today);
}

function dateOf(
  { day, month, year }: { day: number; month: number; year: string | undefined },
  today: string,
): string | null {
  if (year !== undefined) {
    const date = calendarDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
    return date !== null && date >= today ? date : null;
  }
  const thisYear = Number(today.slice(0, 4));
  const dates = [thisYear, thisYear + 1].map((it) => calendarDate(it, month, day));
  return dates.find((date) => date !== null && date >= today) ?? null;
}

/** The date, if the calendar has it. */
function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoOf(date) : null;
}

const daysAfter = (date: string, days: number): string =>
  isoOf(new Date(Date.parse(date) + days * 86_400_000));

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);
