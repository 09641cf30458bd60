/** Somebody who taps whatever there is and types whatever comes to mind: the bot is never silent and never miscounts. */
import { isNotNull } from 'drizzle-orm';
import { reviews, steps } from '../../src/db/schema.js';
import { pick, seededRandom, type Random } from '../../src/questions/random.js';
import type { Call } from '../../src/telegram/local/local-telegram.js';
import { buttonsOf, type Person } from '../../src/telegram/local/person.js';
import { chat, notes, openBot, type OpenBot } from '../support/open-bot.js';
import { GIT, ONE_LIST, TWO_COMMANDS } from '../support/git-notes.js';

const STEPS = 2000;
const SEED = Number(process.env['PLAYER_SEED'] ?? 1);

const TEXTS = [
  ...['/start', '/quiz', '/topics', '/stats', '/help', '/cancel', '/nothing', 'стоп', 'дальше'],
  ...['не знаю', 'подсказка', 'вопросы', 'темы', 'а', 'Б)', '2', 'верно', 'git stash', 'git log'],
  ...['привет', '<b>&amp;', 'раз\nдва\nтри', '\u202eтекст\u0000', '🙂'.repeat(300), ' '],
];

const FORGED = ['', '1a:s1:1:1', '1n:id1:1', '9a:x', '1x:d:0:1', '1t:99', '1d:none', '1z:999'];

const ORDINARY = /message is not modified|query is too old|query ID is invalid/i;

test(`${STEPS} random steps`, async () => {
  const bot = await openBot(notes('Git', GIT + ONE_LIST), notes('Команды', TWO_COMMANDS));
  const random = seededRandom(SEED);
  const people = [bot.anna, bot.boris];
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const person = pick(people, random) ?? bot.anna;
      const before = bot.telegram.calls.length;
      const act = await move(bot, person, random);
      const calls = bot.telegram.calls.slice(before);
      expect({ step, act, wrong: wrongCalls(calls), said: hasSpoken(act, calls) }).toEqual({
        ...{ step, act, wrong: [], said: true },
      });
      expect({ step, act, troubles: bot.troubles }).toEqual({ step, act, troubles: [] });
    }
    expect(bot.telegram.unansweredTaps()).toEqual([]);
    await expectCountersToAgree(bot);
  } catch (error) {
    process.stderr.write(`${chat(bot.anna).slice(-3000)}\n`);
    throw error;
  } finally {
    await bot.close();
  }
}, 180_000);

type Act = 'tap' | 'text' | 'again' | 'forget';

async function move(bot: OpenBot, person: Person, random: Random): Promise<Act> {
  const chance = random();
  if (chance < 0.02) {
    await bot.forgetConversations();
    return 'forget';
  }
  const update = bot.updates.at(-1);
  if (chance < 0.06 && update !== undefined) {
    await bot.telegram.redeliver(update);
    return 'again';
  }
  const message = somewhere(person, random);
  if (chance < 0.1 && message !== undefined) {
    await person.pressData(message, pick(FORGED, random) ?? '');
    return 'tap';
  }
  const button = message && pick(buttonsOf(message), random);
  if (chance < 0.75 && message && button) {
    await person.press(message, button.text);
    return 'tap';
  }
  const open = await bot.house.study.progress(person.user.id);
  const isTyped = open.kind === 'step' && open.step.question.form === 'typed';
  const right = isTyped && open.step.question.form === 'typed' ? open.step.question.accepted : [];
  await person.say(pick([...TEXTS, ...right, ...right, ...right], random) ?? '');
  return 'text';
}

/** Mostly the newest buttons, sometimes some that have scrolled away. */
function somewhere(person: Person, random: Random) {
  const withButtons = person.messages().filter((it) => buttonsOf(it).length > 0);
  return random() < 0.8 ? withButtons.at(-1) : pick(withButtons.slice(-8), random);
}

const wrongCalls = (calls: readonly Call[]) =>
  calls.filter(({ error }) => error !== undefined && !ORDINARY.test(error.description));

function hasSpoken(act: Act, calls: readonly Call[]): boolean {
  if (act === 'forget') return true;
  const methods = calls.map(({ method }) => method);
  if (act === 'tap') return methods.includes('answerCallbackQuery');
  return methods.includes('sendMessage') || methods.includes('answerCallbackQuery');
}

async function expectCountersToAgree({ house, anna, boris }: OpenBot): Promise<void> {
  const { db } = house.deps;
  const counted = await db.select().from(reviews);
  const answered = await db.select().from(steps).where(isNotNull(steps.answeredAt));
  expect(answered.length).toBe(counted.length);
  expect(counted.length).toBeGreaterThan(100);
  for (const { user } of [anna, boris]) {
    const own = counted.filter(({ learnerId }) => learnerId === user.id);
    const said = await house.study.stats(user.id);
    expect([said.answersToday, said.answersThisWeek]).toEqual([own.length, own.length]);
  }
}
