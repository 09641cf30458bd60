/** Questions every day, as a learner sees them: offered, chosen, sent, answered, left alone. */
import type { Message } from 'grammy/types';
import { cards } from '../../src/db/schema/memory.js';
import type { Person } from '../../src/telegram/local/person.js';
import { GIT } from '../support/git-notes.js';
import { answer as answerStep, labels, last, notes, said } from '../support/open-bot.js';
import { openHouse, type OpenHouse } from '../support/open-house.js';
import { openSender, type DailySender } from '../support/daily.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 14:05 in Moscow on a Wednesday. */
const AFTERNOON = new Date('2026-05-20T11:05:00Z');

let house: OpenHouse;
let sender: DailySender;
let anna: Person;

beforeEach(async () => {
  house = await openHouse(AFTERNOON, [notes('Git', GIT)]);
  sender = openSender(house);
  anna = house.telegram.person({ id: 1001, firstName: 'Анна' });
});
afterEach(() => house.close());

const answer = (isRight = true): Promise<void> => answerStep(house, anna, isRight);

/** A newcomer who has answered the trial. */
async function meet(): Promise<void> {
  await anna.say('/start');
  for (let i = 1; i <= 5; i += 1) await answer();
}

async function chooseNine(): Promise<void> {
  await meet();
  await anna.press(said(anna, 'Присылать вопросы каждый день?'), 'В 9:00');
  await anna.press(said(anna, 'Сейчас у вас 14:05?'), 'Да');
}

const wait = (ms: number): void => house.pass(ms);

/** To 9:00 of the next day. */
const TO_NINE = 18 * HOUR + 55 * MINUTE;

const rung = (): Message[] => {
  const sent = house.telegram.calls.filter(
    ({ method, params }) => method === 'sendMessage' && params['disable_notification'] !== true,
  );
  return sent.flatMap(({ result }) => (result === undefined ? [] : [result as Message]));
};

test('the offer after the first five questions, once; the hour and the clock are confirmed', async () => {
  await meet();
  const offer = said(anna, 'Присылать вопросы каждый день?');
  expect(last(anna)).toBe(
    'Присылать вопросы каждый день? Пара минут, время московское\u00a0— его можно поменять.',
  );
  expect(labels(offer)).toEqual(['В 9:00', 'В 13:00', 'В 20:00', 'Другое время', 'Не сейчас']);
  await anna.press(offer, 'В 20:00');
  const asked = said(anna, 'Сейчас у вас 14:05?');
  expect(asked.text).toBe('☀️ Каждый день в\u00a020:00 по Москве. Сейчас у вас 14:05?');
  await anna.press(asked, 'Да');
  expect(last(anna)).toBe('☀️ Каждый день в\u00a020:00 по Москве. Поменять\u00a0— /daily');
  await anna.say('/quiz');
  await anna.press(said(anna, 'на сегодня'), '5');
  for (let i = 1; i <= 5; i += 1) await answer();
  expect(last(anna)).toMatch(/^Итог: /);
});

test('«Не сейчас» is taken for an answer', async () => {
  await meet();
  await anna.press(said(anna, 'Присылать вопросы'), 'Не сейчас');
  expect(last(anna)).toBe('Хорошо. Включить можно в любой момент\u00a0— /daily');
  wait(3 * DAY);
  expect(await sender.round()).toEqual([]);
});

test('the push rings with the first question; a tap answers it and the portion goes on', async () => {
  await chooseNine();
  wait(TO_NINE - MINUTE);
  expect(await sender.round()).toEqual([]);
  wait(MINUTE);
  expect(await sender.round()).toEqual(['sent']);
  const push = anna.newest() as Message;
  expect(push.text).toMatch(/^☀️ Вопрос 1 из \d+ · \d мин\n\n/);
  expect(push.text?.length).toBeLessThanOrEqual(350);
  expect(labels(push).slice(-2)).toEqual(['Не знаю', 'Время']);
  expect(rung()).toHaveLength(1);
  await answer();
  expect(last(anna)).toMatch(/^Вопрос 2 из/);
  expect(rung()).toHaveLength(1);
  expect(await sender.round()).toEqual([]);
  wait(DAY);
  expect(await sender.round()).toEqual(['sent']);
});

test('«Время» opens /daily below the question, a hint keeps the question a push', async () => {
  await chooseNine();
  wait(TO_NINE);
  await sender.round();
  const push = anna.newest() as Message;
  await anna.press(push, 'Время');
  expect(last(anna)).toMatch(/^☀️ Каждый день в.9:00 · Москва, сейчас 9:00, 10.вопросов, все дни$/);
  expect(labels(anna.newest() as Message)).toEqual([
    ...['8:00', '• 9:00', '13:00', '20:00', 'Другое время', 'Дни недели', 'Другой город'],
    ...['Вопросов: 10', 'Выключить', 'К вопросу'],
  ]);
  if (labels(push).includes('Подсказка')) {
    await anna.press(push, 'Подсказка');
    const hinted = anna.messages().find(({ message_id: id }) => id === push.message_id) as Message;
    expect(hinted.text).toMatch(/^☀️ Вопрос 1/);
    expect(labels(hinted).at(-1)).toBe('Время');
  }
});

test('half an hour passes after an answer, also when the hour of the push is gone by then', async () => {
  await chooseNine();
  wait(TO_NINE - 20 * MINUTE);
  await anna.say('/quiz');
  await anna.press(said(anna, 'на сегодня'), 'Начать');
  await answer();
  wait(20 * MINUTE);
  expect(await sender.round()).toEqual(['nothing']);
  wait(9 * MINUTE);
  expect(await sender.round()).toEqual([]);
  wait(MINUTE);
  expect(await sender.round()).toEqual(['sent']);
});

test('nothing is sent when the goal of the day is met', async () => {
  await chooseNine();
  await house.house.study.changeSetting(anna.user.id, { setting: 'goal', value: 5 });
  wait(TO_NINE - 2 * HOUR);
  await anna.say('/quiz');
  await anna.press(said(anna, 'на сегодня'), '5');
  for (let i = 1; i <= 5; i += 1) await answer();
  wait(2 * HOUR);
  expect(await sender.round()).toEqual(['nothing']);
  expect((await sender.rows()).map(({ status, reason }) => [status, reason])).toEqual([
    ['skipped', 'goal'],
  ]);
});

test('nothing is sent when there is nothing to ask', async () => {
  await chooseNine();
  await house.house.study.changeSetting(anna.user.id, { setting: 'new', value: 0 });
  await house.house.deps.db.update(cards).set({ due: new Date('2027-01-01T00:00:00Z') });
  wait(TO_NINE);
  expect(await sender.round()).toEqual(['nothing']);
  expect((await sender.rows())[0]?.reason).toBe('nothing');
});

test('an unanswered push goes when the next one comes; after 48 hours it only loses its buttons', async () => {
  await chooseNine();
  wait(TO_NINE);
  await sender.round();
  const first = anna.newest() as Message;
  wait(DAY);
  await sender.round();
  expect(anna.messages().some(({ message_id: id }) => id === first.message_id)).toBe(false);
  const second = anna.newest() as Message;
  await anna.say('/daily');
  await anna.press(said(anna, 'Каждый день'), 'Дни недели');
  for (const day of ['• пн', '• вт', '• ср', '• чт', '• сб', '• вс']) {
    await anna.press(said(anna, 'По каким дням'), day);
  }
  await anna.press(said(anna, 'По каким дням'), '• пт');
  expect(labels(said(anna, 'По каким дням'))).toContain('• пт');
  wait(7 * DAY);
  expect(await sender.round()).toEqual(['sent']);
  const left = anna.messages().find(({ message_id: id }) => id === second.message_id);
  expect(left && labels(left)).toEqual([]);
});

test('three ignored: every other day; seven: one farewell and silence, and the way back', async () => {
  await chooseNine();
  wait(TO_NINE);
  const sent: string[] = [];
  for (let day = 1; day <= 20; day += 1) {
    sent.push(...(await sender.round()));
    wait(DAY);
  }
  const nothing = 'nothing';
  expect(sent).toEqual([
    ...['sent', 'sent', 'sent', nothing, 'sent', nothing, 'sent', nothing, 'sent', nothing],
    ...['sent', nothing, 'sent'],
  ]);
  const farewell = said(anna, 'на паузе, чтобы не отвлекать');
  expect(labels(farewell)).toEqual(['Включить снова', 'Раз в неделю']);
  await anna.press(farewell, 'Раз в неделю');
  expect(last(anna)).toMatch(/^☀️ Раз в неделю в.9:00 · Москва/);
  const weekly: string[] = [];
  for (let day = 1; day <= 15; day += 1) {
    wait(DAY);
    weekly.push((await sender.round()).join());
  }
  expect(weekly.flatMap((it, day) => (it === 'sent' ? [day] : []))).toEqual([0, 7, 14]);
});

test('after a silence the return is asked once', async () => {
  await chooseNine();
  wait(TO_NINE);
  for (let day = 1; day <= 20; day += 1) {
    await sender.round();
    wait(DAY);
  }
  await anna.say('/quiz');
  await anna.press(said(anna, /Продолжим|на сегодня/), 1);
  for (;;) {
    const progress = await house.house.study.progress(anna.user.id);
    if (progress.kind !== 'step') break;
    await answer();
  }
  expect(last(anna)).toBe('Вернуть вопросы в\u00a09:00?');
  await anna.press(said(anna, 'Вернуть вопросы'), 'Да');
  expect(last(anna)).toMatch(/^☀️ Каждый день в.9:00 · /);
  wait(DAY);
  expect(await sender.round()).toEqual(['sent']);
});

test('after three weeks a push left alone is not what one comes back to', async () => {
  await chooseNine();
  wait(TO_NINE);
  for (let day = 1; day <= 21; day += 1) {
    await sender.round();
    wait(DAY);
  }
  await anna.say('/start');
  expect(last(anna)).toMatch(/^С возвращением! Прогресс на месте\./);
  await anna.press(said(anna, 'С возвращением'), 1);
  expect(last(anna)).toMatch(/^Вопрос 1 из /);
});

test('a blocked bot is silent and forgets nothing; /start asks whether to come back', async () => {
  await chooseNine();
  await anna.block();
  wait(TO_NINE);
  expect(await sender.round()).toEqual([]);
  await anna.unblock();
  await anna.say('/start');
  expect(last(anna)).toBe('Вернуть вопросы в\u00a09:00?');
  await anna.press(anna.newest() as Message, 'Да');
  wait(DAY);
  expect(await sender.round()).toEqual(['sent']);
});

test('a 403 that nobody announced switches off', async () => {
  await chooseNine();
  wait(TO_NINE);
  house.telegram.fail('sendMessage', { kind: 'blocked' });
  expect(await sender.round()).toEqual(['blocked']);
  wait(DAY);
  expect(await sender.round()).toEqual([]);
  expect((await sender.rows()).map(({ status, reason }) => [status, reason])).toEqual([
    ['skipped', 'blocked'],
  ]);
  await anna.say('/start');
  expect(last(anna)).toMatch(/^Вернуть вопросы в/);
});

test('a 429 stops the sender for as long as Telegram says, then the same push goes out once', async () => {
  await chooseNine();
  wait(TO_NINE);
  house.telegram.fail('sendMessage', { kind: 'flood', retryAfter: 40 });
  expect(await sender.round()).toEqual(['flood']);
  wait(39_000);
  expect(await sender.round()).toEqual([]);
  wait(1_000);
  expect(await sender.round()).toEqual(['sent']);
  expect(rung()).toHaveLength(1);
  await answer();
  expect(last(anna)).toMatch(/^Вопрос 2 из/);
});

test('a lost answer of Telegram counts as sent: never twice', async () => {
  await chooseNine();
  wait(TO_NINE);
  house.telegram.fail('sendMessage', { kind: 'lost-answer' });
  expect(await sender.round()).toEqual(['unknown']);
  wait(10 * MINUTE);
  expect(await sender.round()).toEqual([]);
  expect(anna.messages().filter(({ text }) => text?.startsWith('☀️ Вопрос'))).toHaveLength(1);
  const push = anna.newest() as Message;
  await anna.press(push, 'Не знаю');
  expect(said(anna, /^❌ Запоминаем/)).toBeDefined();
});

test('a call that never arrived is made again', async () => {
  await chooseNine();
  wait(TO_NINE);
  house.telegram.fail('sendMessage', { kind: 'unreachable' });
  expect(await sender.round()).toEqual(['unreached']);
  expect(await sender.round()).toEqual(['sent']);
});

test('after an outage today’s push comes up to ninety minutes late, never yesterday’s', async () => {
  await chooseNine();
  wait(TO_NINE + 89 * MINUTE);
  expect(await sender.round()).toEqual(['sent']);
  wait(DAY + 2 * HOUR);
  expect(await sender.round()).toEqual([]);
  wait(2 * DAY - 2 * HOUR);
  expect(await sender.round()).toEqual(['sent']);
  const rows = await sender.rows();
  expect(rows.map(({ localDate, status }) => [localDate, status])).toEqual([
    ['2026-05-21', 'sent'],
    ['2026-05-22', 'missed'],
    ['2026-05-24', 'sent'],
  ]);
});

test('a time is read as it is written, in place of a conversation that can be left', async () => {
  await chooseNine();
  await anna.say('/daily');
  await anna.press(anna.newest() as Message, 'Другое время');
  await anna.say('утром как-нибудь');
  expect(last(anna)).toMatch(/^Не получилось прочитать время/);
  await anna.say('полдевятого');
  expect(last(anna)).toMatch(/^☀️ Каждый день в.8:30 · Москва/);
  await anna.press(anna.newest() as Message, 'Другое время');
  await anna.say('/cancel');
  await anna.say('10:00');
  expect((await house.house.study.daily(anna.user.id)).time).toBe('8:30');
  await anna.say('/daily');
  await anna.press(anna.newest() as Message, 'Другое время');
  await anna.say('стоп');
  expect(last(anna)).toMatch(/^Хорошо, ежедневные вопросы без изменений/);
  await anna.say('11:00');
  expect((await house.house.study.daily(anna.user.id)).time).toBe('8:30');
});

test('a typed city moves the clock; an unknown one is answered kindly', async () => {
  await chooseNine();
  await anna.say('/daily');
  await anna.press(anna.newest() as Message, 'Другой город');
  await anna.say('Урюпинск-Дальний');
  expect(last(anna)).toMatch(/^Такого города в списке нет/);
  await anna.say('живу в Екатеринбурге');
  expect(last(anna)).toBe('☀️ Каждый день в\u00a09:00, Екатеринбург. Сейчас у вас 16:05?');
  await anna.press(anna.newest() as Message, 'Другой город');
  await anna.press(anna.newest() as Message, 'Владивосток');
  expect(last(anna)).toBe('☀️ Каждый день в\u00a09:00, Владивосток. Сейчас у вас 21:05?');
  await anna.press(anna.newest() as Message, 'Да');
  wait(10 * HOUR + 55 * MINUTE);
  expect(await sender.round()).toEqual([]);
  wait(HOUR);
  expect(await sender.round()).toEqual(['sent']);
});

test('a sitting left half an hour ago makes room, its answers stay', async () => {
  await chooseNine();
  wait(TO_NINE - 40 * MINUTE);
  await anna.say('/quiz');
  await anna.press(said(anna, 'на сегодня'), 'Начать');
  await answer();
  const open = anna.newest() as Message;
  wait(40 * MINUTE);
  expect(await sender.round()).toEqual(['sent']);
  const before = anna.messages().find(({ message_id: id }) => id === open.message_id) as Message;
  expect(labels(before)).toEqual([]);
  expect(last(anna)).toMatch(/^☀️ Вопрос 1 из \d/);
  expect((await house.house.study.stats(anna.user.id)).answersToday).toBe(1);
});

test('a rest is kept', async () => {
  await chooseNine();
  await house.house.study.rest(anna.user.id, 2);
  wait(TO_NINE);
  expect(await sender.round()).toEqual([]);
  wait(DAY);
  expect(await sender.round()).toEqual(['sent']);
  expect((await sender.rows()).map(({ reason }) => reason)).toEqual(['rest', null]);
});
