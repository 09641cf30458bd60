/**
 * Notes as text: a long message may be one, and several of them are one paste. The first is answered with a question, the
 * rest are gathered; «Да», «Это всё» or silence makes the deck. Everything stands in the rows, nothing in a conversation.
 */
import { Composer } from 'grammy';
import type { Paste, Taken } from '../study/own-decks.js';
import type { Study } from '../study/study.js';
import { aside, turnTo, wayOn } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import { importIdOf } from './import-id.js';
import type { Message } from './message.js';
import { edit, say, show, takeButtons, toast, type Speaker } from './say.js';
import { tapped } from './taps.js';
import { gatheringMessage, noPasteMessage, pasteMessage } from './texts/paste.js';
import { refusedMessage } from './texts/refusals.js';
import { takenMessage } from './texts/report.js';
import { toasts } from './texts/replies.js';

/** What it takes to tell of a paste; and to hear of one. */
type Telling = Pick<BotDeps, 'study' | 'files'>;
type Hearing = Pick<BotDeps, 'study' | 'files' | 'pastes'>;

/** Lines and signs from which a text looks like notes. */
const NOTES_LINES = 3;
const NOTES_SIGNS = 200;

/** Several lines, or a long one: somebody's notes, most likely. */
export const looksLikeNotes = (text: string): boolean =>
  text.length > NOTES_SIGNS || text.trim().split('\n').length >= NOTES_LINES;

/** Buttons under the question whether a text is notes. */
export function pastes(deps: Hearing): Composer<BotContext> {
  const { study } = deps;
  const composer = new Composer<BotContext>();
  composer.filter(tapped('paste'), async (ctx) => {
    const paste = await study.ownDecks.paste(learnerOf(ctx));
    if (paste === null || paste.quietIn === 0) return close(ctx, deps, ctx.tap.paste, paste);
    await study.ownDecks.markPaste(learnerOf(ctx), { isWanted: true });
    await toast(ctx);
    await show(ctx, gatheringMessage(paste));
    deps.pastes.expect(ctx.api, paste);
  });
  composer.filter(tapped('pasteDone'), async (ctx) =>
    close(ctx, deps, ctx.tap.paste, await study.ownDecks.paste(learnerOf(ctx))),
  );
  composer.filter(tapped('noPaste'), async (ctx) => {
    const paste = await study.ownDecks.paste(learnerOf(ctx));
    if (paste !== null) await study.ownDecks.dropPaste(learnerOf(ctx), paste.id);
    await toast(ctx);
    await turnTo(ctx, study, noPasteMessage);
  });
  return composer;
}

/** Takes a text as a part of a paste; false when it is none. `isLong`: it may begin one. */
export async function hearPart(
  ctx: BotContext,
  { study, pastes: watch }: Hearing,
  { text, isLong }: { text: string; isLong: boolean },
): Promise<boolean> {
  const messageId = ctx.message?.message_id ?? 0;
  const part = { id: importIdOf(ctx), messageId, text };
  const paste = await study.ownDecks.takePart(learnerOf(ctx), part, isLong);
  if (paste === null) return false;
  if (paste.messageId === null) await ask(ctx, study, paste);
  watch.expect(ctx.api, paste);
  return true;
}

/** «Это всё» or «да» in words; false when nothing is being gathered. */
export async function hearAll(ctx: BotContext, deps: Telling): Promise<boolean> {
  const paste = await deps.study.ownDecks.paste(learnerOf(ctx));
  if (paste === null) return false;
  await conclude(ctx, deps, paste);
  return true;
}

/** «Нет» in words; false when it is not asked whether a text is notes. */
export async function hearNo(ctx: BotContext, { study }: Pick<Telling, 'study'>): Promise<boolean> {
  const paste = await study.ownDecks.paste(learnerOf(ctx));
  if (paste === null || paste.isWanted) return false;
  await study.ownDecks.dropPaste(learnerOf(ctx), paste.id);
  await say(ctx, await aside(ctx, study, noPasteMessage));
  await takeButtons(ctx, paste.messageId);
  return true;
}

/** There has been silence: a paste that is wanted becomes a deck, the question about another comes below its parts. */
export async function concludePaste(at: Speaker, deps: Telling, paste: Paste): Promise<void> {
  if (paste.isWanted) await conclude(at, deps, paste);
  else if (paste.messageId === null || paste.messageId < paste.lastPart)
    await ask(at, deps.study, paste);
}

async function ask(at: Speaker, study: Study, paste: Paste): Promise<void> {
  const messageId = await say(at, await aside(at, study, pasteMessage(paste)));
  await study.ownDecks.markPaste(learnerOf(at), { messageId });
  await takeButtons(at, paste.messageId);
}

/** A tap on «Да» or «Это всё»; one that comes again is shown what came of the first. */
async function close(
  ctx: BotContext,
  deps: Telling,
  id: string,
  paste: Paste | null,
): Promise<void> {
  if (paste !== null) {
    await toast(ctx);
    return conclude(ctx, deps, paste);
  }
  const taken = await deps.study.ownDecks.taken(learnerOf(ctx), id);
  await toast(ctx, taken === null ? toasts.dead : undefined);
  if (taken !== null) await show(ctx, await outcome(ctx, deps, taken));
}

/** Makes the deck and tells of it where the question stood, or below when messages came after that. */
async function conclude(at: Speaker, deps: Telling, paste: Paste): Promise<void> {
  const taken = await deps.study.ownDecks.closePaste(learnerOf(at), paste.id);
  if (taken === null) return;
  const message = await outcome(at, deps, taken);
  const { messageId } = paste;
  const isBelow = messageId !== null && messageId > paste.lastPart;
  if (!isBelow || !(await edit(at, messageId, message))) {
    await say(at, message);
    await takeButtons(at, messageId);
  }
  await deps.study.ownDecks.dropPaste(learnerOf(at), paste.id);
}

/** What came of notes, above the question that is open. */
function outcome(at: Speaker, { study, files }: Telling, taken: Taken): Promise<Message> {
  const message =
    taken.kind === 'refused' ? refusedMessage(taken.refusal, files.largest) : takenMessage(taken);
  return wayOn(at, study, message);
}
