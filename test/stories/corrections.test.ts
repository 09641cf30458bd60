/** A learner sets things right: a slip of the thumb, an answer judged too strictly, a question not worth asking. */
import { hiddenQuestions } from '../../src/db/schema/memory.js';
import { GIT, TWO_COMMANDS } from '../support/git-notes.js';
import {
  answer,
  begin,
  chat,
  labels,
  last,
  notes,
  openBot,
  questionOf,
  said,
  stepOf,
  tapChoice,
  type OpenBot,
} from '../support/open-bot.js';

let bot: OpenBot;
afterEach(() => bot.close());

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('/undo', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT));
    await bot.anna.say('/start');
  });

  test('says so and puts the question again, at the bottom; the next one loses its buttons', async () => {
    const first = await stepOf(bot, bot.anna);
    await tapChoice(bot, bot.anna, true);
    const second = said(bot.anna, /^Вопрос 2 из 5/);
    await bot.anna.say('/undo');
    expect(said(bot.anna, 'Ответ отменён')).toMatchObject({
      text: 'Ответ отменён, вопрос снова открыт:',
    });
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
    expect((await stepOf(bot, bot.anna)).question.id).toBe(first.question.id);
    const now = bot.anna.messages().find(({ message_id: id }) => id === second.message_id);
    expect(now && labels(now)).toEqual([]);
    await answer(bot, bot.anna, true);
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
    expect(bot.troubles).toEqual([]);
  });

  test('after the summary opens the sitting again and ends in a new one', async () => {
    for (let i = 0; i < 5; i += 1) await answer(bot, bot.anna, true);
    said(bot.anna, /^Итог: 5 из 5/);
    await bot.anna.say('/undo');
    expect(last(bot.anna)).toMatch(/^Вопрос 5 из 5/);
    await answer(bot, bot.anna, false);
    await bot.anna.press(said(bot.anna, /^❌/), 'Дальше');
    said(bot.anna, /^Итог: 4 из 5/);
  });

  test('a second time there is nothing to take back', async () => {
    await tapChoice(bot, bot.anna, true);
    await bot.anna.say('/undo');
    await bot.anna.say('/undo');
    expect(plain(last(bot.anna))).toBe('Отменять нечего. Вопросы — /quiz');
    expect(labels(said(bot.anna, 'Отменять нечего'))).toEqual(['К вопросу']);
  });

  test('the button of an answer taken back is dead', async () => {
    await tapChoice(bot, bot.anna, false);
    const verdict = said(bot.anna, /^❌/);
    await bot.anna.say('отменить ответ');
    const press = await bot.anna.press(verdict, 'Дальше').catch(() => null);
    expect(press?.answer()?.text ?? 'Эта кнопка уже не действует').toBe(
      'Эта кнопка уже не действует',
    );
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
  });
});

describe('«Засчитать»', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', TWO_COMMANDS));
    await begin(bot, bot.anna, 2);
  });

  test('stands under a wrong typed answer, turns it into ✅ and goes on with «Дальше»', async () => {
    await bot.anna.say('git hide');
    const verdict = said(bot.anna, /^❌ Нет/);
    expect(labels(verdict)).toEqual(['Дальше', 'Засчитать', '👎 Плохой вопрос']);
    await bot.anna.press(verdict, 'Засчитать');
    const credited = said(bot.anna, /^✅ Засчитано/);
    expect(credited.message_id).toBe(verdict.message_id);
    expect(credited.text).toMatch(
      /^✅ Засчитано\. Такой ответ теперь тоже подойдёт\.\n\n📖 строка/,
    );
    expect(labels(credited)).toEqual(['Дальше']);
    await bot.anna.press(credited, 'Дальше');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 2/);
  });

  test('tapped on a verdict that is shown twice changes nothing more', async () => {
    await bot.anna.say('git hide');
    const verdict = said(bot.anna, /^❌ Нет/);
    await Promise.all([bot.anna.press(verdict, 'Засчитать'), bot.anna.press(verdict, 'Засчитать')]);
    said(bot.anna, /^✅ Засчитано/);
    expect(bot.troubles).toEqual([]);
  });

  test('is not offered after «Не знаю»', async () => {
    await bot.anna.press(await questionOf(bot, bot.anna), 'Не знаю');
    expect(labels(said(bot.anna, /^❌ Запоминаем/))).toEqual(['Дальше', '👎 Плохой вопрос']);
  });
});

describe('«👎 Плохой вопрос»', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT));
    await bot.anna.say('/start');
  });

  const hidden = () => bot.house.deps.db.$count(hiddenQuestions);

  test('under a verdict hides the question, and «Вернуть» brings the verdict back', async () => {
    await tapChoice(bot, bot.anna, false);
    const verdict = said(bot.anna, /^❌/);
    const words = verdict.text;
    await bot.anna.press(verdict, '👎 Плохой вопрос');
    const gone = said(bot.anna, /^👎/);
    expect(gone.text).toBe('👎 Этот вопрос больше не придёт, факт останется.');
    expect(gone.message_id).toBe(verdict.message_id);
    expect(labels(gone)).toEqual(['Дальше', 'Вернуть']);
    expect(await hidden()).toBe(1);
    await bot.anna.press(gone, 'Вернуть');
    expect(said(bot.anna, /^❌/).text).toBe(words);
    expect(await hidden()).toBe(0);
    await bot.anna.press(said(bot.anna, /^❌/), '👎 Плохой вопрос');
    await bot.anna.press(said(bot.anna, /^👎/), 'Дальше');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
  });

  test('does not come back with its answer: /undo asks the fact in another way', async () => {
    const first = await stepOf(bot, bot.anna);
    await tapChoice(bot, bot.anna, false);
    await bot.anna.press(said(bot.anna, /^❌/), '👎 Плохой вопрос');
    await bot.anna.say('/undo');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
    const { question } = await stepOf(bot, bot.anna);
    expect(question.factId).toBe(first.question.factId);
    expect(question.id).not.toBe(first.question.id);
    await answer(bot, bot.anna, true);
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
    expect(bot.troubles).toEqual([]);
  });

  test('nor does that of a mistake that had come back; the verdict on the mistake stays', async () => {
    const first = await stepOf(bot, bot.anna);
    await tapChoice(bot, bot.anna, false);
    await bot.anna.press(said(bot.anna, /^❌/), 'Дальше');
    for (let i = 2; i < 5; i += 1) await answer(bot, bot.anna, true);
    const again = await stepOf(bot, bot.anna);
    expect(again).toMatchObject({ position: 5, question: { factId: first.question.factId } });
    await answer(bot, bot.anna, false);
    await bot.anna.press(said(bot.anna, /^❌/), '👎 Плохой вопрос');
    await bot.anna.say('/undo');
    expect(last(bot.anna)).toMatch(/^Вопрос 5 из 5/);
    const { question } = await stepOf(bot, bot.anna);
    expect(question.factId).toBe(first.question.factId);
    expect(question.id).not.toBe(again.question.id);
    const seen = await bot.house.study.step(bot.anna.user.id, first);
    expect(seen?.step.question).toEqual(first.question);
    await answer(bot, bot.anna, true);
    said(bot.anna, /^Итог: 4 из 5/);
    expect(bot.troubles).toEqual([]);
  });

  test('the last of the list leads back to the summary', async () => {
    await bot.close();
    bot = await openBot(notes('Git', TWO_COMMANDS));
    await begin(bot, bot.anna, 1);
    await answer(bot, bot.anna, true);
    await bot.anna.press(said(bot.anna, /^Итог: 1 из 1/), '👎 Плохой вопрос');
    await bot.anna.press(said(bot.anna, /^Какой вопрос плохой\?/), '1');
    await bot.anna.press(said(bot.anna, /^👎/), '‹ Назад');
    said(bot.anna, /^Итог: 1 из 1/);
  });

  test('under the summary lists what was asked, for a ✅ has no buttons', async () => {
    for (let i = 0; i < 5; i += 1) await answer(bot, bot.anna, true);
    const summary = said(bot.anna, /^Итог: 5 из 5/);
    await bot.anna.press(summary, '👎 Плохой вопрос');
    const list = said(bot.anna, /^Какой вопрос плохой\?/);
    expect(list.text?.split('\n').filter((line) => /^\d\. /.test(line))).toHaveLength(5);
    expect(labels(list)).toEqual(['1', '2', '3', '4', '5', '‹ Назад']);
    await bot.anna.press(list, '‹ Назад');
    const again = said(bot.anna, /^Итог: 5 из 5/);
    expect(again).toMatchObject({ text: summary.text, reply_markup: summary.reply_markup });
    expect(again.message_id).toBe(summary.message_id);
    await bot.anna.press(again, '👎 Плохой вопрос');
    await bot.anna.press(list, '2');
    const gone = said(bot.anna, /^👎/);
    expect(labels(gone)).toEqual(['Вернуть', '‹ Назад']);
    await bot.anna.press(gone, '‹ Назад');
    const left = said(bot.anna, /^Какой вопрос плохой\?/);
    expect(labels(left)).toEqual(['1', '2', '3', '4', '‹ Назад']);
    await bot.anna.press(left, '‹ Назад');
    expect(said(bot.anna, /^Итог: 5 из 5/).text).toBe(summary.text);
    expect(await hidden()).toBe(1);
    expect(bot.troubles).toEqual([]);
    expect(chat(bot.anna)).not.toContain('undefined');
  });
});
