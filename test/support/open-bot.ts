/** The whole bot in one process: local Telegram, real database, people who tap and type. Stories are told with it. */
import type { Message, Update } from 'grammy/types';
import { createBot } from '../../src/bot/bot.js';
import { createPasteWatch } from '../../src/bot/paste-watch.js';
import { conversationStore } from '../../src/db/conversations.js';
import { isDatabaseAway } from '../../src/db/outage.js';
import { conversations } from '../../src/db/schema/updates.js';
import type { NoteFile } from '../../src/study/import-notes.js';
import { importBuiltInDecks } from '../../src/study/import-notes.js';
import type { Step } from '../../src/study/step.js';
import { downloads } from '../../src/telegram/download.js';
import {
  createLocalTelegram,
  type LocalTelegram,
} from '../../src/telegram/local/local-telegram.js';
import { buttonsOf, type Person, type Press } from '../../src/telegram/local/person.js';
import { NOON, openTestStudy, type TestStudy } from './study.js';
import { createTimers } from './timers.js';

const API_ROOT = 'https://api.telegram.org';
const LARGEST_FILE = 1_048_576;

export interface Logged {
  readonly level: string;
  readonly details: object;
}

export interface OpenBot {
  readonly telegram: LocalTelegram;
  readonly house: TestStudy;
  readonly anna: Person;
  readonly boris: Person;
  /** Every update so far, oldest first. */
  readonly updates: readonly Update[];
  /** What the bot wrote into its log at warn or error. */
  readonly troubles: readonly Logged[];
  /** The process ends, and another one starts over the same rows. */
  restart(): Promise<void>;
  /** Lets time pass: for the bot's clock, and for whatever it does later. */
  pass(ms: number): void;
  /** Loses what the conversations remember, as a release with another version does. */
  forgetConversations(): Promise<void>;
  close(): Promise<void>;
}

/** A bot over these notes; the first file is the default. */
export async function openBot(...files: readonly NoteFile[]): Promise<OpenBot> {
  const house = await openTestStudy('');
  await importBuiltInDecks(house.deps, files);
  const telegram = createLocalTelegram();
  const troubles: Logged[] = [];
  const note = (level: string) => (details: object) => void troubles.push({ level, details });
  const updates: Update[] = [];
  const timers = createTimers();
  let passed = 0;
  let stop = new AbortController();
  async function start(): Promise<void> {
    stop.abort();
    stop = new AbortController();
    const { study } = house;
    const log = { debug: () => undefined, warn: note('warn'), error: note('error') };
    const load = downloads({ ...telegram, largest: LARGEST_FILE, apiRoot: API_ROOT });
    const files = { largest: LARGEST_FILE, load };
    const pastes = createPasteWatch({
      ...{ study, files, later: timers.later, log, stop: stop.signal },
    });
    const bot = createBot({
      ...{ token: telegram.token, botInfo: telegram.me, study, log, isDatabaseAway },
      ...{ files, pastes, later: timers.later },
      conversationStore: conversationStore(house.deps.db, house.deps.now),
      client: { fetch: telegram.fetch as typeof fetch },
    });
    await telegram.deliverTo((update) => {
      updates.push(update);
      return bot.handleUpdate(update);
    });
    await pastes.resume(bot.api);
  }
  await start();
  return {
    ...{ telegram, house, updates, troubles },
    restart: start,
    pass(ms) {
      passed += ms;
      house.setNow(new Date(NOON.getTime() + passed));
      timers.pass(ms);
    },
    anna: telegram.person({ id: 1001, firstName: 'Анна' }),
    boris: telegram.person({ id: 1002, firstName: 'Борис' }),
    forgetConversations: async () => void (await house.deps.db.delete(conversations)),
    close() {
      stop.abort();
      return house.close();
    },
  };
}

/** A deck file of the notes folder. */
export const notes = (title: string, text: string): NoteFile => ({
  file: `${title.toLowerCase()}.txt`,
  title,
  text,
});

/** Whatever plays the bot: what a story needs of it to answer questions. */
type Played = Pick<OpenBot, 'house'>;

/** The step a person should see now. */
export async function stepOf({ house }: Played, person: Person): Promise<Step> {
  const progress = await house.study.progress(person.user.id);
  if (progress.kind !== 'step') throw new Error(`no question is open: ${progress.kind}`);
  return progress.step;
}

/** The message that shows the open question. */
export async function questionOf(bot: Played, person: Person): Promise<Message> {
  const { messageId } = await stepOf(bot, person);
  const message = person.messages().find(({ message_id: id }) => id === messageId);
  if (message === undefined) throw new Error(`the question is not on the screen: ${messageId}`);
  return message;
}

/** Answers the open question as it wants to be answered: a tap, a text, a look and a grade. */
export async function answer(bot: Played, person: Person, isRight: boolean): Promise<void> {
  const { question } = await stepOf(bot, person);
  const message = await questionOf(bot, person);
  switch (question.form) {
    case 'choice':
      await tapChoice(bot, person, isRight);
      return;
    case 'typed':
      await person.say(isRight ? (question.accepted[0] ?? '') : 'совсем не то');
      return;
    case 'recall':
      await person.press(message, 'Показать ответ');
      await person.press(await questionOf(bot, person), isRight ? 1 : 3);
  }
}

/** Taps the right choice of the open question, or a wrong one. */
export async function tapChoice(bot: Played, person: Person, isRight: boolean): Promise<Press> {
  const { question } = await stepOf(bot, person);
  if (question.form !== 'choice') throw new Error(`not a tap kind: ${question.kind}`);
  const message = await questionOf(bot, person);
  const index = question.choices.findIndex(({ correct }) => correct === isRight);
  const data = buttonsOf(message).find(
    (button) => 'callback_data' in button && button.callback_data.endsWith(`:${index}`),
  );
  if (data === undefined) throw new Error(`no button for choice ${index}`);
  return person.press(message, data.text);
}

/** The bot's newest words. */
export const last = (person: Person): string => person.newest()?.text ?? '';

/** The newest message of the bot that says this. */
export function said(person: Person, words: string | RegExp): Message {
  const message = person
    .messages()
    .findLast(({ text = '' }) =>
      typeof words === 'string' ? text.includes(words) : words.test(text),
    );
  if (message === undefined) throw new Error(`nothing says ${words}:\n${chat(person)}`);
  return message;
}

/** The labels under a message. */
export const labels = (message: Message): string[] => buttonsOf(message).map(({ text }) => text);

/** The chat as text, for failures and for reading aloud. */
export const chat = (person: Person): string =>
  person
    .messages()
    .map((message) => {
      const who = message.from?.is_bot === true ? '•' : '>';
      const rows = message.reply_markup?.inline_keyboard ?? [];
      const buttons = rows.map((row) => row.map(({ text }) => `[${text}]`).join(' ')).join(' ⏎ ');
      return `${who} ${message.text ?? '…'}${buttons === '' ? '' : `\n  ${buttons}`}`;
    })
    .join('\n');

/** Opens a sitting of this size and puts its first question. */
export async function begin({ house }: OpenBot, person: Person, size: number): Promise<void> {
  const opened = await house.study.open(person.user.id, { kind: 'size', size });
  if (opened.kind !== 'step') throw new Error(`nothing opened: ${opened.kind}`);
  await person.say('продолжить');
}
