/** Everything the bot says on a long way through it: every answer leads on, the tone holds, the labels fit. */
import type { Message } from 'grammy/types';
import { WIDTHS } from '../../src/bot/keyboards.js';
import { menu } from '../../src/bot/texts/replies.js';
import { GIT } from '../support/git-notes.js';
import { answer, labels, notes, openBot, questionOf, type OpenBot } from '../support/open-bot.js';

let bot: OpenBot;
const heard: Message[] = [];

beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
  heard.length = 0;
  bot.telegram.watch((event) => {
    if (event.kind !== 'sent' && event.kind !== 'edited') return;
    if (event.message.from?.is_bot === true) heard.push(event.message);
  });
});
afterEach(() => bot.close());

/** The bot's own words: without quotes of the notes and code. */
function ownWords({ text, caption, entities, caption_entities: others }: Message): string {
  const words = text ?? caption ?? '';
  const foreign = new Set(['blockquote', 'expandable_blockquote', 'code']);
  return [...(entities ?? others ?? [])]
    .filter(({ type }) => foreign.has(type))
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length),
      words,
    );
}

const leadsOn = (message: Message): boolean =>
  labels(message).length > 0 ||
  /(?<![\p{L}\d])\/[a-z]+|«стоп»|Ответьте сообщением|Напишите/u.test(ownWords(message));

const BANNED =
  /(?<!\p{L})(?:я|мне|ты|тебе|тво[йиюя]|успешно|некорректн\p{L}*|необходимо|упс|пожалуйста|пропустил\p{L}*|просрочен\p{L}*|колод\p{L}*|карточк\p{L}*|сесси\p{L}*)(?!\p{L})/iu;
const CRUDE = /"|(?<=\S) - |\.\.\.|(?<=[\p{L},] )(?:Вы|Вас|Вам|Ваш\p{L}*)(?!\p{L})/u;

/** One thing somebody does; what the bot says last must lead on. */
async function after(act: Promise<unknown>): Promise<void> {
  const before = heard.length;
  await act;
  const last = heard.at(-1);
  expect(heard.length).toBeGreaterThan(before);
  expect([last && ownWords(last), last && leadsOn(last)]).toEqual([expect.any(String), true]);
}

const PLANETS = `МЕРКУРИЙ - ближайшая к Солнцу планета, на ней нет воздуха
ВЕНЕРА - планета с плотными облаками и самой горячей поверхностью
МАРС - планета с ржавой пылью и двумя маленькими спутниками
ЮПИТЕР - самая большая планета, бури на ней идут веками
`;

const TEXTS = [
  ...['что такое коммит', 'борщ', '???', 'стоп', 'разделы', 'статистика', 'настройки', 'помощь'],
  ...['/explain', '/explain ветка', '/explain недостатки', '/explain борщ', '/nosuch', 'удалить'],
  ...menu.map(({ command }) => `/${command}`).filter((command) => command !== '/delete'),
];

test('a newcomer, the commands, files and strange things: everything leads on', async () => {
  const { anna } = bot;
  await after(anna.say('/start'));
  for (let i = 0; i < 5; i += 1) {
    await after(answer(bot, anna, i % 2 === 0));
    const next = anna.newest({ withButtons: true });
    if (next !== undefined && labels(next).includes('Дальше'))
      await after(anna.press(next, 'Дальше'));
  }
  for (const text of TEXTS) await after(anna.say(text));
  await after(anna.sendDocument({ name: 'Планеты.txt', bytes: Buffer.from(PLANETS) }));
  await after(anna.sendDocument({ name: 'Планеты.txt', bytes: Buffer.from(PLANETS) }));
  await after(anna.sendDocument({ name: 'книга.pdf', bytes: Buffer.from('%PDF') }));
  await after(anna.sendDocument({ name: 'копия.json', bytes: Buffer.from('{}') }));
  await after(anna.sendDocument({ name: 'пусто.txt', bytes: Buffer.from('\n') }));
  await after(anna.send({ voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } }));
  // A question of every portion, stopped, gone on with, taken back.
  await after(anna.say('/quiz'));
  for (let i = 0; i < 12; i += 1) {
    const progress = await bot.house.study.progress(anna.user.id);
    if (progress.kind !== 'step' || progress.step.messageId === null) {
      await after(anna.say('/quiz'));
      const screen = anna.newest({ withButtons: true });
      if (screen !== undefined) await after(anna.press(screen, 1));
      continue;
    }
    const question = await questionOf(bot, anna);
    if (labels(question).includes('Подсказка') && i % 3 === 0) {
      await after(anna.press(question, 'Подсказка'));
    }
    await after(answer(bot, anna, i % 2 === 0));
    if (i === 5) await after(anna.say('/undo'));
    const next = anna.newest({ withButtons: true });
    if (next !== undefined && labels(next).includes('Дальше'))
      await after(anna.press(next, 'Дальше'));
  }
  await after(anna.say('/delete'));
  await after(anna.say('удалить'));

  expect(heard.length).toBeGreaterThan(60);
  const all = heard.map(ownWords);
  expect(all.filter((text) => BANNED.test(text))).toEqual([]);
  expect(all.filter((text) => CRUDE.test(text))).toEqual([]);
  const width = (label: string): number =>
    [...label].reduce((sum, sign) => sum + (/\p{Extended_Pictographic}/u.test(sign) ? 2 : 1), 0);
  const wide = heard.flatMap(({ reply_markup: markup }) =>
    (markup?.inline_keyboard ?? []).flatMap((row) =>
      row.map(({ text }) => text).filter((text) => width(text) > (WIDTHS[row.length] ?? 0)),
    ),
  );
  expect(wide).toEqual([]);
  const crowded = all.filter(
    (text) => [...text.matchAll(/\p{Extended_Pictographic}/gu)].length > 4,
  );
  expect(crowded).toEqual([]);
});
