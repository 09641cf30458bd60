/** From /settings into the screens of others, and back, however far one went. */
import { labels, begin, notes, openBot, said, type OpenBot } from '../support/open-bot.js';
import { GIT } from '../support/git-notes.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
  await bot.anna.say('/settings');
});
afterEach(() => bot.close());

const screen = () => {
  const message = bot.anna.newest({ withButtons: true });
  if (message === undefined) throw new Error('no screen');
  return message;
};

async function press(...buttons: string[]): Promise<void> {
  for (const button of buttons) await bot.anna.press(screen(), button);
}

const isSettings = () => expect(screen().text).toBe('Настройки');

describe('«‹ Назад» leads to /settings from', () => {
  const ways = [
    [['Каждый день: нет', '9:00', 'Да']],
    [['Каждый день: нет', '9:00', 'Другой город', 'Омск', 'Да']],
    [['📅 Экзамен: нет']],
    [['📅 Экзамен: нет', 'Через 5 дней']],
    [['Конспект: Git']],
    [['Конспект: Git', 'Мои конспекты', '‹ Назад']],
    [['Отдохнуть', '7\u00a0дней']],
    [['Отдохнуть', '7\u00a0дней', 'Вернуться раньше']],
  ];

  test.each(ways)('%j', async (way) => {
    await press(...way, '‹ Назад');
    isSettings();
  });

  test.each(ways)('%j, said in words', async (way) => {
    for (const button of way) await bot.anna.say(button);
    await bot.anna.say('назад');
    isSettings();
  });

  test('the pages of /daily, by way of /daily', async () => {
    await press('Каждый день: нет', '9:00', 'Да', '‹ Назад', 'Каждый день в 9:00');
    for (const page of ['Дни недели', 'Вопросов: 10', 'Другое время', 'Другой город']) {
      await press(page, '‹ Назад');
      expect(screen().text).toContain('☀️ Каждый день');
    }
    await press('‹ Назад');
    isSettings();
  });

  test('a time that was typed', async () => {
    await press('Каждый день: нет', 'Другое время');
    await bot.anna.say('вовремя');
    await bot.anna.say('9:30');
    await press('Да', '‹ Назад');
    isSettings();
  });

  test('a date that was typed, or not', async () => {
    await press('📅 Экзамен: нет', 'Другая дата', '‹ Назад');
    isSettings();
    await press('📅 Экзамен: нет', 'Другая дата');
    await bot.anna.say('28 мая');
    await press('‹ Назад');
    isSettings();
  });
});

test('the list of one’s own notes leads back to the list it was opened from, with notes in it or without', async () => {
  await press('Конспект: Git', 'Мои конспекты');
  expect(screen().text).toMatch(/^Своих конспектов пока нет/u);
  expect(labels(screen())).toEqual(['‹ Назад']);
  await bot.anna.sendDocument({ name: 'Свой.txt', bytes: Buffer.from(GIT) });
  await bot.anna.say('/settings');
  await press('Конспект: Свой', 'Мои конспекты');
  expect(screen().text).toBe('Мои конспекты');
  await press('‹ Назад');
  expect(screen().text).toBe('Какой конспект спрашивать?');
  await press('‹ Назад');
  isSettings();
});

test('screens opened by their own commands lead nowhere else', async () => {
  await bot.anna.say('/daily');
  await press('9:00', 'Да');
  await bot.anna.say('/daily');
  await press('Дни недели', '‹ Назад');
  expect(labels(screen())).not.toContain('‹ Назад');
});

test('the way to an open question stays through all turns', async () => {
  await begin(bot, bot.anna, 5);
  await bot.anna.say('/settings');
  await press('Вопросов в день: 10', '8', 'Каждый день: нет', 'Другой город', '‹ Назад', '‹ Назад');
  await press('К вопросу');
  expect(said(bot.anna, 'Вопрос 1 из 5').message_id).toBe(bot.anna.newest()?.message_id);
});
