/**
 * Whatever nobody took: /help, /stats, words that mean commands, answers to a question no conversation listens for,
 * words to look up, stickers. Ends every update with something said.
 */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import { afterText, answerText } from './answering.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import { sayMine } from './decks.js';
import { undo } from './corrections.js';
import { sayDaily } from './daily.js';
import { sayLookUp } from './explain.js';
import { cancel, goHome, goOnWithOpen } from './home.js';
import { openMistakes } from './mistakes.js';
import { hearAll, hearNo, hearPart, looksLikeNotes } from './paste.js';
import { sayRests } from './rest.js';
import { edit, say, takeButtons, toast } from './say.js';
import { saySettings } from './settings.js';
import { sayStats } from './stats.js';
import { hintText, questionMessage, revealedMessage } from './texts/question.js';
import {
  helpMessage,
  misfitMessage,
  noHintMessage,
  onlyTextMessage,
  onlyTextPhotoMessage,
  pointerMessage,
  toasts,
  unknownCommandMessage,
} from './texts/replies.js';
import { portionMessage } from './texts/screens.js';
import { replyMessage, verdictMessage } from './texts/verdict.js';
import { sayTopics } from './topics.js';
import { isCommand, isControl, lookUpIn, wordIn, type Word } from './words.js';

/** What people send besides text; service messages (a pin, a joined chat) need no answer. */
const CONTENT = [
  ...(['message:file', 'message:contact', 'message:location', 'message:poll'] as const),
  ...(['message:dice', 'message:game', 'message:story', 'message:checklist'] as const),
] as const;

export function plain(deps: BotDeps): Composer<BotContext> {
  const { study } = deps;
  const composer = new Composer<BotContext>();
  composer.command('help', (ctx) => sayHelp(ctx, study));
  composer.command('stats', (ctx) => sayStats(ctx, study));
  composer.on('message:text', (ctx) => hear(ctx, deps, ctx.message.text));
  composer.on('message:photo', async (ctx) => void (await say(ctx, onlyTextPhotoMessage)));
  composer.on([...CONTENT], async (ctx) => void (await say(ctx, onlyTextMessage)));
  composer.on('callback_query', (ctx) => toast(ctx, toasts.dead));
  return composer;
}

async function sayHelp(ctx: BotContext, study: Study): Promise<void> {
  await say(ctx, await aside(ctx, study, helpMessage));
}

/** A command word of control first, then a paste under way, the question on the screen, the other command words. */
async function hear(ctx: BotContext, deps: BotDeps, text: string): Promise<void> {
  const { study } = deps;
  if (isCommand(ctx.message)) return void (await say(ctx, unknownCommandMessage));
  const word = wordIn(text);
  if (isControl(word) && (await obey(ctx, study, word))) return;
  if (word === 'all' && (await hearAll(ctx, deps))) return;
  if (word === null && (await hearPart(ctx, deps, { text, isLong: false }))) return;
  const typed = { learnerId: learnerOf(ctx), text, updateId: ctx.update.update_id };
  const outcome = await answerText(study, typed);
  if (outcome?.kind === 'judged') {
    await say(ctx, replyMessage(outcome));
    return afterText(ctx, study, outcome);
  }
  if (await obey(ctx, study, word)) return;
  if (word === 'yes' && (await hearAll(ctx, deps))) return;
  if (word === 'no' && (await hearNo(ctx, deps))) return;
  if (looksLikeNotes(text)) return void (await hearPart(ctx, deps, { text, isLong: true }));
  const asked = lookUpIn(text);
  if (outcome?.kind === 'misfit' && asked !== 'question') {
    return void (await say(ctx, misfitMessage));
  }
  if (asked !== null && word === null) return sayLookUp(ctx, study, text);
  await say(ctx, pointerMessage);
}

/** What is done at a word; false when it means nothing now. */
type Deed = (ctx: BotContext, study: Study) => Promise<boolean>;

const always =
  (deed: (ctx: BotContext, study: Study) => Promise<void>): Deed =>
  async (ctx, study) => {
    await deed(ctx, study);
    return true;
  };

/** Words that are not here mean something only to what is being asked. */
const deeds: Readonly<Partial<Record<Word, Deed>>> = {
  cancel: always(cancel),
  unknown: giveUp,
  hint,
  reveal,
  quiz: always((ctx, study) => goHome(ctx, study, portionMessage)),
  topics: always(sayTopics),
  decks: always(sayMine),
  help: always(sayHelp),
  stats: always(sayStats),
  daily: always(sayDaily),
  settings: always(saySettings),
  rest: always(sayRests),
  mistakes: always(openMistakes),
  undo: always(undo),
  continue: always(goOnWithOpen),
};

/** Does what the word means; false when it means nothing now. */
const obey = async (ctx: BotContext, study: Study, word: Word | null): Promise<boolean> =>
  (word === null ? undefined : await deeds[word]?.(ctx, study)) ?? false;

async function giveUp(ctx: BotContext, study: Study): Promise<boolean> {
  const updateId = ctx.update.update_id;
  const step = await study.awaiting(learnerOf(ctx), updateId);
  if (step === null) return false;
  const outcome = await study.answer(learnerOf(ctx), step, { kind: 'unknown' }, updateId);
  if (outcome.kind !== 'judged') return false;
  await say(ctx, verdictMessage(outcome.step));
  await afterText(ctx, study, outcome);
  return true;
}

/** The hint below the words that asked for it; the question above shows it too. */
async function hint(ctx: BotContext, study: Study): Promise<boolean> {
  const open = await study.awaiting(learnerOf(ctx), ctx.update.update_id);
  if (open === null) return false;
  const text = hintText(open.question);
  const step = text === null ? null : await study.hint(learnerOf(ctx), open);
  await say(ctx, text === null || step === null ? noHintMessage : { text });
  if (step !== null && step.messageId !== null)
    await edit(ctx, step.messageId, questionMessage(step));
  return true;
}

/** The answer below the words that asked for it; from now on the question stands there. */
async function reveal(ctx: BotContext, study: Study): Promise<boolean> {
  const step = await study.awaiting(learnerOf(ctx), ctx.update.update_id);
  if (step?.question.form !== 'recall') return false;
  const messageId = await say(ctx, revealedMessage(step, step.question));
  await study.markAsked(learnerOf(ctx), step, messageId);
  await takeButtons(ctx, step.messageId);
  return true;
}
