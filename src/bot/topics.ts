/** /topics: the sections of the notes, edited in place; a tap on a number starts that section's quiz. */
import { Composer } from 'grammy';
import type { Topics } from '../study/mastery.js';
import type { Study } from '../study/study.js';
import { aside, turnTo } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { introduce, open } from './home.js';
import type { Message } from './message.js';
import { say, show, toast } from './say.js';
import { tapped } from './taps.js';
import { noDecksMessage, topicDecksMessage } from './texts/screens.js';
import { toasts } from './texts/replies.js';
import {
  gapMessage,
  gapsMessage,
  shareTopicsMessage,
  topicMessage,
  topicsMessage,
} from './texts/topics.js';

export function topics(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('topics', (ctx) => sayTopics(ctx, study));
  composer.filter(tapped('topics'), (ctx) =>
    turn(ctx, study, (found) => topicsMessage(found, ctx.tap.page)),
  );
  composer.filter(tapped('topicDecks'), async (ctx) => {
    await toast(ctx);
    const decks = await study.decks(learnerOf(ctx));
    await turnTo(ctx, study, topicDecksMessage(decks, ctx.tap.page));
  });
  composer.filter(tapped('topicsOf'), async (ctx) => {
    const isChosen = await study.chooseDeck(learnerOf(ctx), ctx.tap.deckId);
    if (!isChosen) return toast(ctx, toasts.dead);
    await turn(ctx, study, (found) => topicsMessage(found, 0));
  });
  composer.filter(tapped('gaps'), (ctx) =>
    turn(ctx, study, (found) => gapsMessage(found, ctx.tap.page)),
  );
  composer.filter(tapped('gap'), (ctx) =>
    turn(ctx, study, (found) => {
      const row = found.sections.find(({ index }) => index === ctx.tap.index);
      return row?.isEmpty === true ? gapMessage(row, found.deck.isOwn) : topicsMessage(found, 0);
    }),
  );
  composer.filter(tapped('shareTopics'), (ctx) =>
    turn(ctx, study, (found) => shareTopicsMessage(found, ctx.tap.page, ctx.me.username)),
  );
  composer.filter(tapped('section'), (ctx) => {
    const { deckId, index, version } = ctx.tap;
    return open(ctx, study, { kind: 'section', deckId, index, version });
  });
  return composer;
}

/** The first page, as a new message. */
export async function sayTopics(ctx: BotContext, study: Study): Promise<void> {
  const found = await study.topics(learnerOf(ctx));
  const message = found === null ? noDecksMessage : topicsMessage(found, 0);
  await say(ctx, await aside(ctx, study, message));
}

/**
 * A section behind a link, of notes the learner may see: its screen, and for a newcomer its first question at once. False
 * when the notes have no such section any more.
 */
export async function openTopic(
  ctx: BotContext,
  study: Study,
  { deckId, index }: { deckId: string; index: number },
): Promise<boolean> {
  const learnerId = learnerOf(ctx);
  const home = await study.home(learnerId);
  if (!(await study.chooseDeck(learnerId, deckId))) return false;
  const found = await study.topics(learnerId);
  const row = found?.sections.find((it) => it.index === index);
  if (found === null || row === undefined) return false;
  if (home.kind === 'newcomer' && !row.isEmpty) {
    const { version } = found;
    const opened = await study.open(learnerId, { kind: 'section', deckId, index, version });
    if (opened.kind === 'step') {
      await introduce(ctx, study, opened.step, row.title ?? found.deck.title);
      return true;
    }
  }
  await say(ctx, await aside(ctx, study, topicMessage(found, row)));
  return true;
}

/** Another page in place of this one. */
async function turn(
  ctx: BotContext,
  study: Study,
  screen: (topics: Topics) => Message,
): Promise<void> {
  const found = await study.topics(learnerOf(ctx));
  if (found === null) return toast(ctx, toasts.dead);
  await toast(ctx);
  await show(ctx, await aside(ctx, study, screen(found)));
}
