import { placeOf, zoneMeant } from '../../src/study/cities.js';
import { zoneNamed } from '../../src/db/zones.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

test.each([
  ['Екатеринбург', 'Asia/Yekaterinburg'],
  ['в Екатеринбурге', 'Asia/Yekaterinburg'],
  ['живу в Казани', 'Europe/Moscow'],
  ['из Москвы', 'Europe/Moscow'],
  ['Питер', 'Europe/Moscow'],
  ['в Питере', 'Europe/Moscow'],
  ['спб', 'Europe/Moscow'],
  ['Санкт Петербург', 'Europe/Moscow'],
  ['Нижний Новгород', 'Europe/Moscow'],
  ['в Нижнем Тагиле', 'Asia/Yekaterinburg'],
  ['Новосибирске', 'Asia/Novosibirsk'],
  ['новосибирск', 'Asia/Novosibirsk'],
  ['Навосибирск', 'Asia/Novosibirsk'],
  ['Владивостока', 'Asia/Vladivostok'],
  ['Улан-Удэ', 'Asia/Irkutsk'],
  ['Ростов-на-Дону', 'Europe/Moscow'],
  ['Алматы', 'Asia/Almaty'],
  ['в Астане', 'Asia/Almaty'],
  ['Тбилиси', 'Asia/Tbilisi'],
  ['в Берлине', 'Europe/Berlin'],
  ['Нью-Йорк', 'America/New_York'],
  ['в Нью-Йорке', 'America/New_York'],
  ['город Самара', 'Europe/Samara'],
  ['г. Омск', 'Asia/Omsk'],
  ['московское время', 'Europe/Moscow'],
  ['по московскому времени', 'Europe/Moscow'],
  ['в Орле', 'Europe/Moscow'],
  ['я живу в Уфе', 'Asia/Yekaterinburg'],
  ['мск', 'Europe/Moscow'],
  ['МСК+2', 'Asia/Yekaterinburg'],
  ['мск + 7', 'Asia/Vladivostok'],
  ['мск-1', 'Europe/Kaliningrad'],
  ['+5', 'Asia/Yekaterinburg'],
  ['UTC+3', 'Europe/Moscow'],
  ['GMT−5', 'Etc/GMT+5'],
  ['UTC+1', 'Etc/GMT-1'],
  ['+5:30', 'Asia/Kolkata'],
  ['utc+0', 'Etc/UTC'],
])('%s is %s', (text, zone) => expect(zoneMeant(text)).toBe(zone));

test.each(['', 'где-то', 'Урюпинск', '+25', 'UTC+5:17', 'сорок два', '9:30'])(
  '«%s» is no place we know',
  (text) => expect(zoneMeant(text)).toBeNull(),
);

test('a zone is called by its city, an offset by itself, any other by its own name', () => {
  expect(placeOf('Asia/Yekaterinburg')).toBe('Екатеринбург');
  expect(placeOf('Etc/GMT-1')).toBe('UTC+1');
  expect(placeOf('Etc/GMT+5')).toBe('UTC−5');
  expect(placeOf('America/Port_of_Spain')).toBe('Port of Spain');
});

describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await openTestDatabase()));
  afterAll(() => database.close());

  test('knows every zone of the table', async () => {
    const typed = [
      'Лиссабон',
      'Бали',
      'Нячанг',
      'Актау',
      'Кишинёв',
      'Киев',
      '+4:30',
      '+9:30',
      '-12',
    ];
    for (const zone of typed.map((text) => zoneMeant(text) ?? text)) {
      expect(await zoneNamed(database.db, zone)).toBe(zone);
    }
  });

  test.each(['Foo5', 'GMT+3', 'posix/Europe/Moscow', 'right/UTC', 'localtime', 'UTC+3', ''])(
    'takes «%s» for no zone',
    async (name) => expect(await zoneNamed(database.db, name)).toBeNull(),
  );

  test('finds a zone whatever its case', async () => {
    expect(await zoneNamed(database.db, 'europe/moscow')).toBe('Europe/Moscow');
  });
});
