/**
 * What the counters should say, counted again from the answers themselves. In: a database whose bot is at rest.
 * Out: how many answers there are, and every disagreement as a sentence.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { cardStateOf } from '../../src/db/cards.js';
import type { Database } from '../../src/db/database.js';
import { cards, learners, reviews, sessions, steps } from '../../src/db/schema.js';
import { rateCard } from '../../src/review/schedule.js';
import type { Rating } from '../../src/review/rating.js';
import type { Study } from '../../src/study/study.js';

type Review = typeof reviews.$inferSelect;
type Steps = typeof steps.$inferSelect;

export interface Recount {
  readonly answers: number;
  readonly mistakes: readonly string[];
}

export interface Recounting {
  readonly db: Database;
  readonly study: Study;
  /** The present of the study's clock; everybody lives in Moscow. */
  readonly now: Date;
}

/** Compares steps, reviews, cards, sittings and what /stats says. */
export async function recount({ db, study, now }: Recounting): Promise<Recount> {
  const everyReview = await db.select().from(reviews).orderBy(asc(reviews.number));
  const everyStep = await db.select().from(steps);
  const mistakes = [
    ...stepsAgainstReviews(everyStep, everyReview),
    ...(await cardsAgainstReviews(db, everyReview)),
    ...(await sittingsAgainstSteps(db, everyStep)),
    ...(await statsAgainstReviews({ db, study, now }, everyReview)),
  ];
  return { answers: everyReview.length, mistakes };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const keyOf = (it: { learnerId: number; sessionId: string; position: number }): string =>
  `${it.learnerId}/${it.sessionId}/${it.position}`;

/** Every answered step has one review of its fact with its result; an unanswered one has none. */
function stepsAgainstReviews(every: readonly Steps[], all: readonly Review[]): string[] {
  const byStep = grouped(all, keyOf);
  return every.flatMap((step) => {
    const counted = (byStep.get(keyOf(step)) ?? []).map((it) => `${it.factId} ${it.result}`);
    const wanted = step.answeredAt === null ? [] : [`${step.factId} ${step.result ?? ''}`];
    const isSame = counted.join() === wanted.join();
    return isSame
      ? []
      : [`step ${keyOf(step)}: reviews ${counted.join()}, answer ${wanted.join()}`];
  });
}

/** A card is what its reviews have made of it, one after the other, and nothing else. */
async function cardsAgainstReviews(db: Database, all: readonly Review[]): Promise<string[]> {
  const byCard = grouped(all, (it) => `${it.learnerId}/${it.factId}`);
  const every = await db.select().from(cards);
  return every.flatMap((card) => {
    const name = `${card.learnerId}/${card.factId}`;
    const history = byCard.get(name) ?? [];
    const state = cardStateOf(card);
    const wrong = [
      ...(card.version === history.length && card.reps === history.length
        ? []
        : [`version ${card.version}, reps ${card.reps}, reviews ${history.length}`]),
      ...history.flatMap((review, i) => {
        const after = history[i + 1]?.before ?? state;
        const made = rateCard(review.before, review.rating as Rating, review.reviewedAt);
        const isSame = JSON.stringify(sorted(made)) === JSON.stringify(sorted(after));
        return isSame ? [] : [`review ${review.number} does not lead to what follows`];
      }),
    ];
    return wrong.map((what) => `card ${name}: ${what}`);
  });
}

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** Positions have no holes, nothing is answered out of its turn, a sitting answered to the end is closed. */
async function sittingsAgainstSteps(db: Database, every: readonly Steps[]): Promise<string[]> {
  const bySitting = grouped(every, (it) => `${it.learnerId}/${it.sessionId}`);
  const all = await db.select().from(sessions);
  return all.flatMap((sitting) => {
    const name = `${sitting.learnerId}/${sitting.id}`;
    const own = (bySitting.get(name) ?? []).sort((a, b) => a.position - b.position);
    const isWhole = own.length === sitting.length && own.every((it, i) => it.position === i + 1);
    const isFinished = own.every((it) => it.answeredAt !== null);
    return [
      ...(isWhole ? [] : [`sitting ${name} has ${own.length} steps of ${sitting.length}`]),
      ...(isFinished && sitting.closedAt === null ? [`sitting ${name} is done and open`] : []),
    ];
  });
}

async function statsAgainstReviews(
  { db, study, now }: Recounting,
  all: readonly Review[],
): Promise<string[]> {
  const people = await db.select({ id: learners.id }).from(learners);
  const wrong = people.map(async ({ id }) => {
    const own = all.filter((it) => it.learnerId === id);
    const today = own.filter((it) => it.studyDay === studyDayOf(now));
    const right = today.filter((it) => it.result !== 'wrong').length;
    const week = own.filter((it) => it.studyDay >= mondayOf(now)).length;
    const said = await study.stats(id);
    const open = await db.$count(sessions, isOpenOf(id));
    return [
      ...disagree(`today of ${id}`, said.answersToday, today.length),
      ...disagree(`right today of ${id}`, said.rightToday, right),
      ...disagree(`this week of ${id}`, said.answersThisWeek, week),
      ...(open <= 1 ? [] : [`learner ${id} has ${open} open sittings`]),
    ];
  });
  return (await Promise.all(wrong)).flat();
}

const disagree = (what: string, said: number, counted: number): string[] =>
  said === counted ? [] : [`${what}: said ${said}, counted ${counted}`];

const isOpenOf = (learnerId: number) =>
  and(eq(sessions.learnerId, learnerId), isNull(sessions.closedAt));

/** Moscow is three hours ahead, its study day turns at four. */
const studyDayOf = (now: Date): string =>
  new Date(now.getTime() - 3_600_000).toISOString().slice(0, 10);

function mondayOf(now: Date): string {
  const day = new Date(studyDayOf(now));
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
