/**
 * What the counters should say, counted again from the answers themselves. In: a database whose bot is at rest.
 * Out: how many answers there are, and every disagreement as a sentence.
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { cardStateOf } from '../../src/db/cards.js';
import { studyDay } from '../../src/db/clock.js';
import type { Database } from '../../src/db/database.js';
import { studyDays } from '../../src/db/schema/days.js';
import { facts } from '../../src/db/schema/decks.js';
import { learners } from '../../src/db/schema/learners.js';
import { cards, countedReviews, reviews } from '../../src/db/schema/memory.js';
import { sessions, steps } from '../../src/db/schema/sittings.js';
import { rateCard } from '../../src/review/schedule.js';
import type { Rating } from '../../src/review/rating.js';
import type { Study } from '../../src/study/study.js';

type Review = typeof reviews.$inferSelect;
type Counted = typeof countedReviews.$inferSelect;
type Steps = typeof steps.$inferSelect;

export interface Recount {
  /** Those that stand. */
  readonly answers: number;
  /** Rows that do not count: corrected ones, and those that take answers back. */
  readonly corrections: number;
  readonly mistakes: readonly string[];
}

export interface Recounting {
  readonly db: Database;
  readonly study: Study;
  /** The present of the study's clock. */
  readonly now: Date;
}

/** Compares steps, reviews, cards, sittings and what /stats says. */
export async function recount({ db, study, now }: Recounting): Promise<Recount> {
  const everyReview = await db.select().from(reviews).orderBy(asc(reviews.number));
  const everyStep = await db.select().from(steps);
  const counted = everyReview.filter((it) => isCounted(it, everyReview));
  const viewed = await db.select().from(countedReviews);
  const mistakes = [
    ...disagree('answers that count', viewed.length, counted.length),
    ...stepsAgainstReviews(everyStep, counted),
    ...(await cardsAgainstReviews(db, everyReview)),
    ...(await sittingsAgainstSteps(db, everyStep)),
    ...(await statsAgainstReviews({ db, study, now }, counted)),
    ...(await poolAgainstReviews({ db, study, now }, counted)),
    ...(await streaksAgainstDays(db, counted)),
  ];
  return { answers: counted.length, corrections: everyReview.length - counted.length, mistakes };
}

/** No later row has taken its place, and it is not one that takes back. */
const isCounted = (it: Review, all: readonly Review[]): boolean =>
  it.correction !== 'undone' && !all.some((other) => isCorrectionOf(other, it));

const isCorrectionOf = (other: Review, it: Review): boolean =>
  other.correction !== null &&
  other.learnerId === it.learnerId &&
  other.factId === it.factId &&
  other.number === it.number + 1;

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
      ...disagree('version', card.version, history.length),
      ...disagree('reps', card.reps, history.filter((it) => isCounted(it, history)).length),
      ...history.flatMap((review, i) => {
        const next = history[i + 1];
        // What is corrected leads nowhere: the correction begins where it began.
        const after = next?.before ?? state;
        const made = next?.correction ? review.before : afterReview(review);
        const isSame = JSON.stringify(sorted(made)) === JSON.stringify(sorted(after));
        return isSame ? [] : [`review ${review.number} does not lead to what follows`];
      }),
    ];
    return wrong.map((what) => `card ${name}: ${what}`);
  });
}

const afterReview = ({ before, rating, reviewedAt, correction }: Review) =>
  correction === 'undone' ? before : rateCard(before, rating as Rating, reviewedAt);

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
  const today = sql<string>`${studyDay(now, sql`learners.time_zone`)}::text`;
  const people = await db.select({ id: learners.id, studyDay: today }).from(learners);
  const wrong = people.map(async ({ id, studyDay }) => {
    const own = all.filter((it) => it.learnerId === id);
    const today = own.filter((it) => it.studyDay === studyDay);
    const right = today.filter((it) => it.result !== 'wrong').length;
    const week = own.filter((it) => it.studyDay >= mondayOf(studyDay)).length;
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

/** Days follow one another without a hole, each leads to the streak after it, and five answers always make a day. */
async function streaksAgainstDays(db: Database, all: readonly Counted[]): Promise<string[]> {
  const days = await db.select().from(studyDays).orderBy(asc(studyDays.day));
  const byLearner = grouped(days, ({ learnerId }) => String(learnerId));
  return [...byLearner.values()].flatMap((own) =>
    own.flatMap((it, i) => {
      const before = own[i - 1];
      const grows = it.outcome === 'studied' || it.outcome === 'repaired';
      const streak = it.outcome === 'missed' ? 0 : (before?.streak ?? 0) + (grows ? 1 : 0);
      const isNext = before === undefined || Date.parse(it.day) - Date.parse(before.day) === DAY_MS;
      const answers = all.filter((r) => r.learnerId === it.learnerId && r.studyDay === it.day);
      const name = `${it.day} of ${it.learnerId}`;
      return [
        ...disagree(`streak after ${name}`, it.streak, streak),
        ...(isNext ? [] : [`a hole before ${name}`]),
        ...(answers.length < 5 || it.outcome === 'studied' ? [] : [`${name} is ${it.outcome}`]),
      ];
    }),
  );
}

const DAY_MS = 86_400_000;

/** A fact waits in the pool of mistakes as long as one of its last two answers is wrong. */
async function poolAgainstReviews(
  { db, study }: Recounting,
  all: readonly Counted[],
): Promise<string[]> {
  const people = await db.select({ id: learners.id }).from(learners);
  const asked = await db.select({ id: facts.id, deckId: facts.deckId }).from(facts);
  const wrong = people.map(async ({ id }) => {
    const { decks } = await study.mistakes(id);
    return decks.flatMap(({ deck, count }) => {
      const own = asked.filter((it) => it.deckId === deck.id).map((it) => it.id);
      const waiting = own.filter((factId) =>
        all
          .filter((it) => it.learnerId === id && it.factId === factId)
          .sort((a, b) => a.number - b.number)
          .slice(-2)
          .some(({ result }) => result === 'wrong'),
      );
      // Archived and silenced facts are not asked.
      return count <= waiting.length ? [] : [`pool of ${id}: ${count} of ${waiting.length}`];
    });
  });
  return (await Promise.all(wrong)).flat();
}

const disagree = (what: string, said: number, counted: number): string[] =>
  said === counted ? [] : [`${what}: said ${said}, counted ${counted}`];

const isOpenOf = (learnerId: number) =>
  and(eq(sessions.learnerId, learnerId), isNull(sessions.closedAt));

function mondayOf(date: string): string {
  const day = new Date(date);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
