/**
 * Plays a learner against the whole bot, over the local Telegram and a database that is thrown away.
 * Out: three chats as they stood at a moment, oldest message first.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../dist/bot/bot.js';
import { conversationStore } from '../../dist/db/conversations.js';
import { openDatabase } from '../../dist/db/database.js';
import { isDatabaseAway } from '../../dist/db/outage.js';
import { createLog } from '../../dist/log.js';
import { readNotesFolder } from '../../dist/notes-folder.js';
import { bankCache } from '../../dist/study/banks.js';
import { createStudy } from '../../dist/study/create-study.js';
import { importBuiltInDecks } from '../../dist/study/import-notes.js';
import { createLocalTelegram } from '../../dist/telegram/local/local-telegram.js';

const LEARNER = 1;
const FIRST_DAY = '2026-05-18T09:41:00+03:00';
const SECONDS = 1_000;
const PATIENCE = 60;

/** Plays and gives `{ newcomer, mistake, typed }`. */
export async function play() {
  const dataDir = await mkdtemp(join(tmpdir(), 'konspekt-picture-'));
  // Under root the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const log = createLog('error');
  const database = await openDatabase({ kind: 'embedded', dataDir }, log);
  try {
    return await threeMoments(await openChat(database.db, log));
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function threeMoments(chat) {
  await chat.say('/start');
  await chat.answer('right');
  const newcomer = chat.screen();

  await until(chat, ({ question }) => isExplained(question));
  await chat.answer('wrong');
  const mistake = chat.screen();

  await until(chat, ({ question }) => isPlainCommand(question));
  await chat.answer('typo');
  return { newcomer, mistake, typed: chat.screen() };
}

/** Answers everything rightly, sitting after sitting, up to a question of the wanted sort. */
async function until(chat, isWanted) {
  for (let turn = 0; turn < PATIENCE; turn += 1) {
    const step = await chat.step();
    if (step === null) await chat.askMore();
    else if (isWanted(step)) return;
    else await chat.answer('right');
  }
  throw new Error('the wanted question does not come');
}

async function openChat(db, log) {
  let now = new Date(FIRST_DAY);
  let ids = 0;
  const deps = {
    db,
    banks: bankCache(db),
    now: () => now,
    newId: () => `drawing-${(ids += 1)}`,
    defaultTimeZone: 'Europe/Moscow',
  };
  const { files } = await readNotesFolder('notes');
  await importBuiltInDecks(deps, files);
  const study = createStudy(deps);
  const telegram = createLocalTelegram({ now: () => now.getTime() });
  const bot = createBot({
    ...{ token: telegram.token, botInfo: telegram.me, study, log, isDatabaseAway },
    conversationStore: conversationStore(db, deps.now),
    client: { fetch: telegram.fetch },
  });
  await telegram.deliverTo((update) => bot.handleUpdate(update));
  const person = telegram.person({ id: LEARNER });

  const step = async () => {
    const progress = await study.progress(LEARNER);
    return progress.kind === 'step' ? progress.step : null;
  };
  const press = (button) => person.press(person.newest({ withButtons: true }), button);
  const buttons = () =>
    (person.newest()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

  return {
    step,
    say: (text) => person.say(text),
    screen: () => [...person.messages()],
    async answer(how) {
      now = new Date(now.getTime() + 20 * SECONDS);
      if (buttons().includes('Дальше')) await press('Дальше');
      const { question } = await step();
      if (question.form === 'choice') {
        await press(question.choices.findIndex((it) => it.correct === (how === 'right')) + 1);
      } else if (question.form === 'typed') {
        await person.say(how === 'right' ? question.accepted[0] : withTypo(question.accepted[0]));
      } else {
        await press('Показать ответ');
        await press(1);
      }
    },
    /** Another sitting, on the section of commands. */
    async askMore() {
      await person.say('/topics');
      const number = /^(\d+)\. Основные команды/m.exec(person.newest().text)?.[1];
      await press(number);
    },
  };
}

/** A wrong option is a whole description here, and the verdict says what it describes. */
const isExplained = ({ kind }) => kind === 'term2def' || kind === 'cmd2desc';

/** A command that is a phrase of plain words: `docker images`. */
const isPlainCommand = ({ judge, accepted }) =>
  judge === 'command' && /^docker [a-z]{5,}$/.test(accepted[0]);

/** The last two letters change places. */
const withTypo = (command) => command.slice(0, -2) + command.at(-1) + command.at(-2);
