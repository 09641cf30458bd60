/** /export, /privacy, /delete: what is stored belongs to the learner. */
import { Composer } from 'grammy';
import type { Study } from '../study/study.js';
import { wayOn } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { DELETION, farewellIn } from './deletion.js';
import { say, sayDocument, show, toast } from './say.js';
import { tapped } from './taps.js';
import {
  ankiMessage,
  answersMessage,
  copyMessage,
  copyTooBigMessage,
  deletedMessage,
  keptMessage,
  nothingStoredMessage,
  privacyMessage,
} from './texts/own-data.js';

/** Telegram takes no larger file of a bot. */
const LARGEST_UPLOAD = 50_000_000;

export function ownData(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('export', (ctx) => sayCopy(ctx, study));
  composer.command('privacy', async (ctx) => {
    await say(ctx, await wayOn(ctx, study, privacyMessage));
  });
  composer.command('delete', async (ctx) => {
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(DELETION);
  });
  composer.filter(tapped('export'), async (ctx) => {
    await toast(ctx);
    await sayCopy(ctx, study);
  });
  composer.filter(tapped('keep'), async (ctx) => {
    await ctx.conversation.exit(DELETION);
    await toast(ctx);
    await show(ctx, keptMessage);
  });
  // Deleted, and the process died before it could say so: the same words come again, from a stranger.
  composer.on('message:text', async (ctx, next) => {
    const isFarewell = farewellIn(ctx.message.text) !== null;
    if (!isFarewell || (await study.ownData.isKnown(learnerOf(ctx)))) return next();
    await say(ctx, deletedMessage);
  });
  return composer;
}

async function sayCopy(ctx: BotContext, study: Study): Promise<void> {
  const copy = await study.ownData.copy(learnerOf(ctx));
  if (copy === null) return void (await say(ctx, nothingStoredMessage));
  if (copy.json.length > LARGEST_UPLOAD)
    return void (await say(ctx, await wayOn(ctx, study, copyTooBigMessage)));
  if (copy.anki !== null && copy.anki.length <= LARGEST_UPLOAD) {
    await sayDocument(ctx, { name: 'konspekt-anki.txt', bytes: copy.anki }, ankiMessage);
  }
  if (copy.steps !== null && copy.steps.length <= LARGEST_UPLOAD) {
    await sayDocument(ctx, { name: 'konspekt-answers.json.gz', bytes: copy.steps }, answersMessage);
  }
  const caption = await wayOn(ctx, study, copyMessage);
  const name = copy.isPacked ? 'konspekt-copy.json.gz' : 'konspekt-copy.json';
  await sayDocument(ctx, { name, bytes: copy.json }, caption);
}
