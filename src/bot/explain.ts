/**
 * /explain: a word looked up in the notes, at every moment; an open question stays open and is one tap away. The answer is
 * a screen: other places are shown in it, each with the way back.
 */
import { Composer } from 'grammy';
import type { Explanation, LookUp, PlaceRef, Seen } from '../study/explanation.js';
import type { Study } from '../study/study.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { open } from './home.js';
import type { Message } from './message.js';
import { say, show, toast } from './say.js';
import { tapped } from './taps.js';
import { askMessage, lookUpMessage, placeMessage, sectionMessage } from './texts/explain.js';
import { toasts } from './texts/replies.js';
import { noDecksMessage } from './texts/screens.js';

export function explain(study: Study): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command('explain', (ctx) => sayLookUp(ctx, study, ctx.match));
  composer.filter(tapped('found'), async (ctx) => {
    await toast(ctx);
    await turn(ctx, study, await answerTo(ctx, study, ctx.tap.query));
  });
  composer.filter(tapped('look'), (ctx) => look(ctx, study, ctx.tap));
  composer.filter(tapped('whole', 'part'), async (ctx) => {
    const { query } = ctx.tap;
    const seen = await study.section(learnerOf(ctx), ctx.tap);
    if (seen.kind !== 'found') return refresh(ctx, study, { seen: seen.kind, query });
    await toast(ctx);
    const page = ctx.tap.kind === 'part' ? ctx.tap.page : null;
    await turn(ctx, study, sectionMessage(seen.value, page, query));
  });
  composer.filter(tapped('check'), (ctx) => {
    const { deckId, version, line, other } = ctx.tap;
    const lines = other === 0 ? [line] : [line, other];
    return open(ctx, study, { kind: 'facts', deckId, version, lines });
  });
  return composer;
}

/** What the notes say about the words, below them; without words the question for them. */
export async function sayLookUp(ctx: BotContext, study: Study, text: string): Promise<void> {
  const message = await answerTo(ctx, study, text.trim());
  await say(ctx, await aside(ctx, study, message));
}

async function answerTo(ctx: BotContext, study: Study, query: string): Promise<Message> {
  const learnerId = learnerOf(ctx);
  if (query === '') {
    const question = await study.awaiting(learnerId, ctx.update.update_id);
    const starters = await study.lookUpStarters(learnerId);
    return starters.places.length === 0 ? noDecksMessage : askMessage(starters, question !== null);
  }
  const found = await study.lookUp(learnerId, query);
  return found.decks === 0 ? noDecksMessage : lookUpMessage(found);
}

/** A place; the one the look-up began with is shown with everything that was found. */
async function look(
  ctx: BotContext,
  study: Study,
  { query, ...ref }: PlaceRef & { readonly query: string },
): Promise<void> {
  const learnerId = learnerOf(ctx);
  const seen = await study.place(learnerId, ref);
  if (seen.kind !== 'found') return refresh(ctx, study, { seen: seen.kind, query });
  const found = query === '' ? null : await study.lookUp(learnerId, query);
  await toast(ctx);
  const isAnswer = found !== null && answers(found, seen.value);
  await turn(ctx, study, isAnswer ? lookUpMessage(found) : placeMessage(seen.value, query));
}

const answers = ({ found: [best, ...rest] }: LookUp, place: Explanation): boolean =>
  rest.length === 0 && best?.deckId === place.deckId && best.line === place.line;

/** The notes changed since the button was made: what they say now, or that the button is dead. */
async function refresh(
  ctx: BotContext,
  study: Study,
  { seen, query }: { seen: Exclude<Seen<unknown>['kind'], 'found'>; query: string },
): Promise<void> {
  if (seen === 'foreign') return toast(ctx, toasts.dead);
  await toast(ctx, toasts.outdated);
  await turn(ctx, study, await answerTo(ctx, study, query));
}

/** Another screen in place of this one. */
async function turn(ctx: BotContext, study: Study, message: Message): Promise<void> {
  await show(ctx, await aside(ctx, study, message));
}
