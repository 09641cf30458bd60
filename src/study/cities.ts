/**
 * Cities people name, in any case («в Казани»), and the time zone they mean. In: what somebody typed. Out: an IANA name for
 * the database to check. The first city of a zone is what the zone is called.
 */
import { distance } from '../russian/distance.js';
import { words } from '../russian/fold.js';
import { stem } from '../russian/stem.js';

/** A zone and its cities; a slash parts what one city is called as well. */
const ZONES: readonly (readonly [zone: string, cities: string])[] = [
  [
    'Europe/Moscow',
    'Москва/мск, Санкт-Петербург/Питер/Петербург/спб, Нижний Новгород, Казань, Ростов-на-Дону/Ростов, Воронеж, Краснодар, Сочи, Тула, Ярославль, Рязань, Тверь, Калуга, Курск, Орёл/Орле, Брянск, Смоленск, Белгород, Липецк, Тамбов, Пенза, Иваново, Кострома, Владимир, Вологда, Череповец, Архангельск, Мурманск, Петрозаводск, Сыктывкар, Великий Новгород, Псков, Чебоксары, Йошкар-Ола, Саранск, Набережные Челны/Челны, Ставрополь, Пятигорск, Махачкала, Грозный, Нальчик, Владикавказ, Черкесск, Майкоп, Элиста, Новороссийск, Таганрог, Подольск, Химки, Балашиха, Мытищи, Королёв, Обнинск, Дубна, Севастополь, Симферополь, Ялта',
  ],
  ['Europe/Kaliningrad', 'Калининград'],
  ['Europe/Samara', 'Самара, Тольятти, Ижевск, Сызрань'],
  ['Europe/Saratov', 'Саратов, Энгельс'],
  ['Europe/Volgograd', 'Волгоград, Волжский'],
  ['Europe/Astrakhan', 'Астрахань'],
  ['Europe/Ulyanovsk', 'Ульяновск'],
  ['Europe/Kirov', 'Киров'],
  [
    'Asia/Yekaterinburg',
    'Екатеринбург/екб/Ёбург, Челябинск, Уфа, Пермь, Тюмень, Оренбург, Магнитогорск, Курган, Сургут, Нижний Тагил, Нижневартовск, Ханты-Мансийск, Салехард, Новый Уренгой, Стерлитамак, Тобольск',
  ],
  ['Asia/Omsk', 'Омск'],
  ['Asia/Novosibirsk', 'Новосибирск/нск, Бердск, Академгородок'],
  ['Asia/Krasnoyarsk', 'Красноярск, Абакан, Норильск, Кызыл'],
  ['Asia/Barnaul', 'Барнаул, Бийск, Горно-Алтайск'],
  ['Asia/Tomsk', 'Томск, Северск'],
  ['Asia/Novokuznetsk', 'Новокузнецк, Кемерово, Прокопьевск'],
  ['Asia/Irkutsk', 'Иркутск, Улан-Удэ, Братск, Ангарск'],
  ['Asia/Chita', 'Чита'],
  ['Asia/Yakutsk', 'Якутск, Благовещенск, Нерюнгри'],
  [
    'Asia/Vladivostok',
    'Владивосток, Хабаровск, Комсомольск-на-Амуре/Комсомольск, Уссурийск, Находка, Биробиджан',
  ],
  ['Asia/Magadan', 'Магадан'],
  ['Asia/Sakhalin', 'Южно-Сахалинск/Сахалин'],
  ['Asia/Kamchatka', 'Камчатка/Петропавловск-Камчатский'],
  ['Asia/Anadyr', 'Анадырь'],
  ['Europe/Minsk', 'Минск, Гомель, Гродно, Брест, Витебск, Могилёв'],
  ['Europe/Kyiv', 'Киев, Харьков, Одесса, Львов, Днепр'],
  ['Europe/Chisinau', 'Кишинёв'],
  [
    'Asia/Almaty',
    'Алматы/Алма-Ата, Астана/Нур-Султан, Караганда, Шымкент, Павлодар, Костанай, Усть-Каменогорск, Семей',
  ],
  ['Asia/Aqtau', 'Актау, Атырау, Актобе, Уральск'],
  ['Asia/Tashkent', 'Ташкент, Самарканд, Бухара'],
  ['Asia/Bishkek', 'Бишкек, Ош'],
  ['Asia/Dushanbe', 'Душанбе'],
  ['Asia/Ashgabat', 'Ашхабад'],
  ['Asia/Tbilisi', 'Тбилиси, Батуми'],
  ['Asia/Yerevan', 'Ереван, Гюмри'],
  ['Asia/Baku', 'Баку'],
  ['Europe/Riga', 'Рига'],
  ['Europe/Vilnius', 'Вильнюс'],
  ['Europe/Tallinn', 'Таллин/Таллинн'],
  ['Europe/Helsinki', 'Хельсинки'],
  ['Europe/Warsaw', 'Варшава, Краков, Вроцлав, Гданьск'],
  ['Europe/Prague', 'Прага, Брно'],
  ['Europe/Berlin', 'Берлин, Мюнхен, Гамбург, Кёльн, Франкфурт, Дрезден, Лейпциг'],
  ['Europe/Vienna', 'Вена'],
  ['Europe/Zurich', 'Цюрих, Женева'],
  ['Europe/Budapest', 'Будапешт'],
  ['Europe/Belgrade', 'Белград, Нови-Сад'],
  ['Europe/Podgorica', 'Подгорица, Будва'],
  ['Europe/Sofia', 'София, Варна, Бургас'],
  ['Europe/Bucharest', 'Бухарест'],
  ['Europe/Athens', 'Афины, Салоники'],
  ['Asia/Nicosia', 'Лимасол, Никосия, Ларнака, Пафос, Кипр'],
  ['Europe/Istanbul', 'Стамбул, Анталья, Анкара, Измир, Аланья'],
  ['Asia/Jerusalem', 'Тель-Авив, Иерусалим, Хайфа'],
  ['Europe/Rome', 'Рим, Милан'],
  ['Europe/Paris', 'Париж, Лион, Ницца'],
  ['Europe/Madrid', 'Мадрид, Барселона, Валенсия'],
  ['Europe/Lisbon', 'Лиссабон, Порту'],
  ['Europe/Amsterdam', 'Амстердам'],
  ['Europe/Brussels', 'Брюссель'],
  ['Europe/Stockholm', 'Стокгольм'],
  ['Europe/Oslo', 'Осло'],
  ['Europe/Copenhagen', 'Копенгаген'],
  ['Europe/Dublin', 'Дублин'],
  ['Europe/London', 'Лондон, Манчестер, Эдинбург'],
  ['Asia/Dubai', 'Дубай, Абу-Даби'],
  ['Asia/Tehran', 'Тегеран'],
  ['Asia/Kolkata', 'Дели, Мумбаи, Гоа, Бангалор'],
  ['Asia/Colombo', 'Коломбо, Шри-Ланка'],
  ['Asia/Bangkok', 'Бангкок, Пхукет, Паттайя'],
  ['Asia/Ho_Chi_Minh', 'Хошимин, Ханой, Нячанг, Дананг'],
  ['Asia/Makassar', 'Бали, Денпасар'],
  ['Asia/Jakarta', 'Джакарта'],
  ['Asia/Kuala_Lumpur', 'Куала-Лумпур'],
  ['Asia/Singapore', 'Сингапур'],
  ['Asia/Shanghai', 'Пекин, Шанхай, Шэньчжэнь, Гуанчжоу'],
  ['Asia/Hong_Kong', 'Гонконг'],
  ['Asia/Seoul', 'Сеул'],
  ['Asia/Tokyo', 'Токио, Осака'],
  ['Asia/Ulaanbaatar', 'Улан-Батор'],
  ['Australia/Sydney', 'Сидней, Мельбурн'],
  ['Australia/Brisbane', 'Брисбен'],
  ['Australia/Perth', 'Перт'],
  ['Pacific/Auckland', 'Окленд'],
  ['Africa/Cairo', 'Каир, Хургада, Шарм-эль-Шейх'],
  ['America/New_York', 'Нью-Йорк, Бостон, Вашингтон, Майами, Филадельфия, Атланта'],
  ['America/Toronto', 'Торонто, Монреаль, Оттава'],
  ['America/Chicago', 'Чикаго, Хьюстон, Даллас, Остин'],
  ['America/Denver', 'Денвер'],
  ['America/Los_Angeles', 'Лос-Анджелес, Сан-Франциско, Сиэтл, Портленд'],
  ['America/Vancouver', 'Ванкувер'],
  ['America/Mexico_City', 'Мехико'],
  ['America/Argentina/Buenos_Aires', 'Буэнос-Айрес'],
  ['America/Sao_Paulo', 'Сан-Паулу, Рио-де-Жанейро'],
];

/** Whole hours ahead of Greenwich that a region of Russia keeps, for «МСК+2». */
const RUSSIA: readonly string[] = [
  ...['Europe/Kaliningrad', 'Europe/Moscow', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Omsk'],
  ...['Asia/Krasnoyarsk', 'Asia/Irkutsk', 'Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Magadan'],
  'Asia/Kamchatka',
];
const MOSCOW = 3;
const WESTERNMOST_OF_RUSSIA = 2;

/** Offsets with a part of an hour, in minutes, of zones that keep them all year. */
const UNEVEN = new Map([
  [210, 'Asia/Tehran'],
  [270, 'Asia/Kabul'],
  [330, 'Asia/Kolkata'],
  [345, 'Asia/Kathmandu'],
  [390, 'Asia/Yangon'],
  [570, 'Australia/Darwin'],
]);

const OFFSET =
  /^(utc|gmt|мск|москва)?\s*([+-]\s*\d{1,2})(?:[:.]([0-5]\d))?(?:\s*ч(?:ас[а-я]*)?)?$/u;
/** Stems of what people say around the name of a city. */
const FILLERS = new Set(
  'в во из с со я мы у нас город г жив нахож сейчас московск врем времен по'.split(' '),
);
/** From so many letters on a name may be misspelt in one of them. */
const LONG_NAME = 6;
/** So many letters before its ending make a name. */
const SHORT_START = 4;

interface City {
  readonly zone: string;
  readonly words: readonly string[];
}

const cities: readonly City[] = ZONES.flatMap(([zone, names]) =>
  names.split(/,\s*|\//u).map((name) => ({ zone, words: words(name) })),
);

const names = new Map(ZONES.map(([zone, list]) => [zone, list.split(/[,/]/u)[0] ?? zone] as const));

/** The zone that a typed city or offset means; null when it is neither. Names of zones are left to the database. */
export function zoneMeant(text: string): string | null {
  const line = text.normalize('NFC').toLowerCase().replace(/[−–—]/gu, '-').trim();
  const offset = OFFSET.exec(line);
  if (offset !== null) return zoneOfOffset(offset);
  const said = words(line).filter((word) => !FILLERS.has(stem(word)));
  if (said.length === 0) return /моск/u.test(line) ? 'Europe/Moscow' : null;
  const inflected = cities.find((city) => isCalled(city, said, isInflected));
  const near = cities.filter((city) => isCalled(city, said, isMisspelt));
  const zones = new Set(near.map(({ zone }) => zone));
  return inflected?.zone ?? (zones.size === 1 ? (near[0]?.zone ?? null) : null);
}

const isCalled = (
  city: City,
  said: readonly string[],
  isSame: (name: string, word: string) => boolean,
): boolean =>
  city.words.length === said.length && city.words.every((name, i) => isSame(name, said[i] ?? ''));

/** «Астане» of «Астана»: the same stem, or the same letters up to the ending. */
function isInflected(name: string, word: string): boolean {
  const start = name.slice(0, -1);
  const isLonger = word.length <= name.length + 2 && start.length >= SHORT_START;
  return stem(name) === stem(word) || (isLonger && word.startsWith(start));
}

const isMisspelt = (name: string, word: string): boolean =>
  isInflected(name, word) || (name.length >= LONG_NAME && distance(name, word, 1) <= 1);

function zoneOfOffset([, from = 'utc', hours = '', minutes = '0']: RegExpExecArray): string | null {
  const isMoscow = from === 'мск' || from === 'москва';
  const whole = Number(hours.replaceAll(' ', ''));
  const part = Number(minutes) * (whole < 0 || hours.startsWith('-') ? -1 : 1);
  return zoneAhead((whole + (isMoscow ? MOSCOW : 0)) * 60 + part);
}

/** A zone so many minutes ahead of Greenwich, of Russia where there is one; null when nobody lives there. */
export function zoneAhead(offset: number): string | null {
  if (offset % 60 !== 0) return UNEVEN.get(offset) ?? null;
  const at = offset / 60;
  const region = RUSSIA[at - WESTERNMOST_OF_RUSSIA];
  if (region !== undefined) return region;
  if (at < -12 || at > 14) return null;
  // The sign of these names is turned round: Etc/GMT-1 lies an hour to the east.
  return at === 0 ? 'Etc/UTC' : `Etc/GMT${at > 0 ? '-' : '+'}${Math.abs(at)}`;
}

/** What a zone is called: its best-known city, `UTC+1`, or the end of its name. */
export function placeOf(zone: string): string {
  const known = names.get(zone);
  if (known !== undefined) return known;
  const offset = /^Etc\/GMT([+-])(\d+)$/u.exec(zone);
  if (offset !== null) return `UTC${offset[1] === '-' ? '+' : '−'}${offset[2] ?? ''}`;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
