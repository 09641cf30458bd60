/** Who runs the bot looks after it from a phone; to everybody else, and in groups, none of it exists. */
import { Api } from 'grammy';
import type { Message } from 'grammy/types';
import { pack } from '../../src/bot/callbacks.js';
import { WIDTHS } from '../../src/bot/keyboards.js';
import { adminMenu } from '../../src/bot/texts/admin.js';
import { menu } from '../../src/bot/texts/replies.js';
import { audit } from '../../src/db/schema/audit.js';
import { pushes } from '../../src/db/schema/daily.js';
import type { Person } from '../../src/telegram/local/person.js';
import { openSender } from '../support/daily.js';
import { GIT } from '../support/git-notes.js';
import { labels, last as lastWords, said } from '../support/open-bot.js';
import { openHouse, type OpenHouse } from '../support/open-house.js';
import { NOON } from '../support/study.js';

const VERA = 7001;
const MINUTE = 60_000;

let open: OpenHouse;
let vera: Person;
let anna: Person;
beforeEach(async () => {
  open = await openHouse(NOON, [{ file: 'git.txt', title: 'Git', text: GIT }], [VERA]);
  vera = open.telegram.person({ id: VERA, firstName: 'Вера' });
  anna = open.telegram.person({ id: 1001, firstName: 'Анна' });
});
afterEach(() => open.close());

const query = (text: string, values: unknown[] = []) =>
  open.house.deps.db.$client.query<Record<string, unknown>>(text, values);

/** What the book says, oldest first. */
async function book(): Promise<string[]> {
  const rows = await open.house.deps.db.select().from(audit).orderBy(audit.updateId);
  expect(rows.every(({ adminId }) => adminId === VERA)).toBe(true);
  return rows.map(({ action, target, outcome }) => `${action} ${target ?? '–'} ${outcome}`);
}

/** An update of a learner that could not be handled. */
const setAside = (updateId: number) =>
  query(
    `insert into inbox (learner_id, update_id, payload, received_at, failed_at, error)
     values (1001, $1, $2, $3, $3, 'TypeError')`,
    [updateId, JSON.stringify({ update_id: updateId }), open.now()],
  );

/** The newest words, with spaces one can type. */
const last = (person: Person): string => lastWords(person).replaceAll('\u00a0', ' ');

const newest = (): Message => {
  const message = vera.newest();
  if (message === undefined) throw new Error('nothing was said');
  return message;
};

describe('whoever runs the bot', () => {
  test('sees at a glance how it fares', async () => {
    await vera.say('/status');
    expect(last(vera)).toMatch(/^Работает 0 с, версия \d+\.\d+\.\d+\n\nБаза отвечает за \d+ мс/u);
    expect(last(vera)).toContain('Обновлений в очереди — 0, отложенных нет.');
    expect(last(vera)).toContain('Ежедневные вопросы уходят вовремя.');
    expect(last(vera)).toContain('Сбоев с запуска не было.');
    expect(await book()).toEqual(['status – done']);
  });

  test('hears of daily questions that are late, and of what waits aside', async () => {
    await setAside(5);
    await query(
      `insert into learners (id, time_zone, created_at) values (1001, 'Europe/Moscow', $1)`,
      [open.now()],
    );
    await query(
      `insert into schedules (learner_id, local_time, next_due_at, chosen_at) values (1001, '12:00', $1, $1)`,
      [open.now()],
    );
    open.pass(12 * MINUTE);
    await vera.say('/status');
    expect(last(vera)).toContain('отложенных — 1: /setaside');
    expect(last(vera)).toMatch(/Ежедневные вопросы опаздывают\. Ждёт 1, дольше всех — 12 мин\./u);
  });

  test('has the commands in the menu of this chat alone', async () => {
    await vera.say('/status');
    const { token, fetch: wire } = open.telegram;
    const api = new Api(token, { fetch: wire as typeof fetch });
    const commandsOf = async (chatId: number) =>
      (await api.getMyCommands({ scope: { type: 'chat', chat_id: chatId } })).map(
        (it) => it.command,
      );
    expect(await commandsOf(VERA)).toEqual([...menu, ...adminMenu].map(({ command }) => command));
    expect(await commandsOf(1001)).toEqual([]);
  });

  test('sees the questions that fare badly, and no words of other people’s notes', async () => {
    await anna.say('/start');
    const progress = await open.house.study.progress(1001);
    if (progress.kind !== 'step') throw new Error(progress.kind);
    await open.house.study.answer(1001, progress.step, { kind: 'unknown' }, 900);
    await open.house.study.dislike(1001, progress.step);
    await vera.say('/health');
    expect(last(vera)).toContain('Вопросы, на которые стоит взглянуть');
    expect(last(vera)).toContain('правильно 0 из 1 · плохим назвали 1');
    expect(last(vera)).toContain(`Git, строка ${progress.step.question.line}`);
    await query('update decks set owner_id = 1001');
    await vera.say('/health');
    expect(last(vera)).not.toContain('строка');
    expect(last(vera)).toContain('В личных конспектах таких — 1');
    expect(await book()).toEqual(['health – done', 'health – done']);
  });

  test('sees what people looked for in vain', async () => {
    await vera.say('/missing');
    expect(last(vera)).toContain('Всё, что искали, в конспектах есть.');
    for (const text of ['/explain борщ', '/explain борщ', '/explain плов']) await anna.say(text);
    await vera.say('/missing');
    expect(last(vera)).toMatch(/«борщ» — 2 раза\n«плов» — 1 раз\n/u);
  });

  test('lets what was set aside be handled once more: one update, or all', async () => {
    await vera.say('/setaside');
    expect(last(vera)).toBe('Отложенных обновлений нет. Остальное — /status');
    for (let id = 1; id <= 7; id += 1) await setAside(id);
    await vera.say('/setaside');
    expect(last(vera)).toMatch(/^Отложено 7 обновлений\n\n1\. 0 с назад: 7 TypeError/u);
    expect(last(vera)).toContain('и ещё 2');
    expect(labels(newest())).toEqual(['1', '2', '3', '4', '5', 'Повторить все: 7']);
    await vera.press(newest(), '2');
    expect(last(vera)).toMatch(/^1 обновление вернулось в очередь/u);
    const { rows } = await query(`select update_id::int as id from inbox where failed_at is null
      and learner_id = 1001`);
    expect(rows).toEqual([{ id: 6 }]);
    await vera.press(newest(), '‹ Назад');
    await vera.press(newest(), 'Повторить все: 6');
    expect(last(vera)).toMatch(/^6 обновлений вернулись в очередь/u);
    expect(await book()).toEqual([
      'set-aside – done',
      'set-aside – done',
      'replay 6 1',
      'set-aside – done',
      'replay all 6',
    ]);
  });

  test('goes back to the question that stands open', async () => {
    await vera.say('/start');
    const asked = vera.newest({ withButtons: true });
    await vera.say('/status');
    expect(labels(newest())).toEqual(['К вопросу']);
    expect(vera.messages()).toContainEqual(asked);
  });
});

describe('stopping the daily questions of everybody', () => {
  beforeEach(async () => {
    await anna.say('/start');
    await open.house.study.pause(1001);
    await open.house.study.changeDaily(1001, { time: '13:00', isOn: true });
    open.pass(55 * MINUTE);
  });

  test('asks back, stops, and lets them go again', async () => {
    const sender = openSender(open);
    await vera.say('/pausepush');
    expect(last(vera)).toMatch(/^Остановить ежедневные вопросы у всех\?/u);
    expect(await book()).toEqual([]);
    await vera.press(newest(), 'Остановить');
    expect(last(vera)).toContain('остановлены у всех');
    expect(labels(newest())).toEqual([]);
    open.pass(10 * MINUTE);
    expect(await sender.round()).toEqual([]);
    await vera.say('/status');
    expect(last(vera)).toMatch(
      /остановлены у всех\. Ждёт 1, дольше всех — 5 мин\. Вернуть — \/resumepush/u,
    );
    await vera.say('/resumepush');
    expect(last(vera)).toContain('снова уходят');
    expect(await sender.round()).toEqual(['sent']);
    await vera.say('/resumepush');
    expect(last(vera)).toContain('как обычно');
    expect(await book()).toEqual([
      ...['pause-pushes – done', 'status – done', 'resume-pushes – done'],
      'resume-pushes – nothing to do',
    ]);
  });

  test('a pause of Telegram’s that is over ends no pause of ours', async () => {
    await vera.say('/pausepush');
    await vera.press(newest(), 'Остановить');
    await query('insert into telegram_pause (id, until) values (1, $1)', [open.now()]);
    open.pass(10 * MINUTE);
    expect(await openSender(open).round()).toEqual([]);
  });

  test('a second thought, and a button found again later, stop nothing', async () => {
    await vera.say('/pausepush');
    const asked = newest();
    await vera.press(asked, 'Не надо');
    expect(last(vera)).toContain('как обычно');
    await vera.say('/pausepush');
    const later = newest();
    open.pass(11 * MINUTE);
    const press = await vera.press(later, 'Остановить');
    expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
    expect(await openSender(open).round()).toEqual(['sent']);
    expect(await book()).toEqual(['pause-pushes – too late']);
  });
});

describe('everybody else', () => {
  const commands = adminMenu.map(({ command }) => `/${command}`);

  test('hears of an admin’s command what they hear of any unknown one', async () => {
    await anna.say('/nosuch');
    const unknown = last(anna);
    for (const command of commands) {
      await anna.say(command);
      expect([command, last(anna)]).toEqual([command, unknown]);
    }
    await anna.say('/help');
    for (const command of commands) expect(last(anna)).not.toContain(command);
    expect(menu.map(({ command }) => `/${command}`)).not.toEqual(expect.arrayContaining(commands));
    expect(await book()).toEqual([]);
  });

  test('forges an admin’s button in vain', async () => {
    await setAside(5);
    await anna.say('/quiz');
    const message = said(anna, 'Git');
    for (const kind of ['pausePushes', 'keepPushes', 'replayAll', 'setAside'] as const) {
      const press = await anna.pressData(message, pack({ kind }));
      expect([kind, press.answer()?.text]).toEqual([kind, 'Эта кнопка уже не действует']);
    }
    const press = await anna.pressData(message, pack({ kind: 'replay', update: 5 }));
    expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
    expect((await query('select from telegram_pause')).rowCount).toBe(0);
    expect((await query('select from inbox where failed_at is not null')).rowCount).toBe(1);
    expect(await book()).toEqual([]);
  });

  test('sees nothing of it in a group, not even when an admin asks there', async () => {
    const chatId = open.telegram.group('Учёба');
    const inGroup = () => open.telegram.calls.filter(({ params }) => params['chat_id'] === chatId);
    for (const command of commands) await vera.say(command, { chatId });
    expect(inGroup()).toHaveLength(commands.length);
    for (const { params } of inGroup())
      expect(params['text']).toMatch(/^Вопросы приходят в личном чате/u);
    expect(await book()).toEqual([]);
  });
});

test('an action that fails is in the book as well', async () => {
  await query('drop table missing_queries');
  await vera.say('/missing');
  expect(await book()).toEqual(['missing – failed']);
});

test('what an admin reads fits its rows', async () => {
  for (let id = 1; id <= 7; id += 1) await setAside(id);
  for (const { command } of adminMenu) {
    await vera.say(`/${command}`);
    for (const row of newest().reply_markup?.inline_keyboard ?? [])
      for (const { text } of row) expect(text.length).toBeLessThanOrEqual(WIDTHS[row.length] ?? 0);
  }
  expect(await open.house.deps.db.select().from(pushes)).toEqual([]);
});
