/** /start and /cancel, which work at every moment; behind /start may stand a link to a place. */
import { Composer } from 'grammy';
import type { DeckReport } from '../study/own-decks.js';
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext } from './context.js';
import { offerDaily } from './daily-offer.js';
import { sayLookUp } from './explain.js';
import { cancel, goHome, introduce, open } from './home.js';
import { readLink, type Link } from './links.js';
import { say } from './say.js';
import { showsScreen } from './taps.js';
import { followedMessage } from './texts/decks.js';
import { returnMessage } from './texts/screens.js';
import { openTopic } from './topics.js';

/** To be mounted in front of the conversations. */
export function start(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('start', async (ctx, next) => {
    const link = readLink(ctx.match);
    if (link === null || !(await follow(ctx, study, link))) await goHome(ctx, study, returnMessage);
    await offerDaily(ctx, study, 'start');
    if (ctx.upNext !== undefined || showsScreen(ctx)) await next();
  });
  composer.command('cancel', async (ctx, next) => {
    await cancel(ctx, study);
    if (showsScreen(ctx)) await next();
  });
  return composer;
}

/** Opens what a link leads to: a newcomer is asked at once. False when there is nothing behind it. */
async function follow(ctx: BotContext, study: Study, link: Link): Promise<boolean> {
  switch (link.kind) {
    case 'term':
      await sayLookUp(ctx, study, link.query);
      return true;
    case 'quiz':
      return begin(ctx, study, link);
    case 'deck':
    case 'topic':
      return look(ctx, study, link);
  }
}

/** Notes, or a section of them. */
async function look(
  ctx: BotContext,
  study: Study,
  link: Extract<Link, { kind: 'deck' | 'topic' }>,
): Promise<boolean> {
  const { deckId } = link;
  const report = await study.ownDecks.follow(learnerOf(ctx), deckId);
  if (report === null) return false;
  if (link.kind === 'topic' && (await openTopic(ctx, study, link))) return true;
  if (await tryOut(ctx, study, report)) return true;
  await say(ctx, followedMessage(report));
  return true;
}

/** Questions at once. */
async function begin(
  ctx: BotContext,
  study: Study,
  { deckId, section }: Extract<Link, { kind: 'quiz' }>,
): Promise<boolean> {
  const learnerId = learnerOf(ctx);
  const report = await study.ownDecks.follow(learnerId, deckId);
  if (report !== null) {
    if (await tryOut(ctx, study, report)) return true;
    await open(ctx, study, { kind: 'size', size: LINKED_SIZE, deckId });
    return true;
  }
  if (section === null || (await study.ownDecks.follow(learnerId, section.deckId)) === null) {
    return false;
  }
  const version = (await study.topics(learnerId))?.version;
  if (version === undefined) return false;
  await open(ctx, study, { kind: 'section', ...section, version });
  return true;
}

/** Questions behind a link to a deck. */
const LINKED_SIZE = 10;

/** The first questions of a newcomer, with the words that say what this is; false for everybody else. */
async function tryOut(
  ctx: BotContext,
  study: Study,
  { deckId, title }: Pick<DeckReport, 'deckId' | 'title'>,
): Promise<boolean> {
  const home = await study.home(learnerOf(ctx));
  if (home.kind !== 'newcomer') return false;
  const opened = await study.open(learnerOf(ctx), { kind: 'trial', deckId });
  if (opened.kind === 'step') await introduce(ctx, study, opened.step, title);
  return opened.kind === 'step';
}
