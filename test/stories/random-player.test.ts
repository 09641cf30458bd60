/**
 * People who tap whatever there is and type whatever comes to mind, while updates come twice, notes are edited and days
 * go by: the bot is never silent, never refused by Telegram, and its counters are those of the answers.
 * PLAYER_SEED and PLAYER_STEPS choose another game; a failure prints both and the last moves.
 */
import type { Message, Update } from 'grammy/types';
import { pick, seededRandom, type Random } from '../../src/questions/random.js';
import { importBuiltInDecks } from '../../src/study/import-notes.js';
import type { Call } from '../../src/telegram/local/local-telegram.js';
import { buttonsOf, type Person, type Press } from '../../src/telegram/local/person.js';
import type { ChatEvent } from '../../src/telegram/local/world.js';
import { GIT, ONE_LIST, TWO_COMMANDS } from '../support/git-notes.js';
import { chat, notes } from '../support/open-bot.js';
import { openHouse, type OpenHouse } from '../support/open-house.js';
import { recount } from '../support/recount.js';
import { NOON } from '../support/study.js';

const STEPS = Number(process.env['PLAYER_STEPS'] ?? 2000);
const SEED = Number(process.env['PLAYER_SEED'] ?? 1);
const HOUR = 3_600_000;

/** In a shorter game chance may well take no answer back; in these it would have to try hard. */
const LONG_GAME = 1500;

const COMMANDS = [
  '/start',
  '/quiz',
  '/topics',
  '/stats',
  '/help',
  '/cancel',
  '/undo',
  '/undo',
  '/mistakes',
  '/start x',
  '/nothing',
];
const WORDS = [
  ...['стоп', 'Отмена.', 'дальше', 'продолжить', 'не знаю', 'подсказка', 'вопросы', 'темы'],
  ...['ошибки', 'отменить ответ', '28 мая', 'через неделю'],
  ...['помощь', 'статистика', 'а', 'Б)', '2', 'верно', 'неверно', 'git stash', 'git lgo'],
];
const GARBAGE = [
  ...['<b>&amp;', '&lt;i', '\u202eтекст задом\u202c', '🙂'.repeat(2048), 'я'.repeat(4096), ' '],
  ...['раз\nдва\nтри', '*_`[', 'a\u0301\u0302\u0303'.repeat(300), '/', '@local_konspekt_bot'],
  ...['NULL', `'; drop table steps; --`, '\u0000', '\u200b', '٣', '1'.repeat(400), 'https://a.b/c'],
];
const CONTENT: readonly Partial<Message>[] = [
  { sticker: { file_id: 's' } as NonNullable<Message['sticker']> },
  { voice: { file_id: 'v' } as NonNullable<Message['voice']> },
  { location: { latitude: 59.9, longitude: 30.3 } },
  { contact: { phone_number: '1', first_name: 'Пётр' } },
];
const FORGED = [
  ...[
    '',
    '1',
    '1a',
    '1a:s1:1:1',
    '1a:id1:1:0',
    '1n:id1:1',
    '1n:id1:9999',
    '1u:id2:1',
    '1g:id1:1:ok',
  ],
  ...[
    '9a:x',
    '1x:d:0:1',
    '1t:99',
    '1t:-1',
    '1e:7',
    '1i:999',
    '1d:none',
    '1y:none',
    '1z:999',
    '1z:0',
  ],
  ...['1Rc:id1:1', '1Rb:id1:1', '1Rg:id1:1', '1Ra:id1:0', '1Ra:id1:9', '1Rl:id1:2', '1Rr:id1:2'],
  ...['1Rm:none', '1Rh', '1Re', '1Ro:none', '1Rt:none', '1Rd:none:3', '1Rp:none:20600:all'],
  ...['1Kb:none', '1Kr:none', '1Kf:none:0', '1Kv:none', '1Kt:none', '1Kc:none:0', '1Ky:none'],
  ...['1Kx:none', '1Ke:none', '1Kd:none', '1Kl:none', '1Kn:none', '1Ka:none', '1Km:99'],
  ...['1s:id3:1', '1v:id3:2', '1h:id3:3', '1q', '1c', '1r', '1p', 'я'.repeat(32), '1a:id1:1:0:0'],
];

/** The notes before and after somebody has edited them. */
const EDITIONS = [
  [notes('Git', GIT + ONE_LIST), notes('Команды', TWO_COMMANDS)],
  [
    notes('Git', `${GIT.replace('ВЕТКА', 'МЕТКА')}Теги - имена для коммитов\n`),
    notes('Команды', `${TWO_COMMANDS}git diff  - показать правки по строкам\n`),
  ],
];

/** What Telegram may refuse on an ordinary day. */
const ORDINARY = /message is not modified|query is too old/;

/** What a move has done; `isAnswered` looks at the chat when the bot is done. */
interface Move {
  readonly name: string;
  readonly isAnswered: () => boolean;
}

interface Game {
  readonly open: OpenHouse;
  readonly people: readonly Person[];
  readonly random: Random;
  /** Updates so far, for those that come again. */
  readonly updates: Update[];
  /** Messages as they once were: somebody's phone shows them still. */
  readonly past: Message[];
  /** Chats in which an answer was taken back. */
  readonly takenBack: Set<number>;
  edition: number;
}

test(`${STEPS} random moves`, async () => {
  const open = await openHouse(NOON, EDITIONS[0] ?? []);
  const people = ['Анна', 'Борис', 'Вера'].map((firstName) => open.telegram.person({ firstName }));
  const game: Game = {
    open,
    people,
    random: seededRandom(SEED),
    updates: [],
    past: [],
    takenBack: new Set(),
    edition: 0,
  };
  const moves: string[] = [];
  const overwritten: string[] = [];
  open.telegram.watch((event) => {
    if (event.kind === 'edited') game.past.push(event.before);
    if (isVerdictLost(event, game)) overwritten.push(event.message.text ?? '');
  });
  let person: Person | undefined;
  try {
    for (let step = 1; step <= STEPS; step += 1) {
      person = pick(people, game.random) ?? people[0];
      if (person === undefined) throw new Error('nobody plays');
      const before = open.telegram.calls.length;
      const move = await makeMove(game, person);
      moves.push(`${step} ${person.user.first_name}: ${move.name}`);
      expect(open.troubles).toEqual([]);
      expect(overwritten).toEqual([]);
      expect(refused(open.telegram.calls.slice(before))).toEqual([]);
      expect(move.isAnswered() ? 'answered' : 'silence').toBe('answered');
    }
    expect(await open.drain()).toEqual({ waiting: 0, setAside: 0 });
    const { db } = open.house.deps;
    const recounting = { db, study: open.house.study, now: open.now() };
    const { answers, corrections, mistakes } = await recount(recounting);
    expect(mistakes).toEqual([]);
    if (STEPS >= LONG_GAME) {
      expect(answers).toBeGreaterThan(STEPS / 20);
      expect(corrections).toBeGreaterThan(STEPS / 300);
    }
  } catch (error) {
    const screen = person === undefined ? '' : chat(person).slice(-3000);
    const played = moves.slice(-12).join('\n');
    process.stderr.write(`PLAYER_SEED=${SEED} PLAYER_STEPS=${STEPS}\n${played}\n\n${screen}\n`);
    throw error;
  } finally {
    await open.close();
  }
}, 240_000);

const refused = (calls: readonly Call[]): readonly Call[] =>
  calls.filter(({ error }) => error !== undefined && !ORDINARY.test(error.description));

const TAKES_BACK = /undo|отменить/u;
const VERDICT = /^[✅🟡❌]/u;
const STEP = /^(?:[✅🟡❌👎]|Вопрос|Итог)/u;

/** What a learner makes of a verdict with its own buttons. */
const CORRECTED = /^(?:✅ Засчитано|👎)/u;

/**
 * A verdict may lose its buttons, be credited or give way to its disliked question, and nothing else. Of an answer taken
 * back it does not stand any more: a phone that still shows the question above may answer it there.
 */
const isVerdictLost = (
  event: ChatEvent,
  { takenBack }: Game,
): event is Extract<ChatEvent, { kind: 'edited' }> =>
  event.kind === 'edited' &&
  VERDICT.test(event.before.text ?? '') &&
  !CORRECTED.test(event.message.text ?? '') &&
  !(takenBack.has(event.message.chat.id) && STEP.test(event.message.text ?? '')) &&
  event.before.text !== event.message.text;

/** Moves by how often they are made; the rest of the time is for answering. */
function makeMove(game: Game, person: Person): Promise<Move> {
  const chance = game.random();
  if (chance < 0.01) return editNotes(game);
  if (chance < 0.02) return loseConversations(game);
  if (chance < 0.06) return letTimePass(game);
  if (chance < 0.09) return deliverAgain(game, person);
  if (chance < 0.12) return forge(game, person);
  if (chance < 0.14) return leaveAndReturn(game, person);
  if (chance < 0.16) return sendContent(game, person);
  if (chance < 0.17) return callInGroup(game, person);
  if (chance < 0.22) return type(game, person, COMMANDS);
  if (chance < 0.3) return type(game, person, WORDS);
  if (chance < 0.33) return type(game, person, GARBAGE);
  if (chance < 0.38) return tapTwice(game, person);
  if (chance < 0.42) return everybodyAtOnce(game);
  if (chance < 0.46) return tapPast(game, person);
  return answerOrTap(game, person);
}

/** Types what the open question wants, or taps. */
async function answerOrTap(game: Game, person: Person): Promise<Move> {
  const progress = await game.open.house.study.progress(person.user.id);
  const question = progress.kind === 'step' ? progress.step.question : null;
  const isTyped = question?.form === 'typed' && game.random() < 0.7;
  if (isTyped) return type(game, person, [...question.accepted, question.answer.text, 'мимо']);
  return tap(game, person);
}

async function tap(game: Game, person: Person): Promise<Move> {
  const message = somewhere(game, person);
  const button = message && pick(buttonsOf(message), game.random);
  if (message === undefined || button === undefined) return type(game, person, COMMANDS);
  const press = await person.press(message, button.text);
  return tapped(game, [press], `[${button.text}]`);
}

/** A button that is gone: the phone has not heard of the edit yet. */
async function tapPast(game: Game, person: Person): Promise<Move> {
  const own = game.past.filter((it) => it.chat.id === person.user.id && buttonsOf(it).length > 0);
  const message = pick(own.slice(-10), game.random);
  const button = message && pick(buttonsOf(message), game.random);
  if (message === undefined || button === undefined) return type(game, person, COMMANDS);
  return tapped(game, [await person.press(message, button.text)], `[${button.text}], long gone`);
}

/** Two taps at once: on one button, or on two of one message. */
async function tapTwice(game: Game, person: Person): Promise<Move> {
  const message = somewhere(game, person);
  const first = message && pick(buttonsOf(message), game.random);
  const second = message && pick(buttonsOf(message), game.random);
  if (message === undefined || !first || !second) return type(game, person, COMMANDS);
  const presses = await Promise.all([
    person.press(message, first.text),
    person.press(message, second.text),
  ]);
  return tapped(game, presses, `[${first.text}] and [${second.text}] at once`);
}

function tapped(game: Game, presses: readonly Press[], name: string): Move {
  game.updates.push(...presses.map(({ update }) => update));
  return { name, isAnswered: () => presses.every((press) => press.answer() !== null) };
}

/** Mostly the newest buttons, sometimes some that have scrolled away, sometimes a message without any. */
function somewhere({ random }: Game, person: Person): Message | undefined {
  const withButtons = person.messages().filter((it) => buttonsOf(it).length > 0);
  return random() < 0.8 ? withButtons.at(-1) : pick(withButtons, random);
}

/** Data that stands under no button: made up, or copied from anybody's. */
async function forge(game: Game, person: Person): Promise<Move> {
  const { random, people } = game;
  // Under a question, the button of a screen would put that screen in its place, and rightly so.
  const screens = person
    .messages()
    .filter(({ from, text = '' }) => from?.is_bot === true && !STEP.test(text));
  const message = pick(screens, random);
  if (message === undefined) return type(game, person, COMMANDS);
  const others = (pick(people, random)?.messages() ?? []).flatMap((it) => buttonsOf(it));
  const copied = pick(others, random);
  const isCopy = copied !== undefined && 'callback_data' in copied && random() < 0.4;
  const data = isCopy ? copied.callback_data : (pick(FORGED, random) ?? '');
  return tapped(game, [await person.pressData(message, data)], `forged ${data}`);
}

async function type(game: Game, person: Person, texts: readonly string[]): Promise<Move> {
  const text = pick(texts, game.random) ?? '';
  return said(game, person, await person.say(text), JSON.stringify(text.slice(0, 40)));
}

async function sendContent(game: Game, person: Person): Promise<Move> {
  const content = pick(CONTENT, game.random) ?? {};
  return said(game, person, await person.send(content), Object.keys(content).join());
}

function said(game: Game, person: Person, update: Update, name: string): Move {
  game.updates.push(update);
  if (TAKES_BACK.test(name)) {
    game.takenBack.add(person.user.id);
  }
  const at = update.message?.message_id ?? 0;
  return { name, isAnswered: () => (person.newest()?.message_id ?? 0) > at };
}

async function everybodyAtOnce(game: Game): Promise<Move> {
  const games = game.people.map(() => ({ ...game, random: seededRandom(game.random()) }));
  const moves = await Promise.all(
    game.people.map((person, i) => answerOrTap(games[i] ?? game, person)),
  );
  return {
    name: `all at once: ${moves.map(({ name }) => name).join(', ')}`,
    isAnswered: () => moves.every((move) => move.isAnswered()),
  };
}

/** Telegram has lost our confirmation, or the bot has died before it was written. */
async function deliverAgain(game: Game, person: Person): Promise<Move> {
  const { open, random, updates } = game;
  const update = random() < 0.6 ? updates.at(-1) : pick(updates.slice(-50), random);
  if (update === undefined) return type(game, person, COMMANDS);
  const isCrash = random() < 0.5;
  await (isCrash ? open.repeat(update) : open.telegram.redeliver(update));
  return { name: `${isCrash ? 'handled' : 'delivered'} again`, isAnswered: () => true };
}

async function letTimePass({ open, random }: Game): Promise<Move> {
  const hours = pick([0.01, 0.5, 3, 7, 24, 24, 24 * 9], random) ?? 1;
  open.pass(hours * HOUR);
  return { name: `${hours} hours go by`, isAnswered: () => true };
}

async function editNotes(game: Game): Promise<Move> {
  game.edition = (game.edition + 1) % EDITIONS.length;
  await importBuiltInDecks(game.open.house.deps, EDITIONS[game.edition] ?? []);
  return { name: 'the notes are edited', isAnswered: () => true };
}

async function loseConversations({ open }: Game): Promise<Move> {
  await open.forgetConversations();
  return { name: 'a new release forgets the conversations', isAnswered: () => true };
}

async function leaveAndReturn(game: Game, person: Person): Promise<Move> {
  game.updates.push(await person.block(), await person.unblock());
  return { name: 'blocks the bot and comes back', isAnswered: () => true };
}

async function callInGroup({ open, updates }: Game, person: Person): Promise<Move> {
  const chatId = open.telegram.group('Учёба');
  updates.push(await person.say('/quiz@local_konspekt_bot', { chatId }));
  const isAnswered = () => open.telegram.messagesOf(chatId).length === 2;
  return { name: 'calls the bot in a group', isAnswered };
}
