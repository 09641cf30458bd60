/** Notes of one's own: files, the screens around a deck, and what can be done with it. Screens are edited in place. */
import { Composer } from 'grammy';
import type { HeldDeck, Taken } from '../study/own-decks.js';
import type { Study } from '../study/study.js';
import { wayOn } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import { takeDocument } from './document.js';
import { goHome, open } from './home.js';
import { linkToDeck } from './links.js';
import type { Message } from './message.js';
import { say, show, toast } from './say.js';
import { tapped } from './taps.js';
import {
  heldMessage,
  leavingMessage,
  leftMessage,
  mineMessage,
  shareMessage,
  withWayToDecks,
} from './texts/decks.js';
import { refusedMessage } from './texts/refusals.js';
import { changesMessage, faultsMessage, reportMessage, takenMessage } from './texts/report.js';
import { toasts } from './texts/replies.js';
import { portionMessage } from './texts/screens.js';
import { isFromSettings, withWayBack } from './way-back.js';

export function decks(deps: BotDeps): Composer<BotContext> {
  const { study } = deps;
  const composer = new Composer<BotContext>();
  composer.on('message:document', (ctx) => takeDocument(ctx, deps, ctx.message.document));
  composer.filter(tapped('begin'), (ctx) => begin(ctx, study, ctx.tap.deckId));
  composer.filter(tapped('added'), (ctx) =>
    open(ctx, study, { kind: 'added', import: ctx.tap.import }),
  );
  composer.use(imports(deps), screens(study), leaving(study));
  composer.filter(tapped('rename'), async (ctx) => {
    const deck = await heldDeck(ctx, study, ctx.tap.deckId);
    if (deck?.isOwn !== true) return toast(ctx, toasts.dead);
    await toast(ctx);
    await ctx.conversation.exitAll();
    await ctx.conversation.enter('rename', ctx.tap.deckId);
  });
  return composer;
}

/** «Мои конспекты», as a new message. */
export async function sayMine(ctx: BotContext, study: Study): Promise<void> {
  const message = mineMessage(await study.ownDecks.held(learnerOf(ctx)), 0);
  await say(ctx, await wayOn(ctx, study, message));
}

/** What came of notes, and what they changed. */
function imports({ study, files }: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const tell = (ctx: BotContext, taken: Taken | null): Promise<void> =>
    put(
      ctx,
      study,
      taken &&
        (taken.kind === 'refused'
          ? refusedMessage(taken.refusal, files.largest)
          : takenMessage(taken)),
    );
  composer.filter(tapped('asVersion', 'asDeck'), async (ctx) => {
    const as = ctx.tap.kind === 'asDeck' ? 'deck' : 'version';
    await tell(ctx, await study.ownDecks.settle(learnerOf(ctx), ctx.tap.import, as));
  });
  composer.filter(tapped('taken'), async (ctx) =>
    tell(ctx, await study.ownDecks.taken(learnerOf(ctx), ctx.tap.import)),
  );
  composer.filter(tapped('changes'), async (ctx) => {
    const { import: id, page } = ctx.tap;
    const changes = await study.ownDecks.changes(learnerOf(ctx), id);
    await put(ctx, study, changes && changesMessage(changes, id, page));
  });
  return composer;
}

/** The screens of one deck. */
function screens(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.filter(tapped('mine'), async (ctx) => {
    const held = await study.ownDecks.held(learnerOf(ctx));
    const message = withWayToDecks(mineMessage(held, ctx.tap.page));
    await put(ctx, study, isFromSettings(ctx) ? withWayBack(message) : message);
  });
  composer.filter(tapped('report'), async (ctx) => {
    const report = await study.ownDecks.report(learnerOf(ctx), ctx.tap.deckId);
    await put(ctx, study, report && reportMessage(report));
  });
  composer.filter(tapped('faults'), async (ctx) => {
    const { deckId, page } = ctx.tap;
    const faults = await study.ownDecks.faults(learnerOf(ctx), deckId);
    await put(ctx, study, faults && faultsMessage(faults, deckId, page));
  });
  composer.filter(tapped('held'), async (ctx) => {
    const deck = await heldDeck(ctx, study, ctx.tap.deckId);
    await put(ctx, study, deck && heldMessage(deck));
  });
  composer.filter(tapped('share'), async (ctx) => {
    const deck = await heldDeck(ctx, study, ctx.tap.deckId);
    await put(ctx, study, deck && shareMessage(deck, linkToDeck(ctx.me.username, deck.deckId)));
  });
  return composer;
}

/** Letting go of a deck takes two taps. */
function leaving(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.filter(tapped('leaving'), async (ctx) => {
    const deck = await heldDeck(ctx, study, ctx.tap.deckId);
    await put(ctx, study, deck && leavingMessage(deck));
  });
  composer.filter(tapped('leave'), async (ctx) => {
    const deck = await heldDeck(ctx, study, ctx.tap.deckId);
    if (deck !== null) await study.ownDecks.leave(learnerOf(ctx), deck.deckId);
    await put(ctx, study, deck && leftMessage(deck));
  });
  return composer;
}

/** «Начать» under a deck: it is the one that is asked from now on. */
async function begin(ctx: BotContext, study: Study, deckId: string): Promise<void> {
  const isChosen = await study.chooseDeck(learnerOf(ctx), deckId);
  if (!isChosen) return toast(ctx, toasts.dead);
  const home = await study.home(learnerOf(ctx));
  if (home.kind === 'newcomer') return open(ctx, study, { kind: 'trial', deckId });
  if (home.kind !== 'portion' || home.size > 0) return open(ctx, study, { kind: 'portion' });
  await toast(ctx);
  await goHome(ctx, study, portionMessage);
}

/** A deck that is the learner's, or shared with them. */
async function heldDeck(ctx: BotContext, study: Study, deckId: string): Promise<HeldDeck | null> {
  const held = await study.ownDecks.held(learnerOf(ctx));
  return held.find((deck) => deck.deckId === deckId) ?? null;
}

/** A screen in place of the one that was tapped; a button that leads nowhere any more says so. */
async function put(ctx: BotContext, study: Study, message: Message | null): Promise<void> {
  await toast(ctx, message === null ? toasts.dead : undefined);
  if (message !== null) await show(ctx, await wayOn(ctx, study, message));
}
